### Roles and permissions: answers, grounds, what is missing, who can instead.

verdict-duty = duty
verdict-duty-if-needed = duty if needed
verdict-allowed = allowed
verdict-right = right of every user
verdict-not-granted = no clause grants it
verdict-unsettled = the text does not answer
letter-duty = D
letter-duty-if-needed = N
letter-allowed = A
letter-right = R
letter-not-granted = –
letter-unsettled = ?
mark-scope = °
mark-inherited = i
mark-access = †
mark-school = s
mark-default-allow = +
mark-default-deny = −

legend-scope = ° only within the own limits: own class, subject, group, profile
legend-inherited = i additional administrator: the right follows from 2.1/7
legend-access = † where access is given
legend-school = s decided by the school
legend-unsettled = the text does not answer: + possible for now, − not to be counted on for now
legend-label = What the letters mean
cell-inherited = follows from 2.1/7
cell-own-scope = within the own limits
cell-if-access = where access is given
cell-by-school = decided by the school
cell-default-allow = possible for now
cell-default-deny = not to be counted on for now
cell-name = { $role }: { $action }: { $verdict }
cell-name-clauses = { $role }: { $action }: { $verdict }, clause { $clauses }

predicate-homeroom = the class whose class teacher the person is
predicate-line = the own line of the load: subject and class
predicate-activity = the own activity group
predicate-own-profile = the own profile and data
predicate-representative = the own child and the child's class
predicate-chat-issuer = a chat that the person runs
predicate-active-group = the active group to which the person belongs
predicate-pedagogue = if the person teaches: leads a class, a subject or a group
predicate-administration = if the person belongs to the administration
predicate-enrolled = the own class, subjects and groups in which the person learns
outcome-holds = holds
outcome-fails = does not hold
outcome-not-asked = holds within these limits

settled-default-allow = The text does not answer. Until the school decides, it counts as possible.
settled-default-deny = The text does not answer. Until the school decides, it is not to be counted on.
settled-inherited = Clause 2.1/7 lists no rights of an additional administrator. Until the school decides otherwise, they count as those of the platform administrator.
settled-school-allow = The school decided: possible.
settled-school-deny = The school decided: not to be counted on.
stance-allow = Possible
stance-deny = Not to be counted on

missing-no-order = No order stands behind the appointment
missing-not-joined = Joining the staff room is not recorded
missing-status-not-started = The status “teacher” is not confirmed
missing-status-rejected = The status “teacher” was rejected
missing-status-required = The status “teacher” was not submitted
missing-status-submitted = The status “teacher” waits for confirmation
missing-no-distribution = No order on the distribution stands behind the class teacher's term
missing-no-load-line = No line of the load yet
missing-no-activity-group = No activity group yet
missing-off-platform = Takes part outside of the platform
missing-refused-platform = Refused to take part on the platform
missing-role-ended = The role “{ $role }” ended on { $on }
missing-role-not-begun = The role “{ $role }” begins on { $from }

remedy-register-order = Name the order in the appointment
remedy-record-membership = Record the joining
remedy-submit-status = Submit for confirmation
remedy-confirm-status = Confirm the status
remedy-register-distribution = Name the order in the class teacher's term
remedy-assign-load-line = Give a line of the load
remedy-assign-activity-group = Give a group
remedy-change-participation = Change the participation
remedy-renew-role = Appoint again or prolong
remedy-await-role = Wait until { $from } or change the first day

area-general = Regulation and orders
area-appointments = Appointment of administrators
area-structure = School, classes, class teachers
area-invites = Invites and links
area-requests = Requests to join
area-status = Status “teacher”
area-movement = Movement of people
area-chats = Chats
area-channels = Channels
area-events = Broadcasts, meetings, lessons online
area-support = Help and support
area-statistics = Statistics
area-control = Control
area-rights = Rights of users

roles-lead = Who must and may do what, and by which clause. Open any cell to see its explanation.
roles-filter-text = Action, word or clause
roles-filter-area = Area
roles-filter-role = Role
roles-filter-verdict = Answer
roles-filter-clause = Clause
roles-any = All
roles-any-clause = Any
roles-clear = Clear the filter
roles-nothing-text = Loosen the filter: remove the word or one of the choices.
roles-count = Actions shown: { $n } of { $total }
roles-matrix-name = Actions and roles
roles-matrix-keys = Arrows move between cells, Enter opens the explanation, Home and End lead to the ends of the row, Ctrl+Home and Ctrl+End to the ends of the table.
roles-action-column = Action

roles-person-title = What a certain person may do
roles-person-search = Find a person by name
roles-person-hint = Begin with the family name
roles-person-none = Nobody was found. Check the spelling or add the person.
roles-person-empty = There is nobody yet. Import the lists or add people, then ask about each of them here.
roles-example = For example:

app-commands-title = Commands of the app itself
app-commands-text = The regulation is silent about them, so they rest on clause 4.3. The app restricts nobody: this is a rule of the project, no ban.

why-title = Why this answer
why-nothing = No clause grants this to the role “{ $role }”. The text does not forbid it either: it is silent.
why-clauses = Grounds
why-related = What the text says of the action
why-scope = Within what limits
why-note = Remark
why-oddities = Oddity of the text
why-who-can = Who can in this school
why-who-instead = Who can instead
why-roles = Roles: { $roles }
why-nobody = It is granted to no role.
why-no-holder = Nobody in this plan holds such a role.
why-more = { $n ->
    [one] and { $n } more person
   *[other] and { $n } more people
}
why-not-ready = something has to be supplied first
choice-title = The school's choice
choice-none = The school has not decided yet.
choice-made = Decided on { $on }: { $stance }.
choice-made-by = Decided on { $on } by { $by }: { $stance }.
choice-edit = Record a choice
choice-change = Change the choice
choice-remove = Remove the choice
choice-answer = How to read the text
choice-on = Day of the choice
choice-on-error = Enter the day of the choice.
choice-by = Who decided
choice-note = Why
choice-effect = The cell will answer: { $verdict }.
choice-effect-same = The answer of the cell will not change.
choice-later = The choice takes effect on that day: the plan is shown as of { $day }.

rights-title = Permissions: { $name }
rights-banner = This is a view of permissions under the regulation, not access control: whoever works in this browser sees and changes the whole plan.
rights-day = The plan is shown as of { $day }.
rights-card = The person's card
rights-hats = Roles and their grounds
rights-hat-role = Role
rights-hat-scope = Where
rights-hat-term = Term
rights-hat-ground = Document
rights-no-hats = No role of the regulation. Staff who do not teach, lead no group and do not belong to the administration have no rights under the regulation until the school gives them a role. Do it in the card: a post, an appointment, load or a link with a child.
scope-school = whole school
scope-own = own profile
scope-child = { $name }, { $class }
term-open = no term
term-from = from { $from }
term-to = until { $to }
term-both = { $from } – { $to }
hat-ended = ended
hat-not-begun = not begun
order-named = { $kind } No. { $number } of { $date }
ground-order = Order
ground-directive = Directive
ground-protocol = Minutes
order-none = no document named
rights-table = Answers for every action
rights-column-answer = Answer
rights-column-clauses = Clauses
rights-column-scope = Where
rights-column-missing = What is missing
rights-column-instead = Who can
rights-column-why = Details
rights-why = Why
rights-show-why = Why: { $action }
rights-ready = nothing is missing
rights-group-all = All
rights-group-must = Must
rights-group-may = May
rights-group-unsettled = Text does not answer
rights-group-none = Not granted
rights-groups = Filter by answer
rights-related = speaks of the action
rights-grounds = What each role contributes
rights-ground = { $role }: { $verdict }
rights-ground-scope = { $role }, { $scope }: { $verdict }
rights-nothing = No clause grants this to any of the person's roles. The text does not forbid it either: it is silent.
rights-gone = There is no such person in the plan
rights-gone-text = The record was deleted, or the address belongs to another plan.
rights-must-now = { $n ->
    [0] Nothing stands in the way.
    [one] { $n } action is not possible yet: something is missing.
   *[other] { $n } actions are not possible yet: something is missing.
}
