### Findings of the audit: what is the matter, with its facts. Nobody off the platform, refused or withdrawn is called missing.

audit-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
audit-and-more = { $list } and { $more } more
audit-nobody = nobody
audit-whole-school = Beyond classes

audit-no-edition = No edition of the regulation is in force.
audit-edition-without-order = The edition in force, “{ $edition }”, has no order of approval.
audit-edition-without-protocol = The edition in force, “{ $edition }”, names no minutes of the teachers’ council.
audit-protocol-after-order = The council’s minutes of { $protocol } are later than the order of approval of { $order }.
audit-force-before-order = The edition is in force from { $from }, but its order was signed on { $order }.
audit-editions-overlap = Several editions are in force at once: { $count }.
audit-no-administrator = No administrator of the platform is appointed.
audit-administrator-without-order = { $person }: the appointment as administrator rests on no order.
audit-administrator-not-pedagogue = { $person } is an administrator but not a pedagogue.
audit-no-application = No application for registration is recorded.
audit-application-lacks = The application for registration lacks: { $lacks }.
audit-lack-order = the order of appointment
audit-lack-name = the full name
audit-lack-email = the e-mail address
audit-lack-phone = the mobile phone
audit-phone-mismatch = The registration did not use the phone of the application: the administrator’s rights will not appear.
audit-not-registered = The application was sent, but there has been no registration for { $days }.
audit-no-staff-room = There is no staff room.
audit-staff-rooms = There is more than one staff room: { $count }.
audit-outsider-in-staff-room = { $person } is in the staff room but never held a post at the school.
audit-not-invited = { $person } is not in the staff room, and no invite is open.
audit-no-nomenclature = There is no approved list of classes for this school year.
audit-nomenclature-without-order = The approved list of classes rests on no order.
audit-class-not-approved = Class { $class } is not on the approved list.
audit-class-not-created = Class { $class } is on the approved list but was not created.
audit-class-twice = Class { $class } was created twice (look-alike Latin letters count as the same).
audit-invite-misfit = Invite ({ $invite }): the role does not fit the place it leads to.
audit-invite-issuer = Invite ({ $invite }) was issued by { $person }, to whom no clause gives that right.
audit-parent-in-class = { $person } is a member of class { $class } but neither studies nor works here: parents join chats only.
audit-invite-twice = { $person }: open invites to one place: { $count }.
audit-invite-overused = { $uses } joined by the invite ({ $invite }), which was meant for { $meant }.
audit-additional-not-joined = { $person }: an additional administrator who has not joined the staff room.
audit-additional-not-verified = { $person }: an additional administrator whose teacher status is not confirmed.
audit-no-homeroom = Class { $class } has no class teacher.
audit-no-distribution = No distribution of class teachers is approved for this school year.
audit-homeroom-mismatch = Class { $class } is led by { $person }, but the order names { $approved }.
audit-homeroom-without-order = Class { $class } is led by { $person }, which neither the distribution nor an order of its own supports.
audit-too-many-classes = { $person } leads { $count } classes.
audit-request-waits = The request “{ $request }” has been waiting for { $days }.
audit-request-unmatched = The request “{ $request }” was approved but matches nobody on the school’s lists.
audit-parent-approved = A parent’s request “{ $request }” was approved: parents do not join the organisation, a pedagogue gives them a link to a chat.
audit-status-waits = { $person }: the teacher status has not been confirmed for { $days }.
audit-self-confirmed = { $person } confirmed their own status.
audit-no-class = { $person } is in no class, and no departure is recorded.
audit-two-classes = { $person } is in several classes at once.
audit-gone-still-member = { $person } left on { $since } but is still in the organisation on the platform.
audit-still-in-old-class = { $person } is still in class { $class } on the platform while studying in another.
audit-gone-still-in-chats = { $person } is no longer at the school but still in chats ({ $count }).
audit-moved-still-in-chats = { $person } is still in chats of the former class ({ $count }).
audit-gone-invited = An open invite ({ $invite }) is for somebody who has left: { $person }.
audit-gone-teaches = { $person } no longer works here but still holds { $count ->
    [one] { $count } line
   *[other] { $count } lines
} of the load.
audit-gone-leads = { $person } no longer works here but is still the class teacher of { $class }.
audit-gone-administers = { $person } no longer works here but is still an administrator of the platform.
audit-steps-open = { $person }: the movement of { $since } is not wholly done on the platform, steps left: { $count }.
audit-unclaimed = Nobody has used the invite ({ $invite }) for { $days }.
audit-revoked-without-act = The invite ({ $invite }) was revoked without an act.
audit-no-channel = { $kind ->
    [staff] There is no channel for the staff: it is not recorded or not yet created on the platform.
   *[general] There is no channel for the whole school: it is not recorded or not yet created on the platform.
}
audit-no-editor = The channel “{ $channel }” has no editor from the staff.
audit-post-without-material = The publication “{ $title }” names no material it is made of.
audit-staff-channel-outsiders = Outsiders read the staff’s channel “{ $channel }”: { $count }.
audit-staff-channel-audience = The staff’s channel “{ $channel }” is open to students or parents.
audit-no-host = “{ $event }” has no host.
audit-no-audience = “{ $event }” does not say whom it is for.
audit-no-time = “{ $event }” has no starting time.
audit-audience-over-limit = “{ $event }”: { $count } people, but the platform takes { $limit }.
audit-event-left-open = “{ $event }”: its day is over and nobody noted whether it was held.
audit-events-overlap = “{ $first }” and “{ $second }” overlap: { $shared }.
audit-ticket-without-owner = Request for help “{ $topic }”: nobody answers it.
audit-ticket-overdue = Request for help “{ $topic }”: the answer is late by { $days }.
audit-case-without-ticket = The letter to support “{ $topic }” is linked to no request for help.
audit-no-report = In the last { $days } the head got no report on statistics, and “no access” was not noted.
audit-no-use-order = There is no order (or directive) on the use of the platform.
audit-no-management-chat = There is no chat: { $chat }.
audit-no-check = In the last { $days } no check of the use of the profile was recorded.
audit-check-overdue = Check of { $check }: findings not fixed by the deadline ({ $deadline }): { $count }.
audit-no-checker = Check of { $check }: it is not said who checked.
audit-checker-checked = Check of { $check }: { $person } checks their own work.
audit-checker-outside = Check of { $check }: { $person } does not belong to the administration.
audit-no-class-chats = Class { $class } lacks chats: { $chats }.
audit-chat-twice = The chat “{ $chat }” repeats another one.
audit-chat-owner = The chat “{ $chat }” is owned by { $owner } instead of { $expected }.
audit-chat-members = Members of the chat “{ $chat }” differ from the plan: to add { $missing }, to remove { $extra }, roles to correct { $misroled }.
audit-no-subject-chats = { $class } lacks teaching chats: { $chats }.
audit-chat-without-line = The chat “{ $chat }” no longer stands for a class, a line of the curriculum or a group.
audit-no-purpose = The chat “{ $chat }” does not say what it is for.
audit-not-in-chat = Chat “{ $chat }”: not yet joined by { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}.
audit-no-role = { $person } neither studies nor works here and represents nobody.
audit-no-parent = { $person } has no legal representative on record.
audit-no-memo = Class { $class }: the security memo was not given out.
audit-memo-open = Class { $class }: the security memo is not confirmed by everybody, left: { $count }.
audit-no-moderator = The chat “{ $chat }” has no moderator.
audit-chats-unregulated = Chats without quiet hours: { $hours }, without rules: { $rules }.
audit-chats-unchecked = Chats whose members were not compared for more than { $days }: { $count }.
audit-consent-unknown = { $class }: consent to data processing is not recorded, people: { $count }.
audit-consent-of-staff = Staff
audit-consent-missing = { $person }: there is no consent, and the participation was not reconsidered.
audit-no-personal-data-law = The law on personal data (152-FZ) is not among the legal acts.
audit-homonyms = Class { $class }: { $count } people of one name, { $name }.
audit-twins = Perhaps one person twice: { $person } and { $twin }.
audit-latin-in-name = { $person }: Latin letters among Russian ones in the name.
audit-superseded-edition = Open acknowledgement sheets refer to the superseded edition “{ $edition }”: { $count }.
audit-other-rules = The edition “{ $edition }” is in force, but the program works by the rules of another.
audit-undecided = Unclear places of the regulation that the school has not decided: { $count }. Their defaults hold meanwhile.
audit-clause-absent = The text has no clause { $clause }; its number is kept so that references do not shift.

audit-lint-edition = The regulation is approved and in force
audit-lint-administrator = The administrator is appointed by an order
audit-lint-registration = Application and registration
audit-lint-staff-room = Staff room
audit-lint-staff-joined = Pedagogues and the administration have joined
audit-lint-nomenclature = Classes and the approved list
audit-lint-invite-right = Who invites, and where to
audit-lint-invite-twice = Superfluous invites
audit-lint-additional-admin = Additional administrators
audit-lint-homeroom = Class teachers
audit-lint-request = Requests to join
audit-lint-status = Teacher status
audit-lint-movement = Movement
audit-lint-unclaimed = Unclaimed invites
audit-lint-channel = Channels and publications
audit-lint-broadcast = Broadcasts and events
audit-lint-support = Requests for help
audit-lint-report = Report to the head
audit-lint-use-order = Order on use
audit-lint-management-chat = Chats of the administration
audit-lint-control = Control
audit-lint-class-chat = Chats of classes
audit-lint-subject-chat = Teaching chats
audit-lint-family = Students and parents
audit-lint-memo = Security memo
audit-lint-gap = Not regulated
audit-lint-identity = Names
audit-lint-reading = Editions and readings

audit-severity-error = breach
audit-severity-warning = warning
audit-severity-note = note

audit-fix-editions = Open the editions
audit-fix-interpretations = Decide how to read it
audit-fix-use-order = Write the order
audit-fix-administrators = To the administrators
audit-fix-registration = To the registration
audit-fix-structure = To the structure
audit-fix-structure-orders = To the list and the distribution
audit-fix-class = Open the class
audit-fix-person = Open the card
audit-fix-invites = Invite
audit-fix-invite = Open the invite
audit-fix-sweep = Revoke the unclaimed
audit-fix-requests = Decide the request
audit-fix-statuses = To the statuses
audit-fix-movement = Tick the steps
audit-fix-movements = Record a movement
audit-fix-chats = To the chats
audit-fix-class-chats = Create the chats
audit-fix-chat = Open the chat
audit-fix-channels = To the channels
audit-fix-publications = To the publications
audit-fix-event = Open the event
audit-fix-support = To the requests
audit-fix-statistics = To the statistics
audit-fix-checks = Record a check
audit-fix-check = Open the check
audit-fix-memos = To the acknowledgements
audit-fix-consents = To the consents
audit-fix-load = Mend the load
audit-fix-legal-acts = To the legal acts

audit-severity-errors = breaches
audit-severity-warnings = warnings
audit-severity-notes = notes

audit-state-fulfilled = kept
audit-state-partly = kept in part
audit-state-unfulfilled = not kept
audit-state-not-applicable = not applicable
audit-state-needs-attestation = needs attestation
audit-state-absent = absent from the text
audit-verdict-fulfilled = kept
audit-verdict-partly = kept in part
audit-verdict-not-applicable = not applicable
