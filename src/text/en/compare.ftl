### Comparing roles and people, what if.

compare-title = Compare and try out
compare-lead = How answers, duties and chats differ between two people or between two days of one, and what would change if the school decided otherwise. Nothing is adopted here.
compare-people = Two people
compare-days = A person today and on another day
compare-choice = Another interpretation
compare-edition = Another edition
compare-appointment = A new appointment
compare-choose = Choose what to compare
compare-people-text = Choose two people: of the staff, or by name among everybody.
compare-days-text = Choose a person and a day.
compare-choice-text = Choose a question that the text leaves open, and how to read it.
compare-edition-text = Choose an edition of the regulation.
compare-appointment-text = Choose a person, a role and, where it takes one, a class, a line or a group.
compare-first = First
compare-second = Second
compare-person = Person
compare-on = Day
compare-from = From the day
compare-place = Where
compare-cell = Question
compare-name = Find by name
compare-take = Choose
compare-nobody = Nobody chosen
compare-nothing = Not chosen
compare-now = Now
compare-then = Then
compare-answers = Answers
compare-cells = Cells of the matrix
compare-duties = Duties by day
compare-chats = Required chats
compare-affected = Whose answer would change
compare-same = No differences: answers, duties and chats are the same.
compare-none = No changes.
compare-count = { $n ->
    [0] No changes
    [one] { $n } change
   *[other] { $n } changes
}
compare-gets = What changes: { $name }
compare-loses = Who is replaced: { $name }
compare-summary = Answers: { $answers }, duties: { $duties }, chats: { $chats }.
