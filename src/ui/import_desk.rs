//! The desk of the import: what lies on it survives leaving the screen and changing the language.
//!
//! One loop does the work: it reads what waits, then compares with the plan as long as the comparison is not of this
//! plan, these files and these options. Nothing reaches the plan but by [`ImportDesk::apply`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::domain::{EntryId, Records};
use crate::roster::exchange::{Request, Response};
use crate::roster::header::ListKind;
use crate::roster::limits::FILE_BYTES;
use crate::roster::proposal::{Choice, TargetYear};
use crate::roster::{ImportOptions, Proposal, ReadFile, ReadOptions, Unreadable};
use crate::view::import::{Halt, Intake, Source, Status, profiles, target};
use crate::worker::Kind;

use super::background::{Background, Failure};
use super::clock;
use super::session::Session;

/// What a comparison is of: the plan, the files, the options.
#[derive(Debug, Clone, PartialEq)]
struct Stamp {
    revision: u64,
    entry: Option<EntryId>,
    generation: u64,
    options: ImportOptions,
}

/// What the plan would take.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Preview {
    /// Nothing was compared.
    #[default]
    None,
    /// The proposal.
    Ready(Arc<Proposal>),
    /// The comparing ended without one.
    Halted(Halt),
    /// The plan holds a record twice.
    BrokenPlan,
}

/// What the worker does now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Busy {
    /// Nothing.
    #[default]
    No,
    /// It reads a file.
    Reading(String),
    /// It compares with the plan.
    Comparing,
}

/// Where the bytes of a source come from.
enum Content {
    File(web_sys::File),
    Text(String),
}

/// The handle of the desk; taken from the context.
#[derive(Clone, Copy)]
pub struct ImportDesk {
    session: Session,
    background: Background,
    contents: StoredValue<BTreeMap<u32, Content>, LocalStorage>,
    is_running: StoredValue<bool>,
    stamp: RwSignal<Option<Stamp>>,
    /// The files.
    pub intake: RwSignal<Intake>,
    /// The kind that is asked for with the next files.
    pub expect: RwSignal<Option<ListKind>>,
    /// What was pasted and is not read yet.
    pub pasted: RwSignal<String>,
    /// How often something was pasted.
    pastes: StoredValue<u32>,
    /// The school year; none for the usual one.
    pub year: RwSignal<Option<TargetYear>>,
    /// What is allowed beyond the usual.
    pub choices: RwSignal<BTreeSet<Choice>>,
    /// What the plan would take.
    pub preview: RwSignal<Preview>,
    /// What the worker does now.
    pub busy: RwSignal<Busy>,
    /// Whether this desk's files were applied.
    pub is_applied: RwSignal<bool>,
}

impl ImportDesk {
    /// Puts an empty desk into the context.
    pub fn provide(session: Session) -> Self {
        let desk = Self {
            session,
            background: Background::provide(),
            contents: StoredValue::new_local(BTreeMap::new()),
            is_running: StoredValue::new(false),
            stamp: RwSignal::new(None),
            intake: RwSignal::new(Intake::default()),
            expect: RwSignal::new(None),
            pasted: RwSignal::new(String::new()),
            pastes: StoredValue::new(0),
            year: RwSignal::new(None),
            choices: RwSignal::new(BTreeSet::new()),
            preview: RwSignal::new(Preview::None),
            busy: RwSignal::new(Busy::No),
            is_applied: RwSignal::new(false),
        };
        provide_context(desk);
        desk
    }

    /// The desk of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the desk before any component is made")]
    pub fn expect() -> Self {
        use_context().expect("the desk is provided by the app")
    }

    /// How far the worker is.
    pub fn progress(self) -> RwSignal<Option<(usize, usize)>> {
        self.background.progress
    }

    /// Puts files on the desk and begins to read them.
    pub fn add_files(self, files: Vec<web_sys::File>) {
        if files.is_empty() {
            return;
        }
        self.begin_batch();
        let names: Vec<String> = files.iter().map(web_sys::File::name).collect();
        let expect = self.expect.get_untracked();
        let ids = self.intake.try_update(|intake| intake.add(&names, expect)).unwrap_or_default();
        self.contents.update_value(|contents| {
            contents.extend(ids.into_iter().zip(files.into_iter().map(Content::File)));
        });
        self.wake();
    }

    /// Puts a pasted text on the desk under a name.
    pub fn add_text(self, name: impl FnOnce(u32) -> String, text: String) {
        self.begin_batch();
        let number = self.pastes.try_update_value(|count| {
            *count += 1;
            *count
        });
        let expect = self.expect.get_untracked();
        let name = name(number.unwrap_or(1));
        let ids = self.intake.try_update(|intake| intake.add(&[name], expect)).unwrap_or_default();
        self.contents.update_value(|contents| contents.extend(ids.first().map(|id| (*id, Content::Text(text)))));
        self.wake();
    }

    /// What was applied makes room for what comes next.
    fn begin_batch(self) {
        if self.is_applied.get_untracked() {
            self.clear();
        }
    }

    /// Clears the desk.
    pub fn clear(self) {
        self.background.stop();
        self.intake.update(Intake::clear);
        self.contents.update_value(BTreeMap::clear);
        self.year.set(None);
        self.stamp.set(None);
        self.preview.set(Preview::None);
        self.is_applied.set(false);
    }

    /// Changes what lies on the desk, and goes on.
    pub fn change(self, change: impl FnOnce(&mut Intake)) {
        self.intake.update(change);
        let intake = self.intake;
        self.contents.update_value(|contents| {
            contents.retain(|id, _| intake.with_untracked(|intake| intake.source(*id).is_some()));
        });
        self.wake();
    }

    /// Compares once more after a stop.
    pub fn compare_again(self) {
        self.stamp.set(None);
        self.wake();
    }

    /// Stops the work; what was read stays.
    pub fn stop(self) {
        self.background.stop();
        self.intake.update(|intake| intake.halt(Halt::Stopped));
        if self.intake.with_untracked(Intake::has_read) {
            self.stamp.set(Some(self.wanted()));
            self.preview.set(Preview::Halted(Halt::Stopped));
        }
    }

    /// The options as they stand, over what the files and the plan say. Tracks.
    pub fn options(self) -> ImportOptions {
        let choices = self.choices.get();
        let year = self.year.get();
        let year = year.unwrap_or_else(|| {
            let files = self.intake.with(Intake::files);
            self.session
                .read(|workspace| target::usual(workspace.school(), files.iter().map(Arc::as_ref), clock::today()))
        });
        ImportOptions { year, choices }
    }

    /// What the comparison has to be of. Tracks, so that an effect wakes the desk when the plan moves.
    fn wanted(self) -> Stamp {
        let (revision, entry) = self
            .session
            .read(|workspace| (workspace.revision(), workspace.journal().entries().last().map(|entry| entry.id)));
        Stamp { revision, entry, generation: self.intake.with(Intake::generation), options: self.options() }
    }

    /// Watches plan, files and options, for as long as the caller's owner lives.
    pub fn watch(self) {
        Effect::new(move || {
            let wanted = self.wanted();
            if self.stamp.with_untracked(|stamp| stamp.as_ref() != Some(&wanted)) {
                self.wake();
            }
        });
    }

    /// Whether the preview is of this plan, these files and these options. Tracks.
    pub fn is_current(self) -> bool {
        let wanted = self.wanted();
        self.stamp.with(|stamp| stamp.as_ref() == Some(&wanted))
    }

    /// Takes the proposal over as one act. False where the plan moved: the comparison is then renewed.
    pub fn apply(self) -> bool {
        let Preview::Ready(proposal) = self.preview.get_untracked() else { return true };
        if !untrack(|| self.is_current()) {
            self.wake();
            return false;
        }
        let names: Vec<String> = self.intake.with_untracked(|intake| {
            let is_taken = |source: &&Source| source.file().is_some() && source.kind() != Some(ListKind::ChatMembers);
            intake.sources().iter().filter(is_taken).map(|source| source.name.clone()).collect()
        });
        let command = Proposal::clone(&proposal).into_command(names.join(", "));
        if self.session.dispatch(&command).is_ok() {
            self.preview.set(Preview::None);
            self.is_applied.set(true);
        }
        true
    }

    /// Begins to work, unless it works already.
    fn wake(self) {
        if self.is_running.get_value() {
            return;
        }
        self.is_running.set_value(true);
        spawn_local(async move {
            while self.step().await {}
            self.busy.set(Busy::No);
            self.is_running.set_value(false);
        });
    }

    /// Does the next thing; false where there is none.
    async fn step(self) -> bool {
        if let Some(source) = self.intake.with_untracked(|intake| intake.next_waiting().cloned()) {
            self.busy.set(Busy::Reading(source.name.clone()));
            self.intake.update(|intake| intake.begin(source.id));
            let status = self.read(&source).await;
            self.intake.update(|intake| intake.settle(source.id, status));
            return true;
        }
        if !self.intake.with_untracked(Intake::has_read) {
            self.preview.set(Preview::None);
            self.stamp.set(None);
            return false;
        }
        let wanted = untrack(|| self.wanted());
        if self.stamp.with_untracked(|stamp| stamp.as_ref() == Some(&wanted)) {
            return false;
        }
        self.busy.set(Busy::Comparing);
        let preview = self.compare(wanted.options.clone()).await;
        // Meanwhile stopped or cleared: what came of it is of no account.
        if !matches!(preview, Preview::Halted(Halt::Stopped)) {
            self.preview.set(preview);
            self.stamp.set(Some(wanted));
        }
        true
    }

    async fn read(self, source: &Source) -> Status {
        let profiles = self.session.peek(|workspace| profiles(workspace.school()));
        let options = ReadOptions {
            profiles: profiles.iter().map(|profile| profile.as_ref().clone()).collect(),
            ..source.options.clone()
        };
        let name = source.name.clone();
        let text = self.contents.with_value(|contents| match contents.get(&source.id) {
            Some(Content::Text(text)) => Some(text.clone()),
            _ => None,
        });
        let answer = match text {
            Some(text) => self.ask(&Request::ReadText { name, text, options }, None).await,
            None => match self.buffer(source.id).await {
                Ok(buffer) => self.ask(&Request::ReadFile { name, options }, Some(buffer)).await,
                Err(status) => return status,
            },
        };
        match answer {
            Ok(Response::Read { file }) => Status::Read(Arc::new(file)),
            Ok(Response::Refused { error, .. }) => Status::Refused(error),
            Ok(_) => Status::Halted(Halt::Crashed),
            Err(failure) => Status::Halted(halt(failure)),
        }
    }

    async fn ask(self, request: &Request, buffer: Option<ArrayBuffer>) -> Result<Response, Failure> {
        self.background.ask(Kind::Lists, request, buffer).await.map(|(response, _)| response)
    }

    /// The bytes of a file, outside of this module's memory: they go on to the worker as they are.
    async fn buffer(self, id: u32) -> Result<ArrayBuffer, Status> {
        let file = self.contents.with_value(|contents| match contents.get(&id) {
            Some(Content::File(file)) => Some(file.clone()),
            _ => None,
        });
        let file = file.ok_or(Status::Halted(Halt::Gone))?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
        let bytes = file.size() as u64;
        if bytes > FILE_BYTES {
            return Err(Status::Refused(Unreadable::TooLarge { bytes, limit: FILE_BYTES }));
        }
        let buffer = JsFuture::from(file.array_buffer()).await.ok();
        buffer.and_then(|buffer| buffer.dyn_into().ok()).ok_or(Status::Halted(Halt::Gone))
    }

    async fn compare(self, options: ImportOptions) -> Preview {
        let files = self.intake.with_untracked(Intake::files);
        let request = Request::Propose {
            records: Box::new(self.session.peek(|workspace| Records::from(workspace.school()))),
            files: files.iter().map(|file| ReadFile::clone(file)).collect(),
            options,
            millis: clock::millis(),
            random: clock::random(),
        };
        match self.ask(&request, None).await {
            Ok(Response::Proposed { proposal }) => Preview::Ready(Arc::new(proposal)),
            Ok(Response::BrokenSchool { .. }) => Preview::BrokenPlan,
            Ok(_) => Preview::Halted(Halt::Crashed),
            Err(failure) => Preview::Halted(halt(failure)),
        }
    }
}

fn halt(failure: Failure) -> Halt {
    match failure {
        Failure::NotLoaded => Halt::NotLoaded,
        Failure::Crashed => Halt::Crashed,
        Failure::Stopped => Halt::Stopped,
    }
}
