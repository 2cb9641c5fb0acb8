### Requests to join and the status “teacher”.

requests-title = Requests and statuses
requests-lead = Who asks to join the platform and whose status is to be confirmed. Administrators decide; only people of the lists are let in.
requests-tab-inbox = Inbox
requests-tab-journal = Journal of requests
requests-tab-status = Status “teacher”
requests-tab-register = Register of the confirmed
requests-why-same-name = same name
requests-why-yo = ё and е
requests-why-look-alike = Latin letters for Cyrillic ones
requests-why-other-order = another order of words
requests-why-no-patronymic = no patronymic
requests-why-other-patronymic = another patronymic
requests-why-typo = a slip of a letter
requests-why-part-only = only a part agrees
requests-why-same-role = same role
requests-why-other-role = another role
requests-why-same-class = same class
requests-why-other-class = another class
requests-stage-none = Not begun
requests-no-class = no class named
requests-receive = Enter requests
requests-none = No requests
requests-none-text = When the platform shows requests to join, enter them here: they are compared with the lists, and an answer is suggested.
requests-inbox-note = { $days ->
    [one] Decide each within { $days } day.
   *[other] Decide each within { $days } days.
}
requests-parent = parent
requests-matched = found in the lists
requests-ambiguous = check who it is
requests-unknown = not in the lists
requests-age = { $days ->
    [one] waits for { $days } day
   *[other] waits for { $days } days
}
requests-late = { $days ->
    [one] waits for { $days } day, too long
   *[other] waits for { $days } days, too long
}
requests-asked = asked on { $day }: { $question }
requests-parent-why = A parent is not let into the organisation or a class: parents join chats by a pedagogue’s link (clause 2.7/1).
requests-parent-reason = Parents join chats by a pedagogue’s link (2.7/1)
requests-parent-text-to = Hello! Parents take part in the chats of a class, not in the class itself, so we declined the request. The class teacher gives you the link to the chat: { $name }.
requests-parent-text = Hello! Parents take part in the chats of a class, not in the class itself, so we declined the request. The class teacher or the administration gives you the link to the chat.
requests-approve = Let in
requests-decline = Decline
requests-decline-chosen = Decline the chosen
requests-copy-decline = Copy the answer
requests-ask = Ask for more
requests-withdraw = Taken back by the person
requests-candidate = { $score } of 100: { $name } ({ $place }) — { $why }
requests-journal-file = journal-of-requests
requests-journal-empty = There were no requests yet.
requests-column-name = Name in the request
requests-column-on = Came on
requests-column-decision = Decision
requests-column-as = Who it is in the lists
requests-column-by = Who decided
requests-column-asks = Asks for
requests-column-match = Comparison
requests-new = new
requests-state-asked = asked for more
requests-approved = let in
requests-declined = declined
requests-withdrawn = taken back
requests-words-teacher = teacher staff educator
requests-words-student = student pupil
requests-words-parent = parent mother father guardian
requests-receive-lead = Copy the requests from the platform. If a line is not understood, none is entered.
requests-lines = Requests, one in a line
requests-lines-hint = Full name; role; class
requests-role = Role where a line names none
requests-class = Class where a line names none
requests-class-hint = May be left empty
requests-unread = { $count ->
    [one] { $count } line was not understood: correct the role or the class.
   *[other] { $count } lines were not understood: correct the role or the class.
}
requests-line-unread = not understood: { $text }
requests-preview = What comes of it
requests-edit = Correct the request
requests-no-administrator = The administrator of the platform decides, and none is appointed. Appoint one on the administrators screen.
requests-approve-lead = { $name } asks to join: { $place }. Let the person in on the platform too.
requests-reason = Reason
requests-decline-text = Hello! We declined your request to join. The reason: { $reason }
requests-decline-lead = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
requests-none-open = None of those chosen waits for a decision.
requests-copy = Copy
requests-answer = The answer
requests-question-start = Who are you, and in which class do you learn or teach?
requests-question = Question
requests-question-text = Hello! We received a request in the name of “{ $name }”. { $question }
requests-late-figure = Wait too long
requests-require-all = { $count ->
    [one] Begin for { $count } person
   *[other] Begin for { $count } people
}
requests-not-required = The school does not require the status to be confirmed (school screen).
requests-status-file = statuses
requests-column-person = Who
requests-column-stage = Status
requests-column-since = Since
requests-column-days = Days waiting
requests-column-joined = Staff room
requests-require = Begin the confirmation
requests-require-again = Begin again
requests-submit = Record the sending
requests-confirm = Confirm
requests-excuse = Not required
requests-reject = Reject the status
requests-status-empty = There are no pedagogues and no administration: enter the staff.
requests-status-note = { $days ->
    [one] Pedagogues and the administration. The school allows { $days } day.
   *[other] Pedagogues and the administration. The school allows { $days } days.
}
requests-confirm-joined = The status is confirmed after joining the staff room. Clause 2.1/10.
requests-joined = joined
requests-not-joined = not yet
requests-register-file = register-of-the-confirmed
requests-register-empty = No status has been confirmed yet.
requests-column-post = Post
requests-column-confirmed = Confirmed on
requests-and-more = { $names } and { $count } more
requests-nobody-at-stage = Nobody of those chosen is at this step.
requests-own-status = Somebody else confirms one’s own status. Clause 2.1/10.
