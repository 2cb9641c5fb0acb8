### Memos, sheets, the archive's cover.

doc-memo-name = MEMO
doc-memo-subject = { $to } on the work on the platform “{ $platform }”
doc-memo-told = What the regulation provides
doc-memo-clause = { $text } (clause { $clause })
doc-memo-steps = What to do
doc-memo-links = Do not forward an invite link to those for whom it is not meant.
doc-memo-own-lines = Your subjects and groups
doc-memo-of-class = Class { $class }. Class teacher: { $leader }.
doc-memo-contacts = Whom to ask
doc-memo-contact-administrator = Platform administrator at school: { $name }
doc-memo-contact-support = Platform support: { $email }
doc-memo-contact-help = Instructions and materials: { $site }
doc-memo-code-help = Instructions and materials

doc-memo-teacher-subject = for teaching staff
doc-memo-teacher-join = Follow the administrator’s link into the staff room and join in the role “teacher”.
doc-memo-teacher-status = Confirm the status “teacher” if the administrator asks for it.
doc-memo-teacher-chats = Create a chat with the students for your subject or course and hand them the link.
doc-memo-teacher-lessons = Announce a remote lesson beforehand: day, time, link, what to prepare.

doc-memo-class-teacher-subject = for class teachers
doc-memo-class-teacher-classes = Classes: { $classes }.
doc-memo-class-teacher-chats = Create the three chats of your class: with the students, with the parents and with the teachers.
doc-memo-class-teacher-links = Hand out the links: students get the class chat, parents only the parents’ chat.
doc-memo-class-teacher-rules = Announce the rules of the chat and its quiet hours, and name somebody who helps to keep order.
doc-memo-class-teacher-movement = Tell the administrator who came and who left on the day of the order.
doc-memo-class-teacher-security = Acquaint the class with the security memo and collect the signatures.

doc-memo-student-subject = for students
doc-memo-student-link = Enter the chat by the link from your teacher or class teacher.
doc-memo-student-name = Put your real name into the profile, so that the teacher knows you.
doc-memo-student-part = Follow the class chat and the subject chats, come to online lessons in time.
doc-memo-student-trouble = If somebody hurts you or asks for something strange, tell the class teacher or your parents at once.

doc-memo-parent-subject = for parents (legal representatives)
doc-memo-parent-link = Enter the parents’ chat by the link from the class teacher or the administration.
doc-memo-parent-class = Parents do not join the class on the platform: such a request will be declined.
doc-memo-parent-name = Put your real name into the profile and tell the class teacher whose parent you are.
doc-memo-parent-consent = Consent to the processing of personal data can be given or withdrawn in writing at school.
doc-memo-parent-other = If you do not use the platform, agree with the class teacher on another way to be reached.

doc-memo-security-subject = on the security of one’s profile on the platform “{ $platform }”
doc-memo-security-password = Choose a long password that you use nowhere else, and turn on confirmed sign-in.
doc-memo-security-code = Tell nobody the password or the code from a message — not even somebody who claims to be a teacher or support staff.
doc-memo-security-device = On somebody else’s device do not save the password, and sign out.
doc-memo-security-links = Do not open links from strangers, and do not forward invite links to outsiders.
doc-memo-security-data = Do not write an address, a document number, a card number or other personal data in chats.
doc-memo-security-strangers = Check who writes: the class chat holds only your own people. Tell the class teacher about a stranger.
doc-memo-security-files = Do not publish photos and recordings of others without their consent, do not open suspicious files.
doc-memo-security-tell = If the profile was broken into, change the password at once and tell the class teacher or the administrator.

doc-sheet-name = SHEET OF ACKNOWLEDGEMENT
doc-sheet-with = of { $with }
doc-sheet-with-security = the memo on the security of one’s profile
doc-sheet-with-rights = the sheet of rights and duties
doc-sheet-with-chat-rules = the rules of chats
doc-sheet-class = Class { $class }
doc-sheet-security-class = of the memo on the security of one’s profile, class { $class }
doc-sheet-total = Have acknowledged: { $signed } of { $of }.

doc-sheet-rights-name = SHEET OF RIGHTS AND DUTIES
doc-sheet-rights-subject = of a participant on the platform “{ $platform }”
doc-sheet-rights-roles = Roles
doc-sheet-rights-no-roles = There are no roles on this day.
doc-sheet-rights-must = Duties
doc-sheet-rights-may = Rights and possibilities
doc-sheet-rights-open = Not settled by the text of the regulation
doc-sheet-rights-if-needed = { $text }, if needed (clause { $clause })
doc-sheet-rights-note = The sheet follows from the regulation and the records of the plan. It shows what the document says and opens no access on the platform.
doc-sheet-rights-read = Has read the sheet:
doc-sheet-rights-page = Own page: steps, days, rights

doc-cover-name = COVER SHEET
doc-cover-subject = snapshot of the plan of work on the platform
doc-cover-year = School year
doc-cover-regulation = Regulation
doc-cover-case = Case index
doc-cover-retention = Retention and its basis
doc-cover-file = File name
doc-cover-bytes = File size, bytes
doc-cover-revision = Revision of the plan
doc-cover-author = Sealed by
doc-cover-sealed = Sealed
doc-cover-signed = Signed with the key
doc-cover-remark = Remark
doc-cover-digest = SHA-256 of the file
doc-cover-inventory = Inventory
doc-cover-what = Records
doc-cover-count = Count
doc-cover-note = To verify the file, compare its SHA-256 with the one printed above: on the screen “Snapshots” or by the command sha256sum. The digest shows that the file is unaltered; it is no electronic signature.
