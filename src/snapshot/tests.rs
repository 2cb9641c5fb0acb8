//! The file there and back, whatever happens to it on the way.

mod damage;
mod lineage;
mod proposal;
mod round_trip;
mod schema;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::{Lineage, Snapshot, Stamp, Unreadable, read, write};
use crate::domain::sample::{ChangeClass, Sample, context, day};
use crate::domain::*;

/// An identity that says its number.
fn number(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n)
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn stamp(n: u128) -> Stamp {
    let author = Author { name: "Орлова Н. А.".into(), device: "Кабинет 12".into() };
    Stamp::new(number(n), at("2026-11-22T07:05:09.250Z"), author, String::new())
}

pub(super) fn lineage() -> Lineage {
    Lineage::new(number(1), "gymnasium-44")
}

/// A file of a school.
fn file(workspace: &Workspace) -> Vec<u8> {
    write(&Snapshot::of(workspace, &lineage(), stamp(2)))
}

/// The sample with every kind of record, every optional field, and a history of every kind of step.
pub(super) fn full_sample() -> Sample {
    let mut s = Sample::new().with_office();
    let (year, room, a, b) = (s.year, s.staff_room, s.class_7a, s.class_7b);
    let (orlova, baranov, vetrova, zueva) = (s.orlova, s.baranov, s.vetrova, s.zueva);
    let (order, line, mother) = (s.order, s.math_7a, s.zueva_mother);
    s.save(Organisation {
        full_name: "Муниципальное общеобразовательное учреждение «Гимназия № 44»".into(),
        short_name: "МОУ «Гимназия № 44 г. Твери»".into(),
        address: "г. Тверь, ул. Примерная, д. 1".into(),
        tax_number: "0000000000".into(),
        site: "example.org".into(),
        planner: "example.org/plan".into(),
        phone: "+7 (000) 219-32-58".parse().ok(),
        email: "office@example.org".parse().ok(),
    });
    s.save(PlatformProfile { chat_limit: Some(500), has_journal: Some(false), ..PlatformProfile::default() });
    s.save(Settings { unclaimed_days: 14, ..Settings::default() });
    let person = s.workspace.school().people()[&zueva].as_ref().clone();
    s.save(Person {
        gender: Some(Gender::Female),
        birth_date: "2013-02-28".parse().ok(),
        phone: "+7 (000) 000-00-01".parse().ok(),
        email: "s001@example.org".parse().ok(),
        file_number: "З-12".into(),
        participation: Participation::OffPlatform,
        consent: Consent { state: ConsentState::Withdrawn, on: Some(day(3)), paper: "дело 3, лист 7".into() },
        note: "пишет \"сама\" \\ одна".into(),
        ..person
    });
    let id = s.ids.fresh();
    let classes = vec!["7А".parse().unwrap(), "10Гум".parse().unwrap()];
    s.save(Nomenclature { id, year, order: Some(order), classes });
    for (person, class, role) in
        [(orlova, room, MemberRole::Teacher), (baranov, room, MemberRole::Teacher), (zueva, a, MemberRole::Student)]
    {
        let id = s.ids.fresh();
        s.save(Membership { id, person, class, role, period: Period::since(day(1)) });
    }
    let (id, other) = (s.ids.fresh(), s.ids.fresh());
    let period = Period { from: Some(day(2)), to: Some(day(20)) };
    let appointed = Appointment {
        id,
        person: baranov,
        post: AdministratorPost::Platform,
        period,
        order: Some(order),
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    };
    s.save(appointed);
    s.save(Verification {
        id: other,
        person: baranov,
        state: VerificationState::Confirmed { on: day(3), by: Some(orlova) },
    });
    for (person, state) in [
        (orlova, VerificationState::NotRequired),
        (vetrova, VerificationState::Rejected { on: day(4), reason: "нет приказа".into() }),
    ] {
        let id = s.ids.fresh();
        s.save(Verification { id, person, state });
    }
    let math = s.workspace.school().load()[&line].as_ref().clone();
    let id = s.ids.fresh();
    s.save(LoadLine {
        id, group: "1 группа".into(), members: [zueva].into(), teacher: None, hours: Hours(50), ..math
    });
    let id = s.ids.fresh();
    s.save(ActivityGroup {
        id,
        name: "Шахматы".into(),
        year,
        leader: Some(baranov),
        classes: [a, b].into(),
        members: [zueva].into(),
        hours: Hours(100),
    });
    let (id, other) = (s.ids.fresh(), s.ids.fresh());
    s.save(ActiveGroup { id, kind: ActiveGroupKind::Parents, class: Some(a), members: [mother].into() });
    s.save(ActiveGroup { id: other, kind: ActiveGroupKind::Students, class: None, members: [zueva].into() });
    let id = s.ids.fresh();
    s.save(Interpretation {
        id,
        question: "cell:12:class-teacher".into(),
        choice: "deny".into(),
        decided_on: day(5),
        decided_by: "Орлова Н. А.".into(),
        note: "до решения педсовета".into(),
    });
    let id = s.ids.fresh();
    let columns = [("фио".to_owned(), "name".to_owned()), ("класс".to_owned(), "class".to_owned())].into();
    s.save(ImportProfile { id, name: "Секретарь".into(), kind: "students".into(), columns });
    let id = s.ids.fresh();
    s.run(&ChangeClass { id, student: zueva, class: b, from: day(15), order: Some(order) }.into());
    s.run(&Command::Remove(RecordKey::to::<Person>(vetrova)));
    for step in ["undo", "redo", "undo"] {
        let id = s.ids.fresh();
        let done = match step {
            "undo" => s.workspace.undo(id, &context()).map(|_| ()),
            _ => s.workspace.redo(id, &context()).map(|_| ()),
        };
        done.unwrap();
    }
    s
}

/// Random acts on a sample; those that are refused change nothing.
fn random_sample(steps: &[(u8, String)]) -> Sample {
    let mut s = Sample::new();
    for (pick, text) in steps {
        let people: Vec<PersonId> = s.workspace.school().people().keys().copied().collect();
        let classes: Vec<ClassId> = s.workspace.school().classes().keys().copied().collect();
        let (person, class) = (people[usize::from(*pick) % people.len()], classes[usize::from(*pick) % classes.len()]);
        let id: Uuid = s.ids.fresh();
        let from = day(1 + u32::from(pick % 25));
        let command = match pick % 8 {
            0 | 1 => match PersonName::new("Новикова", text, text) {
                Ok(name) => Command::Save(Person::new(id.into(), name).into()),
                Err(_) => continue,
            },
            2 => {
                let row = s.workspace.school().people()[&person].as_ref().clone();
                Command::Save(Person { note: text.clone(), file_number: text.clone(), ..row }.into())
            }
            3 if people.len() > 2 => Command::Remove(RecordKey::to::<Person>(person)),
            4 => ChangeClass { id: id.into(), student: person, class, from, order: None }.into(),
            5 => Command::AssignHomeroom { id: id.into(), class, teacher: person, from, order: None },
            6 => Command::Save(Subject { id: id.into(), name: format!("{text} {pick}") }.into()),
            _ => {
                let _ = s.workspace.undo(id.into(), &context());
                continue;
            }
        };
        let _ = s.workspace.dispatch(id.into(), &command, &context());
    }
    s
}

fn random_steps() -> impl Strategy<Value = Vec<(u8, String)>> {
    proptest::collection::vec((any::<u8>(), "\\PC{0,12}|[а-яё\"\\\\\u{0}\u{1f}\u{2028}]{0,6}"), 0..25)
}

/// What reading says, in a word.
fn answer(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(_) => "intact".into(),
        Err(error) => error.to_string(),
    }
}
