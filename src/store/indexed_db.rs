//! The durable copy: IndexedDB. A write is done when its transaction's `complete` came, with durability «strict».

use crate::order;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::key;
use super::local_storage::thrown;
use super::place::{Batch, PlaceError, Store};

const DATABASE: &str = "sferum-planner";
/// What is no text, and nothing of the plan, stands beside: an older version of the program need not know of it.
const BESIDE: &str = "sferum-planner-beside";
const VERSION: u32 = 1;
const RECORDS: &str = "records";

/// A database of this origin, the plan's unless said otherwise. Opened at the first call, and again after it was closed.
#[derive(Clone)]
pub struct IndexedDbStore {
    name: &'static str,
    database: Rc<RefCell<Option<IdbDatabase>>>,
}

impl Default for IndexedDbStore {
    fn default() -> Self {
        Self { name: DATABASE, database: Rc::default() }
    }
}

impl IndexedDbStore {
    /// The database for values that are no text, such as the handle of a file.
    pub fn beside() -> Self {
        Self { name: BESIDE, ..Self::default() }
    }

    /// A value that is no text; none where it was never kept.
    pub async fn value(&self, key: &str) -> Result<Option<JsValue>, PlaceError> {
        let found = self.read(|store| Ok(vec![store.get(&JsValue::from_str(key))?])).await?;
        Ok(found.into_iter().next().filter(|value| !value.is_undefined()))
    }

    /// Keeps a value that is no text, or removes it.
    pub async fn set_value(&self, key: &str, value: Option<&JsValue>) -> Result<(), PlaceError> {
        let transaction = self.begin("readwrite").await?;
        let done = completion(&transaction);
        let key = JsValue::from_str(key);
        let store = transaction.object_store(RECORDS).map_err(|error| thrown(&error))?;
        let request = match value {
            Some(value) => store.put_with_key(value, &key),
            None => store.delete(&key),
        };
        request.map_err(|error| thrown(&error))?;
        done.wait().await
    }

    async fn database(&self) -> Result<IdbDatabase, PlaceError> {
        let open = self.database.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let database = open_database(self.name).await?;
        let slot = Rc::downgrade(&self.database);
        // Another tab upgrades or deletes the database: stand aside, else it waits for ever. The browser may also
        // close it by itself. The next call opens it again.
        let forget = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if let Some(database) = event.target().and_then(|target| target.dyn_into::<IdbDatabase>().ok()) {
                database.close();
            }
            if let Some(slot) = slot.upgrade() {
                slot.borrow_mut().take();
            }
        });
        let forget = forget.into_js_value();
        database.set_onversionchange(Some(forget.unchecked_ref()));
        database.set_onclose(Some(forget.unchecked_ref()));
        *self.database.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Starts a transaction; once more on a new connection where the old one was closed.
    async fn begin(&self, mode: &str) -> Result<IdbTransaction, PlaceError> {
        let database = self.database().await?;
        match transaction(&database, mode) {
            Err(PlaceError::Closed) => {
                self.database.borrow_mut().take();
                transaction(&self.database().await?, mode)
            }
            result => result,
        }
    }

    async fn read(
        &self,
        make: impl FnOnce(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, PlaceError> {
        let transaction = self.begin("readonly").await?;
        let done = completion(&transaction);
        let requests =
            transaction.object_store(RECORDS).and_then(|store| make(&store)).map_err(|error| thrown(&error))?;
        done.wait().await?;
        requests.iter().map(|request| request.result().map_err(|error| thrown(&error))).collect()
    }
}

impl Store for IndexedDbStore {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        let mut results = self.read(|store| Ok(vec![store.get(&JsValue::from_str(key))?])).await?;
        Ok(results.pop().and_then(|value| text(&value)))
    }

    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        let results = self.read(|store| Ok(vec![store.get_all_keys()?])).await?;
        let keys: Array = results.first().map(Array::from).unwrap_or_default();
        let mut keys: Vec<String> = keys.iter().filter_map(|key| key.as_string()).collect();
        keys.retain(|key| key.starts_with(key::OURS));
        order::natural(&mut keys);
        Ok(keys)
    }

    async fn entries(&self) -> Result<Vec<(String, String)>, PlaceError> {
        // One transaction: keys and values belong together.
        let results = self.read(|store| Ok(vec![store.get_all_keys()?, store.get_all()?])).await?;
        let [keys, values] = results.as_slice() else { return Err(PlaceError::Lost) };
        let (keys, values) = (Array::from(keys), Array::from(values));
        let pairs = keys.iter().zip(values.iter());
        let pairs = pairs.filter_map(|(key, value)| Some((key.as_string()?, text(&value)?)));
        let mut pairs: Vec<_> = pairs.filter(|(key, _)| key.starts_with(key::OURS)).collect();
        order::natural(&mut pairs);
        Ok(pairs)
    }

    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        let transaction = self.begin("readwrite").await?;
        let done = completion(&transaction);
        let verdict = Rc::new(RefCell::new(Ok(())));
        let step = Step {
            transaction: transaction.clone(),
            store: transaction.object_store(RECORDS).map_err(|error| thrown(&error))?,
            writes: batch.writes.clone(),
            verdict: verdict.clone(),
        };
        step.run(&batch.expected)?;
        let outcome = done.wait().await;
        // Why this code gave up says more than the abort that followed.
        let verdict = verdict.borrow().clone();
        verdict.and(outcome)
    }
}

/// The writes of a batch, done inside the transaction that compared what was expected.
struct Step {
    transaction: IdbTransaction,
    store: IdbObjectStore,
    writes: Vec<(String, Option<String>)>,
    verdict: Rc<RefCell<Result<(), PlaceError>>>,
}

impl Step {
    /// Asks for everything expected; when the last answer is there, writes or gives up.
    fn run(self, expected: &[(String, Option<String>)]) -> Result<(), PlaceError> {
        let mut requests = Vec::new();
        for (key, value) in expected {
            let request = self.store.get(&JsValue::from_str(key)).map_err(|error| self.give_up(thrown(&error)))?;
            requests.push((request, value.clone()));
        }
        let Some((last, _)) = requests.last().cloned() else { return self.put() };
        // Requests of a transaction are answered in order: with the last one all are there.
        let decide = Closure::once_into_js(move || {
            let holds = |(request, value): &(IdbRequest, Option<String>)| {
                request.result().is_ok_and(|found| text(&found) == *value)
            };
            if requests.iter().all(holds) {
                // The verdict has the error.
                let _ = self.put();
            } else {
                let _ = self.give_up(PlaceError::Changed);
            }
        });
        last.set_onsuccess(Some(decide.unchecked_ref()));
        Ok(())
    }

    fn put(&self) -> Result<(), PlaceError> {
        for (key, value) in &self.writes {
            let key = JsValue::from_str(key);
            let request = match value {
                Some(value) => self.store.put_with_key(&JsValue::from_str(value), &key),
                None => self.store.delete(&key),
            };
            request.map_err(|error| self.give_up(thrown(&error)))?;
        }
        Ok(())
    }

    fn give_up(&self, error: PlaceError) -> PlaceError {
        *self.verdict.borrow_mut() = Err(error.clone());
        let _ = self.transaction.abort();
        error
    }
}

/// What stands in the database as text; something else is shown as text, so that it counts as damaged, not as absent.
fn text(value: &JsValue) -> Option<String> {
    if value.is_undefined() { None } else { Some(value.as_string().unwrap_or_else(|| format!("{value:?}"))) }
}

/// `database.transaction(…, { durability: "strict" })`: web-sys has no stable name for the option.
fn transaction(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, PlaceError> {
    let run = || -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let function: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        Ok(function.call3(database, &RECORDS.into(), &mode.into(), &options)?.unchecked_into())
    };
    run().map_err(|error| thrown(&error))
}

/// The end of a transaction.
struct Completion {
    promise: Promise,
    // Lives as long as the transaction may call it.
    _abort: Closure<dyn FnMut()>,
}

impl Completion {
    /// Waits for `complete`; gives the error of `abort`. A failing request always aborts.
    async fn wait(self) -> Result<(), PlaceError> {
        JsFuture::from(self.promise.clone()).await.map(|_| ()).map_err(|error| thrown(&error))
    }
}

fn completion(transaction: &IdbTransaction) -> Completion {
    let mut rejecting = None;
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        rejecting = Some(reject);
    });
    let aborted = transaction.clone();
    let abort = Closure::<dyn FnMut()>::new(move || {
        let error = aborted.error().map_or(JsValue::NULL, JsValue::from);
        if let Some(reject) = &rejecting {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    transaction.set_onabort(Some(abort.as_ref().unchecked_ref()));
    Completion { promise, _abort: abort }
}

async fn open_database(name: &str) -> Result<IdbDatabase, PlaceError> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|error| thrown(&error))?;
    if factory.is_null() || factory.is_undefined() {
        return Err(PlaceError::Blocked);
    }
    let factory: IdbFactory = factory.unchecked_into();
    let request = factory.open_with_u32(name, VERSION).map_err(|error| thrown(&error))?;
    let opened = Promise::new(&mut |resolve, reject| {
        on_open(&request, &resolve, &reject);
    });
    let database = JsFuture::from(opened).await.map_err(|error| thrown(&error))?;
    Ok(database.unchecked_into())
}

fn on_open(request: &IdbOpenDbRequest, resolve: &Function, reject: &Function) {
    let upgrade = {
        let request = request.clone();
        Closure::once_into_js(move || {
            if let Ok(database) = request.result()
                && let Ok(store) = database.unchecked_into::<IdbDatabase>().create_object_store(RECORDS)
            {
                drop(store);
            }
        })
    };
    let success = {
        let (request, resolve) = (request.clone(), resolve.clone());
        Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &request.result().unwrap_or(JsValue::NULL));
        })
    };
    let error = {
        let (request, reject) = (request.clone(), reject.clone());
        Closure::once_into_js(move || {
            let error = request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &error);
        })
    };
    let blocked = {
        let reject = reject.clone();
        Closure::once_into_js(move || {
            // An older tab keeps the database open: say so instead of waiting for it.
            let _ = reject.call1(&JsValue::NULL, &"another tab keeps an older database open".into());
        })
    };
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    request.set_onsuccess(Some(success.unchecked_ref()));
    request.set_onerror(Some(error.unchecked_ref()));
    request.set_onblocked(Some(blocked.unchecked_ref()));
}
