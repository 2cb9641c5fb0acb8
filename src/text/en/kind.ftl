### Kinds of records.

kind-organisation = organisation
kind-platform = platform
kind-settings = school settings
kind-school-year = school year
kind-local-act = document
kind-person = person
kind-class = class
kind-nomenclature = approved list of classes
kind-enrolment = enrolment
kind-representation = link to a child
kind-position = post
kind-homeroom = class teacher’s term
kind-appointment = appointment of an administrator
kind-membership = membership on the platform
kind-verification = status “teacher”
kind-subject = subject
kind-load-line = curriculum line
kind-activity-group = extracurricular group
kind-active-group = activists
kind-interpretation = interpretation
kind-import-profile = import profile
