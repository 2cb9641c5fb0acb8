//! Files that leave: the plan packed or locked, and exports that hold less, each of which tells first what leaves.

use super::wire::{Act, Body, Field, Kind, Part, Row, Sheet, Table, words};
use super::{Desk, Reply, Room, Told};
use crate::domain::{ClassId, School};
use crate::json;
use crate::snapshot::gzip::{gunzip, gzip};
use crate::snapshot::lock::{SHORTEST, lock};
use crate::snapshot::redact::{Leaves, Purpose, Redacted, Release, redact};
use crate::snapshot::{self, Stamp};
use crate::text::{self, Lang, msg};
use crate::view::page::Tone;

/// A redacted export that waits to be saved.
pub(super) struct Given {
    purpose: String,
    name: String,
    redacted: Redacted,
}

/// The passphrase of a form, typed twice; none where a fault was told.
pub(super) fn passphrase(room: &Room, told: &Told, reply: &mut Reply) -> Option<String> {
    let (first, again) = (told.value("passphrase"), told.value("again"));
    if first.chars().count() < SHORTEST {
        reply.fault("passphrase", msg::desk_phrase_short(room.lang, SHORTEST as u64));
        return None;
    }
    if first != again {
        reply.fault("again", msg::desk_phrase_again_wrong(room.lang));
        return None;
    }
    Some(first.to_owned())
}

/// The fields of a new passphrase.
pub(super) fn phrase_fields(lang: Lang, is_required: bool) -> Vec<Field> {
    let hint = if is_required { msg::desk_phrase_hint(lang) } else { msg::desk_phrase_optional(lang) };
    let field = Field::new("passphrase", msg::desk_passphrase(lang), Kind::Secret).hint(hint);
    let again = Field::new("again", msg::desk_phrase_again(lang), Kind::Secret);
    if is_required { vec![field.required(), again.required()] } else { vec![field, again] }
}

/// Locks bytes where a passphrase was typed; none where a fault was told.
pub(super) fn maybe_lock(
    room: &Room,
    told: &Told,
    name: String,
    bytes: Vec<u8>,
    reply: &mut Reply,
) -> Option<(String, Vec<u8>)> {
    if told.value("passphrase").is_empty() && told.value("again").is_empty() {
        return Some((name, bytes));
    }
    let phrase = passphrase(room, told, reply)?;
    match lock(&bytes, &phrase) {
        Ok(locked) => Some((format!("{name}.age"), locked)),
        Err(error) => {
            reply.failed = super::take::not_unlocked(room.lang, error);
            None
        }
    }
}

impl Desk {
    /// Exports the plan: packed, locked, or both; the file is opened again before it is offered.
    pub(super) fn export(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let Some((workspace, own)) = &self.plan else { return };
        let note = told.value("note").trim().to_owned();
        let stamp = Stamp::new(room.ids().fresh(), room.now, room.author.clone(), note);
        let (file, next) = snapshot::export(workspace, own, stamp);
        let bytes = match snapshot::write_verified(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                reply.failed = msg::export_failed(room.lang, &text::snapshot::unreadable(room.lang, &error));
                return;
            }
        };
        let mut name = snapshot::file_name(&file.organisation, room.today(), file.revision);
        let mut out = bytes.clone();
        if told.is("packed") {
            out = gzip(&bytes);
            name.push_str(".gz");
            if gunzip(&out, bytes.len()).as_deref() != Ok(bytes.as_slice()) {
                reply.failed = msg::unopened_not_what_was_written(room.lang).into();
                return;
            }
        }
        let Some((name, out)) = maybe_lock(room, told, name, out, reply) else { return };
        reply.said = msg::export_done(room.lang, &name);
        reply.file(name, "application/octet-stream", out);
        reply.lineage = Some(next.clone());
        if let Some((_, own)) = &mut self.plan {
            *own = next;
        }
    }

    pub(super) fn give(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        match told.split() {
            ("redact", purpose) => self.redact(room, purpose, told, reply),
            ("redact-save", _) => {
                let Some(given) = &self.given else { return };
                let (name, bytes) = (given.name.clone(), given.redacted.bytes.clone());
                let key = given.redacted.key.clone();
                let Some((name, bytes)) = maybe_lock(room, told, name, bytes, reply) else { return };
                reply.said = msg::export_done(room.lang, &name);
                reply.file(name, "application/octet-stream", bytes);
                // The key is a file of its own, which stays in the school.
                if let Some(key) = key {
                    reply.file(
                        format!("{}_{}.json", msg::desk_key_file(room.lang), room.today()),
                        "application/json",
                        key,
                    );
                }
                self.given = None;
            }
            _ => self.given = None,
        }
    }

    fn redact(&mut self, room: &Room, purpose: &str, told: &Told, reply: &mut Reply) {
        let Some((workspace, lineage)) = &self.plan else { return };
        let (chosen, name) = match purpose {
            "class-pack" => {
                let class: Option<ClassId> = told.value("class").parse().ok();
                let Some(class) = class.filter(|class| workspace.school().classes().contains_key(class)) else {
                    reply.fault("class", msg::desk_class_missing(room.lang));
                    return;
                };
                let label = workspace.school().class_name(class).to_lowercase();
                (Purpose::ClassPack(class), format!("{}-{label}", msg::desk_file_class(room.lang)))
            }
            "statistics" => (Purpose::Statistics, msg::desk_file_statistics(room.lang).to_owned()),
            "staff" => (Purpose::StaffEdition, msg::desk_file_staff(room.lang).to_owned()),
            "support" => (Purpose::SupportBundle, msg::desk_file_support(room.lang).to_owned()),
            _ => return,
        };
        let stamp = Stamp::new(room.ids().fresh(), room.now, room.author.clone(), String::new());
        let release = Release { stamp, today: room.today(), secret: room.random };
        match redact(workspace, lineage, chosen, &release) {
            Ok(redacted) => {
                let name = format!("{name}_{}.json", room.today());
                self.given = Some(Given { purpose: purpose.to_owned(), name, redacted });
            }
            Err(error) => reply.failed = msg::desk_not_given(room.lang, &error.to_string()),
        }
    }

    pub(super) fn give_sheet(&self, room: &Room, sheet: &mut Sheet) {
        let lang = room.lang;
        let school = self.school();
        let empty = (school.records().next().is_none()).then(|| msg::export_empty(lang).to_owned());
        let packed = Field::new("packed", msg::desk_packed(lang), Kind::Flag);
        let note = Field::new("note", msg::export_note(lang), Kind::Text).hint(msg::export_note_hint(lang));
        let mut fields = vec![note, packed];
        fields.extend(phrase_fields(lang, false));
        let export = Act::new("export", msg::desk_export(lang), "export")
            .main()
            .refused(empty.clone())
            .asking(msg::desk_export_lead(lang), fields);
        sheet.parts.push(
            Part::new(
                "export",
                msg::desk_export_title(lang),
                Body::Prose(vec![msg::desk_export_text(lang).to_owned()]),
            )
            .acts(vec![export]),
        );
        let purposes = [
            ("class-pack", msg::desk_class_pack(lang), msg::desk_class_pack_text(lang)),
            ("statistics", msg::desk_statistics(lang), msg::desk_statistics_text(lang)),
            ("staff", msg::desk_staff(lang), msg::desk_staff_text(lang)),
            ("support", msg::desk_support(lang), msg::desk_support_text(lang)),
        ];
        let rows = purposes.into_iter().map(|(purpose, name, what)| {
            let act = Act::new("redact", msg::desk_redact(lang), format!("redact {purpose}")).refused(empty.clone());
            let act = if purpose == "class-pack" {
                let field = Field::new("class", msg::desk_class(lang), Kind::Choice(classes(&school))).required();
                act.asking("", vec![field])
            } else {
                act
            };
            Row { key: purpose.to_owned(), cells: vec![words(name), words(what)], acts: vec![act] }
        });
        let table = Table {
            name: msg::desk_give_title(lang).to_owned(),
            columns: vec![(msg::desk_purpose(lang).to_owned(), false), (msg::desk_what(lang).to_owned(), false)],
            rows: rows.collect(),
            bulk: Vec::new(),
            empty: String::new(),
        };
        sheet.parts.push(
            Part::new("purposes", msg::desk_give_title(lang), Body::Table(table)).note(msg::desk_give_text(lang)),
        );
        if let Some(given) = &self.given {
            leaves_parts(room, given, sheet);
        }
    }
}

fn classes(school: &School) -> Vec<(String, String)> {
    let begins = |id| school.years().get(&id).map(|year| year.from);
    let mut rows: Vec<_> = school.classes().values().filter(|row| row.label().is_some()).collect();
    crate::order::by_cached_key(&mut rows, |row| {
        (std::cmp::Reverse(row.year().and_then(begins)), row.label().cloned())
    });
    let first = std::iter::once((String::new(), String::new()));
    first.chain(rows.into_iter().map(|row| (row.id.to_string(), school.class_name(row.id)))).collect()
}

/// What leaves, before it does.
fn leaves_parts(room: &Room, given: &Given, sheet: &mut Sheet) {
    let lang = room.lang;
    let leaves: &Leaves = &given.redacted.leaves;
    let list = |fields: &std::collections::BTreeSet<String>| {
        let mut names: Vec<String> = fields.iter().map(|path| text::field::name(lang, path)).collect();
        names.dedup();
        if names.is_empty() { msg::field_absent(lang).to_owned() } else { names.join(", ") }
    };
    let rows = leaves.kinds.iter().map(|row| Row {
        key: json::word(&row.kind),
        cells: vec![
            words(text::kind::one(lang, row.kind)),
            words(room.number(row.leave)),
            words(room.number(row.stay)),
            words(list(&row.fields)),
            words(list(&row.withheld)),
        ],
        acts: Vec::new(),
    });
    let columns = [
        (msg::preview_kind(lang), false),
        (msg::desk_leaves(lang), true),
        (msg::desk_stays(lang), true),
        (msg::desk_fields_leave(lang), false),
        (msg::desk_fields_stay(lang), false),
    ];
    let table = Table {
        name: msg::desk_leaves_title(lang).to_owned(),
        columns: columns.map(|(head, is_number)| (head.to_owned(), is_number)).into(),
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    };
    let save = Act::new("redact-save", msg::desk_save(lang), "redact-save").main();
    let save = save.asking(msg::desk_save_lead(lang, &given.name), phrase_fields(lang, false));
    let note = if leaves.figures > 0 {
        msg::desk_figures_leave(lang, leaves.figures as u64)
    } else {
        msg::desk_journal_stays(lang, leaves.journal_entries as u64)
    };
    sheet.parts.push(
        Part::new("leaves", msg::desk_leaves_title(lang), Body::Table(table))
            .note(format!("{}: {note}", given.name))
            .acts(vec![save, Act::new("redact-away", msg::desk_away(lang), "redact-away")]),
    );
    if given.purpose == "support" {
        sheet.parts.push(Part::notice("key-stays", Tone::Warning, msg::desk_key_stays(lang)));
    }
}
