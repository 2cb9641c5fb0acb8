### The calendar of duties.

duties-title = Duties of the school year
duties-lead = What each role does when under the clauses of the regulation, and what shows it.
duties-note = Whether it was done follows from the records: nothing is ticked here. People off the platform or without consent are not counted.
duties-none = No school year is recorded
duties-none-text = Duties stand on the days of a school year: record it on the screen “School”.
duties-to-school = To the school year
duties-role = Role
duties-person = Person
duties-month = Month
duties-until = Until
duties-from = from { $day }
duties-what = What to do
duties-who = Who
duties-nobody = nobody is appointed
duties-done-of = done by { $done } of { $whole }
duties-overdue = overdue
duties-due = due
duties-not-yet = not yet
duties-done = done
duties-file = duties
duties-save-file = Save as a calendar (.ics)
duties-print = Print
duties-nothing-left = Everything that is shown is done.
