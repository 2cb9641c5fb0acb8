### Номенклатура, распределение классного руководства, Учительская.

orders-title = Номенклатура и распределение
orders-lead = Утверждённый список классов, классные руководители по приказу и состав Учительской рядом с тем, как есть
orders-structure = Структура
orders-open-structure = Открыть структуру
orders-no-list = Номенклатура года не введена
orders-order-of = приказ № { $number } от { $date }
orders-nothing = нет
orders-distribution = Распределение классного руководства
orders-none = Распределение года не введено
orders-none-text = Введите или вставьте строки приказа «7А Баранов Глеб Олегович» либо возьмите нынешних классных руководителей за основу.
orders-enter = Ввести распределение
orders-take-over = Взять нынешних руководителей
orders-no-order = приказ не указан, список считается проектом
orders-differing = { $count ->
    [0] Основание: { $approved }. Все классы соответствуют.
    [one] Основание: { $approved }. Расходится { $count } класс.
    [few] Основание: { $approved }. Расходятся { $count } класса.
   *[many] Основание: { $approved }. Расходятся { $count } классов.
}
orders-approved = По приказу
orders-current = Сейчас ведёт
orders-standing = Соответствие
orders-is-approved = по приказу
orders-without-order = приказ не указан
orders-own-order = отдельный приказ
orders-differs = не по приказу
orders-vacant = нет руководителя
orders-unlisted = нет в распределении
orders-attach = Прикрепить по приказу
orders-attach-all = Прикрепить всех по приказу
orders-attach-chosen = Прикрепить выбранных по приказу
orders-override = Назначить иначе
orders-override-title = Классный руководитель { $class }
orders-override-lead = Назначение не по утверждённому распределению требует отдельного приказа.
orders-own = Отдельный приказ
orders-own-hint = Без него годится только тот, кто указан в распределении
orders-form-lead = Одна строка на класс: класс и фамилия, имя, отчество. Подойдут и вставленные строки приказа, и фамилия с инициалами.
orders-order = Приказ о распределении
orders-order-hint = Пока приказ не указан, список считается проектом и ничего не запрещает
orders-rows = Класс и классный руководитель
orders-rows-hint = Например: 7А Баранов Глеб Олегович
orders-reading = Что понято
orders-understood = Классов
orders-fault-class = нет такого класса
orders-fault-person = нет такого работника
orders-fault-several = подходит несколько работников: допишите имя
orders-fault-twice = класс указан дважды
orders-invited = Приглашены
orders-uninvited = Не приглашены
orders-waiting = Ещё не в Учительской
orders-to-invites = К приглашениям
