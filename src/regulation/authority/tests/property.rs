//! What holds in every school: random hats with random terms, facts and choices of the school.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::demo::{self, Scale};
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, ClauseId, Enrolment, HomeroomAssignment, Hours, IdSource, Interpretation, Kinship,
    LoadLine, MemberRole, Membership, Participation, Period, PersonId, Position, Records, Representation, School,
    Settings, StaffCategory, Verification, VerificationState,
};
use crate::regulation::{
    Authority, CellId, Decision, Object, Regulation, Stance, Standing, Standings, Verdict, capable_roles,
};

/// A record that makes somebody a holder, with its term.
#[derive(Debug, Clone, Copy)]
struct Worn {
    /// Which of the people.
    who: usize,
    kind: Kind,
    /// The first day in September, and the last; none for an open end.
    from: u32,
    to: Option<u32>,
    has_order: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Deputy,
    Teacher,
    Educator,
    PlatformAdmin,
    AdditionalAdmin,
    Homeroom,
    Line,
    Student,
    Parent,
}

/// Facts and choices.
#[derive(Debug, Clone)]
struct Facts {
    joined: Vec<bool>,
    /// How far the status of each person is.
    status: Vec<u8>,
    participation: Vec<u8>,
    requires_status: bool,
    /// Choices for open cells, by their place in the list of open cells.
    choices: Vec<(usize, bool)>,
}

const PEOPLE: usize = 4;

fn worn() -> impl Strategy<Value = Worn> {
    let kind = prop::sample::select(vec![
        Kind::Head,
        Kind::Deputy,
        Kind::Teacher,
        Kind::Educator,
        Kind::PlatformAdmin,
        Kind::AdditionalAdmin,
        Kind::Homeroom,
        Kind::Line,
        Kind::Student,
        Kind::Parent,
    ]);
    let to = prop_oneof![3 => Just(None), 1 => (5_u32..20).prop_map(Some)];
    (0..PEOPLE, kind, 1_u32..15, to, any::<bool>()).prop_map(|(who, kind, from, to, has_order)| Worn {
        who,
        kind,
        from,
        to: to.map(|to| to.max(from)),
        has_order,
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let each = |range: std::ops::Range<u8>| prop::collection::vec(range, PEOPLE);
    (
        prop::collection::vec(any::<bool>(), PEOPLE),
        each(0..5),
        each(0..3),
        any::<bool>(),
        prop::collection::vec((0_usize..80, any::<bool>()), 0..6),
    )
        .prop_map(|(joined, status, participation, requires_status, choices)| Facts {
            joined,
            status,
            participation,
            requires_status,
            choices,
        })
}

/// The sample with these hats and facts, and its people.
fn build(hats: &[Worn], facts: &Facts) -> (School, Vec<PersonId>, Vec<Object>) {
    let mut s = Sample::new();
    let people = [s.orlova, s.baranov, s.vetrova, s.zueva_mother];
    let mut records = Records::from(s.workspace.school());
    for (who, person) in people.iter().enumerate() {
        if let Some(row) = records.people.iter_mut().find(|row| row.id == *person) {
            Arc::make_mut(row).participation = match facts.participation[who] {
                0 => Participation::OnPlatform,
                1 => Participation::OffPlatform,
                _ => Participation::Refused,
            };
        }
        if facts.joined[who] {
            let period = Period::since(day(2));
            let (id, class) = (s.ids.fresh(), s.staff_room);
            records.memberships.push(Arc::new(Membership {
                id,
                person: *person,
                class,
                role: MemberRole::Teacher,
                period,
            }));
        }
        let state = match facts.status[who] {
            0 => None,
            1 => Some(VerificationState::Required { since: day(2) }),
            2 => Some(VerificationState::Submitted { on: day(3) }),
            3 => Some(VerificationState::Rejected { on: day(3), reason: String::new() }),
            _ => Some(VerificationState::Confirmed { on: day(3), by: None }),
        };
        if let Some(state) = state {
            records.verifications.push(Arc::new(Verification { id: s.ids.fresh(), person: *person, state }));
        }
    }
    records.settings = vec![Arc::new(Settings { requires_verification: facts.requires_status, ..Settings::default() })];
    let open: Vec<CellId> = Regulation::bundled()
        .actions()
        .iter()
        .flat_map(|action| action.cells.iter().filter(|cell| cell.is_open()).map(move |cell| (action.number, cell)))
        .map(|(action, cell)| CellId { action, role: cell.role.clone() })
        .collect();
    for (place, is_allowed) in &facts.choices {
        let stance = if *is_allowed { Stance::Allow } else { Stance::Deny };
        records.interpretations.push(Arc::new(Interpretation {
            id: s.ids.fresh(),
            question: open[place % open.len()].question(),
            choice: stance.choice().to_owned(),
            decided_on: day(1),
            decided_by: String::new(),
            note: String::new(),
        }));
    }
    for hat in hats {
        wear(&mut s, &mut records, &people, *hat);
    }
    let objects = vec![
        Object::None,
        Object::Class(s.class_7a),
        Object::Class(s.class_7b),
        Object::LoadLine(s.math_7a),
        Object::Person(s.baranov),
        Object::Person(s.zueva),
    ];
    (records.into_school().unwrap(), people.to_vec(), objects)
}

fn wear(s: &mut Sample, records: &mut Records, people: &[PersonId], hat: Worn) {
    let person = people[hat.who];
    let period = Period { from: Some(day(hat.from)), to: hat.to.map(day) };
    let order = hat.has_order.then_some(s.order);
    let mut post = |category| {
        let title = "должность".to_owned();
        records.positions.push(Arc::new(Position { id: s.ids.fresh(), person, title, category, period, order }));
    };
    match hat.kind {
        Kind::Head => post(StaffCategory::Head),
        Kind::Deputy => post(StaffCategory::Deputy),
        Kind::Teacher => post(StaffCategory::Teacher),
        Kind::Educator => post(StaffCategory::ExtraEducator),
        Kind::PlatformAdmin | Kind::AdditionalAdmin => {
            let is_first = hat.kind == Kind::PlatformAdmin;
            records.appointments.push(Arc::new(Appointment {
                id: s.ids.fresh(),
                person,
                post: if is_first { AdministratorPost::Platform } else { AdministratorPost::Additional },
                period,
                order,
                appointed_by: None,
                ended_by: None,
                end_reason: String::new(),
            }));
        }
        Kind::Homeroom => records.homerooms.push(Arc::new(HomeroomAssignment {
            id: s.ids.fresh(),
            class: s.class_7b,
            teacher: person,
            period,
            order,
        })),
        Kind::Line => {
            let subject = records.subjects[0].id;
            records.load.push(Arc::new(LoadLine {
                id: s.ids.fresh(),
                class: s.class_7b,
                subject,
                group: hat.from.to_string(),
                members: BTreeSet::new(),
                teacher: Some(person),
                hours: Hours(100),
            }));
        }
        Kind::Student => records.enrolments.push(Arc::new(Enrolment {
            id: s.ids.fresh(),
            student: person,
            class: s.class_7b,
            period,
            order,
        })),
        Kind::Parent => records.representations.push(Arc::new(Representation {
            id: s.ids.fresh(),
            parent: person,
            child: s.zueva,
            kinship: Kinship::Guardian,
        })),
    }
}

type Answers = BTreeMap<(PersonId, Object, u16), Decision>;

/// Every decision about everybody on 10 September.
fn decisions(school: &School, people: &[PersonId], objects: &[Object]) -> Answers {
    let regulation = Regulation::bundled();
    let authority = Authority::new(school, regulation, day(10));
    let mut answers = BTreeMap::new();
    for person in people {
        let standing = authority.standing(*person);
        for object in objects {
            let target = authority.target(*object);
            for action in regulation.actions() {
                answers.insert((*person, *object, action.number.0), authority.decide(&standing, action, &target));
            }
        }
    }
    answers
}

/// The school with the term of one record ended the day before; none where nothing of that kind holds.
fn ended(school: &School, which: usize) -> Option<School> {
    let on: NaiveDate = day(10);
    let mut records = Records::from(school);
    let end = |period: &mut Period| period.to = day(9).into();
    let counts =
        [records.appointments.len(), records.homerooms.len(), records.positions.len(), records.enrolments.len()];
    let mut at = which % counts.iter().sum::<usize>();
    let holds = |period: &Period| period.contains(on) && period.from.is_none_or(|from| from <= day(9));
    if at < counts[0] {
        let row = Arc::make_mut(&mut records.appointments[at]);
        if !holds(&row.period) {
            return None;
        }
        end(&mut row.period);
        return records.into_school().ok();
    }
    at -= counts[0];
    if at < counts[1] {
        let row = Arc::make_mut(&mut records.homerooms[at]);
        if !holds(&row.period) {
            return None;
        }
        end(&mut row.period);
        return records.into_school().ok();
    }
    at -= counts[1];
    if at < counts[2] {
        let row = Arc::make_mut(&mut records.positions[at]);
        if !holds(&row.period) {
            return None;
        }
        end(&mut row.period);
        return records.into_school().ok();
    }
    at -= counts[2];
    let row = Arc::make_mut(&mut records.enrolments[at]);
    if !holds(&row.period) {
        return None;
    }
    end(&mut row.period);
    records.into_school().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_decision_is_a_function_of_its_inputs(hats in prop::collection::vec(worn(), 0..6), facts in facts()) {
        let (school, people, objects) = build(&hats, &facts);
        let again = Records::from(&school).into_school().unwrap();
        prop_assert_eq!(decisions(&school, &people, &objects), decisions(&again, &people, &objects));
        // What was gathered before answers as what is searched in the records.
        let (regulation, standings) = (Regulation::bundled(), Standings::of(&school, day(10)));
        let (known, searched) = (
            Authority::new(&school, regulation, day(10)).knowing(&standings),
            Authority::new(&school, regulation, day(10)),
        );
        for person in school.people().keys() {
            prop_assert_eq!(known.standing(*person), searched.standing(*person));
            let (a, b) = (known.target(Object::Person(*person)), searched.target(Object::Person(*person)));
            for action in regulation.actions() {
                let standing = known.standing(people[0]);
                prop_assert_eq!(known.decide(&standing, action, &a), searched.decide(&standing, action, &b));
            }
        }
        // Standings gathered for everybody at once are those gathered one by one.
        for standing in Standing::of_all(&school, day(10)) {
            prop_assert_eq!(&standing, &Standing::of(&school, standing.person, day(10)));
        }
    }

    #[test]
    fn ending_a_term_never_adds_a_right(
        hats in prop::collection::vec(worn(), 1..6), facts in facts(), which in any::<prop::sample::Index>(),
    ) {
        let (school, people, objects) = build(&hats, &facts);
        let Some(after) = ended(&school, which.index(1000)) else { return Ok(()) };
        let before = decisions(&school, &people, &objects);
        for (key, after) in decisions(&after, &people, &objects) {
            let before = &before[&key];
            prop_assert!(before.verdict >= after.verdict, "{:?}", key);
            prop_assert!(before.permitted || !after.permitted, "{:?}", key);
            prop_assert!(before.is_ready() || !after.is_ready(), "{:?}", key);
        }
    }

    #[test]
    fn the_union_over_hats_is_monotone(hats in prop::collection::vec(worn(), 1..6), facts in facts()) {
        let (school, people, objects) = build(&hats, &facts);
        let regulation = Regulation::bundled();
        let authority = Authority::new(&school, regulation, day(10));
        for person in people {
            let whole = authority.standing(person);
            for hat in 0..whole.hats.len() {
                let mut part = whole.clone();
                part.hats.remove(hat);
                for object in &objects {
                    let target = authority.target(*object);
                    for action in regulation.actions() {
                        let more = authority.decide(&whole, action, &target);
                        let less = authority.decide(&part, action, &target);
                        prop_assert!(more.verdict >= less.verdict, "{} {:?}", action.number, object);
                        prop_assert!(more.permitted || !less.permitted, "{} {:?}", action.number, object);
                        prop_assert!(more.is_ready() || !less.is_ready(), "{} {:?}", action.number, object);
                    }
                }
            }
        }
    }

    #[test]
    fn every_refusal_names_who_can_or_that_nobody_can(
        hats in prop::collection::vec(worn(), 0..6), facts in facts(),
    ) {
        let (school, people, objects) = build(&hats, &facts);
        let regulation = Regulation::bundled();
        let authority = Authority::new(&school, regulation, day(10));
        for ((_, _, action), decision) in decisions(&school, &people, &objects) {
            let action = regulation.action(crate::regulation::ActionId(action)).unwrap();
            let capable = capable_roles(regulation, authority.interpretations(), action);
            if decision.permitted {
                prop_assert!(decision.instead.is_empty());
            } else {
                prop_assert_eq!(&decision.instead, &capable);
            }
            // What is granted cites its clause; what is not granted cites nothing it could be granted by.
            for ground in &decision.grounds {
                prop_assert!(!ground.clauses.is_empty());
            }
            prop_assert!(decision.verdict != Verdict::NotGranted || !decision.permitted);
        }
    }
}

#[test]
fn every_clause_of_duties_and_rights_is_cited_by_a_decision_about_somebody() {
    let mut ids = IdSource::new(44, [44; 10]);
    let school = demo::Demo::new(Scale::Gymnasium, &mut ids).unwrap().records.into_school().unwrap();
    let regulation = Regulation::bundled();
    let authority = Authority::new(&school, regulation, demo::DAY);
    let target = authority.target(Object::None);
    let mut cited: BTreeSet<ClauseId> = BTreeSet::new();
    for standing in Standing::of_all(&school, demo::DAY) {
        for action in regulation.actions() {
            let decision = authority.decide(&standing, action, &target);
            cited.extend(decision.grounds.iter().flat_map(|ground| ground.clauses.iter().copied()));
        }
    }
    let left: Vec<String> = regulation
        .clauses()
        .filter(|(_, clause)| matches!(clause.id.section(), 2 | 3) && !cited.contains(&clause.id))
        .map(|(_, clause)| clause.id.to_string())
        .collect();
    // The text has no 2.6.
    assert_eq!(left, ["2.6"]);
}
