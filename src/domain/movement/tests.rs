//! Movements by case on the sample: what is written, what is refused, and that undo takes all of it back.

use std::collections::{BTreeMap, BTreeSet};

use super::{ChatNews, Handover, Movement, MovementKind, MovementStep, ReRole, RecordMovement, StepAction, TickSteps};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    AdministratorPost, Appointment, Chat, Class, ClassId, ClassKind, Command, HomeroomAssignment, HomeroomDistribution,
    InviteRole, InviteState, InviteTarget, LoadLine, MemberRole, Membership, MembershipId, MovementId, Period, Person,
    PersonId, PersonName, Position, School, StaffCategory, UntickSteps,
};

/// A movement on 10 September without anything else.
fn act(sample: &mut Sample, kind: MovementKind, person: PersonId, to: Option<ClassId>) -> RecordMovement {
    RecordMovement {
        movement: Movement {
            id: sample.ids.fresh(),
            kind,
            person,
            on: day(10),
            order: Some(sample.order),
            from: None,
            to,
            place: String::new(),
            steps: Vec::new(),
            note: String::new(),
        },
        person: None,
        post: None,
        stay: sample.ids.fresh(),
        lines: BTreeSet::new(),
        handover: Handover::default(),
        terms: (0..3).map(|_| sample.ids.fresh()).collect(),
        chats: BTreeMap::new(),
    }
}

/// Tells where the student is day by day, who leads and teaches 7А.
fn told(school: &School, sample: &Sample) -> String {
    let mut stays: Vec<String> = school
        .enrolments()
        .values()
        .map(|row| {
            let to = row.period.to.map_or_else(|| "…".to_owned(), |to| to.format("%d").to_string());
            format!("{} {} –{to}", school.person_name(row.student), school.class_name(row.class))
        })
        .collect();
    stays.sort();
    let lead = school.homerooms().values().find(|row| row.class == sample.class_7a && row.period.contains(day(10)));
    let lead = lead.map_or_else(|| "nobody".to_owned(), |row| school.person_name(row.teacher));
    let teacher =
        school.load()[&sample.math_7a].teacher.map_or_else(|| "nobody".to_owned(), |id| school.person_name(id));
    format!("{}; leads {lead}; teaches {teacher}", stays.join(", "))
}

#[track_caller]
fn check(make: impl FnOnce(&mut Sample) -> RecordMovement, expected: &str) {
    let mut sample = Sample::new();
    let act = make(&mut sample);
    let before = sample.workspace.school().clone();
    let command = Command::from(act);
    let answer = sample.answer(&command);
    if !answer.starts_with("ok") {
        assert_eq!(answer, expected);
        return;
    }
    sample.run(&command);
    assert_eq!(told(sample.workspace.school(), &sample), expected);
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    assert!(*sample.workspace.school() == before, "undo gives the same school");
}

#[test]
fn a_student_changes_the_class() {
    check(
        |sample| {
            let (zueva, to) = (sample.zueva, sample.class_7b);
            act(sample, MovementKind::ClassChange, zueva, Some(to))
        },
        "Зуева Ева Марковна 7А –09, Зуева Ева Марковна 7Б –…; leads Баранов Глеб Олегович; teaches Баранов Глеб Олегович",
    );
}

#[test]
fn nobody_changes_into_the_same_class() {
    check(
        |sample| {
            let (zueva, to) = (sample.zueva, sample.class_7a);
            act(sample, MovementKind::ClassChange, zueva, Some(to))
        },
        "refused by 2.1/11: Зуева Ева Марковна is in 7А already",
    );
}

#[test]
fn going_up_leads_to_a_higher_grade() {
    check(
        |sample| {
            let (zueva, to) = (sample.zueva, sample.class_7b);
            act(sample, MovementKind::Promote, zueva, Some(to))
        },
        "refused by 2.1/11: the grade of 7Б does not fit the movement",
    );
}

#[test]
fn a_student_leaves() {
    check(
        |sample| {
            let zueva = sample.zueva;
            act(sample, MovementKind::Leave, zueva, None)
        },
        "Зуева Ева Марковна 7А –09; leads Баранов Глеб Олегович; teaches Баранов Глеб Олегович",
    );
}

#[test]
fn who_is_in_no_class_cannot_leave() {
    check(
        |sample| {
            let mother = sample.zueva_mother;
            act(sample, MovementKind::Leave, mother, None)
        },
        "refused by 2.1/11: Зуева Ольга Петровна is in no class on 2026-09-10",
    );
}

#[test]
fn a_second_stay_is_refused() {
    check(
        |sample| {
            let (zueva, to) = (sample.zueva, sample.class_7b);
            act(sample, MovementKind::Enrol, zueva, Some(to))
        },
        "refused by 2.1/11: Зуева Ева Марковна is in 7А on those days",
    );
}

#[test]
fn a_new_student_comes_with_the_record() {
    check(
        |sample| {
            let id = sample.ids.fresh();
            let to = sample.class_7b;
            let mut made = act(sample, MovementKind::Enrol, id, Some(to));
            made.person = Some(Person::new(id, PersonName::parse("Ильин Пётр").unwrap()));
            made
        },
        "Зуева Ева Марковна 7А –…, Ильин Пётр 7Б –…; leads Баранов Глеб Олегович; teaches Баранов Глеб Олегович",
    );
}

#[test]
fn an_enrolment_needs_a_class() {
    check(
        |sample| {
            let mother = sample.zueva_mother;
            act(sample, MovementKind::Enrol, mother, None)
        },
        "refused by 2.1/11: a required field is empty",
    );
}

#[test]
fn a_teacher_leaves_and_everything_becomes_vacant() {
    check(
        |sample| {
            let baranov = sample.baranov;
            act(sample, MovementKind::Dismiss, baranov, None)
        },
        "Зуева Ева Марковна 7А –…; leads nobody; teaches nobody",
    );
}

#[test]
fn a_teacher_leaves_and_hands_over() {
    check(
        |sample| {
            let (baranov, vetrova) = (sample.baranov, sample.vetrova);
            let mut made = act(sample, MovementKind::Dismiss, baranov, None);
            made.handover = Handover { teacher: Some(vetrova), homeroom: Some(vetrova), ..Handover::default() };
            made
        },
        "Зуева Ева Марковна 7А –…; leads Ветрова Анна Ильинична; teaches Ветрова Анна Ильинична",
    );
}

#[test]
fn who_is_away_keeps_what_is_not_handed_over() {
    check(
        |sample| {
            let baranov = sample.baranov;
            act(sample, MovementKind::Absence, baranov, None)
        },
        "Зуева Ева Марковна 7А –…; leads Баранов Глеб Олегович; teaches Баранов Глеб Олегович",
    );
}

#[test]
fn only_staff_is_dismissed() {
    check(
        |sample| {
            let zueva = sample.zueva;
            act(sample, MovementKind::Dismiss, zueva, None)
        },
        "refused by 2.1/11: Зуева Ева Марковна holds no post at the school",
    );
}

#[test]
fn only_who_was_away_comes_back() {
    check(
        |sample| {
            let baranov = sample.baranov;
            act(sample, MovementKind::Return, baranov, None)
        },
        "refused by 2.1/11: Баранов Глеб Олегович is not away",
    );
}

#[test]
fn who_was_away_takes_the_work_back() {
    check(
        |sample| {
            let (baranov, vetrova, class, line) = (sample.baranov, sample.vetrova, sample.class_7a, sample.math_7a);
            let mut away = act(sample, MovementKind::Absence, baranov, None);
            away.movement.on = day(5);
            away.handover = Handover {
                teacher: Some(vetrova),
                homeroom: Some(vetrova),
                gives_lines: true,
                gives_homeroom: true,
                ends_administration: false,
            };
            let step = |action| MovementStep { action, person: None, done: None };
            away.movement.steps =
                vec![step(StepAction::ReplaceHomeroom(class)), step(StepAction::ReplaceTeacher(line))];
            sample.run(&Command::from(away));
            let mut back = act(sample, MovementKind::Return, baranov, None);
            back.lines = BTreeSet::from([line]);
            back.handover.gives_homeroom = true;
            back
        },
        "Зуева Ева Марковна 7А –…; leads Баранов Глеб Олегович; teaches Баранов Глеб Олегович",
    );
}

#[test]
fn a_student_leaves_subgroups_behind() {
    let mut sample = Sample::new();
    let (line, zueva, to) = (sample.math_7a, sample.zueva, sample.class_7b);
    let row = sample.workspace.school().load()[&line].as_ref().clone();
    sample.save(LoadLine { group: "1".into(), members: BTreeSet::from([zueva]), ..row });
    let made = act(&mut sample, MovementKind::ClassChange, zueva, Some(to));
    sample.run(&Command::from(made));
    assert!(sample.workspace.school().load()[&line].members.is_empty());
}

#[test]
fn rights_of_an_administrator_end_with_the_post() {
    let mut sample = Sample::new();
    let (id, person, order) = (sample.ids.fresh(), sample.baranov, Some(sample.order));
    let post = AdministratorPost::Platform;
    sample.save(Appointment {
        id,
        person,
        post,
        period: Period::since(day(1)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    let made = act(&mut sample, MovementKind::Dismiss, person, None);
    sample.run(&Command::from(made));
    assert_eq!(sample.workspace.school().appointments()[&id].period.to, Some(day(9)));
}

#[test]
fn somebody_is_hired_with_a_post() {
    let mut sample = Sample::new();
    let id: PersonId = sample.ids.fresh();
    let mut made = act(&mut sample, MovementKind::Hire, id, None);
    made.person = Some(Person::new(id, PersonName::parse("Ильин Пётр").unwrap()));
    made.post = Some(Position {
        id: sample.ids.fresh(),
        person: id,
        title: "Учитель физики".into(),
        category: StaffCategory::Teacher,
        period: Period::since(day(10)),
        order: None,
    });
    sample.run(&Command::from(made));
    assert!(sample.workspace.school().positions().values().any(|row| row.person == id));
}

/// Records that the student leaves, with the step of leaving the chat and the class.
fn leaving(sample: &mut Sample, chat: crate::domain::ChatId) -> MovementId {
    let (zueva, class) = (sample.zueva, sample.class_7a);
    let mut made = act(sample, MovementKind::Leave, zueva, None);
    let step = |action| MovementStep { action, person: None, done: None };
    made.movement.steps = vec![step(StepAction::LeaveChat(chat)), step(StepAction::LeaveClass(class))];
    made.chats = BTreeMap::from([(chat, ChatNews { extra: [zueva].into(), missing: BTreeSet::new() })]);
    let id = made.movement.id;
    sample.run(&Command::from(made));
    id
}

#[test]
fn a_chat_knows_who_is_still_in_it_until_the_step_is_ticked() {
    let mut sample = Sample::new();
    let chat = sample.chat_of_7a();
    let id = leaving(&mut sample, chat);
    let extra = |sample: &Sample| sample.workspace.school().chats()[&chat].extra.len();
    assert_eq!(extra(&sample), 1);
    let memberships: Vec<MembershipId> = (0..2).map(|_| sample.ids.fresh()).collect();
    let steps = vec![(id, 0), (id, 1)];
    sample.run(&Command::from(TickSteps { steps, memberships, owners: BTreeMap::new() }));
    assert_eq!(extra(&sample), 0);
    let done = &sample.workspace.school().movements()[&id].steps;
    let signed: Vec<_> = done.iter().map(|step| step.done.as_ref().map(|tick| (tick.by.as_str(), tick.on))).collect();
    assert_eq!(signed, [Some(("Орлова", day(10))), Some(("Орлова", day(10)))]);
    sample.run(&Command::from(UntickSteps { steps: vec![(id, 0)] }));
    assert_eq!(extra(&sample), 1);
    let label = sample.workspace.journal().entries().last().map(|entry| entry.label.subject.clone());
    assert_eq!(label.as_deref(), Some("Зуева Ева Марковна"));
}

#[test]
fn who_was_missing_has_nothing_to_leave() {
    let mut sample = Sample::new();
    let chat = sample.chat_of_7a();
    let row = sample.workspace.school().chats()[&chat].as_ref().clone();
    sample.save(Chat { missing: [sample.zueva].into(), ..row });
    leaving(&mut sample, chat);
    let row = &sample.workspace.school().chats()[&chat];
    assert!(row.extra.is_empty() && row.missing.is_empty());
}

#[test]
fn joining_the_staff_room_is_written_down_by_the_tick() {
    let mut sample = Sample::new();
    let (vetrova, room) = (sample.vetrova, sample.staff_room);
    let mut made = act(&mut sample, MovementKind::Hire, vetrova, None);
    made.movement.steps = vec![MovementStep { action: StepAction::JoinClass(room), person: None, done: None }];
    let id = made.movement.id;
    sample.run(&Command::from(made));
    let memberships = vec![sample.ids.fresh()];
    sample.run(&Command::from(TickSteps { steps: vec![(id, 0)], memberships, owners: BTreeMap::new() }));
    let row = sample.workspace.school().memberships().values().next().unwrap().clone();
    assert_eq!((row.person, row.role, row.period), (vetrova, MemberRole::Teacher, Period::since(day(10))));
    // Ticked by mistake: nobody joined.
    sample.run(&Command::from(UntickSteps { steps: vec![(id, 0)] }));
    assert!(sample.workspace.school().memberships().is_empty());
}

#[test]
fn a_stay_that_a_tick_ended_goes_on_when_the_tick_is_taken_back() {
    let mut sample = Sample::new();
    let (baranov, room) = (sample.baranov, sample.staff_room);
    let membership = sample.ids.fresh();
    sample.save(Membership {
        id: membership,
        person: baranov,
        class: room,
        role: MemberRole::Teacher,
        period: Period::since(day(2)),
    });
    let mut made = act(&mut sample, MovementKind::Absence, baranov, None);
    made.movement.on = day(8);
    made.movement.steps = vec![MovementStep { action: StepAction::LeaveClass(room), person: None, done: None }];
    let id = made.movement.id;
    sample.run(&Command::from(made));
    let until = |sample: &Sample| sample.workspace.school().memberships()[&membership].period.to;
    sample.run(&Command::from(TickSteps { steps: vec![(id, 0)], memberships: Vec::new(), owners: BTreeMap::new() }));
    assert_eq!(until(&sample), Some(day(9)));
    sample.run(&Command::from(UntickSteps { steps: vec![(id, 0)] }));
    assert_eq!(until(&sample), None);
}

#[test]
fn a_wrong_class_is_mended_by_a_new_link() {
    let mut sample = Sample::new();
    let (person, class, to) = (sample.zueva, sample.class_7b, sample.class_7a);
    let membership = sample.ids.fresh();
    let period = Period::since(day(2));
    sample.save(Membership { id: membership, person, class, role: MemberRole::Student, period });
    let (id, invite) = (sample.ids.fresh(), sample.ids.fresh());
    let target = InviteTarget::Class(to);
    sample.run(&Command::from(ReRole {
        id,
        membership,
        invite,
        target,
        role: InviteRole::Student,
        note: String::new(),
    }));
    let school = sample.workspace.school();
    assert_eq!(school.memberships()[&membership].period.to, Some(day(9)));
    assert_eq!(school.invites()[&invite].state, InviteState::Draft);
    let steps: Vec<StepAction> = school.movements()[&id].steps.iter().map(|step| step.action).collect();
    assert_eq!(steps, [StepAction::LeaveClass(class), StepAction::JoinClass(to)]);
}

#[test]
fn a_parent_is_not_invited_to_a_class() {
    let mut sample = Sample::new();
    let (person, class) = (sample.zueva, sample.class_7a);
    let membership = sample.ids.fresh();
    sample.save(Membership { id: membership, person, class, role: MemberRole::Student, period: Period::since(day(2)) });
    let (id, invite) = (sample.ids.fresh(), sample.ids.fresh());
    let target = InviteTarget::Class(class);
    let act = ReRole { id, membership, invite, target, role: InviteRole::Parent, note: String::new() };
    assert_eq!(sample.answer(&Command::from(act)), "refused by 2.7/1: a parent joins chats, not classes");
}

/// Approves 7А for Баранов, then gives it to Ветрова.
#[track_caller]
fn check_override(order: impl Fn(&mut Sample) -> Option<crate::domain::LocalActId>, expected: &str) {
    let mut sample = Sample::new();
    let (id, year, approved) = (sample.ids.fresh(), sample.year, Some(sample.order));
    let rows = BTreeMap::from([(sample.class_7a, sample.baranov)]);
    sample.save(HomeroomDistribution { id, year, order: approved, rows });
    let order = order(&mut sample);
    let id = sample.ids.fresh();
    let (class, teacher) = (sample.class_7a, sample.vetrova);
    assert_eq!(sample.answer(&Command::AssignHomeroom { id, class, teacher, from: day(10), order }), expected);
}

#[test]
fn another_class_teacher_needs_an_order_of_their_own() {
    check_override(|_| None, "refused by 2.1/8: the approved distribution gives 7А to Баранов Глеб Олегович");
    check_override(
        |sample| Some(sample.order),
        "refused by 2.1/8: the approved distribution gives 7А to Баранов Глеб Олегович",
    );
    check_override(
        |sample| {
            let act = sample.workspace.school().acts()[&sample.order].as_ref().clone();
            let id = sample.ids.fresh();
            sample.save(crate::domain::LocalAct { id, number: "140".into(), ..act });
            Some(id)
        },
        "ok, 2 changes",
    );
}

#[test]
fn a_term_that_differed_before_can_still_end() {
    let mut sample = Sample::new();
    let (id, year, order) = (sample.ids.fresh(), sample.year, Some(sample.order));
    let rows = BTreeMap::from([(sample.class_7a, sample.vetrova)]);
    sample.save(HomeroomDistribution { id, year, order, rows });
    let term = sample.workspace.school().homerooms().values().next().unwrap().as_ref().clone();
    let period = Period { to: Some(day(9)), ..term.period };
    sample.save(HomeroomAssignment { period, ..term });
}

#[test]
fn a_class_of_no_year_is_no_matter_of_the_distribution() {
    let mut sample = Sample::new();
    let kind = ClassKind::StaffRoom;
    let row = Class { id: sample.staff_room, kind, profile: "x".into(), archived: None };
    sample.save(row);
}
