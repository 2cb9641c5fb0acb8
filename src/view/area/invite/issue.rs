//! The wizard that issues invites: where, in which role, to whom, with whose right (2.1/6, 2.5/1, 2.7/1).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::place;
use crate::clause;
use crate::domain::invite_act::read_link;
use crate::domain::{ClauseId, Command, Invite, InviteRole, InviteState, InviteTarget, Leave, PersonId};
use crate::plan::invite::{IssueInvites, Ledger, Waiting, issuers, last_day};
use crate::plan::leave::office;
use crate::text::{self, invite as words, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Column, ColumnKind, Row, Section, Table, Tone};
use crate::view::room::{Making, Room};

/// What was chosen so far, with what stands in for what was not.
struct Plan {
    target: InviteTarget,
    role: InviteRole,
    waiting: Waiting,
    whom: String,
    is_common: bool,
    by: Option<PersonId>,
    issuers: Vec<PersonId>,
}

impl Plan {
    fn of(room: &Room, values: &Values, preset: Option<(InviteTarget, InviteRole)>) -> Option<Self> {
        let target = match values.typed("place") {
            Some(typed) => place::parse(room, typed)?,
            None => preset.map(|(target, _)| target).or_else(|| {
                let here = place::parse(room, room.query.get("place"));
                here.or_else(|| room.index.staff_room.map(InviteTarget::Class))
                    .or_else(|| room.index.classes.first().copied().map(InviteTarget::Class))
            })?,
        };
        let roles = place::roles(room, target);
        let asked = values.typed("role").and_then(place::role).or(preset.map(|(_, role)| role));
        let role = asked.filter(|role| roles.contains(role)).or_else(|| roles.first().copied())?;
        let waiting = Ledger::of(room.school, room.index).waiting(room.school, room.index, room.plan, target, role);
        let issuers = issuers(room.school, room.index, room.regulation, role, target);
        let typed = values.typed("by").and_then(|text| text.parse().ok());
        let by = typed.or_else(|| issuers.first().copied());
        let whom = values.typed("whom").unwrap_or("missing").to_owned();
        let is_common = whom == "all" || values.typed("mode") == Some("common");
        Some(Self { target, role, waiting, whom, is_common, by, issuers })
    }

    /// Those who get a link.
    fn people(&self, values: &Values) -> Vec<PersonId> {
        match self.whom.as_str() {
            "chosen" => {
                let chosen: BTreeSet<PersonId> = values.many("people").collect();
                self.waiting.expected.iter().copied().filter(|id| chosen.contains(id)).collect()
            }
            "all" => Vec::new(),
            _ => self.waiting.missing().collect(),
        }
    }

    fn clause(&self) -> ClauseId {
        match (self.target, self.role) {
            (_, InviteRole::Parent) => clause!("2.7/1"),
            (InviteTarget::Chat(_), InviteRole::Student) => clause!("2.5/1"),
            _ => clause!("2.1/6"),
        }
    }

    fn leave(&self, room: &Room, by: PersonId) -> Leave {
        office::to_invite(room.school, room.index, room.regulation, by, self.role, self.target)
    }
}

/// The form.
pub fn form(room: &Room, values: &Values, preset: Option<(InviteTarget, InviteRole)>) -> Form {
    let lang = room.lang;
    let title = msg::invites_issue(lang).to_owned();
    let places = FieldKind::Search(place::choices(room));
    let place = Field::new("place", msg::invites_column_place(lang), places).required();
    let Some(plan) = Plan::of(room, values, preset) else {
        let refused = room.index.staff_room.is_none() && room.index.classes.is_empty();
        return Form {
            title,
            lead: msg::invites_issue_lead(lang).into(),
            clause: Some(clause!("2.1/6")),
            fields: vec![place],
            refused: refused.then(|| msg::invites_no_places(lang).to_owned()),
            ..Form::default()
        };
    };
    let people = plan.people(values);
    let refused = match plan.by {
        None => Some(msg::invites_no_issuer(lang, &plan.clause().to_string())),
        Some(by) => plan.leave(room, by).err().map(|refusal| text::refusal::sentence(lang, &refusal)),
    };
    let nobody = people.is_empty() && plan.whom != "all";
    Form {
        title,
        lead: msg::invites_issue_lead(lang).into(),
        clause: Some(plan.clause()),
        submit: if plan.whom == "all" {
            msg::invites_issue_common(lang).into()
        } else {
            msg::invites_issue_submit(lang, people.len().try_into().unwrap_or(u64::MAX))
        },
        fields: fields(room, &plan, place),
        preview: preview(room, &plan, &people),
        refused: refused.or_else(|| nobody.then(|| msg::invites_issue_nobody(lang).to_owned())),
    }
}

fn fields(room: &Room, plan: &Plan, place_field: Field) -> Vec<Field> {
    let lang = room.lang;
    let choice = |key: &str, name: &str| -> Choice { (key.to_owned(), name.to_owned()) };
    let roles = place::roles(room, plan.target);
    let roles = roles.iter().map(|role| choice(place::role_key(*role), words::role(lang, *role))).collect();
    let whom = FieldKind::Choice(vec![
        choice("missing", msg::invites_whom_missing(lang)),
        choice("chosen", msg::invites_whom_chosen(lang)),
        choice("all", msg::invites_whom_all(lang)),
    ]);
    let mut fields = vec![
        place_field.value(place::key(plan.target)),
        Field::new("role", msg::invites_column_role(lang), FieldKind::Choice(roles)).value(place::role_key(plan.role)),
        Field::new("whom", msg::invites_column_whom(lang), whom).value("missing"),
    ];
    if plan.whom == "chosen" {
        let free = plan.waiting.expected.iter().copied();
        let free = free.filter(|id| !plan.waiting.joined.contains(id) && !plan.waiting.invited.contains(id));
        let people = FieldKind::Many(place::people(room, free));
        fields.push(Field::new("people", msg::invites_people(lang), people).required());
    }
    if plan.whom != "all" {
        let modes = FieldKind::Choice(vec![
            choice("own", msg::invites_mode_own(lang)),
            choice("common", msg::invites_mode_common(lang)),
        ]);
        fields.push(Field::new("mode", msg::invites_mode(lang), modes).value("own"));
    }
    let by = FieldKind::Choice(place::people(room, plan.issuers.iter().copied()));
    fields.push(Field::new("by", msg::invites_column_by(lang), by).required().maybe(plan.by));
    if plan.is_common {
        fields.push(
            Field::new("link", msg::invites_column_link(lang), FieldKind::Text).hint(msg::invites_link_hint(lang)),
        );
        fields.push(Field::new("most", msg::invites_most(lang), FieldKind::Number).hint(msg::invites_most_hint(lang)));
        fields.extend(days(room));
    }
    fields.push(Field::new("note", msg::invites_note(lang), FieldKind::Text));
    fields
}

/// The day on which a link was made, and its last one.
pub fn days(room: &Room) -> [Field; 2] {
    let lang = room.lang;
    let last = last_day(room.school, room.index.day);
    let hint = if last.is_some() { msg::invites_last_hint(lang) } else { msg::invites_last_unknown(lang) };
    [
        Field::new("day", msg::invites_column_issued(lang), FieldKind::Day).required().value(room.index.day),
        Field::new("last", msg::invites_column_last(lang), FieldKind::Day).hint(hint).maybe(last),
    ]
}

/// Reads the two days.
pub fn read_days(reader: &mut Reader, values: &Values) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (day, last) = (reader.needed_day("day", values.get("day")), reader.day("last", values.get("last")));
    if matches!((day, last), (Some(day), Some(last)) if last < day) {
        reader.fault("last", Problem::Backwards);
    }
    (day, last)
}

/// Who gets a link, and who does not and why.
fn preview(room: &Room, plan: &Plan, people: &[PersonId]) -> Vec<Section> {
    let lang = room.lang;
    let getting: BTreeSet<PersonId> = people.iter().copied().collect();
    let why = |id: &PersonId| {
        if getting.contains(id) {
            Cell::badge(msg::invites_gets(lang), Tone::Success)
        } else if plan.waiting.joined.contains(id) {
            Cell::badge(msg::invites_why_joined(lang), Tone::Plain)
        } else if plan.waiting.invited.contains(id) {
            Cell::badge(msg::invites_why_invited(lang), Tone::Info)
        } else if plan.waiting.apart.contains(id) {
            Cell::badge(msg::invites_why_apart(lang), Tone::Plain)
        } else if plan.waiting.young.contains(id) {
            Cell::badge(msg::invites_why_young(lang), Tone::Plain)
        } else {
            Cell::badge(msg::invites_why_left_out(lang), Tone::Plain)
        }
    };
    let rows: Vec<Row> = plan
        .waiting
        .expected
        .iter()
        .map(|id| Row {
            key: id.to_string(),
            cells: vec![Cell::text(room.school.person_name(*id)), why(id)],
            acts: vec![],
        })
        .collect();
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::invites_preview_file(lang).into(),
        columns: vec![column(msg::invites_column_whom(lang)), column(msg::invites_column_state(lang))],
        rows,
        bulk: Vec::new(),
        empty: msg::invites_nobody_expected(lang).into(),
    };
    vec![Section::new("preview", msg::invites_preview(lang), Body::Table(table))]
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let Some(plan) = Plan::of(room, values, None) else {
        reader.fault("place", Problem::Choice);
        return reader.finish(None);
    };
    let people = plan.people(values);
    if people.is_empty() && plan.whom != "all" {
        reader.fault(if plan.whom == "chosen" { "people" } else { "whom" }, Problem::Choice);
    }
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let (day, last) = if plan.is_common { read_days(&mut reader, values) } else { (Some(room.index.day), None) };
    let most = if plan.is_common { reader.number("most", values.get("most"), 1, 100_000) } else { None };
    let typed = values.get("link").trim();
    let link = if plan.is_common { read_link(typed) } else { None };
    if plan.is_common && !typed.is_empty() && link.is_none() {
        reader.fault("link", Problem::Link);
    }
    let (Some(by), Some(day)) = (by, day) else { return reader.finish(None) };
    let mut make = |addressees: BTreeSet<PersonId>, max_uses| Invite {
        id: making.ids.fresh(),
        target: plan.target,
        role: plan.role,
        addressees,
        link: link.clone().unwrap_or_default(),
        issued_by: Some(by),
        issued_on: link.is_some().then_some(day),
        expires_on: last.filter(|_| link.is_some()),
        max_uses,
        sent: Vec::new(),
        uses: Vec::new(),
        state: if link.is_some() { InviteState::Issued } else { InviteState::Draft },
        note: values.get("note").trim().to_owned(),
    };
    let invites = if plan.is_common {
        vec![make(people.into_iter().collect(), most)]
    } else {
        people.into_iter().map(|person| make(BTreeSet::from([person]), Some(1))).collect()
    };
    let leave = plan.leave(room, by);
    reader.finish(Some(IssueInvites { leave, invites }.into()))
}
