### Words that the school's papers share.

paper-row-number = No.
paper-full-name = Full name
paper-date = Date
paper-signature = Signature
