### Ledgers, registers, lists, plans, reports and acts.

doc-list-staff-name = LIST OF THE TEACHING STAFF
doc-list-staff-subject = to join the staff room of { $organisation }
doc-list-staff-total = Joined: { $joined } of { $of }.

doc-list-chats-name = LIST OF CHATS AND CHANNELS
doc-list-chats-none = There are no chats and channels yet.
doc-list-chats-unnamed = without a name
doc-list-chats-total = Chats and channels: { $count }, created: { $created }.
doc-list-chats-planned = not created yet
doc-list-channels = System channels

doc-list-activists-name = LIST OF ACTIVISTS

doc-ledger-invites-name = LEDGER OF INVITE LINKS
doc-ledger-invites-none = No links were issued in this period.
doc-act-revocation-name = ACT
doc-act-revocation-subject = on the revocation of invite links that nobody used
doc-act-revocation-text = For information security, under { $regulation }, these invite links were revoked by the platform administrator { $by }:
doc-act-revocation-total = { $count ->
    [one] { $count } link was revoked in all.
   *[other] { $count } links were revoked in all.
}
doc-act-revocation-kept = The entries on revoked links stay in the ledger of invite links.

doc-ledger-requests-name = LEDGER OF REQUESTS TO JOIN
doc-ledger-requests-none = No requests came in this period.
doc-request-new = not decided
doc-request-asked = { $on } asked for more: { $question }
doc-request-approved = { $on } accepted: { $who }
doc-request-declined = { $on } declined: { $reason }
doc-request-withdrawn = { $on } withdrawn

doc-register-statuses-name = REGISTER OF STATUSES “TEACHER”
doc-register-statuses-unknown = not known
doc-register-statuses-total = Confirmed: { $confirmed } of { $of }.

doc-book-movement-name = BOOK OF THE MOVEMENT OF STUDENTS AND STAFF
doc-book-movement-none = There was no movement.
doc-extract-movement-name = EXTRACT
doc-extract-movement-subject = from the book of the movement of students and staff
doc-extract-movement-about = On the movement of { $about }.
doc-extract-movement-class = { $name } studies in class { $class }.
doc-extract-movement-post = { $name } works in the organisation, post: { $post }.
doc-extract-movement-gone = { $name } is not on the lists of students and staff.

doc-plan-publications-name = PLAN OF PUBLICATIONS IN THE SYSTEM CHANNELS
doc-plan-publications-none = No publications are planned for this period.
doc-plan-events-name = PLAN OF BROADCASTS AND EVENTS
doc-plan-events-none = No events are planned for this period.
doc-list-training-name = LIST OF SEMINARS AND WEBINARS
doc-list-training-none = There were no seminars and webinars in this period.

doc-ledger-tickets-name = LEDGER OF REQUESTS FOR HELP
doc-ledger-tickets-none = There were no requests for help in this period.
doc-ticket-open = no answer yet
doc-ticket-answered = { $on }: { $answer }
doc-ticket-closed = { $on }, settled: { $answer }

doc-report-statistics-name = REPORT
doc-report-statistics-subject = on the use of the platform “{ $platform }” { $days }
doc-report-statistics-by = from the platform administrator { $by }
doc-report-statistics-access = The figures come from the statistics that the platform shows to the administrator and from the records of the organisation.
doc-report-statistics-no-access = The platform’s statistics are not accessible to the administrator. The figures come from the records of the organisation.
doc-report-statistics-none = No figures were entered.
doc-report-statistics-read = Has read the report:

doc-act-control-name = ACT
doc-act-control-subject = of control of the use of the platform “{ $platform }”
doc-act-control-text = The check was made by { $checker }. Date of the check: { $on }. What was checked: { $scope }.
doc-act-control-summary = What was seen
doc-act-control-findings = What was found wanting
doc-act-control-none = Nothing was found wanting.
doc-act-control-read = Have read the act:
doc-control-scope-school = the use of the platform in the whole organisation
doc-control-scope-class = class { $class }
doc-control-scope-chat = the chat “{ $name }”
doc-control-scope-event = the event “{ $name }”
doc-control-scope-person = the work of { $name }
doc-control-scope-clause = how clause { $clause } is kept: { $text }

paper-invite-role = { $role ->
    [student] student
    [parent] parent
   *[teacher] teacher
}
paper-sending-way = { $way ->
    [in-person] in person
    [paper] on paper
    [email] by e-mail
    [message] by message
    [journal] through the electronic journal
   *[other] in another way
}
paper-invite-state = { $state ->
    [draft] in preparation
    [issued] issued
    [sent] handed over
    [closed] used { $on }
    [expired] expired { $on }
    [revoked] revoked { $on }
   *[superseded] replaced { $on }
}
paper-publication-state = { $state ->
    [idea] idea
    [material] material is there
    [ready] ready
    [published] published { $on }
   *[cancelled] cancelled
}
paper-event-kind = { $kind ->
    [broadcast] broadcast
    [meeting] meeting
    [lesson] remote lesson
    [class-event] event of a class
   *[webinar] webinar
}
paper-event-format = { $format ->
    [hybrid] hybrid
   *[online] online
}
paper-event-state = { $state ->
    [planned] planned
    [rehearsed] equipment tried { $on }
    [held] held { $on }
   *[cancelled] cancelled
}
paper-finding-state = { $state ->
    [open] open
    [fixed] fixed { $on }
   *[verified] verified { $on }
}
paper-audience-group = { $group ->
    [administration] administration
    [pedagogues] teaching staff
    [staff] staff
    [students] students
   *[parents] parents
}
paper-audience-classes = students, classes: { $classes }
paper-audience-parents = parents, classes: { $classes }
paper-audience-people = { $count ->
    [one] { $count } person by name
   *[other] { $count } people by name
}
paper-chat-state = { $state ->
    [not-required] not needed
    [created] created { $on }
    [active] in use since { $on }
    [read-only] read-only since { $on }
   *[archived] archived { $on }
}
