### Загрузка списков.

## Виды списков и что считается.

list-staff = работники
list-students = обучающиеся
list-parents = родители
list-load = нагрузка
list-activities = внеурочная деятельность
list-chat-members = участники чата
list-one-roster = архив OneRoster
import-of-years = Учебные годы
import-of-classes = Классы
import-of-staff = Работники
import-of-homerooms = Классные руководители
import-of-students = Обучающиеся
import-of-parents = Родители (законные представители)
import-of-subjects = Предметы
import-of-load = Строки нагрузки
import-of-activities = Группы внеурочной деятельности

## Поля столбцов.

field-full-name = ФИО целиком
field-last-name = Фамилия
field-first-name = Имя
field-middle-name = Отчество
field-class = Класс
field-grade = Параллель
field-letter = Литера класса
field-birth-date = Дата рождения
field-gender = Пол
field-file-number = Номер личного дела
field-file-letter = Буква личного дела
field-phone = Телефон
field-email = Электронная почта
field-status = Статус (учится, выбыл)
field-position = Должность
field-homeroom-of = Классное руководство
field-hire-date = Дата приёма
field-parent = Родитель
field-parent-phone = Телефон родителя
field-parent-email = Почта родителя
field-second-parent = Второй родитель
field-second-parent-phone = Телефон второго родителя
field-second-parent-email = Почта второго родителя
field-mother = Мать
field-mother-phone = Телефон матери
field-mother-email = Почта матери
field-father = Отец
field-father-phone = Телефон отца
field-father-email = Почта отца
field-kinship = Степень родства
field-child = Ребёнок
field-subject = Предмет
field-teacher = Учитель
field-hours = Часы в неделю
field-group = Подгруппа
field-title = Название
field-leader = Руководитель
field-classes = Классы
field-member-id = Номер участника на платформе
field-member-roles = Роли участника
field-member-schools = Организации участника
field-row-number = Номер строки
field-other = Прочее, в план не берётся
field-snils = СНИЛС, не берётся
field-inn = ИНН, не берётся
field-passport = Документ, не берётся
field-login = Логин, не берётся
field-password = Пароль, не берётся
field-health = Здоровье, не берётся

## Что сказано о строке.

severity-error = Не взято
severity-warning = Проверьте
severity-note = К сведению
whole-list = весь список
at-line = строка { $line }
at-line-of = { $file }, строка { $line }
told-missing-family-name = Нет фамилии. Впишите её в файл и загрузите его снова.
told-missing-given-name = Есть только «{ $text }», имени нет. Впишите имя в файл и загрузите его снова.
told-not-a-name = «{ $text }» не похоже на ФИО.
told-missing-class = Класс не указан ни в строке, ни в заголовке над ней.
told-not-a-class = «{ $text }» не похоже на класс. Пишите параллель и литеру: 7А.
told-latin-in-class = В классе «{ $text }» латинская буква, прочитано как { $label }.
told-impossible-date = Дня «{ $text }» нет в календаре. Исправьте дату или разрешите брать строку без неё.
told-impossible-date-taken = Дня «{ $text }» нет в календаре. Строка взята без даты рождения.
told-not-a-date = «{ $text }» не похоже на дату, она не взята.
told-not-a-phone = «{ $text }» не похоже на телефон, он не взят.
told-not-an-email = «{ $text }» не похоже на адрес почты, он не взят.
told-not-a-gender = «{ $text }» не похоже на пол, он не взят.
told-not-hours = «{ $text }» не похоже на число часов.
told-several-values = В одной ячейке несколько значений, взято первое: «{ $text }».
told-unknown-post = Должность «{ $title }» не знакома: записана как прочий работник. Категорию можно изменить в карточке.
told-missing-post = Должность не указана: записано как прочий работник.
told-unknown-kinship = Степень родства «{ $text }» не знакома: записано «законный представитель».
told-mixed-alphabets = В слове смешаны латинские и русские буквы: «{ $text }».
told-invisible-characters = Невидимые знаки убраны: «{ $text }».
told-missing-subject = Предмет не указан.
told-missing-title = Название группы не указано.
told-too-long = Слишком длинный текст: «{ $text }…».
told-missing-teacher = Учитель не указан. Впишите его в файл или разрешите брать строки без учителя.
told-missing-teacher-taken = Учитель не указан, взято без него.
told-subtotal = Итоговая строка, не человек: «{ $text }».
told-not-a-row = Строка слов между данными: «{ $text }».
told-dropped-column = Столбец «{ $header }» плану не нужен: его значения не взяты и нигде не сохранены.
told-open-quote = Кавычка не закрыта: кавычки прочитаны как обычные знаки. Проверьте соседние строки.
told-sheet-without-table = На листе нет таблицы.
told-left-school = Статус «{ $status }»: строка не взята.
told-exact-duplicate = Повторяет другую строку: { $place }.
told-possible-duplicate = Возможно, тот же человек: { $name } ({ $place }). Взяты оба, лишнего удалите в разделе «Люди».
told-homonyms = Полный тёзка с другой датой рождения ({ $place }): взяты оба.
told-ambiguous-person = В школе несколько человек подходят под «{ $name }», никто не выбран.
told-child-not-on-roster = Ребёнка «{ $child }» нет в списках, связь не создана. Загрузите список обучающихся или исправьте ФИО.
told-teacher-not-on-staff = Учителя «{ $teacher }» нет среди работников. Исправьте ФИО, добавьте работника или разрешите брать строки без учителя.
told-teacher-not-on-staff-taken = Учителя «{ $teacher }» нет среди работников, взято без учителя.
told-class-not-in-school = Класса { $label } нет в школе.
told-class-without-teacher = В классе { $label } есть обучающиеся, но нет классного руководителя. Назначьте его на странице класса.
told-homeroom-taken = Классом { $label } уже руководит { $teacher }. Смену руководителя проведите на странице класса.
told-in-another-class = В плане обучающийся записан в { $current }. Перевод проводят в его карточке, а не загрузкой.
told-namesake-in-another-class = В { $current } есть обучающийся с тем же ФИО: тёзка или перевод. Взят как другой человек.
told-stay-ended = В плане обучение в этом классе уже закончено. Возвращение проводят в карточке.
told-load-line-twice = Класс, предмет и подгруппа повторяются: { $place }.
told-activity-without-classes = Ни одного класса этой группы нет в школе.
told-other-school-year = Список за { $year }, а загружается в другой учебный год.

## Почему файл не читается.

unreadable-empty = Файл пустой. Выгрузите список ещё раз.
unreadable-too-large = В файле { $size-count } МБ, предел { $total } МБ. Разделите список на части.
unreadable-old-workbook = Это старая книга Excel (.xls). Откройте её и сохраните как .xlsx или CSV.
unreadable-encrypted = Файл под паролем. Снимите пароль в Excel и сохраните снова.
unreadable-binary = Внутри не таблица и не текст. Проверьте, тот ли это файл.
unreadable-unknown-encoding = Кодировка не распознана. Сохраните файл как CSV UTF-8.
unreadable-broken-archive = Файл повреждён или обрезан. Скачайте его ещё раз.
unreadable-too-many-entries = В архиве файлов: { $n }, предел { $total }. Так списки не выгружают.
unreadable-inflates-too-far = Архив распаковывается больше чем в { $n } МБ и не открывается ради безопасности.
unreadable-inflates-too-much = Файл в архиве сжат больше чем в { $n } раз и не открывается ради безопасности.
unreadable-too-many-cells = В таблице больше { $n } ячеек. Разделите список на части.
unreadable-unknown-archive = В архиве нет ни книги Excel, ни OneRoster. Распакуйте его и загрузите списки по одному.
unreadable-broken-workbook = Книга Excel повреждена. Откройте её в Excel и сохраните заново.
unreadable-no-columns = Не найдено ни заголовков, ни столбца с ФИО. Добавьте строку заголовков: «ФИО», «Класс».
unreadable-wrong-kind = Ожидался вид «{ $expected }», а в файле «{ $found }».
unreadable-missing-entry = В архиве OneRoster нет файла { $file }.
halt-not-loaded = Модуль чтения не загрузился. Проверьте связь и попробуйте снова; если не поможет, обновите страницу.
halt-crashed = Чтение прервалось ошибкой: файл слишком сложный или испорчен. План не изменён.
halt-stopped = Остановлено.
halt-gone = Браузер не может прочитать файл: он перемещён или это папка. Выберите его снова.

## Экран.

import-lead = Списки из таблиц, журнала или OneRoster. Сначала видно, что изменится; план меняется только по кнопке, и всё отменяется одним шагом.
import-drop-title = Перетащите файлы сюда, сколько угодно сразу
import-drop-text = CSV, TSV, XLSX до 50 МБ, архив OneRoster. Кодировка, разделитель, заголовки и вид списка распознаются сами. Файлы не покидают этот компьютер.
import-choose = Выбрать файлы
import-expect = Что в файлах
import-expect-any = Определить по содержанию
import-expect-hint = Если выбрать вид, файл другого вида не будет прочитан.
import-paste-title = Вставить из таблицы
import-paste-label = Скопированные строки вместе с заголовками
import-paste-hint = Скопируйте ячейки в Excel, Р7, МойОфис или журнале и вставьте сюда.
import-paste-read = Прочитать вставленное
import-paste-empty = Вставьте хотя бы одну строку.
import-pasted = Вставлено { $n }
import-files = Файлы
import-file = Файл
import-file-kind = Вид списка
import-file-kind-of = Вид списка в файле { $file }
import-file-format = Формат
import-file-rows = Строк
import-file-state = Состояние
import-file-actions = Действия
import-kind-unknown = не распознан, выберите
import-kind-several = несколько списков
import-waiting = ждёт
import-reading = читается
import-read = прочитан
import-header-at = заголовки в строке { $line }
import-header-none = без заголовков
import-sheets = { $count ->
    [one] { $count } лист
    [few] { $count } листа
   *[many] { $count } листов
}
import-mapping-of = Столбцы файла { $file }
import-mapping = Столбцы
import-remove-file = Убрать
import-remove-named = Убрать { $file } из списка
import-remove-all = Убрать все файлы
import-read-again = Прочитать снова
import-read-as-found = Прочитать как «{ $kind }»
import-chat-members = Список участников чата нужен для сверки и в план не берётся.
import-dropped-title = Лишние данные не взяты
import-dropped-text = Эти столбцы плану не нужны, их значения не сохраняются: { $columns }.
import-sheet = Лист { $sheet }
import-column = Столбец
import-column-samples = Примеры
import-column-field = Что в нём
import-column-field-of = Что в столбце { $column }
import-column-number = Столбец { $line }
import-column-none = не брать
import-sample-hidden = не показываются
import-profile-used = Применено сохранённое сопоставление «{ $name }»
import-profile-name = Название сопоставления
import-profile-name-hint = Следующий список с такими же заголовками прочитается так же.
import-profile-save = Сохранить сопоставление
import-profile-name-missing = Назовите сопоставление.
import-profiles = Сохранённые сопоставления
import-profile-columns = { $count ->
    [one] { $count } столбец
    [few] { $count } столбца
   *[many] { $count } столбцов
}
import-profile-delete-named = Удалить сопоставление «{ $name }»
import-profile-rename-named = Переименовать сопоставление «{ $name }»
import-rename = Переименовать
import-options = Что брать
import-year = Учебный год
import-year-new = { $year }, будет создан
import-take-without-date = Брать строку с невозможной датой рождения, без даты
import-take-without-date-hint = Иначе такая строка не берётся.
import-keep-without-teacher = Брать нагрузку и внеурочную деятельность без учителя
import-keep-without-teacher-hint = Если учителя нет среди работников. Иначе такая строка не берётся.
import-keep-birth-dates = Сохранять все даты рождения
import-keep-birth-dates-hint = Обычно они остаются только у полных тёзок.
import-keep-file-numbers = Сохранять номера личных дел
import-keep-file-numbers-hint = Планировщику они не нужны.
import-keep-student-contacts = Сохранять телефоны и почту обучающихся
import-keep-student-contacts-hint = Планировщику они не нужны.
import-absence-hint = Кого нет в файле, тот остаётся в плане: выбытие проводят в карточке.
import-progress-reading = Читается { $file }
import-progress-comparing = Сравнивается с планом
import-progress-rows = { $n } из { $total }
import-stop = Остановить
import-preview = Что изменится
import-preview-caption = Сколько будет создано, изменено и останется
import-what = Что
import-created = Новых
import-changed = Изменится
import-same = Без изменений
import-examples = Например
import-classes-new = Будут созданы классы: { $classes }.
import-nothing-new = В плане уже всё это есть: применять нечего.
import-nothing-read = Из этих файлов взять нечего: посмотрите замечания.
import-compare-again = Сравнить снова
import-broken-plan = План содержит повторы и не может быть сравнён. Сделайте снимок и обратитесь к разработчику.
import-absent = { $count ->
    [one] Нет в списках, но есть в плане: { $count } обучающийся. С ним ничего не произойдёт.
    [few] Нет в списках, но есть в плане: { $count } обучающихся. С ними ничего не произойдёт.
   *[many] Нет в списках, но есть в плане: { $count } обучающихся. С ними ничего не произойдёт.
}
import-absent-show = Показать, кто это
import-problems = Замечания
import-problems-none = Замечаний нет.
import-problems-all = Все
import-problems-filter = Показать замечания
import-problem-severity = Что со строкой
import-problem-text = Замечание
import-problem-file = Файл
import-problem-line = Строка
import-apply = Загрузить в план
import-apply-hint = { $count ->
    [one] Одним шагом: { $count } запись. Отменяется кнопкой «Отменить».
    [few] Одним шагом: { $count } записи. Отменяется кнопкой «Отменить».
   *[many] Одним шагом: { $count } записей. Отменяется кнопкой «Отменить».
}
import-done-title = Списки загружены
import-done-text = Теперь проверьте классы и людей. Загрузку можно отменить, пока эти записи никто не менял.
import-more = Загрузить другие файлы
import-moved = План изменился с тех пор, сравнение обновляется. Нажмите ещё раз, когда оно закончится.
delimiter-semicolon = точка с запятой
delimiter-comma = запятая
delimiter-tab = табуляция
import-samples = Образцы списков
import-samples-text = Не знаете, каким должен быть список? Скачайте образец: столбцы те, что узнаёт программа, люди вымышленные. Загрузите его, чтобы попробовать.
