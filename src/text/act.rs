//! What acts of the journal are called.

use crate::domain::{Entry, Label, Step, Verb};

use super::{Lang, kind, msg};

/// Names an act: «Изменено: человек · Орлова Нина Андреевна».
#[must_use]
pub fn name(lang: Lang, label: &Label) -> String {
    let what = kind::one(lang, label.kind);
    let count = u64::from(label.count);
    match label.verb {
        Verb::Add => with_subject(msg::act_add(lang, what), &label.subject),
        Verb::Edit => with_subject(msg::act_edit(lang, what), &label.subject),
        Verb::Remove => with_subject(msg::act_remove(lang, what), &label.subject),
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

fn with_subject(what: String, subject: &str) -> String {
    if subject.is_empty() { what } else { format!("{what} · {subject}") }
}
