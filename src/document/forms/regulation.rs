//! The order that approves the regulation and the extract of the council's protocol (1.3, 4.1).

use crate::domain::{RegulationEdition, StaffCategory};
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Block, Desk, Document, Line, Missing, Point, Signature, Stamp, Subject};

/// The order «Об утверждении Положения…».
pub(super) fn approval_order(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let edition = edition_of(desk, subject);
    let title = title(desk, edition);
    sheet.letterhead();
    sheet.title(msg::paper_order(lang), &msg::doc_order_approval_subject(lang, &title(Case::Genitive)));
    sheet.requisites();
    let protocol = sheet.act_reference(edition.and_then(|row| row.protocol), Missing::Protocol);
    sheet.paragraph(msg::doc_order_approval_ground(lang, &protocol));
    sheet.paragraph(msg::paper_ordering(lang));
    let from = edition.and_then(|row| row.from).or(stamp.map(|stamp| stamp.on));
    let from = from.map_or_else(
        || msg::doc_order_approval_from_signing(lang).to_owned(),
        |day| msg::doc_order_approval_from(lang, &date::long(lang, day)),
    );
    let mut points = vec![msg::doc_order_approval_approve(lang, &title(Case::Accusative)), from];
    if let Some(row) = edition.and_then(|row| row.amends).and_then(|id| desk.school.editions().get(&id)) {
        let order = sheet.act_reference(row.order, Missing::ApprovalOrder);
        points.push(msg::doc_order_approval_replaces(lang, &order));
    }
    points.push(match sheet.administrator() {
        Some(row) => {
            let who = sheet.short(row.person, Case::Dative);
            msg::doc_order_approval_acquaint(lang, &who)
        }
        None => {
            let gap = sheet.gap(Missing::Administrator);
            msg::doc_order_approval_acquaint(lang, &gap)
        }
    });
    points.push(msg::doc_order_approval_families(lang).to_owned());
    let site = sheet.organisation().map(|row| row.site.clone()).unwrap_or_default();
    let site = sheet.or_gap(&site, Missing::Site);
    points.push(msg::doc_order_approval_site(lang, &site));
    points.push(msg::paper_control_self(lang).to_owned());
    sheet.points(points);
    sheet.head_signature();
    let administrator = sheet.administrator().map(|row| row.person);
    let people: Vec<_> = administrator.into_iter().chain(sheet.holders(StaffCategory::is_administration)).collect();
    let head = sheet.head();
    sheet.acknowledged(msg::paper_read_order(lang), people.into_iter().filter(|id| Some(*id) != head));
    sheet.finish(words::form(lang, super::Form::ApprovalOrder))
}

/// The extract of the council's protocol that adopted the regulation.
pub(super) fn council_extract(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, None);
    let lang = desk.lang;
    let edition = edition_of(desk, subject);
    let title = title(desk, edition);
    sheet.letterhead();
    let protocol = sheet.act_reference(edition.and_then(|row| row.protocol), Missing::Protocol);
    sheet.title(msg::doc_extract_council_name(lang), &msg::doc_extract_council_subject(lang, &protocol));
    let pedagogues = sheet.holders(|post| post.is_pedagogue() || post.is_administration()).len();
    sheet.paragraph(msg::doc_extract_council_present(lang, pedagogues as u64));
    sheet.paragraph(msg::doc_extract_council_agenda(lang, &title(Case::Genitive)));
    let speaker = match sheet.administrator() {
        Some(row) => sheet.full_with_post(row.person, Case::Accusative),
        None => sheet.gap(Missing::Administrator),
    };
    sheet.paragraph(msg::doc_extract_council_heard(lang, &title(Case::Genitive), &speaker));
    sheet.paragraph(msg::doc_extract_council_decided(lang));
    let amends = edition.is_some_and(|row| row.amends.is_some());
    let mut points: Vec<String> = vec![if amends {
        msg::doc_extract_council_amend(lang, &title(Case::Accusative))
    } else {
        msg::doc_extract_council_adopt(lang, &title(Case::Accusative))
    }];
    if let Some(changes) = edition.map(|row| row.changes.trim()).filter(|text| amends && !text.is_empty()) {
        points.push(msg::doc_extract_council_changes(lang, changes));
    }
    points.push(msg::doc_extract_council_submit(lang).to_owned());
    sheet.push(Block::Points(Point::numbered(points)));
    sheet.paragraph(msg::doc_extract_council_votes(lang));
    let chair = match sheet.head() {
        Some(head) => Line::from(sheet.signed_name(head)),
        None => sheet.gap(Missing::Head).into(),
    };
    let blank = || Line::from(msg::paper_blank_name(lang));
    sheet.push(Block::Signatures(vec![
        Signature { post: msg::doc_extract_council_chair(lang).into(), name: chair },
        Signature { post: msg::doc_extract_council_secretary(lang).into(), name: blank() },
    ]));
    sheet.paragraph(msg::doc_extract_council_true_copy(lang, &copy_date(desk, stamp)));
    sheet.push(Block::Signatures(vec![Signature { post: msg::doc_extract_council_clerk(lang).into(), name: blank() }]));
    sheet.finish(words::form(lang, super::Form::CouncilExtract))
}

fn copy_date(desk: &Desk<'_>, stamp: Option<&Stamp>) -> String {
    stamp.map_or_else(|| msg::paper_blank_date(desk.lang).to_owned(), |stamp| date::long(desk.lang, stamp.on))
}

/// The edition that was chosen.
fn edition_of<'a>(desk: &Desk<'a>, subject: &Subject) -> Option<&'a RegulationEdition> {
    desk.school.editions().get(&subject.record?.into()).map(AsRef::as_ref)
}

/// The title of an edition in the cases of a sentence; that of the edition in use where none was entered.
fn title<'a>(desk: &Desk<'a>, edition: Option<&'a RegulationEdition>) -> impl Fn(Case) -> String + use<'a> {
    let own = edition.map(|row| row.title.as_str()).filter(|title| !title.is_empty());
    let (lang, regulation) = (desk.lang, desk.regulation);
    move |case| match own {
        Some(title) => words::regulation(lang, title, case),
        None => words::regulation(lang, crate::text::decision::said(lang, &regulation.edition().title), case),
    }
}
