//! Stories of a month: administrators who keep one plan by sending each other files.

use super::*;

/// A student's family name and class, for all students.
fn students(admin: &Admin) -> Vec<String> {
    let school = admin.school();
    let open = school.enrolments().values().filter(|row| row.period.to.is_none());
    let mut out: Vec<String> = open
        .map(|row| format!("{} {}", school.people()[&row.student].name.family(), school.class_name(row.class)))
        .collect();
    out.sort();
    out
}

fn admit(admin: &mut Admin, name: &str, class: ClassId, from: u32) -> PersonId {
    let (student, id) = (admin.ids.fresh(), admin.ids.fresh());
    admin.save(Person::new(student, PersonName::parse(name).unwrap()));
    admin.run(&ChangeClass { id, student, class, from: day(from), order: None }.into());
    student
}

fn lead(admin: &mut Admin, class: ClassId, teacher: PersonId, from: u32) {
    let id = admin.ids.fresh();
    admin.run(&Command::AssignHomeroom { id, class, teacher, from: day(from), order: None });
}

fn leader(admin: &Admin, class: ClassId, on: u32) -> String {
    let school = admin.school();
    let term = school.homerooms().values().find(|row| row.class == class && row.period.contains(day(on)));
    term.map(|row| school.people()[&row.teacher].name.family().to_owned()).unwrap_or_default()
}

/// Орлова admits students in the office, Ветрова keeps teachers at home; every Friday each takes over the other's file.
#[test]
fn the_director_and_the_deputy_share_september() {
    let sample = Sample::new();
    let (mut orlova, mut vetrova) = (Admin::new("Орлова", &sample), Admin::new("Ветрова", &sample));

    // First week: each does her part.
    admit(&mut orlova, "Котова Яна Игоревна", sample.class_7a, 1);
    let petrov = admit(&mut orlova, "Петров Илья Сергеевич", sample.class_7b, 1);
    lead(&mut vetrova, sample.class_7b, sample.lugova, 1);
    vetrova.edit(sample.baranov, |row| row.phone = "+7 (000) 000-00-11".parse().ok());
    orlova.take_over(&vetrova);
    vetrova.take_over(&orlova);
    assert_eq!(orlova.school(), vetrova.school());

    // Second week: both write about the same student, in different fields.
    orlova.edit(petrov, |row| row.file_number = "П-4".into());
    vetrova.edit(petrov, |row| row.note = "олимпиада".into());
    orlova.edit(sample.zueva, |row| row.participation = Participation::OffPlatform);
    vetrova.take_over(&orlova);
    orlova.take_over(&vetrova);

    // Third week: Ветрова moves Петров to 7А and gives 7Б to Баранов's colleague; Орлова corrects a name.
    let id = vetrova.ids.fresh();
    vetrova.run(&ChangeClass { id, student: petrov, class: sample.class_7a, from: day(15), order: None }.into());
    lead(&mut vetrova, sample.class_7b, sample.vetrova, 15);
    orlova.edit(petrov, |row| row.name = PersonName::parse("Петров Илья Степанович").unwrap());
    orlova.take_over(&vetrova);
    vetrova.take_over(&orlova);

    // Fourth week: nothing happens to one of them, and the files still fit.
    orlova.edit(sample.zueva_mother, |row| row.phone = "+7 (000) 000-00-22".parse().ok());
    vetrova.take_over(&orlova);
    orlova.take_over(&vetrova);

    assert_eq!(orlova.school(), vetrova.school());
    assert_eq!(students(&orlova), ["Зуева 7А", "Котова 7А", "Петров 7А"]);
    assert_eq!(
        (leader(&orlova, sample.class_7b, 10), leader(&orlova, sample.class_7b, 20)),
        ("Лугова".into(), "Ветрова".into())
    );
    let petrov = &orlova.school().people()[&petrov];
    assert_eq!(
        (petrov.name.to_string(), petrov.file_number.as_str(), petrov.note.as_str()),
        ("Петров Илья Степанович".into(), "П-4", "олимпиада")
    );
}

/// Two secretaries who do not talk: the same phone, the same class teacher, a student whom one of them removed.
#[test]
fn two_secretaries_who_do_not_talk_are_asked_three_things() {
    let sample = Sample::new();
    let (mut lugova, mut somova) = (Admin::new("Лугова", &sample), Admin::new("Сомова", &sample));
    let leaving = admit(&mut lugova, "Носов Пётр Львович", sample.class_7b, 1);
    somova.take_over(&lugova);

    lugova.edit(sample.zueva_mother, |row| row.phone = "+7 (000) 000-00-01".parse().ok());
    somova.edit(sample.zueva_mother, |row| row.phone = "+7 (000) 000-00-02".parse().ok());
    lead(&mut lugova, sample.class_7b, sample.vetrova, 7);
    lead(&mut somova, sample.class_7b, sample.orlova, 7);
    lugova.run(&Command::Remove(RecordKey::to::<Person>(leaving)));
    somova.edit(leaving, |row| row.note = "вернётся в октябре".into());
    somova.edit(sample.baranov, |row| row.note = "кабинет 12".into());

    let mut merge = lugova.begin(&somova);
    let asked = questions(&merge, &lugova);
    assert_eq!(asked.len(), 3, "{asked:#?}");
    assert_eq!(asked[0], "Зуева Ольга Петровна: phone: — → \"+70000000001\" | \"+70000000002\"");
    assert_eq!(asked[1], "Носов Пётр Львович: removed by Mine: … → — | …");
    assert!(asked[2].contains("refused by 2.1/8"), "{asked:#?}");

    // She decides one, closes the page, and goes on the next day: the phone was hers, the boy returns, Орлова leads 7Б.
    let spots: Vec<Spot> =
        merge.review(lugova.school(), today()).conflicts.into_iter().map(|asked| asked.spot).collect();
    merge.decide(spots[0].clone(), Decision::Mine).unwrap();
    let mut merge: Merge = serde_json::from_str(&serde_json::to_string(&merge).unwrap()).unwrap();
    merge.decide(spots[1].clone(), Decision::Theirs).unwrap();
    merge.decide(spots[2].clone(), Decision::Theirs).unwrap();
    lugova.carry_out(&merge, &somova);
    somova.take_over(&lugova);

    assert_eq!(lugova.school(), somova.school());
    assert_eq!(students(&lugova), ["Зуева 7А", "Носов 7Б"]);
    assert_eq!(leader(&lugova, sample.class_7b, 20), "Орлова");
    assert_eq!(lugova.school().people()[&sample.baranov].note, "кабинет 12");
    let phone = lugova.school().people()[&sample.zueva_mother].phone.as_ref().map(ToString::to_string);
    assert_eq!(phone.as_deref(), Some("+7 (000) 000-00-01"));
}

/// A deputy opens the director's file over her own, forgets, merges an old copy, takes it back, and merges the right one.
#[test]
fn an_old_copy_does_no_harm() {
    let sample = Sample::new();
    let (mut orlova, mut vetrova) = (Admin::new("Орлова", &sample), Admin::new("Ветрова", &sample));
    let wrong = admit(&mut orlova, "Лишний Ян Янович", sample.class_7a, 1);
    let old = orlova.clone();
    vetrova.open(&orlova);

    orlova.run(&Command::Remove(RecordKey::to::<Person>(wrong)));
    admit(&mut orlova, "Котова Яна Игоревна", sample.class_7a, 2);
    vetrova.edit(sample.zueva, |row| row.note = "хор".into());
    vetrova.take_over(&orlova);
    assert_eq!(students(&vetrova), ["Зуева 7А", "Котова 7А"]);

    // The old file again: it holds the removed student, and brings nobody back.
    let merge = vetrova.begin(&old);
    assert!(merge.review(vetrova.school(), today()).changes.is_empty());
    // Taken back and done again, the merge is the same.
    let merged = vetrova.school().clone();
    assert!(vetrova.undo());
    assert_eq!(students(&vetrova), ["Зуева 7А", "Лишний 7А"]);
    vetrova.take_over(&orlova);
    assert_eq!(vetrova.school(), &merged);
    orlova.take_over(&vetrova);
    assert_eq!(orlova.school(), &merged);
}

/// Files go round: Орлова to Ветрова, Ветрова to Лугова, Лугова to Орлова; nobody ever sees all three at once.
#[test]
fn three_administrators_pass_files_round_all_month() {
    let sample = Sample::new();
    let mut orlova = Admin::new("Орлова", &sample);
    let mut vetrova = Admin::new("Ветрова", &sample);
    let mut lugova = Admin::new("Лугова", &sample);

    // First week: a student each, and a common class in the making.
    let kotova = admit(&mut orlova, "Котова Яна Игоревна", sample.class_7a, 1);
    let petrov = admit(&mut vetrova, "Петров Илья Сергеевич", sample.class_7b, 1);
    let nosov = admit(&mut lugova, "Носов Пётр Львович", sample.class_7b, 1);
    vetrova.take_over(&orlova);
    lugova.take_over(&vetrova);
    orlova.take_over(&lugova);
    assert_eq!(students(&orlova), ["Зуева 7А", "Котова 7А", "Носов 7Б", "Петров 7Б"]);

    // Second week: Лугова removes her student, whom Орлова and Ветрова know by different ways.
    lugova.run(&Command::Remove(RecordKey::to::<Person>(nosov)));
    vetrova.edit(kotova, |row| row.note = "староста".into());
    orlova.edit(petrov, |row| row.file_number = "П-4".into());
    vetrova.take_over(&orlova);
    assert_eq!(students(&vetrova).len(), 4);
    vetrova.take_over(&lugova);
    assert_eq!(students(&vetrova).len(), 3);
    orlova.take_over(&vetrova);
    lugova.take_over(&orlova);
    assert!(orlova.school() == lugova.school() && orlova.school() == vetrova.school());

    // Third week: two of them write the same note; Ветрова decides, and nobody is asked again.
    orlova.edit(sample.zueva, |row| row.note = "хор".into());
    lugova.edit(sample.zueva, |row| row.note = "шахматы".into());
    vetrova.take_over(&lugova);
    let mut merge = vetrova.begin(&orlova);
    assert_eq!(questions(&merge, &vetrova), ["Зуева Ева Марковна: note: — → \"шахматы\" | \"хор\""]);
    let spot = Spot { key: RecordKey::to::<Person>(sample.zueva), path: "note".into() };
    merge.decide(spot, Decision::Edited("хор и шахматы".into())).unwrap();
    vetrova.carry_out(&merge, &orlova);
    lugova.take_over(&vetrova);
    orlova.take_over(&lugova);

    // Fourth week: the old ways once more, and everybody has the same plan.
    orlova.edit(petrov, |row| row.note = "олимпиада".into());
    vetrova.take_over(&lugova);
    vetrova.take_over(&orlova);
    lugova.take_over(&vetrova);
    assert!(orlova.school() == lugova.school() && orlova.school() == vetrova.school());
    assert_eq!(students(&orlova), ["Зуева 7А", "Котова 7А", "Петров 7Б"]);
    let note = |id: PersonId| orlova.school().people()[&id].note.clone();
    assert_eq!([note(sample.zueva), note(kotova), note(petrov)], ["хор и шахматы", "староста", "олимпиада"]);
}
