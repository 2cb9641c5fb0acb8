//! The permission matrix on screen: the rows that a filter leaves, each cell as it holds in this school.

use crate::domain::ClauseId;
use crate::domain::words::fold;
use crate::order;
use crate::regulation::{
    Action, ActionId, Area, Interpretations, Regulation, RoleId, Settled, Stance, Verdict, decide_role,
};
use crate::text::{self, Lang, msg};

/// What is asked of the matrix; an empty filter asks for everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words of the action, its number or a clause.
    pub text: String,
    /// Only this area of work.
    pub area: Option<Area>,
    /// Only this column.
    pub role: Option<RoleId>,
    /// Beside it this column: two roles compared.
    pub other: Option<RoleId>,
    /// Of two roles compared only rows where their answers differ.
    pub is_differing: bool,
    /// Only rows where a shown column answers so.
    pub verdict: Option<Verdict>,
    /// Only rows where the action or a shown column rests on this clause.
    pub clause: Option<ClauseId>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Line {
    /// The heading of an area, with the number of columns it spans.
    Area(Area, usize),
    /// An action.
    Action(Row),
}

/// An action with its cells, one for each shown role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// The action.
    pub action: ActionId,
    /// The clauses that speak of it.
    pub clauses: Vec<ClauseId>,
    /// The cells, in the order of the roles.
    pub cells: Vec<MatrixCell>,
}

/// A cell as it holds in this school.
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own in the cell")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MatrixCell {
    /// The role.
    pub role: RoleId,
    /// The answer, the school's choice included.
    pub verdict: Verdict,
    /// Whether the action may be planned.
    pub is_permitted: bool,
    /// Whether it ends at the holder's own scope.
    pub is_own_scope: bool,
    /// Whether it is inherited by the interpretation of 2.1/7.
    pub is_inherited: bool,
    /// Whether it holds only «при наличии доступа».
    pub is_if_access: bool,
    /// What the school decided.
    pub choice: Option<Stance>,
    /// What it rests on.
    pub clauses: Vec<ClauseId>,
}

impl MatrixCell {
    /// The cell of an action and a role.
    #[must_use]
    pub fn of(
        regulation: &Regulation,
        interpretations: &Interpretations,
        action: &Action,
        role: &RoleId,
    ) -> Option<Self> {
        let cell = action.cell(role)?;
        let decision = decide_role(regulation, interpretations, role, action.number)?;
        let choice = decision.grounds.iter().find_map(|ground| match ground.settled {
            Settled::BySchool(stance) => Some(stance),
            Settled::ByText | Settled::ByDefault(_) => None,
        });
        Some(Self {
            role: role.clone(),
            verdict: decision.verdict,
            is_permitted: decision.permitted,
            is_own_scope: cell.is_own_scope(),
            is_inherited: cell.inherited,
            is_if_access: cell.if_access,
            choice,
            clauses: cell.clauses.clone(),
        })
    }
}

impl MatrixCell {
    /// What a cell answers, without the clauses it rests on: two roles that must do the same by different clauses agree.
    #[must_use]
    pub const fn answer(&self) -> (Verdict, bool, bool, bool) {
        (self.verdict, self.is_permitted, self.is_own_scope, self.is_if_access)
    }
}

impl MatrixCell {
    /// What its signs mean, in words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let default = match (self.verdict, self.is_permitted) {
            (Verdict::Unsettled, true) => Some(msg::cell_default_allow(lang)),
            (Verdict::Unsettled, false) => Some(msg::cell_default_deny(lang)),
            _ => None,
        };
        let words: Vec<&str> = [
            Some(text::decision::verdict(lang, self.verdict)),
            default,
            self.is_own_scope.then(|| msg::cell_own_scope(lang)),
            (self.is_inherited && self.choice != Some(Stance::Deny)).then(|| msg::cell_inherited(lang)),
            self.is_if_access.then(|| msg::cell_if_access(lang)),
            self.choice.map(|_| msg::cell_by_school(lang)),
        ]
        .into_iter()
        .flatten()
        .collect();
        words.join(", ")
    }
}

/// The roles that a filter shows.
#[must_use]
pub fn roles(regulation: &Regulation, filter: &Filter) -> Vec<RoleId> {
    let is_shown = |role: &RoleId| {
        (filter.role.is_none() && filter.other.is_none())
            || [&filter.role, &filter.other].into_iter().flatten().any(|only| only == role)
    };
    regulation.roles().iter().map(|role| role.id.clone()).filter(is_shown).collect()
}

/// The rows that a filter leaves, by area and then by number.
#[must_use]
pub fn rows(regulation: &Regulation, interpretations: &Interpretations, filter: &Filter) -> Vec<(Area, Row)> {
    let roles = roles(regulation, filter);
    let words = fold(&filter.text);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let mut rows: Vec<(Area, Row)> = regulation
        .actions()
        .iter()
        .filter(|action| filter.area.is_none_or(|area| action.area == area) && speaks_of(action, &words))
        .map(|action| {
            let cells =
                roles.iter().filter_map(|role| MatrixCell::of(regulation, interpretations, action, role)).collect();
            (action.area, Row { action: action.number, clauses: action.clauses.clone(), cells })
        })
        .filter(|(_, row)| {
            let differs = |cells: &[MatrixCell]| match cells {
                [one, other] => one.answer() != other.answer(),
                _ => true,
            };
            (!filter.is_differing || differs(&row.cells))
                && filter.verdict.is_none_or(|verdict| row.cells.iter().any(|cell| cell.verdict == verdict))
                && filter.clause.is_none_or(|clause| {
                    row.clauses.contains(&clause) || row.cells.iter().any(|cell| cell.clauses.contains(&clause))
                })
        })
        .collect();
    order::by_key(&mut rows, |(area, row)| (*area, row.action));
    rows
}

/// The rows under the headings of their areas.
#[must_use]
pub fn lines(rows: &[(Area, Row)]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len());
    let mut last = None;
    for (area, row) in rows {
        if last != Some(*area) {
            lines.push(Line::Area(*area, row.cells.len() + 1));
            last = Some(*area);
        }
        lines.push(Line::Action(row.clone()));
    }
    lines
}

/// Whether every word begins a word of the action in either language, or is its number or a clause of it.
fn speaks_of(action: &Action, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let name = fold(&format!("{} {}", action.name.ru, action.name.en));
    let number = action.number.to_string();
    let cited: Vec<String> = action
        .clauses
        .iter()
        .chain(action.cells.iter().flat_map(|cell| &cell.clauses))
        .map(ToString::to_string)
        .collect();
    words.iter().all(|word| {
        number == *word
            || cited.iter().any(|clause| clause.starts_with(word))
            || name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
    })
}

/// A movement of the keyboard through the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One cell to the left.
    Left,
    /// One cell to the right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the first cell of the row.
    RowStart,
    /// To the last cell of the row.
    RowEnd,
    /// Ten rows up.
    PageUp,
    /// Ten rows down.
    PageDown,
    /// To the first cell of the table.
    Start,
    /// To the last cell of the table.
    End,
}

impl Move {
    /// The movement of a key; none where the key moves nothing here.
    #[must_use]
    pub fn of(key: &str, has_ctrl: bool) -> Option<Self> {
        Some(match (key, has_ctrl) {
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            ("Home", true) => Self::Start,
            ("End", true) => Self::End,
            _ => return None,
        })
    }

    /// Where it leads from a row and column of a table; it stops at the edges.
    #[must_use]
    pub fn from(self, (row, column): (usize, usize), (rows, columns): (usize, usize)) -> (usize, usize) {
        const PAGE: usize = 10;
        let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
        match self {
            Self::Left => (row, column.saturating_sub(1)),
            Self::Right => (row, (column + 1).min(last_column)),
            Self::Up => (row.saturating_sub(1), column),
            Self::Down => ((row + 1).min(last_row), column),
            Self::RowStart => (row, 0),
            Self::RowEnd => (row, last_column),
            Self::PageUp => (row.saturating_sub(PAGE), column),
            Self::PageDown => ((row + PAGE).min(last_row), column),
            Self::Start => (0, 0),
            Self::End => (last_row, last_column),
        }
    }
}

#[cfg(test)]
mod tests;
