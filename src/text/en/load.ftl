### Load: curriculum, groups, activists.

load-title = Teaching load
load-lead = Curriculum, extracurricular groups and activists.
load-tabs = Parts of the load
load-tab-matrix = Classes and subjects
load-tab-lines = List of lines
load-tab-subjects = Subjects
load-tab-groups = Extracurricular
load-tab-active = Activists
load-tab-hours = Hours
load-none = No teaching load yet
load-none-text = Import the list of teaching load, or add a subject and the first line.
load-grades = Grades
load-all-grades = All
load-grade = Grade { $grade }
load-matrix-caption = Subjects by classes: teacher and hours
load-vacant = vacant
load-add-cell = Add: { $subject }, { $class }
load-all-teachers = Every teacher
load-all-subjects = Every subject
load-without-teacher = Only without a teacher
load-no-lines = No such lines
load-no-subjects = No subjects yet
load-no-subjects-text = Add a subject: lines refer to it.
load-no-groups = No groups yet
load-no-groups-text = A group may bring together students of several classes.
load-no-active = No activists yet
load-no-active-text = The head keeps chats with activists of parents and students (2.2/6).
load-by-teacher = Hours of teachers
load-by-class = Hours of classes
load-whole-classes = students of the ticked classes
load-group-gone = There is no such group
load-group-gone-text = The record was removed or the address is old. A removal can be undone.
load-lines-found = { $count ->
    [0] No lines
    [one] { $count } line
   *[other] { $count } lines
}
load-students = { $count ->
    [0] nobody
    [one] { $count } student
   *[other] { $count } students
}
load-people = { $count ->
    [0] nobody
    [one] { $count } person
   *[other] { $count } people
}
