//! Duties through the year: data of an edition, so that another school's calendar needs no code.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Bilingual, RoleId};
use crate::domain::{ClauseId, MovementKind};

/// Asks roles for something at a time of the school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Duty {
    /// The identifier, such as `sweep`.
    pub id: String,
    /// The clause.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// Whose it is.
    pub roles: Vec<RoleId>,
    /// What is to be done.
    pub title: Bilingual,
    /// When.
    pub when: DutyWhen,
    /// What shows that it was done.
    pub evidence: DutyEvidence,
}

/// When a duty is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum DutyWhen {
    /// Once, between two days of the school year.
    Between {
        /// From.
        from: MonthDay,
        /// Until.
        to: MonthDay,
    },
    /// Every month of lessons, until a day of it.
    Monthly {
        /// The day; the last one where the month is shorter.
        day: u8,
    },
    /// Every week of lessons, until a day of it.
    Weekly {
        /// The day, 1 for Monday.
        day: u8,
    },
    /// After movements of these kinds, within so many days.
    AfterMovement {
        /// Which movements.
        kinds: Vec<MovementKind>,
        /// Days.
        days: u8,
    },
}

/// A day of any year: `09-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// Tells that a text is no day of a year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day such as 09-15")]
pub struct NotAMonthDay(String);

impl MonthDay {
    /// The day within the school year that begins in `year`: from July on in that year, before in the next.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(if self.month >= 7 { year } else { year + 1 }, self.month, self.day)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = NotAMonthDay;
    fn try_from(text: String) -> Result<Self, NotAMonthDay> {
        // 2026 is no leap year: 29 February is no day of every year.
        let date: Option<NaiveDate> = format!("2026-{text}").parse().ok();
        match date.filter(|_| text.len() == 5) {
            Some(date) => Ok(Self { month: date.month(), day: date.day() }),
            None => Err(NotAMonthDay(text)),
        }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

/// Which records show that a duty was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DutyEvidence {
    /// An edition of the regulation is in force, by an order.
    Regulation,
    /// There is an order on use.
    UseOrder,
    /// An administrator is appointed by an order.
    Administrator,
    /// The application was sent.
    Application,
    /// The administrator is registered.
    Registration,
    /// There is a staff room.
    StaffRoom,
    /// The list of classes was approved.
    Nomenclature,
    /// The distribution of class teachers was approved.
    Distribution,
    /// All staff are in the staff room or invited.
    StaffInvited,
    /// No request to join waits too long.
    Requests,
    /// No status waits too long.
    Statuses,
    /// Nothing that a movement asks for is left on the platform.
    MovementSteps,
    /// No unclaimed link is older than the school allows.
    Unclaimed,
    /// Something was published.
    Publication,
    /// A broadcast is planned or was held.
    Broadcast,
    /// No request for help is late.
    Tickets,
    /// The head got a report, or there is no access.
    Report,
    /// The administration handed in a material.
    Material,
    /// A meeting was held.
    Meeting,
    /// A check was recorded.
    Check,
    /// The person is in the staff room.
    Joined,
    /// The person's status is confirmed.
    StatusConfirmed,
    /// The chats of the person's classes are there.
    ClassChats,
    /// The members of the chats of the person's classes were compared.
    ClassChatsCompared,
    /// The chats of the person's lines and groups are there.
    TeachingChats,
    /// The students of the person's classes got the memo on security.
    Memo,
}

impl DutyEvidence {
    /// Whether each holder of the role shows it for themselves.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Joined
                | Self::StatusConfirmed
                | Self::ClassChats
                | Self::ClassChatsCompared
                | Self::TeachingChats
                | Self::Memo
        )
    }
}

#[cfg(test)]
mod tests {
    use super::MonthDay;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let day = MonthDay::try_from(text.to_owned()).ok();
        assert_eq!(day.and_then(|day| day.in_year(2026)).map(|day| day.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn days_of_a_school_year() {
        check("08-25", Some("2026-08-25"));
        check("09-01", Some("2026-09-01"));
        check("05-31", Some("2027-05-31"));
        for text in ["", "9-1", "02-29", "13-01", "09-31", "09-01x"] {
            check(text, None);
        }
    }
}
