//! A list of members as the platform gives it or as somebody pastes it: with columns, or one name a line.

use crate::domain::InviteRole;
use crate::domain::words::{fold, tidy};
use crate::roster::Unreadable;
use crate::roster::header::{Field, alias};
use crate::roster::table::{Row, csv};

/// The largest list, in bytes: a chat of ten thousand members has half a million.
pub const LARGEST_LIST: usize = 2_000_000;
/// How many lines from the top may stand above the header.
const ABOVE: usize = 10;

/// A list of real members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RealMembers {
    /// The members, by line.
    pub members: Vec<RealMember>,
    /// Lines that name nobody.
    pub skipped: Vec<(u32, String)>,
    /// Whether the list tells roles.
    pub has_roles: bool,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RealMember {
    /// The line of the list.
    pub line: u32,
    /// The name as it stands.
    pub name: String,
    /// The role as it stands; empty where the list has none.
    pub said_role: String,
    /// The role, where its word is known.
    pub role: Option<InviteRole>,
}

/// Reads a list.
///
/// # Errors
/// Tells why there is no list of members in the text.
pub fn read(text: &str) -> Result<RealMembers, Unreadable> {
    if text.len() > LARGEST_LIST {
        return Err(Unreadable::TooLarge { bytes: text.len() as u64, limit: LARGEST_LIST as u64 });
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.contains('\0') {
        return Err(Unreadable::Binary);
    }
    let sheet = csv::read(text.trim_start_matches('\u{feff}'))?;
    let header = sheet.rows.iter().take(ABOVE).find_map(|row| Some((row.line, Columns::of(row)?)));
    let mut list = RealMembers::default();
    for row in &sheet.rows {
        let read = match &header {
            Some((line, _)) if row.line <= *line => continue,
            Some((_, columns)) => columns.read(row),
            None => bare(row),
        };
        match read {
            Some(member) => list.members.push(member),
            None => list.skipped.push((row.line, row.cells.join(" ").chars().take(80).collect())),
        }
    }
    if list.members.is_empty() {
        return Err(Unreadable::NoColumns);
    }
    list.has_roles = list.members.iter().any(|member| member.role.is_some());
    Ok(list)
}

/// Where the columns are.
struct Columns {
    name: Vec<usize>,
    role: Option<usize>,
}

impl Columns {
    fn of(row: &Row) -> Option<Self> {
        let fields: Vec<Option<Field>> = row.cells.iter().map(|cell| alias::field(cell)).collect();
        let at = |field| fields.iter().position(|found| *found == Some(field));
        let parts = [Field::LastName, Field::FirstName, Field::MiddleName].into_iter().filter_map(at).collect();
        let name = at(Field::FullName).map_or(parts, |whole| vec![whole]);
        let role = at(Field::MemberRoles).or_else(|| at(Field::Position));
        // «Ученик» heads a column of names in some lists and is a role in others: one known word among several is no header.
        let known = fields.iter().flatten().count();
        (!name.is_empty() && (known > 1 || row.cells.len() == 1)).then_some(Self { name, role })
    }

    fn read(&self, row: &Row) -> Option<RealMember> {
        let name = self.name.iter().map(|at| row.cell(*at)).collect::<Vec<_>>().join(" ");
        member(row.line, &name, self.role.map_or("", |at| row.cell(at)))
    }
}

/// A row without a header: the cells with words are the name, a cell or a last word that is a role is the role.
fn bare(row: &Row) -> Option<RealMember> {
    let has_letters = |cell: &&String| cell.chars().any(char::is_alphabetic);
    let cells: Vec<&String> = row.cells.iter().filter(has_letters).collect();
    let role = cells.iter().skip(1).find(|cell| role_of(cell).is_some()).map_or("", |cell| cell.as_str());
    let whole = cells.iter().find(|cell| tidy(cell).contains(' ') && role_of(cell).is_none());
    let name = match whole {
        Some(cell) => (*cell).clone(),
        None => cells
            .iter()
            .take_while(|cell| role_of(cell).is_none())
            .take(3)
            .map(|cell| cell.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    };
    if !role.is_empty() {
        return member(row.line, &name, role);
    }
    let (name, role) = match tidy(&name).rsplit_once(' ') {
        Some((start, last)) if role_of(last).is_some() => (start.to_owned(), last.to_owned()),
        _ => (name.clone(), String::new()),
    };
    member(row.line, &name, &role)
}

fn member(line: u32, name: &str, role: &str) -> Option<RealMember> {
    let name = tidy(name).trim_matches([' ', ',', '-', '–', '—', '•', '*', '(']).to_owned();
    let words = name.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
    if words < 2 || name.chars().count() > 200 || name.contains('@') {
        return None;
    }
    let said_role = tidy(role);
    let role = role_of(&said_role);
    Some(RealMember { line, name, said_role, role })
}

/// The role that a word of the platform means.
fn role_of(word: &str) -> Option<InviteRole> {
    let word = fold(word);
    let means = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if means(STUDENT) {
        Some(InviteRole::Student)
    } else if means(PARENT) {
        Some(InviteRole::Parent)
    } else if means(TEACHER) {
        Some(InviteRole::Teacher)
    } else {
        None
    }
}

const STUDENT: &[&str] = &["ученик", "ученица", "учащ", "обучающ", "student", "pupil"];
const PARENT: &[&str] = &["родител", "законный представитель", "представитель", "parent", "guardian"];
/// Administrators of the platform come from the pedagogues (2.1/0).
const TEACHER: &[&str] =
    &["учител", "педагог", "преподавател", "администратор", "владелец", "teacher", "admin", "owner"];
