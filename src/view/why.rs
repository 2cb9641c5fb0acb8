//! Why something is off or was refused: the clause in words, the rows of the matrix that speak of it, what they answer to
//! the viewer, and who can. Every explanation leads to its cell and clause.

use crate::domain::ClauseId;
use crate::regulation::{ActionId, Authority, Object, RoleId, Standings, Verdict, capable_roles};
use crate::text::{decision, msg};

use super::explanation::{self, Holders};
use super::preview::{Viewer, roles_of};
use super::room::{Query, Room};
use super::route::Route;

/// What the regulation says about something that is off.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The clause.
    pub clause: ClauseId,
    /// The rows that speak of it.
    pub rows: Vec<ExplainedRow>,
}

/// What a row of the matrix answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedRow {
    /// The row.
    pub action: ActionId,
    /// Its name.
    pub name: String,
    /// What it answers to the viewer; none where the plan is seen through nobody's eyes.
    pub verdict: Option<Verdict>,
    /// What the viewer lacks.
    pub missing: Vec<String>,
    /// The roles that can.
    pub roles: Vec<RoleId>,
    /// The people of this school who can.
    pub holders: Holders,
    /// The cell, or the row of the viewer.
    pub address: String,
}

/// Explains a clause to a viewer. Scans everybody once: ask on demand.
#[must_use]
pub fn explain(room: &Room, viewer: Option<Viewer>, clause: ClauseId) -> Explained {
    let standings = Standings::of(room.school, room.index.day);
    let authority = Authority::new(room.school, room.regulation, room.index.day).knowing(&standings);
    let rows = room
        .regulation
        .actions()
        .iter()
        .filter(|action| action.clauses.iter().any(|own| is_about(*own, clause)))
        .map(|action| {
            let roles = capable_roles(room.regulation, authority.interpretations(), action);
            let decided = match viewer {
                Some(Viewer::Person(person)) => {
                    Some(authority.decide(&authority.standing(person), action, &authority.target(Object::None)))
                }
                Some(Viewer::Holder(basis)) => roles_of(room.regulation, basis).first().and_then(|role| {
                    let interpretations = authority.interpretations();
                    crate::regulation::decide_role(room.regulation, interpretations, role, action.number)
                }),
                None => None,
            };
            let missing = decided.iter().flat_map(|decision| &decision.missing);
            let missing = missing.map(|fact| decision::missing(room.lang, room.regulation, fact)).collect();
            let address = match viewer {
                Some(Viewer::Person(person)) => row_address(person, action.number),
                Some(Viewer::Holder(basis)) => roles_of(room.regulation, basis)
                    .first()
                    .map(|role| cell_address(action.number, role))
                    .unwrap_or_default(),
                None => roles
                    .first()
                    .or_else(|| action.cells.first().map(|cell| &cell.role))
                    .map_or_else(|| Route::Roles.to_string(), |role| cell_address(action.number, role)),
            };
            ExplainedRow {
                action: action.number,
                name: decision::said(room.lang, &action.name).to_owned(),
                verdict: decided.map(|decision| decision.verdict),
                missing,
                roles,
                holders: explanation::holders_of(&authority, room.school, room.regulation, action.number),
                address,
            }
        })
        .collect();
    Explained { clause, rows }
}

/// Whether a row that cites `own` speaks of `asked`: the clause itself, or the point that both belong to.
fn is_about(own: ClauseId, asked: ClauseId) -> bool {
    own == asked || own.to_string().trim_end_matches(char::is_alphabetic) == asked.to_string()
}

/// The address that opens a cell of the matrix.
#[must_use]
pub fn cell_address(action: ActionId, role: &RoleId) -> String {
    Query::default().with("cell", &format!("{action}:{role}")).address(&Route::Roles)
}

/// The address that opens the answer of a row for a person.
#[must_use]
pub fn row_address(person: crate::domain::PersonId, action: ActionId) -> String {
    Query::default().with("action", &action.to_string()).address(&Route::RolesOf(person))
}

/// The clause that a sentence cites at its end, as every refusal does: «… Пункт 2.1/6.»
#[must_use]
pub fn cited(sentence: &str) -> Option<ClauseId> {
    let word = sentence.split_whitespace().next_back()?;
    ClauseId::parse(word.trim_end_matches('.'))
}

/// What is said where no row speaks of a clause.
#[must_use]
pub fn nothing(lang: crate::text::Lang) -> &'static str {
    msg::why_no_row(lang)
}

#[cfg(test)]
mod tests {
    use super::{cell_address, cited, explain};
    use crate::clause;
    use crate::domain::sample::Sample;
    use crate::domain::{Reason, Refusal};
    use crate::regulation::{ActionId, RoleId, Verdict};
    use crate::text::{Lang, refusal};
    use crate::view::preview::Viewer;
    use crate::view::room::Query;
    use crate::view::testing;

    #[test]
    fn every_refusal_cites_its_clause_at_its_end() {
        for clause in [clause!("2.1/12"), clause!("2.3/3a"), clause!("1.3"), clause!("4.3")] {
            for lang in Lang::ALL {
                let refused = Refusal::new(clause, Reason::OnlyPreviewed);
                assert_eq!(cited(&refusal::sentence(lang, &refused)), Some(clause));
            }
        }
        assert_eq!(cited("Ничего не выбрано."), None);
        assert_eq!(cited(""), None);
    }

    #[test]
    fn a_clause_leads_to_its_rows_and_people() {
        let sample = Sample::new().with_administrator();
        let viewer = Some(Viewer::Person(sample.baranov));
        testing::with(&sample, &Query::default(), &[], |room| {
            let told = explain(room, None, clause!("2.1/6"));
            let numbers: Vec<u16> = told.rows.iter().map(|row| row.action.0).collect();
            assert!(numbers.contains(&11) && numbers.contains(&12), "{numbers:?}");
            assert!(told.rows.iter().all(|row| row.verdict.is_none() && row.address.starts_with("#/roles?cell=")));
            let of_person = explain(room, viewer, clause!("2.3/3"));
            let row = of_person.rows.iter().find(|row| row.action.0 == 38).unwrap();
            assert_eq!(row.verdict, Some(Verdict::Duty));
            assert!(row.address.ends_with("?action=38"), "{}", row.address);
            assert_eq!(row.holders.named.len(), 1);
            assert!(explain(room, None, clause!("4.2")).rows.is_empty());
        });
    }

    #[test]
    fn a_cell_has_an_address() {
        assert_eq!(cell_address(ActionId(12), &RoleId::from("class-teacher")), "#/roles?cell=12:class-teacher");
    }
}
