### Журнал: кто, когда и что изменил.

journal-lead = Каждое действие с прежними и новыми значениями. Любое действие можно отменить, пока его записи не меняли ещё раз.
journal-words = Найти действие
journal-kind = Вид записей
journal-author = Кто
journal-everybody = Все
journal-caption = Действия, новые сверху
journal-when = Когда
journal-what = Действие
journal-device = Устройство
journal-clause = Пункт
journal-records = Записей
journal-acts = Что можно сделать
journal-details = Подробности
journal-details-of = Подробности: { $act }
journal-hide = Скрыть
journal-hide-of = Скрыть: { $act }
journal-undo-of = Отменить: { $act }
journal-undone = отменено
journal-is-undo = отмена
journal-is-redo = возврат
journal-nobody = имя не указано
journal-trimmed = { $count ->
    [one] Ещё { $count } старое действие есть только в скачанных раньше снимках.
    [few] Ещё { $count } старых действия есть только в скачанных раньше снимках.
   *[many] Ещё { $count } старых действий есть только в скачанных раньше снимках.
}
journal-count = { $count ->
    [one] { $count } действие
    [few] { $count } действия
   *[many] { $count } действий
}
journal-empty = Журнал пуст
journal-empty-text = Здесь появится каждое действие. Начните с обзора.
