### Общие слова документов школы.

paper-order = ПРИКАЗ
paper-directive = РАСПОРЯЖЕНИЕ
paper-ordering = ПРИКАЗЫВАЮ:
paper-no-number = № ______
paper-numbered = № { $number }
paper-blank-date = «____» ______________ 20____ г.
paper-blank-name = ____________________
paper-gap = ________ (не указано: { $what })
paper-annex = Приложение
paper-annex-to = к приказу от { $date } { $number }
paper-act-reference = от { $date } № { $number }
paper-control-self = Контроль за исполнением приказа оставляю за собой.
paper-read-order = С приказом ознакомлены:
paper-read-directive = С распоряжением ознакомлены:
paper-as-of = По состоянию на { $day }
paper-for-year = на { $year } учебный год
paper-days = с { $from } по { $to }
paper-days-from = с { $from }
paper-days-to = по { $to }
paper-none = Записей нет.
paper-and-more = { $count ->
    [one] { $names } и ещё { $count } человек
    [few] { $names } и ещё { $count } человека
   *[many] { $names } и ещё { $count } человек
}

paper-head = Руководитель
paper-administrator = Администратор платформы
paper-whole-school = вся школа
paper-everybody = все участники
paper-yes = да
paper-no = нет
paper-total = Всего

paper-row-number = №
paper-full-name = ФИО
paper-post = Должность
paper-date = Дата
paper-signature = Подпись
paper-fact = Сведения
paper-value = Значение
paper-duty = Обязанность
paper-task = Задача
paper-clause = Пункт
paper-responsible = Ответственный
paper-term = Срок
paper-state = Состояние
paper-status = Статус «учитель»
paper-joined = Вступил(а)
paper-from = С какого дня
paper-class = Класс
paper-profile = Профиль
paper-students = Учеников
paper-class-teacher = Классный руководитель
paper-issued = Выдана
paper-target = Куда ведёт
paper-role = Роль
paper-addressees = Кому
paper-issuer = Кто выдал
paper-handed = Как передана
paper-reason = Причина
paper-revoked = Аннулирована
paper-received = Поступила
paper-applicant = Кто просит
paper-decision = Решение
paper-decided-by = Кто решил
paper-confirmed-by = Кто подтвердил
paper-what = Что
paper-where = Где действует
paper-from-to = Откуда и куда
paper-ground = Основание
paper-on-platform = Шагов на платформе
paper-chat = Чат или канал
paper-owner = Владелец
paper-members = Участников
paper-channel = Канал
paper-subject = Тема
paper-material = Материал
paper-editor = Редактор
paper-format = Формат
paper-audience = Для кого
paper-host = Ведущий
paper-attended = Кто участвовал
paper-from-whom = От кого
paper-question = Вопрос
paper-answer = Ответ
paper-figure = Показатель
paper-of-total = Из
paper-share = Доля
paper-finding = Что выявлено

paper-organisation-full = Полное наименование
paper-organisation-short = Краткое наименование
paper-address = Адрес
paper-tax-number = ИНН
paper-site = Официальный сайт
paper-reach = Телефон и почта
paper-email = Электронная почта
paper-mobile = Мобильный телефон
paper-platform = Платформа
paper-support = Поддержка платформы
paper-help-site = Справочный сайт

paper-act-order = приказ
paper-act-directive = распоряжение
paper-act-protocol = протокол
paper-act-act = акт
paper-act-with-order = приказом
paper-act-with-directive = распоряжением
paper-act-with-protocol = протоколом
paper-act-with-act = актом
paper-local-act = { $case ->
    [genitive] локального акта «{ $title }»
    [dative] локальному акту «{ $title }»
    [instrumental] локальным актом «{ $title }»
    [prepositional] локальном акте «{ $title }»
   *[nominative] локальный акт «{ $title }»
}
paper-approved-by = { $case ->
    [instrumental] { $regulation }, утверждённым приказом { $order },
   *[genitive] { $regulation }, утверждённого приказом { $order },
}
