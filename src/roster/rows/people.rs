//! Reading the rows of people: students, staff, parents, members of a chat.

use super::super::header::{Field, Layout};
use super::super::problem::{ProblemKind, Report};
use super::super::table::Sheet;
use super::super::value::name::{self, ReadName};
use super::super::value::{self, Status, date};
use super::cells::{Cells, each};
use super::{BirthDate, Guardian, MemberRow, ParentRow, StaffRow, StudentRow};
use crate::domain::ClassLabel;
use crate::domain::PersonName;
use crate::domain::StaffCategory;
use crate::domain::{Email, Phone};
use crate::domain::{Gender, Kinship};

/// Reads a list of students.
pub fn students(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<StudentRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| match student(cells, report) {
        Ok(row) => rows.extend(row),
        Err(kind) => report.error(cells.line(), kind),
    });
    rows
}

fn student(cells: &Cells<'_>, report: &mut Report) -> Result<Option<StudentRow>, ProblemKind> {
    let name = own_name(cells, report)?;
    let class = cells.class(report)?;
    if has_left(cells, report) {
        return Ok(None);
    }
    let file_number = match (cells.text(Field::FileLetter), cells.text(Field::FileNumber)) {
        (letter, number) if letter.is_empty() || number.is_empty() => format!("{letter}{number}"),
        (letter, number) => format!("{letter}-{number}"),
    };
    Ok(Some(StudentRow {
        line: cells.line(),
        name,
        class,
        birth_date: birth_date(cells, report),
        gender: gender(cells, report),
        file_number,
        phone: cells.phone(Field::Phone, report),
        email: cells.email(Field::Email, report),
        parents: parents_of_row(cells, report),
    }))
}

fn own_name(cells: &Cells<'_>, report: &mut Report) -> Result<PersonName, ProblemKind> {
    let full = cells.raw(Field::FullName);
    let family = cells.raw(Field::LastName);
    let read = if full.trim().is_empty() {
        name::parts(family, cells.raw(Field::FirstName), cells.raw(Field::MiddleName))?
    } else {
        name::whole(full)?
    };
    Ok(remarked(read, cells.line(), report))
}

fn remarked(read: ReadName, line: u32, report: &mut Report) -> PersonName {
    if let Some(remark) = read.remark {
        report.warning(line, remark);
    }
    read.name
}

fn has_left(cells: &Cells<'_>, report: &mut Report) -> bool {
    let status = cells.text(Field::Status);
    if value::status(&status) == Status::Present {
        return false;
    }
    report.note(cells.line(), ProblemKind::LeftSchool { status });
    true
}

fn birth_date(cells: &Cells<'_>, report: &mut Report) -> BirthDate {
    let text = cells.text(Field::BirthDate);
    if text.is_empty() {
        return BirthDate::Unknown;
    }
    match date::read(&text) {
        Ok(day) => BirthDate::Known(day),
        Err(date::BadDate::Impossible) => BirthDate::Impossible(text),
        Err(date::BadDate::Unreadable) => {
            report.warning(cells.line(), ProblemKind::NotADate { text });
            BirthDate::Unknown
        }
    }
}

fn gender(cells: &Cells<'_>, report: &mut Report) -> Option<Gender> {
    let text = cells.text(Field::Gender);
    let gender = value::gender(&text);
    if gender.is_none() && !text.is_empty() {
        report.warning(cells.line(), ProblemKind::NotAGender { text });
    }
    gender
}

/// The columns of representatives in a list of students.
const GUARDIANS: [(Field, Field, Field, Kinship); 4] = [
    (Field::Parent, Field::ParentPhone, Field::ParentEmail, Kinship::Unknown),
    (Field::SecondParent, Field::SecondParentPhone, Field::SecondParentEmail, Kinship::Unknown),
    (Field::Mother, Field::MotherPhone, Field::MotherEmail, Kinship::Mother),
    (Field::Father, Field::FatherPhone, Field::FatherEmail, Kinship::Father),
];

fn parents_of_row(cells: &Cells<'_>, report: &mut Report) -> Vec<Guardian> {
    let mut guardians: Vec<Guardian> = Vec::new();
    for (who, phone, email, kinship) in GUARDIANS {
        guardians.extend(guardians_of(cells, who, phone, email, kinship, report));
    }
    guardians
}

/// Reads the persons of one cell with the phones and e-mails beside them, in the same order.
fn guardians_of(
    cells: &Cells<'_>,
    who: Field,
    phone: Field,
    email: Field,
    kinship: Kinship,
    report: &mut Report,
) -> Vec<Guardian> {
    let names: Vec<&str> = value::list(cells.raw(who)).filter(|text| text.chars().any(char::is_alphanumeric)).collect();
    let alone = names.len() == 1;
    let mut guardians = Vec::new();
    let phones: Vec<Option<Phone>> = value::list(cells.raw(phone)).map(|text| text.parse().ok()).collect();
    let emails: Vec<Option<Email>> = value::list(cells.raw(email)).map(|text| text.parse().ok()).collect();
    for (index, text) in names.into_iter().enumerate() {
        match name::whole(text) {
            Ok(read) => guardians.push(Guardian {
                name: remarked(read, cells.line(), report),
                kinship: told_kinship(cells, kinship, report),
                phone: if alone { cells.phone(phone, report) } else { phones.get(index).copied().flatten() },
                email: if alone { cells.email(email, report) } else { emails.get(index).cloned().flatten() },
            }),
            // The student is taken, the representative is not: nothing is made up of half a name.
            Err(kind) => report.warning(cells.line(), kind),
        }
    }
    guardians
}

fn told_kinship(cells: &Cells<'_>, of_column: Kinship, report: &mut Report) -> Kinship {
    if of_column != Kinship::Unknown {
        return of_column;
    }
    let text = cells.text(Field::Kinship);
    value::kinship(&text).unwrap_or_else(|| {
        report.note(cells.line(), ProblemKind::UnknownKinship { text });
        Kinship::Unknown
    })
}

/// Reads a list of parents.
pub fn parents(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<ParentRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| match parents_with_child(cells, report) {
        Ok(found) => rows.extend(found),
        Err(kind) => report.error(cells.line(), kind),
    });
    rows
}

fn parents_with_child(cells: &Cells<'_>, report: &mut Report) -> Result<Vec<ParentRow>, ProblemKind> {
    let alone = cells.raw(Field::Mother).is_empty() && cells.raw(Field::Father).is_empty();
    let parent = if alone && cells.raw(Field::Parent).trim().is_empty() && !cells.raw(Field::LastName).is_empty() {
        let kinship = told_kinship(cells, Kinship::Unknown, report);
        let (phone, email) = (cells.phone(Field::ParentPhone, report), cells.email(Field::ParentEmail, report));
        vec![Guardian { name: own_name(cells, report)?, kinship, phone, email }]
    } else if alone && value::list(cells.raw(Field::Parent)).count() == 1 {
        // The row is about this one person: half a name refuses it.
        name::whole(cells.raw(Field::Parent))?;
        parents_of_row(cells, report)
    } else {
        parents_of_row(cells, report)
    };
    if parent.is_empty() {
        return Err(ProblemKind::MissingFamilyName);
    }
    let class = if cells.text(Field::Class).is_empty() && cells.text(Field::Grade).is_empty() {
        cells.block.cloned()
    } else {
        Some(cells.class(report)?)
    };
    let mut children = Vec::new();
    for text in value::list(cells.raw(Field::Child)) {
        children.push(remarked(name::whole(text)?, cells.line(), report));
    }
    if children.is_empty() {
        return Err(ProblemKind::ChildNotOnRoster { child: String::new() });
    }
    let line = cells.line();
    let pairs = parent.iter().flat_map(|parent| children.iter().map(move |child| (parent, child)));
    Ok(pairs
        .map(|(parent, child)| ParentRow { line, parent: parent.clone(), child: child.clone(), class: class.clone() })
        .collect())
}

/// Reads a list of staff.
pub fn staff(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<StaffRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| match member_of_staff(cells, report) {
        Ok(row) => rows.extend(row),
        Err(kind) => report.error(cells.line(), kind),
    });
    rows
}

fn member_of_staff(cells: &Cells<'_>, report: &mut Report) -> Result<Option<StaffRow>, ProblemKind> {
    let line = cells.line();
    let name = own_name(cells, report)?;
    if has_left(cells, report) {
        return Ok(None);
    }
    let title = cells.text(Field::Position);
    let homeroom_of = classes(cells, Field::HomeroomOf, report);
    let category = value::post::category(&title).unwrap_or_else(|| {
        let teaches = !homeroom_of.is_empty() || !cells.text(Field::Subject).is_empty();
        match (title.is_empty(), teaches) {
            (_, true) => {}
            (true, false) => report.warning(line, ProblemKind::MissingPost),
            (false, false) => report.warning(line, ProblemKind::UnknownPost { title: title.clone() }),
        }
        if teaches { StaffCategory::Teacher } else { StaffCategory::NonTeaching }
    });
    let hired = cells.text(Field::HireDate);
    let hired_on = date::read(&hired).ok();
    if hired_on.is_none() && !hired.is_empty() {
        report.warning(line, ProblemKind::NotADate { text: hired });
    }
    Ok(Some(StaffRow {
        line,
        name,
        title,
        category,
        homeroom_of,
        phone: cells.phone(Field::Phone, report),
        email: cells.email(Field::Email, report),
        gender: gender(cells, report),
        hired: hired_on,
    }))
}

/// Reads the classes that one cell lists; what is no class is told and left out.
pub fn classes(cells: &Cells<'_>, field: Field, report: &mut Report) -> Vec<ClassLabel> {
    let mut labels = Vec::new();
    for text in value::list(cells.raw(field)).filter(|text| text.chars().any(char::is_alphanumeric)) {
        match value::class(text) {
            Ok((label, latin)) => {
                if latin {
                    report
                        .note(cells.line(), ProblemKind::LatinInClass { text: text.to_owned(), label: label.clone() });
                }
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            Err(_) => report.warning(cells.line(), ProblemKind::NotAClass { text: text.to_owned() }),
        }
    }
    labels
}

/// Reads the members of a chat.
pub fn members(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<MemberRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| {
        let name = cells.text(Field::FullName);
        if name.is_empty() {
            report.error(cells.line(), ProblemKind::MissingFamilyName);
            return;
        }
        let roles = value::list(cells.raw(Field::MemberRoles)).map(str::to_owned).collect();
        rows.push(MemberRow { line: cells.line(), id: cells.text(Field::MemberId), name, roles });
    });
    rows
}
