//! Sealed records, as they stand in a storage: one header line in plain text, then the packed bytes.
//!
//! `SP1 head <plan> <epoch> <revision> <slot> <base seal> <writer> <at> <seal>`
//! `SP1 wiped <plan> <epoch> <seal>`
//! `SP1 base|line <plan> <epoch> <revision> <link> <at> <encoding> <length> <stored> <content> <seal>⏎<body>`
//!
//! The seal digests the header before it; the content digest in the header covers the bytes. `public/rescue.js` reads
//! the same. Every later format keeps the first line of the head in this shape, `SP<format> … <seal>`.

use std::fmt;
use std::str::FromStr;

use super::pack::{Digest, Encoding, Packed, unpack};

/// The format this version writes.
pub const FORMAT: u32 = 1;

/// Tells why a stored text is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The text does not start as our records do.
    #[error("not a record")]
    NotARecord,
    /// The digest of the header does not match.
    #[error("the header is damaged")]
    Seal,
    /// A field of the header cannot be read.
    #[error("a field of the header is damaged")]
    Field,
    /// The body does not unpack.
    #[error("the body is damaged")]
    Body,
    /// The digest of the unpacked bytes does not match.
    #[error("the content is damaged")]
    Content,
    /// The stated length is beyond the limit.
    #[error("the record is too large")]
    TooLarge,
    /// A later version of the application wrote it.
    #[error("format {0} is newer than this version")]
    Newer(u32),
}

/// A short name without spaces: the id of a plan or of a writer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
// INVARIANT: 1 to 64 ASCII letters, digits or `-`.
pub struct Token(String);

impl Token {
    /// The text of the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<uuid::Uuid> for Token {
    /// Hexadecimal digits and hyphens are a token.
    fn from(id: uuid::Uuid) -> Self {
        Self(id.to_string())
    }
}

impl FromStr for Token {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=64).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Unreadable::Field)
        }
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One of the two places of the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// Says which base is in force and who writes. Rewritten at compaction and when a writer starts, not at each append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The plan.
    pub plan: Token,
    /// Grows each time somebody becomes the writer: the fencing number.
    pub epoch: u64,
    /// The revision of the base; the log goes on after it.
    pub revision: u64,
    /// Where the base is.
    pub slot: Slot,
    /// The seal of the base.
    pub base: Digest,
    /// The tab that writes.
    pub writer: Token,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

impl Head {
    /// The sealed text.
    pub fn text(&self) -> String {
        let slot = match self.slot {
            Slot::A => "a",
            Slot::B => "b",
        };
        let Self { plan, epoch, revision, base, writer, at, .. } = self;
        sealed(&format!("SP{FORMAT} head {plan} {epoch} {revision} {slot} {base} {writer} {at}")).0
    }
}

/// What the head's key holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadText {
    /// A plan.
    Head(Head),
    /// The mark that this plan is being deleted at its owner's wish; what is left of it is to be removed.
    Wiped(Token),
}

impl HeadText {
    /// Reads the text under the head's key.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let header = unsealed(text)?.0;
        let mut fields = header.split(' ').skip(1);
        let head = match fields.next() {
            Some("head") => Self::Head(Head {
                plan: field(&mut fields)?,
                epoch: field(&mut fields)?,
                revision: field(&mut fields)?,
                slot: match fields.next() {
                    Some("a") => Slot::A,
                    Some("b") => Slot::B,
                    _ => return Err(Unreadable::Field),
                },
                base: field(&mut fields)?,
                writer: field(&mut fields)?,
                at: field(&mut fields)?,
            }),
            Some("wiped") => {
                let plan = field(&mut fields)?;
                let _epoch: u64 = field(&mut fields)?;
                Self::Wiped(plan)
            }
            _ => return Err(Unreadable::NotARecord),
        };
        if fields.next().is_none() { Ok(head) } else { Err(Unreadable::Field) }
    }
}

/// The text of the mark that `plan` is being deleted.
pub fn wiped(plan: &Token, epoch: u64) -> String {
    sealed(&format!("SP{FORMAT} wiped {plan} {epoch}")).0
}

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The whole plan.
    Base,
    /// The changes of one revision.
    Line,
}

/// A base or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
// INVARIANT: `seal` belongs to the other fields.
pub struct Record {
    header: Header,
    packed: Packed,
    seal: Digest,
}

/// The fields of a [`Record`] beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Base or line.
    pub kind: Kind,
    /// The plan.
    pub plan: Token,
    /// The epoch of its writer.
    pub epoch: u64,
    /// The revision that the plan has with it.
    pub revision: u64,
    /// Of a line: the seal of the line before. Of a base: the seal of the line whose state it is, so that compaction
    /// does not break the chain; `None` where the plan starts with this base.
    pub link: Option<Digest>,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

impl Record {
    /// Seals packed bytes under a header.
    pub fn new(header: Header, packed: Packed) -> Self {
        let seal = sealed(&unsealed_header(&header, &packed)).1;
        Self { header, packed, seal }
    }

    /// The fields beside the bytes.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The digest of the header, which covers the bytes by their own digest.
    pub fn seal(&self) -> Digest {
        self.seal
    }

    /// The length of the bytes.
    pub fn length(&self) -> usize {
        self.packed.length
    }

    /// What the next line links to.
    pub fn tip(&self) -> Digest {
        match self.header.kind {
            Kind::Base => self.header.link.unwrap_or(self.seal),
            Kind::Line => self.seal,
        }
    }

    /// The text to store.
    pub fn text(&self) -> String {
        let mut text = sealed(&unsealed_header(&self.header, &self.packed)).0;
        text.push('\n');
        text.push_str(&self.packed.body);
        text
    }

    /// Unpacks the bytes and checks them.
    pub fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        unpack(&self.packed)
    }

    /// Reads a stored text; checks the header. [`Record::bytes`] checks the rest.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let (header, seal, body) = unsealed(text)?;
        let mut fields = header.split(' ').skip(1);
        let kind = match fields.next() {
            Some("base") => Kind::Base,
            Some("line") => Kind::Line,
            _ => return Err(Unreadable::NotARecord),
        };
        let header = Header {
            kind,
            plan: field(&mut fields)?,
            epoch: field(&mut fields)?,
            revision: field(&mut fields)?,
            link: match fields.next() {
                Some("-") => None,
                Some(link) => Some(link.parse()?),
                None => return Err(Unreadable::Field),
            },
            at: field(&mut fields)?,
        };
        let packed = Packed {
            encoding: match fields.next() {
                Some("p") => Encoding::Plain,
                Some("d") => Encoding::Deflated,
                _ => return Err(Unreadable::Field),
            },
            length: field(&mut fields)?,
            stored: field(&mut fields)?,
            content: field(&mut fields)?,
            body: body.ok_or(Unreadable::Body)?.to_owned(),
        };
        if fields.next().is_none() { Ok(Self { header, packed, seal }) } else { Err(Unreadable::Field) }
    }
}

fn unsealed_header(header: &Header, packed: &Packed) -> String {
    let kind = match header.kind {
        Kind::Base => "base",
        Kind::Line => "line",
    };
    let encoding = match packed.encoding {
        Encoding::Plain => "p",
        Encoding::Deflated => "d",
    };
    let Header { plan, epoch, revision, at, .. } = header;
    let link = header.link.map_or_else(|| "-".to_owned(), |link| link.to_string());
    let Packed { length, stored, content, .. } = packed;
    format!("SP{FORMAT} {kind} {plan} {epoch} {revision} {link} {at} {encoding} {length} {stored} {content}")
}

pub(super) fn sealed(header: &str) -> (String, Digest) {
    let seal = Digest::of(header.as_bytes());
    (format!("{header} {seal}"), seal)
}

/// Splits a text into header, seal and body; a format is believed newer only under an intact seal.
pub(super) fn unsealed(text: &str) -> Result<(&str, Digest, Option<&str>), Unreadable> {
    let (line, body) = match text.split_once('\n') {
        Some((line, body)) => (line, Some(body)),
        None => (text, None),
    };
    let (header, seal) = line.rsplit_once(' ').ok_or(Unreadable::NotARecord)?;
    let format = header.strip_prefix("SP").ok_or(Unreadable::NotARecord)?;
    let seal: Digest = seal.parse().map_err(|_| Unreadable::Seal)?;
    if Digest::of(header.as_bytes()) != seal {
        return Err(Unreadable::Seal);
    }
    let format = format.split(' ').next().and_then(|number| number.parse().ok()).ok_or(Unreadable::Field)?;
    if format > FORMAT { Err(Unreadable::Newer(format)) } else { Ok((header, seal, body)) }
}

pub(super) fn field<'a, T: FromStr>(fields: &mut impl Iterator<Item = &'a str>) -> Result<T, Unreadable> {
    fields.next().and_then(|text| text.parse().ok()).ok_or(Unreadable::Field)
}

#[cfg(test)]
mod tests {
    use super::super::pack::pack;
    use super::*;

    fn line() -> Record {
        let link = Some(Digest::of(b"before"));
        let header = Header { kind: Kind::Line, plan: "plan-1".parse().unwrap(), epoch: 3, revision: 42, link, at: 7 };
        Record::new(header, pack("правка\nещё".as_bytes()))
    }

    fn head() -> Head {
        let (plan, writer) = ("plan-1".parse().unwrap(), "tab-1".parse().unwrap());
        Head { plan, epoch: 3, revision: 40, slot: Slot::B, base: Digest::of(b"base"), writer, at: 7 }
    }

    #[track_caller]
    fn check_unreadable(text: &str, expected: Unreadable) {
        assert_eq!(HeadText::parse(text), Err(expected));
    }

    #[test]
    fn records_round_trip() {
        assert_eq!(Record::parse(&line().text()), Ok(line()));
        assert_eq!(line().bytes(), Ok("правка\nещё".as_bytes().to_vec()));
        assert_eq!(HeadText::parse(&head().text()), Ok(HeadText::Head(head())));
        let plan: Token = "plan-1".parse().unwrap();
        assert_eq!(HeadText::parse(&wiped(&plan, 4)), Ok(HeadText::Wiped(plan)));
    }

    #[test]
    fn every_changed_character_is_noticed() {
        let text = line().text();
        for at in 0..text.chars().count() {
            let changed: String = text.chars().enumerate().map(|(i, c)| if i == at { '#' } else { c }).collect();
            assert!(Record::parse(&changed).and_then(|record| record.bytes()).is_err(), "{changed}");
            let torn: String = text.chars().take(at).collect();
            assert!(Record::parse(&torn).and_then(|record| record.bytes()).is_err(), "{torn}");
        }
    }

    #[test]
    fn newer_is_believed_only_under_a_seal() {
        check_unreadable(&sealed("SP2 head something else").0, Unreadable::Newer(2));
        check_unreadable(&head().text().replace("SP1", "SP2"), Unreadable::Seal);
        check_unreadable("", Unreadable::NotARecord);
        check_unreadable("{\"people\":[]}", Unreadable::NotARecord);
        check_unreadable(&sealed("SP1 head plan-1 3").0, Unreadable::Field);
    }

    #[test]
    fn tokens_have_no_spaces() {
        assert!("a b".parse::<Token>().is_err());
        assert!("".parse::<Token>().is_err());
        assert!("план".parse::<Token>().is_err());
        assert!("x".repeat(65).parse::<Token>().is_err());
    }
}
