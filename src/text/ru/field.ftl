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
    [ticket-days] Срок ответа на обращение, дней
    [faq-tickets] Обращений до частого вопроса
    [report-days] Дней между справками
    [audience] Для кого
    [audience-groups] Группы
    [audience-classes] Классы
    [audience-parents-of] Родители классов
    [audience-line] Строка плана
    [audience-activity] Группа внеурочной деятельности
    [audience-chat] Чат
    [audience-people] Люди
    [editor] Редактор
    [link] Ссылка
    [created-on] Создан
    [archived-on] В архиве с
    [extra] Лишние участники
    [text] Текст
    [channel] Канал
    [author] Автор
    [due] Срок
    [state-submitted-reason] Причина
    [state-returned-on] Возвращено
    [state-returned-reason] Причина возврата
    [state-accepted-on] Принято
    [planned-on] Запланировано на
    [material] Материал
    [state-published-on] Опубликовано
    [state-cancelled-reason] Причина отмены
    [on] Дата
    [start] Начало, минут от полуночи
    [minutes] Длительность, минут
    [format] Формат
    [place] Место
    [host] Ведущий
    [agenda] Повестка
    [outcome] Итог
    [protocol] Протокол
    [attended] Кто был
    [state-rehearsed-on] Проверено
    [state-held-on] Проведено
    [topic] Тема
    [opened-on] Открыто
    [owner] Ответственный
    [state-answered-on] Отвечено
    [state-answered-answer] Ответ
    [state-answered-sent] Отправлено
    [state-closed-on] Закрыто
    [state-closed-answer] Ответ
    [state-sent-on] Отправлено
    [tickets] Обращения
    [answer] Ответ
    [access] Доступ к статистике
    [figures] Показатели
    [submitted-on] Сдано
    [submitted-to] Кому сдано
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
    [parents] родители
    [students] ученики
    [order] приказ
    [directive] распоряжение
    [protocol] протокол
    [general] общий
    [staff] сотрудники
    [other] другой
    [administration] администрация
    [pedagogues] педагоги
    [requested] запрошено
    [idea] замысел
    [material] есть материал
    [ready] готово
    [broadcast] трансляция
    [meeting] совещание
    [lesson] урок с ДОТ
    [class-event] мероприятие класса
    [webinar] вебинар
    [online] онлайн
    [hybrid] смешанный
    [planned] запланировано
    [open] открыто
    [draft] черновик
    [available] есть
    [no-access] нет доступа
   *[unknown-code] { $code }
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
