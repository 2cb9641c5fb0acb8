//! JSON: one reader and one writer for every type of the program.
//!
//! serde makes the code of a type anew for each kind of reader and writer it meets, and the records are most of what the
//! page weighs. So everything goes through [`Reader`] and [`Writer`], which are no generics: a type costs its code once.
//! Neither keeps JSON as a value; where one is needed it is `serde_json`'s.

mod error;
mod reader;
mod text;
mod writer;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use error::{Error, Kind};
pub use reader::{Reader, Step, Way};
pub use writer::{Writer, text};

/// Reads a value from a whole text.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader);
    reader.finish(value)
}

/// Reads a value and notes the way to each field that the type does not know.
pub fn read_noting<'de, T: Deserialize<'de>>(text: &'de str) -> Result<(T, Vec<Way>), Error> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader);
    let value = reader.finish(value)?;
    Ok((value, reader.into_unknown()))
}

/// Writes a value in the layout of the exported file: outer objects and lists one entry a line. `room` is a guess of
/// the bytes it takes.
pub fn lines<T: Serialize + ?Sized>(value: &T, room: usize) -> Vec<u8> {
    let mut writer = Writer::spread(room);
    // A buffer takes every byte and every key is a text, so nothing can fail; a cut file would not read back.
    let _ = value.serialize(&mut writer);
    writer.into_text().into_bytes()
}

/// Turns a value into JSON to look into; null where it is none.
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Value {
    read(&text(value)).unwrap_or_default()
}

/// Makes a value of JSON that was looked into; none where it is no such value.
pub fn of_value<T: for<'de> Deserialize<'de>>(value: &Value) -> Option<T> {
    read(&text(value)).ok()
}

/// The word under which files keep a unit variant; empty for anything else.
pub fn word<T: Serialize + ?Sized>(value: &T) -> String {
    read(&text(value)).unwrap_or_default()
}
