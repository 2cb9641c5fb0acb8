//! The desk of files: the open plan and snapshots side by side, compared, merged, sealed, locked, given away in part.
//!
//! It lives in the worker, which keeps it between jobs; the page sends what a person did and draws the [`wire::Sheet`]
//! that comes back. Nothing here changes the plan: what a person decides comes back as an entry of the journal, which the
//! page applies like one of another tab, or as files.

mod archive;
mod compare;
mod give;
mod key;
mod merging;
mod proposal;
mod take;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{Author, Command, Context, IdSource, Workspace};
use crate::json;
use crate::snapshot::{self, Lineage, Merge, Opened, Stamp};
use crate::text::{self, Lang, msg};
use crate::view::room::Query;

use key::SigningKey;
use wire::{Act, Part, Sheet};

/// What the page asks. The bytes that belong to it travel beside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Code of the language.
    pub lang: String,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Minutes by which the wall clock is ahead.
    pub ahead: i64,
    /// Who acts.
    pub author: Author,
    /// Fresh random bits.
    pub random: [u8; 32],
    /// The parameters of the address.
    pub query: String,
    /// What was done.
    pub deed: Deed,
}

/// What a person did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Looks at the desk.
    Show,
    /// The open plan comes along as a stored base.
    Plan,
    /// What was done since the plan came along: sealed lines of its journal.
    Acts {
        /// The descent of the plan by now.
        lineage: Box<Lineage>,
    },
    /// A file comes along.
    Take {
        /// Its name.
        name: String,
    },
    /// What lay on the desk before the page was loaded anew; the file comes along.
    Restore {
        /// What [`Reply::keep`] said.
        state: String,
    },
    /// Says a word of a button, with what its form was filled in with.
    Tell {
        /// The word.
        word: String,
        /// Fields of the form.
        values: BTreeMap<String, String>,
        /// Rows that are chosen.
        chosen: BTreeSet<String>,
    },
}

/// What comes back. Bytes travel beside: first those of `files`, then those of `plan`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Reply {
    /// What is shown now.
    pub sheet: Sheet,
    /// A sentence on what was done.
    pub said: String,
    /// A sentence on what failed.
    pub failed: String,
    /// What is wrong in the form: field and sentence.
    pub faults: Vec<(String, String)>,
    /// Files to be offered: name and kind. Where the first is a safety copy, nothing else happens unless it is taken.
    pub files: Vec<(String, String)>,
    /// The act to be applied to the plan.
    pub entry: Option<String>,
    /// The descent of the plan from then on.
    pub lineage: Option<Lineage>,
    /// What is done with the plan that comes along.
    pub plan: Option<Become>,
    /// What is to be kept of the desk; an empty text for nothing any more.
    pub keep: Option<String>,
    /// The signing key to be kept; an empty text for none any more.
    pub key: Option<String>,
    /// Whether the file comes along to be kept: a text, after all other bytes.
    pub has_kept_file: bool,
    #[serde(skip)]
    bytes: Vec<Vec<u8>>,
    #[serde(skip)]
    plan_bytes: Option<Vec<u8>>,
    #[serde(skip)]
    kept_file: Option<Vec<u8>>,
}

/// What is done with a plan that comes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Become {
    /// The plan of the page becomes it, with its history.
    Own,
    /// It is looked at, under that name.
    LookedAt(String),
}

impl Reply {
    /// The bytes that travel beside, in their order.
    pub fn take_bytes(&mut self) -> Vec<Vec<u8>> {
        let mut out = std::mem::take(&mut self.bytes);
        out.extend(self.plan_bytes.take());
        out.extend(self.kept_file.take());
        out
    }

    fn file(&mut self, name: impl Into<String>, mime: &str, bytes: Vec<u8>) {
        self.files.push((name.into(), mime.to_owned()));
        self.bytes.push(bytes);
    }

    fn fault(&mut self, field: &str, text: impl Into<String>) {
        self.faults.push((field.to_owned(), text.into()));
    }

    fn is_refused(&self) -> bool {
        !self.faults.is_empty() || !self.failed.is_empty()
    }
}

/// A file on the desk.
#[derive(Debug, Clone)]
struct Held {
    name: String,
    /// Its text, unpacked and unlocked.
    bytes: Vec<u8>,
    /// SHA-256 of the file as it came.
    sha256: String,
    opened: Opened,
    is_altered: bool,
}

/// How the file on the desk is taken over.
#[derive(Debug, Clone, Default)]
enum Way {
    /// It is looked at.
    #[default]
    Proposed,
    /// It is merged.
    Merged(Box<Merge>),
    /// It is accepted record by record.
    ByLine(BTreeSet<String>),
}

/// The desk.
#[derive(Default)]
pub struct Desk {
    plan: Option<(Workspace, Lineage)>,
    held: Option<Held>,
    /// A file that waits for its passphrase.
    locked: Option<(String, Vec<u8>)>,
    /// Why the last file did not open: name, sentence.
    refused: Option<(String, String)>,
    /// An altered file that may be looked at all the same.
    altered: Option<Held>,
    /// A second file, to be compared.
    second: Option<Held>,
    way: Way,
    key: SigningKey,
    /// The last file that was verified.
    verified: Option<archive::Verified>,
    /// A redacted export that waits to be saved.
    given: Option<give::Given>,
}

/// What a job may look at.
struct Room {
    lang: Lang,
    now: DateTime<Utc>,
    ahead: i64,
    author: Author,
    random: [u8; 32],
    query: Query,
}

impl Room {
    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + Duration::minutes(self.ahead)
    }

    fn today(&self) -> NaiveDate {
        self.local(self.now).date()
    }

    fn context(&self) -> Context {
        Context { now: self.now, today: self.today(), author: self.author.clone() }
    }

    fn ids(&self) -> IdSource {
        let mut random = [0; 10];
        random.iter_mut().zip(self.random).for_each(|(to, from)| *to = from);
        IdSource::new(u64::try_from(self.now.timestamp_millis()).unwrap_or_default(), random)
    }

    fn time(&self, at: DateTime<Utc>) -> String {
        text::date::short_time(self.local(at))
    }

    fn number(&self, number: usize) -> String {
        text::number::grouped(self.lang, number as u64)
    }
}

impl Desk {
    /// Does what a person did. `bytes` came along; `progress` hears how far it is.
    pub fn answer(&mut self, request: Request, bytes: &[u8], progress: &mut dyn FnMut(usize, usize)) -> Reply {
        let room = Room {
            lang: Lang::from_code(&request.lang).unwrap_or_default(),
            now: request.now,
            ahead: request.ahead,
            author: request.author,
            random: request.random,
            query: Query::parse(&request.query),
        };
        let mut reply = Reply::default();
        progress(0, 3);
        match request.deed {
            Deed::Show => {}
            Deed::Plan => self.take_plan(&room, bytes, &mut reply),
            Deed::Acts { lineage } => self.take_acts(&room, *lineage, bytes, &mut reply),
            Deed::Take { name } => self.take(&room, &name, bytes, &mut reply),
            Deed::Restore { state } => self.restore(&room, &state, bytes),
            Deed::Tell { word, values, chosen } => {
                let told = Told { word, values, chosen };
                self.tell(&room, &told, &mut reply);
            }
        }
        progress(2, 3);
        if reply.is_refused() && reply.entry.is_none() {
            reply.files.clear();
            reply.bytes.clear();
        }
        reply.sheet = self.sheet(&room);
        progress(3, 3);
        reply
    }

    fn take_plan(&mut self, room: &Room, bytes: &[u8], reply: &mut Reply) {
        match snapshot::open_base(bytes) {
            Ok(plan) => self.plan = Some(plan),
            Err(error) => reply.failed = text::snapshot::unreadable(room.lang, &error),
        }
        self.work_anew();
    }

    /// Follows the plan; where that fails the whole plan is asked for.
    fn take_acts(&mut self, room: &Room, lineage: Lineage, lines: &[u8], reply: &mut Reply) {
        let followed = self.plan.take().and_then(|(mut workspace, _)| {
            snapshot::follow_lines(&mut workspace, lines).then_some((workspace, lineage))
        });
        if followed.is_none() {
            msg::desk_stale(room.lang).clone_into(&mut reply.failed);
        }
        self.plan = followed;
        self.work_anew();
    }

    fn work_anew(&mut self) {
        // What was worked out for the plan as it was is worked out anew; decisions stay.
        if let (Some(held), Way::Merged(old)) = (&self.held, &self.way) {
            let decisions = old.decisions().to_vec();
            self.way = match self.begin_merge(held) {
                Some(mut merge) => {
                    for (spot, decision) in decisions {
                        // A question that is gone needs no answer.
                        let _ = merge.decide(spot, decision);
                    }
                    Way::Merged(Box::new(merge))
                }
                None => Way::Proposed,
            };
        }
    }

    fn tell(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let (verb, _) = told.split();
        match verb {
            "unlock" => self.unlock(room, told, reply),
            "look-altered" => self.look_altered(),
            "away" => self.clear(reply),
            "replace" => self.replace(room, told, reply),
            "look" => self.look(room, told, reply),
            "lines" | "accept" | "accept-all" | "unaccept" | "take-lines" => self.by_line(room, told, reply),
            "merge" | "union" | "mine" | "theirs" | "edit" | "reopen" | "all" | "finish" => {
                self.merging(room, told, reply);
            }
            "differences" => self.save_differences(room, reply),
            "second-away" => self.second = None,
            "export" => self.export(room, told, reply),
            "redact" | "redact-save" | "redact-away" => self.give(room, told, reply),
            "seal" | "verify-away" | "register" => self.archive(room, told, reply),
            "key-new" | "key-file" | "key-public" | "key-import" | "key-forget" | "key-restore" => {
                self.key.tell(room, told, reply);
            }
            _ => {}
        }
        if matches!(
            verb,
            "merge"
                | "union"
                | "mine"
                | "theirs"
                | "edit"
                | "reopen"
                | "all"
                | "lines"
                | "accept"
                | "accept-all"
                | "unaccept"
        ) {
            reply.keep = Some(self.state());
        }
    }

    /// Takes the file off the desk.
    fn clear(&mut self, reply: &mut Reply) {
        self.held = None;
        self.locked = None;
        self.refused = None;
        self.altered = None;
        self.way = Way::default();
        reply.keep = Some(String::new());
    }

    /// Carries a command out on the worker's copy of the plan: the entry for the page, behind a safety copy.
    fn carry_out(
        &mut self,
        room: &Room,
        command: &Command,
        with_copy: bool,
        lineage: impl FnOnce(Lineage) -> Lineage,
        reply: &mut Reply,
    ) -> bool {
        let Some((workspace, own)) = self.plan.clone() else { return false };
        let (mut workspace, mut own, mut ids) = (workspace, own, room.ids());
        if with_copy {
            let note = msg::desk_safety_note(room.lang).to_owned();
            let stamp = Stamp::new(ids.fresh(), room.now, room.author.clone(), note);
            let (file, next) = snapshot::export(&workspace, &own, stamp);
            let bytes = match snapshot::write_verified(&file) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let why = text::snapshot::unreadable(room.lang, &error);
                    reply.failed = msg::preview_no_safety(room.lang, &why);
                    return false;
                }
            };
            let name = snapshot::file_name(&file.organisation, room.today(), file.revision);
            reply.file(name, "application/json", bytes);
            own = next;
        }
        match workspace.dispatch(ids.fresh(), command, &room.context()) {
            Ok(entry) => {
                let line = entry.map(|entry| String::from_utf8_lossy(&snapshot::entry_line(entry)).into_owned());
                let next = lineage(own);
                reply.entry = line;
                reply.lineage = Some(next.clone());
                self.plan = Some((workspace, next));
                true
            }
            Err(refusal) => {
                reply.failed = text::refusal::sentence(room.lang, &refusal);
                false
            }
        }
    }

    fn sheet(&self, room: &Room) -> Sheet {
        let tab = room.query.get("tab").to_owned();
        let tabs = ["", "compare", "archive", "give"];
        let name = |tab: &str| match tab {
            "compare" => msg::desk_tab_compare(room.lang),
            "archive" => msg::desk_tab_archive(room.lang),
            "give" => msg::desk_tab_give(room.lang),
            _ => msg::desk_tab_open(room.lang),
        };
        let sealed = self.plan.as_ref().map_or(0, |(plan, _)| plan.school().sealed_files().len());
        let count = |tab: &str| if tab == "archive" { sealed as u64 } else { 0 };
        let mut sheet = Sheet {
            tabs: tabs.iter().map(|tab| ((*tab).to_owned(), name(tab).to_owned(), count(tab))).collect(),
            tab: tab.clone(),
            ..Sheet::default()
        };
        match tab.as_str() {
            "compare" => self.compare_sheet(room, &mut sheet),
            "archive" => self.archive_sheet(room, &mut sheet),
            "give" => self.give_sheet(room, &mut sheet),
            _ => self.open_sheet(room, &mut sheet),
        }
        sheet
    }

    /// What stands in the way of opening the file, on every tab that takes one.
    fn obstacles(&self, room: &Room, sheet: &mut Sheet) {
        use crate::view::page::Tone;
        if let Some((name, _)) = &self.locked {
            let field = wire::Field::new("passphrase", msg::desk_passphrase(room.lang), wire::Kind::Secret).required();
            let act = Act::new("unlock", msg::desk_unlock(room.lang), "unlock").main().asking("", vec![field]);
            sheet.parts.push(
                Part::notice("locked", Tone::Info, msg::desk_locked(room.lang, name))
                    .acts(vec![act, Act::new("away", msg::desk_away(room.lang), "away")]),
            );
        }
        if let Some((name, why)) = &self.refused {
            let mut acts = vec![Act::new("away", msg::desk_away(room.lang), "away")];
            if self.altered.is_some() {
                acts.push(Act::new("look-altered", msg::opening_altered_look(room.lang), "look-altered"));
            }
            let text = format!("{} {why}", msg::opening_refused(room.lang, name));
            sheet.parts.push(Part::notice("refused", Tone::Error, text).acts(acts));
        }
    }
}

/// A word with what came along.
struct Told {
    word: String,
    values: BTreeMap<String, String>,
    chosen: BTreeSet<String>,
}

impl Told {
    /// The word, and what it is about.
    fn split(&self) -> (&str, &str) {
        self.word.split_once(' ').unwrap_or((&self.word, ""))
    }

    fn about<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        json::read(self.split().1).ok()
    }

    fn value(&self, field: &str) -> &str {
        self.values.get(field).map(String::as_str).unwrap_or_default()
    }

    fn is(&self, field: &str) -> bool {
        self.value(field) == "yes"
    }
}

#[cfg(test)]
mod tests;
