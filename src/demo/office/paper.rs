//! Papers: the edition with its approval (1.3, 4.1), legal acts (1.2), the application (2.1/1), the distribution (2.1/8),
//! sheets (2.5/4), gap notes (4.3), signed documents, what the school says of clauses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, later};
use crate::clause;
use crate::demo::sketch::Sketch;
use crate::demo::{Unmade, day};
use crate::domain::{
    AcknowledgementSheet, ApplicationState, Attestation, AttestationVerdict, ClauseId, GapNote, HomeroomDistribution,
    IssuedDocument, LegalAct, MovementKind, PersonId, Registered, RegistrationApplication, RegulationEdition,
    SheetAudience, SheetSubject,
};

/// The acts of law that 1.2 names: number, date, issuer, title.
const LAW: [(&str, NaiveDate, &str, &str); 6] = [
    (
        "149-ФЗ",
        day(2006, 7, 27),
        "Российская Федерация",
        "Об информации, информационных технологиях и о защите информации",
    ),
    ("273-ФЗ", day(2012, 12, 29), "Российская Федерация", "Об образовании в Российской Федерации"),
    ("542/1", day(2022, 7, 15), "Минцифры России", "Приказ о платформе"),
    ("04-127", day(2022, 2, 22), "Минпросвещения России", "Письмо о платформе"),
    ("04-643", day(2022, 8, 26), "Минпросвещения России", "Письмо о платформе"),
    ("04-423", day(2023, 7, 31), "Минпросвещения России", "Письмо о платформе"),
];

/// What the regulation leaves open, and what governs it.
const GAPS: [(&str, &str, &str); 3] = [
    ("Персональные данные", "152-ФЗ", "Согласия хранит секретарь; в плане отмечены дата и состояние."),
    ("Порядок общения в чатах", "Правила внутреннего распорядка", "Тихие часы 21:00–7:00, модератор в каждом чате."),
    ("Удаление участников и чатов", "Устав", "Удаляет администратор платформы по записи о движении."),
];

/// Writes the papers.
pub fn file(sketch: &mut Sketch, office: &Office) -> Result<(), Unmade> {
    let edition = edition(sketch);
    for (number, date, issuer, title) in LAW {
        let id = sketch.ids.fresh();
        let (number, issuer, title) = (number.to_owned(), issuer.to_owned(), title.to_owned());
        sketch.records.legal_acts.push(Arc::new(LegalAct {
            id,
            number,
            date: Some(date),
            issuer,
            title,
            retired_on: None,
        }));
    }
    for (topic, governed_by, note) in GAPS {
        let id = sketch.ids.fresh();
        let (topic, governed_by, note) = (topic.to_owned(), governed_by.to_owned(), note.to_owned());
        let on = Some(day(2026, 9, 3));
        sketch.records.gap_notes.push(Arc::new(GapNote { id, topic, governed_by, note, on }));
    }
    application(sketch, office)?;
    distribution(sketch, office);
    let staff: Vec<PersonId> = std::iter::once(office.staff.head.id)
        .chain(office.deputies.iter().copied())
        .chain(office.staff.pedagogues().map(|worker| worker.id))
        .collect();
    sheet(sketch, SheetSubject::Regulation(edition), None, day(2026, 8, 31), &staff);
    for (at, room) in office.frame.rooms.iter().enumerate() {
        let list = office.students.of_class.get(at).map(Vec::as_slice).unwrap_or_default();
        let list: Vec<PersonId> = list.iter().map(|(id, _)| *id).collect();
        sheet(sketch, SheetSubject::Security, Some(room.id), day(2026, 9, 2), &list);
    }
    documents(sketch, office);
    attest(sketch, office);
    Ok(())
}

fn act_of(sketch: &Sketch, number: &str, kind: crate::domain::LocalActKind) -> Option<crate::domain::LocalActId> {
    sketch.records.acts.iter().rev().find(|act| act.number == number && act.kind == kind).map(|act| act.id)
}

fn edition(sketch: &mut Sketch) -> crate::domain::RegulationEditionId {
    use crate::domain::LocalActKind::{Order, Protocol};
    let protocol = act_of(sketch, "1", Protocol);
    let order = act_of(sketch, "101", Order);
    let id = sketch.ids.fresh();
    sketch.records.editions.push(Arc::new(RegulationEdition {
        id,
        edition: "gymnasium-44".to_owned(),
        title: "Положение об использовании коммуникационной платформы".to_owned(),
        version: "2026".to_owned(),
        protocol,
        order,
        from: Some(day(2026, 8, 25)),
        to: None,
        amends: None,
        changes: String::new(),
        text: String::new(),
        data: String::new(),
    }));
    id
}

/// The application with the administrator's contacts; registration followed by the same phone.
fn application(sketch: &mut Sketch, office: &Office) -> Result<(), Unmade> {
    let person = sketch.records.people.iter().find(|person| person.id == office.administrator);
    let person = person.ok_or(Unmade::Missing("administrator"))?;
    let (name, email, phone) = (person.name.to_string(), person.email.clone(), person.phone);
    let registered = phone.map(|phone| Registered { on: day(2026, 8, 29), phone });
    let id = sketch.ids.fresh();
    sketch.records.applications.push(Arc::new(RegistrationApplication {
        id,
        person: Some(office.administrator),
        name,
        email,
        phone,
        order: Some(office.frame.acts.administrator),
        state: ApplicationState::Answered { sent: day(2026, 8, 27), on: day(2026, 8, 28) },
        registered,
        note: String::new(),
    }));
    Ok(())
}

/// Order № 104 as it was signed: who led each class on 1 September.
fn distribution(sketch: &mut Sketch, office: &Office) {
    let rooms: BTreeSet<_> = office.frame.rooms.iter().map(|room| room.id).collect();
    let terms = sketch.records.homerooms.iter().filter(|term| rooms.contains(&term.class));
    let rows = terms.map(|term| (term.class, term.teacher)).collect();
    let (id, year, order) = (sketch.ids.fresh(), office.frame.year, Some(office.frame.acts.homerooms));
    sketch.records.distributions.push(Arc::new(HomeroomDistribution { id, year, order, rows }));
}

/// A sheet on which everybody confirmed within three weeks.
fn sheet(
    sketch: &mut Sketch,
    subject: SheetSubject,
    class: Option<crate::domain::ClassId>,
    opened_on: NaiveDate,
    list: &[PersonId],
) {
    let came: BTreeMap<PersonId, NaiveDate> = sketch
        .records
        .movements
        .iter()
        .filter(|row| row.kind == MovementKind::Enrol && row.on > opened_on)
        .map(|row| (row.person, row.on))
        .collect();
    let mut people = BTreeMap::new();
    for person in list {
        // Who came later read it on the first days.
        let on = later(opened_on, sketch.dice.below(21));
        people.insert(*person, Some(came.get(person).map_or(on, |came| later(*came, 2))));
    }
    let audience = if class.is_some() { SheetAudience::Students } else { SheetAudience::Staff };
    let id = sketch.ids.fresh();
    sketch.records.sheets.push(Arc::new(AcknowledgementSheet { id, subject, class, audience, opened_on, people }));
}

fn documents(sketch: &mut Sketch, office: &Office) {
    use crate::domain::LocalActKind::Order;
    for (form, number, on) in [
        ("order-approval", "101", day(2026, 8, 25)),
        ("order-administrator", "102", day(2026, 8, 26)),
        ("order-homerooms", "104", day(2026, 8, 28)),
        ("order-use", "106", day(2026, 8, 28)),
    ] {
        let (id, act) = (sketch.ids.fresh(), act_of(sketch, number, Order));
        sketch.records.documents.push(Arc::new(IssuedDocument {
            id,
            form: form.to_owned(),
            subject: BTreeMap::new(),
            number: number.to_owned(),
            on,
            act,
            signer: Some(office.staff.head.id),
            // Written when the whole school is there.
            lines: Vec::new(),
        }));
    }
}

/// What records cannot show, and what does not apply.
fn attest(sketch: &mut Sketch, office: &Office) {
    use AttestationVerdict::Fulfilled;
    let said: [(ClauseId, AttestationVerdict, &str); 5] = [
        (clause!("1.4"), Fulfilled, "Правила одинаковы для всех классов; исключения оформлены приказами."),
        (clause!("1.7"), Fulfilled, "Снимки плана хранятся в деле 01-14."),
        (clause!("3.1"), Fulfilled, "Доступ бесплатный и круглосуточный для всех участников."),
        (clause!("3.2"), Fulfilled, "Адрес поддержки указан в памятках и на сайте."),
        (clause!("3.3"), Fulfilled, "Ссылка на материалы платформы размещена на сайте школы."),
    ];
    for (clause, verdict, note) in said {
        let id = sketch.ids.fresh();
        sketch.records.attestations.push(Arc::new(Attestation {
            id,
            clause,
            year: Some(office.frame.year),
            verdict,
            on: day(2026, 9, 21),
            by: Some(office.deputy(4)),
            note: note.to_owned(),
            acts: BTreeSet::new(),
        }));
    }
}
