### Fields of records and their values: in the journal and in comparisons of snapshots.

field-name = { $path ->
    [name] Name
    [name-family] Family name
    [name-given] Given name
    [name-patronymic] Patronymic
    [gender] Gender
    [birth-date] Date of birth
    [phone] Phone
    [email] E-mail
    [file-number] File number
    [participation] Participation
    [consent] Consent
    [period] Period
    [of] What moves
    [target] Leads to
    [registered] Registration
    [submitted] Submission
    [consent-state] Consent
    [consent-on] Date of consent
    [consent-paper] Paper of consent
    [note] Note
    [parent] Representative
    [child] Child
    [kinship] Kinship
    [person] Person
    [title] Title
    [category] Category
    [period-from] From
    [period-to] To
    [order] Order
    [post] Post on the platform
    [appointed-by] Appointed by
    [ended-by] Order of the end
    [end-reason] Reason of the end
    [class] Class
    [role] Role
    [state] State
    [state-required-since] Required since
    [state-submitted-on] Sent on
    [state-confirmed-on] Confirmed on
    [state-confirmed-by] Confirmed by
    [state-rejected-on] Rejected on
    [state-rejected-reason] Reason of rejection
    [from] From
    [to] To
    [kind] Kind
    [kind-class-label] Class
    [kind-class-year] School year
    [profile] Profile
    [archived] Closed on
    [year] School year
    [classes] Classes
    [student] Student
    [teacher] Teacher
    [subject] Subject
    [group] Subgroup
    [members] Members
    [form] Kind of document
    [lines] Text
    [subject-person] About whom
    [subject-class] Class
    [subject-record] By record
    [subject-from] From
    [subject-to] To
    [hours] Hours a week
    [leader] Leader
    [number] Number
    [date] Date
    [signer] Signed by
    [question] Question
    [choice] Decision
    [decided-on] Decided on
    [decided-by] Decided by
    [full-name] Full name
    [short-name] Short name
    [address] Address
    [tax-number] Tax number
    [site] Site
    [planner] Address of the planner
    [support-email] E-mail of support
    [help-site] Help site
    [chat-limit] Most members of a chat
    [call-limit] Most members of a call
    [link-days] Days a link holds
    [teacher-term] Teacher’s role on the platform
    [student-term] Student’s role on the platform
    [has-journal] Has an e-journal
    [requires-verification] Status is to be confirmed
    [unclaimed-days] Days an unused invite holds
    [request-days] Days for a request
    [verification-days] Days for a confirmation
    [student-invite-grade] Students are invited from grade
    [splits-subgroup-chats] Chats of their own for subgroups
    [chat-quiet] Quiet hours of chats
    [chat-quiet-from] Quiet hours of chats from
    [chat-quiet-to] Quiet hours of chats to
    [chat-rules] Rules of chats
    [collapses-primary-chats] One chat for a primary class
    [parent-term] Role of a parent on the platform
    [has-calls] Has calls
    [has-files] Has files
    [has-polls] Has polls
    [other-way] Another way to reach them
    [edition] Data of the edition
    [version] What the edition is called
    [protocol] Minutes
    [amends] Edition it amends
    [changes] What it changes
    [text] Text
    [data] File of the edition
    [issuer] Issuer
    [retired-on] Ceased to be in force
    [topic] Topic
    [governed-by] What governs it
    [on] Day
    [opened-on] Opened
    [audience] Who signs
    [people] Who confirmed
    [subject-act] Paper
    [subject-regulation] Edition of the regulation
    [of-chat] Chat
    [of-channel] Channel
    [of-class] Class
    [link] Link
    [read-only-on] The old one is read-only from
    [missing] Who has not moved yet
    [state-created-on] Created
    [state-moved-on] Moved
    [state-not-needed-reason] Why it does not move
    [switch-on] When everybody moves
    [profile-name] Name
    [profile-support-email] Support e-mail
    [profile-help-site] Help site
    [profile-chat-limit] Most members of a chat
    [profile-call-limit] Most members of a call
    [profile-link-days] Life of a link, days
    [profile-teacher-term] Role of a teacher
    [profile-student-term] Role of a student
    [profile-parent-term] Role of a parent
    [profile-has-journal] Has an e-journal
    [profile-has-calls] Has calls
    [profile-has-files] Has files
    [profile-has-polls] Has polls
    [control-days] A check at least every, days
    [stale-chat-days] Chats compared at least every, days
    [homeroom-classes] Classes of one class teacher
    [access] Access to statistics
    [act] Paper
    [addressees] Addressees
    [agenda] Agenda
    [answer] Answer
    [archived-on] Archived on
    [attended] Attended by
    [audience-groups] Groups
    [audience-classes] Classes
    [audience-line] Line of the load
    [audience-activity] Extracurricular group
    [audience-chat] Chat
    [audience-people] People
    [audience-parents-of] Parents of classes
    [author] Author
    [by] By
    [channel] Channel
    [checked] Compared on
    [checker] Checker
    [clause] Clause
    [created-on] Created on
    [due] Due
    [editor] Editor
    [exclude] Left out
    [expires-on] Expires on
    [extra] Extra members
    [figures] Figures
    [figures-joined-staff-of] Staff: all
    [figures-joined-staff-value] Staff: joined
    [figures-joined-students-of] Students: all
    [figures-joined-students-value] Students: joined
    [findings] Findings
    [format] Format
    [host] Host
    [include] Added
    [issued-by] Issued by
    [issued-on] Issued on
    [material] Material
    [max-uses] Most uses
    [minutes] Length, minutes
    [misroled] Members with a wrong role
    [moderator] Moderator
    [outcome] Outcome
    [owner] Owner
    [place] Place
    [planned-on] Planned for
    [purpose] Purpose
    [quiet] Quiet hours
    [quiet-from] Quiet from
    [quiet-to] Quiet until
    [registered-on] Registered on
    [registered-phone] Phone of registration
    [rows] Distribution
    [rule] Rule
    [rules] Rules of the chat
    [scope] Scope
    [scope-activity] Extracurricular group
    [scope-chat] Chat
    [scope-class] Class
    [scope-clause] Clause
    [scope-event] Event
    [scope-person] Person
    [scope-subject-class] Class
    [scope-subject-group] Subgroup
    [scope-subject-subject] Subject
    [sent] Handed over
    [start] Begins, minutes after midnight
    [state-accepted-on] Accepted on
    [state-active-since] Active since
    [state-answered-answer] Answer
    [state-answered-on] Answered on
    [state-answered-sent] Sent on
    [state-approved-by] Approved by
    [state-approved-on] Approved on
    [state-approved-person] Person
    [state-archived-on] Archived on
    [state-asked-on] Asked on
    [state-asked-question] Question
    [state-cancelled-reason] Why cancelled
    [state-closed-answer] Answer
    [state-closed-on] Closed on
    [state-declined-by] Declined by
    [state-declined-on] Declined on
    [state-declined-reason] Why declined
    [state-expired-on] Expired on
    [state-held-on] Held on
    [state-not-required-by] Decided by
    [state-not-required-reason] Why not required
    [state-published-on] Published on
    [state-read-only-on] Read-only since
    [state-rehearsed-on] Rehearsed on
    [state-returned-on] Returned on
    [state-returned-reason] Why returned
    [state-revoked-act] Act
    [state-revoked-on] Revoked on
    [state-revoked-reason] Reason
    [state-sent-on] Sent on
    [state-superseded-by] Replaced by
    [state-superseded-on] Replaced on
    [state-withdrawn-on] Withdrawn on
    [steps] Steps on the platform
    [strangers] Unknown members
    [submitted-on] Submitted on
    [submitted-to] To
    [summary] Summary
    [target-chat] Chat
    [target-class] Class
    [tickets] Requests for help
    [uses] Uses
    [verdict] Verdict
    [ticket-days] Days to answer a request
    [faq-tickets] Requests that make a frequent question
    [report-days] Days between reports
    [state-submitted-reason] Reason
   *[other] { $path }
}
field-code = { $code ->
    [male] male
    [female] female
    [on-platform] on the platform
    [off-platform] off the platform
    [refused] refused
    [unknown] unknown
    [given] given
    [withdrawn] withdrawn
    [mother] mother
    [father] father
    [guardian] guardian
    [head] head
    [deputy] deputy
    [teacher] teacher
    [extra-educator] extra-education teacher
    [specialist] specialist
    [non-teaching] other staff
    [platform] administrator of the platform
    [additional] additional administrator
    [student] student
    [not-required] not required
    [staff-room] staff room
    [parents] parents’ committee
    [students] students’ committee
    [order] order
    [directive] directive
    [protocol] minutes
    [security] security memo
    [rights] sheet of rights and duties
    [chat-rules] rules of chats
    [class-students] students of the class
    [class-parents] parents of the class
    [all-staff] staff
    [planned] planned
    [allow] may
    [deny] may not be counted on
    [own] the school reads it otherwise
    [default] as the app reads it
    [act] act
    [absence] long absence
    [administration] administration
    [available] available
    [broadcast] broadcast
    [class-change] class change
    [class-event] event of a class
    [dismiss] dismissal
    [draft] draft
    [enrol] enrolment
    [fulfilled] fulfilled
    [general] general
    [graduate] graduation
    [hire] hiring
    [hybrid] hybrid
    [idea] idea
    [issued] issued
    [leave] departure
    [lesson] remote lesson
    [material] material is there
    [meeting] meeting
    [new] new
    [no-access] no access
    [not-applicable] not applicable
    [online] online
    [open] open
    [parent] parent
    [partly] partly
    [pedagogues] pedagogues
    [promote] promotion to the next grade
    [re-role] corrected role or class
    [ready] ready
    [repeat] repetition of the grade
    [requested] requested
    [return] return
    [school] whole school
    [sent] sent
    [staff] staff
    [webinar] webinar
   *[other] { $code }
}
field-column = Column “{ $column }”
field-code-other = other
field-yes = yes
field-no = no
field-absent = none
field-way = What
field-record = Record
field-changes = Fields
way-added = added
way-changed = changed
way-removed = removed
field-before-after = { $before } → { $after }
