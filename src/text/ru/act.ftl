### Действия журнала.

act-add = Добавлено: { $what }
act-edit = Изменено: { $what }
act-remove = Удалено: { $what }
act-create-classes = { $count ->
    [one] Создан { $count } класс: { $labels }
    [few] Создано { $count } класса: { $labels }
   *[many] Создано { $count } классов: { $labels }
}
act-change-class = Перевод в другой класс: { $what }
act-assign-homeroom = Классный руководитель: { $what }
act-import-roster = { $count ->
    [one] Загрузка списков ({ $source }): { $count } запись
    [few] Загрузка списков ({ $source }): { $count } записи
   *[many] Загрузка списков ({ $source }): { $count } записей
}
act-open-snapshot = { $count ->
    [one] Открыт снимок ({ $source }): изменена { $count } запись
    [few] Открыт снимок ({ $source }): изменено { $count } записи
   *[many] Открыт снимок ({ $source }): изменено { $count } записей
}
act-merge-plan = { $count ->
    [one] Объединение с планом ({ $source }): изменена { $count } запись
    [few] Объединение с планом ({ $source }): изменено { $count } записи
   *[many] Объединение с планом ({ $source }): изменено { $count } записей
}
act-open-demo = Открыта демонстрационная школа
act-undone = Отменено: { $act }
act-redone = Возвращено: { $act }
nothing-changed = Ничего не изменилось
