//! A person's own steps on the platform, with how far each is: joined, status, chats to create and to join, papers to
//! acknowledge. The union over hats; every step cites the clause of the hat that asks for it.

use std::collections::BTreeMap;

use crate::domain::{Chat, ChatState, ClauseId, InviteState, InviteTarget, PersonId, Settings};
use crate::plan::RequiredChat;
use crate::regulation::{ActionId, Authority, Object, Standing, StatusStep};
use crate::text::decision::said;
use crate::text::{date, msg};
use crate::view::page::{Button, Step, StepState};
use crate::view::room::Room;
use crate::view::route::Route;

/// Join the organisation by a link of the staff room (2.2/3, 2.3/1, 2.4/1).
const JOIN: ActionId = ActionId(16);
/// Register by the phone of the application (2.1/2).
const REGISTER: ActionId = ActionId(6);
/// Have one's own status confirmed (2.2/4, 2.3/2, 2.4/2).
const OWN_STATUS: ActionId = ActionId(23);
/// Accept a link into a chat (2.5/1, 2.7/1).
const ACCEPT: ActionId = ActionId(18);
/// Most names in a line before the rest is counted.
const NAMED: usize = 5;

/// A step with its measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The step.
    pub step: Step,
    /// How much of it is done.
    pub done: usize,
    /// Of how much.
    pub of: usize,
    /// Whether it is about the staff room and the status: what a published edition knows too.
    pub is_of_staff_room: bool,
}

/// The steps of a person, in the order in which they are taken.
#[must_use]
pub fn steps(room: &Room, person: PersonId) -> Vec<Measured> {
    let authority = Authority::new(room.school, room.regulation, room.index.day);
    let own = Own { room, person, standing: authority.standing(person), authority };
    let mut steps: Vec<Measured> = [own.join(), own.status()].into_iter().flatten().collect();
    steps.extend(own.create());
    steps.extend(own.enter());
    steps.extend(own.acknowledge());
    // The first that is open is the next one.
    if let Some(next) = steps.iter_mut().find(|measured| measured.step.state == StepState::Open) {
        next.step.state = StepState::Current;
    }
    steps
}

struct Own<'a> {
    room: &'a Room<'a>,
    person: PersonId,
    standing: Standing,
    authority: Authority<'a>,
}

impl Own<'_> {
    /// The clause by which the person has a duty or right to an action; none where no clause says so.
    fn clause(&self, action: ActionId) -> Option<ClauseId> {
        let action = self.room.regulation.action(action)?;
        let decision = self.authority.decide(&self.standing, action, &self.authority.target(Object::None));
        let ground = decision.grounds.iter().find(|ground| ground.verdict == decision.verdict)?;
        decision.permitted.then(|| ground.clauses.first().copied())?
    }

    /// 2.2/3, 2.3/1, 2.4/1: into the staff room by a link; the platform's administrator by phone (2.1/2).
    fn join(&self) -> Option<Measured> {
        let clause = self.clause(JOIN).or_else(|| self.clause(REGISTER))?;
        let lang = self.room.lang;
        let is_done = self.standing.joined;
        let text = if is_done {
            msg::eyes_joined(lang).to_owned()
        } else if let Some(apart) = self.room.plan.apart(self.person) {
            crate::text::chat::apart(lang, apart).to_owned()
        } else {
            self.link_of_staff_room()
        };
        Some(one(msg::eyes_join(lang), text, is_done, clause))
    }

    /// What became of the link into the staff room that was meant for the person.
    fn link_of_staff_room(&self) -> String {
        let lang = self.room.lang;
        let room = self.room.index.staff_room.map(InviteTarget::Class);
        let own = self
            .room
            .school
            .invites()
            .values()
            .filter(|row| Some(row.target) == room && matches!(row.state, InviteState::Issued | InviteState::Sent));
        let meant = own.filter(|row| row.addressees.is_empty() || row.addressees.contains(&self.person));
        match meant.filter_map(|row| row.issued_on).max() {
            Some(on) => msg::eyes_join_link(lang, &date::short(on)),
            None => msg::eyes_join_ask(lang, &self.administrator()),
        }
    }

    fn administrator(&self) -> String {
        let found = crate::view::area::kit::administrator(self.room).map(|id| self.room.school.person_name(id));
        found.unwrap_or_else(|| msg::eyes_no_administrator(self.room.lang).to_owned())
    }

    /// 2.2/4, 2.3/2, 2.4/2: where the school requires it.
    fn status(&self) -> Option<Measured> {
        if !Settings::of(self.room.school).requires_verification {
            return None;
        }
        let clause = self.clause(OWN_STATUS)?;
        let lang = self.room.lang;
        let text = match self.standing.status {
            None => msg::eyes_status_done(lang),
            Some(StatusStep::Submitted) => msg::eyes_status_submitted(lang),
            Some(StatusStep::Rejected) => msg::eyes_status_rejected(lang),
            Some(StatusStep::NotStarted | StatusStep::Required) => msg::eyes_status_open(lang),
        };
        Some(one(msg::eyes_status(lang), text.to_owned(), self.standing.status.is_none(), clause))
    }

    fn record<'b>(&'b self, required: &RequiredChat) -> Option<&'b Chat> {
        self.room.school.chats().get(&required.record?).map(AsRef::as_ref)
    }

    fn is_excused(&self, required: &RequiredChat) -> bool {
        self.record(required).is_some_and(|chat| matches!(chat.state, ChatState::NotRequired { .. }))
    }

    fn is_owner(&self, required: &RequiredChat) -> bool {
        self.record(required).and_then(|chat| chat.owner).or(required.owner) == Some(self.person)
    }

    /// 2.2/6a–d, 2.3/3, 2.4/3: the chats that are the person's to create, a step for each rule.
    fn create(&self) -> Vec<Measured> {
        let lang = self.room.lang;
        let mut rules: BTreeMap<ClauseId, (String, Vec<&RequiredChat>)> = BTreeMap::new();
        let own = self.room.plan.required().iter().filter(|chat| self.is_owner(chat) && !self.is_excused(chat));
        for chat in own {
            let title = self.room.regulation.chat_rule(&chat.rule).map_or("", |rule| said(lang, &rule.title));
            rules.entry(chat.clause).or_insert_with(|| (title.to_owned(), Vec::new())).1.push(chat);
        }
        let step = |(clause, (title, chats)): (ClauseId, (String, Vec<&RequiredChat>))| {
            let is_live = |chat: &&&RequiredChat| self.record(chat).is_some_and(|chat| chat.state.is_live());
            let done = chats.iter().filter(is_live).count();
            let left = chats.iter().filter(|chat| !is_live(chat)).map(|chat| said(lang, &chat.name));
            let text = self.progress(done, chats.len(), left);
            let step = Step {
                title: msg::eyes_create(lang, &title),
                text,
                state: state(done, chats.len()),
                clause: Some(clause),
                acts: vec![Button::new("preview-chats", msg::eyes_to_chats(lang), Route::Chats)],
            };
            Measured { step, done, of: chats.len(), is_of_staff_room: false }
        };
        rules.into_iter().map(step).collect()
    }

    /// 2.5/1, 2.7/1: into the chats that others own.
    fn enter(&self) -> Option<Measured> {
        let lang = self.room.lang;
        let clause = self.clause(ACCEPT)?;
        let required = self.room.plan.of_person(self.person);
        let meant: Vec<&RequiredChat> =
            required.into_iter().filter(|chat| !self.is_owner(chat) && !self.is_excused(chat)).collect();
        if meant.is_empty() || self.room.plan.apart(self.person).is_some() {
            return None;
        }
        let is_in = |chat: &&&RequiredChat| {
            self.record(chat).is_some_and(|chat| {
                chat.state.is_live() && chat.checked.is_some() && !chat.missing.contains(&self.person)
            })
        };
        let done = meant.iter().filter(is_in).count();
        let left = meant.iter().filter(|chat| !is_in(chat)).map(|chat| said(lang, &chat.name));
        let text = self.progress(done, meant.len(), left);
        let step = Step {
            title: msg::eyes_enter(lang).to_owned(),
            text,
            state: state(done, meant.len()),
            clause: Some(clause),
            acts: Vec::new(),
        };
        Some(Measured { step, done, of: meant.len(), is_of_staff_room: false })
    }

    /// 1.1, 2.5/4: the sheets on which the person stands.
    fn acknowledge(&self) -> Option<Measured> {
        let lang = self.room.lang;
        let sheets: Vec<_> =
            self.room.school.sheets().values().filter(|sheet| sheet.people.contains_key(&self.person)).collect();
        let clause = sheets.first()?.subject.clause();
        let is_done = |sheet: &&&std::sync::Arc<crate::domain::AcknowledgementSheet>| {
            sheet.people.get(&self.person).copied().flatten().is_some()
        };
        let done = sheets.iter().filter(is_done).count();
        let left = sheets.iter().filter(|sheet| !is_done(sheet));
        let left = left.map(|sheet| crate::view::area::rights::paper(self.room, sheet.subject));
        let left: Vec<String> = left.collect();
        let text = self.progress(done, sheets.len(), left.iter().map(String::as_str));
        let step = Step {
            title: msg::eyes_acknowledge(lang).to_owned(),
            text,
            state: state(done, sheets.len()),
            clause: Some(clause),
            acts: Vec::new(),
        };
        Some(Measured { step, done, of: sheets.len(), is_of_staff_room: false })
    }

    /// «3 из 12; осталось: …»; the first few of what is left by name.
    fn progress<'b>(&self, done: usize, of: usize, left: impl Iterator<Item = &'b str>) -> String {
        let lang = self.room.lang;
        let count = msg::eyes_progress(lang, &done.to_string(), &of.to_string());
        let left: Vec<&str> = left.collect();
        if left.is_empty() {
            return count;
        }
        let named = left.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = left.len().saturating_sub(NAMED);
        let rest = if more > 0 { msg::eyes_and_more(lang, &named, &more.to_string()) } else { named };
        msg::eyes_left_over(lang, &count, &rest)
    }
}

fn state(done: usize, of: usize) -> StepState {
    if done >= of { StepState::Done } else { StepState::Open }
}

fn one(title: &str, text: String, is_done: bool, clause: ClauseId) -> Measured {
    let done = usize::from(is_done);
    let step = Step { title: title.to_owned(), text, state: state(done, 1), clause: Some(clause), acts: Vec::new() };
    Measured { step, done, of: 1, is_of_staff_room: true }
}
