//! Exports that hold less than the plan: for a class teacher, for figures, for the staff, for support.
//!
//! What leaves is built up from nothing, field by field, never cut out of a whole: a field that a record gains tomorrow
//! does not compile here until somebody decides about it. The journal, unknown fields and the plan's identity never
//! leave: a redacted file is a plan of its own, which no merge takes for the school's.

use chrono::NaiveDate;

use super::envelope::Snapshot;
use super::lineage::{Lineage, Stamp};
use super::unreadable::Unreadable;
use super::write::write_verified;
use crate::domain::{Author, ClassId, Journal, RecordKey, Records, Workspace};

mod class_pack;
mod leaves;
mod pseudonym;
mod sieve;
mod staff_edition;
mod statistics;
mod support;

pub use leaves::{Leaves, LeavingKind};
pub use pseudonym::KEY_FORMAT;
pub use statistics::{Counts, STATISTICS_FORMAT, Statistics};

/// What an export is for; it decides what leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// One class for its class teacher: students, their representatives, the curriculum, names of teachers.
    ClassPack(ClassId),
    /// Figures for the director: no names, a format of its own.
    Statistics,
    /// Structure, posts and roles: nobody but the staff, no phones, e-mails and notes.
    StaffEdition,
    /// Everything with pseudonyms in place of names, contacts and texts; the key is a file of its own.
    SupportBundle,
}

/// What the shell knows about an export that the plan does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// What the export says of itself; purposes without names keep time, identity and app only.
    pub stamp: Stamp,
    /// The day where the school is: who has left by then does not leave in a class pack.
    pub today: NaiveDate,
    /// Fresh random bits; two support bundles of one plan have nothing in common without their keys.
    pub secret: [u8; 32],
}

/// An export, what leaves in it, and what must stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Redacted {
    /// The file.
    pub bytes: Vec<u8>,
    /// What leaves, to be shown before it does.
    pub leaves: Leaves,
    /// The file that tells pseudonyms; it stays in the school.
    pub key: Option<Vec<u8>>,
}

/// Tells why there is no export.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NotRedacted {
    /// The plan has no such class.
    #[error("no class {0}")]
    NoSuchClass(ClassId),
    /// An identity stands twice.
    #[error("{:?} {} stands twice", .0.kind, .0.id)]
    Twice(RecordKey),
    /// The written file does not read back.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

/// Makes the export of a plan for a purpose. Nothing is saved; the plan stays as it is.
pub fn redact(
    workspace: &Workspace,
    lineage: &Lineage,
    purpose: Purpose,
    release: &Release,
) -> Result<Redacted, NotRedacted> {
    let school = workspace.school();
    let named = release.stamp.clone();
    let nameless = Stamp { author: Author::default(), note: String::new(), ..release.stamp.clone() };
    match purpose {
        Purpose::ClassPack(class) => {
            let records = class_pack::records(school, class, release.today).ok_or(NotRedacted::NoSuchClass(class))?;
            finish(workspace, records, &lineage.regulation, named, release)
        }
        Purpose::StaffEdition => staff_edition(workspace, lineage, release),
        Purpose::SupportBundle => {
            let mut pseudonyms = pseudonym::Pseudonyms::new(release.secret, school);
            let records = support::records(school, &mut pseudonyms);
            let regulation = pseudonyms.word(&lineage.regulation);
            let key = pseudonyms.into_key(&release.stamp);
            let export = finish(workspace, records, &regulation, nameless, release)?;
            Ok(Redacted { key: Some(key), ..export })
        }
        Purpose::Statistics => {
            let statistics = Statistics::of(school, release);
            let leaves =
                Leaves::between(workspace, &crate::domain::School::default()).with_figures(statistics.figures());
            Ok(Redacted { bytes: statistics.to_bytes(), leaves, key: None })
        }
    }
}

/// Makes the edition for the staff: structure, posts and roles, names of the staff alone. By itself, so that the page
/// carries none of the other purposes with it.
pub fn staff_edition(workspace: &Workspace, lineage: &Lineage, release: &Release) -> Result<Redacted, NotRedacted> {
    let records = staff_edition::records(workspace.school());
    finish(workspace, records, &lineage.regulation, release.stamp.clone(), release)
}

/// Writes the file of the records that leave, under an identity that leads back to nothing.
fn finish(
    workspace: &Workspace,
    records: Records,
    regulation: &str,
    stamp: Stamp,
    release: &Release,
) -> Result<Redacted, NotRedacted> {
    let school = records.into_school().map_err(NotRedacted::Twice)?;
    let leaves = Leaves::between(workspace, &school);
    let plan = pseudonym::identity(&release.secret, b"plan", stamp.id.as_bytes());
    let part = Workspace::new(school, Journal::default(), 0);
    let bytes = write_verified(&Snapshot::of(&part, &Lineage::new(plan, regulation), stamp))?;
    Ok(Redacted { bytes, leaves, key: None })
}

#[cfg(test)]
mod tests;
