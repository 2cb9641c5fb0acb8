### Import of rosters.

## Kinds of lists and what is counted.

list-staff = staff
list-students = students
list-parents = parents
list-load = teaching load
list-activities = extracurricular activities
list-chat-members = members of a chat
list-one-roster = OneRoster archive
import-of-years = School years
import-of-classes = Classes
import-of-staff = Staff
import-of-homerooms = Class teachers
import-of-students = Students
import-of-parents = Parents (legal representatives)
import-of-subjects = Subjects
import-of-load = Load lines
import-of-activities = Extracurricular groups

## Fields of columns.

field-full-name = Full name
field-last-name = Family name
field-first-name = Given name
field-middle-name = Patronymic
field-class = Class
field-grade = Grade
field-letter = Letter of the class
field-birth-date = Birth date
field-gender = Gender
field-file-number = Number of the personal file
field-file-letter = Letter of the personal file
field-phone = Phone
field-email = E-mail
field-status = Status (studies, left)
field-position = Post
field-homeroom-of = Class teacher of
field-hire-date = Day of employment
field-parent = Parent
field-parent-phone = Parent’s phone
field-parent-email = Parent’s e-mail
field-second-parent = Second parent
field-second-parent-phone = Second parent’s phone
field-second-parent-email = Second parent’s e-mail
field-mother = Mother
field-mother-phone = Mother’s phone
field-mother-email = Mother’s e-mail
field-father = Father
field-father-phone = Father’s phone
field-father-email = Father’s e-mail
field-kinship = Relation to the child
field-child = Child
field-subject = Subject
field-teacher = Teacher
field-hours = Hours a week
field-group = Subgroup
field-title = Name
field-leader = Leader
field-classes = Classes
field-member-id = Member’s number on the platform
field-member-roles = Member’s roles
field-member-schools = Member’s organisations
field-row-number = Row number
field-other = Other, not taken
field-snils = Insurance number, not taken
field-inn = Tax number, not taken
field-passport = Identity document, not taken
field-login = Account name, not taken
field-password = Password, not taken
field-health = Health, not taken

## What is told about a line.

severity-error = Not taken
severity-warning = Look at it
severity-note = For information
whole-list = the whole list
at-line = line { $line }
at-line-of = { $file }, line { $line }
told-missing-family-name = No family name. Write it into the file and import it again.
told-missing-given-name = Only “{ $text }” is there, no given name. Write it into the file and import it again.
told-not-a-name = “{ $text }” does not look like a name.
told-missing-class = No class, neither in the row nor in a heading above it.
told-not-a-class = “{ $text }” does not look like a class. Write the grade and the letter: 7А.
told-latin-in-class = The class “{ $text }” has a Latin letter, read as { $label }.
told-impossible-date = There is no day “{ $text }”. Correct the date, or allow taking the row without it.
told-impossible-date-taken = There is no day “{ $text }”. The row is taken without the birth date.
told-not-a-date = “{ $text }” does not look like a date; it is not taken.
told-not-a-phone = “{ $text }” does not look like a phone number; it is not taken.
told-not-an-email = “{ $text }” does not look like an e-mail address; it is not taken.
told-not-a-gender = “{ $text }” does not look like a gender; it is not taken.
told-not-hours = “{ $text }” does not look like a number of hours.
told-several-values = Several values in one cell, the first is taken: “{ $text }”.
told-unknown-post = The post “{ $title }” is not known: recorded as other staff. The category can be changed on the card.
told-missing-post = No post: recorded as other staff.
told-unknown-kinship = The relation “{ $text }” is not known: recorded as legal representative.
told-mixed-alphabets = One word mixes Latin and Russian letters: “{ $text }”.
told-invisible-characters = Invisible characters were taken out: “{ $text }”.
told-missing-subject = No subject.
told-missing-title = The group has no name.
told-too-long = The text is too long: “{ $text }…”.
told-missing-teacher = No teacher. Write one into the file, or allow taking rows without a teacher.
told-missing-teacher-taken = No teacher; taken without one.
told-subtotal = A sum, not a person: “{ $text }”.
told-not-a-row = A line of words between the data: “{ $text }”.
told-dropped-column = The plan does not need the column “{ $header }”: its values are neither taken nor kept.
told-open-quote = A quotation mark is never closed: quotes were read as plain characters. Look at the lines nearby.
told-sheet-without-table = The sheet has no table.
told-left-school = Status “{ $status }”: the row is not taken.
told-exact-duplicate = Repeats another row: { $place }.
told-possible-duplicate = Perhaps the same person: { $name } ({ $place }). Both are taken; delete the superfluous one under People.
told-homonyms = A namesake with another birth date ({ $place }): both are taken.
told-ambiguous-person = Several people of the school fit “{ $name }”; none is chosen.
told-child-not-on-roster = The child “{ $child }” is on no list; no link is made. Import the list of students, or correct the name.
told-teacher-not-on-staff = The teacher “{ $teacher }” is not on the staff. Correct the name, add the person, or allow taking rows without a teacher.
told-teacher-not-on-staff-taken = The teacher “{ $teacher }” is not on the staff; taken without a teacher.
told-class-not-in-school = The school has no class { $label }.
told-class-without-teacher = Class { $label } has students and no class teacher. Assign one on the page of the class.
told-homeroom-taken = Class { $label } is led by { $teacher } already. Change the class teacher on the page of the class.
told-in-another-class = In the plan the student is in { $current }. A move is recorded on the card, not imported.
told-namesake-in-another-class = { $current } has a student of the same name: a namesake or a move. Taken as another person.
told-stay-ended = In the plan the stay in this class is over. A return is recorded on the card.
told-load-line-twice = Class, subject and subgroup are there already: { $place }.
told-activity-without-classes = None of the group’s classes is in the school.
told-other-school-year = The list is of { $year }, and the import goes to another school year.

## Why a file cannot be read.

unreadable-empty = The file is empty. Export the list once more.
unreadable-too-large = The file has { $size-count } MB, the limit is { $total } MB. Split the list.
unreadable-old-workbook = This is an old Excel workbook (.xls). Open it and save it as .xlsx or CSV.
unreadable-encrypted = The file asks for a password. Remove it in Excel and save again.
unreadable-binary = There is neither a table nor text inside. Is this the right file?
unreadable-unknown-encoding = The encoding is not known. Save the file as CSV UTF-8.
unreadable-broken-archive = The file is damaged or cut off. Download it again.
unreadable-too-many-entries = The archive holds { $n } files, the limit is { $total }. Lists are not exported like that.
unreadable-inflates-too-far = The archive inflates beyond { $n } MB and is not opened, for safety.
unreadable-inflates-too-much = A file in the archive inflates more than { $n } times and is not opened, for safety.
unreadable-too-many-cells = The table has more than { $n } cells. Split the list.
unreadable-unknown-archive = The archive holds neither an Excel workbook nor OneRoster. Unpack it and import the lists one by one.
unreadable-broken-workbook = The Excel workbook is damaged. Open it in Excel and save it anew.
unreadable-no-columns = No headers and no column of names were found. Add a row of headers: “ФИО”, “Класс”.
unreadable-wrong-kind = “{ $expected }” was expected, but the file holds “{ $found }”.
unreadable-missing-entry = The OneRoster archive has no file { $file }.
halt-not-loaded = The reading module did not load. Check the connection and try again; if that does not help, reload the page.
halt-crashed = Reading stopped with an error: the file is too complex or damaged. The plan is unchanged.
halt-stopped = Stopped.
halt-gone = The browser cannot read the file: it was moved, or it is a folder. Choose it again.

## The screen.

import-lead = Lists from spreadsheets, a school system or OneRoster. First you see what would change; the plan changes only when you say so, and one step takes it all back.
import-drop-title = Drop files here, as many as you like
import-drop-text = CSV, TSV, XLSX up to 50 MB, a OneRoster archive. Encoding, delimiter, headers and kind of list are recognised. The files do not leave this computer.
import-choose = Choose files
import-expect = What the files hold
import-expect-any = Tell by the content
import-expect-hint = If you choose a kind, a file of another kind is not read.
import-paste-title = Paste from a spreadsheet
import-paste-label = Copied rows with their headers
import-paste-hint = Copy cells in Excel or a school system and paste them here.
import-paste-read = Read what was pasted
import-paste-empty = Paste at least one row.
import-pasted = Pasted { $n }
import-files = Files
import-file = File
import-file-kind = Kind of list
import-file-kind-of = Kind of list in { $file }
import-file-format = Format
import-file-rows = Rows
import-file-state = State
import-file-actions = Actions
import-kind-unknown = not recognised, choose
import-kind-several = several lists
import-waiting = waits
import-reading = being read
import-read = read
import-header-at = headers in line { $line }
import-header-none = no headers
import-sheets = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
}
import-mapping-of = Columns of { $file }
import-mapping = Columns
import-remove-file = Remove
import-remove-named = Remove { $file } from the list
import-remove-all = Remove all files
import-read-again = Read again
import-read-as-found = Read as “{ $kind }”
import-chat-members = A list of chat members is for reconciliation; the plan takes nothing from it.
import-dropped-title = Data that is not needed is not taken
import-dropped-text = The plan does not need these columns, their values are not kept: { $columns }.
import-sheet = Sheet { $sheet }
import-column = Column
import-column-samples = Samples
import-column-field = What it holds
import-column-field-of = What column { $column } holds
import-column-number = Column { $line }
import-column-none = do not take
import-sample-hidden = not shown
import-profile-used = The saved mapping “{ $name }” was applied
import-profile-name = Name of the mapping
import-profile-name-hint = The next list with the same headers is read the same way.
import-profile-save = Save the mapping
import-profile-name-missing = Give the mapping a name.
import-profiles = Saved mappings
import-profile-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
import-profile-delete-named = Delete the mapping “{ $name }”
import-profile-rename-named = Rename the mapping “{ $name }”
import-rename = Rename
import-options = What to take
import-year = School year
import-year-new = { $year }, will be created
import-take-without-date = Take a row with an impossible birth date, without the date
import-take-without-date-hint = Otherwise such a row is not taken.
import-keep-without-teacher = Take load and activities without a teacher
import-keep-without-teacher-hint = Where the teacher is not on the staff. Otherwise such a row is not taken.
import-keep-birth-dates = Keep all birth dates
import-keep-birth-dates-hint = Usually only namesakes keep theirs.
import-keep-file-numbers = Keep numbers of personal files
import-keep-file-numbers-hint = The planner does not need them.
import-keep-student-contacts = Keep students’ phones and e-mails
import-keep-student-contacts-hint = The planner does not need them.
import-absence-hint = Whoever is not in the file stays in the plan: leaving is recorded on the card.
import-progress-reading = Reading { $file }
import-progress-comparing = Comparing with the plan
import-progress-rows = { $n } of { $total }
import-stop = Stop
import-preview = What would change
import-preview-caption = How many would be created, changed and left
import-what = What
import-created = New
import-changed = Changed
import-same = Unchanged
import-examples = For example
import-classes-new = Classes to be created: { $classes }.
import-nothing-new = The plan has all of this already: there is nothing to apply.
import-nothing-read = There is nothing to take from these files: look at the problems.
import-compare-again = Compare again
import-broken-plan = The plan holds records twice and cannot be compared. Take a snapshot and contact the developer.
import-absent = { $count ->
    [one] In the plan but not in the lists: { $count } student. Nothing happens to them.
   *[other] In the plan but not in the lists: { $count } students. Nothing happens to them.
}
import-absent-show = Show who
import-problems = Problems
import-problems-none = No problems.
import-problems-all = All
import-problems-filter = Show problems
import-problem-severity = What happens to the row
import-problem-text = Problem
import-problem-file = File
import-problem-line = Line
import-apply = Import into the plan
import-apply-hint = { $count ->
    [one] In one step: { $count } record. The Undo button takes it back.
   *[other] In one step: { $count } records. The Undo button takes it back.
}
import-done-title = The lists are imported
import-done-text = Now look at the classes and the people. The import can be undone as long as nobody changed these records.
import-more = Import other files
import-moved = The plan has changed since; the comparison is being renewed. Click again when it is done.
delimiter-semicolon = semicolon
delimiter-comma = comma
delimiter-tab = tab
import-samples = Sample lists
import-samples-text = A list of yours does not fit? Download a sample: its columns are the ones the import knows, its persons are invented. Import it to try.
