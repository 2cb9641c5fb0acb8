### Поля записей и их значения: в журнале и в сравнении снимков.

field-name = { $path ->
    [name] Название
    [name-family] Фамилия
    [name-given] Имя
    [name-patronymic] Отчество
    [gender] Пол
    [birth-date] Дата рождения
    [phone] Телефон
    [email] Эл. почта
    [file-number] Номер личного дела
    [participation] Участие
    [consent-state] Согласие
    [consent-on] Дата согласия
    [consent-paper] Документ о согласии
    [note] Примечание
    [parent] Представитель
    [child] Ребёнок
    [kinship] Родство
    [person] Человек
    [title] Название
    [category] Категория
    [period-from] С
    [period-to] По
    [order] Приказ
    [post] Должность на платформе
    [appointed-by] Кто назначил
    [ended-by] Приказ о завершении
    [end-reason] Причина завершения
    [class] Класс
    [role] Роль
    [state] Состояние
    [state-required-since] Требуется с
    [state-submitted-on] Отправлено
    [state-confirmed-on] Подтверждено
    [state-confirmed-by] Кто подтвердил
    [state-rejected-on] Отклонено
    [state-rejected-reason] Причина отказа
    [from] С
    [to] По
    [kind] Вид
    [kind-class-label] Класс
    [kind-class-year] Учебный год
    [profile] Профиль
    [archived] Закрыт
    [year] Учебный год
    [classes] Классы
    [student] Ученик
    [teacher] Учитель
    [subject] Предмет
    [group] Подгруппа
    [members] Участники
    [hours] Часы в неделю
    [leader] Руководитель
    [number] Номер
    [date] Дата
    [signer] Кто подписал
    [question] Вопрос
    [choice] Решение
    [decided-on] Дата решения
    [decided-by] Кто решил
    [full-name] Полное название
    [short-name] Краткое название
    [address] Адрес
    [tax-number] ИНН
    [site] Сайт
    [support-email] Почта поддержки
    [help-site] Сайт справки
    [chat-limit] Предел участников чата
    [call-limit] Предел участников звонка
    [link-days] Срок ссылки, дней
    [teacher-term] Роль учителя на платформе
    [student-term] Роль ученика на платформе
    [has-journal] Есть журнал действий
    [requires-verification] Нужно подтверждение статуса
    [unclaimed-days] Срок неиспользованного приглашения, дней
    [request-days] Срок заявки, дней
    [verification-days] Срок подтверждения, дней
    [student-invite-grade] Приглашать учеников с класса
    [splits-subgroup-chats] Отдельные чаты подгрупп
    [collapses-primary-chats] Один чат начального класса
   *[other] { $path }
}
field-code = { $code ->
    [male] мужской
    [female] женский
    [on-platform] на платформе
    [off-platform] вне платформы
    [refused] отказ
    [unknown] неизвестно
    [given] есть
    [withdrawn] отозвано
    [mother] мать
    [father] отец
    [guardian] опекун
    [head] руководитель
    [deputy] заместитель
    [teacher] учитель
    [extra-educator] педагог дополнительного образования
    [specialist] специалист
    [non-teaching] прочий работник
    [platform] администратор платформы
    [additional] дополнительный администратор
    [student] ученик
    [not-required] не требуется
    [staff-room] Учительская
    [parents] родительский актив
    [students] актив учеников
    [order] приказ
    [directive] распоряжение
    [protocol] протокол
    [act] акт
   *[other] { $code }
}
field-column = Столбец «{ $column }»
field-yes = да
field-no = нет
field-absent = нет
field-way = Что
field-record = Запись
field-changes = Поля
way-added = добавлено
way-changed = изменено
way-removed = удалено
field-before-after = { $before } → { $after }
