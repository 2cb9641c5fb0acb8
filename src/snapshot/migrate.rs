//! Older schemas: a chain of steps, each from one schema to the next, before the typed read.
//!
//! A step works on the file's own tree, never on today's types: those change, a released step does not. What a step does
//! not know it leaves alone, so unknown fields of an old file survive. A newer schema is not touched at all.

use serde_json::Number;

use super::envelope::SCHEMA;
use super::tree::Tree;

/// The oldest schema that was ever released.
pub const OLDEST: u32 = 1;

/// Takes a file from its schema to the next one; the number under `schema` is not its business.
pub type Step = fn(&mut Tree) -> Result<(), Misfit>;

/// The released steps. A new schema number without its step does not compile.
const RELEASED: [Step; (SCHEMA - OLDEST) as usize] = [];

/// Tells what in an old file is not what its schema asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Misfit {
    /// Where in the file.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
}

/// A chain of steps that begins at a schema.
#[derive(Debug, Clone, Copy)]
pub struct Migrations<'a> {
    oldest: u32,
    steps: &'a [Step],
}

impl Migrations<'static> {
    /// The chain of this app.
    #[must_use]
    pub fn released() -> Self {
        Self { oldest: OLDEST, steps: &RELEASED }
    }
}

#[cfg(test)]
impl<'a> Migrations<'a> {
    /// A chain that begins at the schema `oldest`.
    pub fn new(oldest: u32, steps: &'a [Step]) -> Self {
        Self { oldest, steps }
    }
}

impl Migrations<'_> {
    /// The schema that the chain ends with.
    pub fn newest(self) -> u32 {
        let steps = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        self.oldest.saturating_add(steps)
    }

    /// Whether the chain begins at a schema or before it, and does not end before it.
    pub fn reads(self, schema: u64) -> bool {
        (u64::from(self.oldest)..=u64::from(self.newest())).contains(&schema)
    }

    /// Takes a file of the schema `from` as far as the chain goes.
    pub fn run(self, file: &mut Tree, from: u32) -> Result<(), Misfit> {
        let done = usize::try_from(from.saturating_sub(self.oldest)).unwrap_or(usize::MAX);
        for step in self.steps.iter().skip(done) {
            step(file)?;
        }
        match file.get_mut("schema") {
            Some(number) => *number = Tree::Number(Number::from(self.newest())),
            None => return Err(Misfit { path: "schema".to_owned(), message: "missing".to_owned() }),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
