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
    [student-invite-grade] Students are invited from grade
    [splits-subgroup-chats] Chats of their own for subgroups
    [collapses-primary-chats] One chat for a primary class
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
    [act] act
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
