//! Random damage to what is stored: never a panic, never emptiness, never a mixed plan, and the damaged text is kept
//! verbatim.

use super::boot::{Boot, Copies};
use super::key;
use super::memory::MemoryStore;
use super::quarantine;
use super::saver::SaveState;
use super::scan::Scan;
use super::testing::{Lcg, World, block_on, edit, opened, state};

const ROUNDS: u64 = 12_000;

fn world() -> World {
    // A compacted base, packed, with plain and packed lines after it.
    let world = World::with_plan(9);
    let tab = world.tab("tab-1");
    block_on(tab.boot());
    block_on(tab.mend());
    block_on(tab.compact(9, super::pack::pack(&state(9)))).unwrap();
    for revision in 10..15 {
        tab.push(&edit(revision));
    }
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 14, warning: None });
    world
}

/// Changes, tears, lengthens or removes one text; gives what stands there now.
fn damage(lcg: &mut Lcg, store: &MemoryStore) -> (String, Option<String>) {
    let mut entries = store.all();
    entries.retain(|(_, text)| !text.is_empty());
    if entries.is_empty() {
        return (String::new(), None);
    }
    let (key, text) = &entries[lcg.below(entries.len())];
    let mut units: Vec<char> = text.chars().collect();
    let at = lcg.below(units.len());
    match lcg.below(8) {
        0..=3 => {
            let bit = 1 << lcg.below(7);
            units[at] = char::from_u32(u32::from(units[at]) ^ bit).unwrap();
        }
        4 | 5 => units.truncate(at),
        6 => units.insert(at, ['0', ' ', '\n', '댿', '🙂'][lcg.below(5)]),
        _ => {
            store.set(key, None);
            return (key.clone(), None);
        }
    }
    let text: String = units.into_iter().collect();
    store.set(key, Some(&text));
    (key.clone(), Some(text))
}

/// What is stored anywhere, at its place or put aside.
fn is_kept(world: &World, text: &str) -> bool {
    let aside = [&world.durable, &world.boot].map(|store| block_on(quarantine::list(store)).unwrap());
    aside.iter().flatten().any(|kept| kept.text == text)
}

#[test]
fn damage_to_one_copy_costs_nothing() {
    let whole = world();
    let sound = block_on(Copies::read(&whole.durable, &whole.boot));
    let mut lcg = Lcg(7);
    for round in 0..ROUNDS {
        let world = whole.snapshot();
        let copy = if round % 2 == 0 { &world.durable } else { &world.boot };
        let (key, text) = damage(&mut lcg, copy);
        let scan = block_on(Scan::read(copy));
        let copies = if round % 2 == 0 {
            Copies { durable: scan, boot: sound.boot.clone() }
        } else {
            Copies { durable: sound.durable.clone(), boot: scan }
        };
        let Boot::Found(found) = copies.outcome() else { panic!("{round}: {key} {text:?}") };
        assert_eq!(found.history.revision(), 14);
        assert!(opened(&found.history) == state(14), "{round}: {key}");
        let is_told = !found.trouble.damaged.is_empty();
        // The padding of a packed text may change unseen; then nothing is damaged, and the bytes are the same.
        let Some(text) = text.filter(|_| is_told) else { continue };
        if round % 40 < 2 {
            let tab = world.tab("next");
            block_on(tab.boot());
            assert_eq!(block_on(tab.mend()), SaveState::Saved { revision: 14, warning: None });
            assert!(is_kept(&world, &text), "{round}: {key}");
            let trouble = match world.outcome() {
                Boot::Found(found) => found.trouble,
                outcome => panic!("{round}: {outcome:?}"),
            };
            assert!(trouble.damaged.is_empty() && trouble.needs_mending.is_empty(), "{round}: {key}");
        }
    }
}

#[test]
fn damage_to_both_copies_is_never_emptiness() {
    let whole = world();
    let mut lcg = Lcg(11);
    let (mut found, mut damaged) = (0, 0);
    for round in 0..ROUNDS / 4 {
        let world = whole.snapshot();
        for _ in 0..=lcg.below(3) {
            damage(&mut lcg, &world.durable);
            damage(&mut lcg, &world.boot);
        }
        match world.outcome() {
            Boot::Found(plan) => {
                // A shorter history may open, but only one that really was.
                assert!(opened(&plan.history) == state(plan.history.revision()), "{round}");
                found += 1;
            }
            Boot::Damaged(trouble) => {
                assert!(!trouble.damaged.is_empty() || !world.durable.all().is_empty());
                damaged += 1;
            }
            outcome => panic!("{round}: {outcome:?}"),
        }
    }
    assert!(found > 1_000 && damaged > 10, "{found} opened, {damaged} did not");
}

#[test]
fn a_new_start_after_damage_keeps_the_damaged_text() {
    let mut lcg = Lcg(13);
    let whole = world();
    for round in 0..50 {
        let world = whole.snapshot();
        let mut texts = Vec::new();
        for store in [&world.durable, &world.boot] {
            for (key, text) in store.all() {
                if key.starts_with("sferum-planner/plan/base") || key == key::HEAD {
                    let torn: String = text.chars().take(lcg.below(text.chars().count() - 1) + 1).collect();
                    store.set(&key, Some(&torn));
                    texts.push(torn);
                } else {
                    texts.push(text);
                }
            }
        }
        assert!(matches!(world.outcome(), Boot::Damaged(_)), "{round}");
        let tab = world.tab("next");
        block_on(tab.boot());
        let base = super::pack::pack(b"anew");
        let saved = SaveState::Saved { revision: 0, warning: None };
        assert_eq!(block_on(tab.begin("plan-2".parse().unwrap(), 0, base)), saved);
        for text in texts {
            assert!(is_kept(&world, &text), "{round}: {text}");
        }
        let Boot::Found(found) = world.outcome() else { panic!("{round}") };
        assert_eq!(opened(&found.history), b"anew");
        assert!(found.trouble.damaged.is_empty() && found.trouble.needs_mending.is_empty());
    }
}

#[test]
fn what_was_put_aside_alone_is_not_emptiness() {
    let world = World::default();
    block_on(quarantine::keep(&world.durable, &world.boot, key::HEAD, "torn")).unwrap();
    assert!(matches!(world.outcome(), Boot::Damaged(_)));
}

#[test]
fn equal_damage_is_kept_once() {
    let world = World::default();
    for _ in 0..100 {
        block_on(quarantine::keep(&world.durable, &world.boot, key::HEAD, "torn")).unwrap();
    }
    let kept = block_on(quarantine::list(&world.durable)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].origin.as_str(), kept[0].text.as_str()), (key::HEAD, "torn"));
    assert!(quarantine::file(&kept).contains("\"text\":\"torn\""));
}
