### Movement of students and staff, the change of the school year.

movement-title = Movement
movement-lead = Enrolments, class changes, departures, changes of staff: consequences before recording, steps on the platform afterwards
movement-tab-record = Record
movement-tab-steps = Steps on the platform
movement-tab-book = Movement book
movement-tab-rollover = New school year
movement-record = Record

movement-students = Students
movement-students-text = A record changes the student’s class from a day on, takes the student out of subgroups and groups of the old class, and shows which chats and links it touches.
movement-staff = Staff
movement-staff-text = A record ends or begins a post, hands over classes, load and groups, and ends the rights of an administrator.
movement-rerole = Correct a role or a class on the platform
movement-rerole-text = The platform does not change the role of a member. The record ends the wrong membership, replaces the link and asks for two steps: remove and invite anew.
movement-rerole-lead = The wrong membership ends today, the old link is replaced, the new one appears among the invites as a draft.
movement-latest = Latest records

movement-kind-enrol = Enrolment
movement-kind-class-change = Class change
movement-kind-promote = Promotion to the next grade
movement-kind-repeat = Repetition of the grade
movement-kind-graduate = Graduation
movement-kind-leave = Departure
movement-kind-hire = Hiring
movement-kind-dismiss = Dismissal
movement-kind-absence = Long absence
movement-kind-return = Return
movement-kind-re-role = Corrected role or class

movement-do-enrol = Enrol
movement-do-class-change = Change the class
movement-do-promote = Promote
movement-do-repeat = Repeat the grade
movement-do-graduate = Graduate
movement-do-leave = Record departure
movement-do-hire = Hire
movement-do-dismiss = Dismiss
movement-do-absence = Record absence
movement-do-return = Record return
movement-do-re-role = Correct a role or class

movement-lead-enrol = Choose somebody who studied here before, or type the name of a new student.
movement-lead-change = The stay before ends the day before the day given.
movement-lead-leave = The stay ends the day before the day given. The record of the person remains.
movement-lead-hire = Choose somebody who worked here before, or type a new name.
movement-lead-dismiss = Posts, classes led, rights of an administrator and membership in the staff room end the day before the day given.
movement-lead-absence = The post stays. Mark what is handed over for the time of absence.
movement-lead-return = The load and classes that were handed over come back.

movement-student = Student
movement-worker = Member of staff
movement-name = Family name, given name, patronymic
movement-name-hint = If the person is not in the plan yet
movement-day-first = First day
movement-day-after = First day without the person
movement-to-class = Into which class
movement-groups = Subgroups in the new class
movement-groups-hint = One subgroup for a subject; can be chosen later in the load
movement-place-from = Came from
movement-place-to = Went to
movement-post = Post
movement-category = Category
movement-category-hint = Not chosen: by the title of the post
movement-choose = Not chosen
movement-gives-lines = Hand over load and groups
movement-teacher = Who takes load and groups
movement-teacher-hint = Not chosen: the lines are left without a teacher
movement-gives-homeroom = Hand over the classes led
movement-homeroom = Who takes the classes led
movement-homeroom-hint = Not chosen: the class is left without a class teacher
movement-ends-administration = End the rights of an administrator of the platform
movement-lines-back = Load that comes back
movement-homeroom-back = Take the classes led back
movement-order = Order
movement-note = Note
movement-membership = Wrong membership
movement-right-class = Right class
movement-right-role = Right role
movement-edit-lead = Only the day, order, place and note of the record change. Stays, posts and classes are edited on the cards.

movement-consequences = What changes
movement-consequence = { $label } ({ $count })
movement-no-consequences = It touches no chats, links, classes or load.
movement-steps-follow = { $count ->
    [0] Nothing will be left to do on the platform.
    [one] { $count } step on the platform will be left to do.
   *[other] { $count } steps on the platform will be left to do.
}
movement-and-more = { $list } and { $count } more
movement-chats-left = Leaves chats
movement-chats-joined = Joins chats
movement-along = Move along with the student
movement-invites = Links to revoke
movement-no-homeroom = Left without a class teacher
movement-no-teacher = Lines without a teacher
movement-handed = Lines to another teacher
movement-no-leader = Groups without a leader
movement-owned = Chats without an owner
movement-rights-lost = Rights of an administrator end
movement-undivided = No subgroup chosen
movement-no-administrator = No administrator appointed by an order would be left on the platform (2.1/0). Appoint another one first.

movement-steps = Steps
movement-steps-open = Open
movement-steps-done = Done
movement-steps-all = All
movement-steps-none = There is nothing to do on the platform
movement-steps-none-text = Steps appear when a movement touches classes, chats or links. Record a movement, and the list fills.
movement-steps-empty = No steps match.
movement-steps-note = A tick is signed by the person at the keyboard and clears the difference in the members of the chat.
movement-every-class = All classes
movement-every-kind = All kinds
movement-state = State
movement-class = Class
movement-step = What to do
movement-person = Who
movement-kind = Kind of movement
movement-day = Date
movement-done = Done
movement-open = waits
movement-tick = Done
movement-untick = Take the tick back
movement-tick-chosen = Tick the chosen ones
movement-step-leave-class = Remove: { $what }
movement-step-join-class = Let in: { $what }
movement-step-leave-chat = Remove from the chat “{ $what }”
movement-step-join-chat = Add to the chat “{ $what }”
movement-step-revoke-invite = Revoke the link { $what }
movement-step-issue-invite = Issue a link: { $what }
movement-step-replace-homeroom = Change the class teacher: { $what }
movement-step-replace-teacher = Change the teacher: { $what }
movement-step-replace-owner = Change the owner of the chat “{ $what }”
movement-step-end-administration = Take away the rights of an administrator

movement-from = From
movement-until = To
movement-print = Print
movement-totals = Movement by class
movement-totals-note = At the beginning, plus those who came, minus those who left, makes the end.
movement-totals-empty = Nobody was in the classes in this period.
movement-total = Total
movement-begin = At the beginning
movement-came = Came
movement-moved-in = From other classes
movement-left = Left
movement-moved-out = To other classes
movement-end = At the end
movement-entries = Records of movement
movement-entries-empty = No records match.
movement-where = From and to
movement-done-of = { $done } of { $total }
movement-none = No movement has been recorded yet
movement-none-text = Records appear here after an enrolment, a class change, a departure or a change of staff.

rollover-title = School year { $year }
rollover-note = Classes go up a grade, students stay with their classes. All of it is one act and can be undone whole.
rollover-no-year = There is no school year to go on from
rollover-no-year-text = Create the school year and its classes first.
rollover-to-structure = To the structure
rollover-begin = Prepare the change
rollover-lead = Check what each class turns into, who stays in the grade and who leaves after grade 9. The preview follows as you type.
rollover-submit = Move to the new year
rollover-classes = Classes
rollover-students = Students
rollover-from = First day of the new year
rollover-to = Last day of the new year
rollover-successors = What each class turns into
rollover-successors-hint = A line for a class: 7А → 8А. A dash in place of the class means that it ends
rollover-first = New classes
rollover-first-hint = By pattern, such as 1: А, Б, В
rollover-repeaters = Repeat the grade
rollover-repeaters-hint = They go to the class of the same grade and letter
rollover-leavers = Leave after grade 9
rollover-leavers-hint = The other students of grade 9 go on to grade 10; those of grade 11 graduate
rollover-homerooms = Class teachers stay with their classes (except grade 4)
rollover-load = Copy the load
rollover-members = Classes are renamed on the platform, members stay in them
rollover-into = Change to { $year }
rollover-moving = Go up
rollover-repeating = Repeat
rollover-leaving = Leave
rollover-lines = Lines of the load
rollover-chats = Chats of the old year
rollover-chats-now = Archived in the plan at once
rollover-chats-later = Archive them on this tab when the year is over
rollover-problems = Obstacles and notes
rollover-this = This year
rollover-next = Next year
rollover-ends = ends
rollover-not-ready = Settle the obstacles in the preview first.
rollover-unread = Check the days, the lines “7А → 8А” and the pattern of new classes.
rollover-problem-days = The new year begins after this one ends, and ends after it begins: correct the days.
rollover-problem-successor = { $count ->
    [one] The class { $class } ends, and { $count } student is left without a class. Say where the student goes, or mark the departure.
   *[other] The class { $class } ends, and { $count } students are left without a class. Say where they go, or mark their departure.
}
rollover-problem-grade = The class { $class } cannot become { $to }: the grade must be the next one.
rollover-problem-repeater = { $person }: the new year has no class of grade { $grade }. Add one to the new classes.
rollover-problem-merged = For your information: two classes become { $to }.
rollover-problem-exists = For your information: the class { $to } of the new year is there already and will be used.
rollover-past = Chats of past years
rollover-past-chats = { $count ->
    [one] { $count } chat of a past year is still open.
   *[other] { $count } chats of past years are still open.
}
rollover-archive = Archive them
