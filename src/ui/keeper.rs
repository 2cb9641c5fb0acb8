//! The keeper: carries what the session does into storage, and what storage and other tabs do into the session.
//!
//! One keeper a page. It holds the saver, the lineage and this tab's place among the tabs; the rules of each are pure and
//! stand in `store` and `snapshot`.

mod kept;
mod padlock;
mod queue;
mod tab;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

use crate::domain::{Entry, IdSource, Workspace};
use crate::regulation::Regulation;
use crate::snapshot::{self, Lineage};
use crate::store::boot::{Boot, Found, Trouble};
use crate::store::indexed_db::IndexedDbStore;
use crate::store::key;
use crate::store::local_storage::{LocalStore, Persistence, persist, persisted};
use crate::store::lock::Lock;
use crate::store::locked::{Locked, Nonces};
use crate::store::meter::{Level, Usage};
use crate::store::place::{Batch, PlaceError, Store as _};
use crate::store::record::Token;
use crate::store::saver::{Event, NotSaved, SaveState, Saver};
use crate::store::tabs::{Message, Tabs};
use crate::store::web_locks::{Channel, HeldLock};
use crate::view::gate::ReadOnly;

use super::clock;
use super::published;
use super::session::Session;

pub use padlock::{Secrets, Stuck, new_code};
pub use queue::{breathe, opened, written};

/// The saver of this page: IndexedDB is the durable copy, localStorage the one that boots.
pub type PageSaver = Saver<Locked<IndexedDbStore>, Locked<LocalStore>>;

/// How long the storage may take to answer at the start before the page says so.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(8);

/// How long the published edition may take before an empty plan is shown.
const EDITION_PATIENCE: std::time::Duration = std::time::Duration::from_secs(4);

/// What was found at the start.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// The copies are being read.
    Reading,
    /// The plan is open, or a new one may begin.
    Open,
    /// Something was here, but nothing opens. Never shown as a fresh start.
    Damaged(Trouble),
    /// Nothing was found, but a copy could not be read.
    Unreachable(Trouble),
    /// A later version of the app wrote here.
    Newer,
    /// The plan is behind the lock.
    Locked,
}

/// The handle of the keeper; taken from the context.
#[derive(Clone, Copy)]
pub struct Keeper {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    /// What was found at the start.
    pub start: RwSignal<Start>,
    /// What the screen says about saving.
    pub state: RwSignal<SaveState>,
    /// What was wrong beside the plan that opened.
    pub trouble: RwSignal<Trouble>,
    /// Entries that were refused by storage and fit no longer: to be downloaded.
    pub left: RwSignal<Vec<Entry>>,
    /// How full localStorage is.
    pub usage: RwSignal<Option<Usage>>,
    /// What the browser says to the wish to keep the data.
    pub persistence: RwSignal<Option<Persistence>>,
    /// Whether another tab deleted the plan.
    pub is_wiped_elsewhere: RwSignal<bool>,
    /// The lock of a shared computer, where it is on.
    pub padlock: RwSignal<Option<Lock>>,
}

struct Inner {
    session: Session,
    saver: PageSaver,
    lineage: RefCell<Lineage>,
    has_plan: std::cell::Cell<bool>,
    queue: queue::Queue,
    tabs: RefCell<Tabs>,
    channel: RefCell<Option<Channel>>,
    lock: RefCell<Option<HeldLock>>,
}

impl Keeper {
    /// Starts keeping the session's plan and puts the keeper into the context.
    pub fn provide(session: Session, ids: &mut IdSource) -> Self {
        let tab: Uuid = ids.fresh();
        let nonces: Nonces = Rc::new(|| clock::secret_bits().unwrap_or_default());
        let durable = Locked::new(IndexedDbStore::default(), nonces.clone());
        let boot = Locked::new(LocalStore, nonces);
        let saver = Saver::new(durable, boot, Token::from(tab), Rc::new(clock::millis));
        let inner = Rc::new(Inner {
            session,
            saver,
            lineage: RefCell::new(Lineage::new(ids.fresh(), Regulation::bundled().edition().id.as_str())),
            has_plan: std::cell::Cell::new(false),
            queue: queue::Queue::default(),
            tabs: RefCell::new(Tabs::new(tab.to_string())),
            channel: RefCell::new(None),
            lock: RefCell::new(None),
        });
        let keeper = Self {
            inner: StoredValue::new_local(inner),
            start: RwSignal::new(Start::Reading),
            state: RwSignal::new(SaveState::Untouched),
            trouble: RwSignal::new(Trouble::default()),
            left: RwSignal::new(Vec::new()),
            usage: RwSignal::new(None),
            persistence: RwSignal::new(None),
            is_wiped_elsewhere: RwSignal::new(false),
            padlock: RwSignal::new(None),
        };
        provide_context(keeper);
        keeper.listen();
        keeper.keep_author();
        // A browser that never answers leaves no white page; should it answer later, the plan opens.
        set_timeout(
            move || {
                if keeper.start.get_untracked() == Start::Reading {
                    keeper.start.set(Start::Unreachable(Trouble::default()));
                }
            },
            PATIENCE,
        );
        spawn_local(keeper.begin());
        keeper
    }

    /// Reads the copies and takes a place among the tabs; behind the lock, only once it is open.
    async fn begin(self) {
        self.read_copies().await;
        if self.start.get_untracked() != Start::Locked {
            self.join_tabs_once().await;
        }
    }

    /// The keeper of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the keeper before any component is made")]
    pub fn expect() -> Self {
        use_context().expect("the keeper is provided by the app")
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.with_value(Rc::clone)
    }

    /// The descent of the open plan, with the edition of the regulation that it is kept under.
    pub fn lineage(self) -> Lineage {
        let inner = self.inner();
        let regulation = untrack(|| inner.session.regulation()).edition().id.clone();
        Lineage { regulation, ..inner.lineage.borrow().clone() }
    }

    /// Keeps another descent from now on: after an export, after opening a file. It is stored with the next base.
    pub fn set_lineage(self, lineage: Lineage) {
        *self.inner().lineage.borrow_mut() = lineage;
        if self.inner().has_plan.get() {
            self.compact_when_idle(true);
        }
    }

    /// Makes the plan of this page equal to `workspace` with its history: opening a file into an empty plan.
    pub fn adopt(self, workspace: Workspace, lineage: Lineage) {
        let inner = self.inner();
        *inner.lineage.borrow_mut() = lineage;
        inner.session.replace(|own| *own = workspace);
        inner.has_plan.set(false);
        self.save_base();
        inner.post(&Message::Replaced);
    }

    /// Deletes the plan from this browser, in every copy; the page begins anew.
    pub async fn wipe(self) -> Result<(), NotSaved> {
        let inner = self.inner();
        inner.saver.wipe().await?;
        self.forget_padlock().await?;
        inner.has_plan.set(false);
        let plan = inner.session.fresh();
        *inner.lineage.borrow_mut() = Lineage::new(plan, Regulation::bundled().edition().id.as_str());
        inner.session.replace(|own| *own = Workspace::default());
        inner.post(&Message::Wiped);
        self.trouble.set(Trouble::default());
        self.left.set(Vec::new());
        self.start.set(Start::Open);
        self.measure();
        Ok(())
    }

    /// What the desk of files keeps under a name.
    pub async fn kept_text(self, name: &str) -> Option<String> {
        let inner = self.inner();
        inner.saver.durable().get(&format!("{}{name}", key::DESK)).await.ok().flatten()
    }

    /// Keeps a text of the desk of files under a name, or removes it; whether it is durable.
    pub async fn keep_text(self, name: &str, text: Option<String>) -> bool {
        let inner = self.inner();
        let batch = Batch { expected: Vec::new(), writes: vec![(format!("{}{name}", key::DESK), text)] };
        inner.saver.durable().write(&batch).await.is_ok()
    }

    /// Begins a new plan although damaged bytes are there; they are put aside at the first save.
    pub fn begin_anew(self) {
        self.start.set(Start::Open);
    }

    /// Looks at how full localStorage is.
    pub fn measure(self) {
        let usage = LocalStore::usage().ok();
        self.inner().session.hold_growth(usage.is_some_and(|usage| usage.level() == Level::Hold));
        self.usage.set(usage);
        if self.persistence.with_untracked(Option::is_none) {
            spawn_local(async move { self.persistence.set(Some(persisted().await)) });
        }
    }

    /// Tries once more what could not be saved.
    pub fn retry(self) {
        let inner = self.inner();
        spawn_local(async move {
            inner.saver.flush().await;
        });
    }

    /// Asks the browser to keep the data; call from a click.
    pub fn ask_to_persist(self) {
        spawn_local(async move { self.persistence.set(Some(persist().await)) });
    }

    /// Reads every copy and shows what opens.
    async fn read_copies(self) {
        let inner = self.inner();
        if let Some(start) = self.look_at_padlock().await {
            if start == Start::Newer {
                inner.session.read_only().set(Some(ReadOnly::Newer));
            }
            self.start.set(start);
            return;
        }
        let start = match inner.saver.boot().await {
            Boot::Empty => {
                let _ = inner.saver.tidy().await;
                inner.has_plan.set(false);
                // A server that does not answer keeps nobody from a plan of their own.
                set_timeout(move || self.open_if_reading(), EDITION_PATIENCE);
                published::open(inner.session).await;
                Start::Open
            }
            Boot::Found(found) => self.open(&found).await,
            Boot::Damaged(trouble) => Start::Damaged(trouble),
            Boot::Newer { .. } => {
                inner.session.read_only().set(Some(ReadOnly::Newer));
                Start::Newer
            }
            Boot::Unreachable(trouble) => Start::Unreachable(trouble),
        };
        self.start.set(start);
        self.reapply_unsaved();
        self.measure();
    }

    fn open_if_reading(self) {
        if self.start.get_untracked() == Start::Reading {
            self.start.set(Start::Open);
        }
    }

    async fn open(self, found: &Found) -> Start {
        let inner = self.inner();
        let bytes = &found.history.base().bytes;
        // Once the plan is open it may be edited at any moment: read again in one piece, it cannot lose an act.
        let is_open = self.start.get_untracked() == Start::Open;
        let opened = if is_open { snapshot::open_base(bytes) } else { opened(bytes.clone()).await };
        let (mut workspace, lineage) = match opened {
            Ok(opened) => opened,
            Err(snapshot::Unreadable::Newer { .. }) => return Start::Newer,
            Err(_) => return Start::Damaged(found.trouble.clone()),
        };
        for line in found.history.lines() {
            // A sealed line that does not fit its base is a defect of the app, not of the storage: it is told as damage.
            let entry = snapshot::read_entry(&line.bytes);
            if !entry.is_ok_and(|entry| workspace.follow(entry).is_ok()) {
                return Start::Damaged(found.trouble.clone());
            }
        }
        *inner.lineage.borrow_mut() = lineage;
        inner.has_plan.set(true);
        inner.session.is_published().set(false);
        inner.session.replace(|own| *own = workspace);
        self.trouble.set(found.trouble.clone());
        Start::Open
    }

    /// Applies again what this tab could not save before it read the copies once more; what no longer fits is shown.
    fn reapply_unsaved(self) {
        let inner = self.inner();
        let mut left = Vec::new();
        for bytes in inner.saver.take_unsaved() {
            let Ok(entry) = snapshot::read_entry(&bytes) else { continue };
            // Without locks another tab may have found the line in the boot copy and saved it.
            if inner.session.own(|workspace| workspace.journal().entry(entry.id).is_some()) {
                continue;
            }
            let mut is_applied = false;
            inner.session.replace(|own| is_applied = own.follow(entry.clone()).is_ok());
            if is_applied {
                self.push(&entry);
            } else {
                left.push(entry);
            }
        }
        if !left.is_empty() {
            self.left.update(|all| all.extend(left));
        }
    }

    fn listen(self) {
        let inner = self.inner();
        inner.saver.listen(move |event| match event {
            Event::State(state) => self.saved(state),
            Event::Appended(line) => self.inner().post(&Message::Appended { line }),
        });
        inner.session.on_entry(move |_, entry| self.push(entry));
        // Nothing waits for a timer: an act is on its way at once. Closing the page while it travels asks first.
        let unload = window_event_listener(leptos::ev::beforeunload, move |event| {
            if self.state.with_untracked(SaveState::is_dirty) {
                event.prevent_default();
            }
        });
        on_cleanup(move || unload.remove());
    }

    fn saved(self, state: SaveState) {
        let is_saved = matches!(state, SaveState::Saved { .. });
        // Somebody else wrote, or changed the lock: the copies are read again, and what is not saved is applied again.
        let is_outrun = matches!(
            state,
            SaveState::NotSaved {
                reason: NotSaved::Outrun { .. }
                    | NotSaved::Gone
                    | NotSaved::Newer(_)
                    | NotSaved::Place(PlaceError::Changed),
                ..
            }
        );
        // While acts wait to be packed, the durable copy does not have everything yet.
        let shown = if is_saved && !self.inner().queue.is_empty() { SaveState::Changed } else { state };
        self.state.set(shown);
        if is_saved {
            self.measure();
            self.compact_when_idle(false);
        }
        if is_outrun {
            self.outrun();
        }
    }
}
