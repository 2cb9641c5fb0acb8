//! The reader: walks through a text once, and hands each value to whoever asked for it.

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde_json::Number;

use super::error::{Error, Kind};
use super::text::Cursor;

/// Lists and objects that may lie in each other.
const DEEPEST: usize = 127;

/// The way to an unknown field, as the reader met it.
pub type Way = Vec<Step>;

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into a field.
    Key(String),
    /// Into an item.
    Place(usize),
    /// Into the only field of an object that names a variant.
    Variant,
}

/// The reader of a text.
#[derive(Debug)]
pub struct Reader<'de> {
    cursor: Cursor<'de>,
    /// The lists and objects around the place, outermost first.
    frames: Vec<Frame>,
    unknown: Vec<Way>,
}

/// A list or an object that the reader is in.
#[derive(Debug)]
struct Frame {
    form: Form,
    /// How many entries have begun.
    count: usize,
    /// Where the key of the present entry stands.
    key: usize,
    is_closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    List,
    Object,
    /// The object around a variant, whose content is an object: its fields are found without a step.
    Around,
    /// The object around a variant with any other content.
    Variant,
}

impl Form {
    fn end(self) -> u8 {
        if self == Self::List { b']' } else { b'}' }
    }
}

impl<'de> Reader<'de> {
    /// Stands before a text.
    pub fn new(text: &'de str) -> Self {
        Self { cursor: Cursor::new(text), frames: Vec::new(), unknown: Vec::new() }
    }

    /// The value that was read, if nothing follows it; an error gets its place.
    pub fn finish<T>(&mut self, value: Result<T, Error>) -> Result<T, Error> {
        match value.and_then(|value| self.cursor.end().map(|()| value)) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.placed(self.cursor.text(), self.cursor.at())),
        }
    }

    /// The ways to the fields that nobody asked for.
    pub fn into_unknown(self) -> Vec<Way> {
        self.unknown
    }

    fn enter(&mut self, form: Form) -> Result<(), Error> {
        if self.frames.len() == DEEPEST {
            return Err(Error::new(Kind::TooDeep, "nested too deep".to_owned()));
        }
        self.frames.push(Frame { form, count: 0, key: 0, is_closed: false });
        self.cursor.step();
        Ok(())
    }

    /// Enters a list or an object, if it comes next.
    fn open(&mut self, form: Form, expected: &dyn Expected) -> Result<(), Error> {
        let start = if form == Form::List { b'[' } else { b'{' };
        if self.cursor.peek()? != start {
            return Err(self.mismatch(expected));
        }
        self.enter(form)
    }

    /// Goes to the next entry of the list or object; false at its end.
    fn next(&mut self) -> Result<bool, Error> {
        let Some(frame) = self.frames.last_mut().filter(|frame| !frame.is_closed) else { return Ok(false) };
        let byte = self.cursor.peek()?;
        if byte == frame.form.end() {
            frame.is_closed = true;
            self.cursor.step();
            return Ok(false);
        }
        if frame.count > 0 {
            self.cursor.take(b',')?;
        }
        frame.count += 1;
        if frame.form != Form::List {
            if self.cursor.peek()? != b'"' {
                return Err(self.cursor.wrong());
            }
            frame.key = self.cursor.at();
        }
        Ok(true)
    }

    /// Leaves the list or object, which has to be at its end.
    fn close(&mut self) -> Result<(), Error> {
        if self.next()? {
            return Err(Error::custom("more items than expected"));
        }
        self.frames.pop();
        Ok(())
    }

    /// What stands next in place of what was expected.
    fn mismatch(&mut self, expected: &dyn Expected) -> Error {
        let error = match self.cursor.peek() {
            Ok(b'n') => self.cursor.word("null").map(|()| Error::invalid_type(Unexpected::Unit, expected)),
            Ok(b't' | b'f') => self.bool().map(|value| Error::invalid_type(Unexpected::Bool(value), expected)),
            Ok(b'"') => self.cursor.string().map(|text| Error::invalid_type(Unexpected::Str(text), expected)),
            Ok(b'[') => Ok(Error::invalid_type(Unexpected::Seq, expected)),
            Ok(b'{') => Ok(Error::invalid_type(Unexpected::Map, expected)),
            Ok(b'-' | b'0'..=b'9') => self.cursor.number().map(|number| {
                let unexpected = match (number.as_u64(), number.as_i64()) {
                    (Some(number), _) => Unexpected::Unsigned(number),
                    (_, Some(number)) => Unexpected::Signed(number),
                    _ => Unexpected::Float(number.as_f64().unwrap_or_default()),
                };
                Error::invalid_type(unexpected, expected)
            }),
            Ok(_) => Err(self.cursor.wrong()),
            Err(error) => Err(error),
        };
        error.unwrap_or_else(|error| error)
    }

    fn bool(&mut self) -> Result<bool, Error> {
        if self.cursor.peek()? == b't' {
            self.cursor.word("true").map(|()| true)
        } else {
            self.cursor.word("false").map(|()| false)
        }
    }

    fn null(&mut self, expected: &dyn Expected) -> Result<(), Error> {
        if self.cursor.peek()? == b'n' { self.cursor.word("null") } else { Err(self.mismatch(expected)) }
    }

    fn string(&mut self, expected: &dyn Expected) -> Result<&str, Error> {
        if self.cursor.peek()? == b'"' { self.cursor.string() } else { Err(self.mismatch(expected)) }
    }

    fn number(&mut self, expected: &dyn Expected) -> Result<Number, Error> {
        match self.cursor.peek()? {
            b'-' | b'0'..=b'9' => self.cursor.number(),
            _ => Err(self.mismatch(expected)),
        }
    }

    /// Goes over a value, whatever it is.
    fn skip(&mut self) -> Result<(), Error> {
        match self.cursor.peek()? {
            b'n' => self.cursor.word("null"),
            b't' | b'f' => self.bool().map(drop),
            b'"' => self.cursor.string().map(drop),
            b'-' | b'0'..=b'9' => self.cursor.number().map(drop),
            open @ (b'[' | b'{') => {
                self.enter(if open == b'[' { Form::List } else { Form::Object })?;
                while self.next()? {
                    if open == b'{' {
                        self.cursor.string()?;
                        self.cursor.take(b':')?;
                    }
                    self.skip()?;
                }
                self.close()
            }
            _ => Err(self.cursor.wrong()),
        }
    }

    /// The way to the present place.
    fn way(&self) -> Way {
        let step = |frame: &Frame| match frame.form {
            Form::List => Some(Step::Place(frame.count.saturating_sub(1))),
            Form::Object => {
                let text = self.cursor.text().get(frame.key..).unwrap_or_default();
                Some(Step::Key(Cursor::new(text).string().unwrap_or_default().to_owned()))
            }
            Form::Around => None,
            Form::Variant => Some(Step::Variant),
        };
        self.frames.iter().filter_map(step).collect()
    }

    fn any_number<V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => visitor.visit_u64(number),
            (_, Some(number)) => visitor.visit_i64(number),
            _ => visitor.visit_f64(number.as_f64().unwrap_or_default()),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.cursor.peek()? {
            b'n' => self.deserialize_unit(visitor),
            b't' | b'f' => visitor.visit_bool(self.bool()?),
            b'"' => self.deserialize_str(visitor),
            b'[' => self.deserialize_seq(visitor),
            b'{' => self.deserialize_map(visitor),
            _ => {
                let number = self.number(&visitor)?;
                Reader::any_number(&number, visitor)
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.cursor.peek()? {
            b't' | b'f' => visitor.visit_bool(self.bool()?),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.number(&visitor)?;
        Reader::any_number(&number, visitor)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.string(&visitor)?;
        visitor.visit_str(text)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.cursor.peek()? == b'n' {
            self.cursor.word("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.null(&visitor)?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open(Form::List, &visitor)?;
        let value = visitor.visit_seq(Entries(self))?;
        self.close()?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open(Form::Object, &visitor)?;
        let value = visitor.visit_map(Entries(self))?;
        self.close()?;
        Ok(value)
    }

    /// Only objects: a list in place of a structure would cost each type a second reader.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let has_content = self.begin_variant(&visitor)?;
        let value = visitor.visit_enum(Variant { reader: self, has_content })?;
        if has_content {
            self.close()?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.unknown.push(self.way());
        self.skip()?;
        visitor.visit_unit()
    }
}

/// The entries of the list or object that the reader is in.
struct Entries<'a, 'de>(&'a mut Reader<'de>);

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.0.next()? { seed.deserialize(&mut *self.0).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if self.0.next()? { seed.deserialize(&mut *self.0).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.0.cursor.take(b':')?;
        seed.deserialize(&mut *self.0)
    }
}

/// A variant: its name alone, or an object with its name as the only key.
struct Variant<'a, 'de> {
    reader: &'a mut Reader<'de>,
    has_content: bool,
}

impl Reader<'_> {
    fn begin_variant(&mut self, expected: &dyn Expected) -> Result<bool, Error> {
        match self.cursor.peek()? {
            b'"' => Ok(false),
            b'{' => {
                self.enter(Form::Around)?;
                if self.next()? { Ok(true) } else { Err(Error::custom("no variant")) }
            }
            _ => Err(self.mismatch(expected)),
        }
    }
}

impl Variant<'_, '_> {
    /// Makes sure that there is content.
    fn content(&mut self, form: Form, expected: &str) -> Result<(), Error> {
        if !self.has_content {
            return Err(Error::invalid_type(Unexpected::UnitVariant, &expected));
        }
        if let Some(frame) = self.reader.frames.last_mut() {
            frame.form = form;
        }
        Ok(())
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = seed.deserialize(&mut *self.reader)?;
        if self.has_content {
            self.reader.cursor.take(b':')?;
        }
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        if self.has_content { self.reader.null(&"unit variant") } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<T::Value, Error> {
        self.content(Form::Variant, "newtype variant")?;
        seed.deserialize(&mut *self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(mut self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.content(Form::Variant, "tuple variant")?;
        self.reader.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(mut self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.content(Form::Around, "struct variant")?;
        self.reader.deserialize_map(visitor)
    }
}
