//! What every [`Store`] must do. Natively it runs on memory; a browser test runs it on the real storages.

use super::key;
use super::place::{Batch, PlaceError, Store};

/// Runs the whole suite on `store`, under keys of its own, and leaves nothing behind.
///
/// The error says in English which promise is not kept; nothing panics, so that a page can show the answer.
pub async fn run(store: &impl Store) -> Result<(), String> {
    let result = promises(store).await;
    for name in ["one", "two", "empty"] {
        store.write(&Batch::new().remove(at(name))).await.map_err(|error| error.to_string())?;
    }
    result?;
    let left: Vec<String> = ours(store).await?;
    check("removed keys are gone", &left, &Vec::new())
}

async fn promises(store: &impl Store) -> Result<(), String> {
    let (one, two, empty) = (at("one"), at("two"), at("empty"));
    check("an unknown key is absent", &get(store, &one).await?, &None)?;

    write(store, Batch::new().put(&one, "первый").put(&two, "🙂\0\n㐀댿")).await?;
    check("a text comes back", &get(store, &one).await?, &Some("первый".to_owned()))?;
    check("any character comes back", &get(store, &two).await?, &Some("🙂\0\n㐀댿".to_owned()))?;
    check("keys are listed in order", &ours(store).await?, &vec![one.clone(), two.clone()])?;

    write(store, Batch::new().put(&empty, "")).await?;
    check("an empty text is not absence", &get(store, &empty).await?, &Some(String::new()))?;
    let entries = store.entries().await.map_err(|error| error.to_string())?;
    let entries: Vec<String> = entries.into_iter().map(|(key, _)| key).filter(|key| key.starts_with(AREA)).collect();
    check("entries list every key", &entries, &vec![empty.clone(), one.clone(), two.clone()])?;

    write(store, Batch::new().expect(&one, Some("первый")).expect(at("none"), None).put(&one, "1")).await?;
    check("a met expectation lets write", &get(store, &one).await?, &Some("1".to_owned()))?;

    let stale = store.write(&Batch::new().expect(&one, Some("первый")).put(&one, "2").remove(&two)).await;
    check("an unmet expectation refuses", &stale, &Err(PlaceError::Changed))?;
    let stale = store.write(&Batch::new().expect(&two, None).put(&one, "2")).await;
    check("an expected absence refuses", &stale, &Err(PlaceError::Changed))?;
    check("a refusal changes nothing", &get(store, &one).await?, &Some("1".to_owned()))?;
    check("a refusal removes nothing", &get(store, &two).await?.is_some(), &true)?;

    write(store, Batch::new().put(&one, "a").put(&one, "b").remove(&two).remove(at("none"))).await?;
    check("writes are done in order", &get(store, &one).await?, &Some("b".to_owned()))?;
    check("a removed key is absent", &get(store, &two).await?, &None)?;

    let long: String = "\u{3400}\u{b3ff}".repeat(100_000);
    write(store, Batch::new().put(&two, &long)).await?;
    check("a long text comes back", &(get(store, &two).await?.as_ref() == Some(&long)), &true)
}

const AREA: &str = "sferum-planner/acceptance/";

fn at(name: &str) -> String {
    debug_assert!(AREA.starts_with(key::OURS));
    format!("{AREA}{name}")
}

async fn ours(store: &impl Store) -> Result<Vec<String>, String> {
    let keys = store.keys().await.map_err(|error| error.to_string())?;
    Ok(keys.into_iter().filter(|key| key.starts_with(AREA)).collect())
}

async fn get(store: &impl Store, key: &str) -> Result<Option<String>, String> {
    store.get(key).await.map_err(|error| error.to_string())
}

async fn write(store: &impl Store, batch: Batch) -> Result<(), String> {
    store.write(&batch).await.map_err(|error| error.to_string())
}

fn check<T: PartialEq + std::fmt::Debug>(promise: &str, actual: &T, expected: &T) -> Result<(), String> {
    if actual == expected { Ok(()) } else { Err(format!("{promise}: expected {expected:?}, got {actual:?}")) }
}

#[cfg(test)]
mod tests {
    use super::super::fault::{After, Fault, FaultStore, Fuse};
    use super::super::memory::MemoryStore;
    use super::super::testing::block_on;
    use super::run;

    fn faulty(at: u64, fault: Fault) -> FaultStore {
        FaultStore::new(MemoryStore::default(), Fuse::new(at, fault, After::GoesOn))
    }

    #[test]
    fn memory_keeps_the_promises() {
        assert_eq!(block_on(run(&MemoryStore::default())), Ok(()));
    }

    #[test]
    fn a_sound_fault_store_keeps_the_promises() {
        assert_eq!(block_on(run(&faulty(0, Fault::Lie))), Ok(()));
    }

    #[test]
    fn the_suite_notices_a_liar() {
        // Call 1 is a read; call 2 is the first write.
        assert_eq!(
            block_on(run(&faulty(2, Fault::Lie))),
            Err("a text comes back: expected Some(\"первый\"), got None".to_owned())
        );
    }
}
