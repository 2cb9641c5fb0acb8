//! The papers on the structure: the list of pedagogues, the list of classes, the class teachers (2.1/4, 2.1/5, 2.1/8).

use std::collections::BTreeMap;

use crate::domain::{ClassId, ClassKind, ClassLabel, HomeroomDistribution, Nomenclature, PersonId, SchoolYearId};
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, people};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::Form;

/// The list of pedagogues with what they did on the platform (2.1/4).
pub(super) fn staff_list(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    let name = sheet.short_organisation();
    sheet.title(msg::doc_list_staff_name(lang), &msg::doc_list_staff_subject(lang, &name));
    let day = date::long(lang, sheet.day());
    sheet.paragraph(msg::paper_as_of(lang, &day));
    let staff = sheet.holders(|post| post.is_pedagogue() || post.is_administration());
    let rows: Vec<Vec<Line>> = staff
        .iter()
        .map(|id| {
            let joined = if desk.index.joined.contains(id) { msg::paper_yes(lang) } else { msg::paper_no(lang) };
            vec![
                sheet.full(*id, Case::Nominative).into(),
                sheet.listed_post(*id).into(),
                joined.into(),
                status(desk, *id).into(),
            ]
        })
        .collect();
    let joined = staff.iter().filter(|id| desk.index.joined.contains(id)).count();
    let columns = [
        Column::wide(msg::paper_full_name(lang)),
        Column::medium(msg::paper_post(lang)),
        Column::mark(msg::paper_joined(lang)),
        Column::medium(msg::paper_status(lang)),
    ];
    sheet.table(Table::counted(lang, columns, rows), msg::paper_none(lang));
    sheet.paragraph(msg::doc_list_staff_total(lang, &joined.to_string(), &staff.len().to_string()));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::StaffList))
}

fn status(desk: &Desk<'_>, person: PersonId) -> String {
    let state = desk.school.verifications().values().find(|row| row.person == person).map(|row| &row.state);
    state.map_or_else(
        || msg::doc_register_statuses_unknown(desk.lang).to_owned(),
        |state| people::verification(desk.lang, state),
    )
}

/// The order «Об утверждении номенклатуры классов» (2.1/5).
pub(super) fn nomenclature_order(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let list: Option<&Nomenclature> =
        subject.record.and_then(|id| desk.school.nomenclatures().get(&id.into())).map(AsRef::as_ref);
    let year = year_of(&mut sheet, list.map(|row| row.year));
    sheet.letterhead();
    sheet.title(msg::paper_order(lang), &msg::doc_order_nomenclature_subject(lang, &year));
    sheet.requisites();
    let regulation = words::regulation_in_force(desk, Case::Instrumental);
    sheet.paragraph(msg::doc_order_nomenclature_ground(lang, &regulation));
    sheet.paragraph(msg::paper_ordering(lang));
    let to_administrator = to_administrator(&mut sheet);
    sheet.points([
        msg::doc_order_nomenclature_approve(lang, &year),
        msg::doc_order_nomenclature_create(lang, &to_administrator),
        msg::paper_control_self(lang).to_owned(),
    ]);
    sheet.head_signature();
    let administrator = sheet.administrator().map(|row| row.person);
    sheet.acknowledged(msg::paper_read_order(lang), administrator);
    sheet.push(Block::PageBreak);
    sheet.annex();
    sheet.title(msg::doc_order_nomenclature_annex(lang), &msg::paper_for_year(lang, &year));
    let year_id = list.map(|row| row.year).or(desk.index.year);
    let classes = classes_of(desk, year_id);
    let labels: Vec<ClassLabel> = match list {
        Some(list) => list.classes.clone(),
        None => classes.keys().cloned().collect(),
    };
    if labels.is_empty() {
        let gap = sheet.gap(Missing::Classes);
        sheet.paragraph(gap);
    } else {
        let table = class_table(&sheet, &labels, &classes);
        sheet.push(Block::Table(table));
    }
    sheet.finish(words::form(lang, Form::NomenclatureOrder))
}

fn class_table(sheet: &Sheet<'_>, labels: &[ClassLabel], classes: &BTreeMap<ClassLabel, ClassId>) -> Table {
    let (lang, index) = (sheet.lang(), sheet.desk.index);
    let mut total = 0;
    let mut rows: Vec<Vec<Line>> = Vec::with_capacity(labels.len() + 1);
    for (at, label) in labels.iter().enumerate() {
        let class = classes.get(label).copied();
        let size = class.map_or(0, |id| index.students_of(id).len());
        total += size;
        let leader = class.and_then(|id| index.homeroom.get(&id));
        let profile = class.and_then(|id| sheet.class(id)).map(|class| class.profile.clone());
        rows.push(vec![
            (at + 1).to_string().into(),
            label.to_string().into(),
            profile.unwrap_or_default().into(),
            if size == 0 { Line::default() } else { size.to_string().into() },
            leader.map(|id| sheet.short(*id, Case::Nominative)).unwrap_or_default().into(),
        ]);
    }
    rows.push(vec![
        Line::default(),
        msg::paper_total(lang).into(),
        Line::default(),
        total.to_string().into(),
        Line::default(),
    ]);
    let columns = vec![
        Column::figure(msg::paper_row_number(lang)),
        Column::mark(msg::paper_class(lang)),
        Column::medium(msg::paper_profile(lang)),
        Column::figure(msg::paper_students(lang)),
        Column::wide(msg::paper_class_teacher(lang)),
    ];
    Table { columns, rows }
}

/// The classes of a year by their labels.
fn classes_of(desk: &Desk<'_>, year: Option<SchoolYearId>) -> BTreeMap<ClassLabel, ClassId> {
    let of_year = desk.school.classes().values().filter_map(|class| match &class.kind {
        ClassKind::Class { label, year: own } if Some(*own) == year => Some((label.clone(), class.id)),
        _ => None,
    });
    of_year.collect()
}

fn year_of(sheet: &mut Sheet<'_>, year: Option<SchoolYearId>) -> String {
    match year.and_then(|id| sheet.desk.school.years().get(&id)) {
        Some(year) => words::school_year(sheet.lang(), year),
        None => sheet.year_label(),
    }
}

fn to_administrator(sheet: &mut Sheet<'_>) -> String {
    match sheet.administrator() {
        Some(row) => sheet.short(row.person, Case::Dative),
        None => sheet.gap(Missing::Administrator),
    }
}

/// The order «О распределении классного руководства» (2.1/8).
pub(super) fn homeroom_order(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let list: Option<&HomeroomDistribution> =
        subject.record.and_then(|id| desk.school.distributions().get(&id.into())).map(AsRef::as_ref);
    let year = year_of(&mut sheet, list.map(|row| row.year));
    sheet.letterhead();
    sheet.title(msg::paper_order(lang), &msg::doc_order_homeroom_subject(lang, &year));
    sheet.requisites();
    sheet.paragraph(msg::doc_order_homeroom_ground(lang));
    sheet.paragraph(msg::paper_ordering(lang));
    let to_administrator = to_administrator(&mut sheet);
    sheet.points([
        msg::doc_order_homeroom_approve(lang, &year),
        msg::doc_order_homeroom_attach(lang, &to_administrator),
        msg::doc_order_homeroom_chats(lang).to_owned(),
        msg::paper_control_self(lang).to_owned(),
    ]);
    sheet.head_signature();
    let year_id = list.map(|row| row.year).or(desk.index.year);
    let classes = classes_of(desk, year_id);
    let leader = |class: ClassId| match list {
        Some(list) => list.rows.get(&class).copied(),
        None => desk.index.homeroom.get(&class).copied(),
    };
    sheet.acknowledged(msg::paper_read_order(lang), classes.values().filter_map(|class| leader(*class)));
    sheet.push(Block::PageBreak);
    sheet.annex();
    sheet.title(msg::doc_order_homeroom_annex(lang), &msg::paper_for_year(lang, &year));
    if classes.is_empty() {
        let gap = sheet.gap(Missing::Distribution);
        sheet.paragraph(gap);
    } else {
        let mut rows = Vec::new();
        for (label, class) in &classes {
            let (name, post) = match leader(*class) {
                Some(id) => (sheet.full(id, Case::Nominative), sheet.listed_post(id)),
                None => (sheet.gap(Missing::Homeroom(*class)), String::new()),
            };
            rows.push(vec![Line::from(label.to_string()), name.into(), post.into()]);
        }
        let columns = [
            Column::mark(msg::paper_class(lang)),
            Column::wide(msg::paper_class_teacher(lang)),
            Column::medium(msg::paper_post(lang)),
        ];
        sheet.push(Block::Table(Table::counted(lang, columns, rows)));
    }
    sheet.finish(words::form(lang, Form::HomeroomOrder))
}
