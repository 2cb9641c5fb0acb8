### Whom an event or a channel is for, and how they are reached.

group-administration = administration
group-pedagogues = pedagogues
group-staff = staff
group-students = students
group-parents = parents
audience-parents-of = parents of { $class }
audience-chat = chat “{ $name }”
audience-people = { $count ->
    [one] { $count } person by name
   *[other] { $count } people by name
}
reach-platform = { $count ->
    [one] { $count } on the platform
   *[other] { $count } on the platform
}
reach-elsewhere = { $count ->
    [one] { $count } otherwise
   *[other] { $count } otherwise
}
reach-refused = { $count ->
    [one] { $count } refused
   *[other] { $count } refused
}
reach-withdrawn = { $count ->
    [one] { $count } without consent
   *[other] { $count } without consent
}
reach-apart = Not counted: { $parts }.
fit-unknown = The platform’s limit of a call is unknown: not checked.
fit-fits = It fits: a call takes { $limit }.
fit-too-many = More than a call takes: { $limit }. Divide the event or choose another format.
