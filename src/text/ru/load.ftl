### Нагрузка: учебный план, группы, актив.

load-title = Нагрузка
load-lead = Учебный план, внеурочная деятельность и актив.
load-tabs = Части нагрузки
load-tab-matrix = Классы и предметы
load-tab-lines = Список строк
load-tab-subjects = Предметы
load-tab-groups = Внеурочная деятельность
load-tab-active = Актив
load-tab-hours = Часы
load-none = Нагрузки пока нет
load-none-text = Загрузите список нагрузки или добавьте предмет и первую строку.
load-grades = Параллели
load-all-grades = Все
load-grade = { $grade } класс
load-matrix-caption = Предметы по классам: учитель и часы
load-vacant = вакансия
load-add-cell = Добавить: { $subject }, { $class }
load-all-teachers = Все учителя
load-all-subjects = Все предметы
load-without-teacher = Только без учителя
load-no-lines = Таких строк нет
load-no-subjects = Предметов пока нет
load-no-subjects-text = Добавьте предмет: строки нагрузки ссылаются на него.
load-no-groups = Групп пока нет
load-no-groups-text = Группа может объединять учеников нескольких классов.
load-no-active = Актива пока нет
load-no-active-text = С активом родителей и учеников руководитель ведёт отдельные чаты (2.2/6).
load-by-teacher = Часы учителей
load-by-class = Часы классов
load-whole-classes = ученики отмеченных классов
load-group-gone = Такой группы нет
load-group-gone-text = Запись удалена или адрес устарел. Удаление можно отменить.
load-lines-found = { $count ->
    [0] Нет строк
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
load-students = { $count ->
    [0] никого
    [one] { $count } ученик
    [few] { $count } ученика
   *[many] { $count } учеников
}
load-people = { $count ->
    [0] никого
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
