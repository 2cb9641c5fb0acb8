//! The JSON Schema of the file, made of the types; `public/schema/snapshot-1.json` is this text.

use schemars::generate::SchemaSettings;

use super::envelope::Snapshot;

/// The JSON Schema (draft 2020-12) of schema 1, as the text of its file.
#[must_use]
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Snapshot>();
    schema.insert("title".to_owned(), "Snapshot of the planner, schema 1".into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
