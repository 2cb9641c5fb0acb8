//! The published JSON Schema is that of the types.

use crate::snapshot::schema;

/// `UPDATE=1 cargo test` writes the file anew; a released schema only ever gains optional fields.
#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/snapshot-1.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, schema()).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(published == schema(), "run `UPDATE=1 cargo test snapshot` and look at the difference");
}
