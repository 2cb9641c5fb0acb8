### Роли и права: ответы, основания, чего не хватает, кто может вместо.

verdict-duty = обязанность
verdict-duty-if-needed = обязанность при необходимости
verdict-allowed = разрешено
verdict-right = право пользователя
verdict-not-granted = ни один пункт не даёт права
verdict-unsettled = текст не даёт ответа
letter-duty = Д
letter-duty-if-needed = Н
letter-allowed = Р
letter-right = П
letter-not-granted = –
letter-unsettled = ?
mark-scope = °
mark-inherited = и
mark-access = †
mark-school = ш
mark-default-allow = +
mark-default-deny = −

legend-scope = ° только в своих пределах: свой класс, предмет, группа, профиль
legend-inherited = и дополнительный администратор: право выведено из 2.1/7
legend-access = † при наличии доступа
legend-school = ш так решила школа
legend-unsettled = текст не даёт ответа: + пока можно, − пока рассчитывать нельзя
legend-label = Что значат буквы
cell-inherited = право выведено из 2.1/7
cell-own-scope = в своих пределах
cell-if-access = при наличии доступа
cell-by-school = так решила школа
cell-default-allow = пока можно
cell-default-deny = пока рассчитывать нельзя
cell-name = { $role }: { $action }: { $verdict }
cell-name-clauses = { $role }: { $action }: { $verdict }, п. { $clauses }

predicate-homeroom = класс, в котором человек классный руководитель
predicate-line = своя строка нагрузки: предмет и класс
predicate-activity = своя группа внеурочной деятельности
predicate-own-profile = собственный профиль и данные
predicate-representative = свой ребёнок и его класс
predicate-chat-issuer = чат, который человек ведёт сам
predicate-active-group = актив, в котором человек состоит
predicate-pedagogue = если человек преподаёт: ведёт класс, предмет или группу
predicate-administration = если человек входит в администрацию
predicate-enrolled = свой класс, предметы и группы, где человек учится
outcome-holds = выполнено
outcome-fails = не выполнено
outcome-not-asked = действует в этих пределах

settled-default-allow = Текст не даёт ответа. Пока школа не решила, считается, что можно.
settled-default-deny = Текст не даёт ответа. Пока школа не решила, рассчитывать на это нельзя.
settled-inherited = Пункт 2.1/7 не перечисляет прав дополнительного администратора. Пока школа не решила иначе, они считаются такими же, как у администратора платформы.
settled-school-allow = Школа решила: можно.
settled-school-deny = Школа решила: рассчитывать на это нельзя.
stance-allow = Можно
stance-deny = Рассчитывать на это нельзя

missing-no-order = Назначение не подкреплено приказом
missing-not-joined = Вступление в Учительскую не отмечено
missing-status-not-started = Статус «учитель» не подтверждён
missing-status-rejected = Статус «учитель» отклонён
missing-status-required = Статус «учитель» не отправлен на подтверждение
missing-status-submitted = Статус «учитель» ждёт подтверждения
missing-no-distribution = Классное руководство не подкреплено приказом о распределении
missing-no-load-line = Нет ни одной строки нагрузки
missing-no-activity-group = Нет ни одной группы внеурочной деятельности
missing-off-platform = Участвует вне платформы
missing-refused-platform = Отказ от участия на платформе
missing-role-ended = Роль «{ $role }» закончилась { $on }
missing-role-not-begun = Роль «{ $role }» начнётся { $from }

remedy-register-order = Указать приказ в назначении
remedy-record-membership = Отметить вступление
remedy-submit-status = Отправить на подтверждение
remedy-confirm-status = Подтвердить статус
remedy-register-distribution = Указать приказ в классном руководстве
remedy-assign-load-line = Дать строку нагрузки
remedy-assign-activity-group = Дать группу
remedy-change-participation = Изменить участие
remedy-renew-role = Назначить снова или продлить
remedy-await-role = Дождаться { $from } или изменить первый день

area-general = Положение и приказы
area-appointments = Назначение администраторов
area-structure = Школа, классы, классные руководители
area-invites = Приглашения и ссылки
area-requests = Заявки на вступление
area-status = Статус «учитель»
area-movement = Движение людей
area-chats = Чаты
area-channels = Каналы
area-events = Трансляции, встречи, уроки онлайн
area-support = Помощь и поддержка
area-statistics = Статистика
area-control = Контроль
area-rights = Права пользователей

roles-lead = Кто что обязан, что может и по какому пункту. Откройте любую ячейку, чтобы увидеть объяснение.
roles-filter-text = Действие, слово или пункт
roles-filter-area = Направление
roles-filter-role = Роль
roles-filter-verdict = Ответ
roles-filter-clause = Пункт
roles-filter-other = Сравнить с ролью
roles-no-other = Ни с какой
roles-differing = Только различия
roles-file = матрица-прав
roles-any = Все
roles-any-clause = Любой
roles-clear = Сбросить отбор
roles-nothing-text = Ослабьте отбор: уберите слово или один из фильтров.
roles-count = Показано действий: { $n } из { $total }
roles-matrix-name = Действия и роли
roles-matrix-keys = Стрелки ведут по ячейкам, Enter открывает объяснение, Home и End — к краям строки, Ctrl+Home и Ctrl+End — к краям таблицы.
roles-action-column = Действие

roles-person-title = Что может конкретный человек
roles-person-search = Найти человека по имени
roles-person-hint = Начните вводить фамилию
roles-person-none = Никого не нашлось. Проверьте написание или добавьте человека.
roles-person-empty = Людей пока нет. Загрузите списки или добавьте людей, и здесь можно будет спросить о каждом.
roles-example = Например:

app-commands-title = Команды самой программы
app-commands-text = О них Положение молчит, поэтому основание — пункт 4.3. Программа никого не ограничивает: это правило проекта, а не запрет.

why-title = Почему такой ответ
why-nothing = Ни один пункт не даёт этого права роли «{ $role }». Текст этого и не запрещает: он молчит.
why-clauses = Основание
why-related = Что говорит о действии текст
why-scope = В каких пределах
why-note = Уточнение
why-oddities = Странность текста
why-who-can = Кто может в этой школе
why-who-instead = Кто может вместо
why-roles = Роли: { $roles }
why-nobody = Ни одной роли это не дано.
why-no-holder = Среди людей этого плана таких нет.
why-more = { $n ->
    [one] и ещё { $n } человек
    [few] и ещё { $n } человека
   *[many] и ещё { $n } человек
}
why-not-ready = сначала нужно восполнить недостающее
choice-title = Решение школы
choice-none = Школа ещё не решила.
choice-made = Решено { $on }: { $stance }.
choice-made-by = Решено { $on }, { $by }: { $stance }.
choice-edit = Записать решение
choice-change = Изменить решение
choice-remove = Убрать решение
choice-answer = Как читать текст
choice-on = Дата решения
choice-on-error = Укажите дату решения.
choice-by = Кто решил
choice-note = Почему
choice-effect = Ответ ячейки станет: { $verdict }.
choice-effect-same = Ответ ячейки не изменится.
choice-later = Решение подействует с указанной даты: план показан на { $day }.

rights-banner = Это просмотр прав по Положению, а не разграничение доступа: кто работает в этом браузере, видит и меняет весь план.
rights-day = План показан на { $day }.
rights-hats = Роли и их основания
rights-hat-role = Роль
rights-hat-scope = Где
rights-hat-term = Срок
rights-hat-ground = Документ
rights-no-hats = Ни одной роли из Положения. Работник, который не преподаёт, не ведёт группу и не входит в администрацию, прав из Положения не имеет, пока школа не даст ему роль. Дайте её в карточке: должность, назначение, нагрузку или связь с ребёнком.
scope-school = вся школа
scope-own = собственный профиль
scope-child = { $name }, { $class }
term-open = без срока
term-from = с { $from }
term-to = по { $to }
term-both = { $from } – { $to }
hat-ended = закончилась
hat-not-begun = ещё не началась
order-named = { $kind } № { $number } от { $date }
ground-order = Приказ
ground-directive = Распоряжение
ground-protocol = Протокол
ground-act = Акт
order-none = документ не указан
rights-table = Ответы по каждому действию
rights-place = Где
rights-anywhere = Где угодно
rights-column-answer = Ответ
rights-column-clauses = Пункты
rights-column-scope = Где
rights-column-missing = Чего не хватает
rights-column-instead = Кто может
rights-column-why = Подробно
rights-why = Почему
rights-show-why = Почему: { $action }
rights-ready = всё есть
rights-group-all = Все
rights-group-must = Обязан
rights-group-may = Может
rights-group-unsettled = Текст не отвечает
rights-group-none = Не даётся
rights-groups = Отбор по ответу
rights-related = о действии говорит
rights-grounds = Что даёт каждая роль
rights-ground = { $role }: { $verdict }
rights-ground-scope = { $role }, { $scope }: { $verdict }
rights-nothing = Ни один пункт не даёт этого права ни одной из ролей человека. Текст этого и не запрещает: он молчит.
rights-gone = Такого человека в плане нет
rights-gone-text = Запись удалена, или адрес из другого плана.
rights-must-now = { $n ->
    [0] Ничего не мешает действовать.
    [one] { $n } действие пока невозможно: не хватает сведений.
    [few] { $n } действия пока невозможны: не хватает сведений.
   *[many] { $n } действий пока невозможны: не хватает сведений.
}
