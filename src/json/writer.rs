//! The writer: JSON into one buffer, on one line or with one entry a line.

use std::fmt::Write as _;

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Number;

use super::error::Error;

/// Containers as deep as this are spread over lines: the file, `records`, and a table of records.
const SPREAD: usize = 3;

/// Writes a value on one line.
pub fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut writer = Writer { out: String::new(), spread: 0, depth: 0, is_empty: false };
    // A buffer takes every byte and every key is a text, so nothing can fail; a cut text would not read back.
    let _ = value.serialize(&mut writer);
    writer.out
}

/// The writer of a text.
#[derive(Debug)]
pub struct Writer {
    out: String,
    spread: usize,
    depth: usize,
    is_empty: bool,
}

impl Writer {
    /// Spreads the outer containers over lines.
    pub fn spread(room: usize) -> Self {
        Self { out: String::with_capacity(room), spread: SPREAD, depth: 0, is_empty: false }
    }

    /// What was written.
    pub fn into_text(self) -> String {
        self.out
    }

    fn open(&mut self, bracket: char) {
        self.depth += 1;
        self.is_empty = true;
        self.out.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        if self.depth <= self.spread && !self.is_empty {
            self.out.push('\n');
        }
        self.depth = self.depth.saturating_sub(1);
        self.is_empty = false;
        self.out.push(bracket);
    }

    fn next(&mut self) {
        if !self.is_empty {
            self.out.push(',');
        }
        if self.depth <= self.spread {
            self.out.push('\n');
        }
        self.is_empty = false;
    }

    fn colon(&mut self) {
        self.out.push_str(if self.depth <= self.spread { ": " } else { ":" });
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.colon();
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
            let (plain, marked) = rest.split_at(at);
            self.out.push_str(plain);
            let mut marked = marked.chars();
            match marked.next().unwrap_or_default() {
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                mark @ ('"' | '\\') => self.out.extend(['\\', mark]),
                // Writing to a String never fails.
                control => drop(write!(self.out, "\\u{:04x}", u32::from(control))),
            }
            rest = marked.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn variant(&mut self, name: &str) {
        self.open('{');
        self.key(name);
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        write!(self.out, "{value}").map_err(Error::custom)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        write!(self.out, "{value}").map_err(Error::custom)
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        match Number::from_f64(value) {
            Some(number) => write!(self.out, "{number}").map_err(Error::custom),
            None => self.serialize_unit(),
        }
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.close('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Error> {
        self.open('[');
        Ok(List { writer: self, is_variant: false })
    }

    fn serialize_tuple(self, len: usize) -> Result<List<'a>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List<'a>, Error> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'a>, Error> {
        self.variant(variant);
        self.open('[');
        Ok(List { writer: self, is_variant: true })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, Error> {
        self.open('{');
        Ok(Object { writer: self, is_variant: false })
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Object<'a>, Error> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'a>, Error> {
        self.variant(variant);
        self.open('{');
        Ok(Object { writer: self, is_variant: true })
    }
}

/// A list that is being written.
#[derive(Debug)]
pub struct List<'a> {
    writer: &'a mut Writer,
    is_variant: bool,
}

impl List<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.next();
        value.serialize(&mut *self.writer)
    }

    fn finish(self) {
        self.writer.close(']');
        if self.is_variant {
            self.writer.close('}');
        }
    }
}

/// An object that is being written.
#[derive(Debug)]
pub struct Object<'a> {
    writer: &'a mut Writer,
    is_variant: bool,
}

impl Object<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.writer.key(key);
        value.serialize(&mut *self.writer)
    }

    fn finish(self) {
        self.writer.close('}');
        if self.is_variant {
            self.writer.close('}');
        }
    }
}

macro_rules! lists {
    ($($name:ident::$method:ident),+) => {$(
        impl $name for List<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    )+};
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! objects {
    ($($name:ident),+) => {$(
        impl $name for Object<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    )+};
}

objects!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.writer.next();
        let start = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        // What is no text is refused: the reader would not take it.
        if self.writer.out.as_bytes().get(start) == Some(&b'"') { Ok(()) } else { Err(Error::custom("no text as key")) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.colon();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}
