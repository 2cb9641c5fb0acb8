//! Which chats and channels an edition asks for: data, so that another school's edition needs no code (2.1/13, 2.2/6,
//! 2.3/3, 2.4/3).

use serde::{Deserialize, Serialize};

use super::{ActionId, Bilingual, RoleId};
use crate::domain::{AudienceGroup, ChannelKind, ChatRuleId, ClauseId, InviteRole};

/// Asks for chats, or allows them: one for the school, or one for each class, line or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChatRule {
    /// The identifier, such as `class-students`.
    pub id: ChatRuleId,
    /// The clause.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// For what there is one.
    pub each: ChatEach,
    /// Whether the chat must be there; others are allowed.
    #[serde(default)]
    pub is_required: bool,
    /// Whether the school writes down what it is for.
    #[serde(default)]
    pub needs_purpose: bool,
    /// The row of the matrix that gives the right to keep such a chat.
    pub action: ActionId,
    /// Who owns it: the first of these people, or another of them.
    pub owner: MemberSet,
    /// Who belongs into it; of a chat that is only allowed: from whom its members may come, everybody where empty.
    #[serde(default)]
    pub members: Vec<MemberSet>,
    /// What such chats are called in lists.
    pub title: Bilingual,
    /// The name by pattern, with `{class}`, `{subject}`, `{group}`, `{activity}` and `{classes}`.
    pub name: Bilingual,
    /// The group of rules on screen.
    pub area: ChatArea,
}

/// For what there is one chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChatEach {
    /// For the school.
    School,
    /// For each class.
    Class,
    /// For each line of the curriculum: a class and a subject, or a subgroup.
    Line,
    /// For each extracurricular group.
    Activity,
}

/// Groups the rules on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChatArea {
    /// Chats of the administration (2.2/6).
    Management,
    /// Chats of a class (2.3/3).
    Class,
    /// Chats of lessons and groups (2.4/3).
    Teaching,
}

/// Names people by what they are to a school, a class, a line or a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MemberSet {
    /// The head.
    Head,
    /// The deputies.
    Deputies,
    /// The head and the deputies.
    Administration,
    /// Everybody who teaches in any way.
    Pedagogues,
    /// The parents among the activists.
    ParentActivists,
    /// The students among the activists.
    StudentActivists,
    /// The class teacher of the class.
    Homeroom,
    /// The students of the class.
    ClassStudents,
    /// The representatives of the class's students.
    ClassParents,
    /// Who teaches the class: by its lines and its groups.
    ClassTeachers,
    /// The teacher of the line; of several subgroups in one chat every teacher.
    LineTeachers,
    /// The students of the line.
    LineStudents,
    /// Who leads the group.
    ActivityLeader,
    /// The students of the group.
    ActivityStudents,
}

impl MemberSet {
    /// The role in which these people stand in a chat.
    #[must_use]
    pub const fn role(self) -> InviteRole {
        match self {
            Self::ParentActivists | Self::ClassParents => InviteRole::Parent,
            Self::StudentActivists | Self::ClassStudents | Self::LineStudents | Self::ActivityStudents => {
                InviteRole::Student
            }
            _ => InviteRole::Teacher,
        }
    }

    /// For what such people can be named.
    #[must_use]
    pub const fn fits(self, each: ChatEach) -> bool {
        match self {
            Self::Head
            | Self::Deputies
            | Self::Administration
            | Self::Pedagogues
            | Self::ParentActivists
            | Self::StudentActivists => true,
            Self::Homeroom | Self::ClassStudents | Self::ClassParents | Self::ClassTeachers => {
                matches!(each, ChatEach::Class | ChatEach::Line)
            }
            Self::LineTeachers | Self::LineStudents => matches!(each, ChatEach::Line),
            Self::ActivityLeader | Self::ActivityStudents => matches!(each, ChatEach::Activity),
        }
    }
}

/// Asks for a system channel (2.1/13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelRule {
    /// Which channel.
    pub kind: ChannelKind,
    /// The clause.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// Its name.
    pub name: Bilingual,
    /// Whom it is for.
    pub audience: Vec<AudienceGroup>,
    /// The role that publishes in it.
    pub editor: RoleId,
}

/// A pattern of a chat's name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern<'a>(Vec<NamePart<'a>>);

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePart<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// The label of the class.
    Class,
    /// The subject.
    Subject,
    /// The subgroup.
    Group,
    /// The extracurricular group.
    Activity,
    /// The classes of the extracurricular group.
    Classes,
}

impl<'a> NamePattern<'a> {
    /// Takes a pattern apart; gives the word in braces that is no part of a name instead.
    pub fn parse(pattern: &'a str) -> Result<Self, &'a str> {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some((words, tail)) = rest.split_once('{') {
            let (name, tail) = tail.split_once('}').ok_or(tail)?;
            parts.push(NamePart::Words(words));
            parts.push(match name {
                "class" => NamePart::Class,
                "subject" => NamePart::Subject,
                "group" => NamePart::Group,
                "activity" => NamePart::Activity,
                "classes" => NamePart::Classes,
                other => return Err(other),
            });
            rest = tail;
        }
        parts.push(NamePart::Words(rest));
        Ok(Self(parts))
    }

    /// Fills the pattern; what is left open at its ends, such as an empty subgroup, leaves no trace.
    pub fn fill<'b>(&self, value: impl Fn(NamePart<'a>) -> &'b str) -> String
    where
        'a: 'b,
    {
        let mut name = String::new();
        for part in &self.0 {
            match part {
                NamePart::Words(words) => name.push_str(words),
                part => name.push_str(value(*part)),
            }
        }
        let kept = name.trim_end_matches([' ', '·', ',', '-']).len();
        name.truncate(kept);
        name
    }

    /// The parts that are filled in.
    pub fn places(&self) -> impl Iterator<Item = NamePart<'a>> + '_ {
        self.0.iter().copied().filter(|part| !matches!(part, NamePart::Words(_)))
    }
}

impl NamePart<'_> {
    /// Whether a chat of this kind has such a part.
    #[must_use]
    pub const fn fits(self, each: ChatEach) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Class => matches!(each, ChatEach::Class | ChatEach::Line),
            Self::Subject | Self::Group => matches!(each, ChatEach::Line),
            Self::Activity | Self::Classes => matches!(each, ChatEach::Activity),
        }
    }

    /// How it is written in a pattern.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Words(_) => "",
            Self::Class => "class",
            Self::Subject => "subject",
            Self::Group => "group",
            Self::Activity => "activity",
            Self::Classes => "classes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NamePart, NamePattern};

    #[track_caller]
    fn check(pattern: &str, group: &str, expected: Result<&str, &str>) {
        let name = NamePattern::parse(pattern).map(|pattern| {
            pattern.fill(|part| match part {
                NamePart::Class => "7А",
                NamePart::Subject => "Алгебра",
                NamePart::Group => group,
                _ => "",
            })
        });
        assert_eq!(name.as_deref().map_err(|wrong| *wrong), expected);
    }

    #[test]
    fn names_by_pattern() {
        check("{class} · {subject} {group}", "группа 1", Ok("7А · Алгебра группа 1"));
        check("{class} · {subject} {group}", "", Ok("7А · Алгебра"));
        check("Директор", "", Ok("Директор"));
        check("{class} · {classs}", "", Err("classs"));
        check("{class", "", Err("class"));
    }
}
