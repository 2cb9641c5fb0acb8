### Страницы областей: таблицы, формы, доски.

page-tabs = Разделы страницы
page-copied = Скопировано
page-not-copied = Браузер не дал скопировать: выделите текст и скопируйте вручную.
page-step-done = сделано
page-step-current = следующий шаг
page-step-open = предстоит
page-step-blocked = ждёт других шагов
figure-of = { $value } из { $of }
board-show = Показать ещё: { $count }
board-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
}
table-choose = Выбор
table-acts = Действия
table-nothing = Ничего не нашлось: измените поиск.
table-search = Поиск
table-choose-all = Выбрать все
table-chosen = { $count ->
    [one] выбрана { $count } строка
    [few] выбраны { $count } строки
   *[many] выбрано { $count } строк
}
table-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
table-csv = Скачать CSV
table-xlsx = Excel
table-print = Печать
search-none = не выбрано
search-in = Поиск: { $label }
file-no-text = Файл не удалось прочитать как текст. Сохраните его в UTF-8 и выберите ещё раз.
file-lines = { $count ->
    [one] Прочитана { $count } строка
    [few] Прочитано { $count } строки
   *[many] Прочитано { $count } строк
}
chart-table = Показать таблицей
