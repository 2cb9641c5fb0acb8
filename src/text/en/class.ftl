### The page of a class and the page of the staff room.

class-title = Class { $label }
class-missing = There is no such class
class-missing-text = The class was deleted or the address is out of date. The arrow at the top of the page takes a deletion back.
class-back = To classes and groups
class-as-of = as of { $day }
class-archived = Closed on { $day }
class-edit = Edit the class
class-label = Name of the class
class-label-hint = Grade and letter: 7А, 10Гум
class-archived-field = Closed from
class-archived-hint = Empty while the class is open
class-archive = Close the class
class-restore = Open again


class-gaps = What is missing
class-gap-teacher = The class has no class teacher.
class-gap-students = Nobody studies in the class. Enrol students or import the list.
class-gap-parents = { $count ->
    [one] { $count } student has no legal representative. Add one on the card:
   *[other] { $count } students have no legal representative. Add one on the card:
}
class-gap-lines = No teacher: { $subjects }.
class-gap-lines-fix = Assign in the load
class-gap-unlisted = The approved list of this year does not name the class. Correct the list or close the class.
class-gap-unlisted-fix = To the approved list

class-teacher = Class teacher
class-teacher-none = Not assigned
class-teacher-assign = Assign a class teacher
class-teacher-replace = Replace
class-teacher-term = Edit the term
class-teacher-assign-hint = The term before, if there is one, ends the day before the new one begins.
class-teacher-none-to-choose = The school has no staff yet: first add them under People.
class-teacher-history = History of class teachers
class-order = Order
class-from = First day
class-to = Last day
class-to-hint = Empty while it lasts
class-choose = Choose
class-term = Term
class-state = State
class-planned = ahead
class-active = in force
class-ended = over
class-remove-record = Delete the record
class-remove-hint = Delete a record made by mistake; a term that is over gets a last day.

class-students = Students
class-students-none = No students yet
class-students-none-text = Add a new student, enrol somebody of the plan or import the list.
class-student = Student
class-parents = Representatives
class-participation = On the platform
class-since = In the class
class-acts = Acts
class-new-student = New student
class-enrol = Enrol from the plan
class-enrol-person = Whom to enrol
class-enrol-none = All students in the plan are in classes already. Add a new student or move one from another class.
class-student-name = Family name, given name, patronymic
class-twins = A person of this name is in the plan already:
class-move = Move
class-stay = Term, departure

class-lines = Curriculum
class-lines-none = The class has no lines of load.
class-lines-open = Open the load
class-subject = Subject
class-group = Subgroup
class-whole = whole class
class-line-teacher = Teacher
class-vacant = vacant
class-hours = Hours a week
class-groups = Extracurricular activities
class-groups-none = There are no extracurricular groups for the class.
class-group-name = Group
class-group-leader = Leader
class-group-others = Also for classes
class-stays = Movement of students
class-stays-none = No moves, departures or future enrolments.
class-now-in = Now

class-staff-room-lead = Joined: { $joined }. Not yet: { $missing }.
class-staff-name = Staff
class-staff-post = Post
class-staff-state = Joining
class-staff-joined = joined
class-staff-missing = not yet
class-staff-outside = neither a pedagogue nor in the administration
class-staff-join = Record joining
class-staff-join-all = Record all as joined
class-staff-join-all-text = { $count ->
    [one] Joining will be recorded for { $count } of those who belong in the staff room.
   *[other] Joining will be recorded for { $count } of those who belong in the staff room.
}
class-staff-filter = Show
class-staff-all = Everybody
class-staff-not-joined = Who has not joined
class-staff-none = No staff in the plan yet
class-staff-none-text = Import the list of staff or add people with posts: they appear here.
