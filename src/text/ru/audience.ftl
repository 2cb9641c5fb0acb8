### Для кого событие или канал и как люди охвачены.

group-administration = администрация
group-pedagogues = педагоги
group-staff = работники
group-students = ученики
group-parents = родители
audience-parents-of = родители { $class }
audience-chat = чат «{ $name }»
audience-people = { $count ->
    [one] { $count } человек по списку
    [few] { $count } человека по списку
   *[many] { $count } человек по списку
}
reach-platform = { $count ->
    [one] { $count } на платформе
    [few] { $count } на платформе
   *[many] { $count } на платформе
}
reach-elsewhere = { $count ->
    [one] { $count } иным способом
    [few] { $count } иным способом
   *[many] { $count } иным способом
}
reach-refused = { $count ->
    [one] { $count } отказался
    [few] { $count } отказались
   *[many] { $count } отказались
}
reach-withdrawn = { $count ->
    [one] { $count } без согласия
    [few] { $count } без согласия
   *[many] { $count } без согласия
}
reach-apart = Не в счёт: { $parts }.
fit-unknown = Предел участников звонка неизвестен: не проверено.
fit-fits = Помещается: предел звонка { $limit }.
fit-too-many = Больше предела звонка: { $limit }. Разделите событие или смените формат.
