### Acknowledgement, rights, consents, activists.

rights-page-title = Acknowledgement, rights and consents
rights-page-lead = Who knows which paper, what rights everybody has, who gave consent, and how to reach those who are not on the platform.
rights-tab-sheets = Sheets
rights-tab-rights = Rights
rights-tab-consents = Consents and participation
rights-tab-activists = Activists
rights-open-security = { $count ->
    [0] Open the memo for all classes
    [one] Open the memo in { $count } class
   *[other] Open the memo in { $count } classes
}
rights-security-everywhere = Every class with students has a sheet of the memo already.
rights-open = Open sheets
rights-open-lead = Each chosen class gets a sheet of its own. Those off the platform are not on it: they are told in another way.
rights-open-submit = Open
rights-open-preview = Sheets: { $sheets }, people: { $count }.
rights-no-sheets = No sheets yet
rights-no-sheets-text = Begin with the memo on the security of one’s profile: sheets for all classes are opened by one act.
rights-sheets = Sheets of acknowledgement
rights-sheets-note = The whole is those who take part on the platform. The others are counted apart, never as missing.
rights-apart = Off the platform: { $count }. They are told in another way.
rights-subject-security = Memo on the security of one’s profile
rights-subject-rights = Sheet of one’s rights and duties
rights-subject-chat-rules = Rules of chats
rights-audience-students = students
rights-audience-parents = parents
rights-audience-staff = staff
rights-confirmed = { $done } of { $of }
rights-paper = Paper
rights-who = Who
rights-opened-on = Opened
rights-state = Confirmed
rights-apart-column = Off the platform
rights-new-column = New, not on the sheet
rights-renew = Bring up to date
rights-renew-count = { $count ->
    [0] Bring up to date
    [one] Add { $count } newcomer
   *[other] Add { $count } newcomers
}
rights-done = confirmed
rights-other-way = told in another way
rights-not-yet = awaited
rights-people = People
rights-name = Name
rights-on = Confirmed on
rights-confirm = Mark as confirmed
rights-confirm-all = { $count ->
    [0] Mark everybody
    [one] Mark the { $count } left
   *[other] Mark the { $count } left
}
rights-confirm-lead = To be marked: { $count }.
rights-all-done = Everybody has confirmed.
rights-clear = Take the mark back
rights-print = Print the sheet
rights-classes = Classes
rights-links = Where to turn
rights-links-note = Every user may write to support and read the instructions.
rights-support = Support e-mail
rights-help-site = Site with instructions
rights-write-support = Write to support
rights-open-help = Open the site with instructions
rights-by-role = Rights by role
rights-by-role-note = Access is free and around the clock. Quiet hours of a chat are good manners, not a limit of access.
rights-line = { $clauses }: { $name }
rights-count = { $count ->
    [0] no rights
    [one] { $count } right
   *[other] { $count } rights
}
rights-personal = Personal sheets
rights-personal-note = The sheet of rights and duties is printed for each member of staff and signed.
rights-post = Post
rights-may-column = What they may do
rights-what-may = rights and duties
rights-sheet-column = Sheet
rights-sheet = sheet to sign
rights-no-staff = No staff yet: import a list or add people.
rights-consent-given = Consent given
rights-consent-unknown = Consent not recorded
rights-off-platform = Not on the platform
rights-off-platform-note = It is their right. Another way to reach them is recorded.
rights-consents-note = The regulation says nothing on personal data, so this rests on 152-FZ and clause 4.3. The table is for reaching everybody, not for blaming anybody.
rights-consent = Consent
rights-consent-on = Day of the answer
rights-consent-paper = Paper
rights-paper-hint = Where it is kept: folder, number, sheet.
rights-participation = Participation
rights-way = Another way to reach them
rights-way-hint = For example: a call, a note through the child, a meeting.
rights-set-consents = Write down consent or participation
rights-nobody = Nobody fits this filter.
rights-any = All
rights-keep = leave as it is
rights-chosen = { $count ->
    [0] Nobody is chosen.
    [one] { $count } person is chosen. An empty field changes nothing.
   *[other] { $count } people are chosen. An empty field changes nothing.
}
rights-active-parents = Parent activists
rights-active-students = Student activists
rights-active-classes = { $kind }: classes
rights-active-note = At least one person of each class is recommended: the head keeps a chat with the activists.
rights-active-lead = Those who belong to the class are offered.
rights-whole-school = Whole school
rights-class = Class
rights-members = Members
rights-how-many = How many
