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
    [support-email] E-mail of support
    [help-site] Help site
    [chat-limit] Most members of a chat
    [call-limit] Most members of a call
    [link-days] Days a link holds
    [teacher-term] Teacher’s role on the platform
    [student-term] Student’s role on the platform
    [has-journal] Has a log of acts
    [requires-verification] Status is to be confirmed
    [unclaimed-days] Days an unused invite holds
    [request-days] Days for a request
    [verification-days] Days for a confirmation
    [splits-subgroup-chats] Chats of their own for subgroups
    [collapses-primary-chats] One chat for a primary class
    [parent-term] Role of a parent on the platform
    [has-calls] Has calls
    [has-files] Has files
    [has-polls] Has polls
    [other-way] Another way to reach them
    [edition] Data of the edition
    [version] What the edition is called
    [protocol] Protocol
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
    [profile-has-journal] Has a journal
    [profile-has-calls] Has calls
    [profile-has-files] Has files
    [profile-has-polls] Has polls
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
    [extra-educator] educator of extra education
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
   *[other] { $code }
}
field-column = Column “{ $column }”
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
