//! The papers on administrators of the platform: appointment, additional ones, the application for registration.

use crate::clause;
use crate::domain::{AdministratorPost, PersonId, RegistrationApplication};
use crate::regulation::Regulation;
use crate::text::decision::said;
use crate::text::grammar::Case;
use crate::text::{Lang, date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Align, Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table, Width};
use super::Form;

/// The order «О назначении администратора…» (2.1/0, 2.2/2).
pub(super) fn order(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let platform = sheet.platform_name();
    sheet.letterhead();
    sheet.title(msg::paper_order(lang), &msg::doc_order_administrator_subject(lang, &platform));
    sheet.requisites();
    let regulation = words::regulation_in_force(desk, Case::Instrumental);
    sheet.paragraph(msg::doc_order_administrator_ground(lang, &platform, &regulation));
    sheet.paragraph(msg::paper_ordering(lang));
    let person = subject.person.or_else(|| sheet.administrator().map(|row| row.person));
    let (whom, to_whom) = match person {
        Some(id) => (sheet.full_with_post(id, Case::Accusative), sheet.short(id, Case::Dative)),
        None => (sheet.gap(Missing::Administrator), sheet.gap(Missing::Administrator)),
    };
    let from = person.and_then(|id| first_day(desk, id)).or(stamp.map(|stamp| stamp.on));
    let from = match from {
        Some(day) => date::long(lang, day),
        None => sheet.gap(Missing::AppointmentDay),
    };
    let mut points = vec![
        msg::doc_order_administrator_appoint(lang, &from, &platform, &whom),
        contacts(&mut sheet, person),
        msg::doc_order_administrator_duties(lang, &to_whom),
        msg::doc_order_administrator_apply(lang, &to_whom),
    ];
    let additional = sheet.additional();
    if !additional.is_empty() {
        let names: Vec<String> =
            additional.iter().map(|row| sheet.full_with_post(row.person, Case::Nominative)).collect();
        points.push(msg::doc_order_administrator_additional(lang, &names.join("; ")));
    }
    points.push(msg::paper_control_self(lang).to_owned());
    sheet.points(points);
    sheet.head_signature();
    sheet.acknowledged(msg::paper_read_order(lang), person.into_iter().chain(additional.iter().map(|row| row.person)));
    sheet.push(Block::PageBreak);
    sheet.annex();
    sheet.title(msg::doc_order_administrator_annex(lang), "");
    sheet.push(Block::Table(duties(lang, desk.regulation)));
    sheet.finish(words::form(lang, Form::AdministratorOrder))
}

/// The contacts that the application names, in a sentence.
fn contacts(sheet: &mut Sheet<'_>, person: Option<PersonId>) -> String {
    let lang = sheet.lang();
    let Some(id) = person else {
        let gap = sheet.gap(Missing::Administrator);
        return msg::doc_order_administrator_contacts(lang, &gap, &gap);
    };
    let row = sheet.person(id);
    let phone = row.and_then(|row| row.phone).map(|phone| phone.to_string()).unwrap_or_default();
    let email = row.and_then(|row| row.email.as_ref()).map(ToString::to_string).unwrap_or_default();
    let email = sheet.or_gap(&email, Missing::Email(id));
    let phone = sheet.or_gap(&phone, Missing::Phone(id));
    msg::doc_order_administrator_contacts(lang, &email, &phone)
}

/// The first day of a person's term as the administrator.
fn first_day(desk: &Desk<'_>, person: PersonId) -> Option<chrono::NaiveDate> {
    let rows = desk.school.appointments().values();
    let mut own = rows.filter(|row| row.person == person && row.post == AdministratorPost::Platform);
    own.find(|row| !row.period.is_over(desk.index.day)).and_then(|row| row.period.from)
}

/// What the regulation lays on the administrator, clause by clause.
fn duties(lang: Lang, regulation: &Regulation) -> Table {
    let general = clause!("2.1/0");
    let rows = regulation
        .clauses()
        .filter(|(section, clause)| section.number == "2.1" && clause.id != general)
        .map(|(_, clause)| vec![Line::from(said(lang, &clause.text)), clause.id.to_string().into()]);
    let columns = [Column::wide(msg::paper_duty(lang)), Column::mark(msg::paper_clause(lang))];
    Table::counted(lang, columns, rows)
}

/// The directive on additional administrators (2.1/7).
pub(super) fn additional(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let platform = sheet.platform_name();
    sheet.letterhead();
    sheet.title(msg::paper_directive(lang), &msg::doc_directive_additional_subject(lang, &platform));
    sheet.requisites();
    let regulation = words::regulation_in_force(desk, Case::Genitive);
    let by = match sheet.administrator() {
        Some(row) => sheet.full(row.person, Case::Genitive),
        None => sheet.gap(Missing::Administrator),
    };
    sheet.paragraph(msg::doc_directive_additional_ground(lang, &by, &regulation));
    let rows = sheet.additional();
    if rows.is_empty() {
        let gap = sheet.gap(Missing::Additional);
        sheet.paragraph(gap);
    } else {
        let mut table = Vec::new();
        for row in &rows {
            let from = row.period.from.map(date::short).unwrap_or_default();
            let joined =
                if desk.index.joined.contains(&row.person) { msg::paper_yes(lang) } else { msg::paper_no(lang) };
            table.push(vec![
                Line::from(sheet.full(row.person, Case::Nominative)),
                sheet.listed_post(row.person).into(),
                joined.into(),
                from.into(),
            ]);
        }
        let columns = [
            Column::wide(msg::paper_full_name(lang)),
            Column::medium(msg::paper_post(lang)),
            Column::mark(msg::paper_joined(lang)),
            Column::mark(msg::paper_from(lang)),
        ];
        sheet.push(Block::Table(Table::counted(lang, columns, table)));
    }
    sheet.points([msg::doc_directive_additional_duties(lang), msg::doc_directive_additional_end(lang)]);
    sheet.head_signature();
    sheet.administrator_signature();
    let people: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
    sheet.acknowledged(msg::paper_read_directive(lang), people);
    sheet.finish(words::form(lang, Form::AdditionalDirective))
}

/// The application for registration with the three contacts and the order (2.1/1).
pub(super) fn application(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let applied: Option<&RegistrationApplication> =
        subject.record.and_then(|id| desk.school.applications().get(&id.into())).map(AsRef::as_ref);
    let (platform, organisation) = sheet.address_support();
    sheet.title(msg::doc_application_name(lang), &msg::doc_application_subject(lang, &platform));
    sheet.requisites();
    sheet.paragraph(msg::doc_application_text(lang, &organisation, &platform));
    let card = organisation_rows(&mut sheet);
    sheet.push(Block::Table(facts(lang, card)));
    sheet.heading(msg::doc_application_administrator(lang));
    let person = applied.and_then(|row| row.person).or_else(|| sheet.administrator().map(|row| row.person));
    let contacts = contact_rows(&mut sheet, applied, person);
    sheet.push(Block::Table(facts(lang, contacts)));
    let order = applied
        .and_then(|row| row.order)
        .or_else(|| sheet.administrator().filter(|row| Some(row.person) == person).and_then(|row| row.order));
    let order = sheet.act_reference(order, Missing::AppointmentOrder);
    sheet.paragraph(msg::doc_application_attached(lang, &order));
    sheet.paragraph(msg::doc_application_consent(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::RegistrationApplication))
}

fn contact_rows(
    sheet: &mut Sheet<'_>,
    applied: Option<&RegistrationApplication>,
    person: Option<PersonId>,
) -> Vec<(&'static str, String)> {
    let lang = sheet.lang();
    let record = person.and_then(|id| sheet.person(id));
    let gap = |missing: fn(PersonId) -> Missing| person.map_or(Missing::Administrator, missing);
    let name = applied
        .map(|row| row.name.clone())
        .filter(|name| !name.is_empty())
        .or_else(|| record.map(|row| row.name.to_string()))
        .unwrap_or_default();
    let email = applied.and_then(|row| row.email.as_ref()).or(record.and_then(|row| row.email.as_ref()));
    let phone = applied.and_then(|row| row.phone).or(record.and_then(|row| row.phone));
    vec![
        (msg::paper_full_name(lang), sheet.or_gap(&name, Missing::Administrator)),
        (msg::paper_email(lang), {
            let email = email.map(ToString::to_string).unwrap_or_default();
            sheet.or_gap(&email, gap(Missing::Email))
        }),
        (msg::paper_mobile(lang), {
            let phone = phone.map(|phone| phone.to_string()).unwrap_or_default();
            sheet.or_gap(&phone, gap(Missing::Phone))
        }),
    ]
}

/// The organisation's data as rows of a card (2.1/3).
fn organisation_rows(sheet: &mut Sheet<'_>) -> Vec<(&'static str, String)> {
    let lang = sheet.lang();
    let row = sheet.organisation().cloned().unwrap_or_default();
    let reach: Vec<String> = [row.phone.map(|phone| phone.to_string()), row.email.map(|email| email.to_string())]
        .into_iter()
        .flatten()
        .collect();
    let head = match sheet.head() {
        Some(head) => sheet.full(head, Case::Nominative),
        None => sheet.gap(Missing::Head),
    };
    vec![
        (msg::paper_organisation_full(lang), sheet.organisation_name()),
        (msg::paper_organisation_short(lang), sheet.short_organisation()),
        (msg::paper_address(lang), sheet.or_gap(&row.address, Missing::Address)),
        (msg::paper_tax_number(lang), sheet.or_gap(&row.tax_number, Missing::TaxNumber)),
        (msg::paper_site(lang), sheet.or_gap(&row.site, Missing::Site)),
        (msg::paper_reach(lang), sheet.or_gap(&reach.join(", "), Missing::Contact)),
        (msg::paper_head(lang), head),
    ]
}

/// A table of names and values.
fn facts(lang: Lang, rows: Vec<(&'static str, String)>) -> Table {
    let columns = vec![
        Column { head: msg::paper_fact(lang).into(), align: Align::Left, width: Width::Medium },
        Column::wide(msg::paper_value(lang)),
    ];
    Table { columns, rows: rows.into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect() }
}

/// The card of the organisation's data (2.1/3).
pub(super) fn card(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.title(msg::doc_card_name(lang), msg::doc_card_subject(lang));
    let rows = organisation_rows(&mut sheet);
    sheet.push(Block::Table(facts(lang, rows)));
    let platform = sheet.platform_name();
    let support = sheet.support_email();
    let help = sheet.platform().map(|row| row.help_site.clone()).unwrap_or_default();
    let help = sheet.or_gap(&help, Missing::HelpSite);
    let administrator = match sheet.administrator() {
        Some(row) => sheet.full_with_post(row.person, Case::Nominative),
        None => sheet.gap(Missing::Administrator),
    };
    let rows = vec![
        (msg::paper_platform(lang), platform),
        (msg::paper_support(lang), support),
        (msg::paper_help_site(lang), help),
        (msg::paper_administrator(lang), administrator),
    ];
    sheet.push(Block::Table(facts(lang, rows)));
    let day = date::long(lang, sheet.day());
    sheet.push(Block::Note(msg::paper_as_of(lang, &day).into()));
    sheet.finish(words::form(lang, Form::OrganisationCard))
}
