//! Links into the staff room and the classes (2.1/6): one for a person, issued in time, used as people joined, the
//! unclaimed ones of September revoked by an act on 1 October (2.1/12) and issued anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier, later};
use crate::demo::DAY;
use crate::demo::day;
use crate::demo::sketch::Sketch;
use crate::domain::{
    ClassId, Invite, InviteRole, InviteState, InviteTarget, InviteUse, LocalActId, LocalActKind, PersonId, Sending,
    SendingWay,
};

/// The first links of students were issued on this day.
const ISSUED: NaiveDate = day(2026, 9, 1);
/// The day of the sweep.
const SWEEP: NaiveDate = day(2026, 10, 1);

/// Writes the links.
pub fn issue(sketch: &mut Sketch, office: &Office) {
    let mut joined: BTreeMap<(PersonId, ClassId), NaiveDate> = BTreeMap::new();
    for row in &sketch.records.memberships {
        joined.extend(row.period.from.map(|from| ((row.person, row.class), from)));
    }
    let head = std::iter::once(office.staff.head.id);
    let staff: Vec<PersonId> = head
        .chain(office.deputies.iter().copied())
        .chain(office.staff.pedagogues().map(|worker| worker.id))
        .filter(|id| *id != office.administrator)
        .collect();
    let room = office.frame.staff_room;
    for person in staff {
        let used = joined.get(&(person, room)).copied();
        let issued = used.map_or(day(2026, 11, 10), |used| used.min(day(2026, 8, 31)));
        push(sketch, office, person, room, InviteRole::Teacher, issued, used);
    }
    let act = sketch.act(
        LocalActKind::Directive,
        "2",
        SWEEP,
        "Акт № 1 об аннулировании невостребованных ссылок",
        office.deputy(4),
    );
    for (at, room) in office.frame.rooms.iter().enumerate().filter(|(_, room)| room.label.grade() > 4) {
        for (person, _) in office.students.of_class.get(at).into_iter().flatten() {
            let used = joined.get(&(*person, room.id)).copied();
            if let Some(used) = used {
                push(sketch, office, *person, room.id, InviteRole::Student, used.min(later(ISSUED, 0)), Some(used));
            } else {
                push(sketch, office, *person, room.id, InviteRole::Student, ISSUED, None);
                revoke_last(sketch, act);
                // 2.1/6: a new link for whoever has not come, ten days ago.
                push(sketch, office, *person, room.id, InviteRole::Student, earlier(DAY, 10), None);
            }
        }
    }
}

fn revoke_last(sketch: &mut Sketch, act: LocalActId) {
    if let Some(last) = sketch.records.invites.last_mut() {
        let reason = "никто не воспользовался".to_owned();
        Arc::make_mut(last).state = InviteState::Revoked { on: SWEEP, reason, act: Some(act) };
    }
}

fn push(
    sketch: &mut Sketch,
    office: &Office,
    person: PersonId,
    class: ClassId,
    role: InviteRole,
    issued: NaiveDate,
    used: Option<NaiveDate>,
) {
    let number = sketch.records.invites.len() + 1;
    let state = used.map_or(InviteState::Sent, |on| InviteState::Closed { on });
    let via = if role == InviteRole::Teacher { SendingWay::Email } else { SendingWay::Paper };
    let id = sketch.ids.fresh();
    sketch.records.invites.push(Arc::new(Invite {
        id,
        target: InviteTarget::Class(class),
        role,
        addressees: [person].into(),
        link: format!("https://join.example.org/{number:05}"),
        issued_by: Some(office.administrator),
        issued_on: Some(issued),
        expires_on: None,
        max_uses: Some(1),
        sent: vec![Sending { on: issued, via, to: None }],
        uses: used.map(|on| InviteUse { on, person: Some(person) }).into_iter().collect(),
        state,
        note: String::new(),
    }));
}
