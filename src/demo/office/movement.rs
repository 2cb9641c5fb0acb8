//! The movement of the year (2.1/11): the rollover in September, those who came, left and changed the class since.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, later};
use crate::demo::frame::{FIRST_DAY, LAST_YEAR, LEFT};
use crate::demo::sketch::Sketch;
use crate::demo::{Unmade, day};
use crate::domain::{
    ClassId, Enrolment, Gender, LocalActId, Movement, MovementKind, MovementStep, Period, PersonId, PersonName,
    StepAction, Tick,
};

/// Who came in the year: class, day, from where, number of the order.
const CAME: [(&str, NaiveDate, &str, &str); 4] = [
    ("2Б", day(2026, 10, 5), "школа № 7 г. Ржева", "134"),
    ("5В", day(2026, 10, 19), "лицей № 3 г. Твери", "137"),
    ("8А", day(2026, 11, 9), "школа № 12 г. Калязина", "144"),
    ("10Б", day(2026, 11, 16), "школа № 1 г. Торжка", "147"),
];
/// Who left in the year: class, day, where to, number of the order.
const WENT: [(&str, NaiveDate, &str, &str); 3] = [
    ("3В", day(2026, 10, 12), "школа № 20 г. Твери", "135"),
    ("7Б", day(2026, 11, 2), "лицей № 1 г. Москвы", "141"),
    ("9А", day(2026, 11, 17), "колледж связи г. Твери", "148"),
];

/// Class changes of the archived year: the day of each, and the number of its order.
const LAST_CHANGES: [(NaiveDate, &str); 8] = [
    (day(2025, 10, 6), "112"),
    (day(2025, 10, 27), "115"),
    (day(2025, 11, 10), "118"),
    (day(2025, 12, 1), "121"),
    (day(2026, 1, 12), "3"),
    (day(2026, 2, 2), "9"),
    (day(2026, 2, 16), "14"),
    (day(2026, 3, 2), "19"),
];

/// Writes the movements.
pub fn record(sketch: &mut Sketch, office: &Office) -> Result<(), Unmade> {
    last_year(sketch, office);
    roll_over(sketch, office);
    staff(sketch, office);
    transfer(sketch, office)?;
    for (label, on, place, number) in CAME {
        came(sketch, office, label, on, place, number)?;
    }
    for (label, on, place, number) in WENT {
        went(sketch, office, label, on, place, number)?;
    }
    Ok(())
}

/// Some students changed the class in the archived year: where they were then depends on the day.
fn last_year(sketch: &mut Sketch, office: &Office) {
    for (number, (on, order)) in LAST_CHANGES.into_iter().enumerate() {
        let at = office.frame.rooms.len() / 3 + number * 2;
        let student = office.students.of_class.get(at).and_then(|list| list.get(8)).map(|(id, _)| *id);
        let is_meant = |stay: &Enrolment| Some(stay.student) == student && stay.period == LAST_YEAR;
        let Some(found) = sketch.records.enrolments.iter().position(|stay| is_meant(stay)) else { continue };
        let Some(to) = sketch.records.enrolments.get(found).map(|stay| stay.class) else { continue };
        let grade = |class: ClassId| {
            let own = sketch.records.classes.iter().find(|row| row.id == class)?;
            own.label().map(crate::domain::ClassLabel::grade)
        };
        let neighbor = office.frame.last.iter().copied().find(|class| *class != to && grade(*class) == grade(to));
        let (Some(from), Some(person)) = (neighbor, student) else { continue };
        let order = sketch.order(order, on, "О переводе обучающегося в другой класс", office.staff.head.id);
        if let Some(stay) = sketch.records.enrolments.get_mut(found) {
            let stay = Arc::make_mut(stay);
            stay.period.from = Some(on);
            stay.order = Some(order);
        }
        let before = Period { from: LAST_YEAR.from, to: on.pred_opt() };
        stay(sketch, person, from, before, None);
        let kind = MovementKind::ClassChange;
        push(sketch, Told { kind, person, on, order: Some(order), from: Some(from), to: Some(to), place: "" });
    }
}

/// Everybody who was here the year before went up; classes 1 came. No steps: the classes are new on the platform.
fn roll_over(sketch: &mut Sketch, office: &Office) {
    for (at, list) in office.students.of_class.iter().enumerate() {
        let Some(room) = office.frame.rooms.get(at) else { continue };
        let from = office.frame.before(at).and_then(|at| office.frame.last.get(at)).copied();
        let kind = if from.is_some() { MovementKind::Promote } else { MovementKind::Enrol };
        let order = matches!(room.label.grade(), 1 | 10).then_some(office.frame.acts.enrolment);
        let place = if from.is_some() { "" } else { "детский сад" };
        for (person, _) in list {
            push(sketch, Told { kind, person: *person, on: FIRST_DAY, order, from, to: Some(room.id), place });
        }
    }
}

/// A teacher of geography left in September; an English teacher was away in October.
fn staff(sketch: &mut Sketch, office: &Office) {
    let left = office.staff.left.id;
    let order = sketch.order("124", LEFT, "О прекращении трудового договора", office.staff.head.id);
    let told = Told {
        kind: MovementKind::Dismiss,
        person: left,
        on: later(LEFT, 1),
        order: Some(order),
        from: None,
        to: None,
        place: "",
    };
    push(sketch, told);
    let Some(away) = office.staff.primary.last().map(|worker| worker.id) else { return };
    let order = sketch.order("136", day(2026, 10, 13), "О предоставлении отпуска", office.staff.head.id);
    for (kind, on) in [(MovementKind::Absence, day(2026, 10, 14)), (MovementKind::Return, day(2026, 11, 9))] {
        push(sketch, Told { kind, person: away, on, order: Some(order), from: None, to: None, place: "" });
    }
}

/// The student who changed the class on 1 October; the old class on the platform is still to be left.
fn transfer(sketch: &mut Sketch, office: &Office) -> Result<(), Unmade> {
    let order = office.frame.acts.transfer;
    let stay = sketch.records.enrolments.iter().find(|stay| stay.order == Some(order));
    let (student, to, on) =
        stay.map(|stay| (stay.student, stay.class, stay.period.from)).ok_or(Unmade::Missing("transfer"))?;
    let from = office.frame.rooms.get(office.frame.at("6А")?).map(|room| room.id).ok_or(Unmade::Missing("6А"))?;
    let on = on.unwrap_or(FIRST_DAY);
    let done = Some(Tick { on: later(on, 1), by: "Администратор платформы".to_owned() });
    let id = sketch.ids.fresh();
    sketch.records.movements.push(Arc::new(Movement {
        id,
        kind: MovementKind::ClassChange,
        person: student,
        on,
        order: Some(order),
        from: Some(from),
        to: Some(to),
        place: String::new(),
        steps: vec![
            MovementStep { action: StepAction::LeaveClass(from), person: None, done: None },
            MovementStep { action: StepAction::JoinClass(to), person: None, done },
        ],
        note: "по заявлению родителей".to_owned(),
    }));
    Ok(())
}

/// A student of the list came later than the others.
fn came(
    sketch: &mut Sketch,
    office: &Office,
    label: &str,
    on: NaiveDate,
    place: &'static str,
    number: &str,
) -> Result<(), Unmade> {
    let at = office.frame.at(label)?;
    let class = office.frame.rooms.get(at).map(|room| room.id).ok_or(Unmade::Missing("class"))?;
    let list = office.students.of_class.get(at).ok_or(Unmade::Missing("class list"))?;
    let (person, _) = *list.last().ok_or(Unmade::Missing("student"))?;
    let order = sketch.order(number, on, "О зачислении обучающегося", office.staff.head.id);
    sketch.records.enrolments.retain(|stay| stay.student != person);
    sketch.records.movements.retain(|row| row.person != person);
    sketch.records.memberships.retain(|row| row.person != person);
    stay(sketch, person, class, Period::since(on), Some(order));
    push(
        sketch,
        Told { kind: MovementKind::Enrol, person, on, order: Some(order), from: None, to: Some(class), place },
    );
    if office.frame.rooms.get(at).is_some_and(|room| room.label.grade() > 4) {
        let joined = later(on, 2);
        super::super::platform::join(sketch, person, class, crate::domain::MemberRole::Student, joined);
    }
    Ok(())
}

/// A student beyond the lists was here until a day.
fn went(
    sketch: &mut Sketch,
    office: &Office,
    label: &str,
    on: NaiveDate,
    place: &'static str,
    number: &str,
) -> Result<(), Unmade> {
    let at = office.frame.at(label)?;
    let class = office.frame.rooms.get(at).map(|room| room.id).ok_or(Unmade::Missing("class"))?;
    let order = sketch.order(number, on, "Об отчислении обучающегося", office.staff.head.id);
    let father = sketch.names.father("", &mut sketch.dice)?;
    let surname = sketch.names.family(&mut sketch.dice)?;
    let name: PersonName =
        sketch.names.child(surname, Gender::Male, &father.patronymic(Gender::Male), &mut sketch.dice)?;
    let student = sketch.person(name, Gender::Male);
    let person = sketch.enter(student);
    let period = Period { from: Some(FIRST_DAY), to: on.pred_opt() };
    stay(sketch, person, class, period, None);
    let told = Told { kind: MovementKind::Leave, person, on, order: Some(order), from: Some(class), to: None, place };
    push(sketch, told);
    Ok(())
}

fn stay(sketch: &mut Sketch, student: PersonId, class: ClassId, period: Period, order: Option<LocalActId>) {
    let id = sketch.ids.fresh();
    sketch.records.enrolments.push(Arc::new(Enrolment { id, student, class, period, order }));
}

/// What a movement without steps says.
struct Told {
    kind: MovementKind,
    person: PersonId,
    on: NaiveDate,
    order: Option<LocalActId>,
    from: Option<ClassId>,
    to: Option<ClassId>,
    place: &'static str,
}

fn push(sketch: &mut Sketch, told: Told) {
    let Told { kind, person, on, order, from, to, place } = told;
    let id = sketch.ids.fresh();
    let (place, steps, note) = (place.to_owned(), Vec::new(), String::new());
    sketch.records.movements.push(Arc::new(Movement { id, kind, person, on, order, from, to, place, steps, note }));
}
