### Журналы, реестры, списки, планы, справки и акты.

doc-list-staff-name = СПИСОК ПЕДАГОГИЧЕСКИХ РАБОТНИКОВ
doc-list-staff-subject = для присоединения к классу «Учительская { $organisation }»
doc-list-staff-total = Вступили: { $joined } из { $of }.

doc-list-chats-name = ВЕДОМОСТЬ ЧАТОВ И КАНАЛОВ
doc-list-chats-none = Чатов и каналов пока нет.
doc-list-chats-unnamed = без названия
doc-list-chats-total = Чатов и каналов: { $count }, из них созданы { $created }.
doc-list-chats-planned = ещё не создан
doc-list-channels = Системные каналы

doc-list-activists-name = СПИСОК АКТИВА

doc-ledger-invites-name = ЖУРНАЛ УЧЁТА ССЫЛОК-ПРИГЛАШЕНИЙ
doc-ledger-invites-none = За этот период ссылок не выдано.
doc-act-revocation-name = АКТ
doc-act-revocation-subject = об аннулировании ссылок-приглашений, которыми никто не воспользовался
doc-act-revocation-text = В целях информационной безопасности, на основании { $regulation } администратором платформы { $by } аннулированы следующие ссылки-приглашения:
doc-act-revocation-total = { $count ->
    [one] Всего аннулирована { $count } ссылка.
    [few] Всего аннулировано { $count } ссылки.
   *[many] Всего аннулировано { $count } ссылок.
}
doc-act-revocation-kept = Записи об аннулированных ссылках сохраняются в журнале учёта ссылок-приглашений.

doc-ledger-requests-name = ЖУРНАЛ ЗАЯВОК НА ВСТУПЛЕНИЕ
doc-ledger-requests-none = За этот период заявок не поступало.
doc-request-new = не рассмотрена
doc-request-asked = { $on } запрошено уточнение: { $question }
doc-request-approved = { $on } принята: { $who }
doc-request-declined = { $on } отклонена: { $reason }
doc-request-withdrawn = { $on } отозвана

doc-register-statuses-name = РЕЕСТР СТАТУСОВ «УЧИТЕЛЬ»
doc-register-statuses-unknown = нет сведений
doc-register-statuses-total = Подтверждены: { $confirmed } из { $of }.

doc-book-movement-name = КНИГА ДВИЖЕНИЯ ОБУЧАЮЩИХСЯ И РАБОТНИКОВ
doc-book-movement-none = Движения нет.
doc-extract-movement-name = ВЫПИСКА
doc-extract-movement-subject = из книги движения обучающихся и работников
doc-extract-movement-about = Дана о движении { $about }.
doc-extract-movement-class = { $name } обучается в классе { $class }.
doc-extract-movement-post = { $name } работает в организации, должность: { $post }.
doc-extract-movement-gone = { $name } в списках обучающихся и работников не значится.

doc-plan-publications-name = ПЛАН ПУБЛИКАЦИЙ В СИСТЕМНЫХ КАНАЛАХ
doc-plan-publications-none = На этот период публикаций не запланировано.
doc-plan-events-name = ПЛАН ТРАНСЛЯЦИЙ И МЕРОПРИЯТИЙ
doc-plan-events-none = На этот период мероприятий не запланировано.
doc-list-training-name = ЛИСТ УЧЁТА СЕМИНАРОВ И ВЕБИНАРОВ
doc-list-training-none = За этот период семинаров и вебинаров не было.

doc-ledger-tickets-name = ЖУРНАЛ ОБРАЩЕНИЙ УЧАСТНИКОВ
doc-ledger-tickets-none = За этот период обращений не было.
doc-ticket-open = ответа ещё нет
doc-ticket-answered = { $on }: { $answer }
doc-ticket-closed = { $on }, закрыто: { $answer }

doc-report-statistics-name = СПРАВКА
doc-report-statistics-subject = об использовании платформы «{ $platform }» { $days }
doc-report-statistics-by = от администратора платформы { $by }
doc-report-statistics-access = Показатели взяты из статистики, которую платформа показывает администратору, и из учёта организации.
doc-report-statistics-no-access = Статистика платформы администратору недоступна. Показатели приведены по учёту организации.
doc-report-statistics-none = Показатели не внесены.
doc-report-statistics-read = Со справкой ознакомлен(а):

doc-act-control-name = АКТ
doc-act-control-subject = контроля за использованием платформы «{ $platform }»
doc-act-control-text = Проверка проведена { $checker }. Дата проверки: { $on } Предмет проверки: { $scope }.
doc-act-control-summary = Что установлено
doc-act-control-findings = Выявленные недостатки
doc-act-control-none = Недостатков не выявлено.
doc-act-control-read = С актом ознакомлены:
doc-control-scope-school = использование платформы в организации в целом
doc-control-scope-class = класс { $class }
doc-control-scope-chat = чат «{ $name }»
doc-control-scope-event = мероприятие «{ $name }»
doc-control-scope-person = работа { $name }
doc-control-scope-clause = исполнение пункта { $clause }: { $text }

paper-invite-role = { $role ->
    [student] ученик
    [parent] родитель
   *[teacher] учитель
}
paper-sending-way = { $way ->
    [in-person] лично
    [paper] на бумаге
    [email] по электронной почте
    [message] сообщением
    [journal] через электронный журнал
   *[other] другим способом
}
paper-invite-state = { $state ->
    [draft] готовится
    [issued] выдана
    [sent] передана
    [closed] использована { $on }
    [expired] истекла { $on }
    [revoked] аннулирована { $on }
   *[superseded] заменена { $on }
}
paper-publication-state = { $state ->
    [idea] замысел
    [material] есть материал
    [ready] готова
    [published] опубликована { $on }
   *[cancelled] отменена
}
paper-event-kind = { $kind ->
    [broadcast] трансляция
    [meeting] совещание
    [lesson] дистанционный урок
    [class-event] мероприятие класса
   *[webinar] вебинар
}
paper-event-format = { $format ->
    [hybrid] очно и онлайн
   *[online] онлайн
}
paper-event-state = { $state ->
    [planned] запланировано
    [rehearsed] техника проверена { $on }
    [held] проведено { $on }
   *[cancelled] отменено
}
paper-finding-state = { $state ->
    [open] не устранено
    [fixed] устранено { $on }
   *[verified] устранение проверено { $on }
}
paper-audience-group = { $group ->
    [administration] администрация
    [pedagogues] педагоги
    [staff] работники
    [students] обучающиеся
   *[parents] родители
}
paper-audience-classes = обучающиеся, классы: { $classes }
paper-audience-parents = родители, классы: { $classes }
paper-audience-people = { $count ->
    [one] { $count } человек поимённо
    [few] { $count } человека поимённо
   *[many] { $count } человек поимённо
}
paper-chat-state = { $state ->
    [not-required] не нужен
    [created] создан { $on }
    [active] действует с { $on }
    [read-only] только чтение с { $on }
   *[archived] в архиве с { $on }
}
