### Движение обучающихся и работников, переход на новый учебный год.

movement-title = Движение
movement-lead = Зачисления, переводы, выбытия, кадровые изменения: последствия видны до записи, действия на платформе отмечаются после
movement-tab-record = Записать
movement-tab-steps = Действия на платформе
movement-tab-book = Книга движения
movement-tab-rollover = Новый учебный год
movement-record = Записать

movement-students = Обучающиеся
movement-students-text = Запись меняет класс ученика с указанной даты, убирает его из подгрупп и кружков прежнего класса и показывает, какие чаты и ссылки это затронет.
movement-staff = Работники
movement-staff-text = Запись завершает или начинает должность, передаёт классы, нагрузку и кружки, снимает права администратора.
movement-rerole = Исправить роль или класс на платформе
movement-rerole-text = Платформа не меняет роль участника. Запись завершает неверное участие, заменяет ссылку и ставит два действия: исключить и пригласить заново.
movement-rerole-lead = Неверное участие завершится сегодня, прежняя ссылка будет заменена, новая появится в приглашениях как черновик.
movement-latest = Последние записи

movement-kind-enrol = Зачисление
movement-kind-class-change = Перевод в другой класс
movement-kind-promote = Перевод в следующий класс
movement-kind-repeat = Повторное обучение
movement-kind-graduate = Выпуск
movement-kind-leave = Выбытие
movement-kind-hire = Приём на работу
movement-kind-dismiss = Увольнение
movement-kind-absence = Длительное отсутствие
movement-kind-return = Возвращение
movement-kind-re-role = Исправление роли или класса

movement-do-enrol = Зачислить
movement-do-class-change = Перевести в другой класс
movement-do-promote = Перевести в следующий класс
movement-do-repeat = Оставить на повторное обучение
movement-do-graduate = Выпустить
movement-do-leave = Отчислить
movement-do-hire = Принять на работу
movement-do-dismiss = Уволить
movement-do-absence = Отметить отсутствие
movement-do-return = Отметить возвращение
movement-do-re-role = Исправить роль или класс

movement-lead-enrol = Выберите того, кто уже учился здесь, или введите имя нового ученика.
movement-lead-change = Прежнее обучение завершится накануне указанной даты.
movement-lead-leave = Обучение завершится накануне указанной даты. Запись о человеке остаётся.
movement-lead-hire = Выберите бывшего работника или введите имя нового.
movement-lead-dismiss = Должности, классное руководство, права администратора и участие в Учительской завершатся накануне указанной даты.
movement-lead-absence = Должность сохраняется. Отметьте, что передаётся на время отсутствия.
movement-lead-return = Вернутся нагрузка и классы, переданные на время отсутствия.

movement-student = Ученик
movement-worker = Работник
movement-name = Фамилия, имя, отчество
movement-name-hint = Если человека ещё нет в плане
movement-day-first = Первый день
movement-day-after = Первый день без него
movement-to-class = В какой класс
movement-groups = Подгруппы в новом классе
movement-groups-hint = По одной подгруппе на предмет; можно выбрать позже в нагрузке
movement-place-from = Откуда прибыл
movement-place-to = Куда выбыл
movement-post = Должность
movement-category = Категория
movement-category-hint = Не выбрано: по названию должности
movement-choose = Не выбрано
movement-gives-lines = Передать нагрузку и кружки
movement-teacher = Кому передать нагрузку и кружки
movement-teacher-hint = Не выбрано: строки останутся без учителя
movement-gives-homeroom = Передать классное руководство
movement-homeroom = Кому передать классное руководство
movement-homeroom-hint = Не выбрано: класс останется без руководителя
movement-ends-administration = Завершить права администратора платформы
movement-lines-back = Нагрузка, которая возвращается
movement-homeroom-back = Вернуть классное руководство
movement-order = Приказ
movement-note = Примечание
movement-membership = Неверное участие
movement-right-class = Верный класс
movement-right-role = Верная роль
movement-edit-lead = Меняются только дата, приказ, место и примечание записи. Обучение, должности и классы правятся в карточках.

movement-consequences = Что изменится
movement-consequence = { $label } ({ $count })
movement-no-consequences = Чатов, ссылок, классов и нагрузки это не затрагивает.
movement-steps-follow = { $count ->
    [0] Действий на платформе не потребуется.
    [one] После записи останется { $count } действие на платформе.
    [few] После записи останется { $count } действия на платформе.
   *[many] После записи останется { $count } действий на платформе.
}
movement-and-more = { $list } и ещё { $count }
movement-chats-left = Выход из чатов
movement-chats-joined = Вступление в чаты
movement-along = Переходят вместе с учеником
movement-invites = Ссылки аннулировать
movement-no-homeroom = Останутся без классного руководителя
movement-no-teacher = Строки без учителя
movement-handed = Строки другому учителю
movement-no-leader = Кружки без руководителя
movement-owned = Чаты без владельца
movement-rights-lost = Завершатся права администратора
movement-undivided = Не выбрана подгруппа
movement-no-administrator = На платформе не останется администратора, назначенного приказом (2.1/0). Сначала назначьте другого.

movement-steps = Действия
movement-steps-open = Не выполнены
movement-steps-done = Выполнены
movement-steps-all = Все
movement-steps-none = Действий на платформе нет
movement-steps-none-text = Они появляются, когда движение затрагивает классы, чаты или ссылки. Запишите движение, и список заполнится.
movement-steps-empty = Здесь нет действий с такими условиями.
movement-steps-note = Отметка ставится от имени того, кто за клавиатурой, и снимает расхождение в составе чата.
movement-every-class = Все классы
movement-every-kind = Все виды
movement-state = Состояние
movement-class = Класс
movement-step = Что сделать
movement-person = Кто
movement-kind = Вид движения
movement-day = Дата
movement-done = Выполнено
movement-open = ждёт
movement-tick = Выполнено
movement-untick = Снять отметку
movement-tick-chosen = Отметить выбранные
movement-step-leave-class = Исключить: { $what }
movement-step-join-class = Принять: { $what }
movement-step-leave-chat = Исключить из чата «{ $what }»
movement-step-join-chat = Добавить в чат «{ $what }»
movement-step-revoke-invite = Аннулировать ссылку { $what }
movement-step-issue-invite = Выдать ссылку: { $what }
movement-step-replace-homeroom = Сменить классного руководителя: { $what }
movement-step-replace-teacher = Сменить учителя: { $what }
movement-step-replace-owner = Сменить владельца чата «{ $what }»
movement-step-end-administration = Снять права администратора

movement-from = С
movement-until = По
movement-print = Напечатать
movement-totals = Движение по классам
movement-totals-note = На начало, плюс прибыли, минус выбыли, получается на конец.
movement-totals-empty = В этом периоде в классах никого не было.
movement-total = Всего
movement-begin = На начало
movement-came = Прибыли
movement-moved-in = Из других классов
movement-left = Выбыли
movement-moved-out = В другие классы
movement-end = На конец
movement-entries = Записи о движении
movement-entries-empty = Записей с такими условиями нет.
movement-where = Откуда и куда
movement-done-of = { $done } из { $total }
movement-none = Движение ещё не записывали
movement-none-text = Записи появятся здесь после зачисления, перевода, выбытия или кадрового изменения.

rollover-title = Учебный год { $year }
rollover-note = Классы перейдут в следующую параллель, ученики останутся со своими классами. Всё записывается одним действием, и его можно отменить целиком.
rollover-no-year = Нет учебного года, от которого переходить
rollover-no-year-text = Сначала создайте учебный год и классы.
rollover-to-structure = К структуре
rollover-begin = Подготовить переход
rollover-lead = Проверьте, во что превращается каждый класс, кто остаётся в параллели и кто уходит после 9-го. Просмотр обновляется по мере ввода.
rollover-submit = Перейти на новый год
rollover-classes = Классы
rollover-students = Ученики
rollover-from = Первый день нового года
rollover-to = Последний день нового года
rollover-successors = Во что превращается класс
rollover-successors-hint = По строке на класс: 7А → 8А. Прочерк вместо класса означает, что класс заканчивается
rollover-first = Новые классы
rollover-first-hint = Шаблоном, например 1: А, Б, В
rollover-repeaters = Остаются на повторное обучение
rollover-repeaters-hint = Попадут в класс той же параллели с той же литерой
rollover-leavers = Уходят после 9-го класса
rollover-leavers-hint = Остальные девятиклассники переходят в 10-й; одиннадцатиклассники выпускаются
rollover-homerooms = Классные руководители остаются с классами (кроме 4-х)
rollover-load = Скопировать нагрузку
rollover-members = Классы на платформе переименовываются, участники остаются в них
rollover-into = Переход в { $year }
rollover-moving = Переходят
rollover-repeating = Повторно
rollover-leaving = Уходят
rollover-lines = Строк нагрузки
rollover-chats = Чатов прежнего года
rollover-chats-now = Будут закрыты в плане сразу
rollover-chats-later = Закройте после окончания года на этой вкладке
rollover-problems = Что мешает или важно
rollover-this = Этот год
rollover-next = Следующий год
rollover-ends = заканчивается
rollover-not-ready = Сначала устраните препятствия в просмотре.
rollover-unread = Проверьте даты, строки «7А → 8А» и шаблон новых классов.
rollover-problem-days = Новый год начинается после окончания нынешнего и заканчивается после своего начала: исправьте даты.
rollover-problem-successor = { $count ->
    [one] Класс { $class } заканчивается, а { $count } ученик остаётся без класса. Укажите, куда он переходит, или отметьте уход.
    [few] Класс { $class } заканчивается, а { $count } ученика остаются без класса. Укажите, куда они переходят, или отметьте уход.
   *[many] Класс { $class } заканчивается, а { $count } учеников остаются без класса. Укажите, куда они переходят, или отметьте уход.
}
rollover-problem-grade = Класс { $class } не может стать классом { $to }: параллель должна быть следующей.
rollover-problem-repeater = { $person }: в новом году нет класса параллели { $grade }. Добавьте его в новые классы.
rollover-problem-merged = К сведению: два класса объединяются в { $to }.
rollover-problem-exists = К сведению: класс { $to } в новом году уже создан и будет использован.
rollover-past = Чаты прошлых лет
rollover-past-chats = { $count ->
    [one] { $count } чат прошлого года ещё открыт.
    [few] { $count } чата прошлого года ещё открыты.
   *[many] { $count } чатов прошлого года ещё открыты.
}
rollover-archive = Закрыть их
