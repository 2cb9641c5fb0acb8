//! L20, L22, L23, L24 (members), L25, L26 (chats): the required chats are there, led and filled as the rules say.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use super::movement::has_left;
use crate::clause;
use crate::domain::{AcknowledgementSheet, Chat, ChatState, ClassId, ClauseId, InviteRole, PersonId, SheetSubject};
use crate::plan::{RequiredChat, Unrequired};
use crate::regulation::{Bilingual, ChatArea, ChatRule};

/// The lint of a group of rules.
const fn lint_of(area: ChatArea) -> Lint {
    match area {
        ChatArea::Management => Lint::ManagementChat,
        ChatArea::Class => Lint::ClassChat,
        ChatArea::Teaching => Lint::SubjectChat,
    }
}

fn rules<'a>(ground: &Ground<'a>) -> BTreeMap<&'a str, &'a ChatRule> {
    ground.regulation.chat_rules().iter().map(|rule| (rule.id.0.as_str(), rule)).collect()
}

/// The chats that a class or the school lacks.
#[derive(Default)]
struct Lacking {
    clauses: Vec<ClauseId>,
    chats: Vec<Bilingual>,
}

/// 2.2/6a–d, 2.3/3a–c, 2.4/3, 1.6: every required chat is there, unless the school does without it for a reason.
pub(super) fn missing(ground: &Ground, found: &mut Vec<Finding>) {
    let rules = rules(ground);
    let mut lacking: BTreeMap<(ChatArea, Option<ClassId>), Lacking> = BTreeMap::new();
    for required in ground.plan.required().iter().filter(|required| ground.asks_class(required.class)) {
        let record = required.record.and_then(|id| ground.school.chats().get(&id));
        let is_settled =
            record.is_some_and(|chat| chat.state.is_live() || matches!(chat.state, ChatState::NotRequired { .. }));
        let Some(rule) = rules.get(required.rule.0.as_str()).filter(|_| !is_settled) else { continue };
        if rule.area == ChatArea::Management {
            let issue = Issue::NoManagementChat { chat: rule.title.clone() };
            let finding = Finding::error(Lint::ManagementChat, required.clause, issue, Remedy::Chats);
            found.push(finding.people(required.owner));
            continue;
        }
        // A class without anybody in it needs no chat yet.
        if required.size + required.apart == 0 {
            continue;
        }
        let lack = lacking.entry((rule.area, required.class)).or_default();
        if !lack.clauses.contains(&required.clause) {
            lack.clauses.push(required.clause);
        }
        lack.chats.push(required.name.clone());
    }
    for ((area, class), Lacking { clauses, chats }) in lacking {
        let Some((first, rest)) = clauses.split_first() else { continue };
        let issue = match (area, class) {
            (ChatArea::Class, Some(class)) => Issue::NoClassChats { class, chats },
            (_, class) => Issue::NoSubjectChats { class, chats },
        };
        let remedy = class.map_or(Remedy::Chats, Remedy::ClassChats);
        let mut finding = Finding::error(lint_of(area), *first, issue, remedy).classes(class);
        for clause in rest {
            finding = finding.also(*clause);
        }
        // 1.6: every subject and every course is served.
        found.push(if area == ChatArea::Teaching { finding.also(clause!("1.6")) } else { finding });
    }
}

/// In what live chats differ from their rules.
pub(super) fn each(ground: &Ground, found: &mut Vec<Finding>) {
    for (required, chat) in ground.chats() {
        recorded(ground, required, chat, found);
    }
}

fn recorded(ground: &Ground, required: &RequiredChat, chat: &Chat, found: &mut Vec<Finding>) {
    let area = ground.regulation.chat_rules().iter().find(|rule| rule.id == required.rule).map(|rule| rule.area);
    let lint = lint_of(area.unwrap_or(ChatArea::Teaching));
    let difference = ground.plan.difference(chat);
    if difference.is_empty() {
        return;
    }
    let (id, remedy) = (chat.id, Remedy::Chat(chat.id));
    let mut say = |finding: Finding, people: Vec<PersonId>| {
        found.push(finding.people(people).classes(required.class).shown_by::<Chat>(id));
    };
    // 2.2/6, 2.3/3, 2.4/3: who creates the chat leads it. An owner who left is L13's.
    if difference.change_owner && chat.owner.is_none_or(|owner| !has_left(ground, owner, chat)) {
        let issue = Issue::ChatOwner { chat: id, owner: chat.owner, expected: required.owner };
        say(
            Finding::error(lint, required.clause, issue, remedy),
            chat.owner.into_iter().chain(required.owner).collect(),
        );
    }
    let extra: Vec<PersonId> =
        difference.remove.iter().copied().filter(|person| !has_left(ground, *person, chat)).collect();
    let (staff, family): (Vec<PersonId>, Vec<PersonId>) =
        difference.add.iter().partition(|person| ground.plan.role_of(**person) == InviteRole::Teacher);
    let (missing, others) = (staff.len(), extra.len() + difference.strangers);
    if missing + others + difference.mend.len() > 0 {
        let issue = Issue::ChatMembers { chat: id, missing, extra: others, misroled: difference.mend.len() };
        let people = staff.into_iter().chain(extra).chain(difference.mend.iter().copied()).collect();
        say(Finding::warning(lint, required.clause, issue, remedy), people);
    }
    // 2.5/2, 2.7/2: students and representatives take part in the chats that are theirs.
    if !family.is_empty() {
        let has_student = family.iter().any(|person| ground.plan.role_of(*person) == InviteRole::Student);
        let has_parent = family.iter().any(|person| ground.plan.role_of(*person) == InviteRole::Parent);
        let clause = if has_student { clause!("2.5/2") } else { clause!("2.7/2") };
        let issue = Issue::NotInChat { chat: id, count: family.len() };
        let finding = Finding::warning(Lint::Family, clause, issue, remedy);
        say(if has_student && has_parent { finding.also(clause!("2.7/2")) } else { finding }, family);
    }
}

/// Recorded chats that no rule requires: twice the same, of the past, or without a purpose.
pub(super) fn beyond(ground: &Ground, found: &mut Vec<Finding>) {
    let rules = rules(ground);
    for (id, why) in ground.plan.unrequired() {
        let Some(chat) = ground.school.chats().get(id).filter(|chat| chat.state.is_live()) else { continue };
        let rule = rules.get(chat.rule.0.as_str());
        let (lint, clause) =
            rule.map_or((Lint::SubjectChat, clause!("2.4/3")), |rule| (lint_of(rule.area), rule.clause));
        let finding = match why {
            // 2.2/6, 2.3/3, 2.4/3: one chat of a kind.
            Unrequired::Duplicate(_) => Finding::error(lint, clause, Issue::ChatTwice { chat: *id }, Remedy::Chat(*id)),
            // 1.6: a chat stands for a line, a group or a class that is there.
            Unrequired::Past => Finding::warning(lint, clause, Issue::ChatWithoutLine { chat: *id }, Remedy::Chat(*id)),
            // 2.2/6e, 2.3/3d, 2.4/3b: other chats say what they are for.
            Unrequired::Other if chat.purpose.trim().is_empty() => {
                Finding::warning(lint, clause, Issue::NoPurpose { chat: *id }, Remedy::Chat(*id))
            }
            Unrequired::Other => continue,
        };
        found.push(finding.people(chat.owner).shown_by::<Chat>(*id));
    }
}

/// 4.3: the text says nothing of moderators, hours and rules of a chat; the school does well to.
pub(super) fn habits(ground: &Ground, found: &mut Vec<Finding>) {
    let days = ground.settings.stale_chat_days;
    let (mut hours, mut rules, mut unchecked) = (Vec::new(), Vec::new(), Vec::new());
    for chat in ground.school.chats().values().filter(|chat| chat.state.is_live()) {
        if chat.moderator.is_none() {
            let issue = Issue::NoModerator { chat: chat.id };
            let finding = Finding::note(Lint::Gap, clause!("4.3"), issue, Remedy::Chat(chat.id));
            found.push(finding.people(chat.owner).shown_by::<Chat>(chat.id));
        }
        if chat.quiet.is_none() {
            hours.push(chat.id);
        }
        if chat.rules.trim().is_empty() {
            rules.push(chat.id);
        }
        let (ChatState::Created { on: since } | ChatState::Active { since }) = chat.state else { continue };
        if ground.age(chat.checked.unwrap_or(since)) > i64::from(days) {
            unchecked.push(chat.id);
        }
    }
    let mut say = |clause, issue, chats: BTreeSet<_>| {
        let mut finding = Finding::note(Lint::Gap, clause, issue, Remedy::Chats);
        for chat in chats {
            finding = finding.shown_by::<Chat>(chat);
        }
        found.push(finding);
    };
    if !hours.is_empty() || !rules.is_empty() {
        let issue = Issue::ChatsUnregulated { hours: hours.len(), rules: rules.len() };
        say(clause!("4.3"), issue, hours.into_iter().chain(rules).collect());
    }
    // 2.3/4, 2.4/4: who leads a chat looks after it.
    if !unchecked.is_empty() {
        let issue = Issue::ChatsUnchecked { count: unchecked.len(), days };
        say(clause!("2.3/4"), issue, unchecked.into_iter().collect());
    }
}

/// 2.5/4: students know the memo on the security of their profile, class by class.
pub(super) fn memos(ground: &Ground, found: &mut Vec<Finding>) {
    let mut sheets: BTreeMap<ClassId, Vec<&AcknowledgementSheet>> = BTreeMap::new();
    for row in ground.school.sheets().values().filter(|row| row.subject == SheetSubject::Security) {
        if let Some(class) = row.class {
            sheets.entry(class).or_default().push(row);
        }
    }
    for (class, students) in ground.classes().filter(|(_, students)| !students.is_empty()) {
        let Some(own) = sheets.get(&class) else {
            let issue = Issue::NoMemo { class };
            found.push(Finding::warning(Lint::Memo, clause!("2.5/4"), issue, Remedy::Memos).classes([class]));
            continue;
        };
        let knows = |person: &PersonId| own.iter().any(|row| matches!(row.people.get(person), Some(Some(_))));
        let open: Vec<PersonId> =
            students.iter().copied().filter(|person| !knows(person) && ground.is_expected(*person)).collect();
        if !open.is_empty() {
            let issue = Issue::MemoOpen { class, count: open.len() };
            let mut finding = Finding::warning(Lint::Memo, clause!("2.5/4"), issue, Remedy::Memos);
            finding = finding.people(open).classes([class]);
            for row in own {
                finding = finding.shown_by::<AcknowledgementSheet>(row.id);
            }
            found.push(finding);
        }
    }
}
