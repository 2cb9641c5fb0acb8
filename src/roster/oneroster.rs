//! A OneRoster archive (1.1 or 1.2, CSV): its users, roles, classes and enrollments as rows of the ordinary kinds.
//!
//! Our class is a homeroom class, a line of the curriculum a scheduled one, a parent a guardian whom the student names
//! as agent. Lines in problems are lines of the archive's own files. Passwords and account names are not even looked at.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::decode::{Decode, Encoding, decode};
use super::header::ListKind;
use super::header::recognize::Layout;
use super::limits::{INFLATED_BYTES, Unreadable};
use super::problem::{Problem, ProblemKind, Report};
use super::read::{ReadFile, ReadList};
use super::rows::{BirthDate, Guardian, LoadRow, ParentRow, Rows, StaffRow, StudentRow};
use super::table::{self, Sheet};
use super::value::{self, name};
use crate::domain::ClassLabel;
use crate::domain::Hours;
use crate::domain::Kinship;
use crate::domain::StaffCategory;
use crate::domain::words::{MAX_FIELD, tidy};
use crate::order;

pub mod entry;

use entry::{Entry, Line};

/// Reads an archive that has passed [`inspect`](super::limits::inspect).
pub fn read(file: &str, bytes: &[u8], decoder: &dyn Decode) -> Result<ReadFile, Unreadable> {
    let sheets = entries(bytes, decoder)?;
    let entry = |name: &str| sheets.get(name).map(Entry::new);
    let needed = |name: &str| entry(name).ok_or_else(|| Unreadable::MissingEntry { file: name.to_owned() });
    let (users, classes, enrollments) = (needed("users.csv")?, needed("classes.csv")?, needed("enrollments.csv")?);
    let roles = entry("roles.csv");
    let mut archive = Archive { file, problems: Vec::new() };
    let roles = roles_of(&users, roles.as_ref());
    let homerooms = archive.homerooms(&classes);
    let people = archive.people(&users, &roles);
    let stays = Stays::of(&enrollments, &homerooms);
    let students = archive.students(&people, &stays);
    let lists = [
        ("users.csv", ListKind::Staff, Rows::Staff(staff_rows(&people, &stays))),
        (
            "users.csv",
            ListKind::Parents,
            Rows::Parents(parent_rows(&people, &stays, entry("relationships.csv").as_ref())),
        ),
        ("users.csv", ListKind::Students, Rows::Students(students)),
        (
            "classes.csv",
            ListKind::Load,
            Rows::Load(archive.load(&classes, entry("courses.csv").as_ref(), &enrollments, &people)),
        ),
    ];
    let school_year = entry("academicSessions.csv")
        .and_then(|sessions| sessions.lines().find_map(|line| value::school_year(line.get("title"))));
    let lists = lists.into_iter().filter(|(.., rows)| !rows.is_empty()).map(|(sheet, kind, rows)| ReadList {
        sheet: sheet.to_owned(),
        delimiter: None,
        layout: Layout { kind: Some(kind), header_line: Some(1), columns: Vec::new() },
        sample: Vec::new(),
        school_year,
        rows,
    });
    Ok(ReadFile {
        name: file.to_owned(),
        encoding: Some(Encoding::Utf8),
        is_one_roster: true,
        lists: lists.collect(),
        problems: archive.problems,
    })
}

/// Inflates the CSV files of the archive by their names without folders.
fn entries(bytes: &[u8], decoder: &dyn Decode) -> Result<BTreeMap<String, Sheet>, Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenArchive)?;
    let mut sheets = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Unreadable::BrokenArchive)?;
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let is_csv =
            std::path::Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if !is_csv {
            continue;
        }
        let mut content = Vec::new();
        entry.take(INFLATED_BYTES).read_to_end(&mut content).map_err(|_| Unreadable::BrokenArchive)?;
        sheets.insert(name, table::csv::read(&decode(&content, decoder)?.text)?);
    }
    Ok(sheets)
}

/// What a user is at school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Student,
    Guardian,
    Staff(StaffCategory),
}

impl Role {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "student" => Self::Student,
            "guardian" | "parent" | "relative" => Self::Guardian,
            "principal" => Self::Staff(StaffCategory::Head),
            "administrator" | "siteAdministrator" => Self::Staff(StaffCategory::Deputy),
            "teacher" => Self::Staff(StaffCategory::Teacher),
            "counselor" => Self::Staff(StaffCategory::Specialist),
            "aide" | "proctor" | "systemAdministrator" | "districtAdministrator" => {
                Self::Staff(StaffCategory::NonTeaching)
            }
            _ => return None,
        })
    }
}

/// A user whose name could be read.
struct User<'a> {
    row: Line<'a>,
    roles: Vec<Role>,
    person: Guardian,
}

type People<'a> = BTreeMap<&'a str, User<'a>>;

/// Who is in which homeroom class, and who leads which.
#[derive(Default)]
struct Stays<'a> {
    students: BTreeMap<&'a str, ClassLabel>,
    teachers: BTreeMap<&'a str, Vec<ClassLabel>>,
}

impl<'a> Stays<'a> {
    fn of(enrollments: &Entry<'a>, homerooms: &BTreeMap<&'a str, ClassLabel>) -> Self {
        let mut stays = Self::default();
        for line in enrollments.lines().filter(|line| !line.is_deleted()) {
            let Some(label) = homerooms.get(line.get("classSourcedId")) else { continue };
            let user = line.get("userSourcedId");
            if line.get("role") == "student" {
                stays.students.entry(user).or_insert_with(|| label.clone());
            } else if line.get("role") == "teacher" && line.get("primary") != "false" {
                let labels = stays.teachers.entry(user).or_default();
                if !labels.contains(label) {
                    labels.push(label.clone());
                }
            }
        }
        stays
    }
}

/// The roles of users: in 1.2 a file of their own, in 1.1 a column of the users.
fn roles_of<'a>(users: &Entry<'a>, roles: Option<&Entry<'a>>) -> BTreeMap<&'a str, Vec<Role>> {
    let mut of_user: BTreeMap<&str, Vec<Role>> = BTreeMap::new();
    let (lines, id): (Vec<Line<'a>>, _) = match roles {
        Some(roles) => (roles.lines().collect(), "userSourcedId"),
        None => (users.lines().collect(), "sourcedId"),
    };
    for line in lines.into_iter().filter(|line| !line.is_deleted()) {
        if let Some(role) = Role::of(line.get("role")) {
            of_user.entry(line.get(id)).or_default().push(role);
        }
    }
    of_user
}

/// Students name their agents, or guardians their children; Microsoft's SDS has a file of relationships instead.
fn parent_rows<'a>(people: &People<'a>, stays: &Stays<'_>, relationships: Option<&Entry<'a>>) -> Vec<ParentRow> {
    let agents =
        people.iter().flat_map(|(id, user)| value::list(user.row.get("agentSourcedIds")).map(|agent| (*id, agent)));
    let related = relationships.into_iter().flat_map(Entry::lines);
    let related = related.map(|line| (line.get("userSourcedId"), line.get("relationshipUserSourcedId")));
    let mut pairs = std::collections::BTreeSet::new();
    for (one, other) in agents.chain(related) {
        let (Some(a), Some(b)) = (people.get(one), people.get(other)) else { continue };
        if a.roles.contains(&Role::Student) && b.roles.contains(&Role::Guardian) {
            pairs.insert((a.row.line(), other, one));
        } else if a.roles.contains(&Role::Guardian) && b.roles.contains(&Role::Student) {
            pairs.insert((b.row.line(), one, other));
        }
    }
    let row = |(_, parent, child): (u32, &str, &str)| {
        let (parent, student) = (people.get(parent)?, people.get(child)?);
        Some(ParentRow {
            line: parent.row.line(),
            parent: parent.person.clone(),
            child: student.person.name.clone(),
            class: stays.students.get(child).cloned(),
        })
    };
    pairs.into_iter().filter_map(row).collect()
}

fn staff_rows(people: &People<'_>, stays: &Stays<'_>) -> Vec<StaffRow> {
    let of_staff = |(id, user): (&&str, &User<'_>)| {
        let category = user.roles.iter().find_map(|role| match role {
            Role::Staff(category) => Some(*category),
            Role::Student | Role::Guardian => None,
        })?;
        Some(StaffRow {
            line: user.row.line(),
            name: user.person.name.clone(),
            title: String::new(),
            category,
            homeroom_of: stays.teachers.get(*id).cloned().unwrap_or_default(),
            phone: user.person.phone,
            email: user.person.email.clone(),
            gender: None,
            hired: None,
        })
    };
    let mut rows: Vec<StaffRow> = people.iter().filter_map(of_staff).collect();
    order::by_key(&mut rows, |row| row.line);
    rows
}

struct Archive<'f> {
    file: &'f str,
    problems: Vec<Problem>,
}

impl Archive<'_> {
    fn report(&mut self, entry: &str, write: impl FnOnce(&mut Report)) {
        let mut report = Report::new(self.file, entry);
        write(&mut report);
        self.problems.append(&mut report.problems);
    }

    fn homerooms<'a>(&mut self, classes: &Entry<'a>) -> BTreeMap<&'a str, ClassLabel> {
        let mut labels = BTreeMap::new();
        for line in classes.lines().filter(|line| !line.is_deleted() && line.get("classType") != "scheduled") {
            let (title, code) = (line.get("title"), line.get("classCode"));
            if let Ok((label, _)) = value::class(title).or_else(|_| value::class(code)) {
                labels.insert(line.get("sourcedId"), label);
            } else {
                let text = title.to_owned();
                self.report("classes.csv", |report| report.error(line.line(), ProblemKind::NotAClass { text }));
            }
        }
        labels
    }

    fn people<'a>(&mut self, users: &Entry<'a>, roles: &BTreeMap<&'a str, Vec<Role>>) -> People<'a> {
        let mut people = People::new();
        for row in users.lines() {
            if row.is_deleted() {
                let status = row.get("status").to_owned();
                self.report("users.csv", |report| report.note(row.line(), ProblemKind::LeftSchool { status }));
                continue;
            }
            match name::parts(row.get("familyName"), row.get("givenName"), row.get("middleName")) {
                Ok(read) => {
                    if let Some(remark) = read.remark {
                        self.report("users.csv", |report| report.warning(row.line(), remark));
                    }
                    let phone = [row.get("phone"), row.get("sms")].into_iter().find_map(|text| text.parse().ok());
                    let person = Guardian {
                        name: read.name,
                        kinship: Kinship::Unknown,
                        phone,
                        email: row.get("email").parse().ok(),
                    };
                    let roles = roles.get(row.get("sourcedId")).cloned().unwrap_or_default();
                    people.insert(row.get("sourcedId"), User { row, roles, person });
                }
                Err(kind) => self.report("users.csv", |report| report.error(row.line(), kind)),
            }
        }
        people
    }

    fn students(&mut self, people: &People<'_>, stays: &Stays<'_>) -> Vec<StudentRow> {
        let mut rows = Vec::new();
        for (id, user) in people.iter().filter(|(_, user)| user.roles.contains(&Role::Student)) {
            let line = user.row.line();
            let Some(class) = stays.students.get(id).cloned() else {
                self.report("users.csv", |report| report.error(line, ProblemKind::MissingClass));
                continue;
            };
            rows.push(StudentRow {
                line,
                name: user.person.name.clone(),
                class,
                birth_date: BirthDate::Unknown,
                gender: None,
                file_number: String::new(),
                phone: user.person.phone,
                email: user.person.email.clone(),
                parents: Vec::new(),
            });
        }
        order::by_key(&mut rows, |row| row.line);
        rows
    }

    /// Scheduled classes are lines of the curriculum where their title or code names a class of ours.
    fn load<'a>(
        &mut self,
        classes: &Entry<'a>,
        courses: Option<&Entry<'a>>,
        enrollments: &Entry<'a>,
        people: &People<'_>,
    ) -> Vec<LoadRow> {
        let courses: BTreeMap<&str, &str> = courses
            .map(|courses| courses.lines().map(|line| (line.get("sourcedId"), line.get("title"))).collect())
            .unwrap_or_default();
        let teachers: BTreeMap<&str, &str> = order::map(
            enrollments
                .lines()
                .filter(|line| !line.is_deleted() && line.get("role") == "teacher")
                .map(|line| (line.get("classSourcedId"), line.get("userSourcedId"))),
        );
        let mut rows = Vec::new();
        for line in classes.lines().filter(|line| !line.is_deleted() && line.get("classType") == "scheduled") {
            let words = [line.get("classCode"), line.get("title")];
            let label = words
                .iter()
                .flat_map(|text| std::iter::once(*text).chain(text.split(' ')))
                .find_map(|text| value::class(text).ok());
            let Some((class, _)) = label else {
                let text = line.get("title").to_owned();
                self.report("classes.csv", |report| report.error(line.line(), ProblemKind::NotAClass { text }));
                continue;
            };
            let course = courses.get(line.get("courseSourcedId")).copied().unwrap_or_default();
            let subject = value::list(line.get("subjects")).next().unwrap_or(if course.is_empty() {
                line.get("title")
            } else {
                course
            });
            let teacher = teachers.get(line.get("sourcedId")).and_then(|id| people.get(id));
            let teacher = teacher.map(|user| user.person.name.to_string()).unwrap_or_default();
            let subject: String = tidy(subject);
            if subject.is_empty() || subject.chars().count() > MAX_FIELD {
                self.report("classes.csv", |report| report.error(line.line(), ProblemKind::MissingSubject));
                continue;
            }
            rows.push(LoadRow {
                line: line.line(),
                class,
                subject,
                group: String::new(),
                teacher,
                hours: Hours::default(),
            });
        }
        rows
    }
}

#[cfg(test)]
mod tests;
