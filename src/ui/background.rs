//! The background: the worker module as the page sees it. Loaded on first use, one job after another, each answered once.
//!
//! A job is stopped by ending the worker, for nothing reaches it while it works; the next job loads another one, from
//! the browser's cache. The same happens after a crash, so that one hostile file costs that file only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::json;
use crate::store::lock::{Cost, Key, SALT};
use crate::worker::{Ask, Derive, Kind, Tell, VERSION};

/// How long the module may take to load; a slow line needs seconds, a blocked one never ends.
const LOADING: Duration = Duration::from_mins(1);

/// Why a job has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The worker module did not load: no connection, or blocked.
    #[error("the worker did not load")]
    NotLoaded,
    /// The worker stopped in the middle of the job: out of memory, or an error in it.
    #[error("the worker crashed")]
    Crashed,
    /// A person stopped the job.
    #[error("stopped")]
    Stopped,
}

/// The body of an answer, with the bytes that travel beside it.
type Answer = (String, Vec<ArrayBuffer>);

/// Rows done and rows in all.
pub type Progress = (usize, usize);

/// The handle of the background; taken from the context.
#[derive(Clone, Copy)]
pub struct Background {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    /// How far the present job is, where it tells.
    pub progress: RwSignal<Option<Progress>>,
}

#[derive(Default)]
struct Inner {
    worker: RefCell<Option<Live>>,
    waiting: RefCell<Option<Waiting>>,
    last_job: Cell<u32>,
    generation: Cell<u32>,
}

/// A worker with its listeners, which live as long as it does.
struct Live {
    worker: Worker,
    is_ready: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The job that somebody waits for.
struct Waiting {
    job: u32,
    /// The message, until the worker is ready to hear it.
    message: Option<(String, String, Option<ArrayBuffer>)>,
    answer: Rc<RefCell<Result<Answer, Failure>>>,
    done: Function,
}

impl Background {
    /// Puts a background into the context; nothing is loaded yet.
    pub fn provide() -> Self {
        let background =
            Self { inner: StoredValue::new_local(Rc::new(Inner::default())), progress: RwSignal::new(None) };
        provide_context(background);
        background
    }

    /// The background of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the background before any component is made")]
    pub fn expect() -> Self {
        use_context().expect("the background is provided by the app")
    }

    /// Does a job; its answer comes with the bytes that travel beside. The types are those of its [`Kind`].
    pub async fn ask<Q: Serialize, A: DeserializeOwned>(
        self,
        kind: Kind,
        request: &Q,
        buffer: Option<ArrayBuffer>,
    ) -> Result<(A, Vec<ArrayBuffer>), Failure> {
        let (body, beside) = self.work(kind, json::text(request), buffer).await?;
        // Half a new build answers otherwise.
        Ok((json::read(&body).map_err(|_| Failure::Crashed)?, beside))
    }

    /// Makes a key of a secret, which takes long on purpose; a crash where there is no memory for it.
    pub async fn derive(self, secret: String, salt: [u8; SALT], cost: Cost) -> Result<Key, Failure> {
        let (memory, passes) = cost.parts();
        let request = Derive { secret, salt, memory, passes };
        let ((), beside) = self.ask(Kind::Derive, &request, None).await?;
        let bytes = beside.first().map(|buffer| Uint8Array::new(buffer).to_vec());
        bytes.as_deref().and_then(Key::from_bytes).ok_or(Failure::Crashed)
    }

    /// Whether a job is under way.
    pub fn is_busy(self) -> bool {
        self.inner.with_value(|inner| inner.waiting.borrow().is_some())
    }

    /// How often a worker was loaded: another one knows nothing of what the one before was told.
    pub fn generation(self) -> u32 {
        self.inner.with_value(|inner| inner.generation.get())
    }

    /// Does a job; the buffer of a file is handed over, not copied. A job that is asked for while another one waits
    /// stops the other one.
    async fn work(self, kind: Kind, body: String, buffer: Option<ArrayBuffer>) -> Result<Answer, Failure> {
        let inner = self.inner.get_value();
        self.end(Failure::Stopped, false);
        let job = inner.last_job.get().wrapping_add(1);
        inner.last_job.set(job);
        let head = json::text(&Ask { version: VERSION, job, kind });
        let answer = Rc::new(RefCell::new(Err(Failure::Stopped)));
        let own = answer.clone();
        let mut message = Some((head, body, buffer));
        let promise = Promise::new(&mut |done, _| {
            *inner.waiting.borrow_mut() = Some(Waiting { job, message: message.take(), answer: own.clone(), done });
        });
        if inner.worker.borrow().is_none() && self.start().is_none() {
            self.end(Failure::NotLoaded, true);
        }
        self.send();
        let _ = JsFuture::from(promise).await;
        let answer = answer.replace(Err(Failure::Stopped));
        self.progress.set(None);
        answer
    }

    /// Ends the worker: what it knows is gone, and the next job loads another one.
    pub fn drop_worker(self) {
        self.end(Failure::Stopped, true);
    }

    /// Stops the present job.
    pub fn stop(self) {
        let is_busy = self.inner.with_value(|inner| inner.waiting.borrow().is_some());
        if is_busy {
            self.end(Failure::Stopped, true);
        }
    }

    /// Loads the worker.
    fn start(self) -> Option<()> {
        let address = document().query_selector("meta[name=worker]").ok().flatten()?.get_attribute("content")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address, &options).ok()?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let (head, answer) = match data.dyn_ref::<Array>() {
                Some(parts) => {
                    let beside = parts.iter().skip(2).filter_map(|part| part.dyn_into::<ArrayBuffer>().ok());
                    (parts.get(0).as_string(), (parts.get(1).as_string().unwrap_or_default(), beside.collect()))
                }
                None => (data.as_string(), Answer::default()),
            };
            self.hear(head.and_then(|head| json::read(&head).ok()), answer);
        });
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // Told where the job is shown; the page itself goes on.
            event.prevent_default();
            let is_ready = self.is_ready();
            self.end(if is_ready { Failure::Crashed } else { Failure::NotLoaded }, true);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let started = worker.clone();
        self.inner.with_value(|inner| {
            inner.generation.set(inner.generation.get().wrapping_add(1));
            *inner.worker.borrow_mut() =
                Some(Live { worker, is_ready: false, _on_message: on_message, _on_error: on_error });
        });
        set_timeout(
            move || {
                let is_same = self
                    .inner
                    .with_value(|inner| inner.worker.borrow().as_ref().is_some_and(|live| live.worker == started));
                if is_same && !self.is_ready() {
                    self.end(Failure::NotLoaded, true);
                }
            },
            LOADING,
        );
        Some(())
    }

    fn is_ready(self) -> bool {
        self.inner.with_value(|inner| inner.worker.borrow().as_ref().is_some_and(|live| live.is_ready))
    }

    /// Hands the waiting message over, once there is somebody to hear it.
    fn send(self) {
        let is_sent = self.inner.with_value(|inner| {
            let worker = inner.worker.borrow();
            let Some(live) = worker.as_ref().filter(|live| live.is_ready) else { return true };
            let message = inner.waiting.borrow_mut().as_mut().and_then(|waiting| waiting.message.take());
            let Some((head, body, buffer)) = message else { return true };
            let message = Array::of2(&JsValue::from_str(&head), &JsValue::from_str(&body));
            match buffer {
                Some(buffer) => {
                    message.push(&buffer);
                    live.worker.post_message_with_transfer(&message, &Array::of1(&buffer)).is_ok()
                }
                None => live.worker.post_message(&message).is_ok(),
            }
        });
        if !is_sent {
            self.end(Failure::Crashed, true);
        }
    }

    fn hear(self, tell: Option<Tell>, answer: Answer) {
        let is_mine = |job| {
            self.inner.with_value(|inner| inner.waiting.borrow().as_ref().is_some_and(|waiting| waiting.job == job))
        };
        match tell {
            Some(Tell::Ready { version: VERSION }) => {
                self.inner.with_value(|inner| {
                    if let Some(live) = inner.worker.borrow_mut().as_mut() {
                        live.is_ready = true;
                    }
                });
                self.send();
            }
            // Half a new build: the page is older than the worker on the server.
            Some(Tell::Ready { .. }) => self.end(Failure::NotLoaded, true),
            Some(Tell::Progress { job, done, total }) if is_mine(job) => self.progress.set(Some((done, total))),
            Some(Tell::Answer { job }) if is_mine(job) => self.settle(Ok(answer)),
            Some(Tell::Fault { .. }) | None => self.end(Failure::Crashed, true),
            // About a job that nobody waits for any more.
            Some(Tell::Progress { .. } | Tell::Answer { .. }) => {}
        }
    }

    /// Gives the waiting job up, and the worker too where it works on it or cannot work.
    fn end(self, failure: Failure, with_worker: bool) {
        self.inner.with_value(|inner| {
            let is_sent = inner.waiting.borrow().as_ref().is_some_and(|waiting| waiting.message.is_none());
            if (with_worker || is_sent)
                && let Some(live) = inner.worker.borrow_mut().take()
            {
                live.worker.terminate();
                // This may run inside one of its listeners, which have to outlive the call.
                set_timeout(move || drop(live), Duration::ZERO);
            }
        });
        self.settle(Err(failure));
    }

    fn settle(self, answer: Result<Answer, Failure>) {
        let waiting = self.inner.with_value(|inner| inner.waiting.borrow_mut().take());
        if let Some(waiting) = waiting {
            *waiting.answer.borrow_mut() = answer;
            let _ = waiting.done.call0(&JsValue::UNDEFINED);
        }
    }
}
