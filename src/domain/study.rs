//! What is taught, by whom, to whom: subjects, lines of the curriculum, extracurricular and active groups.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::{ActiveGroupId, ActivityGroupId, ClassId, LoadLineId, PersonId, SchoolYearId, SubjectId};

/// A subject of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Subject {
    /// Identity.
    pub id: SubjectId,
    /// Name.
    pub name: String,
}

/// A line of the curriculum: a class or its subgroup, a subject, a teacher (1.6, 2.4/3a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LoadLine {
    /// Identity.
    pub id: LoadLineId,
    /// The class.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The subgroup, as the school names it; empty for the whole class.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Students of the subgroup; empty while the school did not divide them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub members: BTreeSet<PersonId>,
    /// The teacher; none while the place is vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teacher: Option<PersonId>,
    /// Hours a week.
    #[serde(default)]
    pub hours: Hours,
}

/// Hours a week in hundredths: half an hour is 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Hours(pub u16);

impl Hours {
    /// Most hours of one line: a working week.
    pub const MAX: Self = Self(40_00);

    /// Reads `4`, `0,5`, `1.25`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let is_number = |digits: &str| digits.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || part.len() > 2 || !is_number(whole) || !is_number(part) {
            return None;
        }
        let hundredths: u16 = format!("{part:0<2}").parse().ok()?;
        whole
            .parse::<u16>()
            .ok()?
            .checked_mul(100)?
            .checked_add(hundredths)
            .map(Self)
            .filter(|hours| *hours <= Self::MAX)
    }
}

/// A group of extracurricular activity or extra education; it may span classes (1.6, 2.4/3b).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ActivityGroup {
    /// Identity.
    pub id: ActivityGroupId,
    /// Name.
    pub name: String,
    /// The year.
    pub year: SchoolYearId,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<PersonId>,
    /// The classes it is for.
    pub classes: BTreeSet<ClassId>,
    /// Its students; empty while all students of its classes are meant.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub members: BTreeSet<PersonId>,
    /// Hours a week.
    #[serde(default)]
    pub hours: Hours,
}

/// Activists with whom the head talks (2.2/6c, 2.2/6d).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ActiveGroup {
    /// Identity.
    pub id: ActiveGroupId,
    /// Of whom.
    pub kind: ActiveGroupKind,
    /// The class it is chosen in; none for the whole school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// Its members.
    pub members: BTreeSet<PersonId>,
}

/// Whose activists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ActiveGroupKind {
    /// Parents (2.2/6c).
    Parents,
    /// Students (2.2/6d).
    Students,
}

#[cfg(test)]
mod tests {
    use super::Hours;

    #[track_caller]
    fn check_hours(text: &str, expected: Option<u16>) {
        assert_eq!(Hours::parse(text).map(|hours| hours.0), expected, "{text}");
    }

    #[test]
    fn hours() {
        check_hours("4", Some(400));
        check_hours("0,5", Some(50));
        check_hours("1.25", Some(125));
        check_hours(" 2 ", Some(200));
        for text in ["", "x", "-1", "1.255", "41", "1.x", "70000"] {
            check_hours(text, None);
        }
    }
}
