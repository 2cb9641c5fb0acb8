//! Acts without a form: ticks, exceptions taken back, what is required again.

use super::key::{self, Todo};
use super::row;
use crate::clause;
use crate::domain::{Chat, ChatId, Command, PersonId, Reason, RecordKey, RecordKind, Refusal};
use crate::plan::chat::{ChatStep, ChatTick, NewChat, TickChats, WithdrawException, clause_of};
use crate::view::area::Doing;
use crate::view::room::{Making, Room};

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A step in a chat is done.
    Tick(ChatId, ChatStep),
    /// All steps of a chat are done.
    TickAll(ChatId),
    /// The chosen steps are done.
    TickChosen,
    /// An exception is taken back.
    Withdraw(ChatId, PersonId),
    /// A chat is required again.
    Require(ChatId),
    /// The record of a chat is removed.
    Remove(ChatId),
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::Tick(chat, step) => ticks(room, vec![ChatTick { chat: *chat, step: step.clone() }], Vec::new()),
            Self::TickAll(id) => {
                let chat = chat(room, *id)?;
                let steps = row::steps(room, chat).into_iter().map(|step| ChatTick { chat: *id, step });
                ticks(room, steps.collect(), Vec::new())
            }
            Self::TickChosen => chosen(room, making),
            Self::Withdraw(id, person) => {
                let clause = clause_of(room.regulation, chat(room, *id)?);
                Command::from(WithdrawException {
                    regulation: room.regulation.clone(),
                    clause,
                    chat: *id,
                    person: *person,
                })
            }
            Self::Require(id) | Self::Remove(id) => Command::Remove(RecordKey::to::<Chat>(*id)),
        })
    }
}

fn chat<'a>(room: &Room<'a>, id: ChatId) -> Result<&'a Chat, Refusal> {
    let missing = || Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: RecordKind::Chat });
    room.school.chats().get(&id).map(AsRef::as_ref).ok_or_else(missing)
}

fn ticks(room: &Room, ticks: Vec<ChatTick>, created: Vec<NewChat>) -> Command {
    let first = ticks.first().and_then(|tick| room.school.chats().get(&tick.chat));
    let clause = first.map_or(clause!("1.6"), |chat| clause_of(room.regulation, chat));
    Command::from(TickChats { regulation: room.regulation.clone(), clause, ticks, created, on: room.context.today })
}

/// The chosen lines of the checklist as one act. A chat whose owner is not known yet waits for one.
fn chosen(room: &Room, making: &mut Making) -> Command {
    let (mut steps, mut created) = (Vec::new(), Vec::new());
    for todo in room.chosen.iter().filter_map(|key| Todo::read(key)) {
        match todo {
            Todo::Tick(tick) => steps.push(tick),
            Todo::Create(rule, scope) => {
                let required = room.plan.of_scope(&rule, &scope).filter(|required| required.owner.is_some());
                created.extend(
                    required.map(|required| {
                        NewChat::of(making.ids.fresh(), required, row::name(room, required).to_owned())
                    }),
                );
            }
        }
    }
    ticks(room, steps, created)
}

/// The chosen required chats that have no record in use, with whether each has an owner.
pub fn creatable<'a>(room: &Room<'a>) -> (Vec<&'a crate::plan::RequiredChat>, usize) {
    let is_live = |id: ChatId| room.school.chats().get(&id).is_some_and(|chat| chat.state.is_live());
    let chosen: Vec<_> = key::chosen(room).into_iter().filter(|chat| !chat.record.is_some_and(is_live)).collect();
    let all = chosen.len();
    let owned: Vec<_> = chosen.into_iter().filter(|chat| chat.owner.is_some()).collect();
    let vacant = all - owned.len();
    (owned, vacant)
}
