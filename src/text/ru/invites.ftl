### Приглашения: журнал учёта, доска, выдача, аннулирование.

invites-title = Приглашения
invites-lead = Ссылки в Учительскую, классы и чаты: кому выданы, как переданы, кто вступил. Завершённые остаются в журнале учёта.
invites-role-teacher = учитель
invites-role-student = ученик
invites-role-parent = родитель
invites-state-open = Открытые
invites-state-draft = Без ссылки
invites-state-issued = Выдано
invites-state-sent = Передано
invites-state-closed = Использовано
invites-state-expired = Срок истёк
invites-state-revoked = Аннулировано
invites-state-superseded = Заменено
invites-way-in-person = лично
invites-way-paper = на бумаге
invites-way-email = по электронной почте
invites-way-message = сообщением
invites-way-journal = через электронный журнал
invites-way-other = иначе
invites-unclaimed-joined = все адресаты уже вступили
invites-unclaimed-left = адресат выбыл
invites-unclaimed-expired = срок истёк { $day }
invites-unclaimed-old = { $days ->
    [one] не использовано { $days } день
    [few] не использовано { $days } дня
   *[many] не использовано { $days } дней
}
invites-staff-room = Учительская
invites-chat-unnamed = Чат без названия
invites-for-all = для всех
invites-for-several = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
invites-issue = Выдать приглашения
invites-paste = Внести ссылки
invites-expire = { $count ->
    [one] Отметить истёкший срок: { $count } ссылка
    [few] Отметить истёкший срок: { $count } ссылки
   *[many] Отметить истёкший срок: { $count } ссылок
}
invites-tab-board = Доска
invites-tab-list = Журнал учёта
invites-tab-waiting = Кого ждут
invites-tab-sweep = Невостребованные
invites-tab-handouts = Листки с QR
invites-filter-all = Все
invites-filter-state = Состояние
invites-filter-place = Куда
invites-filter-role = Роль
invites-filter-scope = Какие ссылки
invites-scope-classes = В Учительскую и классы
invites-scope-chats = В чаты
invites-column-whom = Кому
invites-column-place = Куда
invites-column-role = В роли
invites-column-state = Состояние
invites-column-issued = Выдана
invites-column-last = Действует до
invites-column-sent = Передана
invites-column-used = Вступили
invites-column-by = Кто выдал
invites-column-link = Ссылка
invites-column-reasons = Почему
invites-column-act = Акт
invites-ledger = Журнал учёта ссылок-приглашений
invites-ledger-note = Здесь все ссылки, какие были: использованные, истёкшие, заменённые и аннулированные не исчезают и не переходят друг в друга.
invites-ledger-file = журнал-учёта-ссылок
invites-ledger-empty = Приглашений с такими условиями нет.
invites-links = Внести ссылки
invites-link = Внести ссылку
invites-hand = Отметить передачу
invites-join = Отметить вступление
invites-delete-drafts = Удалить те, что без ссылки
invites-used-of = { $used } из { $most }
invites-note-draft = ждёт ссылки с платформы
invites-note-overdue = срок прошёл
invites-note-act = акт № { $number }
invites-copy = Скопировать с пояснением
invites-supersede = Заменить
invites-close = Закрыть
invites-revoke = Аннулировать
invites-message = Приглашаем вступить: { $place }, роль «{ $role }». Ссылка: { $link } Не передавайте её другим.
invites-valid-until = Действует до { $day }.
invites-none = Приглашений ещё нет
invites-none-text = Сначала выдайте приглашения работникам в Учительскую, затем ученикам в классы. Родителей приглашают только в чаты.
invites-board = Приглашения по состояниям
invites-board-note = В каждом столбце сначала самые новые; всё сразу — в журнале учёта.
invites-issued-on = выдано { $day }
invites-apart-note = { $count ->
    [one] и { $count } вне платформы
    [few] и { $count } вне платформы
   *[many] и { $count } вне платформы
}
invites-joined = Вступили
invites-invited = Приглашены
invites-missing = Не приглашены
invites-expected = Ожидаются
invites-apart = Не считаются
invites-waiting-file = кого-ждут
invites-waiting-empty = Нет ни Учительской, ни классов этого года. Создайте их на экране «Классы и группы».
invites-waiting-note = Не считаются те, кто вне платформы или отказался, и ученики младше порога школы: они не в долгу.
invites-issue-missing = Выдать недостающие
invites-issue-lead = Приглашение сначала ждёт ссылки: создайте ссылки на платформе и внесите их сюда списком.
invites-no-places = Некуда приглашать: сначала создайте Учительскую и классы.
invites-no-issuer = По пункту { $clause } никто в школе сейчас не может выдать такое приглашение. Назначьте администратора или классного руководителя.
invites-issue-common = Выдать одну ссылку
invites-issue-submit = { $count ->
    [one] Выдать { $count } приглашение
    [few] Выдать { $count } приглашения
   *[many] Выдать { $count } приглашений
}
invites-issue-nobody = Приглашать некого: выберите людей или другое место.
invites-whom-missing = Всем, кого ждут и кто ещё не приглашён
invites-whom-chosen = Выбранным
invites-whom-all = Одна ссылка для всех, без списка
invites-people = Люди
invites-mode = Ссылки
invites-mode-own = Каждому своя
invites-mode-common = Одна на всех
invites-link-hint = Целиком, как её показала платформа. Можно внести позже.
invites-most = Сколько человек вступят, не больше
invites-most-hint = Пусто, если предела нет
invites-last-hint = По сроку ссылки из сведений о платформе
invites-last-unknown = Срок ссылки у платформы неизвестен: пусто — бессрочно
invites-note = Примечание
invites-gets = получит
invites-why-joined = уже вступил(а)
invites-why-invited = уже приглашён(а)
invites-why-apart = вне платформы
invites-why-young = младше порога школы
invites-why-left-out = не выбран(а)
invites-preview = Кого это коснётся
invites-preview-file = приглашения
invites-nobody-expected = Здесь никого не ждут в этой роли.
invites-links-label = Ссылки, по одной в строке
invites-links-hint = По порядку списка ниже, или «ФИО; ссылка»
invites-no-drafts = Нет приглашений, которые ждут ссылки. Сначала выдайте их.
invites-links-wrong = { $count ->
    [one] { $count } строка не распознана: исправьте её, тогда будут внесены все.
    [few] { $count } строки не распознаны: исправьте их, тогда будут внесены все.
   *[many] { $count } строк не распознаны: исправьте их, тогда будут внесены все.
}
invites-paste-lead = Создайте ссылки на платформе и вставьте их сюда. Если хоть одна строка непонятна, не будет внесена ни одна.
invites-links-preview = Какая ссылка кому
invites-waits = ждёт ссылки
invites-line-no-link = это не ссылка
invites-line-no-name = среди ожидающих нет одного такого: { $name }
invites-line-too-many = ссылок больше, чем приглашений
invites-hand-lead = { $count ->
    [one] { $count } приглашение
    [few] { $count } приглашения
   *[many] { $count } приглашений
}
invites-day = Дата
invites-via = Как передано
invites-to = Кому передано
invites-to-hint = Если передано не самому адресату: классному руководителю, родителю
invites-none-with-link = Среди выбранных нет приглашений со ссылкой.
invites-join-lead = { $count ->
    [one] { $count } приглашение.
    [few] { $count } приглашения.
   *[many] { $count } приглашений.
}
invites-join-class = Вступившие станут участниками Учительской или класса.
invites-join-chat = Состав чата отметьте при сверке.
invites-who = Кто вступил
invites-who-hint = Пусто, если известно только, что кто-то вступил
invites-edit = Приглашение
invites-no-revoker = Аннулировать может администратор платформы, а ссылку в чат — и её владелец. Назначьте администратора.
invites-revoke-lead = Закройте ссылку и на платформе. В журнале она останется аннулированной с этой причиной.
invites-reason = Причина
invites-revoked-by = Кто аннулирует
invites-sweep-all = { $count ->
    [one] Аннулировать актом { $count } ссылку
    [few] Аннулировать актом { $count } ссылки
   *[many] Аннулировать актом { $count } ссылок
}
invites-sweep-chosen = Аннулировать выбранные актом
invites-sweep-none = Невостребованных ссылок нет
invites-sweep-none-text = { $days ->
    [one] Сюда попадают ссылки, которыми никто не воспользовался: срок истёк, прошло больше { $days } дня, адресат вступил иначе или выбыл.
    [few] Сюда попадают ссылки, которыми никто не воспользовался: срок истёк, прошло больше { $days } дней, адресат вступил иначе или выбыл.
   *[many] Сюда попадают ссылки, которыми никто не воспользовался: срок истёк, прошло больше { $days } дней, адресат вступил иначе или выбыл.
}
invites-sweep-file = невостребованные-ссылки
invites-sweep-note = { $days ->
    [one] Ссылки, по которым никто не вступил. Порог школы — { $days } день.
    [few] Ссылки, по которым никто не вступил. Порог школы — { $days } дня.
   *[many] Ссылки, по которым никто не вступил. Порог школы — { $days } дней.
}
invites-act-number = № { $number }
invites-acts-file = акты-об-аннулировании
invites-act-title = Название акта
invites-act-signer = Кто подписывает
invites-act-count = Ссылок
invites-acts = Акты об аннулировании
invites-sweep-title = Акт об аннулировании
invites-sweep-lead = Все ссылки аннулируются одним шагом, его можно отменить. Закройте их и на платформе.
invites-sweep-submit = { $count ->
    [one] Аннулировать { $count } ссылку
    [few] Аннулировать { $count } ссылки
   *[many] Аннулировать { $count } ссылок
}
invites-act-number-label = Номер акта
invites-act-title-default = Об аннулировании невостребованных приглашений на { $day }
invites-sweep-preview = Что будет аннулировано
invites-handouts-none = Печатать нечего
invites-handouts-none-text = Нет открытых приглашений со ссылкой. Выдайте приглашения и внесите ссылки.
invites-handouts-note = Распечатайте, разрежьте и отдайте каждому его листок, затем отметьте передачу в журнале учёта.
invites-print = Напечатать
invites-slips = Листков
invites-handouts-lead = Выберите, для кого печатать листки с кодами.
invites-slip-place = { $place } · роль «{ $role }»
invites-slip-how = Наведите камеру телефона на код или наберите адрес.
invites-slip-moderator = Модератор: { $name }
invites-slip-quiet = Тихие часы: с { $from } до { $to }
invites-slip-secret = Ссылка личная: не передавайте её другим.
