### Замечания аудита: что не так, с фактами. Человек вне платформы, отказавшийся или отозвавший согласие «отсутствующим» не называется.

audit-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
audit-and-more = { $list } и ещё { $more }
audit-nobody = никто
audit-whole-school = вне классов

audit-no-edition = Нет действующей редакции Положения.
audit-edition-without-order = У действующей редакции «{ $edition }» нет приказа об утверждении.
audit-edition-without-protocol = У действующей редакции «{ $edition }» не указан протокол педагогического совета.
audit-protocol-after-order = Протокол педагогического совета от { $protocol } позже приказа об утверждении от { $order }.
audit-force-before-order = Редакция действует с { $from }, а приказ об утверждении подписан { $order }.
audit-editions-overlap = Действующих редакций сразу несколько: { $count }.
audit-no-administrator = Администратор платформы не назначен.
audit-administrator-without-order = { $person }: назначение администратором не подкреплено приказом.
audit-administrator-not-pedagogue = { $person }: назначен(а) администратором, но не относится к педагогам.
audit-no-application = Заявка на регистрацию школы не записана.
audit-application-lacks = В заявке на регистрацию не указано: { $lacks }.
audit-lack-order = приказ о назначении
audit-lack-name = ФИО
audit-lack-email = электронная почта
audit-lack-phone = мобильный телефон
audit-phone-mismatch = Регистрация прошла не по тому телефону, который стоит в заявке: права администратора не появятся.
audit-not-registered = Заявка отправлена, но регистрации нет уже { $days }.
audit-no-staff-room = Учительская не создана.
audit-staff-rooms = Учительских больше одной: { $count }.
audit-outsider-in-staff-room = { $person } состоит в Учительской, но никогда не занимал(а) должности в школе.
audit-not-invited = { $person } не в Учительской, и приглашения нет.
audit-no-nomenclature = На этот учебный год нет номенклатуры классов.
audit-nomenclature-without-order = Номенклатура классов не подкреплена приказом.
audit-class-not-approved = Класса { $class } нет в номенклатуре.
audit-class-not-created = Класс { $class } есть в номенклатуре, но не создан.
audit-class-twice = Класс { $class } создан дважды (похожие латинские буквы считаются теми же).
audit-invite-misfit = Приглашение ({ $invite }): роль не подходит месту, куда оно ведёт.
audit-invite-issuer = Приглашение ({ $invite }) выдал(а) { $person }, а ни один пункт не даёт на это права.
audit-parent-in-class = { $person } состоит в классе { $class }, но не учится и не работает в школе: родители входят только в чаты.
audit-invite-twice = { $person }: открытых приглашений в одно место { $count }.
audit-invite-overused = По приглашению ({ $invite }) вступили { $uses }, а выдано оно на { $meant }.
audit-additional-not-joined = { $person }: дополнительный администратор не присоединился(ась) к Учительской.
audit-additional-not-verified = { $person }: у дополнительного администратора не подтверждён статус «учитель».
audit-no-homeroom = В классе { $class } нет классного руководителя.
audit-no-distribution = На этот учебный год не утверждено распределение классного руководства.
audit-homeroom-mismatch = Классом { $class } руководит { $person }, а по приказу — { $approved }.
audit-homeroom-without-order = Классом { $class } руководит { $person }, но ни в распределении, ни в отдельном приказе этого нет.
audit-too-many-classes = { $person }: классов под руководством { $count }.
audit-request-waits = Заявка «{ $request }» ждёт решения { $days }.
audit-request-unmatched = Заявка «{ $request }» одобрена, но никому из списков школы не соответствует.
audit-parent-approved = Одобрена заявка родителя «{ $request }»: в организацию родители не вступают, им даёт ссылку в чат педагог.
audit-status-waits = { $person }: статус «учитель» не подтверждён { $days }.
audit-self-confirmed = { $person }: собственный статус подтверждён самостоятельно.
audit-no-class = { $person }: не числится ни в одном классе, а выбытие не записано.
audit-two-classes = { $person }: числится сразу в нескольких классах.
audit-gone-still-member = { $person }: выбыл(а) { $since }, но остаётся в организации на платформе.
audit-still-in-old-class = { $person }: остаётся на платформе в классе { $class }, хотя учится уже в другом.
audit-gone-still-in-chats = { $person }: больше не в школе, но остаётся в чатах ({ $count }).
audit-moved-still-in-chats = { $person }: остаётся в чатах прежнего класса ({ $count }).
audit-gone-invited = Открытое приглашение ({ $invite }) выдано тому, кто уже выбыл: { $person }.
audit-gone-teaches = { $person }: больше не работает, но в нагрузке остаётся { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}.
audit-gone-leads = { $person }: больше не работает, но числится классным руководителем { $class }.
audit-gone-administers = { $person }: больше не работает, но остаётся администратором платформы.
audit-steps-open = { $person }: движение от { $since } отражено на платформе не полностью, осталось шагов: { $count }.
audit-unclaimed = Приглашением ({ $invite }) никто не воспользовался { $days }.
audit-revoked-without-act = Приглашение ({ $invite }) аннулировано без акта.
audit-no-channel = { $kind ->
    [staff] Нет канала «Сотрудники»: он не записан или ещё не создан на платформе.
   *[general] Нет общешкольного канала: он не записан или ещё не создан на платформе.
}
audit-no-editor = У канала «{ $channel }» нет редактора из числа работников.
audit-post-without-material = У публикации «{ $title }» не указан материал, по которому она сделана.
audit-staff-channel-outsiders = Канал сотрудников «{ $channel }» читают посторонние: { $count }.
audit-staff-channel-audience = Канал сотрудников «{ $channel }» открыт ученикам или родителям.
audit-no-host = «{ $event }»: не назначен ведущий.
audit-no-audience = «{ $event }»: не указано, для кого событие.
audit-no-time = «{ $event }»: не указано время начала.
audit-audience-over-limit = «{ $event }»: участников { $count }, а платформа принимает { $limit }.
audit-event-left-open = «{ $event }»: день прошёл, а отметки о проведении нет.
audit-events-overlap = «{ $first }» и «{ $second }» пересекаются: { $shared }.
audit-ticket-without-owner = Обращение «{ $topic }»: никто не отвечает.
audit-ticket-overdue = Обращение «{ $topic }»: срок ответа прошёл, просрочка — { $days }.
audit-case-without-ticket = Письмо поставщику «{ $topic }» не связано ни с одним обращением.
audit-no-report = За последние { $days } руководителю не сдан отчёт о статистике и не отмечено, что доступа нет.
audit-no-use-order = Нет приказа (распоряжения) об использовании платформы.
audit-no-management-chat = Нет чата: { $chat }.
audit-no-check = За последние { $days } не записано ни одной проверки использования профиля.
audit-check-overdue = Проверка от { $check }: не устранено в срок (до { $deadline }) замечаний: { $count }.
audit-no-checker = Проверка от { $check }: не указано, кто проверял.
audit-checker-checked = Проверка от { $check }: { $person } проверяет собственную работу.
audit-checker-outside = Проверка от { $check }: { $person } не относится к администрации.
audit-no-class-chats = Класс { $class }, нет чатов: { $chats }.
audit-chat-twice = Чат «{ $chat }» повторяет другой такой же.
audit-chat-owner = Чат «{ $chat }» ведёт { $owner }, а должен вести { $expected }.
audit-chat-members = Состав чата «{ $chat }» расходится с планом: добавить { $missing }, убрать { $extra }, исправить роль { $misroled }.
audit-no-subject-chats = { $class }, нет учебных чатов: { $chats }.
audit-chat-without-line = Чат «{ $chat }» больше не соответствует ни классу, ни строке учебного плана, ни группе.
audit-no-purpose = У чата «{ $chat }» не указано назначение.
audit-not-in-chat = Чат «{ $chat }»: не вступили { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}.
audit-no-role = { $person }: не учится, не работает и никого не представляет.
audit-no-parent = { $person }: не указан законный представитель.
audit-no-memo = Класс { $class }: памятка по безопасности не выдана.
audit-memo-open = Класс { $class }: памятку по безопасности подтвердили не все, осталось: { $count }.
audit-no-moderator = У чата «{ $chat }» нет модератора.
audit-chats-unregulated = Чатов без тихих часов: { $hours }, без правил: { $rules }.
audit-chats-unchecked = Чатов, состав которых не сверяли больше { $days }: { $count }.
audit-consent-unknown = { $class }: не записано согласие на обработку персональных данных, человек: { $count }.
audit-consent-of-staff = Работники
audit-consent-missing = { $person }: согласия нет, а участие на платформе не пересмотрено.
audit-no-personal-data-law = Среди правовых актов нет закона о персональных данных (152-ФЗ).
audit-homonyms = Класс { $class }: полных тёзок { $count } — { $name }.
audit-twins = Возможно, один человек записан дважды: { $person } и { $twin }.
audit-latin-in-name = { $person }: в имени латинские буквы среди русских.
audit-superseded-edition = На отменённую редакцию «{ $edition }» ссылаются незакрытые листы ознакомления: { $count }.
audit-other-rules = Действует редакция «{ $edition }», а программа работает по правилам другой.
audit-undecided = Неясные места Положения, по которым школа не решила: { $count }. Пока действует толкование по умолчанию.
audit-clause-absent = Пункта { $clause } в тексте нет; номер сохранён, чтобы ссылки не сдвинулись.

audit-lint-edition = Положение утверждено и действует
audit-lint-administrator = Администратор назначен приказом
audit-lint-registration = Заявка и регистрация
audit-lint-staff-room = Учительская
audit-lint-staff-joined = Педагоги и администрация присоединились
audit-lint-nomenclature = Классы и номенклатура
audit-lint-invite-right = Кто и куда приглашает
audit-lint-invite-twice = Лишние приглашения
audit-lint-additional-admin = Дополнительные администраторы
audit-lint-homeroom = Классные руководители
audit-lint-request = Заявки на вступление
audit-lint-status = Статус «учитель»
audit-lint-movement = Движение
audit-lint-unclaimed = Неиспользованные приглашения
audit-lint-channel = Каналы и публикации
audit-lint-broadcast = Трансляции и события
audit-lint-support = Обращения
audit-lint-report = Отчёт руководителю
audit-lint-use-order = Приказ об использовании
audit-lint-management-chat = Управленческие чаты
audit-lint-control = Контроль
audit-lint-class-chat = Чаты классов
audit-lint-subject-chat = Учебные чаты
audit-lint-family = Ученики и родители
audit-lint-memo = Памятка по безопасности
audit-lint-gap = Не урегулировано
audit-lint-identity = Имена
audit-lint-reading = Редакции и толкования

audit-severity-error = нарушение
audit-severity-warning = предупреждение
audit-severity-note = на заметку

audit-fix-editions = Открыть редакции
audit-fix-interpretations = Решить, как читать
audit-fix-use-order = Составить приказ
audit-fix-administrators = К администраторам
audit-fix-registration = К заявке и регистрации
audit-fix-structure = К структуре
audit-fix-structure-orders = К номенклатуре и распределению
audit-fix-class = Открыть класс
audit-fix-person = Открыть карточку
audit-fix-invites = Пригласить
audit-fix-invite = Открыть приглашение
audit-fix-sweep = Аннулировать неиспользованные
audit-fix-requests = Решить по заявке
audit-fix-statuses = К статусам
audit-fix-movement = Отметить шаги
audit-fix-movements = Записать движение
audit-fix-chats = К чатам
audit-fix-class-chats = Создать чаты
audit-fix-chat = Открыть чат
audit-fix-channels = К каналам
audit-fix-publications = К публикациям
audit-fix-event = Открыть событие
audit-fix-support = К обращениям
audit-fix-statistics = К статистике
audit-fix-checks = Записать проверку
audit-fix-check = Открыть проверку
audit-fix-memos = К ознакомлению
audit-fix-consents = К согласиям
audit-fix-load = Исправить нагрузку
audit-fix-legal-acts = К правовым актам

audit-severity-errors = нарушения
audit-severity-warnings = предупреждения
audit-severity-notes = на заметку

audit-state-fulfilled = исполняется
audit-state-partly = исполняется частично
audit-state-unfulfilled = не исполняется
audit-state-not-applicable = неприменимо
audit-state-needs-attestation = нужно подтверждение
audit-state-absent = в тексте отсутствует
audit-verdict-fulfilled = исполняется
audit-verdict-partly = исполняется частично
audit-verdict-not-applicable = неприменимо
