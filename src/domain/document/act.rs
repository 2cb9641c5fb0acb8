//! The act of keeping a signed document.

use super::IssuedDocument;
use crate::clause;
use crate::domain::act::Act;
use crate::domain::{ClauseId, Context, Draft, LocalAct, RecordKind, Refusal, School, Verb};

/// Keeps a document as it was signed, and enters the local act that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignDocument {
    /// The document with its lines.
    pub document: IssuedDocument,
    /// The local act to enter; none where it is in the register or the document is no act.
    pub act: Option<LocalAct>,
}

impl Act for SignDocument {
    fn clause(&self) -> ClauseId {
        clause!("2.2/1")
    }

    fn verb(&self) -> Verb {
        Verb::SignDocument
    }

    fn kind(&self) -> RecordKind {
        RecordKind::IssuedDocument
    }

    fn subject(&self, _school: &School) -> String {
        self.document.caption()
    }

    fn write(&self, draft: &mut Draft, _context: &Context) -> Result<(), Refusal> {
        if let Some(act) = &self.act {
            draft.save(act.clone());
        }
        draft.save(self.document.clone());
        Ok(())
    }
}
