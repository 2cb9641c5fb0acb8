### Календарь: месяцы и недели, события.

calendar-week = Неделя { $from } – { $to }
calendar-earlier = Раньше
calendar-today = Сегодня
calendar-later = Позже
events-title = Календарь
events-lead = Трансляции, совещания, уроки с ДОТ, мероприятия классов и вебинары.
events-add = Запланировать событие
events-save-file = Файл календаря (.ics)
events-file = события
events-view-board = События
events-view-month = Месяц
events-view-week = Неделя
events-view-list = Список
events-view-training = Обучение
events-kind = Вид
events-kind-broadcast = трансляция
events-kind-meeting = совещание
events-kind-lesson = урок с ДОТ
events-kind-class = мероприятие класса
events-kind-webinar = семинар или вебинар
events-all-kinds = Все виды
events-all-classes = Все классы
events-all-hosts = Все ведущие
events-class = Класс
events-classes = Ученики классов
events-parents-of = Родители классов
events-groups = Группы
events-chat = Участники чата
events-people-by-name = Люди по списку
events-line = Строка учебного плана
events-line-hint = Урок ведёт учитель этой строки.
events-activity = Группа внеурочной деятельности
events-host = Ведущий
events-host-of = Ведущий: { $name }
events-host-outside = Оставьте пустым, если ведёт приглашённый.
events-no-host = Ведущий не указан
events-audience = Для кого
events-audience-of = Для кого: { $audience }
events-no-audience = Не указано, для кого событие
events-name = Название
events-day = День
events-hours = Время
events-start = Начало
events-start-hint = Без времени пересечения не проверяются.
events-minutes = Длительность, минут
events-format = Формат
events-format-online = онлайн
events-format-hybrid = смешанный
events-place = Место
events-place-hint = Кабинет или зал, где собираются или откуда ведут.
events-link = Ссылка на подключение
events-agenda = Повестка или программа
events-outcome = Что решили или провели
events-protocol = Протокол
events-no-protocol = Без протокола
events-attended = Кто был
events-attended-count = { $count ->
    [one] Был { $count } человек
    [few] Было { $count } человека
   *[many] Было { $count } человек
}
events-people = Человек
events-person = Кто
events-state = Состояние
events-reason = Причина
events-planned = запланировано
events-rehearsed = проверено { $day }
events-held = проведено { $day }
events-cancelled = отменено: { $reason }
events-lane-planned = Запланированы
events-lane-rehearsed = Техника проверена
events-lane-held = Проведены
events-lane-cancelled = Отменены
events-rehearse = Техника проверена
events-hold = Проведено
events-cancel = Отменить событие
events-reopen = Вернуть в план
events-copy = Повторить через неделю
events-none = Событий ещё нет
events-none-text = Запланируйте первое: вид, день, ведущего и для кого оно.
events-fit = Предел платформы
events-right = Право ведущего
events-follows = Что из этого следует
events-overlap = Пересекается: { $title }. { $shared }.
events-overlap-title = { $first } и { $second }
events-overlap-badge = пересечение
events-overlaps = Пересечения
events-overlaps-note = События в одно время с одним ведущим, классом, местом или людьми.
events-no-overlap = Пересечений нет.
events-unknown-hour = Время не указано: пересечения не проверены.
events-shared-host = Один ведущий: { $name }
events-shared-host-expected = Ведущего ждут на другом: { $name }
events-shared-place = Одно место: { $place }
events-shared-class = Один класс: { $class }
events-shared-people = { $count ->
    [one] Общий участник: { $names }
    [few] { $count } общих участника, например { $names }
   *[many] { $count } общих участников, например { $names }
}
events-training = Лист учёта семинаров и вебинаров
events-training-note = Кто из педагогов и когда участвовал.
events-training-none = Проведённых вебинаров с участниками нет
events-training-none-text = Запланируйте вебинар, а после него отметьте, кто был.
events-training-add = Запланировать вебинар
events-training-file = лист-учёта-вебинаров
