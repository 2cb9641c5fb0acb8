//! How the school reads what is unclear: chosen with a day, a name and a reason, or left to the default again (4.3).

use std::collections::BTreeSet;

use crate::clause;
use crate::domain::{
    Act, ClauseId, Context, Draft, Interpretation, InterpretationId, Reason, RecordKey, RecordKind, Refusal, School,
    Verb,
};
use crate::regulation::{CellId, Oddity, Regulation, Stance, in_force};

/// Writes down how the school reads questions, as one act: an oddity and the cells it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpret {
    /// The choices; a question that was answered before is answered anew.
    pub choices: Vec<Interpretation>,
}

/// Leaves questions to the default of the edition again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reinterpret {
    /// The questions.
    pub questions: BTreeSet<String>,
}

impl Act for Interpret {
    fn clause(&self) -> ClauseId {
        clause!("4.3")
    }

    fn verb(&self) -> Verb {
        Verb::Interpret
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Interpretation
    }

    fn subject(&self, _: &School) -> String {
        self.choices.first().map(|choice| choice.question.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let refuse = |reason| Err(Refusal::new(clause!("4.3"), reason));
        let regulation = in_force(draft.before(), context.today);
        if self.choices.is_empty() {
            return refuse(Reason::NobodyChosen);
        }
        for choice in &self.choices {
            if !is_asked(&regulation, &choice.question, &choice.choice) {
                return refuse(Reason::UnknownQuestion);
            }
            // 4.3: what the text does not govern, the school governs by a decision that can be explained.
            if choice.note.trim().is_empty() {
                return refuse(Reason::ReasonNeeded);
            }
            for old in answers(draft, &choice.question) {
                if old != choice.id {
                    draft.remove(RecordKey::to::<Interpretation>(old));
                }
            }
            draft.save(choice.clone());
        }
        Ok(())
    }
}

impl Act for Reinterpret {
    fn clause(&self) -> ClauseId {
        clause!("4.3")
    }

    fn verb(&self) -> Verb {
        Verb::Remove
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Interpretation
    }

    fn subject(&self, _: &School) -> String {
        self.questions.first().cloned().unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let gone: Vec<InterpretationId> = self.questions.iter().flat_map(|question| answers(draft, question)).collect();
        if gone.is_empty() {
            let missing = Reason::MissingRecord { kind: RecordKind::Interpretation };
            return Err(Refusal::new(clause!("4.3"), missing));
        }
        for id in gone {
            draft.remove(RecordKey::to::<Interpretation>(id));
        }
        Ok(())
    }
}

fn answers(draft: &Draft, question: &str) -> Vec<InterpretationId> {
    draft.rows::<Interpretation>().filter(|row| row.question == question).map(|row| row.id).collect()
}

/// Whether an edition leaves the question open, and the choice answers it.
fn is_asked(regulation: &Regulation, question: &str, choice: &str) -> bool {
    if let Some(number) = Oddity::from_question(question) {
        return regulation.oddities().iter().any(|oddity| oddity.number == number) && choice == Oddity::OWN;
    }
    let cell = CellId::from_question(question).and_then(|cell| regulation.cell(cell.action, &cell.role));
    cell.is_some_and(crate::regulation::Cell::is_open) && Stance::from_choice(choice).is_some()
}
