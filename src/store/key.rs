//! The keys of the plan. Everything of ours starts with one prefix, so that a shared origin can be metered and wiped.

use super::record::Slot;

/// Starts every key this application writes, settings included.
pub const OURS: &str = "sferum-planner/";
/// Starts every key of the plan: any key here means that a plan was kept.
pub const PLAN: &str = "sferum-planner/plan/";
/// The head record.
pub const HEAD: &str = "sferum-planner/plan/head";
/// Starts the keys of the appended lines.
pub const LOG: &str = "sferum-planner/plan/log/";
/// Starts the keys of damaged bytes that were put aside.
pub const QUARANTINE: &str = "sferum-planner/quarantine/";

/// Starts the keys of the desk of files: what was decided half way, and the signing key, locked.
pub const DESK: &str = "sferum-planner/desk/";

/// The lock of a shared computer; the one key whose text is never encrypted.
pub const LOCK: &str = "sferum-planner/lock";

/// The file that snapshots are saved to again and again; in the database beside the plan's.
pub const SAME_FILE: &str = "sferum-planner/same-file";

/// The key of a base slot.
pub const fn base(slot: Slot) -> &'static str {
    match slot {
        Slot::A => "sferum-planner/plan/base-a",
        Slot::B => "sferum-planner/plan/base-b",
    }
}

/// The key of the line of `revision`; sorted keys are sorted revisions.
pub fn line(revision: u64) -> String {
    format!("{LOG}{revision:012}")
}

/// The revision in the key of a line; `None` where the key is no such key.
pub fn revision(key: &str) -> Option<u64> {
    let digits = key.strip_prefix(LOG)?;
    let revision = digits.parse().ok()?;
    (line(revision) == key).then_some(revision)
}

#[cfg(test)]
mod tests {
    use super::{line, revision};

    #[track_caller]
    fn check_no_line(key: &str) {
        assert_eq!(revision(key), None);
    }

    #[test]
    fn line_keys_round_trip() {
        for number in [0, 1, 999_999_999_999, u64::MAX] {
            assert_eq!(revision(&line(number)), Some(number));
        }
        check_no_line("sferum-planner/plan/log/1");
        check_no_line("sferum-planner/plan/log/+00000000001");
        check_no_line("sferum-planner/plan/head");
    }
}
