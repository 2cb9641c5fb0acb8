//! The screen of documents over the sample school: choose, sign, what has changed since.

use std::collections::BTreeSet;

use super::{Ask, Deed, address, page};
use crate::document::{Form as Paper, Subject};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{Command, IssuedDocument, LocalAct, Person, PersonName, Refusal};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;
use crate::view::area::{Asking, Doing};
use crate::view::form::Values;
use crate::view::page::{Body, Does, FilterKind, Page, Section};
use crate::view::room::{Making, Query, Room};

/// Looks at the sample school through the door of an address.
fn with_room<T>(sample: &Sample, lang: Lang, hash: &str, look: impl FnOnce(&Room) -> T) -> T {
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, Regulation::bundled());
    let (context, query, chosen) = (context(), Query::parse(hash), BTreeSet::new());
    let room = Room {
        school,
        index: &index,
        plan: &plan,
        regulation: Regulation::bundled(),
        context: &context,
        lang,
        query: &query,
        chosen: &chosen,
    };
    look(&room)
}

fn shown(sample: &Sample, hash: &str) -> Page {
    with_room(sample, Lang::Ru, hash, page)
}

fn section<'a>(page: &'a Page, id: &str) -> Option<&'a Section> {
    page.sections.iter().find(|section| section.id == id)
}

/// Fills the form of signing and carries it out; gives the fields at fault.
fn sign(sample: &mut Sample, form: Paper, subject: &Subject, typed: &[(&'static str, &str)]) -> Vec<&'static str> {
    let ask = Ask::Sign(form, *subject);
    let mut values = Values::default();
    for (id, value) in typed {
        values.set(id, *value);
    }
    let mut ids = sample.ids.clone();
    let made = with_room(sample, Lang::Ru, "", |room| {
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids })
    });
    sample.ids = ids;
    match made {
        Ok(command) => {
            sample.run(&command);
            Vec::new()
        }
        Err(faults) => faults.into_iter().map(|fault| fault.field).collect(),
    }
}

fn documents(sample: &Sample) -> Vec<IssuedDocument> {
    sample.workspace.school().documents().values().map(|row| row.as_ref().clone()).collect()
}

#[test]
fn every_form_is_in_the_list_and_opens_with_a_preview() {
    let sample = Sample::new().with_office();
    let cards: usize = shown(&sample, "#/documents")
        .sections
        .iter()
        .map(|section| match &section.body {
            Body::Cards(cards) => cards.len(),
            _ => 0,
        })
        .sum();
    assert_eq!(cards, Paper::all().count());
    for form in Paper::all() {
        for lang in Lang::ALL {
            let page = with_room(&sample, lang, &address(form, &Subject::default()), page);
            let preview = section(&page, "preview").unwrap_or_else(|| panic!("{form:?} has no preview"));
            assert!(matches!(&preview.body, Body::Document(document) if document.lang == lang), "{form:?}");
            assert!(page.acts.iter().any(|act| act.id == "sign"), "{form:?}");
        }
    }
}

#[test]
fn what_is_missing_leads_to_where_it_is_entered() {
    let page = shown(&Sample::new(), &address(Paper::AdministratorOrder, &Subject::default()));
    let Some(Section { body: Body::Facts(facts), .. }) = section(&page, "missing") else { panic!("nothing missing") };
    let links: Vec<_> = facts.iter().map(|fact| (fact.name.as_str(), fact.value.href.as_deref().unwrap())).collect();
    assert!(links.contains(&("администратор платформы", "#/admins")), "{links:?}");
    assert!(links.contains(&("название платформы", "#/school")), "{links:?}");
}

#[test]
fn a_signed_order_is_kept_and_enters_the_register() {
    let mut sample = Sample::new();
    let (acts, orlova) = (sample.workspace.school().acts().len(), sample.orlova.to_string());
    let typed = [("doc-number", "104"), ("doc-date", "2026-09-03"), ("doc-signer", orlova.as_str())];
    assert_eq!(sign(&mut sample, Paper::OrderOnUse, &Subject::default(), &typed), [""; 0]);
    let [document] = documents(&sample).try_into().unwrap();
    assert_eq!((document.form.as_str(), document.number.as_str(), document.on), ("order-use", "104", day(3)));
    assert!(document.lines.iter().any(|line| line.contains("№ 104")));
    assert_eq!(sample.workspace.school().acts().len(), acts + 1);
    let act: &LocalAct = &sample.workspace.school().acts()[&document.act.unwrap()];
    assert!(act.title.starts_with("Об использовании платформы"), "{}", act.title);
    assert_eq!(act.signer, Some(sample.orlova));
}

#[test]
fn signing_is_one_step_to_undo() {
    let mut sample = Sample::new();
    let before = sample.workspace.school().clone();
    sign(&mut sample, Paper::OrderOnUse, &Subject::default(), &[("doc-number", "104")]);
    let label = sample
        .workspace
        .undoable()
        .map(|entry| crate::text::act::name(Lang::Ru, crate::regulation::Regulation::bundled(), &entry.label));
    assert_eq!(label.as_deref(), Some("Документ подписан · Приказ об использовании платформы № 104"));
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    assert_eq!(sample.workspace.school(), &before);
}

#[test]
fn an_order_needs_a_number_and_a_day() {
    let mut sample = Sample::new();
    let faults = sign(&mut sample, Paper::OrderOnUse, &Subject::default(), &[("doc-date", "2026-02-31")]);
    assert_eq!(faults, ["doc-number", "doc-date"]);
    assert_eq!(documents(&sample), []);
}

#[test]
fn a_ledger_needs_no_number() {
    let mut sample = Sample::new();
    assert_eq!(sign(&mut sample, Paper::InviteLedger, &Subject::default(), &[]), [""; 0]);
    assert_eq!(documents(&sample)[0].act, None);
}

#[test]
fn a_number_of_the_year_is_taken_once() {
    let sample = Sample::new();
    let ask = Ask::Sign(Paper::OrderOnUse, Subject::default());
    let mut values = Values::default();
    values.set("doc-number", "102");
    let mut ids = sample.ids.clone();
    let command = with_room(&sample, Lang::Ru, "", |room| {
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    assert!(sample.answer(&command).starts_with("refused by 2.2/1"), "{}", sample.answer(&command));
}

#[test]
fn an_act_of_the_register_gives_its_number_and_day() {
    let mut sample = Sample::new();
    let order = sample.order.to_string();
    sign(&mut sample, Paper::AdministratorOrder, &Subject::default(), &[("doc-act", &order)]);
    let [document] = documents(&sample).try_into().unwrap();
    assert_eq!(
        (document.number.as_str(), document.act, document.signer),
        ("102", Some(sample.order), Some(sample.orlova))
    );
    assert_eq!(sample.workspace.school().acts().len(), 1);
}

/// The rows of the changes since the latest signing, `what: was > now`.
#[track_caller]
fn check_changes(sample: &Sample, form: Paper, subject: &Subject, expected: &[&str]) {
    let page = shown(sample, &address(form, subject));
    let changes = section(&page, "changes").expect("it was signed");
    let told: Vec<String> = match &changes.body {
        Body::Table(table) => table
            .rows
            .iter()
            .map(|row| format!("{}: {} > {}", row.cells[0].text, row.cells[1].text, row.cells[2].text))
            .collect(),
        _ => Vec::new(),
    };
    assert_eq!(told, expected);
}

#[test]
fn nothing_changes_while_the_plan_stays() {
    let mut sample = Sample::new();
    sign(&mut sample, Paper::HomeroomOrder, &Subject::default(), &[("doc-number", "105"), ("doc-date", "2026-09-02")]);
    check_changes(&sample, Paper::HomeroomOrder, &Subject::default(), &[]);
}

#[test]
fn a_new_family_name_is_a_changed_line() {
    let mut sample = Sample::new();
    let subject = Subject { person: Some(sample.zueva), ..Subject::default() };
    sign(&mut sample, Paper::MovementExtract, &subject, &[("doc-date", "2026-09-02")]);
    let person = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
    let name = PersonName::parse("Ким Ева Марковна").unwrap();
    sample.save(Person { name, ..person });
    check_changes(
        &sample,
        Paper::MovementExtract,
        &subject,
        &[
            "Изменено: Дана о движении Зуевой Евы Марковны. > Дана о движении Ким Евы Марковны.",
            "Изменено: Зуева Ева Марковна обучается в классе 7А. > Ким Ева Марковна обучается в классе 7А.",
        ],
    );
}

#[test]
fn a_paper_about_another_person_is_another_paper() {
    let mut sample = Sample::new();
    let [about_zueva, about_baranov] =
        [sample.zueva, sample.baranov].map(|person| Subject { person: Some(person), ..Subject::default() });
    sign(&mut sample, Paper::PersonalSheet, &about_zueva, &[]);
    assert!(section(&shown(&sample, &address(Paper::PersonalSheet, &about_baranov)), "changes").is_none());
    check_changes(&sample, Paper::PersonalSheet, &about_zueva, &[]);
}

#[test]
fn a_signed_document_shows_its_own_text() {
    let mut sample = Sample::new();
    sign(&mut sample, Paper::OrderOnUse, &Subject::default(), &[("doc-number", "104")]);
    let [document] = documents(&sample).try_into().unwrap();
    let page = shown(&sample, &format!("#/documents?issued={}", document.id));
    let signed = section(&page, "signed").unwrap();
    assert!(matches!(&signed.body, Body::Verbatim(text) if *text == document.lines.join("\n")));
    let list = shown(&sample, "#/documents?tab=issued");
    assert!(matches!(&section(&list, "issued").unwrap().body, Body::Table(table) if table.rows.len() == 1));
}

#[test]
fn a_document_of_an_unknown_form_is_still_shown() {
    let mut sample = Sample::new();
    sign(&mut sample, Paper::InviteLedger, &Subject::default(), &[]);
    let [document] = documents(&sample).try_into().unwrap();
    let id = document.id;
    sample.save(IssuedDocument { form: "order-of-tomorrow".into(), ..document });
    let page = shown(&sample, &format!("#/documents?issued={id}"));
    assert!(matches!(section(&page, "changes").unwrap().body, Body::Notice(..)));
    assert!(section(&page, "signed").is_some());
    assert!(section(&shown(&sample, "#/documents?issued=nothing"), "gone").is_some());
}

#[test]
fn number_and_date_are_mended_and_the_entry_is_removed() -> Result<(), Refusal> {
    let mut sample = Sample::new();
    sign(&mut sample, Paper::InviteLedger, &Subject::default(), &[]);
    let [document] = documents(&sample).try_into().unwrap();
    let ask = Ask::Issued(document.id);
    let mut ids = sample.ids.clone();
    let command = with_room(&sample, Lang::Ru, "", |room| {
        let mut values = Values::default();
        values.set("doc-number", "7");
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    sample.run(&command);
    let [mended] = documents(&sample).try_into().unwrap();
    assert_eq!(mended, IssuedDocument { number: "7".into(), ..document });
    let deed = Deed::RemoveIssued(mended.id);
    let command = with_room(&sample, Lang::Ru, "", |room| deed.command(room, &mut Making { ids: &mut ids }))?;
    sample.run(&command);
    assert_eq!(documents(&sample), []);
    Ok(())
}

#[test]
fn an_act_is_entered_edited_and_removed_here() {
    let mut sample = Sample::new();
    let mut ids = sample.ids.clone();
    let mut enter = |sample: &Sample, ask: Ask, typed: &[(&'static str, &str)]| -> Command {
        with_room(sample, Lang::Ru, "", |room| {
            let mut values = Values::default();
            for (id, value) in typed {
                values.set(id, *value);
            }
            let whole = values.over(&ask.form(room, &values));
            ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
        })
    };
    let command = enter(
        &sample,
        Ask::Act(None),
        &[
            ("act-kind", "protocol"),
            ("act-number", "1"),
            ("act-date", "2026-08-20"),
            ("act-title", "Педагогический совет"),
        ],
    );
    sample.run(&command);
    let command = enter(&sample, Ask::Act(Some(sample.order)), &[("act-title", "О назначении")]);
    sample.run(&command);
    assert_eq!(sample.workspace.school().acts()[&sample.order].title, "О назначении");
    let register = shown(&sample, "#/documents?tab=acts");
    assert!(matches!(&section(&register, "acts").unwrap().body, Body::Table(table) if table.rows.len() == 2));
}

#[test]
fn an_application_is_a_letter() {
    let sample = Sample::new().with_office();
    let page = shown(&sample, &address(Paper::RegistrationApplication, &Subject::default()));
    let mail = page.acts.iter().find(|act| act.id == "mail").unwrap();
    assert!(matches!(&mail.does, Does::Mail(mail) if mail.starts_with("mailto:")));
    let order = shown(&sample, &address(Paper::OrderOnUse, &Subject::default()));
    assert!(order.acts.iter().all(|act| act.id != "mail"));
}

#[test]
fn a_person_is_found_by_name() {
    let sample = Sample::new();
    let names = |query: &str| {
        let page = shown(&sample, &format!("#/documents?form=sheet-rights{query}"));
        match &section(&page, "people").unwrap().body {
            Body::Table(table) => table.rows.iter().map(|row| row.cells[0].text.clone()).collect::<Vec<_>>(),
            _ => Vec::new(),
        }
    };
    assert_eq!(
        names(""),
        ["Баранов Глеб Олегович", "Ветрова Анна Ильинична", "Лугова Вера Петровна", "Орлова Нина Андреевна"]
    );
    assert_eq!(names("&name=зуев"), ["Зуева Ева Марковна", "Зуева Ольга Петровна"]);
}

#[test]
fn an_english_reader_can_have_the_russian_paper() {
    let sample = Sample::new();
    let page = with_room(&sample, Lang::En, "#/documents?form=order-use&language=ru", page);
    let preview = section(&page, "preview").unwrap();
    assert!(matches!(&preview.body, Body::Document(document) if document.lang == Lang::Ru));
    let language = page.filters.iter().find(|filter| filter.id == "language").unwrap();
    assert!(matches!(&language.kind, FilterKind::Choice(choices) if choices.len() == 2));
}

#[test]
fn a_signed_paper_is_russian_whatever_the_page_speaks() {
    let mut sample = Sample::new();
    let ask = Ask::Sign(Paper::InviteLedger, Subject::default());
    let mut ids = sample.ids.clone();
    let command = with_room(&sample, Lang::En, "", |room| {
        let whole = Values::default().over(&ask.form(room, &Values::default()));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    sample.run(&command);
    assert!(documents(&sample)[0].lines.contains(&"ЖУРНАЛ УЧЁТА ССЫЛОК-ПРИГЛАШЕНИЙ".to_owned()));
}
