//! What a reader or a proposal has to say about a line: one list of values, errors, warnings and notes alike.

use serde::{Deserialize, Serialize};

use super::header::Field;
use crate::domain::ClassLabel;

/// Where something stands: a line of a sheet of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The name of the file.
    pub file: String,
    /// The name of the sheet; empty for a text file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The line of the file or the row of the sheet, from 1; 0 means the whole list.
    pub line: u32,
}

/// What a problem means for its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The row is not taken.
    Error,
    /// The row is taken, a person should look at it.
    Warning,
    /// The row is taken, or rightly passed over; nothing is to be done.
    Note,
}

/// One thing to tell about a row, a column or a whole list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// How grave.
    pub severity: Severity,
    /// What.
    pub kind: ProblemKind,
}

/// What there is to tell, with the data that a sentence needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProblemKind {
    /// The row has no family name.
    MissingFamilyName,
    /// The row has a family name and nothing more.
    MissingGivenName {
        /// What there is of the name.
        text: String,
    },
    /// The text in the place of a name is no name.
    NotAName {
        /// The text.
        text: String,
    },
    /// The row has no class, and no line above it names one.
    MissingClass,
    /// The text in the place of a class is no class.
    NotAClass {
        /// The text.
        text: String,
    },
    /// The class was spelled with a Latin letter that looks like a Russian one.
    LatinInClass {
        /// As spelled.
        text: String,
        /// As read.
        label: ClassLabel,
    },
    /// The calendar has no such day.
    ImpossibleDate {
        /// As written.
        text: String,
    },
    /// The text in the place of a date is no date.
    NotADate {
        /// The text.
        text: String,
    },
    /// The text is no phone number; it is left out.
    NotAPhone {
        /// The text.
        text: String,
    },
    /// The text is no e-mail address; it is left out.
    NotAnEmail {
        /// The text.
        text: String,
    },
    /// The text is no gender; it is left out.
    NotAGender {
        /// The text.
        text: String,
    },
    /// The text is no number of hours.
    NotHours {
        /// The text.
        text: String,
    },
    /// A cell holds several values, the first is taken.
    SeveralValues {
        /// The text.
        text: String,
    },
    /// The post is not known; its holder counts as staff outside the categories.
    UnknownPost {
        /// The post.
        title: String,
    },
    /// The staff row has no post.
    MissingPost,
    /// The relation is not known.
    UnknownKinship {
        /// The text.
        text: String,
    },
    /// A text is longer than a field of the plan takes.
    TooLong {
        /// Its beginning.
        text: String,
    },
    /// One word mixes Latin and Russian letters.
    MixedAlphabets {
        /// The text.
        text: String,
    },
    /// The text holds characters that nobody sees; they are taken out.
    InvisibleCharacters {
        /// The text without them.
        text: String,
    },
    /// A load row has no subject.
    MissingSubject,
    /// An activity has no name.
    MissingTitle,
    /// A load row or an activity names nobody who leads it.
    MissingTeacher,
    /// A sum, not a person.
    Subtotal {
        /// The text of the row's first cell.
        text: String,
    },
    /// A line of words between or after the rows.
    NotARow {
        /// The text.
        text: String,
    },
    /// A column of data that is never kept (SPEC section 8).
    DroppedColumn {
        /// The header of the column.
        header: String,
        /// What it holds.
        field: Field,
    },
    /// A quotation mark is never closed; quotes were taken as letters.
    OpenQuote,
    /// A sheet without a table.
    SheetWithoutTable,
    /// The person left or graduated; the row is not taken.
    LeftSchool {
        /// The status as written.
        status: String,
    },
    /// The row repeats another one exactly.
    ExactDuplicate {
        /// The other row.
        first: Place,
    },
    /// Two persons whose names differ only in ё and е or in case; both are kept until a person decides.
    PossibleDuplicate {
        /// The other row.
        first: Place,
        /// The name there.
        name: String,
    },
    /// The same person stands twice with different birth dates: both are kept.
    Homonyms {
        /// The other row.
        first: Place,
    },
    /// Several persons of the school fit; none is chosen.
    AmbiguousPerson {
        /// The name.
        name: String,
    },
    /// The child of the row is not on the roster; nobody is made up.
    ChildNotOnRoster {
        /// The child's name.
        child: String,
    },
    /// The teacher of the row is not on the staff list; nobody is made up.
    TeacherNotOnStaff {
        /// The teacher's name.
        teacher: String,
    },
    /// The class of the row is not in the school.
    ClassNotInSchool {
        /// The class.
        label: ClassLabel,
    },
    /// The class has students and no class teacher.
    ClassWithoutTeacher {
        /// The class.
        label: ClassLabel,
    },
    /// Another person already leads the class; nothing is changed.
    HomeroomTaken {
        /// The class.
        label: ClassLabel,
        /// Who leads it.
        teacher: String,
    },
    /// The student is in another class of this year; a move is recorded under movement, not imported.
    InAnotherClass {
        /// The class in the plan.
        current: ClassLabel,
    },
    /// A student of the same name is in another class that the files do not hold: two persons, or a move.
    NamesakeInAnotherClass {
        /// The class of the other.
        current: ClassLabel,
    },
    /// The student's stay in a class of this year is over in the plan; a return is recorded under movement.
    StayEnded,
    /// Another row has the same class, subject and subgroup.
    LoadLineTwice {
        /// The other row.
        first: Place,
    },
    /// None of the activity's classes is in the school.
    ActivityWithoutClasses,
    /// The list is of another school year than the plan's.
    OtherSchoolYear {
        /// The first calendar year of the list's year.
        year: i32,
    },
}

/// Collects the problems of one list.
#[derive(Debug, Clone)]
pub struct Report {
    place: Place,
    /// What was told so far.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Starts a report on a sheet of a file.
    pub fn new(file: &str, sheet: &str) -> Self {
        Self { place: Place { file: file.to_owned(), sheet: sheet.to_owned(), line: 0 }, problems: Vec::new() }
    }

    /// The place of a line.
    pub fn at(&self, line: u32) -> Place {
        Place { line, ..self.place.clone() }
    }

    /// Tells why a row is not taken.
    pub fn error(&mut self, line: u32, kind: ProblemKind) {
        self.add(line, Severity::Error, kind);
    }

    /// Tells what a person should look at.
    pub fn warning(&mut self, line: u32, kind: ProblemKind) {
        self.add(line, Severity::Warning, kind);
    }

    /// Tells what was done.
    pub fn note(&mut self, line: u32, kind: ProblemKind) {
        self.add(line, Severity::Note, kind);
    }

    fn add(&mut self, line: u32, severity: Severity, kind: ProblemKind) {
        self.problems.push(Problem { place: self.at(line), severity, kind });
    }
}
