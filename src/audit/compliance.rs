//! Compliance by clause: what the records show, what the findings say against it, what a person attested.

use std::collections::BTreeMap;

use super::evidence::evidence;
use super::finding::{Finding, Severity};
use crate::domain::{Attestation, AttestationVerdict, ClauseId, RecordKey, School};
use crate::plan::Index;
use crate::regulation::{ClauseEntry, Regulation};

/// How a clause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseState {
    /// Kept, as records or a person show.
    Fulfilled,
    /// Kept in part.
    Partly,
    /// Not kept.
    Unfulfilled,
    /// It does not apply here, for a reason.
    NotApplicable,
    /// Records cannot show it: a person attests.
    NeedsAttestation,
    /// The text has no such clause.
    Absent,
}

impl ClauseState {
    /// Every state, in the order of a filter.
    pub const ALL: [Self; 6] =
        [Self::Fulfilled, Self::Partly, Self::Unfulfilled, Self::NotApplicable, Self::NeedsAttestation, Self::Absent];

    /// The word in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Partly => "partly",
            Self::Unfulfilled => "unfulfilled",
            Self::NotApplicable => "not-applicable",
            Self::NeedsAttestation => "needs-attestation",
            Self::Absent => "absent",
        }
    }
}

/// A clause with what shows how it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Compliance<'a> {
    /// The clause.
    pub clause: ClauseId,
    /// The number of its section.
    pub section: &'a str,
    /// How it stands.
    pub state: ClauseState,
    /// The records that show it.
    pub evidence: Vec<RecordKey>,
    /// What the review says against it, the gravest first.
    pub findings: Vec<&'a Finding>,
    /// What a person attested last, for this year or for good.
    pub attestation: Option<&'a Attestation>,
}

/// Every clause of the register, in the order of the text. `findings` are those of [`super::audit`].
#[must_use]
pub fn compliance<'a>(
    school: &'a School,
    index: &Index,
    regulation: &'a Regulation,
    findings: &'a [Finding],
) -> Vec<Compliance<'a>> {
    let mut against: BTreeMap<ClauseId, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        for clause in std::iter::once(&finding.clause).chain(&finding.also) {
            against.entry(*clause).or_default().push(finding);
        }
    }
    let mut attested: BTreeMap<ClauseId, &Attestation> = BTreeMap::new();
    for row in school.attestations().values().filter(|row| row.year.is_none() || row.year == index.year) {
        let latest = attested.entry(row.clause).or_insert(row);
        if (latest.on, latest.id) < (row.on, row.id) {
            *latest = row;
        }
    }
    let mut rows: Vec<Compliance> = regulation
        .clauses()
        .map(|(section, entry)| {
            let clause = entry.id;
            let evidence = evidence(school, index, regulation, clause);
            let findings = against.remove(&clause).unwrap_or_default();
            let attestation = attested.get(&clause).copied();
            let state = state(regulation, entry, &evidence, &findings, attestation);
            Compliance { clause, section: &section.number, state, evidence, findings, attestation }
        })
        .collect();
    add_up(&mut rows);
    rows
}

fn state(
    regulation: &Regulation,
    entry: &ClauseEntry,
    evidence: &[RecordKey],
    findings: &[&Finding],
    attestation: Option<&Attestation>,
) -> ClauseState {
    let verdict = attestation.map(|row| row.verdict);
    let has = |severity| findings.iter().any(|finding| finding.severity == severity);
    // 2.2/6e, 2.3/3d, 2.4/3b: chats that are allowed and not required.
    let mut rules = regulation.chat_rules().iter().filter(|rule| rule.clause == entry.id).peekable();
    let is_optional = rules.peek().is_some() && rules.all(|rule| !rule.is_required);
    match verdict {
        _ if entry.absent => ClauseState::Absent,
        Some(AttestationVerdict::NotApplicable) => ClauseState::NotApplicable,
        _ if has(Severity::Error) && evidence.is_empty() => ClauseState::Unfulfilled,
        _ if has(Severity::Error) || has(Severity::Warning) => ClauseState::Partly,
        Some(AttestationVerdict::Partly) => ClauseState::Partly,
        Some(AttestationVerdict::Fulfilled) => ClauseState::Fulfilled,
        None if !evidence.is_empty() => ClauseState::Fulfilled,
        None if is_optional => ClauseState::NotApplicable,
        None => ClauseState::NeedsAttestation,
    }
}

/// A bullet with parts stands as its parts do together.
fn add_up(rows: &mut [Compliance]) {
    let mut parts: BTreeMap<ClauseId, Vec<ClauseState>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.clause.is_part()) {
        parts.entry(row.clause.bullet()).or_default().push(row.state);
    }
    for row in rows.iter_mut() {
        let Some(parts) = parts.get(&row.clause) else { continue };
        if row.attestation.is_some_and(|row| row.verdict == AttestationVerdict::NotApplicable) {
            continue;
        }
        let counted: Vec<ClauseState> =
            parts.iter().copied().filter(|state| *state != ClauseState::NotApplicable).collect();
        let whole = if counted.is_empty() {
            row.state
        } else if counted.iter().all(|state| *state == ClauseState::Unfulfilled) {
            ClauseState::Unfulfilled
        } else if counted.iter().all(|state| *state == ClauseState::Fulfilled) {
            match row.state {
                ClauseState::Unfulfilled => ClauseState::Partly,
                ClauseState::NeedsAttestation => ClauseState::Fulfilled,
                own => own,
            }
        } else if counted.iter().all(|state| *state == ClauseState::NeedsAttestation) {
            row.state
        } else {
            ClauseState::Partly
        };
        row.state = whole;
    }
}
