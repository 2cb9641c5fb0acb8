//! The first look at a file: is it ours, and of which schema. The rest is not parsed yet.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::envelope::FORMAT;
use super::migrate::Migrations;
use super::read::unreadable;
use super::unreadable::Unreadable;
use crate::json::{self, Kind, Reader};

/// Tells the schema of a file from its first keys; refuses what is not ours and what is newer than the chain.
pub fn check(text: &str, migrations: Migrations) -> Result<u32, Unreadable> {
    let mut header = Header::default();
    let mut reader = Reader::new(text);
    let outcome = HeaderOf(&mut header).deserialize(&mut reader);
    let outcome = reader.finish(outcome);
    let Header { format, schema, app } = header;
    match (format, schema) {
        (Some(Look::Fits), Some(Scalar::Number(schema))) if migrations.reads(schema) => {
            u32::try_from(schema).map_err(|_| Unreadable::Foreign)
        }
        (Some(Look::Fits), Some(Scalar::Number(schema))) if schema > u64::from(migrations.newest()) => {
            let written_by = app.unwrap_or_default();
            Err(Unreadable::Newer { file: schema, app: migrations.newest(), written_by })
        }
        (Some(Look::Other), _) => whole(text),
        _ => match outcome {
            Err(error) if error.kind() != Kind::Data => Err(unreadable(text, &error)),
            _ => whole(text),
        },
    }
}

/// Tells JSON of something else from what is no JSON at all.
fn whole(text: &str) -> Result<u32, Unreadable> {
    match json::read::<IgnoredAny>(text) {
        Ok(_) => Err(Unreadable::Foreign),
        Err(error) => Err(unreadable(text, &error)),
    }
}

#[derive(Default)]
struct Header {
    format: Option<Look>,
    schema: Option<Scalar>,
    app: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Look {
    Fits,
    Other,
}

struct HeaderOf<'a>(&'a mut Header);

impl<'de> DeserializeSeed<'de> for HeaderOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for HeaderOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a snapshot")
    }

    /// Stops with an error of its own as soon as all three are known; the caller looks at what was found.
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let header = self.0;
        while let Some(key) = fields.next_key::<String>()? {
            match key.as_str() {
                "format" => {
                    let is_ours = matches!(fields.next_value()?, Scalar::Text(text) if text == FORMAT);
                    header.format = Some(if is_ours { Look::Fits } else { Look::Other });
                }
                "schema" => header.schema = Some(fields.next_value()?),
                "app" => {
                    if let Scalar::Text(text) = fields.next_value()? {
                        header.app = Some(text.chars().take(40).collect());
                    }
                }
                _ => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
            let is_known = header.format.is_some() && header.schema.is_some() && header.app.is_some();
            if is_known || header.format == Some(Look::Other) {
                return Err(de::Error::custom("seen enough"));
            }
        }
        Ok(())
    }
}

/// A text or a whole number; anything else is passed over.
enum Scalar {
    Text(String),
    Number(u64),
    Other,
}

impl<'de> de::Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Scalar, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Scalar, A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
}
