### Переход на другую платформу.

migration-title = Переход на другую платформу
migration-lead = Положение написано для одной платформы. Если школа переходит на другую, здесь видно, что уже перенесено и кто ещё не перешёл.
migration-tab-track = Что переносится
migration-tab-platforms = Платформы
migration-next = Следующая платформа
migration-next-none = Переход не запланирован
migration-next-none-text = Выберите платформу, на которую переходит школа. Неизвестные сведения можно оставить пустыми.
migration-next-choose = Выбрать платформу
migration-give-up = Отказаться от перехода
migration-switch-on = Когда переходим полностью
migration-compare = Сравнение платформ
migration-fact = Что
migration-parent-term = Роль родителя называется
migration-has-calls = Звонки
migration-has-files = Файлы
migration-has-polls = Опросы
migration-from = Взять из готового описания
migration-from-none = не брать
migration-from-hint = Поля заполнятся тем, что известно программе; исправьте их под свою школу.
migration-plan-all = { $count ->
    [0] Запланировать всё
    [one] Запланировать { $count } замену
    [few] Запланировать { $count } замены
   *[many] Запланировать { $count } замен
}
migration-all-planned = Всё уже запланировано.
migration-switch = Перейти на «{ $name }»
migration-tracker = Что переносится
migration-tracker-note = У каждого чата, канала и класса есть замена, состояние, день закрытия старого и список тех, кто ещё не перешёл.
migration-moved = Перенесено
migration-created = Создано там
migration-planned = Запланировано
migration-overdue = Просрочено
migration-missing = Ещё не перешли
migration-not-counted = Не переносится: { $count }. В счёт не входит.
migration-what = Вид
migration-what-chat = чат
migration-what-channel = канал
migration-what-class = класс
migration-any = Все
migration-state = Состояние
migration-state-none = не запланировано
migration-state-planned = запланировано
migration-state-created = создано
migration-state-moved = перенесено
migration-state-not-needed = не переносится
migration-name = Сейчас
migration-there = На новой платформе
migration-read-only = Старое только для чтения с
migration-plan-chosen = Запланировать
migration-close = Назначить день закрытия старого
migration-create = Отметить создание
migration-arrive = Отметить переход участников
migration-excuse = Не переносить
migration-restart = Вернуть в запланированные
migration-nothing = Под такой отбор ничего не подходит.
migration-counterpart-lead = Как это называется на новой платформе и где находится.
migration-there-name = Название там
migration-there-link = Ссылка
migration-chosen = { $count ->
    [0] Ничего не выбрано.
    [one] Выбрана { $count } замена.
    [few] Выбраны { $count } замены.
   *[many] Выбрано { $count } замен.
}
migration-chosen-unplanned = Среди выбранного нет запланированных замен. Сначала запланируйте их.
migration-on = Когда
migration-arrive-lead = Если никого не осталось, перенос считается завершённым.
migration-who-missing = Кто ещё не перешёл
migration-who-missing-hint = Оставьте пустым, если перешли все.
migration-reason = Почему не переносится
