### Заявки на вступление и статус «учитель».

requests-title = Заявки и статусы
requests-lead = Кто просится на платформу и кто подтверждает статус «учитель». Решают администраторы; принимают только тех, кто есть в списках.
requests-tab-inbox = Входящие заявки
requests-tab-journal = Журнал заявок
requests-tab-status = Статус «учитель»
requests-tab-register = Реестр подтверждённых
requests-why-same-name = имя совпадает
requests-why-yo = ё и е
requests-why-look-alike = латинские буквы вместо русских
requests-why-other-order = другой порядок слов
requests-why-no-patronymic = без отчества
requests-why-other-patronymic = другое отчество
requests-why-typo = опечатка
requests-why-part-only = совпала только часть имени
requests-why-same-role = роль совпадает
requests-why-other-role = другая роль
requests-why-same-class = класс совпадает
requests-why-other-class = другой класс
requests-stage-none = Не начато
requests-no-class = класс не указан
requests-receive = Внести заявки
requests-none = Заявок нет
requests-none-text = Когда на платформе появятся заявки на вступление, внесите их сюда: приложение сверит их со списками и подскажет ответ.
requests-inbox-note = { $days ->
    [one] Решите каждую за { $days } день.
    [few] Решите каждую за { $days } дня.
   *[many] Решите каждую за { $days } дней.
}
requests-parent = родитель
requests-matched = найден в списках
requests-ambiguous = проверьте, кто это
requests-unknown = нет в списках
requests-age = { $days ->
    [one] ждёт { $days } день
    [few] ждёт { $days } дня
   *[many] ждёт { $days } дней
}
requests-late = { $days ->
    [one] ждёт { $days } день, срок прошёл
    [few] ждёт { $days } дня, срок прошёл
   *[many] ждёт { $days } дней, срок прошёл
}
requests-asked = { $day } спросили: { $question }
requests-parent-why = Родителя не принимают в организацию или класс: он вступает в чат по ссылке педагога (пункт 2.7/1).
requests-parent-reason = Родители вступают в чаты по ссылке педагога (2.7/1)
requests-parent-text-to = Здравствуйте! Родители участвуют в чатах класса, а не в самом классе, поэтому заявку мы отклонили. Ссылку в чат даст классный руководитель: { $name }.
requests-parent-text = Здравствуйте! Родители участвуют в чатах класса, а не в самом классе, поэтому заявку мы отклонили. Ссылку в чат даст классный руководитель или администрация школы.
requests-approve = Принять
requests-decline = Отклонить
requests-decline-chosen = Отклонить выбранные
requests-copy-decline = Скопировать ответ
requests-ask = Запросить сведения
requests-withdraw = Отозвана автором
requests-candidate = { $score } из 100: { $name } ({ $place }) — { $why }
requests-journal-file = журнал-заявок
requests-journal-empty = Заявок ещё не было.
requests-column-name = Имя в заявке
requests-column-on = Поступила
requests-column-decision = Решение
requests-column-as = Кто это в списках
requests-column-by = Кто решил
requests-column-asks = Просится
requests-column-match = Сверка
requests-new = новая
requests-state-asked = запрошены сведения
requests-approved = принята
requests-declined = отклонена
requests-withdrawn = отозвана
requests-words-teacher = учит педагог препод воспит сотруд
requests-words-student = учен учащ обуч студ
requests-words-parent = родит мать мама отец папа законн представ опекун
requests-receive-lead = Скопируйте заявки с платформы. Если строку не удаётся понять, не будет внесена ни одна.
requests-lines = Заявки, по одной в строке
requests-lines-hint = ФИО; роль; класс — например: Фёдоров Пётр; ученик; 7А
requests-role = Роль, если в строке её нет
requests-class = Класс, если в строке его нет
requests-class-hint = Можно оставить пустым
requests-unread = { $count ->
    [one] { $count } строка не понята: поправьте роль или класс.
    [few] { $count } строки не поняты: поправьте роль или класс.
   *[many] { $count } строк не поняты: поправьте роль или класс.
}
requests-line-unread = непонятно: { $text }
requests-preview = Что получится
requests-edit = Исправить заявку
requests-no-administrator = Решает администратор платформы, а он не назначен. Назначьте его на экране «Администраторы».
requests-approve-lead = { $name } просится: { $place }. Отметьте вступление и на платформе.
requests-reason = Причина
requests-decline-text = Здравствуйте! Заявку на вступление мы отклонили. Причина: { $reason }
requests-decline-lead = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
requests-none-open = Среди выбранных нет заявок без решения.
requests-copy = Скопировать
requests-answer = Ответ человеку
requests-question-start = Кто вы и в каком классе учитесь или преподаёте?
requests-question = Вопрос
requests-question-text = Здравствуйте! Получили заявку на имя «{ $name }». { $question }
requests-late-figure = Ждут дольше срока
requests-require-all = { $count ->
    [one] Начать для { $count } человека
    [few] Начать для { $count } человек
   *[many] Начать для { $count } человек
}
requests-not-required = Школа не требует подтверждать статус (экран «Школа», порядок школы).
requests-status-file = статусы-учитель
requests-column-person = Кто
requests-column-stage = Статус
requests-column-since = С
requests-column-days = Ждёт дней
requests-column-joined = Учительская
requests-require = Начать подтверждение
requests-require-again = Начать заново
requests-submit = Отметить отправку
requests-confirm = Подтвердить
requests-excuse = Не требуется
requests-reject = Отклонить статус
requests-status-empty = Нет педагогов и администрации: внесите работников.
requests-status-note = { $days ->
    [one] Педагоги и администрация. Срок школы — { $days } день.
    [few] Педагоги и администрация. Срок школы — { $days } дня.
   *[many] Педагоги и администрация. Срок школы — { $days } дней.
}
requests-confirm-joined = Подтверждают после вступления в Учительскую. Пункт 2.1/10.
requests-joined = вступил(а)
requests-not-joined = ещё нет
requests-register-file = реестр-подтверждённых
requests-register-empty = Подтверждённых статусов ещё нет.
requests-column-post = Должность
requests-column-confirmed = Подтверждён
requests-and-more = { $names } и ещё { $count }
requests-nobody-at-stage = Среди выбранных нет никого на этом шаге.
requests-own-status = Собственный статус подтверждает кто-то другой. Пункт 2.1/10.
