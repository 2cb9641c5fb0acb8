//! The areas of work by which clauses and actions are grouped on screen.

use serde::{Deserialize, Serialize};

/// Names an area of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Area {
    /// The document itself, its adoption, orders on use.
    General,
    /// Who becomes an administrator of the platform.
    Appointments,
    /// Organization, staff room, classes, class teachers.
    Structure,
    /// Links into classes and chats.
    Invites,
    /// Requests to join.
    Requests,
    /// The confirmed status of a teacher.
    Status,
    /// People who come, leave and change class.
    Movement,
    /// Chats.
    Chats,
    /// System channels and what is published there.
    Channels,
    /// Broadcasts, meetings, remote lessons.
    Events,
    /// Help to participants and the vendor's support.
    Support,
    /// Figures for the head.
    Statistics,
    /// Control by the administration.
    Control,
    /// Rights of every user.
    Rights,
}

impl Area {
    /// Every area, in the order in which a screen lists them.
    pub const ALL: [Self; 14] = [
        Self::General,
        Self::Appointments,
        Self::Structure,
        Self::Invites,
        Self::Requests,
        Self::Status,
        Self::Movement,
        Self::Chats,
        Self::Channels,
        Self::Events,
        Self::Support,
        Self::Statistics,
        Self::Control,
        Self::Rights,
    ];
}
