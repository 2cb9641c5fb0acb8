//! Acts on channels, materials and publications. Who may is asked of the regulation before; the answer comes with the act.

use chrono::NaiveDate;

use super::{Channel, Material, MaterialState, Publication, PublicationState};
use crate::clause;
use crate::domain::act::{Act, Leave, said};
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{MaterialId, PublicationId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Creates a channel or changes it (2.1/13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveChannel {
    /// The channel as it is to be.
    pub channel: Channel,
    /// Whether its editor may publish; nothing stands against a channel without one.
    pub leave: Leave,
    /// [`Verb::CreateChannel`] or [`Verb::ChangeChannel`].
    pub verb: Verb,
}

impl Act for SaveChannel {
    fn clause(&self) -> ClauseId {
        clause!("2.1/13")
    }

    fn verb(&self) -> Verb {
        self.verb
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Channel
    }

    fn subject(&self, _: &School) -> String {
        self.channel.name.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leave.clone()?;
        draft.save(self.channel.clone());
        Ok(())
    }
}

/// Takes a material a step further (2.2/5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveMaterial {
    /// Which.
    pub id: MaterialId,
    /// What happens.
    pub step: MaterialStep,
    /// Whether its author may supply it.
    pub leave: Leave,
}

/// What happens to a material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaterialStep {
    /// The author hands it in, with its text.
    Submit {
        /// When.
        on: NaiveDate,
        /// The text, or where it lies.
        text: String,
    },
    /// It goes back to be mended.
    Return {
        /// When.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// It is ready to be published.
    Accept {
        /// When.
        on: NaiveDate,
    },
}

impl Act for MoveMaterial {
    fn clause(&self) -> ClauseId {
        clause!("2.2/5")
    }

    fn verb(&self) -> Verb {
        match self.step {
            MaterialStep::Submit { .. } => Verb::SubmitMaterial,
            MaterialStep::Return { .. } => Verb::ReturnMaterial,
            MaterialStep::Accept { .. } => Verb::AcceptMaterial,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Material
    }

    fn subject(&self, school: &School) -> String {
        school.materials().get(&self.id).map(|row| row.title.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let mut material: Material = draft.row(self.id, self.clause())?;
        let refuse = |reason| Err(Refusal::new(clause!("2.2/5"), reason));
        let what = || material.title.clone();
        // 2.2/5: the administration supplies the material.
        self.leave.clone()?;
        material.state = match (&self.step, &material.state) {
            (MaterialStep::Submit { .. }, MaterialState::Accepted { .. })
            | (MaterialStep::Return { .. }, MaterialState::Requested | MaterialState::Returned { .. })
            | (
                MaterialStep::Accept { .. },
                MaterialState::Requested | MaterialState::Returned { .. } | MaterialState::Accepted { .. },
            ) => return refuse(Reason::WrongState { what: what() }),
            (MaterialStep::Submit { on, text }, _) => {
                if material.author.is_none() {
                    return refuse(Reason::NoAuthor { title: what() });
                }
                material.text = said(text, clause!("2.2/5"))?;
                MaterialState::Submitted { on: *on }
            }
            (MaterialStep::Return { on, reason }, _) => {
                MaterialState::Returned { on: *on, reason: said(reason, clause!("2.2/5"))? }
            }
            (MaterialStep::Accept { on }, _) => MaterialState::Accepted { on: *on },
        };
        // 2.1/13: what is ready to go out rests on an accepted material.
        if !matches!(material.state, MaterialState::Accepted { .. }) {
            let ready: Vec<Publication> = draft
                .rows::<Publication>()
                .filter(|row| row.material == Some(self.id) && row.state == PublicationState::Ready)
                .cloned()
                .collect();
            for publication in ready {
                draft.save(Publication { state: PublicationState::Material, ..publication });
            }
        }
        draft.save(material);
        Ok(())
    }
}

/// Plans a publication (2.1/13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPublication {
    /// The publication; how far it is follows from its material.
    pub publication: Publication,
}

impl Act for PlanPublication {
    fn clause(&self) -> ClauseId {
        clause!("2.1/13")
    }

    fn verb(&self) -> Verb {
        Verb::PlanPublication
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Publication
    }

    fn subject(&self, _: &School) -> String {
        self.publication.title.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let state = self.publication.begun();
        draft.save(Publication { state, ..self.publication.clone() });
        Ok(())
    }
}

impl Publication {
    /// How far a publication is that is neither ready nor over: an idea, or one with a material.
    #[must_use]
    pub fn begun(&self) -> PublicationState {
        if self.material.is_some() { PublicationState::Material } else { PublicationState::Idea }
    }
}

/// Takes a publication a step further (2.1/13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovePublication {
    /// Which.
    pub id: PublicationId,
    /// What happens.
    pub step: PublicationStep,
    /// Whether the editor of its channel may publish.
    pub leave: Leave,
}

/// What happens to a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicationStep {
    /// It may go out.
    Ready,
    /// It went out.
    Publish {
        /// When.
        on: NaiveDate,
    },
    /// It will not be.
    Cancel {
        /// Why.
        reason: String,
    },
    /// It will be after all.
    Reopen,
}

impl Act for MovePublication {
    fn clause(&self) -> ClauseId {
        clause!("2.1/13")
    }

    fn verb(&self) -> Verb {
        match self.step {
            PublicationStep::Ready => Verb::ReadyPublication,
            PublicationStep::Publish { .. } => Verb::Publish,
            PublicationStep::Cancel { .. } => Verb::CancelPublication,
            PublicationStep::Reopen => Verb::Reopen,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Publication
    }

    fn subject(&self, school: &School) -> String {
        school.publications().get(&self.id).map(|row| row.title.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let clause = self.clause();
        let mut publication: Publication = draft.row(self.id, clause)?;
        let title = || publication.title.clone();
        let wrong = || Err(Refusal::new(clause, Reason::WrongState { what: title() }));
        publication.state = match (&self.step, &publication.state) {
            (PublicationStep::Ready, PublicationState::Idea) => {
                return Err(Refusal::new(clause!("2.2/5"), Reason::NoMaterial { title: title() }));
            }
            (PublicationStep::Ready, PublicationState::Material) => PublicationState::Ready,
            (PublicationStep::Publish { on }, PublicationState::Ready) => {
                let channel: Channel = draft.row(publication.channel, clause)?;
                if channel.editor.is_none() {
                    return Err(Refusal::new(clause, Reason::NoEditor { channel: channel.name }));
                }
                // 2.1/13: the administrator publishes.
                self.leave.clone()?;
                PublicationState::Published { on: *on }
            }
            (
                PublicationStep::Cancel { .. },
                PublicationState::Published { .. } | PublicationState::Cancelled { .. },
            ) => {
                return wrong();
            }
            (PublicationStep::Cancel { reason }, _) => PublicationState::Cancelled { reason: said(reason, clause)? },
            (PublicationStep::Reopen, PublicationState::Cancelled { .. }) => publication.begun(),
            _ => return wrong(),
        };
        draft.save(publication);
        Ok(())
    }
}
