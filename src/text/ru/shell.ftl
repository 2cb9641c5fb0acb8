### Оболочка: верхняя строка, навигация, состояние сохранения.

app-name = Планировщик Сферума
skip-to-content = Перейти к содержанию
menu = Меню
nav-label = Разделы

nav-overview = Обзор
nav-school = Школа
nav-structure = Классы и группы
nav-people = Люди
nav-load = Нагрузка
nav-import = Загрузка списков
nav-roles = Роли и права
nav-regulation = Положение
nav-snapshots = Снимки
nav-journal = Журнал
nav-settings = Настройки

undo-last = Отменить: { $act }
redo-last = Вернуть: { $act }
nothing-to-undo = Отменять нечего
nothing-to-redo = Возвращать нечего

save-changed = Изменено
save-saved = Сохранено на этом компьютере
save-failed = Не сохранено: { $reason }
save-download = Скачать копию

language-label = Язык
theme-label = Оформление
theme-auto = Как в системе
theme-light = Светлое
theme-dark = Тёмное
theme-contrast = Высокий контраст

page-not-found = Такой страницы нет
go-to-overview = Перейти к обзору
page-not-found-text = Адрес устарел или запись удалена. Выберите раздел слева или начните с обзора.
banner-other-tab = План открыт в другой вкладке. Здесь он только для чтения и обновляется сам.
banner-newer = План записан более новой версией программы. Обновите страницу; до этого ничего не изменяется.

nav-invites = Приглашения
nav-requests = Заявки и статусы
nav-administrators = Администраторы
nav-movement = Движение
nav-chats = Чаты
nav-channels = Каналы
nav-calendar = Календарь
nav-documents = Документы
nav-support = Обращения
nav-control = Контроль
nav-statistics = Статистика
nav-acknowledgements = Ознакомление и согласия
nav-migration = Переход на другую платформу
nav-registration = Регистрация
nav-structure-orders = Номенклатура и распределение
nav-editions = Редакции
nav-interpretations = Толкования и пробелы
nav-compliance = Исполнение
group-school = Школа
group-platform = Платформа
group-papers = Документы и контроль
group-regulation = Положение
group-plan = План

part-coming = Загружается…
part-missing = Эта часть программы не загрузилась
part-missing-text = Проверьте связь и повторите. Если на сайте вышла новая версия, обновите страницу: записи целы.
part-again = Повторить
part-reload = Обновить страницу

search-label = Найти
palette-title = Найти и сделать
palette-hint = Человек, класс, чат, раздел, пункт, документ или действие
palette-found = Найдено
palette-count = { $count ->
    [one] Найден { $count } вариант
    [few] Найдено { $count } варианта
   *[other] Найдено { $count } вариантов
}
palette-act = действие
palette-screen = раздел
palette-class = класс
palette-person = человек
palette-chat = чат
palette-paper = документ
palette-clause = пункт
keys-title = Клавиши
keys-palette = найти человека, класс, чат, раздел, пункт, документ или действие
keys-undo = отменить последнее действие
keys-redo = вернуть отменённое
keys-escape = закрыть окно, выйти из просмотра чужими глазами
keys-walk = перейти к следующему, выбрать
keys-help = показать этот список

day-banner = План на { $day } Люди, чаты, обязанности и замечания — того дня, по нынешним записям. Изменить ничего нельзя.
day-label = День
day-before = Днём раньше
day-after = Днём позже
day-leave = Вернуться в сегодня
day-link = Показать план на другой день
