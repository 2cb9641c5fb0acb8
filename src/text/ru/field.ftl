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
    [consent] Согласие
    [period] Период
    [of] Что переносится
    [target] Куда ведёт
    [registered] Регистрация
    [submitted] Передача
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
    [form] Вид документа
    [lines] Текст
    [subject-person] О ком
    [subject-class] Класс
    [subject-record] По записи
    [subject-from] С
    [subject-to] По
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
    [planner] Адрес планировщика
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
    [chat-quiet] Тихие часы чатов
    [chat-quiet-from] Тихие часы чатов с
    [chat-quiet-to] Тихие часы чатов до
    [chat-rules] Правила чатов
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
    [control-days] Проверка не реже, дней
    [stale-chat-days] Сверка чата не реже, дней
    [homeroom-classes] Классов у одного руководителя
    [access] Доступ к статистике
    [act] Документ
    [addressees] Кому
    [agenda] Повестка
    [answer] Ответ
    [archived-on] В архиве с
    [attended] Кто участвовал
    [audience-groups] Группы
    [audience-classes] Классы
    [audience-line] Строка учебного плана
    [audience-activity] Группа внеурочной деятельности
    [audience-chat] Чат
    [audience-people] Люди
    [audience-parents-of] Родители классов
    [author] Автор
    [by] Кто
    [channel] Канал
    [checked] Сверен
    [checker] Кто проверял
    [clause] Пункт
    [created-on] Создан
    [due] Срок
    [editor] Кто публикует
    [exclude] Исключены из состава
    [expires-on] Действует до
    [extra] Лишние участники
    [figures] Показатели
    [figures-joined-staff-of] Педагоги: всего
    [figures-joined-staff-value] Педагоги: вступили
    [figures-joined-students-of] Ученики: всего
    [figures-joined-students-value] Ученики: вступили
    [findings] Замечания
    [format] Формат
    [host] Ведущий
    [include] Включены сверх правила
    [issued-by] Кто выдал
    [issued-on] Выдана
    [material] Материал
    [max-uses] Наибольшее число вступлений
    [minutes] Длительность, минут
    [misroled] С неверной ролью
    [moderator] Модератор
    [outcome] Итог
    [owner] Ответственный
    [place] Место
    [planned-on] Запланировано на
    [purpose] Цель
    [quiet] Тихие часы
    [quiet-from] Тихие часы с
    [quiet-to] Тихие часы до
    [registered-on] Зарегистрирован
    [registered-phone] Телефон регистрации
    [rows] Распределение
    [rule] Правило
    [rules] Правила чата
    [scope] Область
    [scope-activity] Группа внеурочной деятельности
    [scope-chat] Чат
    [scope-class] Класс
    [scope-clause] Пункт
    [scope-event] Событие
    [scope-person] Человек
    [scope-subject-class] Класс
    [scope-subject-group] Подгруппа
    [scope-subject-subject] Предмет
    [sent] Передача
    [start] Начало, минут от полуночи
    [state-accepted-on] Принят
    [state-active-since] Действует с
    [state-answered-answer] Ответ
    [state-answered-on] Дан ответ
    [state-answered-sent] Отправлено
    [state-approved-by] Кто принял
    [state-approved-on] Принята
    [state-approved-person] Кто это
    [state-archived-on] В архиве с
    [state-asked-on] Запрошено
    [state-asked-question] Что запрошено
    [state-cancelled-reason] Причина отмены
    [state-closed-answer] Ответ
    [state-closed-on] Завершено
    [state-declined-by] Кто отклонил
    [state-declined-on] Отклонена
    [state-declined-reason] Причина отказа
    [state-expired-on] Истекла
    [state-held-on] Состоялось
    [state-not-required-by] Кто решил
    [state-not-required-reason] Почему не нужен
    [state-published-on] Опубликовано
    [state-read-only-on] Только чтение с
    [state-rehearsed-on] Проверено
    [state-returned-on] Возвращён
    [state-returned-reason] Причина возврата
    [state-revoked-act] Акт
    [state-revoked-on] Аннулирована
    [state-revoked-reason] Причина
    [state-sent-on] Отправлено
    [state-superseded-by] Чем заменена
    [state-superseded-on] Заменена
    [state-withdrawn-on] Отозвана
    [steps] Действия на платформе
    [strangers] Неизвестные участники
    [submitted-on] Сдано
    [submitted-to] Кому
    [summary] Что видно
    [target-chat] Чат
    [target-class] Класс
    [tickets] Обращения
    [uses] Вступления
    [verdict] Вывод
    [ticket-days] Срок ответа на обращение, дней
    [faq-tickets] Обращений до частого вопроса
    [report-days] Дней между справками
    [state-submitted-reason] Причина
   *[other] { $path }
}
field-code = { $code ->
    [male] мужской
    [female] женский
    [on-platform] на платформе
    [off-platform] вне платформы
    [refused] отказ
    [unknown] неизвестно
    [given] дано
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
    [act] акт
    [absence] отсутствие
    [administration] администрация
    [available] есть доступ
    [broadcast] трансляция
    [class-change] перевод в другой класс
    [class-event] мероприятие класса
    [dismiss] увольнение
    [draft] черновик
    [enrol] зачисление
    [fulfilled] исполняется
    [general] общий
    [graduate] выпуск
    [hire] приём на работу
    [hybrid] смешанный
    [idea] замысел
    [issued] выдана
    [leave] выбытие
    [lesson] дистанционное занятие
    [material] есть материал
    [meeting] совещание
    [new] новая
    [no-access] нет доступа
    [not-applicable] неприменимо
    [online] онлайн
    [open] открыто
    [parent] родитель
    [partly] исполняется частично
    [pedagogues] педагоги
    [promote] перевод в следующий класс
    [re-role] исправление роли или класса
    [ready] готово
    [repeat] повторное обучение
    [requested] запрошен
    [return] возвращение
    [school] вся школа
    [sent] отправлено
    [staff] сотрудники
    [webinar] вебинар
   *[other] { $code }
}
field-column = Столбец «{ $column }»
field-code-other = другой
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
