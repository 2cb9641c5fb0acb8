//! What must not leave does not: every name, phone and address is looked for in the bytes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::demo::{self, Scale};
use crate::domain::*;
use crate::snapshot::{Opened, read};

const NOW: &str = "2026-10-12T08:00:00Z";

/// The demo school with everything that a person may type into it, and a history that names people.
fn plan() -> (Workspace, Lineage) {
    let mut ids = IdSource::new(44, [44; 10]);
    let mut records = demo::Demo::new(Scale::Gymnasium, &mut ids).unwrap().records;
    let named: Vec<String> = records.people.iter().map(|row| row.name.to_string()).collect();
    for (n, row) in records.people.iter_mut().enumerate() {
        let row = Arc::make_mut(row);
        row.note = format!("о нём: {}", named[n]);
        row.file_number = format!("Д-{n:05}-{}", row.name.family());
        row.consent.paper = format!("дело {}", row.name.family());
        row.birth_date = row.birth_date.or("2013-05-17".parse().ok());
    }
    let student = records.enrolments[0].student;
    let family = records.people.iter().find(|row| row.id == student).unwrap().name.family().to_owned();
    Arc::make_mut(&mut records.load[0]).group = format!("группа {family}");
    Arc::make_mut(&mut records.classes[1]).profile = format!("где учится {family}");
    for act in &mut records.acts {
        Arc::make_mut(act).title = format!("О переводе ученика {family}");
    }
    records.interpretations.push(Arc::new(Interpretation {
        id: ids.fresh(),
        question: "cell:12:class-teacher".into(),
        choice: "deny".into(),
        decided_on: demo::DAY,
        decided_by: named[0].clone(),
        note: named[1].clone(),
    }));
    records.import_profiles.push(Arc::new(ImportProfile {
        id: ids.fresh(),
        name: format!("Список {family}"),
        kind: "students".into(),
        columns: [(format!("фио {family}"), "name".to_owned())].into(),
    }));
    let person = records.positions[0].person;
    let state = VerificationState::Rejected { on: demo::DAY, reason: format!("жалоба {family}") };
    records.verifications.push(Arc::new(Verification { id: ids.fresh(), person, state }));
    let school = records.into_school().unwrap();
    let author = Author { name: named[0].clone(), device: "Кабинет директора".into() };
    let context = Context { now: NOW.parse().unwrap(), today: demo::DAY, author };
    let mut workspace = Workspace::default();
    workspace.dispatch(ids.fresh(), &Command::OpenDemo { school: Box::new(school) }, &context).unwrap();
    workspace.dispatch(ids.fresh(), &Command::Remove(RecordKey::to::<Person>(student)), &context).unwrap();
    workspace.undo(ids.fresh(), &context).unwrap();
    (workspace, Lineage { parents: vec![Uuid::from_u128(77)], ..Lineage::new(Uuid::from_u128(1), "gymnasium-44") })
}

fn release(secret: u8) -> Release {
    let at: DateTime<Utc> = NOW.parse().unwrap();
    let author = Author { name: "Орлова Н. А.".into(), device: "Кабинет 12".into() };
    let stamp = Stamp::new(Uuid::from_u128(u128::from(secret) + 500), at, author, "для проверки".into());
    Release { stamp, today: demo::DAY, secret: [secret; 32] }
}

/// The largest class: students, representatives, a curriculum.
fn some_class(school: &School) -> ClassId {
    let size = |class: ClassId| {
        school.enrolments().values().filter(|row| row.class == class && row.period.contains(demo::DAY)).count()
    };
    *school.classes().keys().max_by_key(|id| size(**id)).unwrap()
}

fn open(redacted: &Redacted) -> Opened {
    let opened = read(&redacted.bytes).unwrap();
    assert!(opened.dangling.is_empty() && opened.snapshot.journal.entries.is_empty());
    assert!(opened.snapshot.parents.is_empty() && opened.snapshot.revision == 0);
    assert!(opened.snapshot.plan != Uuid::from_u128(1), "a plan of its own");
    opened
}

/// How a person would stand in a file: contacts in both spellings, the number and the words about them.
fn traces(row: &Person) -> Vec<String> {
    let phone = row.phone.iter().flat_map(|phone| [phone.compact(), phone.to_string()]);
    let email = row.email.iter().map(ToString::to_string);
    let texts = [&row.file_number, &row.note, &row.consent.paper].into_iter().cloned();
    phone.chain(email).chain(texts).filter(|text| !text.is_empty()).collect()
}

/// Looks for every needle in the bytes; many needles, so positions are indexed by their first eight bytes.
#[track_caller]
fn check_absent(bytes: &[u8], needles: impl IntoIterator<Item = String>) -> usize {
    let needles: BTreeSet<String> = needles.into_iter().collect();
    let short: BTreeSet<&[u8]> = needles.iter().map(|text| &text.as_bytes()[..text.len().min(4)]).collect();
    let starts = |len: usize| short.iter().any(|prefix| prefix.len() == len);
    let lengths: Vec<usize> = (1..=4).filter(|len| starts(*len)).collect();
    let mut found = BTreeSet::new();
    for at in 0..bytes.len() {
        let rest = &bytes[at..];
        for len in lengths.iter().filter(|len| rest.len() >= **len && short.contains(&rest[..**len])) {
            let prefix = std::str::from_utf8(&rest[..*len]).unwrap_or_default();
            if prefix.is_empty() {
                found.extend(needles.iter().filter(|text| rest.starts_with(text.as_bytes())));
            } else {
                let range = needles.range(prefix.to_owned()..).take_while(|text| text.starts_with(prefix));
                found.extend(range.filter(|text| rest.starts_with(text.as_bytes())));
            }
        }
    }
    assert!(found.is_empty(), "{} leave: {:?}", found.len(), found.iter().take(5).collect::<Vec<_>>());
    needles.len()
}

#[test]
fn the_search_finds() {
    let text = "{\"name\":\"Зуева\",\"phone\":\"+70000000001\"}".as_bytes();
    for needle in ["Зуева", "+70000000001", "{", "e\":\"З"] {
        let outcome = std::panic::catch_unwind(|| check_absent(text, [needle.to_owned(), "Ким".to_owned()]));
        assert!(outcome.is_err(), "{needle} is there");
    }
    assert_eq!(check_absent(text, ["Ким".to_owned(), "+7000000000 1".to_owned()]), 2);
}

#[test]
fn a_class_pack_holds_one_class() {
    let (workspace, lineage) = plan();
    let school = workspace.school();
    let class = some_class(school);
    let pack = redact(&workspace, &lineage, Purpose::ClassPack(class), &release(1)).unwrap();
    let opened = open(&pack);
    let students: BTreeSet<PersonId> = school
        .enrolments()
        .values()
        .filter(|row| row.class == class && row.period.to.is_none())
        .map(|row| row.student)
        .collect();
    let parents: BTreeSet<PersonId> =
        school.representations().values().filter(|row| students.contains(&row.child)).map(|row| row.parent).collect();
    let teachers: BTreeSet<PersonId> =
        school.load().values().filter(|row| row.class == class).filter_map(|row| row.teacher).collect();
    assert!(students.len() > 20 && parents.len() > 20 && teachers.len() > 1);
    let led: BTreeSet<PersonId> = opened.school.homerooms().values().map(|row| row.teacher).collect();
    for (id, row) in opened.school.people() {
        assert!(
            [&students, &parents, &teachers, &led].iter().any(|known| known.contains(id)),
            "{} is a stranger",
            row.name
        );
        let is_family = students.contains(id) || parents.contains(id);
        let whole = &school.people()[id];
        assert_eq!(row.name, whole.name);
        if is_family {
            assert_eq!((row.phone, &row.email), (whole.phone, &whole.email));
        } else {
            assert_eq!(**row, Person::new(*id, whole.name.clone()), "of a teacher, only the name");
        }
    }
    assert!(students.iter().chain(&parents).chain(&teachers).all(|id| opened.school.people().contains_key(id)));
    assert_eq!(opened.school.classes().len(), 1);
    for kind in [
        RecordKind::LocalAct,
        RecordKind::Position,
        RecordKind::Appointment,
        RecordKind::Membership,
        RecordKind::Verification,
        RecordKind::ActivityGroup,
        RecordKind::ActiveGroup,
        RecordKind::Interpretation,
        RecordKind::ImportProfile,
    ] {
        assert_eq!(opened.school.count(kind), 0, "{kind:?}");
    }
    let stay = school.people().values().filter(|row| !opened.school.people().contains_key(&row.id));
    let names: BTreeSet<String> = opened.school.people().values().map(|row| row.name.to_string()).collect();
    let in_file = |name: &PersonName| {
        let mut text = serde_json::to_string(name).unwrap();
        text.pop();
        text
    };
    let needles = stay.flat_map(|row| {
        let is_namesake = names.iter().any(|name| name.starts_with(&row.name.to_string()));
        traces(row).into_iter().chain((!is_namesake).then(|| in_file(&row.name)))
    });
    assert!(check_absent(&pack.bytes, needles) > 2_000);
    let notes = school.people().values().flat_map(|row| [row.note.clone(), row.file_number.clone()]);
    check_absent(&pack.bytes, notes.chain(["О переводе".into(), "группа ".into(), "где учится".into()]));
    let teachers_only: Vec<&PersonId> = teachers.iter().filter(|id| !parents.contains(id)).collect();
    check_absent(&pack.bytes, teachers_only.iter().filter_map(|id| school.people()[id].phone).map(Phone::compact));
}

#[test]
fn who_has_left_does_not_leave_in_a_class_pack() {
    let (workspace, lineage) = plan();
    let class = some_class(workspace.school());
    let mut records = Records::from(workspace.school());
    let gone = records.enrolments.iter_mut().find(|row| row.class == class && row.period.to.is_none()).unwrap();
    let student = gone.student;
    Arc::make_mut(gone).period.to = demo::DAY.pred_opt();
    let left = Workspace::new(records.into_school().unwrap(), Journal::default(), 1);
    let has = |workspace: &Workspace| {
        let pack = redact(workspace, &lineage, Purpose::ClassPack(class), &release(1)).unwrap();
        open(&pack).school.people().contains_key(&student)
    };
    assert_eq!((has(&workspace), has(&left)), (true, false));
    let unknown = Purpose::ClassPack(Uuid::from_u128(9).into());
    assert!(matches!(redact(&left, &lineage, unknown, &release(1)), Err(NotRedacted::NoSuchClass(_))));
}

#[test]
fn a_staff_edition_holds_the_staff() {
    let (workspace, lineage) = plan();
    let school = workspace.school();
    let edition = redact(&workspace, &lineage, Purpose::StaffEdition, &release(1)).unwrap();
    let opened = open(&edition);
    let staff: BTreeSet<PersonId> = school.positions().values().map(|row| row.person).collect();
    assert!(staff.iter().all(|id| opened.school.people().contains_key(id)));
    let appointed: BTreeSet<PersonId> = school.appointments().values().map(|row| row.person).collect();
    assert!(opened.school.people().keys().all(|id| staff.contains(id) || appointed.contains(id)));
    assert_eq!(opened.school.load().len(), school.load().len());
    assert_eq!((opened.school.enrolments().len(), opened.school.representations().len()), (0, 0));
    let families: BTreeSet<&str> = opened.school.people().values().map(|row| row.name.family()).collect();
    let removed = school.people().values().filter(|row| !opened.school.people().contains_key(&row.id));
    let needles = removed.flat_map(|row| {
        let family = row.name.family();
        let is_shared = families.iter().any(|other| other.contains(family));
        let pair = format!("\"family\":\"{family}\",\"given\":\"{}\"", row.name.given());
        traces(row).into_iter().chain((!is_shared).then(|| family.to_owned())).chain([pair])
    });
    let namesakes: BTreeSet<String> = opened
        .school
        .people()
        .values()
        .map(|row| format!("\"family\":\"{}\",\"given\":\"{}\"", row.name.family(), row.name.given()))
        .collect();
    assert!(check_absent(&edition.bytes, needles.filter(|text| !namesakes.contains(text))) > 3_000);
    let everybody = school.people().values().flat_map(|row| traces(row));
    check_absent(&edition.bytes, everybody.chain(["О переводе".into(), "жалоба".into(), "@example.org".into()]));
    let office = school.organisation().values().filter_map(|row| row.phone).map(Phone::compact);
    check_absent(&edition.bytes, office);
}

#[test]
fn a_staff_edition_answers_as_the_plan_does() {
    use crate::regulation::{Authority, Interpretations, Object, in_force};
    let (workspace, lineage) = plan();
    let edition = redact(&workspace, &lineage, Purpose::StaffEdition, &release(1)).unwrap();
    let (school, opened) = (workspace.school(), open(&edition));
    let read = Interpretations::of(school, demo::DAY);
    assert_ne!(read, Interpretations::default());
    assert_eq!(Interpretations::of(&opened.school, demo::DAY), read);
    assert_eq!(in_force(&opened.school, demo::DAY).edition().id, in_force(school, demo::DAY).edition().id);
    let regulation = in_force(school, demo::DAY);
    let (whole, part) =
        (Authority::new(school, &regulation, demo::DAY), Authority::new(&opened.school, &regulation, demo::DAY));
    let target = whole.target(Object::None);
    let mut asked = 0;
    // A member of staff with a child here keeps that hat at home: the others are told what the plan tells.
    let parents: BTreeSet<PersonId> = school.representations().values().map(|row| row.parent).collect();
    for id in opened.school.people().keys().filter(|id| !parents.contains(id)) {
        let (own, told) = (whole.standing(*id), part.standing(*id));
        for action in regulation.actions() {
            let (own, told) = (whole.decide(&own, action, &target), part.decide(&told, action, &target));
            assert_eq!((own.verdict, own.permitted), (told.verdict, told.permitted), "{id} {}", action.number);
            asked += 1;
        }
    }
    assert!(asked > 2_000, "{asked}");
}

#[test]
fn a_support_bundle_holds_no_word() {
    let (workspace, lineage) = plan();
    let school = workspace.school();
    let bundle = redact(&workspace, &lineage, Purpose::SupportBundle, &release(1)).unwrap();
    let opened = open(&bundle);
    // The records of the daily work are texts of people through and through: none of them leaves.
    for kind in RecordKind::ALL {
        let expected = if *kind <= RecordKind::ImportProfile { school.count(*kind) } else { 0 };
        assert_eq!(opened.school.count(*kind), expected, "{kind:?}");
    }
    let names = school.people().values().flat_map(|row| {
        let name = &row.name;
        let parts = [Some(name.family()), Some(name.given()), name.patronymic()];
        traces(row).into_iter().chain(parts.into_iter().flatten().map(ToOwned::to_owned))
    });
    assert!(check_absent(&bundle.bytes, names) > 6_000);
    let texts = school.subjects().values().map(|row| row.name.clone());
    let posts = school.positions().values().map(|row| row.title.clone());
    let groups = school.activities().values().map(|row| row.name.clone());
    let ids = school.records().map(|record| record.key().id).filter(|id| !id.is_nil()).map(|id| id.to_string());
    let office = school.organisation().values().flat_map(|row| {
        let contacts = [row.phone.map(Phone::compact), row.email.as_ref().map(ToString::to_string)];
        let texts = [&row.full_name, &row.short_name, &row.address, &row.tax_number, &row.site, &row.planner];
        texts
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .chain(contacts.into_iter().flatten())
            .collect::<Vec<_>>()
    });
    check_absent(&bundle.bytes, texts.chain(posts).chain(groups).chain(ids).chain(office));
    check_absent(&bundle.bytes, ["Орлова Н", "Кабинет", "для проверки", "О переводе", "жалоба"].map(Into::into));
    // Letters of classes are all the Russian that is left.
    let text = std::str::from_utf8(&bundle.bytes).unwrap();
    let russian: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let labels = school.classes().values().filter_map(|row| row.label());
    let letters: BTreeSet<char> = labels.flat_map(|label| label.letter().chars()).collect();
    assert!(russian.is_subset(&letters), "{russian:?}");
}

#[test]
fn pseudonyms_keep_the_shape_and_the_key_leads_back() {
    let (workspace, lineage) = plan();
    let school = workspace.school();
    let bundle = redact(&workspace, &lineage, Purpose::SupportBundle, &release(1)).unwrap();
    let opened = open(&bundle);
    let key: serde_json::Value = serde_json::from_slice(&bundle.key.unwrap()).unwrap();
    assert_eq!(key["format"], KEY_FORMAT);
    let back = |id: Uuid| -> Uuid { key["ids"][id.to_string()].as_str().unwrap().parse().unwrap() };
    for (id, row) in opened.school.people() {
        let real = &school.people()[&PersonId::from(back((*id).into()))];
        assert_eq!(row.name.patronymic().is_some(), real.name.patronymic().is_some());
        assert_eq!((row.phone.is_some(), row.note.is_empty()), (real.phone.is_some(), real.note.is_empty()));
    }
    for row in opened.school.enrolments().values() {
        let real = &school.enrolments()[&EnrolmentId::from(back(row.id.into()))];
        let ids = |student: PersonId, class: ClassId| (Uuid::from(student), Uuid::from(class));
        let (student, class) = ids(row.student, row.class);
        assert_eq!((back(student), back(class)), ids(real.student, real.class));
        assert_eq!(row.period, real.period);
    }
    let distinct = |school: &School| {
        let keys: BTreeSet<String> = school.people().values().map(|row| row.name.key()).collect();
        let phones: BTreeSet<Phone> = school.people().values().filter_map(|row| row.phone).collect();
        (keys.len(), phones.len())
    };
    assert_eq!(distinct(&opened.school), distinct(school), "namesakes stay namesakes");
}

#[test]
fn two_support_bundles_have_nothing_in_common() {
    let (workspace, lineage) = plan();
    let bundle = |secret| redact(&workspace, &lineage, Purpose::SupportBundle, &release(secret)).unwrap();
    let (one, again, two) = (bundle(1), bundle(1), bundle(2));
    assert!(one == again, "equal secrets give equal bytes");
    let values = |redacted: &Redacted| -> BTreeSet<String> {
        let opened = open(redacted);
        let ids = opened.school.records().map(|record| record.key().id).filter(|id| !id.is_nil());
        let people = opened
            .school
            .people()
            .values()
            .flat_map(|row| traces(row).into_iter().chain([row.name.family().to_owned()]));
        people.chain(ids.map(|id| id.to_string())).chain([opened.snapshot.plan.to_string()]).collect()
    };
    let (one, two) = (values(&one), values(&two));
    let common: Vec<&String> = one.intersection(&two).filter(|text| !text.starts_with("+7")).collect();
    assert!(common.is_empty(), "{common:?}");
    let order = |secret| -> Vec<usize> {
        // The place of each real person in the file.
        let bundle = bundle(secret);
        let key: serde_json::Value = serde_json::from_slice(bundle.key.as_ref().unwrap()).unwrap();
        let old: Vec<String> = open(&bundle)
            .school
            .people()
            .keys()
            .map(|id| key["ids"][id.to_string()].as_str().unwrap().to_owned())
            .collect();
        let mut sorted = old.clone();
        sorted.sort();
        old.iter().take(50).map(|id| sorted.binary_search(id).unwrap()).collect()
    };
    assert_ne!(order(1), order(2), "the order of records tells nothing");
}

#[test]
fn statistics_hold_figures() {
    let (workspace, lineage) = plan();
    let school = workspace.school();
    let redacted = redact(&workspace, &lineage, Purpose::Statistics, &release(1)).unwrap();
    let statistics: Statistics = serde_json::from_slice(&redacted.bytes).unwrap();
    let students: BTreeSet<PersonId> =
        school.enrolments().values().filter(|row| row.period.contains(demo::DAY)).map(|row| row.student).collect();
    assert_eq!(statistics.figure("people", "students"), Some(students.len() as u64));
    let by_grade: u64 = statistics.figures["students-by-grade"].values().sum();
    assert_eq!(by_grade, students.len() as u64);
    let by_class: u64 = statistics.figures["students-by-class"].values().sum();
    assert_eq!(by_class, students.len() as u64);
    let consents: u64 = statistics.figures["consent-of-students"].values().sum();
    assert_eq!(consents, students.len() as u64);
    assert_eq!(statistics.figure("curriculum", "lines"), Some(school.load().len() as u64));
    assert_eq!(statistics.year, "2026/27");
    assert_eq!(redacted.leaves.figures, statistics.figures());
    assert!(redacted.leaves.kinds.iter().all(|row| row.leave == 0 && row.fields.is_empty()));
    let names = school.people().values().flat_map(|row| {
        let name = &row.name;
        traces(row).into_iter().chain([name.family().to_owned(), name.given().to_owned()])
    });
    check_absent(&redacted.bytes, names);
    let ids = school.records().map(|record| record.key().id).filter(|id| !id.is_nil()).map(|id| id.to_string());
    check_absent(&redacted.bytes, ids.chain(["Орлова Н".into(), "Кабинет".into(), "для проверки".into()]));
    assert!(read(&redacted.bytes).is_err(), "no plan can be opened from it");
}

#[test]
fn who_has_left_is_not_counted() {
    let (workspace, lineage) = plan();
    let counted = |workspace: &Workspace| {
        let redacted = redact(workspace, &lineage, Purpose::Statistics, &release(1)).unwrap();
        let statistics: Statistics = serde_json::from_slice(&redacted.bytes).unwrap();
        let figure = |subject, key| statistics.figure(subject, key).unwrap();
        (figure("people", "students"), figure("people", "staff"))
    };
    let (students, staff) = counted(&workspace);
    let mut records = Records::from(workspace.school());
    let stay = records.enrolments.iter_mut().find(|row| row.period == Period::since("2026-09-01".parse().unwrap()));
    Arc::make_mut(stay.unwrap()).period.to = demo::DAY.pred_opt();
    let holder = records.positions[0].person;
    for post in records.positions.iter_mut().filter(|row| row.person == holder) {
        Arc::make_mut(post).period = Period { from: None, to: demo::DAY.pred_opt() };
    }
    let left = Workspace::new(records.into_school().unwrap(), Journal::default(), 1);
    assert_eq!(counted(&left), (students - 1, staff - 1));
}

#[test]
fn unknown_fields_and_lineage_stay() {
    let golden = include_str!("../../../tests/fixtures/snapshot/schema-1.json");
    let (body, _) = golden.split_once(",\n\"sha256\"").unwrap();
    let with = body.replacen("одна\"}", "одна\",\"later\":\"Зуева\"}", 1);
    assert_ne!(with, body);
    let opened = read(&crate::snapshot::digest::seal(format!("{with}\n}}").into_bytes())).unwrap();
    assert!(!opened.lineage().extras.is_empty());
    for purpose in [Purpose::StaffEdition, Purpose::SupportBundle, Purpose::Statistics] {
        let redacted = redact(&opened.workspace(), &opened.lineage(), purpose, &release(3)).unwrap();
        check_absent(&redacted.bytes, ["later".into(), "Зуева".into(), opened.snapshot.plan.to_string()]);
    }
}

#[test]
fn what_leaves_is_told() {
    let (workspace, lineage) = plan();
    let edition = redact(&workspace, &lineage, Purpose::StaffEdition, &release(1)).unwrap();
    let opened = open(&edition);
    let person = edition.leaves.of(RecordKind::Person).unwrap();
    let (all, left) = (workspace.school().people().len(), opened.school.people().len());
    assert_eq!((person.leave, person.stay), (left, all - left));
    let fields = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(fields(&person.fields), "gender name.family name.given name.patronymic");
    let withheld = fields(&person.withheld);
    assert!(withheld.starts_with("birth_date consent.") && withheld.contains("email file_number note"), "{withheld}");
    assert_eq!(edition.leaves.of(RecordKind::Enrolment).unwrap().leave, 0);
    assert_eq!(edition.leaves.journal_entries, 3);
}
