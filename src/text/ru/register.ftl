### Реестр положения: редакции, акты, толкования, пробелы.

register-editions = Редакции и основания
register-editions-lead = Когда и чем утверждено положение, чем одна редакция отличается от другой, и на какие акты оно опирается.
register-own-text = Текст школы
register-compare = Сравнение редакций
register-laws = Правовые акты
register-words = Слова положения
register-interpretations = Толкования и пробелы
register-interpretations-lead = Где текст молчит или противоречит себе, школа решает сама. Здесь видно, что действует сейчас и что изменит решение.
register-cells = Открытые вопросы таблицы прав
register-oddities = Странности текста
register-gaps = Не урегулировано
register-compliance = Соответствие по пунктам
register-in-force = Действующая редакция
register-clauses = Пункты
register-edition = Редакция
register-approval = Утверждение
register-not-recorded = не записано
register-not-recorded-text = Запишите протокол педсовета и приказ: до этого программа пользуется своим реестром.
register-no-paper = не указан
register-protocol = Протокол педсовета
register-order = Приказ об утверждении
register-from = Действует с
register-to = По
register-data = Данные
register-data-broken = не читаются
register-section = Раздел
register-text-there = есть
register-text-missing = не найден
register-text-missing-long = В тексте школы этот пункт не найден. Проверьте номера в файле.
register-wording = Коротко
register-load-text = Загрузить текст
register-no-text = Текст школы не загружен
register-no-text-text = Загрузите полный текст положения из файла .txt: он встанет рядом с пересказом пункт за пунктом.
register-new-edition = Новая редакция
register-no-editions = Редакций пока нет
register-no-editions-text = Добавьте редакцию, по которой работает школа, и запишите, когда её приняли и утвердили.
register-editions-note = Действует не больше одной редакции. Новая завершает прежнюю, а прежняя остаётся в реестре.
register-state = Состояние
register-state-draft = проект
register-state-later = ещё не действует
register-state-in-force = действует
register-state-ended = завершилась
register-changes = Что изменено
register-amends = изменяет: { $title }
register-amends-none = ничего, это новый документ
register-amends-field = Какую редакцию изменяет
register-data-bundled = реестр программы
register-approve = Утвердить
register-withdraw = Снять утверждение
register-amend = Внести изменения
register-save-data = Скачать данные
register-text-found = Пунктов найдено
register-text-missing-count = Не найдено
register-text-extra-count = Лишнего в тексте
register-own-text-note = Слева слова школы, справа пересказ из реестра.
register-text-extra = В тексте есть, в реестре нет
register-own-words = Слова школы
register-title = Название
register-version = Как называется редакция
register-version-hint = Например: редакция 2, с изменениями от 10.01.2027.
register-data-file = Файл с данными редакции
register-data-hint = Файл .json с пунктами, ролями и таблицей прав. Без файла действует реестр программы.
register-text-file = Файл с текстом положения
register-text-hint = Файл .txt. Текст остаётся в вашем плане.
register-no-data = Вернуться к реестру программы
register-drop-text = Убрать текст школы
register-edition-lead = Новая редакция сначала проект: она ничего не меняет, пока её не утвердят.
register-changes-nothing = Эта редакция ничего не меняет.
register-text-preview = { $count ->
    [0] В тексте не найдено ни одного пункта.
    [one] Найден { $count } пункт.
    [few] Найдено { $count } пункта.
   *[many] Найдено { $count } пунктов.
}
register-text-preview-missing = Не найдены: { $clauses }.
register-text-preview-extra = Лишнее в тексте: { $places }.
register-paper = № { $number } от { $date } · { $title }
register-choose = выберите
register-approve-lead = Сначала совет принимает, потом руководитель утверждает приказом. Редакция действует с утверждения.
register-protocol-hint = Нет в списке? Зарегистрируйте протокол на странице «Школа».
register-order-hint = Приказ подписан руководителем.
register-ends = Редакция «{ $title }» завершится { $day }.
register-before = Было
register-after = Станет
register-compare-text = Выберите две редакции: различия будут показаны пункт за пунктом.
register-roles = Роли
register-actions = Действия
register-matrix = Таблица прав
register-chats = Правила чатов
register-required-chats = Сколько чатов школа обязана иметь
register-chat-required = обязателен
register-chat-allowed = разрешён
register-changed = { $count ->
    [0] Изменений нет.
    [one] Изменение: { $count }.
    [few] Изменения: { $count }.
   *[many] Изменений: { $count }.
}
register-what = Что
register-none = нет
register-add-laws = { $count ->
    [0] Добавить акты положения
    [one] Добавить { $count } акт положения
    [few] Добавить { $count } акта положения
   *[many] Добавить { $count } актов положения
}
register-laws-there = Все акты, названные в положении, уже в перечне.
register-new-law = Добавить акт
register-law-absent = Положение не называет: { $names }. Персональные данные оно не регулирует, а закон действует (пункт 4.3).
register-add-unnamed = Добавить в перечень
register-law = Правовой акт
register-law-number = Номер
register-law-date = Дата
register-law-issuer = Кто издал
register-used-in = Где используется
register-no-laws = Перечень пуст. Добавьте акты, названные в положении, одним действием.
register-law-holds = действует
register-law-retired = утратил силу
register-retire = Утратил силу
register-retired-on = С какого дня
register-retired-hint = Пустая дата значит, что акт снова действует.
register-word = Слово
register-meaning = Что значит
register-no-words = Эта редакция слов не объясняет.
register-any = Все
register-undecided = не решено
register-decided = решено
register-choice = Решение школы
register-defaults-hold = Где не решено, действует чтение по умолчанию.
register-cells-note = Текст не отвечает на эти вопросы. Перед записью решения видно, чей ответ изменится.
register-question = Действие
register-role = Роль
register-default = По умолчанию
register-why = Почему
register-no-cells = Таких вопросов нет.
register-own-reading = школа читает иначе
register-oddities-note = Каждая странность показана и там, где она важна.
register-oddity = Странность { $number } ({ $clauses })
register-oddity-cells = { $count ->
    [0] Ячеек таблицы прав не касается.
    [one] Касается { $count } открытой ячейки таблицы прав.
    [few] Касается { $count } открытых ячеек таблицы прав.
   *[many] Касается { $count } открытых ячеек таблицы прав.
}
register-default-reading = читается по умолчанию
register-choice-lead = Решение меняет только то, что текст оставил открытым.
register-effect = Что изменится
register-effect-line = { $question }: было «{ $before }», станет «{ $after }».
register-gains = Смогут: { $names }
register-loses = Больше не смогут: { $names }
register-cells-keep = не менять
register-cells-choice = Ответ в открытых ячейках
register-new-gap = Добавить запись
register-no-gaps = Записей нет
register-no-gaps-text = Запишите, что положение не регулирует и чем это урегулировано: законом, уставом, другим актом школы.
register-gaps-note = Чего нет в положении, регулируют законодательство, устав и другие акты школы. Каждое замечание контроля без своего пункта ссылается сюда.
register-gap = Не урегулировано положением
register-topic = Что
register-governed-by = Чем урегулировано
register-governed-hint = Например: 152-ФЗ; устав, пункт 5.2; приказ о сайте.
register-how = Как это делает школа
register-noted-on = Записано
edition-error-too-large = Файл слишком велик для редакции положения.
edition-error-unreadable = Строка { $line }, знак { $column }: файл не читается ({ $reason }).
edition-error-foreign = Это не файл редакции положения.
edition-error-newer = Файл сделан более новой программой: схема { $found }, эта программа читает до { $known }.
edition-error-duplicate = Определено дважды: { $place }.
edition-error-empty = Не хватает текста на одном из языков: { $place }.
edition-error-unknown-clause = Ссылка на пункт { $clause }, которого нет в реестре: { $place }.
edition-error-absent-clause = Право опирается на пункт { $clause }, которого нет в тексте: { $place }.
edition-error-unknown-role = Названа роль { $role }, которой нет в файле: { $place }.
edition-error-unknown-action = Названо действие { $action }, которого нет в файле: { $place }.
edition-error-missing-row = Действие { $action } пропущено или стоит не на месте.
edition-error-missing-cell = Не хватает ячейки: { $place }.
edition-error-no-clause = Не указан пункт: { $place }.
edition-error-no-default = Вопрос открыт, а чтение по умолчанию не указано: { $place }.
edition-error-stray-default = Текст отвечает, значит, чтения по умолчанию быть не должно: { $place }.
edition-error-stray-scope = Право не даётся, значит, пределов и условий быть не должно: { $place }.
edition-error-other = В файле ошибка: { $reason }.
edition-place-front = начало файла
edition-place-role = роль { $role }
edition-place-section = раздел { $number }
edition-place-clause = пункт { $clause }
edition-place-action = действие { $action }
edition-place-cell = ячейка: действие { $action }, роль { $role }
edition-place-oddity = странность { $number }
edition-place-command = команда программы { $id }
edition-place-term = слово «{ $term }»
edition-place-law = правовой акт { $number }
