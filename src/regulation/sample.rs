//! Editions of the tests: the second, made-up edition of another school.

use crate::domain::{RegulationEdition, RegulationEditionId};

/// The text of `tests/fixtures/regulation/lyceum-7.json`: the bundled edition with small changes.
///
/// # Panics
/// Where the fixture is gone.
pub fn second_edition() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/regulation/lyceum-7.json");
    std::fs::read_to_string(path).expect("the fixture is there")
}

/// A record of an edition that was neither approved nor changed.
pub fn record(id: RegulationEditionId, title: &str) -> RegulationEdition {
    RegulationEdition {
        id,
        edition: String::new(),
        title: title.into(),
        version: String::new(),
        protocol: None,
        order: None,
        from: None,
        to: None,
        amends: None,
        changes: String::new(),
        text: String::new(),
        data: String::new(),
    }
}
