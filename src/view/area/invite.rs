//! The ledger and the board of invites (2.1/6, 2.1/12, 2.5/1, 2.7/1).

mod board;
mod edit;
mod hand;
mod handout;
mod issue;
mod joining;
mod ledger;
mod paste;
pub(super) mod place;
mod revoke;
mod sweep;
mod waiting;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::invite_act::{CloseInvites, DeleteDrafts, ExpireInvites, SupersedeInvite};
use crate::domain::{Command, Invite, InviteId, InviteRole, InviteState, InviteTarget, RecordKey, Refusal};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Button, Filter, FilterKind, Page, Tab};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Issues invites; to a place and role where one was pointed at.
    Issue(Option<(InviteTarget, InviteRole)>),
    /// Takes over links: of one invite, of the chosen ones, of all that wait for one.
    Links(Option<InviteId>),
    /// Tells how an invite, or the chosen ones, were handed over.
    Hand(Option<InviteId>),
    /// Tells who joined by an invite, or by the chosen ones.
    Join(Option<InviteId>),
    /// Edits term, limit and note.
    Edit(InviteId),
    /// Revokes one with a reason.
    Revoke(InviteId),
    /// Revokes the unclaimed ones, or the chosen of them, by an act.
    Sweep,
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Deletes a draft.
    Delete(InviteId),
    /// Deletes the chosen drafts.
    DeleteChosen,
    /// Writes down that the time of those that are over ran out.
    Expire,
    /// Puts a new draft into the place of a link that is lost or leaked.
    Supersede(InviteId),
    /// Closes a link that was used and is needed no more.
    Close(InviteId),
}

/// The address of the invites into a place: for links from other screens.
#[must_use]
pub fn address(target: InviteTarget) -> String {
    Query::default().with("tab", "list").with("place", &place::key(target)).address(&Route::Invites)
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let tab = room.query.get("tab");
    let counts = Counts::of(room);
    let sections = match tab {
        "list" => vec![ledger::section(room)],
        "waiting" => waiting::sections(room),
        "sweep" => sweep::sections(room),
        "handouts" => handout::sections(room),
        _ => board::sections(room),
    };
    let filters = match tab {
        "waiting" => Vec::new(),
        "sweep" => vec![scope_filter(room)],
        "handouts" => vec![place_filter(room)],
        "list" => vec![state_filter(room), place_filter(room), role_filter(room)],
        _ => vec![place_filter(room), role_filter(room)],
    };
    let mut acts = vec![Button::new("issue", msg::invites_issue(lang), Ask::Issue(None)).primary()];
    if counts.drafts > 0 {
        acts.push(Button::new("links", msg::invites_paste(lang), Ask::Links(None)));
    }
    if counts.overdue > 0 {
        acts.push(Button::new("expire", msg::invites_expire(lang, counts.overdue), Deed::Expire));
    }
    Page {
        title: msg::invites_title(lang).into(),
        lead: msg::invites_lead(lang).into(),
        clause: Some(clause!("2.1/6")),
        up: None,
        acts,
        tabs: tabs(room, tab, &counts),
        filters,
        sections,
    }
}

/// How much there is to do.
struct Counts {
    all: u64,
    drafts: u64,
    overdue: u64,
    unclaimed: u64,
}

impl Counts {
    fn of(room: &Room) -> Self {
        let count = |is: &dyn Fn(&Invite) -> bool| {
            room.school.invites().values().filter(|invite| is(invite)).count().try_into().unwrap_or(u64::MAX)
        };
        Self {
            all: count(&|_| true),
            drafts: count(&|invite| invite.state == InviteState::Draft),
            overdue: count(&|invite| is_overdue(room, invite)),
            unclaimed: crate::plan::invite::candidates(room.school, room.index).len().try_into().unwrap_or(u64::MAX),
        }
    }
}

/// Whether the term of a link is over and nobody wrote it down.
fn is_overdue(room: &Room, invite: &Invite) -> bool {
    matches!(invite.state, InviteState::Issued | InviteState::Sent)
        && invite.expires_on.is_some_and(|last| last < room.index.day)
}

fn tabs(room: &Room, here: &str, counts: &Counts) -> Vec<Tab> {
    let lang = room.lang;
    [
        ("", msg::invites_tab_board(lang), None),
        ("list", msg::invites_tab_list(lang), Some(counts.all)),
        ("waiting", msg::invites_tab_waiting(lang), None),
        ("sweep", msg::invites_tab_sweep(lang), Some(counts.unclaimed)),
        ("handouts", msg::invites_tab_handouts(lang), None),
    ]
    .map(|(tab, label, count)| Tab {
        label: label.into(),
        href: room.query.with("tab", tab).address(&Route::Invites),
        is_here: tab == here || (tab.is_empty() && !["list", "waiting", "sweep", "handouts"].contains(&here)),
        count,
    })
    .into()
}

fn filter(room: &Room, id: &'static str, label: &str, choices: Vec<(String, String)>) -> Filter {
    let all = (String::new(), msg::invites_filter_all(room.lang).to_owned());
    let kind = FilterKind::Choice(std::iter::once(all).chain(choices).collect());
    Filter { id, label: label.to_owned(), kind, value: room.query.get(id).to_owned() }
}

fn state_filter(room: &Room) -> Filter {
    let choices = ledger::STATES.iter().map(|(key, name)| ((*key).to_owned(), name(room.lang).to_owned())).collect();
    filter(room, "state", msg::invites_filter_state(room.lang), choices)
}

fn place_filter(room: &Room) -> Filter {
    filter(room, "place", msg::invites_filter_place(room.lang), place::choices(room))
}

fn role_filter(room: &Room) -> Filter {
    let roles = [InviteRole::Teacher, InviteRole::Student, InviteRole::Parent];
    let choices =
        roles.map(|role| (place::role_key(role).to_owned(), crate::text::invite::role(room.lang, role).to_owned()));
    filter(room, "role", msg::invites_filter_role(room.lang), choices.into())
}

fn scope_filter(room: &Room) -> Filter {
    let choices = vec![
        ("classes".to_owned(), msg::invites_scope_classes(room.lang).to_owned()),
        ("chats".to_owned(), msg::invites_scope_chats(room.lang).to_owned()),
    ];
    filter(room, "scope", msg::invites_filter_scope(room.lang), choices)
}

/// The invites that the filters of the address leave.
fn shown<'a>(room: &Room<'a>) -> impl Iterator<Item = &'a Invite> + use<'a> {
    let target = place::parse(room, room.query.get("place"));
    let role = place::role(room.query.get("role"));
    let state = room.query.get("state").to_owned();
    let has_target = !room.query.get("place").is_empty();
    room.school.invites().values().map(AsRef::as_ref).filter(move |invite| {
        (!has_target || Some(invite.target) == target)
            && role.is_none_or(|role| invite.role == role)
            && ledger::is_of_state(&state, invite)
    })
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Issue(preset) => issue::form(room, values, *preset),
            Self::Links(id) => paste::form(room, values, *id),
            Self::Hand(id) => hand::form(room, *id),
            Self::Join(id) => joining::form(room, *id),
            Self::Edit(id) => edit::form(room, *id),
            Self::Revoke(id) => revoke::form(room, values, *id),
            Self::Sweep => sweep::form(room, values),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Issue(_) => issue::command(room, values, making),
            Self::Links(id) => paste::command(room, values, *id),
            Self::Hand(id) => hand::command(room, values, *id),
            Self::Join(id) => joining::command(room, values, *id, making),
            Self::Edit(id) => edit::command(room, values, *id),
            Self::Revoke(id) => revoke::command(room, values, *id),
            Self::Sweep => sweep::command(room, values, making),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        let on = room.index.day;
        Ok(match self {
            Self::Delete(id) => Command::Remove(RecordKey::to::<Invite>(*id)),
            Self::DeleteChosen => {
                let ids = place::chosen(room).map(|invite| invite.id).collect();
                DeleteDrafts { ids }.into()
            }
            Self::Expire => {
                let overdue = room.school.invites().values().filter(|invite| is_overdue(room, invite));
                ExpireInvites { ids: overdue.map(|invite| invite.id).collect(), on }.into()
            }
            Self::Supersede(id) => SupersedeInvite { id: *id, new: making.ids.fresh(), on }.into(),
            Self::Close(id) => CloseInvites { ids: vec![*id], on }.into(),
        })
    }
}

#[cfg(test)]
mod tests;
