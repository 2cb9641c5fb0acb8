//! The demo school's file, cut and flipped.

use std::time::{Duration, Instant};

use sferum_planner::demo::{self, Scale};
use sferum_planner::domain::{Author, IdSource, Journal, Workspace};
use sferum_planner::snapshot::{LIMIT, Lineage, Snapshot, Stamp, Unreadable, read, write};
use uuid::Uuid;

/// The longest that one answer may take here; tests are built without optimization and share the machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn file() -> Vec<u8> {
    let school = demo::school(Scale::Gymnasium, &mut IdSource::new(44, [44; 10])).unwrap();
    let stamp =
        Stamp::new(Uuid::from_u128(2), "2026-10-12T08:00:00Z".parse().unwrap(), Author::default(), String::new());
    let workspace = Workspace::new(school, Journal::default(), 1);
    write(&Snapshot::of(&workspace, &Lineage::new(Uuid::from_u128(1), "gymnasium-44"), stamp))
}

/// Reads and measures; gives what was said.
fn answer(bytes: &[u8]) -> String {
    let start = Instant::now();
    let answer = match read(bytes) {
        Ok(_) => "intact".to_owned(),
        Err(error) => error.to_string(),
    };
    assert!(start.elapsed() < PATIENCE, "{:?}: {answer}", start.elapsed());
    answer
}

/// Checks a property of every number, on both cores.
fn each(numbers: impl Iterator<Item = usize>, check: impl Fn(usize) + Sync) {
    let numbers: Vec<usize> = numbers.collect();
    let (odd, even): (Vec<usize>, Vec<usize>) = numbers.iter().partition(|number| *number % 2 == 1);
    std::thread::scope(|scope| {
        scope.spawn(|| odd.into_iter().for_each(&check));
        even.into_iter().for_each(&check);
    });
}

#[test]
fn every_thousandth_cut_is_seen() {
    let file = file();
    assert_eq!(answer(&file), "intact");
    each((0..file.len() / 1000).map(|n| n * 1000 + n % 2), |cut| {
        let answer = answer(&file[..cut]);
        assert!(answer.starts_with("cut off at line") || cut == 0 && answer == "the file is empty", "{cut}: {answer}");
    });
}

#[test]
fn flipped_bits_are_seen() {
    let file = file();
    // Steps that have no divisor in common with the size of a line or a byte.
    each((0..160).map(|n| n * 104_729 % (file.len() * 8)), |bit| {
        let mut bad = file.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        let answer = answer(&bad);
        assert_ne!(answer, "intact", "bit {bit}");
        assert!(answer.len() < 600, "bit {bit}: {answer}");
    });
}

#[test]
fn parts_in_another_order_are_seen() {
    let file = file();
    let half = file.len() / 2;
    let swapped = [&file[half..], &file[..half]].concat();
    let doubled = [file.as_slice(), &file].concat();
    let zeros = [&file[..half], &vec![0; file.len() - half]].concat();
    let blanks = [&file[..half], &vec![b' '; file.len() - half]].concat();
    for bad in [swapped, doubled, zeros, blanks] {
        let answer = answer(&bad);
        let is_seen = ["no JSON", "cut off", "not UTF-8"].iter().any(|start| answer.starts_with(start));
        assert!(is_seen, "{answer}");
    }
}

#[test]
fn two_hundred_megabytes_are_refused_unread() {
    let huge = vec![b'['; 200_000_000];
    let start = Instant::now();
    assert_eq!(read(&huge).unwrap_err(), Unreadable::TooBig { bytes: 200_000_000, limit: LIMIT as u64 });
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
}
