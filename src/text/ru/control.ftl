### Контроль: аудит, проверки администрации, соответствие по пунктам, «как было на дату».

control-title = Контроль
control-lead = Что расходится с Положением, какие проверки провела администрация и что по ним сделано.
control-tab-audit = Аудит
control-tab-checks = Проверки
control-tab-as-of = Как было на дату
control-tab-duties = Обязанности
control-new-check = Записать проверку
control-all = Все
control-severity = Важность
control-area = О чём
control-clause = Пункт
control-class = Класс
control-people = Люди
control-what = Замечание
control-findings = Замечания аудита
control-findings-note = Аудит выводит замечания из записей и ничего не хранит: исправили запись — замечание исчезло. Отметьте строки, чтобы внести их в проверку.
control-nothing = Замечаний нет
control-nothing-text = Записи не расходятся с Положением. Запишите проверку, чтобы контроль был подтверждён.
control-none-shown = По этому отбору ничего нет.
control-check-chosen = Внести в проверку
control-file = замечания-аудита
control-file-checks = проверки
control-file-findings = замечания-проверок

control-no-checks = Проверок пока нет
control-no-checks-text = Администрация контролирует использование профиля: запишите, что, когда и кем проверено и что найдено.
control-overdue = Не устранено в срок
control-on = Дата
control-scope = Что проверяли
control-checker = Кто проверял
control-checker-hint = Руководитель или заместитель, но не тот, чью работу проверяют.
control-open = Открыто
control-fixed = Устранено
control-verified = Проверено
control-act = Акт, справка
control-open-check = Открыть
control-all-checks = Все проверки
control-check = Проверка
control-check-lead = Проверяет администрация; собственную работу никто не проверяет.
control-check-findings = Замечания проверки
control-check-findings-note = Устраняет ответственный, проверяет устранение другой представитель администрации.
control-summary = Итог
control-paper = Акт контроля
control-add-finding = Добавить замечание
control-no-findings = Замечаний нет
control-no-findings-text = Проверка ничего не нашла. Если нашла — добавьте замечание, ответственного и срок.
control-finding = Замечание
control-finding-clause = По какому пункту
control-first-finding-hint = Можно оставить пустым и добавить замечания позже.
control-taken = Замечания, взятые из аудита
control-responsible = Ответственный
control-deadline = Устранить до
control-state = Состояние
control-state-open = открыто
control-state-fixed = устранено
control-state-verified = проверено
control-late = просрочено
control-fix = Отметить устранение
control-verify = Проверить устранение
control-reopen = Открыть снова
control-when = Когда
control-how = Как устранено
control-outcome = Что увидели
control-mended = устранено
control-not-mended = не устранено, открыть снова
control-verifier = Кто проверил
control-verifier-hint = Представитель администрации, кроме ответственного за устранение.
control-scope-kind = { $kind ->
    [school] вся школа
    [class] класс
    [chat] чат
    [event] событие
    [person] работа человека
    [clause] пункт Положения
   *[other] { $kind }
}
control-scope-of = { $kind ->
    [school] Вся школа
    [class] Класс { $what }
    [chat] Чат «{ $what }»
    [event] Событие «{ $what }»
    [person] Работа: { $what }
    [clause] Пункт { $what }
   *[other] { $what }
}

compliance-title = Соответствие по пунктам
compliance-lead = Как исполняется каждый пункт Положения: чем подтверждается, что мешает, что сделать.
compliance-of-clause = Пункт { $clause }: исполнение
compliance-state = Состояние
compliance-section = Раздел
compliance-says = О чём пункт
compliance-evidence = Подтверждающие записи
compliance-against = Замечания
compliance-clauses = Пункты
compliance-note = Состояние выводится из записей и замечаний. Чего записи не покажут, подтверждает человек.
compliance-more = и ещё { $count }
compliance-more-evidence = Показаны первые 200, ещё { $count }.
compliance-details = Подробнее
compliance-attest = Подтвердить
compliance-take-back = Снять подтверждение
compliance-attestation = Подтверждение
compliance-no-attestation = нет
compliance-no-evidence = Записей, которые это показывают, нет.
compliance-kind = Вид
compliance-record = Запись
compliance-file = соответствие
compliance-file-evidence = подтверждающие-записи
compliance-verdict = Что подтверждается
compliance-grounds = Основание
compliance-grounds-hint = Что это показывает: документ, решение, причина. Для «частично» и «неприменимо» обязательно.
compliance-by = Кто подтверждает
compliance-term = На какой срок
compliance-this-year = на этот учебный год
compliance-for-good = бессрочно
compliance-papers = Документы

as-of-day = На дату
as-of-search = Человек
as-of-before = День раньше
as-of-today = Сегодня
as-of-whole = Показать весь план на этот день
as-of-after = День позже
as-of-note = Показано по датам записей; чаты — по датам создания и закрытия, какие сохранились.
as-of-none = нет
as-of-year = Учебный год
as-of-edition = Действовавшая редакция
as-of-head = Руководитель
as-of-deputies = Заместители
as-of-administrator = Администратор платформы
as-of-additional = Дополнительные администраторы
as-of-students = Обучающихся
as-of-staff = Работники
as-of-joined = В Учительской
as-of-chats = Чатов
as-of-classes = Классы
as-of-teacher = Классный руководитель
as-of-no-teacher = нет
as-of-no-classes = На этот день учебный год не записан.
as-of-person = Человек
as-of-roles = Кем был
as-of-membership = На платформе
as-of-found = Найденные люди
as-of-leads = классный руководитель { $class }
as-of-studies = ученик { $class }
as-of-represents = представитель: { $child } { $class }
as-of-in-staff-room = Учительская
as-of-file-classes = классы-на-дату
as-of-file-people = люди-на-дату
