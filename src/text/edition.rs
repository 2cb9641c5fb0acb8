//! Why a file is no edition of a regulation, in words, with the place that is wrong.

use crate::regulation::{Place, RegulationError};

use super::{Lang, msg};

/// The sentence for a person: what is wrong, where.
#[must_use]
pub fn error(lang: Lang, error: &RegulationError) -> String {
    match error {
        RegulationError::TooLarge { .. } => msg::edition_error_too_large(lang).into(),
        RegulationError::Unreadable { line, column, reason } => {
            msg::edition_error_unreadable(lang, &column.to_string(), &line.to_string(), reason)
        }
        RegulationError::Foreign => msg::edition_error_foreign(lang).into(),
        RegulationError::Newer { found, known } => {
            msg::edition_error_newer(lang, &found.to_string(), &known.to_string())
        }
        RegulationError::Duplicate(at) => msg::edition_error_duplicate(lang, &place(lang, at)),
        RegulationError::Empty(at) => msg::edition_error_empty(lang, &place(lang, at)),
        RegulationError::UnknownClause { place: at, clause } => {
            msg::edition_error_unknown_clause(lang, &clause.to_string(), &place(lang, at))
        }
        RegulationError::AbsentClause { place: at, clause } => {
            msg::edition_error_absent_clause(lang, &clause.to_string(), &place(lang, at))
        }
        RegulationError::UnknownRole { place: at, role } => {
            msg::edition_error_unknown_role(lang, &place(lang, at), role.as_str())
        }
        RegulationError::UnknownAction { place: at, action } => {
            msg::edition_error_unknown_action(lang, &action.to_string(), &place(lang, at))
        }
        RegulationError::MissingRow { expected } => msg::edition_error_missing_row(lang, &expected.to_string()),
        RegulationError::MissingCell(cell) => {
            msg::edition_error_missing_cell(lang, &place(lang, &Place::Cell(cell.clone())))
        }
        RegulationError::NoClause(at) => msg::edition_error_no_clause(lang, &place(lang, at)),
        RegulationError::NoDefault(at) => msg::edition_error_no_default(lang, &place(lang, at)),
        RegulationError::StrayDefault(at) => msg::edition_error_stray_default(lang, &place(lang, at)),
        RegulationError::StrayScope(at) => msg::edition_error_stray_scope(lang, &place(lang, at)),
        other => msg::edition_error_other(lang, &other.to_string()),
    }
}

fn place(lang: Lang, place: &Place) -> String {
    match place {
        Place::Front => msg::edition_place_front(lang).into(),
        Place::Role(role) => msg::edition_place_role(lang, role.as_str()),
        Place::Section(number) => msg::edition_place_section(lang, number),
        Place::Clause(clause) => msg::edition_place_clause(lang, &clause.to_string()),
        Place::Action(action) => msg::edition_place_action(lang, &action.to_string()),
        Place::Cell(cell) => msg::edition_place_cell(lang, &cell.action.to_string(), cell.role.as_str()),
        Place::Oddity(number) => msg::edition_place_oddity(lang, &number.to_string()),
        Place::AppCommand(id) => msg::edition_place_command(lang, id),
        Place::Term(term) => msg::edition_place_term(lang, term),
        Place::LegalAct(number) => msg::edition_place_law(lang, number),
        other => other.to_string(),
    }
}
