//! The archive: a plan is sealed with its line in the register, and a file that lies in the archive is verified.

use super::give::{maybe_lock, phrase_fields};
use super::proposal::file_facts;
use super::wire::{Act, Body, Field, Kind, Part, Row, Sheet, Table, noted, words};
use super::{Desk, Held, Reply, Room, Told};
use crate::document::{Form, Subject};
use crate::domain::{Command, Record, SealedFile};
use crate::snapshot::gzip::{gunzip, is_gzip};
use crate::snapshot::lock::is_locked;
use crate::snapshot::seal::{Alteration, Contents, Verdict, inventory, verify};
use crate::snapshot::sign::{self, Proof};
use crate::snapshot::{self, LIMIT, Stamp, Unreadable, read, sha256};
use crate::text::{self, msg};
use crate::view::area::documents;
use crate::view::page::Tone;
use crate::view::snapshots;

/// A file that was verified.
pub(super) struct Verified {
    name: String,
    bytes: Vec<u8>,
    /// SHA-256 of the file as it lies in the archive.
    sha256: String,
    verdict: Verdict,
    signature: Option<String>,
    pub held: Option<Held>,
}

impl Desk {
    /// Looks whether a file is what was sealed.
    pub(super) fn verify(&mut self, room: &Room, name: &str, bytes: &[u8]) {
        let _ = room;
        let unpacked = if is_gzip(bytes) { gunzip(bytes, LIMIT).ok() } else { None };
        let plain = unpacked.as_deref().unwrap_or(bytes);
        let verdict = verify(plain, None);
        let held = match read(plain) {
            Ok(opened) => Some((opened, false)),
            Err(Unreadable::Dangling(opened)) => Some((*opened, false)),
            Err(Unreadable::Altered(opened)) => Some((*opened, true)),
            Err(_) => None,
        };
        let digest = sha256(bytes);
        let held = held.map(|(opened, is_altered)| Held {
            name: name.to_owned(),
            bytes: plain.to_vec(),
            sha256: digest.clone(),
            opened,
            is_altered,
        });
        let kept = self.verified.take().and_then(|old| old.signature.filter(|_| old.bytes.is_empty()));
        self.verified = Some(Verified {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            sha256: digest,
            verdict,
            signature: kept,
            held,
        });
    }

    /// A signature that lies beside a file; it may come before the file does.
    pub(super) fn take_signature(&mut self, text: String) {
        match &mut self.verified {
            Some(verified) => verified.signature = Some(text),
            None => {
                self.verified = Some(Verified {
                    name: String::new(),
                    bytes: Vec::new(),
                    sha256: String::new(),
                    verdict: Verdict::NotOurs,
                    signature: Some(text),
                    held: None,
                });
            }
        }
    }

    pub(super) fn archive(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        match told.split().0 {
            "seal" => self.seal(room, told, reply),
            "verify-away" => self.verified = None,
            _ => {}
        }
    }

    /// Seals the open plan: the file, its signature, and the line of the register.
    fn seal(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let Some((workspace, own)) = self.plan.clone() else { return };
        let key = if told.is("signed") {
            let Some(key) = self.key.open(room, told, reply) else { return };
            Some(key)
        } else {
            None
        };
        let mut ids = room.ids();
        let stamp = Stamp::new(ids.fresh(), room.now, room.author.clone(), told.value("note").trim().to_owned());
        let (file, next) = snapshot::export(&workspace, &own, stamp);
        let bytes = match snapshot::write_verified(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                reply.failed = msg::export_failed(room.lang, &text::snapshot::unreadable(room.lang, &error));
                return;
            }
        };
        let name = snapshot::file_name(&file.organisation, room.today(), file.revision);
        let contents = match inventory(&bytes) {
            Ok(contents) => contents,
            Err(error) => {
                reply.failed = text::snapshot::unreadable(room.lang, &error);
                return;
            }
        };
        let Some((name, out)) = maybe_lock(room, told, name, bytes, reply) else { return };
        let row = SealedFile {
            id: ids.fresh(),
            file: name.clone(),
            case_index: told.value("case").trim().to_owned(),
            retention: told.value("retention").trim().to_owned(),
            author: room.author.clone(),
            at: room.now,
            sha256: sha256(&out),
            bytes: out.len() as u64,
            export: contents.export,
            revision: contents.revision,
            year: contents.year.clone(),
            regulation: contents.regulation.clone(),
            counts: contents.counts.iter().copied().collect(),
            signed_by: key.as_ref().map(|key| key.public.key.clone()).unwrap_or_default(),
            note: contents.note.clone(),
        };
        let signature = key.map(|key| key.sign(&out, &name, room.now));
        if let Some((_, own)) = &mut self.plan {
            *own = next;
        }
        let command = Command::Save(Record::new(row));
        if !self.carry_out(room, &command, false, |own| own, reply) {
            return;
        }
        reply.said = msg::desk_sealed(room.lang, &name);
        reply.file(name.clone(), "application/octet-stream", out);
        if let Some(signature) = signature {
            reply.file(format!("{name}.minisig"), "text/plain", signature.into_bytes());
        }
    }

    pub(super) fn archive_sheet(&self, room: &Room, sheet: &mut Sheet) {
        let lang = room.lang;
        let school = self.school();
        let empty = (school.records().next().is_none()).then(|| msg::export_empty(lang).to_owned());
        if let Some(verified) = self.verified.as_ref().filter(|verified| !verified.name.is_empty()) {
            self.verdict_parts(room, verified, sheet);
        }
        let last = school.sealed_files().values().next_back().cloned();
        let last = |of: fn(&SealedFile) -> &String| last.as_ref().map(|row| of(row).clone()).unwrap_or_default();
        let mut fields = vec![
            Field::new("case", msg::desk_case(lang), Kind::Text)
                .hint(msg::desk_case_hint(lang))
                .value(last(|row| &row.case_index)),
            Field::new("retention", msg::desk_retention(lang), Kind::Text)
                .hint(msg::desk_retention_hint(lang))
                .value(last(|row| &row.retention)),
            Field::new("note", msg::export_note(lang), Kind::Text).hint(msg::export_note_hint(lang)),
        ];
        if self.key.public().is_some() {
            fields.push(Field::new("signed", msg::desk_sign(lang), Kind::Flag));
            fields.push(
                Field::new("key-passphrase", msg::desk_key_phrase(lang), Kind::Secret)
                    .hint(msg::desk_key_phrase_hint(lang)),
            );
        }
        fields.extend(phrase_fields(lang, false));
        let act = Act::new("seal", msg::desk_seal(lang), "seal").main().refused(empty);
        let rows = school.sealed_files().values().rev().map(|row| {
            let signed = if row.signed_by.is_empty() {
                msg::desk_unsigned(lang).to_owned()
            } else {
                sign::fingerprint(&row.signed_by)
            };
            Row {
                key: row.id.to_string(),
                cells: vec![
                    noted(row.file.clone(), row.note.clone()),
                    noted(row.case_index.clone(), row.retention.clone()),
                    words(row.year.clone()),
                    noted(room.time(row.at), snapshots::author(&row.author)),
                    words(row.sha256.clone()),
                    words(signed),
                ],
                acts: vec![Act::new("cover", msg::desk_cover(lang), format!("open {}", cover(row)))],
            }
        });
        let heads = [
            msg::preview_file(lang),
            msg::desk_case(lang),
            msg::desk_year(lang),
            msg::desk_sealed_at(lang),
            msg::desk_digest(lang),
            msg::desk_signed(lang),
        ];
        let table = Table {
            name: msg::desk_register(lang).to_owned(),
            columns: heads.map(|head| (head.to_owned(), false)).into(),
            rows: rows.collect(),
            bulk: Vec::new(),
            empty: msg::desk_register_empty(lang).to_owned(),
        };
        sheet.parts.push(
            Part::new("register", msg::desk_register(lang), Body::Table(table))
                .note(msg::desk_register_text(lang))
                .acts(vec![act.asking(msg::desk_seal_lead(lang), fields)]),
        );
        sheet.parts.push(self.key.part(room));
    }

    fn verdict_parts(&self, room: &Room, verified: &Verified, sheet: &mut Sheet) {
        let lang = room.lang;
        let school = self.school();
        let entry = school.sealed_files().values().find(|row| row.sha256 == verified.sha256);
        let by_export = |export| school.sealed_files().values().find(|row| row.export == export);
        let sealed = entry.or_else(|| contents(&verified.verdict).and_then(|contents| by_export(contents.export)));
        let is_locked_file = is_locked(&verified.bytes);
        let (tone, text) = match &verified.verdict {
            _ if is_locked_file && entry.is_some() => (Tone::Success, msg::desk_verdict_locked(lang).to_owned()),
            _ if is_locked_file => (Tone::Info, msg::desk_verdict_locked_unknown(lang).to_owned()),
            Verdict::Intact(_) if entry.is_some() => (Tone::Success, msg::desk_verdict_sealed(lang).to_owned()),
            // The paper tells: a digest that was made anew fits the file, not the register.
            Verdict::Intact(_) if sealed.is_some() => (Tone::Error, msg::desk_verdict_forged(lang).to_owned()),
            Verdict::Intact(_) => (Tone::Success, msg::desk_verdict_intact(lang).to_owned()),
            Verdict::Altered { why: Alteration::Content | Alteration::NotTheExpected { .. }, .. } => {
                (Tone::Error, msg::desk_verdict_altered(lang).to_owned())
            }
            Verdict::NotOurs => (Tone::Error, msg::desk_verdict_not_ours(lang).to_owned()),
            Verdict::Unreadable(error) => {
                let why = text::snapshot::unreadable(lang, error);
                (Tone::Error, format!("{} {why}", msg::desk_verdict_unreadable(lang)))
            }
            Verdict::Newer { file, app, written_by } => {
                (Tone::Warning, msg::unopened_newer(lang, written_by, &file.to_string(), &app.to_string()))
            }
        };
        let mut acts = vec![Act::new("verify-away", msg::desk_away(lang), "verify-away")];
        if verified.held.is_some() {
            acts.insert(0, Act::new("look", msg::desk_look(lang), "look verified").main());
        }
        sheet.parts.push(Part::notice("verdict", tone, text).acts(acts));
        let mut facts = match &verified.held {
            Some(held) => file_facts(room, &held.opened, &verified.name),
            None => vec![(msg::preview_file(lang).to_owned(), verified.name.clone())],
        };
        facts.push((msg::desk_digest(lang).to_owned(), verified.sha256.clone()));
        if let Some(row) = sealed {
            facts.push((msg::desk_sealed_at(lang).to_owned(), room.time(row.at)));
            facts.push((msg::desk_case(lang).to_owned(), row.case_index.clone()));
        }
        facts.retain(|(_, value)| !value.is_empty());
        sheet.parts.push(Part::new("verified", msg::desk_verified(lang), Body::Facts(facts)));
        let keys =
            sealed.map(|row| row.signed_by.as_str()).into_iter().chain(self.key.public().map(|key| key.key.as_str()));
        if let Some(signature) = &verified.signature {
            let proof = keys
                .filter(|key| !key.is_empty())
                .map(|key| (sign::check(&verified.bytes, signature, key), key))
                .find(|(proof, _)| *proof != Proof::OtherKey);
            let (tone, text) = match proof {
                Some((Proof::Signed { .. }, key)) => {
                    (Tone::Success, msg::desk_proof_signed(lang, &sign::fingerprint(key)))
                }
                Some((Proof::OtherFile, _)) => (Tone::Error, msg::desk_proof_other_file(lang).to_owned()),
                Some((Proof::NoSignature, _)) => (Tone::Error, msg::desk_proof_none(lang).to_owned()),
                Some((Proof::OtherKey, _)) | None => (Tone::Warning, msg::desk_proof_other_key(lang).to_owned()),
            };
            sheet.parts.push(Part::notice("proof", tone, text));
        }
    }
}

/// The address of the cover sheet of a sealed file.
fn cover(row: &SealedFile) -> String {
    let subject = Subject { record: Some(row.id.into()), ..Subject::default() };
    documents::address(Form::ArchiveCover, &subject)
}

fn contents(verdict: &Verdict) -> Option<&Contents> {
    match verdict {
        Verdict::Intact(contents) | Verdict::Altered { contents, .. } => Some(contents),
        _ => None,
    }
}
