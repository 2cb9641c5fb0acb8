//! What acts of the journal are called.

use crate::domain::{Entry, Label, RecordKind, Step, Verb};
use crate::regulation::Regulation;

use super::{Lang, decision, kind, msg};

/// Names an act: «Изменено: человек · Орлова Нина Андреевна».
#[must_use]
pub fn name(lang: Lang, label: &Label) -> String {
    let what = kind::one(lang, label.kind);
    let count = u64::from(label.count);
    let subject = || subject(lang, label);
    match label.verb {
        Verb::Add => with_subject(msg::act_add(lang, what), &subject()),
        Verb::Edit => with_subject(msg::act_edit(lang, what), &subject()),
        Verb::Remove => with_subject(msg::act_remove(lang, what), &subject()),
        Verb::CreateClasses => msg::act_create_classes(lang, count, &label.subject),
        Verb::ChangeClass => msg::act_change_class(lang, &label.subject),
        Verb::AssignHomeroom => msg::act_assign_homeroom(lang, &label.subject),
        Verb::ImportRoster => msg::act_import_roster(lang, count, &label.subject),
        Verb::OpenSnapshot => msg::act_open_snapshot(lang, count, &label.subject),
        Verb::MergePlan => msg::act_merge_plan(lang, count, &label.subject),
        Verb::OpenDemo => msg::act_open_demo(lang).to_owned(),
    }
}

/// Tells that an entry was made: an act, an undo, a redo.
#[must_use]
pub fn done(lang: Lang, entry: &Entry) -> String {
    let name = name(lang, &entry.label);
    match entry.step {
        Step::Act => name,
        Step::Undo(_) => msg::act_undone(lang, &name),
        Step::Redo(_) => msg::act_redone(lang, &name),
    }
}

/// What an act was about; the school's choice on a cell by its names, not by its address.
fn subject(lang: Lang, label: &Label) -> String {
    let question = (label.kind == RecordKind::Interpretation)
        .then(|| decision::question(lang, Regulation::bundled(), &label.subject))
        .flatten();
    question.unwrap_or_else(|| label.subject.clone())
}

fn with_subject(what: String, subject: &str) -> String {
    if subject.is_empty() { what } else { format!("{what} · {subject}") }
}
