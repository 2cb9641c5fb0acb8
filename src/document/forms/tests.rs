//! Papers of the sample school, word by word.

mod ledger;
mod memo;
mod order;

use std::collections::BTreeSet;

use expect_test::Expect;

use super::super::{Desk, Document, Form, Line, Look, Missing, Stamp, Subject};
use super::write;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, Invite, InviteRole, InviteState, InviteTarget, Organisation, Period, Person,
    PlatformProfile,
};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;

/// The sample school, ready for its papers: an organisation with an address, a platform, an administrator, a sweep.
fn school() -> Sample {
    let mut sample = Sample::new().with_office();
    sample.save(Organisation {
        full_name: "Муниципальное общеобразовательное учреждение «Гимназия № 44»".into(),
        short_name: "МОУ «Гимназия № 44»".into(),
        address: "170000, г. Тверь, ул. Примерная, д. 1".into(),
        tax_number: "0000000000".into(),
        site: "gymnasium44.example.org".into(),
        planner: "gymnasium44.example.org/plan".into(),
        phone: "+7 (000) 000-00-01".parse().ok(),
        email: "school@example.org".parse().ok(),
    });
    sample.save(PlatformProfile { help_site: "help.example.org".into(), ..PlatformProfile::sferum() });
    let (baranov, order) = (sample.baranov, sample.order);
    let person = sample.workspace.school().people()[&baranov].as_ref().clone();
    sample.save(Person {
        phone: "+7 (000) 000-00-44".parse().ok(),
        email: "baranov@example.org".parse().ok(),
        ..person
    });
    let id = sample.ids.fresh();
    sample.save(Appointment {
        id,
        person: baranov,
        post: AdministratorPost::Platform,
        period: Period::since(day(1)),
        order: Some(order),
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    let id = sample.ids.fresh();
    sample.save(Invite {
        id,
        target: InviteTarget::Class(sample.class_7a),
        role: InviteRole::Student,
        addressees: BTreeSet::from([sample.zueva]),
        link: "https://example.org/join/2".into(),
        issued_by: Some(baranov),
        issued_on: Some(day(2)),
        expires_on: None,
        max_uses: None,
        sent: Vec::new(),
        uses: Vec::new(),
        state: InviteState::Revoked {
            on: day(9), reason: "никто не воспользовался".into(), act: Some(order)
        },
        note: String::new(),
    });
    sample
}

fn paper(sample: &Sample, form: Form, subject: &Subject, lang: Lang, stamp: Option<&Stamp>) -> Document {
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, Regulation::bundled());
    let desk = Desk { school, index: &index, plan: &plan, regulation: Regulation::bundled(), lang };
    write(form, &desk, subject, stamp)
}

/// The Russian text of a paper of the sample school.
#[track_caller]
fn check(form: Form, subject: impl FnOnce(&Sample) -> Subject, expected: &Expect) {
    let sample = school();
    let subject = subject(&sample);
    let text = paper(&sample, form, &subject, Lang::Ru, None).plain().join("\n").replace('\u{a0}', " ");
    expected.assert_eq(&format!("{text}\n"));
}

/// The Russian text of a paper as far as its annex.
#[track_caller]
fn check_before_annex(form: Form, subject: impl FnOnce(&Sample) -> Subject, expected: &Expect) {
    let sample = school();
    let subject = subject(&sample);
    let text = paper(&sample, form, &subject, Lang::Ru, None).plain().join("\n").replace('\u{a0}', " ");
    let before = text.split("\n\nПриложение\n").next().unwrap_or_default();
    expected.assert_eq(&format!("{before}\n"));
}

fn nobody(_: &Sample) -> Subject {
    Subject::default()
}

#[test]
fn every_form_is_written_in_both_languages() {
    let sample = school();
    let subject = Subject { person: Some(sample.baranov), class: Some(sample.class_7a), ..Subject::default() };
    for form in Form::all() {
        let [ru, en] = Lang::ALL.map(|lang| paper(&sample, form, &subject, lang, None));
        assert_ne!(ru.plain(), en.plain(), "{form:?}");
        for document in [ru, en] {
            let text = document.plain().join("\n");
            assert!(!text.contains(|c| ('\u{e000}'..'\u{f8ff}').contains(&c)), "{form:?} has a stray mark");
            assert_eq!(document.has(Look::Missing), !document.missing.is_empty(), "{form:?}");
            assert!(!document.title.is_empty());
        }
    }
}

#[test]
fn every_form_of_an_empty_plan_shows_what_is_missing() {
    let sample = Sample { workspace: crate::domain::Workspace::default(), ..Sample::new() };
    for form in Form::all() {
        let document = paper(&sample, form, &Subject::default(), Lang::Ru, None);
        assert!(document.has(Look::Missing), "{form:?}");
    }
}

#[test]
fn a_gap_closes_when_the_fact_is_entered() {
    let empty = Sample::new();
    let missing =
        |sample: &Sample| paper(sample, Form::RegistrationApplication, &Subject::default(), Lang::Ru, None).missing;
    assert!(missing(&empty).contains(&Missing::Administrator));
    assert!(missing(&empty).contains(&Missing::Address));
    assert_eq!(missing(&school()), []);
}

#[test]
fn a_name_that_the_rules_only_guess_is_marked() {
    let mut sample = school();
    let person = sample.workspace.school().people()[&sample.baranov].as_ref().clone();
    let name = crate::domain::PersonName::parse("Швец Глеб Олегович").unwrap();
    sample.save(Person { name, ..person });
    let document = paper(&sample, Form::AdministratorOrder, &Subject::default(), Lang::Ru, None);
    assert!(document.has(Look::Doubtful));
    assert!(document.plain().join("\n").contains("Назначить Швеца Глеба Олеговича, учителя математики,"));
}

#[test]
fn a_registered_paper_carries_its_number_and_date() {
    let stamp = Stamp { number: "104".into(), on: day(3) };
    let lines = paper(&school(), Form::OrderOnUse, &Subject::default(), Lang::Ru, Some(&stamp)).plain();
    assert!(lines.contains(&"3\u{a0}сентября 2026\u{a0}г. | № 104 | г. Тверь".to_owned()), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("к приказу от 3\u{a0}сентября 2026\u{a0}г. № 104")));
}

#[test]
fn a_memo_for_representatives_has_no_link_of_the_students_chat() {
    let sample = school();
    let subject = Subject { class: Some(sample.class_7a), ..Subject::default() };
    let has_link = |form| {
        let text = paper(&sample, form, &subject, Lang::Ru, None).plain().join("\n");
        text.contains("https://example.org/chat/1")
    };
    assert!(has_link(Form::StudentMemo));
    assert!(!has_link(Form::ParentMemo));
}

#[test]
fn the_number_of_a_point_is_not_in_its_text() {
    let document = paper(&school(), Form::OrderOnUse, &Subject::default(), Lang::Ru, None);
    let points = document.blocks.iter().find_map(|block| match block {
        super::super::Block::Points(points) => Some(points.clone()),
        _ => None,
    });
    let points = points.unwrap();
    assert_eq!(points[2].points[0].number, "3.1.");
    assert!(points.iter().map(|point| &point.text).map(Line::plain).all(|text| !text.starts_with(char::is_numeric)));
}
