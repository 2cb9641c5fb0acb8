### What is wrong with a field of a form, and what to do.

fault-empty = Fill in this field
fault-email = Enter an e-mail address such as school@example.org
fault-phone = Enter the ten digits of the number, for example +7 (000) 123-45-67
fault-tax-number = The tax number of an organisation has ten digits
fault-site = Enter the address of the site, for example school.example.org
fault-number = Enter a whole number from { $least } to { $most }
fault-date = Enter the whole date: day, month, year
fault-backwards = The last day is before the first: correct one of them
fault-class = Enter the class: a grade from 1 to 11 and a letter, for example 7А
fault-name = Enter the family name, the given name and the patronymic, if any, with spaces
fault-choice = Choose from the list
fault-link = Paste the whole link, it begins with https://
fault-time = Enter the time: hours and minutes, such as 18:30
fault-line = Line { $line } cannot be read: correct it
fault-file = The file does not fit: the reason is told below
fault-members = There is no list of members here. Paste it or choose a file.
