### Orders, directives, letters.

doc-order-approval-subject = On the approval of { $regulation }
doc-order-approval-ground = In accordance with article 30 of Federal Law No. 273-FZ of 29.12.2012 “On Education in the Russian Federation” and the decision of the teachers’ council (minutes { $protocol })
doc-order-approval-approve = Approve { $regulation } (attached).
doc-order-approval-from = Put it into force from { $day }.
doc-order-approval-from-signing = Put it into force from the day this order is signed.
doc-order-approval-replaces = The former edition, approved by the order { $order }, is no longer in force.
doc-order-approval-acquaint = The platform administrator { $whom } acquaints the teaching staff with the document against signature.
doc-order-approval-families = The class teachers acquaint the students and their parents (legal representatives) with the document.
doc-order-approval-site = Publish the document on the official site of the organisation ({ $site }).

doc-extract-council-name = EXTRACT FROM THE MINUTES
doc-extract-council-subject = of the session of the teachers’ council { $protocol }
doc-extract-council-present = Members of the teachers’ council: { $count }. Present: ______.
doc-extract-council-agenda = Agenda: the adoption of { $regulation }.
doc-extract-council-heard = HEARD: { $speaker }, on the draft of { $regulation }.
doc-extract-council-decided = DECIDED:
doc-extract-council-adopt = Adopt { $regulation }.
doc-extract-council-amend = Amend { $regulation }.
doc-extract-council-changes = The amendments: { $changes }
doc-extract-council-submit = Submit the document to the head for approval by an order.
doc-extract-council-votes = Votes: for — ______, against — ______, abstained — ______.
doc-extract-council-chair = Chair
doc-extract-council-secretary = Secretary
doc-extract-council-true-copy = This is a true extract. { $date }
doc-extract-council-clerk = The extract was prepared by

doc-order-administrator-subject = On the appointment of the administrator of the platform “{ $platform }”
doc-order-administrator-ground = In accordance with { $regulation } and to organise the work on the platform “{ $platform }”
doc-order-administrator-appoint = Appoint as the administrator of the platform “{ $platform }” from { $from }: { $whom }.
doc-order-administrator-contacts = Use for the registration on the platform the contacts of the administrator: e-mail { $email }, mobile phone { $phone }.
doc-order-administrator-duties = { $whom } carries out the duties of the platform administrator as listed in the annex.
doc-order-administrator-apply = { $whom } sends the application for registration of the organisation to the platform’s support, with this order attached.
doc-order-administrator-additional = Take note that additional administrators from the teaching staff have been appointed: { $names }.
doc-order-administrator-annex = Duties of the platform administrator

doc-directive-additional-subject = On the additional administrators of the platform “{ $platform }”
doc-directive-additional-ground = Under { $regulation }, by decision of the platform administrator { $by }, these members of the teaching staff who joined the organisation have been appointed additional administrators:
doc-directive-additional-duties = The additional administrators help the platform administrator to carry out the duties, within the rights that the platform gives.
doc-directive-additional-end = The end of an appointment is recorded in the same way, with an entry in the journal.

doc-order-nomenclature-subject = On the approval of the class nomenclature for the school year { $year }
doc-order-nomenclature-ground = In accordance with { $regulation } and so that classes have one name on the platform
doc-order-nomenclature-approve = Approve the class nomenclature for the school year { $year } (annex).
doc-order-nomenclature-create = The platform administrator { $whom } creates the classes on the platform according to the nomenclature.
doc-order-nomenclature-annex = CLASS NOMENCLATURE

doc-order-homeroom-subject = On the distribution of class teachers for the school year { $year }
doc-order-homeroom-ground = To organise educational work and communication with students and their parents (legal representatives)
doc-order-homeroom-approve = Approve the distribution of class teachers for the school year { $year } (annex).
doc-order-homeroom-attach = The platform administrator { $whom } attaches the class teachers to their classes on the platform according to the distribution.
doc-order-homeroom-chats = The class teachers create the chats of their classes: with the students, with the parents (legal representatives) and with the teachers of the class.
doc-order-homeroom-annex = DISTRIBUTION OF CLASS TEACHERS

doc-order-use-subject = On the use of the platform “{ $platform }” in the school year { $year }
doc-order-use-ground = In accordance with { $regulation } and to organise teaching with the platform
doc-order-use-use = Use the platform “{ $platform }” in lessons and extracurricular activities, in educational work and in communication with parents (legal representatives).
doc-order-use-tasks = Approve the list of tasks, responsible persons and terms (annex).
doc-order-use-administrator = The platform administrator { $whom }:
doc-order-use-structure = creates the staff room and the classes of the approved nomenclature and attaches the class teachers — by { $until };
doc-order-use-invites = issues invite links to the teaching staff and keeps the ledger of links — by { $until };
doc-order-use-sweep = revokes links that nobody used, with an act — at least once a quarter;
doc-order-use-report = submits a report on the use of the platform, where its statistics are accessible — every quarter.
doc-order-use-class-teachers = The class teachers create the chats of their classes and hand the links to students and parents — by { $until }.
doc-order-use-teachers = The subject teachers and extra-education teachers create the chats for their subjects and courses — by { $until }.
doc-order-use-materials = The administration supplies the platform administrator with material for the system channels.
doc-order-use-control = The control of the use of the platform, distance lessons and events included, is entrusted to:
doc-order-use-control-head = The head controls the use of the platform, distance lessons and events included.
doc-order-use-annex = Tasks, responsible persons and terms
doc-order-use-by = by { $day }
doc-order-use-if-needed = if needed
doc-order-use-quarterly = every quarter
doc-order-use-all-year = all year

doc-application-to = To the support of the platform “{ $platform }”
doc-application-from = from the organisation: { $organisation }
doc-application-name = APPLICATION
doc-application-subject = for the registration of an educational organisation on the platform “{ $platform }”
doc-application-text = We ask to register the educational organisation { $organisation } on the platform “{ $platform }” and to give the rights of an administrator to the person named below.
doc-application-administrator = Administrator for the organisation
doc-application-attached = Attached: a copy of the order { $order } that appoints the administrator.
doc-application-consent = The administrator agrees that these contacts are passed on for the registration.

doc-letter-vendor-name = LETTER
doc-letter-vendor-subject = to the platform’s support: { $about }
doc-letter-vendor-number = Number given by support: { $number }
doc-letter-vendor-greeting = Hello,
doc-letter-vendor-tickets = This letter brings together these questions of participants:
doc-letter-vendor-ask = Please tell us how and by when this will be solved.
doc-letter-vendor-reach = Contact: { $reach }

doc-card-name = CARD OF THE ORGANISATION
doc-card-subject = for the profile of the organisation on the platform
