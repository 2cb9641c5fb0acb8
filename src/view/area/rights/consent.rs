//! Consents and participation (SPEC section 8). Who refused is never on a list of shame: the table says how to reach them.

use std::collections::BTreeSet;

use super::Ask;
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, Consent, ConsentState, Participation, Person, PersonId, SetConsent};
use crate::text::{Lang, msg, people};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Figure, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::Room;
use crate::view::route::Route;

const STATES: [(&str, ConsentState); 4] = [
    ("unknown", ConsentState::Unknown),
    ("given", ConsentState::Given),
    ("refused", ConsentState::Refused),
    ("withdrawn", ConsentState::Withdrawn),
];
const WAYS: [(&str, Participation); 3] =
    [("on", Participation::OnPlatform), ("off", Participation::OffPlatform), ("refused", Participation::Refused)];

/// Who a person is at the school; nobody of them is not listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Student,
    Parent,
    Staff,
}

impl Who {
    fn of(room: &Room, person: PersonId) -> Option<Self> {
        if room.index.class_of.contains_key(&person) {
            Some(Self::Student)
        } else if room.index.is_staff(person) {
            Some(Self::Staff)
        } else if room.index.children.contains_key(&person) {
            Some(Self::Parent)
        } else {
            None
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Parent => "parent",
            Self::Staff => "staff",
        }
    }

    const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Student => msg::rights_audience_students(lang),
            Self::Parent => msg::rights_audience_parents(lang),
            Self::Staff => msg::rights_audience_staff(lang),
        }
    }
}

/// Fills the page with consents and participation.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.clause = Some(clause!("4.3"));
    page.filters = filters(room);
    let mut given = 0;
    let mut unknown = 0;
    let mut apart = 0;
    let mut all = 0;
    let mut rows = Vec::new();
    let (who, state, way) = (room.query.get("who"), room.query.get("state"), room.query.get("way"));
    for person in room.school.people().values() {
        let Some(is) = Who::of(room, person.id) else { continue };
        all += 1;
        given += u64::from(person.consent.state == ConsentState::Given);
        unknown += u64::from(person.consent.state == ConsentState::Unknown);
        apart += u64::from(person.participation != Participation::OnPlatform);
        let fits = (who.is_empty() || who == is.code())
            && (state.is_empty() || STATES.iter().any(|(code, of)| *code == state && *of == person.consent.state))
            && (way.is_empty() || WAYS.iter().any(|(code, of)| *code == way && *of == person.participation));
        if fits {
            rows.push(row(room, person, is));
        }
    }
    let figure = |label: &str, value, of, note: String| Figure {
        label: label.to_owned(),
        value,
        of,
        note,
        href: None,
        tone: Tone::Plain,
    };
    let figures = vec![
        figure(msg::rights_consent_given(lang), given, Some(all), String::new()),
        figure(msg::rights_consent_unknown(lang), unknown, Some(all), String::new()),
        figure(msg::rights_off_platform(lang), apart, None, msg::rights_off_platform_note(lang).into()),
    ];
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::rights_tab_consents(lang).into(),
        columns: vec![
            column(msg::rights_name(lang), ColumnKind::Text),
            column(msg::rights_who(lang), ColumnKind::Text),
            column(msg::rights_consent(lang), ColumnKind::Text),
            column(msg::rights_consent_on(lang), ColumnKind::Day),
            column(msg::rights_consent_paper(lang), ColumnKind::Text),
            column(msg::rights_participation(lang), ColumnKind::Text),
            column(msg::rights_way(lang), ColumnKind::Text),
        ],
        rows,
        bulk: vec![Button::new("set-consents", msg::rights_set_consents(lang), Ask::Consents).primary()],
        empty: msg::rights_nobody(lang).into(),
    };
    page.sections = vec![
        Section::new("figures", "", Body::Figures(figures)),
        Section::new("consents", msg::rights_tab_consents(lang), Body::Table(table))
            .note(msg::rights_consents_note(lang)),
    ];
}

fn row(room: &Room, person: &Person, is: Who) -> Row {
    let lang = room.lang;
    let class = room.index.class_of.get(&person.id).map(|class| room.school.class_name(*class)).unwrap_or_default();
    let name = person.name.to_string();
    let tone = if person.consent.state == ConsentState::Given { Tone::Success } else { Tone::Plain };
    Row {
        key: person.id.to_string(),
        acts: vec![Button::new("set-consent", msg::edit(lang), Ask::Consent(person.id)).about(&name)],
        cells: vec![
            Cell::link(name, Route::Person(person.id)),
            Cell::text(is.name(lang)).note(class),
            Cell::badge(people::consent(lang, person.consent.state), tone),
            Cell::day(person.consent.on),
            Cell::text(&person.consent.paper),
            Cell::text(people::participation(lang, person.participation)),
            Cell::text(&person.other_way),
        ],
    }
}

fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let filter = |id: &'static str, label: &str, rest: Vec<Choice>| {
        let mut entries = vec![(String::new(), msg::rights_any(lang).to_owned())];
        entries.extend(rest);
        let value = room.query.get(id).to_owned();
        Filter { id, label: label.to_owned(), kind: FilterKind::Choice(entries), value }
    };
    let who =
        [Who::Student, Who::Parent, Who::Staff].map(|who| (who.code().to_owned(), who.name(lang).to_owned())).to_vec();
    vec![
        filter("who", msg::rights_who(lang), who),
        filter("state", msg::rights_consent(lang), states(lang)),
        filter("way", msg::rights_participation(lang), ways(lang)),
    ]
}

fn states(lang: Lang) -> Vec<Choice> {
    STATES.map(|(code, state)| (code.to_owned(), people::consent(lang, state).to_owned())).to_vec()
}

fn ways(lang: Lang) -> Vec<Choice> {
    WAYS.map(|(code, way)| (code.to_owned(), people::participation(lang, way).to_owned())).to_vec()
}

fn meant(room: &Room, person: Option<PersonId>) -> BTreeSet<PersonId> {
    match person {
        Some(person) => BTreeSet::from([person]),
        None => room.chosen.iter().filter_map(|key| key.parse().ok()).collect(),
    }
}

/// Asks what one person or the chosen people answered.
pub(super) fn form(room: &Room, person: Option<PersonId>) -> Form {
    let lang = room.lang;
    let known = person.and_then(|id| room.school.people().get(&id));
    let keep = |mut choices: Vec<Choice>| {
        if known.is_none() {
            choices.insert(0, (String::new(), msg::rights_keep(lang).to_owned()));
        }
        choices
    };
    let state =
        known.and_then(|row| STATES.iter().find(|(_, state)| *state == row.consent.state)).map(|(code, _)| *code);
    let way = known.and_then(|row| WAYS.iter().find(|(_, way)| *way == row.participation)).map(|(code, _)| *code);
    let text = |id, label: &str, value: Option<&String>| Field::new(id, label, FieldKind::Text).maybe(value);
    Form {
        title: known.map_or_else(|| msg::rights_set_consents(lang).to_owned(), |row| row.name.to_string()),
        lead: if known.is_some() { String::new() } else { msg::rights_chosen(lang, meant(room, None).len() as u64) },
        clause: Some(clause!("4.3")),
        fields: vec![
            Field::new("state", msg::rights_consent(lang), FieldKind::Choice(keep(states(lang)))).maybe(state),
            Field::new("on", msg::rights_consent_on(lang), FieldKind::Day).maybe(known.and_then(|row| row.consent.on)),
            text("paper", msg::rights_consent_paper(lang), known.map(|row| &row.consent.paper))
                .hint(msg::rights_paper_hint(lang)),
            Field::new("way", msg::rights_participation(lang), FieldKind::Choice(keep(ways(lang)))).maybe(way),
            text("other-way", msg::rights_way(lang), known.map(|row| &row.other_way)).hint(msg::rights_way_hint(lang)),
        ],
        ..Form::default()
    }
}

/// Reads what one person or the chosen people answered.
pub(super) fn command(room: &Room, person: Option<PersonId>, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let state = STATES.iter().find(|(code, _)| *code == values.get("state")).map(|(_, state)| *state);
    let on = reader.day("on", values.get("on"));
    if on.is_none() && state.is_some_and(|state| state != ConsentState::Unknown) && values.get("on").trim().is_empty() {
        reader.fault("on", Problem::Empty);
    }
    let paper = tidy(values.get("paper"));
    let consent = state
        .map(|state| if state == ConsentState::Unknown { Consent::default() } else { Consent { state, on, paper } });
    let participation = WAYS.iter().find(|(code, _)| *code == values.get("way")).map(|(_, way)| *way);
    let other_way = tidy(values.get("other-way"));
    // For many people an empty field means: leave it as it is.
    let other_way = Some(other_way).filter(|way| person.is_some() || !way.is_empty());
    let people = meant(room, person);
    reader.finish(Some(SetConsent { people, consent, participation, other_way }.into()))
}
