### Words that the school's papers share.

paper-order = ORDER
paper-directive = DIRECTIVE
paper-ordering = I ORDER:
paper-no-number = No. ______
paper-numbered = No. { $number }
paper-blank-date = “____” ______________ 20____
paper-blank-name = ____________________
paper-gap = ________ (not known: { $what })
paper-annex = Annex
paper-annex-to = to the order of { $date } { $number }
paper-act-reference = of { $date } No. { $number }
paper-control-self = I keep control of the execution of this order.
paper-read-order = Have read the order:
paper-read-directive = Have read the directive:
paper-as-of = As of { $day }
paper-for-year = for the school year { $year }
paper-days = from { $from } to { $to }
paper-days-from = from { $from }
paper-days-to = to { $to }
paper-none = No entries.
paper-and-more = { $count ->
    [one] { $names } and { $count } other person
   *[other] { $names } and { $count } others
}

paper-head = Head of the school
paper-administrator = Platform administrator
paper-whole-school = the whole school
paper-everybody = all participants
paper-yes = yes
paper-no = no
paper-total = Total

paper-row-number = No.
paper-full-name = Full name
paper-post = Post
paper-date = Date
paper-signature = Signature
paper-fact = Data
paper-value = Value
paper-duty = Duty
paper-task = Task
paper-clause = Clause
paper-responsible = Responsible
paper-term = Term
paper-state = State
paper-status = Status “teacher”
paper-joined = Joined
paper-from = From
paper-class = Class
paper-profile = Profile
paper-students = Students
paper-class-teacher = Class teacher
paper-issued = Issued
paper-target = Leads to
paper-role = Role
paper-addressees = For whom
paper-issuer = Issued by
paper-handed = Handed over
paper-reason = Reason
paper-revoked = Revoked
paper-received = Received
paper-applicant = Who asks
paper-decision = Decision
paper-decided-by = Decided by
paper-confirmed-by = Confirmed by
paper-what = What
paper-where = Where it holds
paper-from-to = From and to
paper-ground = Ground
paper-on-platform = Steps on the platform
paper-chat = Chat or channel
paper-owner = Owner
paper-members = Members
paper-channel = Channel
paper-subject = Subject
paper-material = Material
paper-editor = Editor
paper-format = Format
paper-audience = For whom
paper-host = Host
paper-attended = Who attended
paper-from-whom = From whom
paper-question = Question
paper-answer = Answer
paper-figure = Figure
paper-of-total = Of
paper-share = Share
paper-finding = What was found

paper-organisation-full = Full name
paper-organisation-short = Short name
paper-address = Address
paper-tax-number = Tax number
paper-site = Official site
paper-reach = Phone and e-mail
paper-email = E-mail
paper-mobile = Mobile phone
paper-platform = Platform
paper-support = Platform support
paper-help-site = Help site

paper-act-order = order
paper-act-directive = directive
paper-act-protocol = minutes
paper-act-act = act
paper-act-with-order = the order
paper-act-with-directive = the directive
paper-act-with-protocol = the minutes
paper-act-with-act = the act
paper-local-act = { $case ->
    [genitive] the local act “{ $title }”
   *[nominative] the local act “{ $title }”
}
paper-approved-by = { $case ->
    [instrumental] { $regulation }, approved by the order { $order },
   *[genitive] { $regulation }, approved by the order { $order },
}
