//! L24 (roles), L26 (consents), L27.

use expect_test::expect;

use super::check;
use crate::audit::Lint;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    Command, Consent, ConsentState, Enrolment, Kinship, LegalAct, Participation, Period, Person, PersonId, PersonName,
    Record, RecordKey, Representation,
};

fn person(sample: &mut Sample, name: &str) -> Person {
    Person::new(sample.ids.fresh(), PersonName::parse(name).unwrap())
}

fn student(sample: &mut Sample, name: &str) -> (Person, Vec<Record>) {
    let row = person(sample, name);
    let (id, student, class) = (sample.ids.fresh(), row.id, sample.class_7a);
    let stay = Enrolment { id, student, class, period: Period::since(day(1)), order: None };
    let link = Representation {
        id: sample.ids.fresh(),
        parent: sample.zueva_mother,
        child: student,
        kinship: Kinship::default(),
    };
    (row, vec![stay.into(), link.into()])
}

#[test]
fn families_are_whole() {
    check(Lint::Family, |_| vec![], &expect![""]);
    check(
        Lint::Family,
        |sample| {
            let link = *sample.workspace.school().representations().keys().next().unwrap();
            sample.run(&Command::Remove(RecordKey::to::<Representation>(link)));
            vec![]
        },
        &expect![[r"
            warning 1.5 Зуева Ева Марковна: не указан законный представитель.
            warning 1.5 Зуева Ольга Петровна: не учится, не работает и никого не представляет."]],
    );
}

fn consent(sample: &mut Sample, id: PersonId, state: ConsentState, participation: Participation) {
    let row = sample.workspace.school().people()[&id].as_ref().clone();
    sample.save(Person { consent: Consent { state, ..Consent::default() }, participation, ..row });
}

#[test]
fn consents() {
    check(
        Lint::Gap,
        |_| vec![],
        &expect![[r"
            note 4.3 7А: не записано согласие на обработку персональных данных, человек: 2.
            note 4.3 Работники: не записано согласие на обработку персональных данных, человек: 4."]],
    );
    check(
        Lint::Gap,
        |sample| {
            for id in [sample.orlova, sample.vetrova, sample.baranov, sample.lugova, sample.zueva] {
                consent(sample, id, ConsentState::Given, Participation::OnPlatform);
            }
            consent(sample, sample.zueva_mother, ConsentState::Withdrawn, Participation::OnPlatform);
            vec![]
        },
        &expect!["warning 4.3 Зуева Ольга Петровна: согласия нет, а участие на платформе не пересмотрено."],
    );
    check(
        Lint::Gap,
        |sample| {
            for id in [sample.orlova, sample.vetrova, sample.baranov, sample.lugova, sample.zueva] {
                consent(sample, id, ConsentState::Given, Participation::OnPlatform);
            }
            consent(sample, sample.zueva_mother, ConsentState::Withdrawn, Participation::OffPlatform);
            vec![]
        },
        &expect![""],
    );
}

#[test]
fn the_law_on_personal_data() {
    check(
        Lint::Gap,
        |sample| {
            let ids: Vec<PersonId> = sample.workspace.school().people().keys().copied().collect();
            for id in ids {
                consent(sample, id, ConsentState::Given, Participation::OnPlatform);
            }
            let (number, issuer, title) = ("149-ФЗ".into(), String::new(), String::new());
            vec![LegalAct { id: sample.ids.fresh(), number, date: None, issuer, title, retired_on: None }.into()]
        },
        &expect!["note 4.3 Среди правовых актов нет закона о персональных данных (152-ФЗ)."],
    );
}

#[test]
fn homonyms_twins_and_latin_letters() {
    check(Lint::Identity, |_| vec![], &expect![""]);
    check(
        Lint::Identity,
        |sample| {
            let (row, mut rows) = student(sample, "Зуева Ева Марковна");
            rows.push(row.into());
            rows
        },
        &expect!["warning 1.5 Класс 7А: полных тёзок 2 — Зуева Ева Марковна."],
    );
    check(
        Lint::Identity,
        |sample| {
            let (one, mut rows) = student(sample, "Ёлкина Алёна Петровна");
            let (two, more) = student(sample, "Елкина Алена Петровна");
            let (latin, others) = student(sample, "Горeлов Лев Олегович");
            rows.extend(more.into_iter().chain(others));
            let birth_date = Some(day(1));
            rows.push(Person { birth_date, ..one }.into());
            rows.push(Person { birth_date, ..two }.into());
            rows.push(latin.into());
            rows
        },
        &expect![[r"
            warning 1.5 Горeлов Лев Олегович: в имени латинские буквы среди русских.
            warning 1.5 Возможно, один человек записан дважды: Ёлкина Алёна Петровна и Елкина Алена Петровна."]],
    );
}

#[test]
fn birth_dates_tell_twins_of_the_name_apart() {
    check(
        Lint::Identity,
        |sample| {
            let (one, mut rows) = student(sample, "Ёлкина Алёна Петровна");
            let (two, more) = student(sample, "Елкина Алена Петровна");
            rows.extend(more);
            rows.push(Person { birth_date: Some(day(1)), ..one }.into());
            rows.push(Person { birth_date: Some(day(2)), ..two }.into());
            rows
        },
        &expect![""],
    );
}
