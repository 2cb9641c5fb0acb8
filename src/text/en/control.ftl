### Control: the audit, checks of the administration, compliance by clause, the past.

control-title = Control
control-lead = What is out of step with the regulation, which checks the administration made, and what came of them.
control-tab-audit = Audit
control-tab-checks = Checks
control-tab-as-of = As of a date
control-tab-duties = Duties
control-new-check = Record a check
control-all = All
control-severity = Severity
control-area = About
control-clause = Clause
control-class = Class
control-people = People
control-what = Finding
control-findings = Findings of the audit
control-findings-note = The audit derives findings from the records and stores nothing: correct the record and the finding goes away. Choose rows to take them into a check.
control-nothing = No findings
control-nothing-text = The records are in step with the regulation. Record a check so that the control is shown.
control-none-shown = Nothing fits these filters.
control-check-chosen = Take into a check
control-file = audit-findings
control-file-checks = checks
control-file-findings = check-findings

control-no-checks = No checks yet
control-no-checks-text = The administration controls the use of the profile: record what was checked, when and by whom, and what was found.
control-overdue = Past the deadline
control-on = Date
control-scope = What was checked
control-checker = Who checked
control-checker-hint = The head or a deputy, but not the one whose work is checked.
control-open = Open
control-fixed = Fixed
control-verified = Verified
control-act = Act, note
control-open-check = Open
control-all-checks = All checks
control-check = Check
control-check-lead = The administration checks; nobody checks their own work.
control-check-findings = Findings of the check
control-check-findings-note = The responsible mends, somebody else of the administration verifies.
control-summary = Summary
control-paper = Act of control
control-add-finding = Add a finding
control-no-findings = No findings
control-no-findings-text = The check found nothing. If it did, add the finding, the person responsible and the deadline.
control-finding = Finding
control-finding-clause = Under which clause
control-first-finding-hint = May stay empty; findings can be added later.
control-taken = Findings taken from the audit
control-responsible = Person responsible
control-deadline = Fix by
control-state = State
control-state-open = open
control-state-fixed = fixed
control-state-verified = verified
control-late = overdue
control-fix = Record the fix
control-verify = Verify the fix
control-reopen = Open again
control-when = When
control-how = How it was fixed
control-outcome = What was seen
control-mended = fixed
control-not-mended = not fixed, open again
control-verifier = Who verified
control-verifier-hint = Somebody of the administration other than the person responsible.
control-scope-kind = { $kind ->
    [school] the whole school
    [class] a class
    [chat] a chat
    [event] an event
    [person] a person’s work
    [clause] a clause of the regulation
   *[other] { $kind }
}
control-scope-of = { $kind ->
    [school] The whole school
    [class] Class { $what }
    [chat] Chat “{ $what }”
    [event] Event “{ $what }”
    [person] Work of { $what }
    [clause] Clause { $what }
   *[other] { $what }
}

compliance-title = Compliance by clause
compliance-lead = How each clause of the regulation is kept: what shows it, what stands against it, what to do.
compliance-of-clause = Clause { $clause }: compliance
compliance-state = State
compliance-section = Section
compliance-says = What the clause says
compliance-evidence = Evidence
compliance-against = Findings
compliance-clauses = Clauses
compliance-note = The state follows from records and findings. What records cannot show, a person attests.
compliance-more = and { $count } more
compliance-more-evidence = The first 200 are shown, { $count } more.
compliance-details = Details
compliance-attest = Attest
compliance-take-back = Take the attestation back
compliance-attestation = Attestation
compliance-no-attestation = none
compliance-no-evidence = No records show it.
compliance-kind = Kind
compliance-record = Record
compliance-file = compliance
compliance-file-evidence = evidence
compliance-verdict = What is attested
compliance-grounds = Grounds
compliance-grounds-hint = What shows it: a paper, a decision, a reason. Needed for “in part” and “not applicable”.
compliance-by = Who attests
compliance-term = For how long
compliance-this-year = for this school year
compliance-for-good = for good
compliance-papers = Papers

as-of-day = As of
as-of-search = Person
as-of-before = The day before
as-of-today = Today
as-of-whole = Show the whole plan on this day
as-of-after = The day after
as-of-note = By the dates of the records; chats by the dates of their making and closing that were kept.
as-of-none = none
as-of-year = School year
as-of-edition = Edition in force
as-of-head = Head
as-of-deputies = Deputies
as-of-administrator = Administrator of the platform
as-of-additional = Additional administrators
as-of-students = Students
as-of-staff = Staff
as-of-joined = In the staff room
as-of-chats = Chats
as-of-classes = Classes
as-of-teacher = Class teacher
as-of-no-teacher = none
as-of-no-classes = No school year is recorded for this day.
as-of-person = Person
as-of-roles = What they were
as-of-membership = On the platform
as-of-found = People found
as-of-leads = class teacher of { $class }
as-of-studies = student of { $class }
as-of-represents = represents { $child } { $class }
as-of-in-staff-room = staff room
as-of-file-classes = classes-as-of
as-of-file-people = people-as-of
