### Invites: ledger, board, issuing, revoking.

invites-title = Invites
invites-lead = Links into the staff room, classes and chats: for whom, how handed over, who joined. Those that ended stay in the ledger.
invites-role-teacher = teacher
invites-role-student = student
invites-role-parent = parent
invites-state-open = Open
invites-state-draft = No link yet
invites-state-issued = Issued
invites-state-sent = Handed over
invites-state-closed = Used
invites-state-expired = Expired
invites-state-revoked = Revoked
invites-state-superseded = Replaced
invites-way-in-person = in person
invites-way-paper = on paper
invites-way-email = by e-mail
invites-way-message = by message
invites-way-journal = through the e-journal
invites-way-other = otherwise
invites-unclaimed-joined = everybody it was for has joined
invites-unclaimed-left = the person it was for has left
invites-unclaimed-expired = expired on { $day }
invites-unclaimed-old = { $days ->
    [one] unused for { $days } day
   *[other] unused for { $days } days
}
invites-staff-room = Staff room
invites-chat-unnamed = Unnamed chat
invites-for-all = for everybody
invites-for-several = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
invites-issue = Issue invites
invites-paste = Enter links
invites-expire = { $count ->
    [one] Mark { $count } link as expired
   *[other] Mark { $count } links as expired
}
invites-tab-board = Board
invites-tab-list = Ledger
invites-tab-waiting = Who is expected
invites-tab-sweep = Unclaimed
invites-tab-handouts = Slips with QR
invites-filter-all = All
invites-filter-state = State
invites-filter-place = Place
invites-filter-role = Role
invites-filter-scope = Which links
invites-scope-classes = To the staff room and classes
invites-scope-chats = To chats
invites-column-whom = For whom
invites-column-place = Place
invites-column-role = Role
invites-column-state = State
invites-column-issued = Issued
invites-column-last = Valid until
invites-column-sent = Handed over
invites-column-used = Joined
invites-column-by = Issued by
invites-column-link = Link
invites-column-reasons = Why
invites-column-act = Act
invites-ledger = Ledger of invite links
invites-ledger-note = Every link there ever was: used, expired, replaced and revoked ones neither disappear nor turn into one another.
invites-ledger-file = ledger-of-links
invites-ledger-empty = No invites match the filters.
invites-links = Enter links
invites-link = Enter the link
invites-hand = Record the handover
invites-join = Record joining
invites-delete-drafts = Delete those without a link
invites-used-of = { $used } of { $most }
invites-note-draft = waits for its link
invites-note-overdue = its time is over
invites-note-act = act No. { $number }
invites-copy = Copy with words
invites-supersede = Replace
invites-close = Close
invites-revoke = Revoke
invites-message = Please join { $place } as “{ $role }”. Link: { $link } Do not pass it on.
invites-valid-until = Valid until { $day }.
invites-none = No invites yet
invites-none-text = First invite the staff to the staff room, then students to their classes. Parents are invited to chats only.
invites-board = Invites by state
invites-board-note = The newest come first in each column; the ledger lists all.
invites-issued-on = issued { $day }
invites-apart-note = { $count ->
    [one] and { $count } off the platform
   *[other] and { $count } off the platform
}
invites-joined = Joined
invites-invited = Invited
invites-missing = Not invited
invites-expected = Expected
invites-apart = Not counted
invites-waiting-file = who-is-expected
invites-waiting-empty = There is neither a staff room nor a class of this year. Create them on the classes screen.
invites-waiting-note = Those off the platform, those who refused and students below the school’s grade are not counted: they owe nothing.
invites-issue-missing = Invite the missing
invites-issue-lead = An invite first waits for its link: make the links on the platform and enter them here as a list.
invites-no-places = There is no place to invite to: create the staff room and classes first.
invites-no-issuer = Under clause { $clause } nobody at the school can issue such an invite now. Appoint an administrator or a class teacher.
invites-issue-common = Issue one link
invites-issue-submit = { $count ->
    [one] Issue { $count } invite
   *[other] Issue { $count } invites
}
invites-issue-nobody = There is nobody to invite: choose people or another place.
invites-whom-missing = Everybody expected and not yet invited
invites-whom-chosen = Those I choose
invites-whom-all = One link for everybody, without a list
invites-people = People
invites-mode = Links
invites-mode-own = One for each
invites-mode-common = One for all
invites-link-hint = As the platform shows it. It may be entered later.
invites-most = How many may join at most
invites-most-hint = Empty where there is no limit
invites-last-hint = By the life of a link in the platform’s profile
invites-last-unknown = How long a link lives is unknown: empty means no limit
invites-note = Note
invites-gets = gets one
invites-why-joined = has joined
invites-why-invited = is invited already
invites-why-apart = off the platform
invites-why-young = below the school’s grade
invites-why-left-out = not chosen
invites-preview = Who is affected
invites-preview-file = invites
invites-nobody-expected = Nobody is expected here in this role.
invites-links-label = Links, one in a line
invites-links-hint = In the order of the list below, or “full name; link”
invites-no-drafts = No invite waits for a link. Issue some first.
invites-links-wrong = { $count ->
    [one] { $count } line was not understood: correct it, then all are entered.
   *[other] { $count } lines were not understood: correct them, then all are entered.
}
invites-paste-lead = Make the links on the platform and paste them here. If one line is not understood, none is entered.
invites-links-preview = Which link for whom
invites-waits = waits for a link
invites-line-no-link = this is not a link
invites-line-no-name = not exactly one of those waiting: { $name }
invites-line-too-many = more links than invites
invites-hand-lead = { $count ->
    [one] { $count } invite
   *[other] { $count } invites
}
invites-day = Day
invites-via = How
invites-to = Handed to
invites-to-hint = Where it went to somebody else: the class teacher, a parent
invites-none-with-link = None of those chosen has a link.
invites-join-lead = { $count ->
    [one] { $count } invite.
   *[other] { $count } invites.
}
invites-join-class = Those who joined become members of the staff room or class.
invites-join-chat = Record the members of the chat when you reconcile it.
invites-who = Who joined
invites-who-hint = Empty where only the fact is known
invites-edit = Invite
invites-no-revoker = The administrator of the platform revokes, and for a chat its owner. Appoint an administrator.
invites-revoke-lead = Close the link on the platform too. It stays in the ledger as revoked with this reason.
invites-reason = Reason
invites-revoked-by = Who revokes
invites-sweep-all = { $count ->
    [one] Revoke { $count } link by an act
   *[other] Revoke { $count } links by an act
}
invites-sweep-chosen = Revoke the chosen by an act
invites-sweep-none = No unclaimed links
invites-sweep-none-text = { $days ->
    [one] Here stand links nobody used: expired, older than { $days } day, or whose person joined otherwise or left.
   *[other] Here stand links nobody used: expired, older than { $days } days, or whose person joined otherwise or left.
}
invites-sweep-file = unclaimed-links
invites-sweep-note = { $days ->
    [one] Links by which nobody joined. The school’s threshold is { $days } day.
   *[other] Links by which nobody joined. The school’s threshold is { $days } days.
}
invites-act-number = No. { $number }
invites-acts-file = acts-of-revocation
invites-act-title = Title of the act
invites-act-signer = Who signs
invites-act-count = Links
invites-acts = Acts of revocation
invites-sweep-title = Act of revocation
invites-sweep-lead = All links are revoked in one step that can be undone. Close them on the platform too.
invites-sweep-submit = { $count ->
    [one] Revoke { $count } link
   *[other] Revoke { $count } links
}
invites-act-number-label = Number of the act
invites-act-title-default = On revoking unclaimed invites as of { $day }
invites-sweep-preview = What will be revoked
invites-handouts-none = Nothing to print
invites-handouts-none-text = There are no open invites with a link. Issue invites and enter their links.
invites-handouts-note = Print, cut and give everybody their slip, then record the handover in the ledger.
invites-print = Print
invites-slips = Slips
invites-handouts-lead = Choose for whom to print slips with codes.
invites-slip-place = { $place } · role “{ $role }”
invites-slip-how = Point the phone’s camera at the code or type the address.
invites-slip-moderator = Moderator: { $name }
invites-slip-quiet = Quiet hours: { $from } to { $to }
invites-slip-secret = The link is personal: do not pass it on.
