### The list of classes, the distribution of class teachers, the staff room.

orders-title = List of classes and distribution
orders-lead = The approved list of classes, class teachers by order and the staff room beside what there is
orders-structure = Structure
orders-open-structure = Open the structure
orders-no-list = The list of classes of the year is not entered
orders-order-of = order No. { $number } of { $date }
orders-nothing = none
orders-distribution = Distribution of class teachers
orders-none = The distribution of the year is not entered
orders-none-text = Type or paste the lines of the order, “7А Баранов Глеб Олегович”, or begin with the present class teachers.
orders-enter = Enter the distribution
orders-take-over = Take the present class teachers
orders-no-order = no order is named, the list is a draft
orders-differing = { $count ->
    [0] Basis: { $approved }. Every class is as approved.
    [one] Basis: { $approved }. { $count } class differs.
   *[other] Basis: { $approved }. { $count } classes differ.
}
orders-approved = By the order
orders-current = Led by now
orders-standing = Compared with the order
orders-is-approved = as approved
orders-without-order = no order named
orders-own-order = order of its own
orders-differs = not as approved
orders-vacant = no class teacher
orders-unlisted = not in the list
orders-attach = Attach as approved
orders-attach-all = Attach all as approved
orders-attach-chosen = Attach the chosen as approved
orders-override = Assign another
orders-override-title = Class teacher of { $class }
orders-override-lead = Somebody who is not in the approved distribution needs an order of its own.
orders-own = Order of its own
orders-own-hint = Without it, only the person of the distribution fits
orders-form-lead = A line for a class: the class and the family name, given name, patronymic. Pasted lines of an order and a family name with initials are fine.
orders-order = Order on the distribution
orders-order-hint = While no order is named the list is a draft and forbids nothing
orders-rows = Class and class teacher
orders-rows-hint = Such as: 7А Баранов Глеб Олегович
orders-reading = What was understood
orders-understood = Classes
orders-fault-class = there is no such class
orders-fault-person = nobody of the staff has this name
orders-fault-several = several people fit: add the given name
orders-fault-twice = the class stands twice
orders-invited = Invited
orders-uninvited = Not invited
orders-waiting = Not in the staff room yet
orders-to-invites = To the invites
