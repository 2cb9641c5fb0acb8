//! What an invite keeps, case by case.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::sample::{Sample, day};
use crate::domain::*;

/// An invite to somebody, without a link.
pub fn invite(s: &mut Sample, target: InviteTarget, role: InviteRole, to: PersonId) -> Invite {
    Invite {
        id: s.ids.fresh(),
        target,
        role,
        addressees: BTreeSet::from([to]),
        link: String::new(),
        issued_by: None,
        issued_on: None,
        expires_on: None,
        max_uses: None,
        sent: Vec::new(),
        uses: Vec::new(),
        state: InviteState::Draft,
        note: String::new(),
    }
}

/// The chat of a class, or of the whole school where there is none.
pub fn chat(s: &mut Sample, class: Option<ClassId>) -> ChatId {
    let id = s.ids.fresh();
    let (rule, scope) = class.map_or(("mgmt-other", ChatScope::School), |id| ("class-parents", ChatScope::Class(id)));
    let owner = Some(if class.is_some() { s.baranov } else { s.orlova });
    s.save(Chat {
        id,
        rule: rule.into(),
        scope,
        name: "Чат".into(),
        purpose: "совет".into(),
        owner,
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
    id
}

#[track_caller]
fn check(make: impl FnOnce(&mut Sample) -> Command, expected: &str) {
    let mut sample = Sample::new();
    let command = make(&mut sample);
    assert_eq!(sample.answer(&command), expected);
}

fn save(invite: Invite) -> Command {
    Command::Save(invite.into())
}

#[test]
fn role_and_place() {
    use InviteRole::{Parent, Student, Teacher};
    let class = InviteTarget::Class;
    check(|s| save(invite(s, class(s.staff_room), Teacher, s.baranov)), "ok, 1 changes");
    check(|s| save(invite(s, class(s.class_7a), Teacher, s.baranov)), "ok, 1 changes");
    check(|s| save(invite(s, class(s.class_7a), Student, s.zueva)), "ok, 1 changes");
    let misfit = "refused by 2.1/6: the role does not fit the place";
    check(|s| save(invite(s, class(s.staff_room), Student, s.zueva)), misfit);
    let parent = "refused by 2.7/1: a parent joins chats, not classes";
    check(|s| save(invite(s, class(s.class_7a), Parent, s.zueva_mother)), parent);
    check(|s| save(invite(s, class(s.staff_room), Parent, s.zueva_mother)), parent);
}

#[test]
fn addressees_fit_the_role() {
    use InviteRole::{Parent, Student, Teacher};
    check(
        |s| save(invite(s, InviteTarget::Class(s.staff_room), Teacher, s.zueva_mother)),
        "refused by 2.1/6: Зуева Ольга Петровна holds no post at the school",
    );
    check(
        |s| save(invite(s, InviteTarget::Class(s.class_7b), Student, s.zueva)),
        "refused by 2.1/6: Зуева Ева Марковна does not belong to 7Б",
    );
    check(
        |s| {
            let chat = chat(s, Some(s.class_7b));
            save(invite(s, InviteTarget::Chat(chat), Student, s.zueva))
        },
        "refused by 2.5/1: Зуева Ева Марковна does not belong to Чат",
    );
    check(
        |s| {
            let chat = chat(s, Some(s.class_7a));
            save(invite(s, InviteTarget::Chat(chat), Student, s.zueva))
        },
        "ok, 1 changes",
    );
    check(
        |s| {
            let chat = chat(s, Some(s.class_7a));
            save(invite(s, InviteTarget::Chat(chat), Parent, s.zueva_mother))
        },
        "ok, 1 changes",
    );
    check(
        |s| {
            let chat = chat(s, Some(s.class_7b));
            save(invite(s, InviteTarget::Chat(chat), Parent, s.zueva_mother))
        },
        "refused by 2.7/1: Зуева Ольга Петровна has no child there",
    );
}

#[test]
fn an_activist_enters_the_chat_of_the_head() {
    let management = |s: &mut Sample| {
        let chat = chat(s, None);
        save(invite(s, InviteTarget::Chat(chat), InviteRole::Parent, s.zueva_mother))
    };
    check(management, "refused by 2.7/1: Зуева Ольга Петровна has no child there");
    check(
        |s| {
            let (id, members) = (s.ids.fresh(), BTreeSet::from([s.zueva_mother]));
            s.save(ActiveGroup { id, kind: ActiveGroupKind::Parents, class: None, members });
            management(s)
        },
        "ok, 1 changes",
    );
}

#[test]
fn the_school_says_from_which_grade() {
    check(
        |s| {
            s.save(Settings { student_invite_grade: 8, ..Settings::default() });
            save(invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva))
        },
        "refused by 2.1/6: students are invited from grade 8",
    );
}

#[test]
fn one_open_invite_a_person_and_place() {
    let second = |s: &mut Sample, state| {
        let first = invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva);
        s.save(Invite { link: "https://example.org/1".into(), state, ..first });
        save(invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva))
    };
    check(|s| second(s, InviteState::Sent), "refused by 2.1/6: Зуева Ева Марковна has an open invite there");
    check(|s| second(s, InviteState::Draft), "refused by 2.1/6: Зуева Ева Марковна has an open invite there");
    check(|s| second(s, InviteState::Expired { on: day(9) }), "ok, 1 changes");
}

#[test]
fn a_link_belongs_to_one_open_invite() {
    check(
        |s| {
            let link = || "https://example.org/1".to_owned();
            let first = invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva);
            s.save(Invite { link: link(), state: InviteState::Issued, ..first });
            let next = invite(s, InviteTarget::Class(s.staff_room), InviteRole::Teacher, s.baranov);
            save(Invite { link: link(), state: InviteState::Issued, ..next })
        },
        "refused by 2.1/6: the link https://example.org/1 belongs to another invite",
    );
    check(
        |s| {
            let first = invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva);
            save(Invite { state: InviteState::Issued, ..first })
        },
        "refused by 2.1/6: there is no link yet",
    );
}

#[test]
fn no_more_uses_than_it_lets_in() {
    check(
        |s| {
            let (first, on) = (invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva), day(5));
            let uses = vec![InviteUse { on, person: None }, InviteUse { on, person: None }];
            save(Invite { max_uses: Some(1), uses, ..first })
        },
        "refused by 2.1/6: the link lets in 1 at most",
    );
}

/// Every final state, on one day.
fn ends() -> [InviteState; 4] {
    let on = day(8);
    [
        InviteState::Closed { on },
        InviteState::Expired { on },
        InviteState::Revoked { on, reason: String::new(), act: None },
        InviteState::Superseded { on, by: None },
    ]
}

#[track_caller]
fn check_turn(from: &InviteState, to: &InviteState, expected: &str) {
    check(
        |s| {
            let first = invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva);
            let first = Invite { link: "https://example.org/1".into(), state: from.clone(), ..first };
            s.save(first.clone());
            save(Invite { state: to.clone(), note: "правка".into(), ..first })
        },
        expected,
    );
}

#[test]
fn final_states_never_turn_into_one_another() {
    for from in &ends() {
        for to in ends().iter().chain(&[InviteState::Issued, InviteState::Draft]) {
            let expected =
                if from == to { "ok, 1 changes" } else { "refused by 2.1/12: the state of the invite is final" };
            check_turn(from, to, expected);
        }
    }
    check_turn(&InviteState::Sent, &InviteState::Draft, "refused by 2.1/12: an issued invite is kept");
    check_turn(&InviteState::Sent, &InviteState::Expired { on: day(8) }, "ok, 1 changes");
}

#[track_caller]
fn check_removal(state: InviteState, of_class: bool, expected: &str) {
    check(
        |s| {
            let first = invite(s, InviteTarget::Class(s.class_7a), InviteRole::Student, s.zueva);
            s.save(Invite { link: "https://example.org/1".into(), state, ..first.clone() });
            Command::Remove(if of_class {
                RecordKey::to::<Class>(s.class_7a)
            } else {
                RecordKey::to::<Invite>(first.id)
            })
        },
        expected,
    );
}

#[test]
fn issued_is_kept_for_ever() {
    check_removal(InviteState::Draft, false, "ok, 1 changes");
    check_removal(InviteState::Issued, false, "refused by 2.1/12: an issued invite is kept");
    for state in ends() {
        check_removal(state, false, "refused by 2.1/12: an issued invite is kept");
    }
    check_removal(InviteState::Sent, true, "refused by 2.1/12: an issued invite is kept");
}
