//! Chats as they are on the platform: nearly every one that the rules require, with its owner, moderator and link, and
//! the links by which parents (2.7/1) and students (2.5/1) came in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier, later};
use crate::demo::frame::LEFT;
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, Unmade, day};
use crate::domain::{
    Chat, ChatId, ChatScope, ChatState, ClassId, Invite, InviteRole, InviteState, InviteTarget, InviteUse, PersonId,
    QuietHours, Sending, SendingWay,
};
use crate::plan::{Index, Plan, RequiredChat};
use crate::regulation::Regulation;

/// Chats were created from this day on.
const CREATED: NaiveDate = day(2026, 9, 1);
/// Hours without messages.
const QUIET: QuietHours = QuietHours { from: 21 * 60, to: 7 * 60 };

/// Writes the chats: what the rules of the edition require of the records so far.
pub fn create(sketch: &mut Sketch, office: &Office) -> Result<(), Unmade> {
    let school = sketch.records.clone().into_school().map_err(Unmade::Twice)?;
    let index = Index::of(&school, DAY);
    let plan = Plan::of(&school, &index, Regulation::bundled());
    for required in plan.required() {
        let id = chat(sketch, office, &index, required);
        if !matches!(required.rule.0.as_str(), "class-students" | "class-parents") {
            continue;
        }
        let role = if required.rule.0 == "class-parents" { InviteRole::Parent } else { InviteRole::Student };
        // 2.7/1, 2.5/1: a student of 1–4 comes into the chat with the parents' help, by the same link.
        let seats = plan.derived(required);
        let people: Vec<PersonId> =
            seats.iter().filter(|(_, seat)| seat.role == role && seat.apart.is_none()).map(|(id, _)| *id).collect();
        if let ChatScope::Class(class) = &required.scope {
            link(sketch, office, &index, (id, role), *class, &people);
        }
    }
    other(sketch, office);
    Ok(())
}

/// Who owns a chat whose place is vacant: the deputy for upbringing keeps it until somebody is found.
fn owner_of(office: &Office, required: &RequiredChat) -> PersonId {
    required.owner.unwrap_or_else(|| office.deputy(3))
}

fn chat(sketch: &mut Sketch, office: &Office, index: &Index, required: &RequiredChat) -> ChatId {
    let owner = owner_of(office, required);
    let homeroom = required.class.and_then(|class| index.homeroom.get(&class)).copied();
    let number = sketch.records.chats.len() + 1;
    let since = later(CREATED, sketch.dice.below(12));
    push(
        sketch,
        Chat {
            id: ChatId::from(uuid::Uuid::nil()),
            rule: required.rule.clone(),
            scope: required.scope.clone(),
            name: required.name.ru.clone(),
            purpose: String::new(),
            owner: Some(owner),
            moderator: Some(homeroom.filter(|id| *id != owner).unwrap_or(owner)),
            link: format!("https://chat.example.org/{number:05}"),
            state: ChatState::Active { since },
            quiet: Some(QUIET),
            rules: "По делу, вежливо, без рекламы; личные данные не публикуем.".to_owned(),
            include: BTreeMap::new(),
            exclude: BTreeMap::new(),
            checked: Some(earlier(DAY, 3 + number as u64 % 20)),
            missing: BTreeSet::new(),
            extra: BTreeSet::new(),
            misroled: BTreeSet::new(),
            strangers: BTreeSet::new(),
        },
    )
}

fn push(sketch: &mut Sketch, chat: Chat) -> ChatId {
    let id = sketch.ids.fresh();
    sketch.records.chats.push(Arc::new(Chat { id, ..chat }));
    id
}

/// The link of a chat of a class, issued by who led the class in September, and who came in by it.
fn link(
    sketch: &mut Sketch,
    office: &Office,
    index: &Index,
    (chat, role): (ChatId, InviteRole),
    class: ClassId,
    people: &[PersonId],
) {
    let issued = later(CREATED, 2);
    let homeroom = index.homeroom.get(&class).copied();
    // Who left on the fourth of September had issued the links of the class before.
    let by = homeroom.unwrap_or(if issued <= LEFT { office.staff.left.id } else { office.deputy(3) });
    let mut uses = Vec::with_capacity(people.len());
    for person in people {
        let days = sketch.dice.below(8) + sketch.dice.below(8);
        uses.push(InviteUse { on: later(issued, days), person: Some(*person) });
    }
    let number = sketch.records.invites.len() + 1;
    let id = sketch.ids.fresh();
    sketch.records.invites.push(Arc::new(Invite {
        id,
        target: InviteTarget::Chat(chat),
        role,
        addressees: BTreeSet::new(),
        link: format!("https://join.example.org/{number:05}"),
        issued_by: Some(by),
        issued_on: Some(issued),
        expires_on: None,
        max_uses: None,
        sent: vec![Sending { on: issued, via: SendingWay::Journal, to: None }],
        uses,
        state: InviteState::Sent,
        note: String::new(),
    }));
}

/// Two chats that no rule requires, each with its purpose (2.2/6e, 2.4/3b).
fn other(sketch: &mut Sketch, office: &Office) {
    for (rule, name, purpose, owner) in [
        (
            "management-other",
            "Штаб воспитательной работы",
            "Планы и итоги недели воспитательной работы",
            office.deputy(3),
        ),
        (
            "teaching-other",
            "Методобъединение учителей математики",
            "Общие задания, олимпиады, обмен материалами",
            office
                .staff
                .of_specialty(crate::demo::curriculum::MATHEMATICS)
                .next()
                .map_or(office.deputy(1), |worker| worker.id),
        ),
    ] {
        let number = sketch.records.chats.len() + 1;
        push(
            sketch,
            Chat {
                id: ChatId::from(uuid::Uuid::nil()),
                rule: rule.into(),
                scope: ChatScope::School,
                name: name.to_owned(),
                purpose: purpose.to_owned(),
                owner: Some(owner),
                moderator: Some(owner),
                link: format!("https://chat.example.org/{number:05}"),
                state: ChatState::Active { since: later(CREATED, 5) },
                quiet: Some(QUIET),
                rules: "По делу, вежливо, без рекламы; личные данные не публикуем.".to_owned(),
                include: BTreeMap::new(),
                exclude: BTreeMap::new(),
                checked: Some(earlier(DAY, 6)),
                missing: BTreeSet::new(),
                extra: BTreeSet::new(),
                misroled: BTreeSet::new(),
                strangers: BTreeSet::new(),
            },
        );
    }
}
