//! Compliance by clause: how each clause of the register stands, what shows it, what to do.

use super::review::findings;
use super::{Ask, Deed};
use crate::audit::{ClauseState, Compliance, Finding, Severity, compliance};
use crate::domain::{Attestation, ClauseId, RecordKey, RecordKind};
use crate::text::{self, date, decision, msg};
use crate::view::finding::{fix, state_tone, tone};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Figure, Filter, FilterKind, Page, Row, Section, Table,
};
use crate::view::room::{Query, Room};
use crate::view::route::Route;

/// The most records of a kind that are listed as evidence; the rest is counted.
const LISTED: usize = 200;

/// The page.
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let found = findings(room);
    let rows = compliance(room.school, room.index, room.regulation, &found);
    let chosen = room.query.get("clause").parse::<ClauseId>().ok();
    let chosen = chosen.and_then(|clause| rows.iter().find(|row| row.clause == clause));
    let sections = match chosen {
        Some(row) => one(room, row),
        None => vec![figures(room, &rows), list(room, &rows)],
    };
    let up = (Route::Regulation.to_string(), msg::regulation_title(lang).to_owned());
    let all = (Route::Compliance.to_string(), msg::compliance_title(lang).to_owned());
    Page {
        title: chosen.map_or_else(
            || msg::compliance_title(lang).to_owned(),
            |row| msg::compliance_of_clause(lang, &row.clause.to_string()),
        ),
        lead: if chosen.is_some() { String::new() } else { msg::compliance_lead(lang).to_owned() },
        clause: Some(chosen.map_or(crate::clause!("2.2/7"), |row| row.clause)),
        up: Some(if chosen.is_some() { all } else { up }),
        filters: if chosen.is_some() { Vec::new() } else { filters(room) },
        sections,
        ..Page::default()
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn figures(room: &Room, rows: &[Compliance]) -> Section {
    let lang = room.lang;
    let whole = rows.iter().filter(|row| row.state != ClauseState::Absent).count();
    let figures = ClauseState::ALL.into_iter().filter(|state| *state != ClauseState::Absent).map(|state| Figure {
        label: text::audit::state(lang, state).to_owned(),
        value: number(rows.iter().filter(|row| row.state == state).count()),
        of: Some(number(whole)),
        note: String::new(),
        href: Some(Query::from([("state", state.code())]).address(&Route::Compliance)),
        tone: state_tone(state),
    });
    Section::new("states", String::new(), Body::Figures(figures.collect()))
}

fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let all = || (String::new(), msg::control_all(lang).to_owned());
    let states = ClauseState::ALL.map(|state| (state.code().to_owned(), text::audit::state(lang, state).to_owned()));
    let sections = room.regulation.sections().iter().map(|section| {
        (section.number.clone(), format!("{} {}", section.number, decision::said(lang, &section.title)))
    });
    let filter = |id: &'static str, label: &str, choices: Vec<(String, String)>| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(std::iter::once(all()).chain(choices).collect()),
        value: room.query.get(id).to_owned(),
    };
    vec![
        filter("state", msg::compliance_state(lang), states.into()),
        filter("section", msg::compliance_section(lang), sections.collect()),
    ]
}

fn list(room: &Room, rows: &[Compliance]) -> Section {
    let lang = room.lang;
    let fits = |key: &str, value: &str| room.query.get(key).is_empty() || room.query.get(key) == value;
    let shown = rows.iter().filter(|row| fits("state", row.state.code()) && fits("section", row.section));
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::compliance_file(lang).to_owned(),
        columns: vec![
            column(msg::control_clause(lang), ColumnKind::Number),
            column(msg::compliance_says(lang), ColumnKind::Text),
            column(msg::compliance_state(lang), ColumnKind::Text),
            column(msg::compliance_evidence(lang), ColumnKind::Number),
            column(msg::compliance_against(lang), ColumnKind::Text),
        ],
        rows: shown.enumerate().map(|(at, row)| line(room, at, row)).collect(),
        bulk: Vec::new(),
        empty: msg::control_none_shown(lang).to_owned(),
    };
    Section::new("clauses", msg::compliance_clauses(lang), Body::Table(table)).note(msg::compliance_note(lang))
}

fn line(room: &Room, at: usize, row: &Compliance) -> Row {
    let lang = room.lang;
    let about = row.clause.to_string();
    let says = room.regulation.clause(row.clause).map(|(_, entry)| decision::said(lang, &entry.text).to_owned());
    let clause = Cell { sort: i64::try_from(at).ok(), ..Cell::link(&about, Route::Clause(row.clause)) };
    let note = row.attestation.map(|row| attested(room, row)).unwrap_or_default();
    let details = Query::from([("clause", about.as_str())]).address(&Route::Compliance);
    let mut acts: Vec<Button> =
        row.findings.first().map(|finding| fix(lang, finding).about(&about)).into_iter().collect();
    if row.state != ClauseState::Absent {
        acts.push(Button::new("details", msg::compliance_details(lang), Does::Go(details)).about(&about));
        acts.push(Button::new("attest", msg::compliance_attest(lang), Ask::Attest(row.clause)).about(&about));
    }
    Row {
        key: about,
        cells: vec![
            clause,
            Cell::text(says.unwrap_or_default()),
            Cell::badge(text::audit::state(lang, row.state), state_tone(row.state)).note(note),
            Cell::number(number(row.evidence.len())),
            against(room, &row.findings),
        ],
        acts,
    }
}

/// The gravest finding, and how many more there are.
fn against(room: &Room, findings: &[&Finding]) -> Cell {
    let Some(first) = findings.first() else { return Cell::default() };
    let cell = Cell::text(text::audit::sentence(room.lang, room.school, first));
    let more = findings.len() - 1;
    if more == 0 { cell } else { cell.note(msg::compliance_more(room.lang, number(more))) }
}

/// Who attested what, when.
fn attested(room: &Room, row: &Attestation) -> String {
    let by = row.by.map(|by| room.school.person_name(by)).unwrap_or_default();
    let parts = [text::audit::verdict(room.lang, row.verdict).to_owned(), date::short(row.on), by, row.note.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// One clause: what shows it, what stands against it, what was attested.
fn one(room: &Room, row: &Compliance) -> Vec<Section> {
    let lang = room.lang;
    let says = room.regulation.clause(row.clause).map(|(_, entry)| decision::said(lang, &entry.text).to_owned());
    let mut acts = vec![Button::new("attest", msg::compliance_attest(lang), Ask::Attest(row.clause)).primary()];
    if let Some(attestation) = row.attestation {
        let take_back = Deed::RemoveAttestation(attestation.id);
        acts.push(Button::new("remove-attestation", msg::compliance_take_back(lang), take_back).danger());
    }
    let facts = vec![
        crate::view::page::Fact::new(msg::compliance_says(lang), Cell::text(says.unwrap_or_default())),
        crate::view::page::Fact::new(
            msg::compliance_state(lang),
            Cell::badge(text::audit::state(lang, row.state), state_tone(row.state)),
        ),
        crate::view::page::Fact::new(
            msg::compliance_attestation(lang),
            Cell::text(
                row.attestation
                    .map_or_else(|| msg::compliance_no_attestation(lang).to_owned(), |row| attested(room, row)),
            ),
        ),
    ];
    let mut sections = vec![Section::new("clause", String::new(), Body::Facts(facts)).acts(acts)];
    if !row.findings.is_empty() {
        let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
        let rows = row.findings.iter().map(|finding| {
            let what = text::audit::sentence(lang, room.school, finding);
            let rank = Severity::ALL.iter().position(|severity| *severity == finding.severity).unwrap_or_default();
            let severity = Cell {
                sort: i64::try_from(rank).ok(),
                ..Cell::badge(text::audit::severity(lang, finding.severity), tone(finding.severity))
            };
            let acts = vec![fix(lang, finding).about(&what)];
            Row { key: finding.key(), cells: vec![severity, Cell::text(what)], acts }
        });
        let table = Table {
            name: msg::control_file(lang).to_owned(),
            columns: vec![column(msg::control_severity(lang)), column(msg::control_what(lang))],
            rows: rows.collect(),
            bulk: Vec::new(),
            empty: String::new(),
        };
        sections.push(Section::new("against", msg::compliance_against(lang), Body::Table(table)));
    }
    sections.push(evidence(room, row));
    sections
}

fn evidence(room: &Room, row: &Compliance) -> Section {
    let lang = room.lang;
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let rows = row.evidence.iter().take(LISTED).filter_map(|key| {
        let caption = room.school.record(*key)?.caption(room.school);
        let kind = text::kind::one(lang, key.kind);
        let what = if caption.is_empty() { kind.to_owned() } else { caption };
        let cell = place(*key).map_or_else(|| Cell::text(&what), |href| Cell::link(&what, href));
        Some(Row { key: key.id.to_string(), cells: vec![Cell::text(kind), cell], acts: Vec::new() })
    });
    let table = Table {
        name: msg::compliance_file_evidence(lang).to_owned(),
        columns: vec![column(msg::compliance_kind(lang)), column(msg::compliance_record(lang))],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::compliance_no_evidence(lang).to_owned(),
    };
    let more = row.evidence.len().saturating_sub(LISTED);
    let section = Section::new("evidence", msg::compliance_evidence(lang), Body::Table(table));
    if more == 0 { section } else { section.note(msg::compliance_more_evidence(lang, number(more))) }
}

/// The screen on which a record is seen.
fn place(key: RecordKey) -> Option<String> {
    let route = match key.kind {
        RecordKind::Class => Route::Class(key.id.into()),
        RecordKind::Person => Route::Person(key.id.into()),
        RecordKind::Chat => Route::Chat(key.id.into()),
        RecordKind::ControlCheck => {
            return Some(Query::from([("tab", "checks"), ("check", &key.id.to_string())]).address(&Route::Control));
        }
        RecordKind::RegulationEdition | RecordKind::LegalAct => Route::Editions,
        RecordKind::Interpretation | RecordKind::GapNote => Route::Interpretations,
        RecordKind::Organisation | RecordKind::PlatformProfile => Route::School,
        RecordKind::RegistrationApplication => Route::Registration,
        RecordKind::Nomenclature | RecordKind::HomeroomDistribution | RecordKind::HomeroomAssignment => {
            Route::StructureOrders
        }
        RecordKind::Appointment => Route::Administrators,
        RecordKind::Invite => Route::Invites,
        RecordKind::JoinRequest | RecordKind::Verification | RecordKind::Membership => Route::Requests,
        RecordKind::Movement => Route::Movements,
        RecordKind::Channel | RecordKind::Publication | RecordKind::Material => Route::Channels,
        RecordKind::Event => Route::Calendar,
        RecordKind::SupportTicket | RecordKind::VendorCase | RecordKind::FaqEntry => Route::Support,
        RecordKind::StatReport => Route::Statistics,
        RecordKind::LocalAct | RecordKind::IssuedDocument => Route::Documents,
        RecordKind::AcknowledgementSheet => Route::Acknowledgements,
        _ => return None,
    };
    Some(route.to_string())
}
