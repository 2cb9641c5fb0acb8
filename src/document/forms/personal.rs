//! The sheet of one person's rights and duties, and sheets on which people confirm that they know a paper (1.1, 1.4).

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{AcknowledgementSheet, ClassId, ClauseId, PersonId, SheetSubject};
use crate::order;
use crate::regulation::{Authority, HatScope, HatState, Object, Verdict};
use crate::text::decision::{capitalized, clause_list, role_name, said};
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, people};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table, qr};
use super::Form;

/// The sheet of rights and duties.
pub(super) fn rights(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    match subject.person.filter(|id| sheet.person(*id).is_some()) {
        Some(person) => of_person(&mut sheet, person),
        None => {
            head(&mut sheet);
            let gap = sheet.gap(Missing::Person);
            sheet.paragraph(gap);
        }
    }
    sheet.finish(words::form(lang, Form::PersonalSheet))
}

/// The sheets of all staff of a class, or of the school where no class is chosen: each begins on a page of its own.
pub(super) fn staff(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let mut people: Vec<PersonId> = match subject.class {
        Some(class) => staff_of(desk, class).into_iter().collect(),
        None => desk.index.positions.keys().copied().collect(),
    };
    sheet.sort_by_name(&mut people);
    if people.is_empty() {
        head(&mut sheet);
        let gap = sheet.gap(Missing::Person);
        sheet.paragraph(gap);
    }
    for (at, person) in people.into_iter().enumerate() {
        if at > 0 {
            sheet.push(Block::PageBreak);
        }
        of_person(&mut sheet, person);
    }
    sheet.finish(words::form(lang, Form::StaffSheets))
}

/// Who leads and teaches a class, its groups included.
fn staff_of(desk: &Desk<'_>, class: ClassId) -> BTreeSet<PersonId> {
    let index = desk.index;
    let lines = index.lines.get(&class).into_iter().flatten().filter_map(|id| desk.school.load().get(id)?.teacher);
    let groups = index.class_groups.get(&class).into_iter().flatten();
    let groups = groups.filter_map(|id| desk.school.activities().get(id)?.leader);
    index.homeroom.get(&class).copied().into_iter().chain(lines).chain(groups).collect()
}

fn head(sheet: &mut Sheet<'_>) {
    let lang = sheet.lang();
    sheet.letterhead();
    let platform = sheet.platform_name();
    sheet.title(msg::doc_sheet_rights_name(lang), &msg::doc_sheet_rights_subject(lang, &platform));
}

/// The sheet of one person.
fn of_person(sheet: &mut Sheet<'_>, person: PersonId) {
    let lang = sheet.lang();
    head(sheet);
    let name = sheet.full(person, Case::Nominative);
    let post = sheet.listed_post(person);
    sheet.paragraph(if post.is_empty() {
        name
    } else {
        format!("{name}, {}", crate::text::grammar::running(lang, &post))
    });
    let day = date::long(lang, sheet.day());
    sheet.paragraph(msg::paper_as_of(lang, &day));
    hats(sheet, person);
    decisions(sheet, person);
    sheet.push(Block::Note(msg::doc_sheet_rights_note(lang).into()));
    sheet.acknowledged(msg::doc_sheet_rights_read(lang), [person]);
    own_page(sheet, person);
}

/// The code of the person's page in the planner, where the school gives its address.
pub(super) fn own_page(sheet: &mut Sheet<'_>, person: PersonId) {
    let hash = format!("#/roles/person/{person}");
    let address = sheet.organisation().and_then(|row| row.planner_address(&hash));
    let code = address.and_then(|address| qr::Code::new(&address, msg::doc_sheet_rights_page(sheet.lang())));
    if let Some(code) = code {
        sheet.push(Block::Qr(code));
    }
}

/// The roles of a person with where they hold, since when, and by what order.
fn hats(sheet: &mut Sheet<'_>, person: PersonId) {
    let (lang, desk) = (sheet.lang(), sheet.desk);
    let authority = Authority::new(desk.school, desk.regulation, desk.index.day);
    let standing = authority.standing(person);
    let mut rows: BTreeMap<(String, String, String), Vec<String>> = BTreeMap::new();
    for hat in standing.hats.iter().filter(|hat| hat.state == HatState::Active) {
        let role = desk.regulation.roles().iter().find(|role| role.basis == hat.basis);
        let role = role.map(|role| capitalized(&role_name(lang, desk.regulation, &role.id))).unwrap_or_default();
        let key = (role, people::period(lang, hat.period), sheet.act_line(hat.order));
        rows.entry(key).or_default().push(scope(sheet, hat.scope));
    }
    let rows = rows.into_iter().map(|((role, period, order), mut scopes)| {
        order::natural(&mut scopes);
        scopes.dedup();
        [role, scopes.join(", "), period, order].map(Line::from).to_vec()
    });
    let columns = [
        Column::medium(msg::paper_role(lang)),
        Column::wide(msg::paper_where(lang)),
        Column::medium(msg::paper_term(lang)),
        Column::medium(msg::paper_ground(lang)),
    ];
    let table = Table::counted(lang, columns, rows);
    sheet.heading(msg::doc_sheet_rights_roles(lang));
    sheet.table(table, msg::doc_sheet_rights_no_roles(lang));
}

fn scope(sheet: &Sheet<'_>, scope: HatScope) -> String {
    let school = sheet.desk.school;
    match scope {
        HatScope::School => msg::paper_whole_school(sheet.lang()).to_owned(),
        HatScope::Class(class) => sheet.class_name(class),
        HatScope::Line { line, class } => {
            let subject = school.load().get(&line).and_then(|line| school.subjects().get(&line.subject));
            format!("{} {}", subject.map(|row| row.name.clone()).unwrap_or_default(), sheet.class_name(class))
        }
        HatScope::Activity(group) => school.activities().get(&group).map(|row| row.name.clone()).unwrap_or_default(),
        HatScope::Child { child, .. } => sheet.short(child, Case::Nominative),
    }
}

/// What the person must, may, and what the text leaves open.
fn decisions(sheet: &mut Sheet<'_>, person: PersonId) {
    let (lang, desk) = (sheet.lang(), sheet.desk);
    let authority = Authority::new(desk.school, desk.regulation, desk.index.day);
    let standing = authority.standing(person);
    let target = authority.target(Object::None);
    let (mut must, mut may, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for action in desk.regulation.actions() {
        let decision = authority.decide(&standing, action, &target);
        let list = match decision.verdict {
            Verdict::Duty | Verdict::DutyIfNeeded => &mut must,
            Verdict::Allowed | Verdict::Right => &mut may,
            Verdict::Unsettled => &mut open,
            Verdict::NotGranted => continue,
        };
        let mut clauses: Vec<ClauseId> = decision
            .grounds
            .iter()
            .filter(|ground| ground.verdict == decision.verdict)
            .flat_map(|ground| ground.clauses.iter().copied())
            .collect();
        order::natural(&mut clauses);
        clauses.dedup();
        let text = said(lang, &action.name);
        let if_needed = decision.verdict == Verdict::DutyIfNeeded;
        list.push(if if_needed {
            msg::doc_sheet_rights_if_needed(lang, &clause_list(&clauses), text)
        } else {
            msg::doc_memo_clause(lang, &clause_list(&clauses), text)
        });
    }
    for (head, list) in [
        (msg::doc_sheet_rights_must(lang), must),
        (msg::doc_sheet_rights_may(lang), may),
        (msg::doc_sheet_rights_open(lang), open),
    ] {
        if !list.is_empty() {
            sheet.heading(head);
            sheet.points(list);
        }
    }
}

/// A sheet to sign, as it was opened.
pub(super) fn acknowledgement(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let row: Option<&AcknowledgementSheet> =
        subject.record.and_then(|id| desk.school.sheets().get(&id.into())).map(AsRef::as_ref);
    sheet.letterhead();
    let Some(row) = row else {
        sheet.title(msg::doc_sheet_name(lang), "");
        let gap = sheet.gap(Missing::Sheet);
        sheet.paragraph(gap);
        return sheet.finish(words::form(lang, Form::AcknowledgementSheet));
    };
    let with = match row.subject {
        SheetSubject::Security => msg::doc_sheet_with_security(lang).to_owned(),
        SheetSubject::Regulation(_) => words::regulation_title(desk, Case::Instrumental),
        SheetSubject::Rights => msg::doc_sheet_with_rights(lang).to_owned(),
        SheetSubject::ChatRules => msg::doc_sheet_with_chat_rules(lang).to_owned(),
        SheetSubject::Act(id) => sheet.act(Some(id)).map(|act| words::act_with(lang, act)).unwrap_or_default(),
    };
    sheet.title(msg::doc_sheet_name(lang), &msg::doc_sheet_with(lang, &with));
    if let Some(class) = row.class {
        sheet.paragraph(msg::doc_sheet_class(lang, &sheet.class_name(class)));
    }
    let mut people: Vec<PersonId> = row.people.keys().copied().collect();
    sheet.sort_by_name(&mut people);
    let signed = row.people.values().filter(|on| on.is_some()).count();
    let rows = people.iter().map(|id| {
        let on = row.people.get(id).copied().flatten();
        (sheet.full(*id, Case::Nominative), on.map(date::short))
    });
    let table = Table::to_sign(lang, rows);
    sheet.table(table, msg::paper_none(lang));
    sheet.paragraph(msg::doc_sheet_total(lang, &people.len().to_string(), &signed.to_string()));
    match row.class.and_then(|class| Some((class, *desk.index.homeroom.get(&class)?))) {
        Some((class, leader)) => sheet.leader_signature(class, leader),
        None => sheet.administrator_signature(),
    }
    sheet.finish(words::form(lang, Form::AcknowledgementSheet))
}
