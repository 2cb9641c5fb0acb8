//! Whom places wait for, who may invite, and the sweep, case by case.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ledger, RevokeInvite, SweepInvites, Unclaimed, candidates, expected, issuers};
use crate::domain::sample::{ChangeClass, Sample, context, day};
use crate::domain::*;
use crate::plan::leave::office;
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// The sample with Баранов as the administrator, and a chat of the parents of 7А.
fn sample() -> (Sample, ChatId) {
    let mut s = Sample::new();
    let (id, person, order) = (s.ids.fresh(), s.baranov, Some(s.order));
    let period = Period::since(day(2));
    s.save(Appointment {
        id,
        person,
        post: AdministratorPost::Platform,
        period,
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    let chat = s.ids.fresh();
    s.save(Chat {
        id: chat,
        rule: "class-parents".into(),
        scope: ChatScope::Class(s.class_7a),
        name: "7А: родители".into(),
        purpose: String::new(),
        owner: Some(s.baranov),
        moderator: None,
        link: String::new(),
        state: ChatState::Active { since: day(2) },
        quiet: None,
        rules: String::new(),
        include: BTreeMap::new(),
        exclude: BTreeMap::new(),
        checked: None,
        missing: BTreeSet::new(),
        extra: BTreeSet::new(),
        misroled: BTreeSet::new(),
        strangers: BTreeSet::new(),
    });
    (s, chat)
}

fn names(s: &Sample, people: impl IntoIterator<Item = PersonId>) -> Vec<String> {
    people.into_iter().map(|id| s.workspace.school().people()[&id].name.family().to_owned()).collect()
}

#[track_caller]
fn check_expected(target: impl Fn(&Sample, ChatId) -> InviteTarget, role: InviteRole, expect: &[&str]) {
    let (s, chat) = sample();
    let school = s.workspace.school();
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, Regulation::bundled());
    assert_eq!(names(&s, expected(school, &index, &plan, target(&s, chat), role)), expect);
}

#[test]
fn whom_places_expect() {
    use InviteRole::{Parent, Student, Teacher};
    check_expected(|s, _| InviteTarget::Class(s.staff_room), Teacher, &["Баранов", "Ветрова", "Орлова"]);
    check_expected(|s, _| InviteTarget::Class(s.class_7a), Student, &["Зуева"]);
    check_expected(|s, _| InviteTarget::Class(s.class_7a), Parent, &[]);
    check_expected(|s, _| InviteTarget::Class(s.class_7a), Teacher, &["Баранов"]);
    check_expected(|_, chat| InviteTarget::Chat(chat), Parent, &["Зуева"]);
    // A chat of parents has no students: the rule of the chat says who belongs into it.
    check_expected(|_, chat| InviteTarget::Chat(chat), Student, &[]);
    check_expected(|_, chat| InviteTarget::Chat(chat), Teacher, &["Баранов"]);
}

#[test]
fn who_takes_no_part_is_not_missing() {
    let (mut s, _) = sample();
    let mut vetrova = (*s.workspace.school().people()[&s.vetrova]).clone();
    vetrova.participation = Participation::OffPlatform;
    s.save(vetrova);
    let school = s.workspace.school();
    let index = Index::of(school, day(10));
    let places = Ledger::of(school, &index).places(school, &index, &Plan::of(school, &index, Regulation::bundled()));
    let room = places.first().unwrap();
    assert_eq!(names(&s, room.missing()), ["Баранов", "Орлова"]);
    assert_eq!(names(&s, room.apart.iter().copied()), ["Ветрова"]);
}

#[track_caller]
fn check_issuers(target: impl Fn(&Sample, ChatId) -> InviteTarget, role: InviteRole, expect: &[&str]) {
    let (s, chat) = sample();
    let school = s.workspace.school();
    let index = Index::of(school, day(10));
    assert_eq!(names(&s, issuers(school, &index, Regulation::bundled(), role, target(&s, chat))), expect);
}

#[test]
fn who_may_invite() {
    use InviteRole::{Parent, Student, Teacher};
    // 2.1/6: administrators into the staff room and classes.
    check_issuers(|s, _| InviteTarget::Class(s.staff_room), Teacher, &["Баранов"]);
    check_issuers(|s, _| InviteTarget::Class(s.class_7a), Student, &["Баранов"]);
    // 2.7/1: nobody invites a parent to a class.
    check_issuers(|s, _| InviteTarget::Class(s.class_7a), Parent, &[]);
    // 2.5/1, 2.7/1: the class teacher and the administration into the chats of the class.
    check_issuers(|_, chat| InviteTarget::Chat(chat), Student, &["Баранов", "Орлова", "Ветрова"]);
    check_issuers(|_, chat| InviteTarget::Chat(chat), Parent, &["Баранов", "Орлова", "Ветрова"]);
}

#[test]
fn an_additional_right_is_not_made_up() {
    let (s, chat) = sample();
    let school = s.workspace.school();
    let index = Index::of(school, day(10));
    let ask = |person, role, target| {
        let leave = office::to_invite(school, &index, Regulation::bundled(), person, role, target);
        leave.err().map(|refusal| refusal.to_string())
    };
    let class = InviteTarget::Class(s.class_7a);
    assert_eq!(
        ask(s.orlova, InviteRole::Student, class).as_deref(),
        Some("refused by 2.1/6: no clause grants Орлова Нина Андреевна action 12")
    );
    assert_eq!(
        ask(s.lugova, InviteRole::Parent, InviteTarget::Chat(chat)).as_deref(),
        Some("refused by 2.7/1: no clause grants Лугова Вера Петровна action 14")
    );
    assert_eq!(ask(s.baranov, InviteRole::Parent, InviteTarget::Chat(chat)), None);
}

fn issue(s: &mut Sample, to: PersonId, target: InviteTarget, role: InviteRole, on: u32, last: Option<u32>) -> InviteId {
    let id: InviteId = s.ids.fresh();
    s.save(Invite {
        id,
        target,
        role,
        addressees: BTreeSet::from([to]),
        link: format!("https://example.org/{id}"),
        issued_by: Some(s.baranov),
        issued_on: Some(day(on)),
        expires_on: last.map(day),
        max_uses: None,
        sent: Vec::new(),
        uses: Vec::new(),
        state: InviteState::Sent,
        note: String::new(),
    });
    id
}

fn to_class(s: &mut Sample) -> InviteId {
    issue(s, s.zueva, InviteTarget::Class(s.class_7a), InviteRole::Student, 1, None)
}

fn to_staff_room(s: &mut Sample) -> InviteId {
    issue(s, s.vetrova, InviteTarget::Class(s.staff_room), InviteRole::Teacher, 1, None)
}

/// The reasons on 25 September of an invite of the 1st, with 20 days of patience.
#[track_caller]
fn check_sweep(prepare: impl FnOnce(&mut Sample) -> InviteId, expect: &[Unclaimed]) {
    let (mut s, _) = sample();
    s.save(Settings { unclaimed_days: 20, ..Settings::default() });
    let id = prepare(&mut s);
    let school = s.workspace.school();
    let found = candidates(school, &Index::of(school, day(25)));
    let reasons: Vec<Unclaimed> =
        found.into_iter().filter(|row| row.invite == id).flat_map(|row| row.reasons).collect();
    assert_eq!(reasons, expect);
}

#[test]
fn why_an_invite_is_unclaimed() {
    let on_day =
        |s: &mut Sample, on, last| issue(s, s.zueva, InviteTarget::Class(s.class_7a), InviteRole::Student, on, last);
    check_sweep(|s| on_day(s, 10, None), &[]);
    check_sweep(|s| on_day(s, 4, None), &[Unclaimed::Old(21)]);
    check_sweep(|s| on_day(s, 5, None), &[]);
    check_sweep(|s| on_day(s, 10, Some(24)), &[Unclaimed::Expired(day(24))]);
    check_sweep(|s| on_day(s, 10, Some(25)), &[]);
    check_sweep(
        |s| {
            let (id, person, class) = (s.ids.fresh(), s.zueva, s.class_7a);
            s.save(Membership { id, person, class, role: MemberRole::Student, period: Period::since(day(12)) });
            on_day(s, 10, None)
        },
        &[Unclaimed::Joined],
    );
    check_sweep(
        |s| {
            let invite = on_day(s, 10, None);
            let command =
                ChangeClass { id: s.ids.fresh(), student: s.zueva, class: s.class_7b, from: day(20), order: None }
                    .into();
            s.run(&command);
            invite
        },
        &[Unclaimed::Left],
    );
    check_sweep(
        |s| {
            let id = on_day(s, 1, None);
            let mut invite = (*s.workspace.school().invites()[&id]).clone();
            invite.uses.push(InviteUse { on: day(2), person: None });
            s.save(invite);
            id
        },
        &[],
    );
}

fn sweep(s: &mut Sample, number: &str, rows: Vec<InviteId>) -> Command {
    let school = s.workspace.school();
    let target = InviteTarget::Class(s.class_7a);
    let leave = office::to_revoke(school, Regulation::bundled(), s.baranov, target, day(10));
    let act = LocalAct {
        id: s.ids.fresh(),
        kind: LocalActKind::Act,
        number: number.into(),
        date: day(10),
        title: "Об аннулировании".into(),
        signer: Some(s.baranov),
    };
    let rows = rows.into_iter().map(|id| (id, "срок истёк".to_owned())).collect();
    SweepInvites { leaves: vec![leave], act, rows }.into()
}

#[test]
fn one_act_revokes_all_and_one_step_brings_them_back() {
    let (mut s, _) = sample();
    let a = to_class(&mut s);
    let b = to_staff_room(&mut s);
    let command = sweep(&mut s, "1", vec![a, b]);
    s.run(&command);
    let school = s.workspace.school();
    let act = school.acts().values().find(|act| act.kind == LocalActKind::Act).unwrap().id;
    for id in [a, b] {
        let expected = InviteState::Revoked { on: day(10), reason: "срок истёк".into(), act: Some(act) };
        assert_eq!(school.invites()[&id].state, expected);
    }
    let label = &s.workspace.undoable().unwrap().label;
    assert_eq!((label.verb, label.subject.as_str(), label.count), (Verb::SweepInvites, "№ 1 · 2", 3));
    let entry = s.ids.fresh();
    s.workspace.undo(entry, &context()).unwrap();
    assert!(s.workspace.school().invites().values().all(|invite| invite.state == InviteState::Sent));
    assert_eq!(s.workspace.school().acts().len(), 1);
}

#[test]
fn a_sweep_is_refused_whole() {
    let (mut s, _) = sample();
    let a = to_class(&mut s);
    let command = sweep(&mut s, "1", vec![]);
    assert_eq!(s.answer(&command), "refused by 2.1/12: nothing is chosen");
    let command = sweep(&mut s, "1", vec![a]);
    s.run(&command);
    let command = sweep(&mut s, "2", vec![a]);
    assert_eq!(s.answer(&command), "refused by 2.1/12: the state of the invite is final");
    let b = to_staff_room(&mut s);
    let command = sweep(&mut s, "1", vec![b]);
    assert_eq!(s.answer(&command), "refused by 2.2/1: the number 1 of 2026 is taken");
}

#[test]
fn revoking_one_needs_a_reason_and_a_right() {
    let (mut s, _) = sample();
    let id = to_class(&mut s);
    let revoke = |s: &Sample, by, reason: &str| {
        let target = InviteTarget::Class(s.class_7a);
        let leave = office::to_revoke(s.workspace.school(), Regulation::bundled(), by, target, day(10));
        Command::from(RevokeInvite { leave, id, on: day(10), reason: reason.into() })
    };
    assert_eq!(s.answer(&revoke(&s, s.baranov, " ")), "refused by 2.1/12: a required field is empty");
    assert_eq!(
        s.answer(&revoke(&s, s.vetrova, "утечка")),
        "refused by 2.1/12: no clause grants Ветрова Анна Ильинична action 26"
    );
    assert_eq!(s.answer(&revoke(&s, s.baranov, "утечка")), "ok, 1 changes");
}
