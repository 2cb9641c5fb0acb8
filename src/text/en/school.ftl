### School: organisation, platform, thresholds, school years, local acts.

school-lead = The organisation, the platform, the school years and the documents that the plan rests on
school-organisation = Organisation
school-organisation-none = The organisation's data are not entered yet
school-organisation-none-text = The short name stands in the title of the plan and of the staff room; the contacts are needed for the administrator's application.
school-organisation-enter = Enter the data
school-full-name = Full name
school-full-name-hint = As in the charter
school-short-name = Short name
school-short-name-hint = For titles: Gymnasium No. 44
school-address = Address
school-tax-number = Tax number
school-site = Site
school-phone = Phone
school-email = E-mail
school-not-entered = not entered

school-platform = Platform
school-platform-text = What the school knows of its platform. An empty field means “unknown”, and that is an answer too.
school-platform-name = Name
school-platform-email = Address for registration and support
school-platform-help = Site with instructions
school-platform-chat-limit = Most members of a chat
school-platform-call-limit = Most members of a call
school-platform-link-days = Days that a link lives
school-platform-teacher-term = The role of a pedagogue is called
school-platform-student-term = The role of a student is called
school-platform-journal = Electronic journal
school-unknown = unknown
school-yes = there is one
school-no = there is none

school-settings = The school's own rules
school-verification = Confirm the status “teacher”
school-verification-hint = The regulation asks for it “if needed”: the school decides
school-subgroup-chats = A chat of its own for each subgroup
school-subgroup-chats-hint = Else one chat for a class and subject
school-primary-chats = In primary school the class teacher's subjects share the chat of the class
school-primary-chats-hint = Else a chat for each subject
school-settings-yes = yes
school-settings-no = no
school-unclaimed-days = Revoke a link that nobody used after, days
school-request-days = Decide a request to join within, days
school-verification-days = Confirm a status within, days
school-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

school-years = School years
school-years-none = No school years yet
school-years-none-text = The year sets the day as of which the plan is shown, and classes belong to it.
school-year = School year
school-year-from = First day
school-year-to = Last day
school-year-classes = Classes
school-year-current = current
school-year-add = Add a year
school-year-named = This will be the school year { $label }.
school-year-remove-hint = Its classes and all that belongs to them go with the year. The deletion can be undone.

school-acts = Local acts
school-acts-text = Orders, directives and protocols that appointments, enrolments and lists rest on.
school-acts-none = No documents yet
school-acts-none-text = Register the orders: without an order no administrator of the platform is appointed.
school-act-add = Register a document
school-act-kind = Kind
school-act-number = Number
school-act-date = Date
school-act-title = Title
school-act-title-hint = For example: On the appointment of the administrator
school-act-signer = Signed by
school-act-signer-none = Not entered
school-act-signer-hint = An order is signed by the head: the list has those who hold that post on the day of the document.
school-act-used = Records that rest on it
school-act-order = order
school-act-directive = directive
school-act-protocol = protocol
school-acts-column = Acts
