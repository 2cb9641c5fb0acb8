//! Who a request means, what is decided, and the steps of a status, case by case.

use super::{
    ApproveRequest, AskRequest, ConfirmStatuses, DeclineRequests, RejectStatus, RequireStatuses, Roster, Stage,
    SubmitStatuses, Verdict, Why, WithdrawRequest, statuses,
};
use crate::domain::sample::{Sample, context, day};
use crate::domain::*;
use crate::plan::Index;
use crate::plan::leave::office;
use crate::regulation::{Object, Regulation};

/// The sample with two more students of 7А, one of 7Б, and Баранов as the administrator.
fn sample() -> Sample {
    let mut s = Sample::new();
    for (name, class) in
        [("Фёдоров Пётр Ильич", s.class_7a), ("Ким Ева", s.class_7a), ("Зуева Ева Марковна", s.class_7b)]
    {
        let student: PersonId = s.ids.fresh();
        s.save(Person::new(student, PersonName::parse(name).unwrap()));
        let id = s.ids.fresh();
        s.save(Enrolment { id, student, class, period: Period::since(day(1)), order: None });
    }
    let (id, person, order) = (s.ids.fresh(), s.baranov, Some(s.order));
    s.save(Appointment {
        id,
        person,
        post: AdministratorPost::Platform,
        period: Period::since(day(2)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    s
}

fn request(s: &mut Sample, name: &str, role: InviteRole, class: Option<ClassId>) -> JoinRequest {
    let (id, on) = (s.ids.fresh(), day(4));
    JoinRequest { id, name: name.into(), role, class, on, state: RequestState::New, note: String::new() }
}

/// The verdict with names, scores and reasons.
#[track_caller]
fn check(
    name: &str,
    role: InviteRole,
    class: impl Fn(&Sample) -> Option<ClassId>,
    verdict: &str,
    expected: &[(&str, u8, &[Why])],
) {
    let mut s = sample();
    let class = class(&s);
    let request = request(&mut s, name, role, class);
    let school = s.workspace.school();
    let index = Index::of(school, day(10));
    let found = Roster::of(school, &index).find(&request);
    let kind = match &found {
        Verdict::Matched(_) => "matched",
        Verdict::Ambiguous(_) => "ambiguous",
        Verdict::Unknown => "unknown",
    };
    let candidates: Vec<(&str, u8, &[Why])> = found
        .candidates()
        .iter()
        .map(|row| (school.people()[&row.person].name.family(), row.score, row.reasons.as_slice()))
        .collect();
    assert_eq!((kind, candidates.as_slice()), (verdict, expected), "{name}");
}

#[test]
fn names_as_people_type_them() {
    use InviteRole::Student;
    use Why::{LookAlike, NoPatronymic, OtherOrder, SameClass, SameName, SameRole, Typo, Yo};
    let a = |s: &Sample| Some(s.class_7a);
    check("Фёдоров Пётр Ильич", Student, a, "matched", &[("Фёдоров", 100, &[Yo, SameRole, SameClass])]);
    check("Федоров Петр Ильич", Student, a, "matched", &[("Фёдоров", 100, &[SameName, SameRole, SameClass])]);
    check("ФЕДОРОВ  ПЕТР", Student, a, "matched", &[("Фёдоров", 93, &[NoPatronymic, SameRole, SameClass])]);
    check("Петр Федоров", Student, a, "matched", &[("Фёдоров", 91, &[NoPatronymic, OtherOrder, SameRole, SameClass])]);
    check("Фeдopoв Петр Ильич", Student, a, "matched", &[("Фёдоров", 98, &[LookAlike, SameRole, SameClass])]);
    check("Федорев Петр Ильич", Student, a, "matched", &[("Фёдоров", 88, &[Typo, SameRole, SameClass])]);
    check("Ким Ева", Student, a, "matched", &[("Ким", 100, &[SameName, SameRole, SameClass])]);
}

#[test]
fn two_of_one_name_are_told_by_the_class() {
    use InviteRole::{Parent, Student, Teacher};
    use Why::{OtherRole, PartOnly, SameClass, SameName, SameRole};
    let full = "Зуева Ева Марковна";
    check(full, Student, |s| Some(s.class_7a), "matched", &[("Зуева", 100, &[SameName, SameRole, SameClass])]);
    check(
        full,
        Student,
        |_| None,
        "ambiguous",
        &[("Зуева", 95, &[SameName, SameRole]), ("Зуева", 95, &[SameName, SameRole])],
    );
    check(
        full,
        Teacher,
        |s| Some(s.staff_room),
        "ambiguous",
        &[("Зуева", 70, &[SameName, OtherRole, SameClass]), ("Зуева", 70, &[SameName, OtherRole, SameClass])],
    );
    check(
        "Баранов",
        Teacher,
        |s| Some(s.staff_room),
        "ambiguous",
        &[("Баранов", 58, &[PartOnly, Why::NoPatronymic, SameRole, SameClass])],
    );
    check("Волков Лев", Student, |s| Some(s.class_7a), "unknown", &[]);
    check("", Parent, |_| None, "unknown", &[]);
}

fn deciding(s: &Sample, by: PersonId) -> Leave {
    let action = office::DECIDE_REQUEST;
    office::ask(s.workspace.school(), Regulation::bundled(), by, action, Object::None, day(10))
}

/// Approves a request as somebody by somebody.
#[track_caller]
fn check_approval(
    role: InviteRole,
    class: impl Fn(&Sample) -> ClassId,
    who: impl Fn(&Sample) -> (PersonId, PersonId),
    expected: &str,
) {
    let mut s = sample();
    let class = class(&s);
    let row = request(&mut s, "Зуева Ева", role, Some(class));
    s.save(row.clone());
    let (person, by) = who(&s);
    let membership = s.ids.fresh();
    let act = ApproveRequest { leave: deciding(&s, by), id: row.id, person, by, on: day(10), membership };
    assert_eq!(s.answer(&act.into()), expected);
}

#[test]
fn only_a_person_of_the_roster_with_that_role_and_class() {
    use InviteRole::{Parent, Student, Teacher};
    check_approval(Student, |s| s.class_7a, |s| (s.zueva, s.baranov), "ok, 2 changes");
    check_approval(
        Student,
        |s| s.class_7b,
        |s| (s.zueva, s.baranov),
        "refused by 2.1/9: Зуева Ева Марковна has another role or class",
    );
    check_approval(
        Student,
        |s| s.class_7a,
        |s| (s.zueva_mother, s.baranov),
        "refused by 2.7/1: a parent joins chats, not classes",
    );
    check_approval(Teacher, |s| s.staff_room, |s| (s.vetrova, s.baranov), "ok, 2 changes");
    check_approval(
        Parent,
        |s| s.class_7a,
        |s| (s.zueva_mother, s.baranov),
        "refused by 2.7/1: a parent joins chats, not classes",
    );
    check_approval(
        Student,
        |s| s.class_7a,
        |s| (s.zueva, s.vetrova),
        "refused by 2.1/9: no clause grants Ветрова Анна Ильинична action 21",
    );
}

#[test]
fn a_decision_stays() {
    let mut s = sample();
    let class = s.class_7a;
    let row = request(&mut s, "Зуева Ева", InviteRole::Parent, Some(class));
    s.save(row.clone());
    let by = s.baranov;
    let decline = |s: &Sample, reason: &str| {
        Command::from(DeclineRequests {
            leave: deciding(s, by),
            ids: vec![row.id],
            reason: reason.into(),
            by,
            on: day(10),
        })
    };
    assert_eq!(s.answer(&decline(&s, " ")), "refused by 2.1/9: a required field is empty");
    let ask = AskRequest { id: row.id, question: "Чей вы родитель?".into(), on: day(5) };
    s.run(&ask.into());
    let command = decline(&s, "родители вступают в чаты");
    s.run(&command);
    assert_eq!(s.answer(&decline(&s, "ещё раз")), "refused by 2.1/9: the request was decided already");
    let withdraw = WithdrawRequest { id: row.id, on: day(11) };
    assert_eq!(s.answer(&withdraw.into()), "refused by 2.1/9: the request was decided already");
    let remove = Command::Remove(RecordKey::to::<JoinRequest>(row.id));
    assert_eq!(s.answer(&remove), "refused by 2.1/9: a decided request is kept");
    let entry = s.ids.fresh();
    s.workspace.undo(entry, &context()).unwrap();
    assert!(s.workspace.school().requests()[&row.id].state.is_open());
    assert_eq!(s.answer(&remove), "ok, 1 changes");
}

/// Brings Ветрова's status to a stage, with her in the staff room.
fn at_stage(stage: Stage) -> (Sample, VerificationId) {
    let mut s = sample();
    let (id, person, class) = (s.ids.fresh(), s.vetrova, s.staff_room);
    s.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
    let id: VerificationId = s.ids.fresh();
    let on = day(5);
    let reached = match stage {
        Stage::None => return (s, id),
        Stage::NotRequired => VerificationState::NotRequired,
        Stage::Required => VerificationState::Required { since: on },
        Stage::Submitted => VerificationState::Submitted { on },
        Stage::Confirmed => VerificationState::Confirmed { on, by: Some(s.baranov) },
        Stage::Rejected => VerificationState::Rejected { on, reason: "отчество".into() },
    };
    s.save(Verification { id, person, state: reached });
    (s, id)
}

/// The stages from which a step may be taken.
#[track_caller]
fn check_step(step: impl Fn(&Sample, VerificationId) -> Command, from: &[Stage]) {
    for stage in Stage::ALL {
        let (s, id) = at_stage(stage);
        let out_of_turn = "refused by 2.1/10: the status of Ветрова Анна Ильинична is not at that step";
        let expected = if from.contains(&stage) { "ok, 1 changes" } else { out_of_turn };
        assert_eq!(s.answer(&step(&s, id)), expected, "{stage:?}");
    }
}

fn confirm(s: &Sample, whose: PersonId, by: PersonId) -> Command {
    let school = s.workspace.school();
    let leave = office::to_confirm(school, &Index::of(school, day(10)), Regulation::bundled(), by, whose);
    ConfirmStatuses { people: vec![(whose, leave)], by, on: day(10) }.into()
}

#[test]
fn a_status_goes_step_by_step() {
    use Stage::{None, NotRequired, Rejected, Required, Submitted};
    let since = day(9);
    check_step(|s, id| RequireStatuses { people: vec![(s.vetrova, id)], since }.into(), &[None, NotRequired, Rejected]);
    check_step(|s, _| SubmitStatuses { people: vec![s.vetrova], on: since }.into(), &[Required, Rejected]);
    check_step(|s, _| confirm(s, s.vetrova, s.baranov), &[Submitted]);
    check_step(|s, _| RejectStatus { person: s.vetrova, on: since, reason: "фото".into() }.into(), &[Submitted]);
}

#[test]
fn nobody_confirms_their_own_status() {
    let (mut s, _) = at_stage(Stage::None);
    let (id, person, class) = (s.ids.fresh(), s.baranov, s.staff_room);
    s.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
    let id = s.ids.fresh();
    s.save(Verification { id, person, state: VerificationState::Submitted { on: day(5) } });
    assert_eq!(s.answer(&confirm(&s, s.baranov, s.baranov)), "refused by 2.1/10: nobody confirms their own status");
    // The administrator's status is confirmed by the head; a colleague's is not.
    assert_eq!(s.answer(&confirm(&s, s.baranov, s.orlova)), "ok, 1 changes");
    let (s, _) = at_stage(Stage::Submitted);
    assert_eq!(
        s.answer(&confirm(&s, s.vetrova, s.orlova)),
        "refused by 2.1/10: no clause grants Орлова Нина Андреевна action 22"
    );
}

#[test]
fn who_did_not_join_is_not_confirmed() {
    let mut s = sample();
    let (id, person) = (s.ids.fresh(), s.orlova);
    s.save(Verification { id, person, state: VerificationState::Submitted { on: day(5) } });
    assert_eq!(
        s.answer(&confirm(&s, s.orlova, s.baranov)),
        "refused by 2.1/10: Орлова Нина Андреевна has not joined the staff room"
    );
}

#[test]
fn what_waits_too_long_is_late() {
    let (s, _) = at_stage(Stage::Submitted);
    let school = s.workspace.school();
    let late = |on| {
        let rows = statuses(school, &Index::of(school, day(on)));
        let row = rows.into_iter().find(|row| row.person == s.vetrova).unwrap();
        (row.days, row.is_late)
    };
    assert_eq!(late(19), (Some(14), false));
    assert_eq!(late(20), (Some(15), true));
    // The secretary needs no status.
    let rows = statuses(school, &Index::of(school, day(10)));
    assert!(rows.iter().all(|row| row.person != s.lugova));
}
