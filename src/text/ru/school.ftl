### Школа: организация, платформа, пороги, учебные годы, локальные акты.

school-lead = Организация, платформа, учебные годы и документы, на которых держится план
school-organisation = Организация
school-organisation-none = Данные организации ещё не введены
school-organisation-none-text = Краткое название стоит в заголовке плана и в названии Учительской, контакты нужны для заявки администратора.
school-organisation-enter = Ввести данные
school-full-name = Полное название
school-full-name-hint = Как в уставе
school-short-name = Краткое название
school-short-name-hint = Для заголовков: МОУ «Гимназия № 44 г. Твери»
school-address = Адрес
school-tax-number = ИНН
school-site = Сайт
school-phone = Телефон
school-email = Электронная почта
school-not-entered = не указано

school-platform = Платформа
school-platform-text = Что школа знает о своей платформе. Пустое поле значит «неизвестно», и это тоже ответ.
school-platform-name = Название
school-platform-email = Адрес регистрации и поддержки
school-platform-help = Сайт с инструкциями
school-platform-chat-limit = Участников в чате, не больше
school-platform-call-limit = Участников в звонке, не больше
school-platform-link-days = Ссылка живёт, дней
school-platform-teacher-term = Роль педагога называется
school-platform-student-term = Роль ученика называется
school-platform-journal = Электронный журнал
school-unknown = неизвестно
school-yes = есть
school-no = нет

school-settings = Порядок школы
school-verification = Подтверждать статус «учитель»
school-verification-hint = Положение требует этого «при необходимости»: решает школа
school-subgroup-chats = Каждой подгруппе свой чат
school-subgroup-chats-hint = Иначе один чат на класс и предмет
school-primary-chats = В начальной школе предметы учителя класса идут в общем чате класса
school-primary-chats-hint = Иначе чат на каждый предмет
school-settings-yes = да
school-settings-no = нет
school-unclaimed-days = Аннулировать ссылку, если ею не воспользовались, дней
school-request-days = Решать заявку на вступление за, дней
school-verification-days = Подтверждать статус за, дней
school-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}

school-years = Учебные годы
school-years-none = Учебных годов ещё нет
school-years-none-text = Год задаёт день, на который показан план, и принадлежность классов.
school-year = Учебный год
school-year-from = Первый день
school-year-to = Последний день
school-year-classes = Классов
school-year-current = текущий
school-year-add = Добавить год
school-year-named = Это будет { $label } учебный год.
school-year-remove-hint = Вместе с годом удаляются его классы и всё, что к ним относится. Удаление можно отменить.

school-acts = Локальные акты
school-acts-text = Приказы, распоряжения и протоколы, на которые опираются назначения, зачисления и списки.
school-acts-none = Документов ещё нет
school-acts-none-text = Зарегистрируйте приказы: без приказа не назначить администратора платформы.
school-act-add = Зарегистрировать документ
school-act-kind = Вид
school-act-number = Номер
school-act-date = Дата
school-act-title = Название
school-act-title-hint = Например: О назначении администратора
school-act-signer = Подписал(а)
school-act-signer-none = Не указан(а)
school-act-signer-hint = Приказ подписывает руководитель: в списке те, кто занимает эту должность в день документа.
school-act-used = Записей опирается
school-act-order = приказ
school-act-directive = распоряжение
school-act-protocol = протокол
school-acts-column = Действия
