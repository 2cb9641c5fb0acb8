### Чаты: план и факт, чек-лист, сверка.

chats-title = Чаты
chats-lead = Какие чаты требует Положение, что уже есть на платформе и что осталось сделать.
chats-tab-plan = План и факт
chats-tab-checklist = Чек-лист
chats-tab-matrix = План → чаты
chats-tab-other = Другие чаты
chats-tab-exceptions = Исключения
chats-tab-reality = Сверка
chats-tab-settings = Настройки
chats-filter-all = Все
chats-filter-class = Класс
chats-filter-rule = Пункт
chats-filter-state = Состояние
chats-filter-step = Шаг
chats-filter-owner = Владелец
chats-filter-grade = Параллель
chats-filter-person = Человек
chats-narrow-create = Создать
chats-narrow-live = Действует
chats-narrow-unchecked = Не сверялся
chats-narrow-differs = Есть расхождения
chats-narrow-rename = Переименовать
chats-narrow-owner = Сменить владельца
chats-narrow-bare = Без модератора
chats-narrow-excused = Не требуется
chats-narrow-read-only = Только чтение
chats-narrow-add = Добавить участника
chats-narrow-remove = Убрать участника
chats-narrow-mend = Исправить роль
chats-narrow-archive = В архив
chats-empty-title = Чаты пока не из чего вывести
chats-empty-text = Список чатов следует из классов, нагрузки и внеурочных групп. Загрузите списки или создайте классы.
chats-empty-structure = К структуре
chats-empty-import = Загрузить списки
chats-empty-load = К нагрузке
chats-figure-live = Создано из требуемых
chats-figure-create = Создать
chats-figure-rename = Переименовать
chats-figure-owner = Сменить владельца
chats-figure-members = Шагов по участникам
chats-figure-members-note = Сверено чатов: { $checked } из { $live }
chats-figure-archive = Убрать в архив
chats-figure-apart = Вне платформы
chats-figure-apart-note = Мест в действующих чатах. К недостающим не относятся.
chats-by-clause = По пунктам Положения
chats-by-clause-note = Участники считаются только в действующих чатах; о не сверенных чатах ничего не утверждается.
chats-column-chat = Чат
chats-column-class = Класс
chats-column-clause = Пункт
chats-column-rule = Вид чата
chats-column-required = Требуется
chats-column-live = Действует
chats-column-to-create = Создать
chats-column-excused = Не нужен
chats-column-rename = Имя
chats-column-change-owner = Владелец
chats-column-checked = Сверено
chats-column-add = Добавить
chats-column-remove = Убрать
chats-column-mend = Роль
chats-column-apart = Вне платформы
chats-column-owner = Владелец
chats-column-state = Состояние
chats-column-members = Участников
chats-column-steps = Шагов
chats-column-why = Основание
chats-column-known = Что известно
chats-column-step = Что сделать
chats-column-subject = Предмет
chats-column-purpose = Цель
chats-column-archived = В архиве с
chats-column-person = Человек
chats-column-exception = Исключение
chats-column-reason = Причина
chats-column-by = Кто решил
chats-column-checked-on = Сверен
chats-column-expected = Должно быть
chats-column-joined = Вступили
chats-column-role = Роль
chats-column-finding = Расхождение
chats-column-line = Строка
chats-column-note = Примечание
chats-file-clauses = чаты по пунктам
chats-file-plan = требуемые чаты
chats-file-person = чаты человека
chats-file-checklist = чек-лист чатов
chats-file-matrix = план и чаты
chats-file-other = другие чаты
chats-file-past = лишние чаты
chats-file-archive = архив чатов
chats-file-exceptions = исключения в чатах
chats-file-excused = не требуемые чаты
chats-file-reality = сверка чатов
chats-file-classes = сверка классов
chats-file-members = участники чата
chats-file-differences = расхождения
chats-required = Требуемые чаты
chats-required-note = Состав выводится из списков и нигде не хранится: в записи только исключения и известные расхождения.
chats-none-fit = Под условия ничего не подходит
chats-vacant = не назначен
chats-apart-count = { $count ->
    [one] и { $count } вне платформы
    [few] и { $count } вне платформы
   *[many] и { $count } вне платформы
}
chats-create = Отметить создание
chats-create-chosen = Отметить создание
chats-create-title = Чат «{ $name }»
chats-create-lead = Сначала создайте чат на платформе, затем отметьте это здесь.
chats-create-submit = Чат создан
chats-to-create = Будет отмечено
chats-nothing-to-create = Среди выбранных нет чатов, которые можно создать: у каждого должен быть владелец.
chats-vacant-skipped = { $count ->
    [one] { $count } чат пропущен: владелец не назначен
    [few] { $count } чата пропущены: владелец не назначен
   *[many] { $count } чатов пропущено: владелец не назначен
}
chats-owner-first = Сначала нужен владелец по пункту { $clause }: назначьте классного руководителя или педагога, либо выберите владельца в форме на вкладке плана.
chats-excuse = Не требуется
chats-excuse-chosen = Не требуются
chats-excuse-title = Чат не требуется
chats-excuse-lead = Решение останется в плане с причиной и подписью, и чат не будет числиться недостающим.
chats-excused = Школа обходится без них
chats-excused-none = Таких чатов нет
chats-require = Снова требуется
chats-equip-chosen = Модератор, тихие часы, правила
chats-equip-lead = { $count ->
    [one] Изменится { $count } чат. Пустые поля останутся как есть.
    [few] Изменятся { $count } чата. Пустые поля останутся как есть.
   *[many] Изменятся { $count } чатов. Пустые поля останутся как есть.
}
chats-none-in-use = Среди выбранных нет действующих чатов.
chats-use = Начать пользоваться
chats-use-chosen = В работу
chats-use-lead = Чат действует: в нём переписываются.
chats-read-only = Только чтение
chats-read-only-chosen = Только чтение
chats-read-only-lead = Сообщения остаются видны, новых не пишут. Сделайте это на платформе и отметьте день.
chats-archive = Убрать в архив
chats-archive-chosen = В архив
chats-archive-lead = Чат закрыт. Запись о нём остаётся в плане.
chats-turn-none = К выбранным чатам это действие не подходит.
chats-nothing-chosen = Ничего не выбрано.
chats-and-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
}
chats-open = Открыть
chats-change = Изменить
chats-remove = Удалить запись
chats-copy-link = Скопировать ссылку
chats-whole-school = Вся школа
chats-of-classes = { $count ->
    [one] { $count } класс
    [few] { $count } класса
   *[many] { $count } классов
}
chats-grade = { $grade }-я параллель
chats-state-required = Создать
chats-state-excused = Не требуется
chats-state-created = Создан { $day }
chats-state-active = Действует с { $day }
chats-state-read-only = Только чтение с { $day }
chats-state-archived = В архиве с { $day }
chats-step-create = Создать чат
chats-step-rename = Переименовать: { $name }
chats-step-owner = Сменить владельца: { $name }
chats-step-add = Добавить: { $name }
chats-step-remove = Убрать: { $name }
chats-step-mend = Исправить роль: { $name }
chats-step-stranger = Убрать неизвестного: { $name }
chats-step-archive = Убрать чат в архив
chats-checklist = Что сделать на платформе
chats-checklist-note = Отметьте строку, когда шаг сделан на платформе: отметка попадёт в журнал с вашим именем.
chats-tick = Сделано
chats-tick-chosen = Отметить выполненными
chats-tick-all = Сделано всё
chats-done-title = Всё сделано
chats-done-text = Известных расхождений между планом и чатами нет. Чтобы узнать больше, сверьте участников.
chats-matrix = Предметы и классы
chats-matrix-note = Каждая строка учебного плана даёт чат предмета. Под состоянием стоит педагог.
chats-matrix-none = В этой параллели нет нагрузки
chats-cell-collapsed = в чате класса
chats-cell-groups = { $count ->
    [one] { $live } из { $count } подгруппы
    [few] { $live } из { $count } подгрупп
   *[many] { $live } из { $count } подгрупп
}
chats-other = Другие чаты
chats-other-note = Положение разрешает их для задач школы, класса и предмета; у каждого есть цель и список участников.
chats-other-none = Других чатов нет
chats-other-lead = Заведите чат на платформе и запишите, для чего он и кто в нём.
chats-past = Больше не нужны
chats-past-note = Класс, предмет или группа закончились, либо для того же есть другой чат. Уберите их в архив.
chats-past-none = Лишних чатов нет
chats-past-over = Правило его больше не требует
chats-past-duplicate = Для того же есть чат «{ $name }»
chats-put-away = Архив
chats-archive-none = В архиве пусто
chats-exceptions = Исключения в составе
chats-exceptions-note = Кто добавлен сверх правила и кто по правилу входит, но остаётся вне чата. У каждого исключения есть причина.
chats-exceptions-none = Исключений нет
chats-exception-include = добавлен сверх правила
chats-exception-exclude = остаётся вне чата
chats-withdraw = Снять исключение
chats-exception-lead = Правило не меняется: исключение действует для этих людей в этом чате.
chats-include = Добавить сверх правила
chats-include-title = Добавить в чат «{ $name }»
chats-exclude = Оставить вне чата
chats-exclude-title = Оставить вне чата «{ $name }»
chats-reality = Чаты: когда сверяли
chats-reality-note = Сначала те, которые не сверяли ни разу, затем давние.
chats-reality-none = Действующих чатов нет: отметьте создание на вкладке плана
chats-never-checked = не сверялся
chats-classes = Классы и Учительская
chats-classes-note = Сверка записывает, кто вступил и кого больше нет. Родителей в классе быть не должно: они только в чатах.
chats-classes-none = Классов нет
chats-staff-room = Учительская
chats-reconcile = Сверить
chats-reconcile-title = Сверка: { $name }
chats-reconcile-lead = Возьмите список участников на платформе и сравните с планом. Сам список не хранится, только расхождения.
chats-reconcile-submit = Записать расхождения
chats-list-first = Вставьте список участников или выберите файл.
chats-found-present = На месте
chats-found-missing = Нет в чате
chats-found-extra = Лишний
chats-found-misroled = Не та роль
chats-found-homonyms = Решить вручную
chats-found-apart = Вне платформы
chats-found-left = выбыл из школы
chats-found-role = записан как «{ $found }», нужно «{ $role }»
chats-found-stranger = в списках школы такого имени нет
chats-differences = Расхождения
chats-agrees = Расхождений нет: состав совпадает с планом.
chats-unknown-members = Состав ещё не сверяли: кто в чате на самом деле, неизвестно.
chats-no-roles = В списке нет ролей, поэтому роли не сравниваются.
chats-line-skipped = Строка { $line }: имени нет, пропущена: «{ $text }»
chats-lines-skipped = { $count ->
    [one] и ещё { $count } строка без имени
    [few] и ещё { $count } строки без имени
   *[many] и ещё { $count } строк без имени
}
chats-line-repeated = Строка { $line }: повтор, { $name }
chats-decide-choice = Строка { $line }: { $name } → { $person } { $class }
chats-members = Участники
chats-members-none = По правилу в чате никого нет
chats-members-note = { $count ->
    [one] По плану { $count } человек; вне платформы: { $apart }
    [few] По плану { $count } человека; вне платформы: { $apart }
   *[many] По плану { $count } человек; вне платформы: { $apart }
}
chats-strangers-note = Не опознаны в списках школы: { $names }
chats-person-chats = Все чаты
chats-of-person = Чаты: { $name }
chats-person-none = { $name }: ни одно правило не даёт чата
chats-known-present = в чате
chats-known-missing = нет в чате
chats-known-misroled = не та роль
chats-known-extra = в чате, но не должен
chats-known-excluded = остаётся вне чата
chats-known-unchecked = не сверялся
chats-why-chosen = выбран участником
chats-why-owner = владелец чата
chats-why-nothing = основания нет
chats-role-teacher = учитель
chats-role-student = ученик
chats-role-parent = родитель
chats-set-head = руководитель
chats-set-deputies = заместитель руководителя
chats-set-administration = администрация
chats-set-pedagogues = педагог
chats-set-parent-activists = родительский актив
chats-set-student-activists = ученический актив
chats-set-homeroom = классный руководитель
chats-set-class-students = ученик класса
chats-set-class-parents = родитель ученика класса
chats-set-class-teachers = педагог класса
chats-set-line-teachers = педагог предмета
chats-set-line-students = изучает предмет
chats-set-activity-leader = ведёт группу
chats-set-activity-students = занимается в группе
chats-apart-off = Человек вне платформы: свяжитесь с ним другим способом. К недостающим он не относится.
chats-apart-refused = Человек отказался от участия на платформе: свяжитесь с ним другим способом.
chats-apart-consent = Согласия на обработку данных нет или оно отозвано: свяжитесь другим способом.
chats-apart-off-short = вне платформы
chats-apart-refused-short = отказ от участия
chats-apart-consent-short = нет согласия
chats-gone-title = Чата нет
chats-gone-text = Запись удалена или её никогда не было.
chats-not-asked = Ни одно правило этого чата не требует.
chats-owner-by-rule = по правилу: { $name }
chats-name-by-rule = Имя по правилу
chats-name-pattern = По правилу: { $name }
chats-no-moderator = не назначен
chats-by-default = по умолчанию школы
chats-quiet-none = не заданы
chats-quiet-hours = с { $from } до { $to }
chats-rules-none = не заданы
chats-moderator-owner = Владелец чата
chats-moderator-none = Без модератора
chats-moderator-person = Один человек для всех
chats-moderator-keep = Оставить как есть
chats-field-name = Имя на платформе
chats-field-purpose = Для чего чат
chats-field-owner = Владелец
chats-field-moderator = Модератор
chats-field-moderator-hint = Следит за правилами; Положение этого не требует
chats-field-created = Когда создан
chats-field-on = День
chats-field-link = Ссылка
chats-field-quiet = Тихие часы
chats-field-quiet-from = Тихие часы с
chats-field-quiet-to = Тихие часы до
chats-field-quiet-hint = Пусто: по умолчанию школы. Доступ они не ограничивают.
chats-field-rules = Правила чата
chats-field-rules-hint = Пусто: по умолчанию школы
chats-field-members = Участники
chats-field-circle-hint = Ученики, родители и педагоги класса
chats-field-reason = Причина
chats-field-by = Кто решил
chats-field-people = Кто
chats-field-done = На платформе уже сделано
chats-field-done-hint = Иначе шаг попадёт в чек-лист
chats-field-file = Файл со списком
chats-field-file-hint = CSV или текст: ФИО и роль, как на платформе
chats-field-list = Или вставьте список
chats-field-list-hint = По одному участнику в строке; порядок имени и фамилии любой
chats-field-checked = День сверки
chats-field-decide = Кто есть кто
chats-field-decide-hint = Имя подходит нескольким людям: выберите, кто это
chats-setting-subgroups = Подгруппы
chats-setting-subgroups-yes = Каждой подгруппе свой чат
chats-setting-subgroups-no = Иначе один чат на класс и предмет
chats-setting-primary = Начальные классы
chats-setting-primary-yes = Предметы классного руководителя идут в чате класса
chats-setting-primary-no = Иначе чат на каждый предмет
chats-setting-quiet = Тихие часы по умолчанию
chats-setting-rules = Правила чата по умолчанию
chats-settings = Настройки чатов
chats-settings-note = Положение допускает и то, и другое; выбор меняет список требуемых чатов.
chats-choose = Изменить настройки
chats-choose-counts = Станет нужно чатов: { $added }. Перестанет: { $dropped }.
chats-choose-recorded = { $count ->
    [one] { $count } действующий чат станет лишним: его нужно будет убрать в архив
    [few] { $count } действующих чата станут лишними: их нужно будет убрать в архив
   *[many] { $count } действующих чатов станут лишними: их нужно будет убрать в архив
}
chats-choose-added = Новые чаты
chats-choose-dropped = Больше не требуются
