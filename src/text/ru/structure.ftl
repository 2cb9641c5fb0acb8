### Классы и группы: дерево, создание по шаблону, Учительская, номенклатура.

structure-lead = { $class-count ->
    [one] { $class-count } класс
    [few] { $class-count } класса
   *[many] { $class-count } классов
}, { $student-count ->
    [one] { $student-count } ученик
    [few] { $student-count } ученика
   *[many] { $student-count } учеников
}
structure-lead-empty = Учебный год, уровни, параллели и классы; Учительская; номенклатура
structure-year = Учебный год
structure-no-year = Начните с учебного года
structure-no-year-text = Классы принадлежат учебному году. Создайте его, а потом классы по шаблону, или загрузите списки школы: год и классы появятся из них.
structure-create-year = Создать { $year } учебный год
structure-import = Загрузить списки
structure-no-classes = В этом году классов ещё нет
structure-no-classes-text = Создайте их по шаблону на этой странице или загрузите списки школы.
structure-level-primary = Начальное общее образование, 1–4
structure-level-basic = Основное общее образование, 5–9
structure-level-secondary = Среднее общее образование, 10–11
structure-parallel = Параллель
structure-parallel-students = { $count ->
    [one] { $count } ученик
    [few] { $count } ученика
   *[many] { $count } учеников
}
structure-class = Класс
structure-students = Учеников
structure-teacher = Классный руководитель
structure-none = нет
structure-add-class = Добавить класс
structure-profile = Профиль
structure-profile-hint = Словами школы, например «гуманитарный»

structure-bulk = Создать классы по шаблону
structure-bulk-text = Параллели, двоеточие, литеры; части разделяет точка с запятой.
structure-pattern = Шаблон
structure-pattern-hint = Например: 1–4: А, Б, В; 5: А–Г; 10: Гум, Тех. Один класс: 7А
structure-create = Создать классы
structure-will-create = { $count ->
    [one] Будет создан { $count } класс:
    [few] Будет создано { $count } класса:
   *[many] Будет создано { $count } классов:
}
structure-existing = { $count ->
    [one] Уже есть { $count } класс:
    [few] Уже есть { $count } класса:
   *[many] Уже есть { $count } классов:
}
structure-unlisted = { $count ->
    [one] Нет в номенклатуре { $count } класса:
    [few] Нет в номенклатуре { $count } классов:
   *[many] Нет в номенклатуре { $count } классов:
}
structure-latin = Латинские буквы, похожие на русские, заменены русскими.
structure-fault = Не понято «{ $part }»: { $why }
structure-why-grade = нужен номер параллели от 1 до 11
structure-why-no-letter = после двоеточия нужна литера
structure-why-letter = литера слишком длинная или содержит лишние знаки
structure-why-backwards = конец диапазона стоит раньше начала
structure-pattern-empty = Введите шаблон, например 1–4: А, Б, В
structure-pattern-faults = Исправьте в шаблоне: { $parts }
structure-pattern-all-there = Все эти классы уже есть: добавьте в шаблон новые

structure-staff-room = Учительская
structure-staff-room-none = Учительской ещё нет. Она одна на организацию, в неё входят все педагоги и администрация.
structure-staff-room-create = Создать Учительскую
structure-staff-room-joined = Вступили
structure-staff-room-missing = Ещё не вступили
structure-staff-room-open = Открыть список

structure-list = Номенклатура классов
structure-list-none = Утверждённый список классов года ещё не введён. С ним видно, каких классов не хватает и какие лишние.
structure-list-enter = Ввести номенклатуру
structure-list-pattern = Классы по номенклатуре
structure-list-order = Приказ об утверждении
structure-list-approved = Утверждена: { $order }
structure-list-no-order = Приказ об утверждении не указан
structure-list-count = { $count ->
    [one] { $count } класс в списке
    [few] { $count } класса в списке
   *[many] { $count } классов в списке
}
structure-list-equal = Совпадает с созданными классами
structure-list-missing = Есть в номенклатуре, но не созданы:
structure-list-extra = Созданы, но их нет в номенклатуре:
structure-list-create-missing = Создать недостающие

structure-archived = Закрытые классы
structure-archived-on = закрыт { $day }
structure-order-none = Без приказа
structure-order-name = № { $number } от { $date }
structure-order-option = № { $number } от { $date } · { $title }
structure-orders = Распределение классного руководства и состав Учительской
