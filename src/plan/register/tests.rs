//! Editions from a draft to the end, refusals clause by clause, and what choices change.

use std::collections::BTreeSet;

use super::*;
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::regulation::{ActionId, in_force, sample};

/// A school with a signed order of the 1st and a protocol of the 1st.
struct Desk {
    sample: Sample,
    protocol: LocalActId,
}

fn desk() -> Desk {
    let mut sample = Sample::new();
    let protocol = act(&mut sample, LocalActKind::Protocol, 1, None);
    Desk { sample, protocol }
}

fn act(sample: &mut Sample, kind: LocalActKind, date: u32, signer: Option<PersonId>) -> LocalActId {
    let id = sample.ids.fresh();
    let number = format!("{date}-{kind:?}");
    sample.save(LocalAct { id, kind, number, date: day(date), title: "О положении".into(), signer });
    id
}

impl Desk {
    fn draft(&mut self, title: &str, data: &str) -> RegulationEditionId {
        let id = self.sample.ids.fresh();
        self.sample.save(RegulationEdition { data: data.into(), ..sample::record(id, title) });
        id
    }

    fn approve(&self, edition: RegulationEditionId, from: u32) -> ApproveEdition {
        let ends = ended_by(self.sample.workspace.school(), edition, day(from)).map(|row| row.id);
        ApproveEdition { edition, protocol: self.protocol, order: self.sample.order, from: day(from), ends }
    }

    /// Title, first and last day of every edition.
    fn told(&self) -> Vec<(String, Option<NaiveDate>, Option<NaiveDate>)> {
        let rows = self.sample.workspace.school().editions().values();
        rows.map(|row| (row.title.clone(), row.from, row.to)).collect()
    }
}

#[track_caller]
fn check(make: impl FnOnce(&mut Desk) -> Command, expected: &str) {
    let mut desk = desk();
    let command = make(&mut desk);
    assert_eq!(desk.sample.answer(&command), expected);
}

#[test]
fn a_new_edition_ends_the_one_before_and_is_taken_back() {
    let mut desk = desk();
    let (first, second) = (desk.draft("a", ""), desk.draft("b", &sample::second_edition()));
    desk.sample.run(&desk.approve(first, 2).into());
    let adopt = desk.approve(second, 8);
    assert_eq!((adopt.verb(), desk.approve(first, 2).verb()), (Verb::AdoptEdition, Verb::ApproveEdition));
    desk.sample.run(&adopt.into());
    let row = |title: &str, from, to: Option<u32>| (title.to_owned(), Some(day(from)), to.map(day));
    assert_eq!(desk.told(), [row("a", 2, Some(7)), row("b", 8, None)]);
    assert_eq!(in_force(desk.sample.workspace.school(), day(7)).edition().id, "gymnasium-44");
    assert_eq!(in_force(desk.sample.workspace.school(), day(8)).edition().id, "lyceum-7");
    desk.sample.run(&WithdrawApproval { edition: second }.into());
    assert_eq!(desk.told(), [row("a", 2, None), ("b".to_owned(), None, None)]);
    desk.sample.run(&DropEdition { edition: second }.into());
    assert_eq!(desk.told(), [row("a", 2, None)]);
}

#[test]
fn the_council_adopts_before_the_head_approves() {
    check(
        |d| {
            let edition = d.draft("a", "");
            let protocol = act(&mut d.sample, LocalActKind::Protocol, 2, None);
            ApproveEdition { protocol, ..d.approve(edition, 2) }.into()
        },
        "refused by 1.3: the protocol of 2026-09-02 is later than the order of 2026-09-01",
    );
    check(
        |d| {
            let edition = d.draft("a", "");
            ApproveEdition { protocol: d.sample.order, ..d.approve(edition, 2) }.into()
        },
        "refused by 1.3: the paper is no protocol",
    );
}

#[test]
fn only_the_head_approves_by_a_signed_order() {
    check(
        |d| {
            let edition = d.draft("a", "");
            let order = act(&mut d.sample, LocalActKind::Order, 1, None);
            ApproveEdition { order, ..d.approve(edition, 2) }.into()
        },
        "refused by 1.3: the order is not signed by the head",
    );
    check(
        |d| {
            let edition = d.draft("a", "");
            let (kind, signer) = (LocalActKind::Directive, Some(d.sample.vetrova));
            let order = act(&mut d.sample, kind, 1, signer);
            ApproveEdition { order, ..d.approve(edition, 2) }.into()
        },
        "refused by 1.3: an order is signed by the head",
    );
}

#[test]
fn an_edition_is_in_force_from_its_approval() {
    check(
        |d| {
            let edition = d.draft("a", "");
            let orlova = d.sample.orlova;
            let order = act(&mut d.sample, LocalActKind::Order, 5, Some(orlova));
            ApproveEdition { order, ..d.approve(edition, 4) }.into()
        },
        "refused by 4.1: in force before the order of 2026-09-05",
    );
}

#[test]
fn at_most_one_edition_is_in_force() {
    check(
        |d| {
            let (first, second) = (d.draft("a", ""), d.draft("b", ""));
            d.sample.run(&d.approve(first, 5).into());
            d.approve(second, 5).into()
        },
        "refused by 4.2: a is in force on those days",
    );
    check(
        |d| {
            let (first, second) = (d.draft("a", ""), d.draft("b", ""));
            d.sample.run(&d.approve(first, 5).into());
            ApproveEdition { ends: None, ..d.approve(second, 6) }.into()
        },
        "refused by 4.2: the plan changed since the preview",
    );
}

#[test]
fn what_was_in_force_stays_readable() {
    check(
        |d| {
            let edition = d.draft("a", "");
            d.sample.run(&d.approve(edition, 5).into());
            DropEdition { edition }.into()
        },
        "refused by 4.2: a was in force and stays readable",
    );
    check(
        |d| {
            let edition = d.draft("a", "");
            WithdrawApproval { edition }.into()
        },
        "refused by 4.1: the edition is not approved",
    );
}

#[test]
fn data_that_cannot_be_read_are_not_approved() {
    check(
        |d| {
            let edition = d.draft("a", "{}");
            d.approve(edition, 5).into()
        },
        "refused by 1.3: the data of the edition cannot be read",
    );
}

#[test]
fn records_of_the_register_keep_their_rules() {
    let save = |row: RegulationEdition| Command::Save(row.into());
    check(|d| save(sample::record(d.sample.ids.fresh(), " ")), "refused by 4.3: a required field is empty");
    check(
        |d| {
            let id = d.sample.ids.fresh();
            save(RegulationEdition { amends: Some(id), ..sample::record(id, "a") })
        },
        "refused by 1.3: an edition cannot amend itself",
    );
    check(
        |d| {
            let text = "а".repeat(600_000);
            save(RegulationEdition { text, ..sample::record(d.sample.ids.fresh(), "a") })
        },
        "refused by 1.3: the text is too large",
    );
    let law = |id, number: &str| LegalAct {
        id,
        number: number.into(),
        date: Some(day(1)),
        issuer: String::new(),
        title: String::new(),
        retired_on: None,
    };
    check(
        |d| {
            let (a, b) = (d.sample.ids.fresh(), d.sample.ids.fresh());
            Command::SaveTogether(vec![law(a, "149-ФЗ").into(), law(b, "149-фз").into()])
        },
        "refused by 1.2: the act of law 149-ФЗ is there already",
    );
    check(
        |d| {
            let id = d.sample.ids.fresh();
            Command::Save(
                GapNote {
                    id, topic: "Хранение".into(), governed_by: String::new(), note: String::new(), on: None
                }
                .into(),
            )
        },
        "refused by 4.3: a required field is empty",
    );
}

fn choice(sample: &mut Sample, question: &str, choice: &str, note: &str) -> Command {
    let choice = Interpretation {
        id: sample.ids.fresh(),
        question: question.into(),
        choice: choice.into(),
        decided_on: day(9),
        decided_by: "Орлова".into(),
        note: note.into(),
    };
    Interpret { choices: vec![choice] }.into()
}

#[test]
fn only_what_is_open_is_chosen_and_with_a_reason() {
    check(|d| choice(&mut d.sample, "cell:12:class-teacher", "allow", "так удобнее"), "ok, 1 changes");
    check(|d| choice(&mut d.sample, "cell:12:class-teacher", "allow", " "), "refused by 4.3: a reason is needed");
    check(
        |d| choice(&mut d.sample, "cell:12:class-teacher", "own", "x"),
        "refused by 4.3: the edition asks no such question",
    );
    check(|d| choice(&mut d.sample, "cell:1:head", "deny", "x"), "refused by 4.3: the edition asks no such question");
    check(|d| choice(&mut d.sample, "oddity:9", "own", "секретарь — педагог"), "ok, 1 changes");
    check(|d| choice(&mut d.sample, "oddity:99", "own", "x"), "refused by 4.3: the edition asks no such question");
}

#[test]
fn a_choice_is_answered_anew_and_left_to_the_default_again() {
    let mut sample = Sample::new();
    for stance in ["allow", "deny"] {
        let command = choice(&mut sample, "cell:12:class-teacher", stance, "почему");
        sample.run(&command);
    }
    let school = sample.workspace.school();
    assert_eq!(school.interpretations().values().map(|row| row.choice.as_str()).collect::<Vec<_>>(), ["deny"]);
    let questions = BTreeSet::from(["cell:12:class-teacher".to_owned()]);
    sample.run(&Reinterpret { questions: questions.clone() }.into());
    assert!(sample.workspace.school().interpretations().is_empty());
    let answer = sample.answer(&Reinterpret { questions }.into());
    assert_eq!(answer, "refused by 4.3: a record it needs is missing (Interpretation)");
}

#[test]
fn what_a_choice_changes_is_told_with_names() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let cell = |action, role: &str| CellId { action: ActionId(action), role: RoleId::from(role) };
    let open = cell(12, "class-teacher");
    let found = effects(school, Regulation::bundled(), &[(open.clone(), Some(Stance::Allow))], day(10));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].before, found[0].after), (Verdict::Unsettled, Verdict::Allowed));
    assert_eq!((found[0].gains.as_slice(), found[0].loses.as_slice()), ([sample.baranov].as_slice(), [].as_slice()));
    let none = effects(school, Regulation::bundled(), &[(open, None), (cell(1, "head"), Some(Stance::Deny))], day(10));
    assert!(none.is_empty(), "the default again, and what the text settles: {none:?}");
}

#[test]
fn the_second_edition_changes_matrix_and_decisions_without_code() {
    let mut desk = desk();
    let edition = desk.draft("b", &sample::second_edition());
    desk.sample.run(&desk.approve(edition, 8).into());
    let school = desk.sample.workspace.school();
    let (open, baranov) = (CellId { action: ActionId(12), role: RoleId::from("class-teacher") }, desk.sample.baranov);
    let permitted = |on| {
        let regulation = in_force(school, day(on));
        crate::regulation::decide(
            school,
            &regulation,
            baranov,
            open.action,
            Object::Class(desk.sample.class_7a),
            day(on),
        )
        .map(|decision| decision.permitted)
    };
    assert_eq!((permitted(7), permitted(8)), (Some(false), Some(true)));
    assert_eq!(in_force(school, day(8)).role(&open.role).unwrap().name.ru, "куратор класса");
    assert_eq!(school.editions().len(), 1);
}

#[test]
fn laws_that_the_text_names_are_offered_once() {
    let mut sample = Sample::new();
    let regulation = Regulation::bundled();
    assert_eq!(unlisted(sample.workspace.school(), regulation).len(), 7, "six of the text and 152-ФЗ");
    let id = sample.ids.fresh();
    let basis = &regulation.legal_basis()[0];
    sample.save(LegalAct {
        id,
        number: basis.number.clone(),
        date: Some(basis.date),
        issuer: String::new(),
        title: basis.title.clone(),
        retired_on: None,
    });
    assert_eq!(unlisted(sample.workspace.school(), regulation).len(), 6);
    assert_eq!(regulation.legal_basis().iter().filter(|basis| basis.unnamed).count(), 1);
    let note = sample.ids.fresh();
    sample.save(GapNote {
        id: note,
        topic: "Сайт".into(),
        governed_by: format!("{}, ст. 10", basis.number),
        note: String::new(),
        on: None,
    });
    let school = sample.workspace.school();
    assert_eq!(used_in(school, &school.legal_acts()[&id]), ["Сайт"]);
}
