//! The form by which somebody attests how a clause is kept that records cannot show.

use super::check::staff;
use crate::domain::words::tidy;
use crate::domain::{Attest, Attestation, AttestationVerdict, ClauseId, Command, PersonId};
use crate::text::{self, decision, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::{Making, Room};

const VERDICTS: [(&str, AttestationVerdict); 3] = [
    ("fulfilled", AttestationVerdict::Fulfilled),
    ("partly", AttestationVerdict::Partly),
    ("not-applicable", AttestationVerdict::NotApplicable),
];

/// The latest attestation of the clause for this year or for good.
fn known<'a>(room: &Room<'a>, clause: ClauseId) -> Option<&'a Attestation> {
    let rows = room.school.attestations().values().map(AsRef::as_ref);
    rows.filter(|row| row.clause == clause && (row.year.is_none() || row.year == room.index.year))
        .max_by_key(|row| (row.on, row.id))
}

/// The form.
pub fn form(room: &Room, clause: ClauseId, values: &Values) -> Form {
    let lang = room.lang;
    let row = known(room, clause);
    let verdicts = VERDICTS.map(|(code, verdict)| (code.to_owned(), text::audit::verdict(lang, verdict).to_owned()));
    let code = row.and_then(|row| VERDICTS.iter().find(|(_, verdict)| *verdict == row.verdict)).map(|(code, _)| *code);
    let code = values.typed("verdict").or(code).unwrap_or("fulfilled").to_owned();
    let years = vec![
        ("year".to_owned(), msg::compliance_this_year(lang).to_owned()),
        (String::new(), msg::compliance_for_good(lang).to_owned()),
    ];
    let is_for_good = row.is_some_and(|row| row.year.is_none());
    let note = Field::new("note", msg::compliance_grounds(lang), FieldKind::Long)
        .hint(msg::compliance_grounds_hint(lang))
        .maybe(row.map(|row| row.note.clone()));
    let acts = room.school.acts().values();
    let mut acts: Vec<_> = acts.collect();
    acts.sort_by_key(|act| std::cmp::Reverse((act.date, act.id)));
    let acts = acts.into_iter().map(|act| (act.id.to_string(), format!("№ {} · {}", act.number, act.title))).collect();
    let papers: Vec<String> = row.into_iter().flat_map(|row| &row.acts).map(ToString::to_string).collect();
    let said = room.regulation.clause(clause).map(|(_, entry)| decision::said(lang, &entry.text).to_owned());
    Form {
        title: msg::compliance_of_clause(lang, &clause.to_string()),
        lead: said.unwrap_or_default(),
        clause: Some(clause),
        fields: vec![
            Field::new("verdict", msg::compliance_verdict(lang), FieldKind::Choice(verdicts.into()))
                .required()
                .value(&code),
            // 4.3: that a clause is kept in part, or does not apply, is said with a reason.
            if code == "fulfilled" { note } else { note.required() },
            Field::new("by", msg::compliance_by(lang), FieldKind::Search(staff(room)))
                .required()
                .maybe(row.and_then(|row| row.by)),
            Field::new("on", msg::control_on(lang), FieldKind::Day).required().value(room.context.today),
            Field::new("year", msg::compliance_term(lang), FieldKind::Choice(years)).value(if is_for_good {
                ""
            } else {
                "year"
            }),
            Field::new("acts", msg::compliance_papers(lang), FieldKind::Many(acts)).value(papers.join("\n")),
        ],
        ..Form::default()
    }
}

/// Reads the form.
pub fn command(room: &Room, clause: ClauseId, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let verdict = VERDICTS.iter().find(|(code, _)| *code == values.get("verdict")).map(|(_, verdict)| *verdict);
    if verdict.is_none() {
        reader.fault("verdict", Problem::Choice);
    }
    let note = match verdict {
        Some(AttestationVerdict::Fulfilled) | None => tidy(values.get("note")),
        Some(_) => reader.required("note", values.get("note")),
    };
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let on = reader.needed_day("on", values.get("on"));
    let ((verdict, by), on) = reader.finish(verdict.zip(by).zip(on))?;
    let year = room.index.year.filter(|_| values.get("year") == "year");
    // The attestation of the same term is replaced; one of another term stays.
    let known = known(room, clause).filter(|row| row.year == year).map(|row| row.id);
    let attestation = Attestation {
        id: known.unwrap_or_else(|| making.ids.fresh()),
        clause,
        year,
        verdict,
        on,
        by: Some(by),
        note,
        acts: values.many("acts").collect(),
    };
    Ok(Command::from(Attest { attestation }))
}
