//! The desk of files as the page sees it: sends what a person did to the worker, draws what comes back, and applies what
//! was decided to the plan. The work itself is the worker's.

mod draw;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use uuid::Uuid;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use crate::desk::{Become, Deed, Reply, Request};
use crate::domain::EntryId;
use crate::snapshot::{self, LIMIT, Unreadable, Writing};
use crate::text::{self, msg};
use crate::view::page::Page;
use crate::view::route::Route;
use crate::worker::Kind;

use super::background::{Background, Failure};
use super::form::FieldError;
use super::keeper::{Keeper, opened, written};
use super::page::{Tells, Word};
use super::router::{Router, go, go_to};
use super::session::Session;
use super::{clock, dom};

const STATE: &str = "state";
const FILE: &str = "file";
const KEY: &str = "key";

/// Which plan in which state: its identity, its revision, its last act.
type State = (Uuid, u64, Option<EntryId>);

/// Hears a word of the page.
type Hear = fn(Desk, Word);

/// What the worker knows of the plan: which worker, which state.
type Sent = Option<(u32, State)>;

thread_local! {
    /// What hears the words of the page: behind the part of the program that shows it, which comes before any word.
    static TELL: Cell<Option<Hear>> = const { Cell::new(None) };
}

/// How far a deed is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The worker is told of the plan.
    Telling,
    /// The worker does it.
    Working,
    /// The worker compares, and puts together what is shown.
    Drawing,
}

/// The handle of the desk; taken from the context. It is there from the start; what it does belongs to the part of the
/// program that draws it, so nothing else may call it.
#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    keeper: Keeper,
    background: Background,
    router: Router,
    sent: StoredValue<Sent>,
    is_stale: StoredValue<bool>,
    /// Which deed is the last one: an older one that still waits for something is given up.
    turn: StoredValue<u32>,
    /// What is shown; none until the worker has answered.
    pub page: RwSignal<Option<Arc<Page>>>,
    /// Whether the worker works.
    pub is_busy: RwSignal<bool>,
    is_telling: RwSignal<bool>,
    /// Why the worker does not answer.
    pub failure: RwSignal<Option<Failure>>,
    /// Where the words of the page go.
    pub tells: Tells,
}

impl Desk {
    /// Puts the desk into the context; nothing is loaded yet.
    pub fn provide(session: Session, keeper: Keeper, router: Router) -> Self {
        let (fill, errors) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        let desk = StoredValue::new(None::<Self>);
        let tell = Callback::new(move |word: Word| {
            if let (Some(desk), Some(tell)) = (desk.get_value(), TELL.get()) {
                tell(desk, word);
            }
        });
        let own = Self {
            session,
            keeper,
            background: Background::expect(),
            router,
            sent: StoredValue::new(None),
            is_stale: StoredValue::new(false),
            turn: StoredValue::new(0),
            page: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            is_telling: RwSignal::new(false),
            failure: RwSignal::new(None),
            tells: Tells { tell, fill, errors },
        };
        desk.set_value(Some(own));
        provide_context(own);
        own
    }

    /// The desk of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the desk before any component is made")]
    pub fn expect() -> Self {
        use_context().expect("the desk is provided by the app")
    }

    /// Shows the desk for the present address and plan.
    pub fn show(self) {
        TELL.set(Some(Self::tell));
        self.run(Deed::Show, None);
    }

    /// Takes files that were dropped or chosen, one after another.
    pub fn take(self, files: Vec<File>) {
        spawn_local(async move {
            for file in files {
                self.take_one(file).await;
            }
        });
    }

    async fn take_one(self, file: File) {
        let lang = self.session.lang();
        let name = file.name();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
        let bytes = file.size() as u64;
        // A file beyond the limit is refused before its bytes are touched.
        if bytes > LIMIT as u64 {
            let error = Unreadable::TooBig { bytes, limit: LIMIT as u64 };
            let why = text::snapshot::unreadable(lang, &error);
            self.session.warn(format!("{} {why}", msg::opening_refused(lang, &name)));
            return;
        }
        let buffer = JsFuture::from(file.array_buffer()).await.ok().and_then(|buffer| buffer.dyn_into().ok());
        match buffer {
            Some(buffer) => self.work(Deed::Take { name }, Some(buffer)).await,
            None => self.session.warn(msg::opening_gone(lang).to_owned()),
        }
    }

    /// How far the present deed is; tracks it.
    pub fn stage(self) -> Stage {
        match self.background.progress.get() {
            _ if self.is_telling.get() => Stage::Telling,
            Some((done, total)) if done + 1 >= total => Stage::Drawing,
            _ => Stage::Working,
        }
    }

    /// Stops the worker; what was on the desk is laid back from what is kept.
    pub fn stop(self) {
        self.background.stop();
    }

    fn tell(self, (word, values, chosen): Word) {
        if let Some(query) = word.strip_prefix("go ") {
            go_to(&format!("{}?{query}", Route::Snapshots));
            return;
        }
        if let Some(address) = word.strip_prefix("open ") {
            go_to(address);
            return;
        }
        let values = values.pairs().map(|(id, value)| (id.to_owned(), value.to_owned())).collect();
        self.run(Deed::Tell { word, values, chosen }, None);
    }

    fn run(self, deed: Deed, buffer: Option<ArrayBuffer>) {
        spawn_local(async move { self.work(deed, buffer).await });
    }

    /// Does a deed: the worker is told of the plan first, where it does not know it as it is.
    async fn work(self, deed: Deed, buffer: Option<ArrayBuffer>) {
        if self.is_busy.get_untracked() && deed == Deed::Show {
            self.is_stale.set_value(true);
            return;
        }
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.is_busy.set(true);
        self.failure.set(None);
        let mut outcome = self.try_work(turn, deed, buffer).await;
        // The address or the plan changed meanwhile.
        while outcome.is_ok() && self.is_stale.get_value() {
            self.is_stale.set_value(false);
            outcome = self.try_work(turn, Deed::Show, None).await;
        }
        if self.turn.get_value() != turn {
            return;
        }
        self.is_busy.set(false);
        if let Err(failure) = outcome {
            self.sent.set_value(None);
            if failure != Failure::Stopped {
                self.failure.set(Some(failure));
            }
        }
    }

    async fn try_work(self, turn: u32, deed: Deed, buffer: Option<ArrayBuffer>) -> Result<(), Failure> {
        let now = self.state();
        let sent = self.sent.get_value();
        // After a wipe, or in another plan, nothing of the one before is left in the worker.
        if sent.is_some_and(|(_, known)| known.0 != now.0) {
            self.background.drop_worker();
            self.page.set(None);
        }
        let is_new = sent.is_none_or(|(generation, _)| generation != self.background.generation());
        let is_other = sent.is_some_and(|(_, known)| known != now);
        if is_new || is_other {
            let since = sent.filter(|_| !is_new).map(|(_, known)| known);
            self.is_telling.set(true);
            let told = self.tell_plan(turn, since).await;
            self.is_telling.set(false);
            told?;
            self.sent.set_value(Some((self.background.generation(), now)));
            if is_new || sent.is_some_and(|(_, known)| known.0 != now.0) {
                self.restore(turn).await?;
            }
        }
        let is_told = matches!(deed, Deed::Tell { .. });
        let (reply, beside) = self.ask(turn, deed, buffer).await?;
        self.hear(reply, beside, is_told).await;
        Ok(())
    }

    /// Tells the worker of the plan as it is.
    async fn tell_plan(self, turn: u32, since: Option<State>) -> Result<(), Failure> {
        if self.send_acts(turn, since).await? { Ok(()) } else { self.send_plan(turn).await }
    }

    /// Tells the worker what was done since a state that it knows; false where it must be told the whole plan.
    async fn send_acts(self, turn: u32, since: Option<State>) -> Result<bool, Failure> {
        let Some((_, revision, Some(last))) = since else { return Ok(false) };
        let Some(lines) = self.session.own(|workspace| snapshot::lines_since(workspace, revision, last)) else {
            return Ok(false);
        };
        let deed = Deed::Acts { lineage: Box::new(self.keeper.lineage()) };
        let lines = Uint8Array::from(lines.as_slice()).buffer();
        let (reply, _) = self.ask(turn, deed, Some(lines)).await?;
        Ok(reply.failed.is_empty())
    }

    /// Tells the worker the whole plan.
    async fn send_plan(self, turn: u32) -> Result<(), Failure> {
        let lineage = self.keeper.lineage();
        let writing = self.session.own(|workspace| Writing::new(workspace, &lineage));
        let base = Uint8Array::from(written(writing).await.as_slice()).buffer();
        self.ask(turn, Deed::Plan, Some(base)).await.map(drop)
    }

    /// Lays back what an earlier page or worker left half decided.
    async fn restore(self, turn: u32) -> Result<(), Failure> {
        if let Some(key) = self.keeper.kept_text(KEY).await.filter(|key| !key.is_empty()) {
            let word = format!("key-restore {key}");
            let deed = Deed::Tell { word, values: BTreeMap::new(), chosen: BTreeSet::new() };
            self.ask(turn, deed, None).await?;
        }
        let state = self.keeper.kept_text(STATE).await.filter(|state| !state.is_empty());
        if let (Some(state), Some(file)) = (state, self.keeper.kept_text(FILE).await) {
            let buffer = Uint8Array::from(file.as_bytes()).buffer();
            self.ask(turn, Deed::Restore { state }, Some(buffer)).await?;
        }
        Ok(())
    }

    async fn ask(
        self,
        turn: u32,
        deed: Deed,
        buffer: Option<ArrayBuffer>,
    ) -> Result<(Reply, Vec<ArrayBuffer>), Failure> {
        // The background would stop what was asked for later.
        if self.turn.get_value() != turn {
            return Err(Failure::Stopped);
        }
        self.background.ask(Kind::Desk, &self.request(deed), buffer).await
    }

    fn state(self) -> State {
        let plan = self.keeper.lineage().plan;
        self.session.own(|own| (plan, own.revision(), own.journal().entries().last().map(|entry| entry.id)))
    }

    fn request(self, deed: Deed) -> Request {
        let context = self.session.context();
        let ahead = clock::local(context.now).signed_duration_since(context.now.naive_utc()).num_minutes();
        Request {
            lang: self.session.lang().code().to_owned(),
            now: context.now,
            ahead,
            author: context.author,
            random: clock::random_bits(),
            query: self.router.query().get_untracked().address(&""),
            deed,
        }
    }

    /// Does what the worker answered. A safety copy that cannot be saved stops everything else.
    async fn hear(self, reply: Reply, beside: Vec<ArrayBuffer>, is_told: bool) {
        let lang = self.session.lang();
        let mut beside = beside.into_iter().map(|buffer| Uint8Array::new(&buffer).to_vec());
        let Reply { sheet, said, failed, faults, files, entry, lineage, plan, keep, key, has_kept_file, .. } = reply;
        let is_act = entry.is_some();
        let shut = untrack(|| self.session.shut()).filter(|_| is_act || plan == Some(Become::Own));
        if let Some(refusal) = shut {
            self.sent.set_value(None);
            self.session.refuse(&refusal);
            return;
        }
        for (name, mime) in files {
            let Some(bytes) = beside.next() else { break };
            if !dom::download(&name, &mime, &bytes) {
                self.sent.set_value(None);
                self.session.warn(msg::desk_save_failed(lang, &name));
                return;
            }
            self.session.set_device(|device| device.last_export = clock::millis());
        }
        if let Some(line) = entry {
            let is_done = snapshot::read_entry(line.as_bytes()).is_ok_and(|entry| self.session.take_over(entry));
            if !is_done {
                self.sent.set_value(None);
                self.session.warn(msg::desk_stale(lang).to_owned());
                return;
            }
        }
        if let Some(lineage) = lineage {
            self.keeper.set_lineage(lineage);
        }
        if is_act {
            self.sent.set_value(Some((self.background.generation(), self.state())));
        }
        match plan {
            Some(Become::Own) => {
                let before = self.state();
                if let Ok((workspace, lineage)) = opened(beside.next().unwrap_or_default()).await {
                    if self.state() != before {
                        self.sent.set_value(None);
                        self.session.warn(msg::desk_stale(lang).to_owned());
                        return;
                    }
                    self.keeper.adopt(workspace, lineage);
                    self.sent.set_value(Some((self.background.generation(), self.state())));
                    go(Route::Overview);
                }
            }
            Some(Become::LookedAt(name)) => {
                if let Ok((workspace, _)) = opened(beside.next().unwrap_or_default()).await {
                    self.session.look_at(workspace, name);
                    go(Route::Overview);
                }
            }
            None => {}
        }
        if has_kept_file {
            let text = beside.next().and_then(|bytes| String::from_utf8(bytes).ok());
            self.keep(FILE, text).await;
        }
        if let Some(state) = keep {
            if state.is_empty() {
                self.keep(FILE, None).await;
            }
            self.keep(STATE, Some(state).filter(|state| !state.is_empty())).await;
        }
        if let Some(key) = key {
            self.keep(KEY, Some(key).filter(|key| !key.is_empty())).await;
        }
        // A form stays open while it is only looked at the desk, and where something is wrong in it.
        if faults.is_empty() && is_told {
            self.tells.fill.set(None);
        } else if !faults.is_empty() {
            let errors = faults.into_iter().map(|(field, text)| FieldError::new(format!("field-{field}"), text));
            self.tells.errors.set(errors.collect());
        }
        if !failed.is_empty() {
            self.session.warn(failed);
        } else if !said.is_empty() && is_act {
            self.session.tell_more(&said);
        } else if !said.is_empty() {
            self.session.say(said);
        }
        self.page.set(Some(Arc::new(draw::page(lang, sheet))));
    }

    async fn keep(self, name: &str, text: Option<String>) {
        if !self.keeper.keep_text(name, text).await {
            self.session.warn(msg::desk_kept_failed(self.session.lang()).to_owned());
        }
    }
}
