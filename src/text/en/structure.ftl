### Classes and groups: the tree, creation by pattern, the staff room, the approved list.

structure-lead = { $class-count ->
    [one] { $class-count } class
   *[other] { $class-count } classes
}, { $student-count ->
    [one] { $student-count } student
   *[other] { $student-count } students
}
structure-lead-empty = School year, levels, parallels and classes; the staff room; the approved list
structure-year = School year
structure-no-year = Begin with the school year
structure-no-year-text = Classes belong to a school year. Create it, then the classes by pattern, or import the school’s lists: they bring the year and the classes.
structure-create-year = Create the school year { $year }
structure-import = Import lists
structure-no-classes = No classes in this year yet
structure-no-classes-text = Create them by pattern on this page or import the school’s lists.
structure-level-primary = Primary education, 1–4
structure-level-basic = Basic education, 5–9
structure-level-secondary = Secondary education, 10–11
structure-parallel = Parallel
structure-parallel-students = { $count ->
    [one] { $count } student
   *[other] { $count } students
}
structure-class = Class
structure-students = Students
structure-teacher = Class teacher
structure-none = none
structure-add-class = Add a class
structure-profile = Profile
structure-profile-hint = In the school’s words, for example “humanities”

structure-bulk = Create classes by pattern
structure-bulk-text = Grades, a colon, letters; a semicolon between the parts.
structure-pattern = Pattern
structure-pattern-hint = For example 1–4: А, Б, В; 5: А–Г; 10: Гум, Тех. One class: 7А
structure-create = Create classes
structure-will-create = { $count ->
    [one] { $count } class will be created:
   *[other] { $count } classes will be created:
}
structure-existing = { $count ->
    [one] { $count } class is there already:
   *[other] { $count } classes are there already:
}
structure-unlisted = { $count ->
    [one] { $count } class is not in the approved list:
   *[other] { $count } classes are not in the approved list:
}
structure-latin = Latin letters that look like Russian ones were replaced.
structure-fault = “{ $part }” was not understood: { $why }
structure-why-grade = a grade from 1 to 11 is needed
structure-why-no-letter = a letter is needed after the colon
structure-why-letter = the letter is too long or holds other signs
structure-why-backwards = the end of the range stands before its beginning
structure-pattern-empty = Enter a pattern, for example 1–4: А, Б, В
structure-pattern-faults = Correct in the pattern: { $parts }
structure-pattern-all-there = All these classes are there already: add new ones to the pattern

structure-staff-room = Staff room
structure-staff-room-none = There is no staff room yet. There is one for the organisation; all pedagogues and the administration join it.
structure-staff-room-create = Create the staff room
structure-staff-room-joined = Joined
structure-staff-room-missing = Not joined yet
structure-staff-room-open = Open the list

structure-list = Approved list of classes
structure-list-none = The approved list of the year has not been entered yet. With it you see which classes are missing and which are extra.
structure-list-enter = Enter the list
structure-list-pattern = Classes of the list
structure-list-order = Order that approved it
structure-list-approved = Approved: { $order }
structure-list-no-order = The order that approved it is not entered
structure-list-count = { $count ->
    [one] { $count } class in the list
   *[other] { $count } classes in the list
}
structure-list-equal = Same as the created classes
structure-list-missing = In the list, but not created:
structure-list-extra = Created, but not in the list:
structure-list-create-missing = Create the missing classes

structure-archived = Closed classes
structure-archived-on = closed on { $day }
structure-order-none = Without an order
structure-order-name = No. { $number } of { $date }
structure-order-option = No. { $number } of { $date } · { $title }
structure-orders = Distribution of class teachers and the staff room
