//! Requests and statuses in words: why somebody may be meant, how far a status is.

use crate::plan::request::{Stage, Why};

use super::{Lang, msg};

/// What speaks for or against somebody.
#[must_use]
pub const fn why(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::SameName => msg::requests_why_same_name(lang),
        Why::Yo => msg::requests_why_yo(lang),
        Why::LookAlike => msg::requests_why_look_alike(lang),
        Why::OtherOrder => msg::requests_why_other_order(lang),
        Why::NoPatronymic => msg::requests_why_no_patronymic(lang),
        Why::OtherPatronymic => msg::requests_why_other_patronymic(lang),
        Why::Typo => msg::requests_why_typo(lang),
        Why::PartOnly => msg::requests_why_part_only(lang),
        Why::SameRole => msg::requests_why_same_role(lang),
        Why::OtherRole => msg::requests_why_other_role(lang),
        Why::SameClass => msg::requests_why_same_class(lang),
        Why::OtherClass => msg::requests_why_other_class(lang),
    }
}

/// How far a status is.
#[must_use]
pub const fn stage(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::None => msg::requests_stage_none(lang),
        Stage::NotRequired => msg::status_not_required(lang),
        Stage::Required => msg::status_required(lang),
        Stage::Submitted => msg::status_submitted(lang),
        Stage::Rejected => msg::status_rejected(lang),
        Stage::Confirmed => msg::status_confirmed(lang),
    }
}
