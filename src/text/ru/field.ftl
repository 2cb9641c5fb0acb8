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
    [splits-subgroup-chats] Отдельные чаты подгрупп
    [collapses-primary-chats] Один чат начального класса
    [parent-term] Роль родителя на платформе
    [has-calls] Есть звонки
    [has-files] Есть файлы
    [has-polls] Есть опросы
    [other-way] Как связаться иначе
    [edition] Данные редакции
    [version] Как называется редакция
    [protocol] Протокол
    [amends] Какую редакцию меняет
    [changes] Что изменено
    [text] Текст
    [data] Файл редакции
    [issuer] Кто издал
    [retired-on] Утратил силу
    [topic] Тема
    [governed-by] Чем урегулировано
    [on] Дата
    [opened-on] Открыт
    [audience] Кто подписывает
    [people] Кто ознакомлен
    [subject-act] Документ
    [subject-regulation] Редакция положения
    [of-chat] Чат
    [of-channel] Канал
    [of-class] Класс
    [link] Ссылка
    [read-only-on] Старое только для чтения с
    [missing] Кто ещё не перешёл
    [state-created-on] Создано
    [state-moved-on] Перенесено
    [state-not-needed-reason] Почему не переносится
    [switch-on] Когда переходим
    [profile-name] Название
    [profile-support-email] Почта поддержки
    [profile-help-site] Сайт справки
    [profile-chat-limit] Предел участников чата
    [profile-call-limit] Предел участников звонка
    [profile-link-days] Срок ссылки, дней
    [profile-teacher-term] Роль учителя
    [profile-student-term] Роль ученика
    [profile-parent-term] Роль родителя
    [profile-has-journal] Есть журнал
    [profile-has-calls] Есть звонки
    [profile-has-files] Есть файлы
    [profile-has-polls] Есть опросы
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
    [security] памятка о безопасности
    [rights] лист прав и обязанностей
    [chat-rules] правила чатов
    [class-students] обучающиеся класса
    [class-parents] родители класса
    [all-staff] работники
    [planned] запланировано
    [allow] можно
    [deny] рассчитывать нельзя
    [own] школа читает иначе
    [default] как читает программа
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
