### Ознакомление, права, согласия, актив.

rights-page-title = Ознакомление, права и согласия
rights-page-lead = Кто и с чем ознакомлен, какие права есть у каждого, кто дал согласие и как связаться с теми, кто не на платформе.
rights-tab-sheets = Листы ознакомления
rights-tab-rights = Права
rights-tab-consents = Согласия и участие
rights-tab-activists = Актив
rights-open-security = { $count ->
    [0] Открыть памятку для всех классов
    [one] Открыть памятку в { $count } классе
    [few] Открыть памятку в { $count } классах
   *[many] Открыть памятку в { $count } классах
}
rights-security-everywhere = У каждого класса с учениками лист памятки уже есть.
rights-open = Открыть листы
rights-open-lead = Для каждого выбранного класса откроется свой лист. Кто не участвует на платформе, в лист не попадает: с ним знакомят иначе.
rights-open-submit = Открыть
rights-open-preview = Листов: { $sheets }, человек: { $count }.
rights-no-sheets = Листов ознакомления пока нет
rights-no-sheets-text = Начните с памятки о безопасности профиля: листы для всех классов открываются одним действием.
rights-sheets = Листы ознакомления
rights-sheets-note = В знаменателе те, кто участвует на платформе. Остальные посчитаны отдельно и отстающими не считаются.
rights-apart = Вне платформы: { $count }. Их знакомят иначе.
rights-subject-security = Памятка о безопасности профиля
rights-subject-rights = Личный лист прав и обязанностей
rights-subject-chat-rules = Правила чатов
rights-audience-students = обучающиеся
rights-audience-parents = родители
rights-audience-staff = работники
rights-confirmed = { $done } из { $of }
rights-paper = С чем знакомят
rights-who = Кто
rights-opened-on = Открыт
rights-state = Подтвердили
rights-apart-column = Вне платформы
rights-new-column = Новых, кого нет в листе
rights-renew = Обновить список
rights-renew-count = { $count ->
    [0] Обновить список
    [one] Добавить { $count } нового
    [few] Добавить { $count } новых
   *[many] Добавить { $count } новых
}
rights-done = подтвердил(а)
rights-other-way = знакомят иначе
rights-not-yet = ждём
rights-people = Люди
rights-name = Имя
rights-on = Когда подтверждено
rights-confirm = Отметить ознакомление
rights-confirm-all = { $count ->
    [0] Отметить всех
    [one] Отметить { $count } оставшегося
    [few] Отметить { $count } оставшихся
   *[many] Отметить { $count } оставшихся
}
rights-confirm-lead = Будет отмечено: { $count }.
rights-all-done = Подтвердили все.
rights-clear = Снять отметку
rights-print = Напечатать лист
rights-classes = Классы
rights-links = Куда обратиться
rights-links-note = Написать в поддержку и читать инструкции может каждый пользователь.
rights-support = Почта поддержки
rights-help-site = Сайт с инструкциями
rights-write-support = Написать в поддержку
rights-open-help = Открыть сайт с инструкциями
rights-by-role = Права по ролям
rights-by-role-note = Доступ бесплатный и круглосуточный. Тихие часы чата — это правило вежливости, а не ограничение доступа.
rights-line = { $clauses }: { $name }
rights-count = { $count ->
    [0] прав нет
    [one] { $count } право
    [few] { $count } права
   *[many] { $count } прав
}
rights-personal = Личные листы
rights-personal-note = Лист прав и обязанностей печатается на каждого работника; с ним знакомят под подпись.
rights-post = Должность
rights-may-column = Что может
rights-what-may = права и обязанности
rights-sheet-column = Лист
rights-sheet = лист для подписи
rights-no-staff = Работников пока нет: загрузите список или добавьте людей.
rights-consent-given = Согласие дано
rights-consent-unknown = Согласие не записано
rights-off-platform = Не на платформе
rights-off-platform-note = Это их право. Для них указан другой способ связи.
rights-consents-note = Положение о персональных данных молчит, поэтому основание — 152-ФЗ и пункт 4.3. Таблица нужна, чтобы связаться с каждым, а не чтобы кого-то упрекать.
rights-consent = Согласие
rights-consent-on = Дата ответа
rights-consent-paper = Документ
rights-paper-hint = Где хранится: папка, номер, лист.
rights-participation = Участие
rights-way = Как связаться иначе
rights-way-hint = Например: звонок, записка через ребёнка, встреча.
rights-set-consents = Записать согласие или участие
rights-nobody = Под такой отбор никто не подходит.
rights-any = Все
rights-keep = не менять
rights-chosen = { $count ->
    [0] Никто не выбран.
    [one] Выбран { $count } человек. Пустое поле ничего не меняет.
    [few] Выбрано { $count } человека. Пустое поле ничего не меняет.
   *[many] Выбрано { $count } человек. Пустое поле ничего не меняет.
}
rights-active-parents = Родительский актив
rights-active-students = Актив обучающихся
rights-active-classes = { $kind }: классов
rights-active-note = Рекомендуется хотя бы один человек от каждого класса: с активом руководитель ведёт отдельный чат.
rights-active-lead = Предложены те, кто относится к классу.
rights-whole-school = Вся школа
rights-class = Класс
rights-members = Состав
rights-how-many = Сколько
