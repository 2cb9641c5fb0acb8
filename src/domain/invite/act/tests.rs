//! Links, handing over, joining and ends, case by case.

use std::collections::BTreeSet;

use super::{CloseInvites, ExpireInvites, GiveLinks, HandOver, SupersedeInvite, Use, UseInvites, read_link};
use crate::domain::sample::{Sample, context, day};
use crate::domain::*;

#[track_caller]
fn check_link(text: &str, expected: Option<&str>) {
    assert_eq!(read_link(text).as_deref(), expected, "{text}");
}

#[test]
fn links_as_people_paste_them() {
    check_link(" https://example.org/join/1 ", Some("https://example.org/join/1"));
    check_link("example.org/join?x=1", Some("https://example.org/join?x=1"));
    check_link("<HTTPS://example.org/a>", Some("https://example.org/a"));
    for text in [
        "",
        "ссылка",
        "https://",
        "a@example.org",
        "https://example.org/a b",
        "ftp://example.org",
        "javascript:alert(1)",
    ] {
        check_link(text, None);
    }
}

/// A sample with a draft for the student to 7А.
fn sample() -> (Sample, InviteId) {
    let mut s = Sample::new();
    let id = s.ids.fresh();
    s.save(Invite {
        id,
        target: InviteTarget::Class(s.class_7a),
        role: InviteRole::Student,
        addressees: BTreeSet::from([s.zueva]),
        link: String::new(),
        issued_by: None,
        issued_on: None,
        expires_on: None,
        max_uses: None,
        sent: Vec::new(),
        uses: Vec::new(),
        state: InviteState::Draft,
        note: String::new(),
    });
    (s, id)
}

fn linked(s: &mut Sample, id: InviteId, last: Option<u32>) {
    let links = vec![(id, "https://example.org/1".to_owned())];
    s.run(&GiveLinks { links, on: day(3), expires_on: last.map(day) }.into());
}

fn state(s: &Sample, id: InviteId) -> InviteState {
    s.workspace.school().invites()[&id].state.clone()
}

#[track_caller]
fn check(make: impl FnOnce(&mut Sample, InviteId) -> Command, expected: &str) {
    let (mut s, id) = sample();
    let command = make(&mut s, id);
    assert_eq!(s.answer(&command), expected);
}

#[test]
fn a_link_makes_a_plan_an_invite() {
    let give = |id, text: &str| GiveLinks { links: vec![(id, text.into())], on: day(3), expires_on: None }.into();
    check(|_, id| give(id, "https://example.org/1"), "ok, 1 changes");
    check(|_, id| give(id, "7А"), "refused by 2.1/6: `7А` is no link");
    check(
        |_, _| GiveLinks { links: vec![], on: day(3), expires_on: None }.into(),
        "refused by 2.1/6: nothing is chosen",
    );
    let (mut s, id) = sample();
    linked(&mut s, id, Some(17));
    let row = s.workspace.school().invites()[&id].clone();
    assert_eq!((row.state.clone(), row.issued_on, row.expires_on), (InviteState::Issued, Some(day(3)), Some(day(17))));
    // A second link corrects the first; the days stay.
    s.run(&GiveLinks { links: vec![(id, "https://example.org/2".into())], on: day(5), expires_on: None }.into());
    let row = &s.workspace.school().invites()[&id];
    assert_eq!((row.link.as_str(), row.issued_on), ("https://example.org/2", Some(day(3))));
}

#[test]
fn what_has_a_link_is_handed_over() {
    let hand = |id, on| HandOver { ids: vec![id], on, via: SendingWay::Paper, to: None }.into();
    check(|_, id| hand(id, day(4)), "refused by 2.1/6: there is no link yet");
    check(
        |s, id| {
            linked(s, id, None);
            hand(id, day(2))
        },
        "refused by 2.1/6: the day 2026-09-02 lies outside the term",
    );
    let (mut s, id) = sample();
    linked(&mut s, id, None);
    s.run(&hand(id, day(4)));
    s.run(&hand(id, day(5)));
    assert_eq!(state(&s, id), InviteState::Sent);
    assert_eq!(s.workspace.school().invites()[&id].sent.len(), 2);
}

fn used(s: &mut Sample, id: InviteId, on: u32) -> Command {
    let person = Some(s.zueva);
    UseInvites { uses: vec![Use { invite: id, person, membership: s.ids.fresh() }], on: day(on) }.into()
}

#[test]
fn joining_makes_a_member_and_closes_the_invite() {
    let (mut s, id) = sample();
    linked(&mut s, id, None);
    let command = used(&mut s, id, 6);
    s.run(&command);
    assert_eq!(state(&s, id), InviteState::Closed { on: day(6) });
    let school = s.workspace.school();
    let member = school.memberships().values().next().unwrap();
    assert_eq!((member.person, member.class, member.role), (s.zueva, s.class_7a, MemberRole::Student));
    // One step back takes both.
    let entry = s.ids.fresh();
    s.workspace.undo(entry, &context()).unwrap();
    assert_eq!((state(&s, id), s.workspace.school().memberships().len()), (InviteState::Issued, 0));
}

#[test]
fn who_is_a_member_already_does_not_become_one_twice() {
    let (mut s, id) = sample();
    linked(&mut s, id, None);
    let (membership, person, class) = (s.ids.fresh(), s.zueva, s.class_7a);
    s.save(Membership { id: membership, person, class, role: MemberRole::Student, period: Period::since(day(2)) });
    let command = used(&mut s, id, 6);
    s.run(&command);
    assert_eq!(s.workspace.school().memberships().len(), 1);
}

#[test]
fn nobody_joins_by_what_is_no_link_or_is_over() {
    check(|s, id| used(s, id, 6), "refused by 2.1/6: there is no link yet");
    check(
        |s, id| {
            linked(s, id, Some(5));
            used(s, id, 6)
        },
        "refused by 2.1/6: the day 2026-09-06 lies outside the term",
    );
    check(
        |s, id| {
            linked(s, id, Some(5));
            s.run(&ExpireInvites { ids: vec![id], on: day(6) }.into());
            used(s, id, 4)
        },
        "refused by 2.1/12: the state of the invite is final",
    );
}

#[test]
fn ends() {
    let expire = |id, on| ExpireInvites { ids: vec![id], on: day(on) }.into();
    check(
        |s, id| {
            linked(s, id, Some(5));
            expire(id, 5)
        },
        "refused by 2.1/12: its time has not run out",
    );
    check(
        |s, id| {
            linked(s, id, None);
            expire(id, 20)
        },
        "refused by 2.1/12: its time has not run out",
    );
    let (mut s, id) = sample();
    linked(&mut s, id, Some(5));
    s.run(&expire(id, 9));
    assert_eq!(state(&s, id), InviteState::Expired { on: day(5) });
    check(
        |s, id| {
            linked(s, id, None);
            CloseInvites { ids: vec![id], on: day(6) }.into()
        },
        "refused by 2.1/12: nobody joined by it",
    );
}

#[test]
fn another_invite_takes_the_place() {
    let (mut s, id) = sample();
    linked(&mut s, id, None);
    let new = s.ids.fresh();
    s.run(&SupersedeInvite { id, new, on: day(7) }.into());
    assert_eq!(state(&s, id), InviteState::Superseded { on: day(7), by: Some(new) });
    let row = &s.workspace.school().invites()[&new];
    assert_eq!((row.state.clone(), row.link.as_str(), row.addressees.len()), (InviteState::Draft, "", 1));
}
