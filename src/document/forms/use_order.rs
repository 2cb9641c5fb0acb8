//! The order «Об использовании платформы в учебном году» (2.2/1): who answers for what, by which day.

use chrono::{Days, NaiveDate};

use crate::domain::{ClauseId, PersonId};
use crate::regulation::{Basis, ClauseEntry, Regulation, RoleId};
use crate::text::decision::{capitalized, role_list, said};
use crate::text::grammar::Case;
use crate::text::{Lang, date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Point, Stamp, Table};
use super::Form;

/// What is done before the lessons begin in earnest: two weeks from the first day of the year.
const START_DAYS: u64 = 14;

/// The order.
pub(super) fn order(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let (platform, year) = (sheet.platform_name(), sheet.year_label());
    sheet.letterhead();
    sheet.title(msg::paper_order(lang), &msg::doc_order_use_subject(lang, &platform, &year));
    sheet.requisites();
    let regulation = words::regulation_in_force(desk, Case::Instrumental);
    sheet.paragraph(msg::doc_order_use_ground(lang, &regulation));
    sheet.paragraph(msg::paper_ordering(lang));
    let administrator = sheet.administrator().map(|row| row.person);
    let deputies = sheet.holders(|post| post == crate::domain::StaffCategory::Deputy);
    let points = points(&mut sheet, &platform, administrator, &deputies);
    sheet.push(Block::Points(points));
    sheet.head_signature();
    let leaders: Vec<PersonId> =
        desk.index.classes.iter().filter_map(|class| desk.index.homeroom.get(class).copied()).collect();
    sheet.acknowledged(msg::paper_read_order(lang), administrator.into_iter().chain(deputies).chain(leaders));
    sheet.push(Block::PageBreak);
    sheet.annex();
    sheet.title(msg::doc_order_use_annex(lang), "");
    let first = sheet.year().map(|year| year.from);
    sheet.push(Block::Table(tasks(lang, desk.regulation, first)));
    sheet.finish(words::form(lang, Form::OrderOnUse))
}

fn points(sheet: &mut Sheet<'_>, platform: &str, administrator: Option<PersonId>, deputies: &[PersonId]) -> Vec<Point> {
    let lang = sheet.lang();
    let until = match sheet.year() {
        Some(year) => date::long(lang, started(year.from)),
        None => sheet.gap(Missing::Year),
    };
    let to_administrator = match administrator {
        Some(id) => sheet.short(id, Case::Dative),
        None => sheet.gap(Missing::Administrator),
    };
    let controllers: Vec<Line> =
        deputies.iter().map(|id| Line::from(sheet.post_with_name(*id, Case::Dative))).collect();
    let none = |text: String| (Line::from(text), Vec::new());
    let mut points = vec![
        none(msg::doc_order_use_use(lang, platform)),
        none(msg::doc_order_use_tasks(lang).to_owned()),
        (
            msg::doc_order_use_administrator(lang, &to_administrator).into(),
            vec![
                msg::doc_order_use_structure(lang, &until).into(),
                msg::doc_order_use_invites(lang, &until).into(),
                msg::doc_order_use_sweep(lang).into(),
                msg::doc_order_use_report(lang).into(),
            ],
        ),
        none(msg::doc_order_use_class_teachers(lang, &until)),
        none(msg::doc_order_use_teachers(lang, &until)),
        none(msg::doc_order_use_materials(lang).to_owned()),
    ];
    if controllers.is_empty() {
        points.push(none(msg::doc_order_use_control_head(lang).to_owned()));
    } else {
        points.push((msg::doc_order_use_control(lang).into(), controllers));
    }
    points.push(none(msg::paper_control_self(lang).to_owned()));
    Point::tree(points)
}

fn started(from: NaiveDate) -> NaiveDate {
    from.checked_add_days(Days::new(START_DAYS)).unwrap_or(from)
}

/// The tasks of the regulation with those who do them, and by when.
fn tasks(lang: Lang, regulation: &Regulation, first: Option<NaiveDate>) -> Table {
    let rows = regulation
        .clauses()
        .filter(|(section, clause)| section.number.starts_with("2.") && !clause.absent)
        // An order binds the staff: students and representatives are told by a memo.
        .filter(|(_, clause)| clause.actors.first().is_some_and(|actor| is_staff(regulation, actor)))
        .map(|(_, clause)| {
            vec![
                Line::from(said(lang, &clause.text)),
                clause.id.to_string().into(),
                capitalized(&role_list(lang, regulation, actors(clause))).into(),
                term(lang, clause.id, first).into(),
            ]
        });
    let columns = [
        Column::wide(msg::paper_task(lang)),
        Column::mark(msg::paper_clause(lang)),
        Column::medium(msg::paper_responsible(lang)),
        Column::mark(msg::paper_term(lang)),
    ];
    Table::counted(lang, columns, rows)
}

fn is_staff(regulation: &Regulation, actor: &RoleId) -> bool {
    regulation.role(actor).is_some_and(|role| !matches!(role.basis, Basis::Student | Basis::Parent))
}

/// Who acts: where a clause names everybody who is touched, the first role is the one that does it.
fn actors(clause: &ClauseEntry) -> &[RoleId] {
    const FEW: usize = 3;
    if clause.actors.len() > FEW { clause.actors.get(..1).unwrap_or_default() } else { &clause.actors }
}

/// By when a task is done: what opens the year before its lessons begin in earnest, the rest all year.
fn term(lang: Lang, clause: ClauseId, first: Option<NaiveDate>) -> String {
    const OPENING: [&str; 22] = [
        "2.1/0", "2.1/1", "2.1/2", "2.1/3", "2.1/4", "2.1/5", "2.1/6", "2.1/7", "2.1/8", "2.2/1", "2.2/2", "2.2/3",
        "2.3/1", "2.3/3", "2.3/3a", "2.3/3b", "2.3/3c", "2.4/1", "2.4/3", "2.4/3a", "2.5/1", "2.7/1",
    ];
    const IF_NEEDED: [&str; 9] = ["2.1/10", "2.2/4", "2.2/6e", "2.3/2", "2.3/3d", "2.4/2", "2.4/3b", "2.1/9", "2.1/16"];
    const QUARTERLY: [&str; 3] = ["2.1/12", "2.1/17", "2.2/7"];
    let id = clause.to_string();
    let is_in = |list: &[&str]| list.contains(&id.as_str());
    match first {
        Some(first) if is_in(&OPENING) => msg::doc_order_use_by(lang, &date::short(started(first))),
        _ if is_in(&IF_NEEDED) => msg::doc_order_use_if_needed(lang).to_owned(),
        _ if is_in(&QUARTERLY) => msg::doc_order_use_quarterly(lang).to_owned(),
        _ => msg::doc_order_use_all_year(lang).to_owned(),
    }
}
