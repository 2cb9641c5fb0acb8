### Слова, которые нужны на каждом экране.

save = Сохранить
cancel = Отмена
close = Закрыть
add = Добавить
edit = Изменить
delete = Удалить
undo = Отменить
nothing-found = Ничего не найдено
previous-page = Предыдущая страница
next-page = Следующая страница
page-of = Страница { $n } из { $total }
row-count = { $count ->
    [0] Нет строк
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
error-summary = Проверьте, что введено
required-mark = обязательно
pages-label = Страницы списка
