//! Memos for pedagogues, class teachers, students and representatives, and the memo on security (2.3–2.7, 2.5/4).

use crate::domain::{Chat, ChatScope, ClassId, PersonId};
use crate::order;
use crate::regulation::Basis;
use crate::text::decision::said;
use crate::text::grammar::Case;
use crate::text::{document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Block, Desk, Document, Missing, Stamp, Subject, Table, qr};
use super::Form;

/// The rule of the chat of a class with its students (2.3/3a).
const STUDENTS: &str = "class-students";
/// The rule of the chat of a class with the representatives (2.3/3b).
const PARENTS: &str = "class-parents";

/// Whom a memo speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    Teacher,
    ClassTeacher,
    Student,
    Parent,
}

impl Reader {
    /// The bases of the roles whose clauses are told.
    const fn bases(self) -> &'static [Basis] {
        match self {
            Self::Teacher => &[Basis::SubjectTeacher, Basis::ExtraEducator],
            Self::ClassTeacher => &[Basis::ClassTeacher],
            Self::Student => &[Basis::Student],
            Self::Parent => &[Basis::Parent],
        }
    }
}

/// The memo for a pedagogue.
pub(super) fn teacher(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    open(&mut sheet, msg::doc_memo_teacher_subject(lang), subject.person);
    told(&mut sheet, Reader::Teacher);
    sheet.heading(msg::doc_memo_steps(lang));
    sheet.points([
        msg::doc_memo_teacher_join(lang),
        msg::doc_memo_teacher_status(lang),
        msg::doc_memo_teacher_chats(lang),
        msg::doc_memo_teacher_lessons(lang),
        msg::doc_memo_links(lang),
    ]);
    if let Some(person) = subject.person {
        own_lines(&mut sheet, person);
    }
    contacts(&mut sheet);
    if let Some(person) = subject.person {
        super::personal::own_page(&mut sheet, person);
    }
    sheet.finish(words::form(lang, Form::TeacherMemo))
}

/// The memo for a class teacher.
pub(super) fn class_teacher(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    open(&mut sheet, msg::doc_memo_class_teacher_subject(lang), subject.person);
    let led = subject.person.and_then(|id| desk.index.led_classes.get(&id)).cloned().unwrap_or_default();
    if !led.is_empty() {
        let names: Vec<String> = led.iter().map(|id| sheet.class_name(*id)).collect();
        sheet.paragraph(msg::doc_memo_class_teacher_classes(lang, &names.join(", ")));
    }
    told(&mut sheet, Reader::ClassTeacher);
    sheet.heading(msg::doc_memo_steps(lang));
    sheet.points([
        msg::doc_memo_teacher_join(lang),
        msg::doc_memo_class_teacher_chats(lang),
        msg::doc_memo_class_teacher_links(lang),
        msg::doc_memo_class_teacher_rules(lang),
        msg::doc_memo_class_teacher_movement(lang),
        msg::doc_memo_class_teacher_security(lang),
    ]);
    contacts(&mut sheet);
    if let Some(person) = subject.person {
        super::personal::own_page(&mut sheet, person);
    }
    for class in led {
        chat_codes(&mut sheet, class, |_| true);
    }
    sheet.finish(words::form(lang, Form::ClassTeacherMemo))
}

/// The memo for a student.
pub(super) fn student(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    open(&mut sheet, msg::doc_memo_student_subject(lang), None);
    of_class(&mut sheet, subject.class);
    told(&mut sheet, Reader::Student);
    sheet.heading(msg::doc_memo_steps(lang));
    sheet.points([
        msg::doc_memo_student_link(lang),
        msg::doc_memo_student_name(lang),
        msg::doc_memo_student_part(lang),
        msg::doc_memo_links(lang),
        msg::doc_memo_student_trouble(lang),
    ]);
    contacts(&mut sheet);
    if let Some(class) = subject.class {
        chat_codes(&mut sheet, class, |rule| rule == STUDENTS);
    }
    sheet.finish(words::form(lang, Form::StudentMemo))
}

/// The memo for a representative.
pub(super) fn parent(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    open(&mut sheet, msg::doc_memo_parent_subject(lang), None);
    of_class(&mut sheet, subject.class);
    told(&mut sheet, Reader::Parent);
    sheet.heading(msg::doc_memo_steps(lang));
    sheet.points([
        msg::doc_memo_parent_link(lang),
        msg::doc_memo_parent_class(lang),
        msg::doc_memo_parent_name(lang),
        msg::doc_memo_links(lang),
        msg::doc_memo_parent_consent(lang),
        msg::doc_memo_parent_other(lang),
    ]);
    contacts(&mut sheet);
    if let Some(class) = subject.class {
        // 2.7/1: a link of the students' chat is not for representatives, and the other way round.
        chat_codes(&mut sheet, class, |rule| rule == PARENTS);
    }
    sheet.finish(words::form(lang, Form::ParentMemo))
}

/// The memo on the security of one's profile; with a class, its sheet to sign.
pub(super) fn security(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let platform = head(&mut sheet);
    sheet.title(msg::doc_memo_name(lang), &msg::doc_memo_security_subject(lang, &platform));
    sheet.points([
        msg::doc_memo_security_password(lang),
        msg::doc_memo_security_code(lang),
        msg::doc_memo_security_device(lang),
        msg::doc_memo_security_links(lang),
        msg::doc_memo_security_data(lang),
        msg::doc_memo_security_strangers(lang),
        msg::doc_memo_security_files(lang),
        msg::doc_memo_security_tell(lang),
    ]);
    contacts(&mut sheet);
    if let Some(class) = subject.class {
        sheet.push(Block::PageBreak);
        sheet.title(msg::doc_sheet_name(lang), &msg::doc_sheet_security_class(lang, &sheet.class_name(class)));
        let students = desk.index.students_of(class);
        if students.is_empty() {
            let gap = sheet.gap(Missing::Students(class));
            sheet.paragraph(gap);
        } else {
            let rows = students.iter().map(|id| (sheet.full(*id, Case::Nominative), None));
            let table = Table::to_sign(lang, rows);
            sheet.push(Block::Table(table));
        }
        leader_signature(&mut sheet, class);
    }
    sheet.finish(words::form(lang, Form::SecurityMemo))
}

fn open(sheet: &mut Sheet<'_>, to: &str, person: Option<PersonId>) {
    let lang = sheet.lang();
    let platform = head(sheet);
    sheet.title(msg::doc_memo_name(lang), &msg::doc_memo_subject(lang, &platform, to));
    if let Some(id) = person {
        let name = sheet.full(id, Case::Nominative);
        sheet.paragraph(name);
    }
}

/// Writes the organisation, and gives the name of the platform.
fn head(sheet: &mut Sheet<'_>) -> String {
    let organisation = sheet.short_organisation();
    sheet.push(Block::Letterhead(vec![organisation.into()]));
    sheet.platform_name()
}

fn of_class(sheet: &mut Sheet<'_>, class: Option<ClassId>) {
    let Some(class) = class else { return };
    let lang = sheet.lang();
    let leader = match sheet.desk.index.homeroom.get(&class).copied() {
        Some(id) => sheet.full(id, Case::Nominative),
        None => sheet.gap(Missing::Homeroom(class)),
    };
    sheet.paragraph(msg::doc_memo_of_class(lang, &sheet.class_name(class), &leader));
}

/// What the regulation says of the reader, clause by clause.
fn told(sheet: &mut Sheet<'_>, reader: Reader) {
    let lang = sheet.lang();
    let regulation = sheet.desk.regulation;
    let roles: Vec<_> = regulation
        .roles()
        .iter()
        .filter(|role| reader.bases().contains(&role.basis))
        .map(|role| role.id.clone())
        .collect();
    let rows: Vec<String> = regulation
        .clauses()
        .filter(|(section, clause)| {
            (section.number.starts_with("2.") || section.number == "3")
                && !clause.absent
                // Who is named first acts; the others are touched. The rights of section 3 are everybody's.
                && match section.number.as_str() {
                    "3" => clause.actors.iter().any(|actor| roles.contains(actor)),
                    _ => clause.actors.first().is_some_and(|actor| roles.contains(actor))
                }
        })
        .map(|(_, clause)| {
            msg::doc_memo_clause(lang, &clause.id.to_string(), said(lang, &clause.text).trim_end_matches('.'))
        })
        .collect();
    sheet.heading(msg::doc_memo_told(lang));
    sheet.bullets(rows);
}

/// The lines and groups of a pedagogue: where chats are his to create.
fn own_lines(sheet: &mut Sheet<'_>, person: PersonId) {
    let (lang, desk) = (sheet.lang(), sheet.desk);
    let lines = desk.index.taught.get(&person).into_iter().flatten().filter_map(|id| desk.school.load().get(id));
    let mut names: Vec<String> = lines
        .map(|line| {
            let subject = desk.school.subjects().get(&line.subject).map(|row| row.name.clone()).unwrap_or_default();
            let parts = [sheet.class_name(line.class), subject, line.group.clone()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        })
        .collect();
    order::natural(&mut names);
    names.dedup();
    let groups = desk.index.led_groups.get(&person).into_iter().flatten();
    names.extend(groups.filter_map(|id| desk.school.activities().get(id)).map(|row| row.name.clone()));
    if !names.is_empty() {
        sheet.heading(msg::doc_memo_own_lines(lang));
        sheet.bullets(names);
    }
}

fn contacts(sheet: &mut Sheet<'_>) {
    let lang = sheet.lang();
    let support = sheet.support_email();
    let help = sheet.platform().map(|row| row.help_site.clone()).unwrap_or_default();
    let help = sheet.or_gap(&help, Missing::HelpSite);
    let administrator = match sheet.administrator() {
        Some(row) => sheet.full(row.person, Case::Nominative),
        None => sheet.gap(Missing::Administrator),
    };
    sheet.heading(msg::doc_memo_contacts(lang));
    sheet.bullets([
        msg::doc_memo_contact_administrator(lang, &administrator),
        msg::doc_memo_contact_support(lang, &support),
        msg::doc_memo_contact_help(lang, &help),
    ]);
    if let Some(site) = sheet.platform().map(|row| row.help_site.as_str()).filter(|site| !site.is_empty()) {
        code(sheet, site, msg::doc_memo_code_help(lang));
    }
}

/// A code for the link of each chat of the class that has one and is meant for the reader.
fn chat_codes(sheet: &mut Sheet<'_>, class: ClassId, is_meant: impl Fn(&str) -> bool) {
    let school = sheet.desk.school;
    let is_open = |chat: &Chat| chat.state.is_live() && !chat.link.trim().is_empty();
    let of_class = school.chats().values().filter(|chat| chat.scope == ChatScope::Class(class));
    for chat in of_class.filter(|chat| is_meant(&chat.rule.0) && is_open(chat)) {
        code(sheet, &chat.link, &chat.name);
    }
}

fn code(sheet: &mut Sheet<'_>, link: &str, caption: &str) {
    let link = if link.contains("://") { link.to_owned() } else { format!("https://{link}") };
    if let Some(code) = qr::Code::new(&link, caption) {
        sheet.push(Block::Qr(code));
    }
}

fn leader_signature(sheet: &mut Sheet<'_>, class: ClassId) {
    if let Some(id) = sheet.desk.index.homeroom.get(&class).copied() {
        sheet.leader_signature(class, id);
    }
}
