### The shell: top bar, navigation, save state.

app-name = Sferum planner
skip-to-content = Skip to content
menu = Menu
nav-label = Sections

nav-overview = Overview
nav-school = School
nav-structure = Classes and groups
nav-people = People
nav-load = Teaching load
nav-import = Import of lists
nav-roles = Roles and permissions
nav-regulation = Regulation
nav-snapshots = Snapshots
nav-journal = Journal
nav-settings = Settings

undo-last = Undo: { $act }
redo-last = Redo: { $act }
nothing-to-undo = Nothing to undo
nothing-to-redo = Nothing to redo

save-changed = Changed
save-saved = Saved on this computer
save-failed = Not saved: { $reason }
save-download = Download a copy

language-label = Language
theme-label = Appearance
theme-auto = Same as the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast

page-not-found = There is no such page
go-to-overview = Go to the overview
page-not-found-text = The address is outdated or the record was deleted. Choose a section on the left or start from the overview.
banner-other-tab = The plan is open in another tab. Here it is read-only and follows along.
banner-newer = The plan was saved by a newer version of the app. Reload the page; nothing is changed until then.

nav-invites = Invites
nav-requests = Requests and statuses
nav-administrators = Administrators
nav-movement = Movement
nav-chats = Chats
nav-channels = Channels
nav-calendar = Calendar
nav-documents = Documents
nav-support = Support
nav-control = Control
nav-statistics = Statistics
nav-acknowledgements = Memos and consents
nav-migration = Move to another platform
nav-registration = Registration
nav-structure-orders = Approved lists
nav-editions = Editions
nav-interpretations = Interpretations and gaps
nav-compliance = Compliance
group-school = School
group-platform = Platform
group-papers = Papers and control
group-regulation = Regulation
group-plan = Plan

part-coming = Loading…
part-missing = This part of the program did not load
part-missing-text = Check the connection and try again. If the site has a new version, reload the page: your data are safe.
part-again = Try again
part-reload = Reload the page

search-label = Find
palette-title = Find and do
palette-hint = A person, class, chat, screen, clause, paper or act
palette-found = Found
palette-count = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
palette-act = act
palette-screen = screen
palette-class = class
palette-person = person
palette-chat = chat
palette-paper = paper
palette-clause = clause
keys-title = Keys
keys-palette = find a person, class, chat, screen, clause, paper or act
keys-undo = undo the last act
keys-redo = do again what was undone
keys-escape = close a window, leave a preview
keys-walk = go to the next thing, choose it
keys-help = show this list

day-banner = The plan on { $day }. People, chats, duties and findings are of that day, by what is recorded now. Nothing can be changed.
day-label = Day
day-before = A day earlier
day-after = A day later
day-leave = Back to today
day-link = Show the plan on another day
