//! The session: the open plan, what may be done with it, and what the person sees about its safety.
//!
//! Components read through [`Session::read`] and send commands through [`Session::dispatch`]; nothing else writes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

use crate::clause;
use crate::domain::{ClauseId, Command, Context, Entry, EntryId, IdSource, Reason, Refusal, School, Step, Workspace};
use crate::plan::{Index, Plan, planning_day};
use crate::regulation::{Regulation, in_force};
use crate::text::{self, Lang, msg};
use crate::view::area::{Ask, Asking, Deed, Doing};
use crate::view::directory::Directory;
use crate::view::form::Values;
use crate::view::gate::{Gate, Looking, ReadOnly};
use crate::view::preview::{Sight, Viewer};
use crate::view::room::{Making, Query, Room};

use super::clock;
use super::device::{Device, Theme};
use super::form::FieldError;
use super::page;
use super::part::Parts;

/// The handle of the session; a copy costs nothing. Taken from the context.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    open: StoredValue<Open, LocalStorage>,
    revision: RwSignal<u64>,
    index: Memo<Arc<Index>>,
    directory: Memo<Arc<Directory>>,
    regulation: Memo<Arc<Regulation>>,
    plan: Memo<Arc<Plan>>,
    device: RwSignal<Device>,
    parts: StoredValue<Parts>,
    toast: RwSignal<Option<Toast>>,
    read_only: RwSignal<Option<ReadOnly>>,
    viewer: RwSignal<Option<Viewer>>,
    is_published: RwSignal<bool>,
    sight: Memo<Arc<Sight>>,
    asked_why: RwSignal<Option<Why>>,
    looked_at: RwSignal<Option<String>>,
    day: RwSignal<Option<NaiveDate>>,
    on_entry: StoredValue<Option<OnEntry>, LocalStorage>,
    is_growth_held: RwSignal<bool>,
}

type OnEntry = Box<dyn Fn(&Workspace, &Entry)>;

struct Open {
    workspace: Workspace,
    /// The person's own plan while another one is looked at.
    aside: Option<Workspace>,
    ids: IdSource,
}

/// What was refused, to be explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// What was said.
    pub text: String,
    /// The clause that it rests on.
    pub clause: ClauseId,
}

/// What just happened, at the bottom of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Whether it is a failure.
    pub is_error: bool,
    /// Whether it offers to undo.
    pub has_undo: bool,
    /// The clause of a refusal: the toast offers to explain it.
    pub clause: Option<ClauseId>,
}

impl Toast {
    const fn plain(text: String) -> Self {
        Self { text, is_error: false, has_undo: false, clause: None }
    }
}

impl Session {
    /// Opens a session on a workspace and puts it into the context.
    pub fn provide(workspace: Workspace, device: Device) -> Self {
        let open = StoredValue::new_local(Open { workspace, aside: None, ids: clock::ids() });
        let revision = RwSignal::new(0);
        let day = RwSignal::new(None::<NaiveDate>);
        // Every revision is new to those who read: comparing two indexes would cost more than drawing again.
        let index = Memo::new_with_compare(
            move |before: Option<&Arc<Index>>| {
                revision.track();
                let day = day.get();
                open.with_value(|open| {
                    let school = open.workspace.school();
                    let day = day.unwrap_or_else(|| planning_day(school, clock::today()));
                    Arc::new(Index::after(before.map_or(&Index::default(), AsRef::as_ref), school, day))
                })
            },
            |_, _| true,
        );
        let directory = Memo::new_with_compare(
            move |before: Option<&Arc<Directory>>| {
                revision.track();
                let index = index.get();
                open.with_value(|open| {
                    Arc::new(Directory::of(open.workspace.school(), &index, before.map(Arc::as_ref)))
                })
            },
            |_, _| true,
        );
        // An edition is read once; the memo speaks up where another one takes effect.
        let regulation = Memo::new_with_compare(
            move |_| {
                revision.track();
                let day = index.get().day;
                open.with_value(|open| in_force(open.workspace.school(), day))
            },
            |before, after| match (before, after) {
                (Some(before), Some(after)) => !Arc::ptr_eq(before, after),
                _ => true,
            },
        );
        let plan = Memo::new_with_compare(
            move |before: Option<&Arc<Plan>>| {
                revision.track();
                let (index, regulation) = (index.get(), regulation.get());
                open.with_value(|open| {
                    Plan::after(before.unwrap_or(&Arc::default()), open.workspace.school(), &index, &regulation)
                })
            },
            |_, _| true,
        );
        let (viewer, is_published) = (RwSignal::new(None), RwSignal::new(false));
        let sight = Memo::new(move |_| {
            let (viewer, is_published) = (viewer.get(), is_published.get());
            if viewer.is_none() && !is_published {
                return Arc::default();
            }
            revision.track();
            let (index, plan) = (index.get(), plan.get());
            open.with_value(|open| Arc::new(Sight::of(open.workspace.school(), &index, &plan, viewer, is_published)))
        });
        let session = Self {
            open,
            revision,
            index,
            directory,
            regulation,
            plan,
            device: RwSignal::new(device),
            parts: StoredValue::new(Parts::new()),
            toast: RwSignal::new(None),
            read_only: RwSignal::new(None),
            viewer,
            is_published,
            sight,
            asked_why: RwSignal::new(None),
            looked_at: RwSignal::new(None),
            day,
            on_entry: StoredValue::new_local(None),
            is_growth_held: RwSignal::new(false),
        };
        provide_context(session);
        session
    }

    /// The session of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the session before any component is made")]
    pub fn expect() -> Self {
        use_context().expect("the session is provided by the app")
    }

    /// Reads the plan; tracks its revision.
    pub fn read<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.revision.track();
        self.open.with_value(|open| read(&open.workspace))
    }

    /// Reads the plan without tracking, for event handlers.
    pub fn peek<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.open.with_value(|open| read(&open.workspace))
    }

    /// Reads the school with its index of today; tracks both: much that changes leaves the index as it was.
    pub fn school<T>(self, read: impl FnOnce(&School, &Index) -> T) -> T {
        self.revision.track();
        let index = self.index.get();
        self.open.with_value(|open| read(open.workspace.school(), &index))
    }

    /// Reads the school with its index without tracking, for event handlers and forms that open.
    pub fn school_untracked<T>(self, read: impl FnOnce(&School, &Index) -> T) -> T {
        let index = self.index.get_untracked();
        self.open.with_value(|open| read(open.workspace.school(), &index))
    }

    /// Reads what an area may look at; tracks the plan.
    pub fn room<T>(self, query: &Query, chosen: &BTreeSet<String>, read: impl FnOnce(&Room) -> T) -> T {
        self.revision.track();
        let (index, plan, context) = (self.index.get(), self.plan.get(), self.context());
        let regulation = self.regulation.get();
        self.open.with_value(|open| {
            read(&Room {
                school: open.workspace.school(),
                index: &index,
                plan: &plan,
                regulation: &regulation,
                context: &context,
                lang: self.lang(),
                query,
                chosen,
            })
        })
    }

    /// Carries out a deed of an area; whether it was done.
    pub fn do_deed(self, deed: &Deed, query: &Query, chosen: &BTreeSet<String>) -> bool {
        let mut ids = clock::ids();
        let made = untrack(|| self.room(query, chosen, |room| deed.command(room, &mut Making { ids: &mut ids })));
        match made {
            Ok(command) => self.dispatch(&command).is_ok(),
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// Carries out what a form of an area was filled in with, or tells what is wrong at its fields.
    pub fn do_ask(
        self,
        ask: &Ask,
        values: &Values,
        query: &Query,
        chosen: &BTreeSet<String>,
    ) -> Result<(), Vec<FieldError>> {
        let mut ids = clock::ids();
        let made =
            untrack(|| self.room(query, chosen, |room| ask.command(room, values, &mut Making { ids: &mut ids })));
        let command = made.map_err(page::at_fields)?;
        self.dispatch(&command).map_err(|refusal| page::above(&refusal))
    }

    /// The parts of the program that come when they are needed.
    pub fn parts(self) -> Parts {
        self.parts.get_value()
    }

    /// The edition that is in force on the planning day; tracks it alone.
    pub fn regulation(self) -> Arc<Regulation> {
        self.regulation.get()
    }

    /// Everybody, prepared for searching and sorting; tracks. Built when the first screen asks.
    pub fn directory(self) -> Arc<Directory> {
        self.directory.get()
    }

    /// A new identity.
    pub fn fresh<T: From<Uuid>>(self) -> T {
        let mut id = None;
        self.open.update_value(|open| id = Some(open.ids.fresh()));
        id.unwrap_or_else(|| T::from(Uuid::nil()))
    }

    /// The day on which the whole plan is looked at; none for today. Lists, posts, chats, duties and findings are those
    /// of that day, by what the plan knows now.
    pub fn day(self) -> RwSignal<Option<NaiveDate>> {
        self.day
    }

    /// Who acts, now.
    pub fn context(self) -> Context {
        Context {
            now: clock::now(),
            today: self.day.get_untracked().unwrap_or_else(clock::today),
            author: self.device.with_untracked(|device| device.author.clone()),
        }
    }

    /// What a command would be refused for; none where it is possible. Tracks, for buttons that say why they are off.
    pub fn refusal_of(self, command: &Command) -> Option<Refusal> {
        let gate = self.gate();
        self.read(|workspace| {
            let school = workspace.school();
            gate.refusal(school, command).or_else(|| school.handle(command, &self.context()).err())
        })
    }

    /// The gate before every act, as it stands now. Tracks.
    fn gate(self) -> Gate {
        let looking = if self.looked_at.get().is_some() {
            Some(Looking::AtFile)
        } else if self.viewer.get().is_some() {
            Some(Looking::AsSomebody)
        } else {
            let published = self.is_published.get().then_some(Looking::AtPublished);
            published.or_else(|| self.day.get().is_some().then_some(Looking::AtDay))
        };
        Gate { read_only: self.read_only.get(), looking, is_growth_held: self.is_growth_held.get() }
    }

    /// Why nothing can be changed now, whatever it is; none where the plan can be worked on. Tracks.
    pub fn shut(self) -> Option<Refusal> {
        self.gate().shut().map(|reason| Refusal::new(clause!("4.3"), reason))
    }

    /// Stops or allows acts that make the plan grow; the keeper watches the storage.
    pub fn hold_growth(self, is_held: bool) {
        self.is_growth_held.set(is_held);
    }

    /// Carries out a command and tells it with an offer to undo; a refusal is told and given back.
    pub fn dispatch(self, command: &Command) -> Result<(), Refusal> {
        let gate = untrack(|| self.gate());
        let done = match self.peek(|workspace| gate.refusal(workspace.school(), command)) {
            Some(refusal) => Err(refusal),
            None => self
                .act(|workspace, id, context| workspace.dispatch(id, command, context).map(Option::<&Entry>::cloned)),
        };
        self.tell(&done);
        done.map(|_| ())
    }

    /// Takes back the last act.
    pub fn undo(self) {
        let done = self.act(|workspace, id, context| workspace.undo(id, context).cloned().map(Some));
        self.tell(&done);
    }

    /// Takes back any act of the journal.
    pub fn undo_entry(self, target: EntryId) {
        let done = self.act(|workspace, id, context| workspace.undo_entry(id, target, context).cloned().map(Some));
        self.tell(&done);
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        let done = self.act(|workspace, id, context| workspace.redo(id, context).cloned().map(Some));
        self.tell(&done);
    }

    fn act(
        self,
        act: impl FnOnce(&mut Workspace, EntryId, &Context) -> Result<Option<Entry>, Refusal>,
    ) -> Result<Option<Entry>, Refusal> {
        if let Some(refusal) = untrack(|| self.shut()) {
            return Err(refusal);
        }
        let (id, context) = (self.fresh(), self.context());
        let mut done = Ok(None);
        self.open.update_value(|open| done = act(&mut open.workspace, id, &context));
        if let Ok(Some(entry)) = &done {
            self.open.with_value(|open| {
                self.on_entry.with_value(|on_entry| {
                    if let Some(on_entry) = on_entry {
                        on_entry(&open.workspace, entry);
                    }
                });
            });
            self.revision.update(|revision| *revision += 1);
        }
        done
    }

    fn tell(self, done: &Result<Option<Entry>, Refusal>) {
        let lang = self.lang();
        let toast = match done {
            Ok(None) => Toast::plain(msg::nothing_changed(lang).to_owned()),
            // Undo after an undo takes back what came before it; what was just undone is brought back by redo.
            Ok(Some(entry)) => {
                let has_undo = !matches!(entry.step, Step::Undo(_));
                Toast { has_undo, ..Toast::plain(text::act::done(lang, &untrack(|| self.regulation()), entry)) }
            }
            Err(refusal) => return self.refuse(refusal),
        };
        self.toast.set(Some(toast));
    }

    /// Adds to what was just told, keeping its offer to undo.
    pub fn tell_more(self, text: &str) {
        self.toast.update(|toast| {
            if let Some(toast) = toast {
                toast.text = format!("{}. {text}", toast.text);
            }
        });
    }

    /// Tells something at the bottom of the page.
    pub fn say(self, text: String) {
        self.toast.set(Some(Toast::plain(text)));
    }

    /// Tells a failure at the bottom of the page.
    pub fn warn(self, text: String) {
        self.toast.set(Some(Toast { is_error: true, ..Toast::plain(text) }));
    }

    /// Tells a refusal at the bottom of the page, with the way to its explanation.
    pub fn refuse(self, refusal: &Refusal) {
        self.refuse_by(text::refusal::sentence(self.lang(), refusal), Some(refusal.clause));
    }

    /// Tells at the bottom of the page why something is off, with the way to the clause.
    pub fn refuse_by(self, text: String, clause: Option<ClauseId>) {
        self.toast.set(Some(Toast { is_error: true, clause, ..Toast::plain(text) }));
    }

    /// What is to be explained, where somebody asked.
    pub fn asked_why(self) -> RwSignal<Option<Why>> {
        self.asked_why
    }

    /// Through whose eyes the plan is seen; none for those of the person at the keyboard.
    pub fn viewer(self) -> RwSignal<Option<Viewer>> {
        self.viewer
    }

    /// What the viewer has to do with; tracks.
    pub fn sight(self) -> Arc<Sight> {
        self.sight.get()
    }

    /// Whether the plan is only looked at: through somebody's eyes, or a published edition. Tracks.
    pub fn is_watched(self) -> bool {
        self.viewer.get().is_some() || self.is_published.get()
    }

    /// Shows the edition that the school published; nothing of it is kept or can be changed.
    pub fn show_published(self, workspace: Workspace) {
        self.open.update_value(|open| open.workspace = workspace);
        self.is_published.set(true);
        self.revision.update(|revision| *revision += 1);
    }

    /// Leaves the published edition for an empty plan of one's own.
    pub fn begin_own_plan(self) {
        self.viewer.set(None);
        self.is_published.set(false);
        self.open.update_value(|open| open.workspace = Workspace::default());
        self.revision.update(|revision| *revision += 1);
    }

    /// Leaves the preview.
    pub fn leave_preview(self) {
        if self.viewer.get_untracked().is_some() {
            self.viewer.set(None);
            self.say(msg::eyes_left(self.lang()).to_owned());
        }
    }

    /// Whether what is open is the edition that the school published for its staff.
    pub fn is_published(self) -> RwSignal<bool> {
        self.is_published
    }

    /// What just happened.
    pub fn toast(self) -> RwSignal<Option<Toast>> {
        self.toast
    }

    /// Calls `on_entry` with every entry that this session makes; storage listens here.
    pub fn on_entry(self, on_entry: impl Fn(&Workspace, &Entry) + 'static) {
        self.on_entry.set_value(Some(Box::new(on_entry)));
    }

    /// Reads the person's own plan, also while another one is looked at; for storage.
    pub fn own<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.open.with_value(|open| read(open.aside.as_ref().unwrap_or(&open.workspace)))
    }

    /// The name of the file that is looked at in place of the own plan; nothing can be changed meanwhile.
    pub fn looked_at(self) -> RwSignal<Option<String>> {
        self.looked_at
    }

    /// Shows another plan, to be looked at only; the own one is kept aside.
    pub fn look_at(self, workspace: Workspace, name: String) {
        self.open.update_value(|open| {
            let own = std::mem::replace(&mut open.workspace, workspace);
            open.aside.get_or_insert(own);
        });
        self.looked_at.set(Some(name));
        self.revision.update(|revision| *revision += 1);
    }

    /// Goes back to the own plan.
    pub fn leave_look(self) {
        self.open.update_value(|open| {
            if let Some(own) = open.aside.take() {
                open.workspace = own;
            }
        });
        self.looked_at.set(None);
        self.revision.update(|revision| *revision += 1);
    }

    /// Takes over an act that was worked out elsewhere for the plan as it is; false where the plan has moved on.
    pub fn take_over(self, entry: Entry) -> bool {
        let done = self.act(|workspace, _, _| match workspace.follow(entry.clone()) {
            Ok(()) => Ok(Some(entry)),
            Err(_) => Err(Refusal::new(clause!("4.3"), Reason::PlanMoved)),
        });
        self.tell(&done);
        done.is_ok()
    }

    /// Changes the own workspace from outside: an entry of another tab, a plan read from storage.
    pub fn replace(self, change: impl FnOnce(&mut Workspace)) {
        self.open.update_value(|open| change(open.aside.as_mut().unwrap_or(&mut open.workspace)));
        self.revision.update(|revision| *revision += 1);
    }

    /// Why nothing can be changed now.
    pub fn read_only(self) -> RwSignal<Option<ReadOnly>> {
        self.read_only
    }

    /// The settings of this device.
    pub fn device(self) -> RwSignal<Device> {
        self.device
    }

    /// Changes the settings of this device and keeps them.
    pub fn set_device(self, change: impl FnOnce(&mut Device)) {
        self.device.update(change);
        self.device.with_untracked(Device::save);
    }

    /// The language; not tracked, because the shell is made anew when it changes.
    pub fn lang(self) -> Lang {
        self.device.with_untracked(Device::lang)
    }

    /// How the page looks; tracks.
    pub fn theme(self) -> Theme {
        self.device.with(|device| device.theme)
    }
}

/// The language of the page, for components.
pub fn lang() -> Lang {
    Session::expect().lang()
}
