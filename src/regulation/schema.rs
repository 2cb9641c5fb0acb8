//! The JSON Schema of an edition's file, generated from the types. Native only: the page never needs it.

use super::Edition;

/// The text of `public/schema/regulation-1.json`.
#[must_use]
pub fn text() -> String {
    let schema = schemars::schema_for!(Edition);
    format!("{:#}\n", schema.as_value())
}

#[cfg(test)]
mod tests {
    /// Run with `UPDATE=1` to rewrite the file after a change of the types.
    #[test]
    fn published_schema_is_that_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/regulation-1.json");
        let text = super::text();
        if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
            std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema")).expect("folder");
            std::fs::write(path, &text).expect("writable");
        }
        assert_eq!(std::fs::read_to_string(path).expect("published"), text);
    }
}
