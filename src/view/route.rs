//! The address of a screen: a hash route, so that any static host and sub-path serves it.

use std::fmt;

use crate::domain::{ActivityGroupId, ChatId, ClassId, ClauseId, PersonId};
use crate::regulation::Basis;

/// A screen. Parsed from `location.hash` and printed into links; one place knows the spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Route {
    /// `#/`: what to do next, counts.
    #[default]
    Overview,
    /// `#/school`: organisation, platform, years, settings of the school.
    School,
    /// `#/structure`: levels, parallels, classes, the staff room.
    Structure,
    /// `#/structure/ID`: a class.
    Class(ClassId),
    /// `#/people`: everybody.
    People,
    /// `#/people/ID`: a person's card.
    Person(PersonId),
    /// `#/load`: curriculum and activities.
    Load,
    /// `#/load/activity/ID`: an extracurricular group.
    Activity(ActivityGroupId),
    /// `#/import`: rosters.
    Import,
    /// `#/roles`: the permission matrix.
    Roles,
    /// `#/roles/person/ID`: the plan as a person sees it; what the person may do, and why.
    RolesOf(PersonId),
    /// `#/roles/as/class-teacher`: the plan as a typical holder of a role sees it.
    RolesAs(Basis),
    /// `#/roles/compare`: two roles, two people, a person on two days; what would change if.
    RolesCompare,
    /// `#/regulation`: the register of clauses.
    Regulation,
    /// `#/regulation/2.1/12`: a clause in the register.
    Clause(ClauseId),
    /// `#/regulation/editions`: editions, approval, own text, legal acts.
    Editions,
    /// `#/regulation/interpretations`: how the school reads what is unclear, and gaps.
    Interpretations,
    /// `#/regulation/compliance`: every clause with its evidence.
    Compliance,
    /// `#/school/registration`: appointment and registration on the platform.
    Registration,
    /// `#/structure/orders`: the list of classes and the distribution of class teachers.
    StructureOrders,
    /// `#/invites`: links.
    Invites,
    /// `#/requests`: requests to join and statuses.
    Requests,
    /// `#/admins`: administrators.
    Administrators,
    /// `#/movement`: movement and the change of the year.
    Movements,
    /// `#/chats`: chats, plan and reality.
    Chats,
    /// `#/chats/ID`: a chat.
    Chat(ChatId),
    /// `#/channels`: channels, materials, publications.
    Channels,
    /// `#/calendar`: events and duties.
    Calendar,
    /// `#/documents`: acts and documents.
    Documents,
    /// `#/support`: help.
    Support,
    /// `#/control`: audit and checks.
    Control,
    /// `#/statistics`: figures.
    Statistics,
    /// `#/acknowledgements`: memos, acknowledgements, rights, consents.
    Acknowledgements,
    /// `#/migration`: the move to another platform.
    Migration,
    /// `#/snapshots`: export, import, compare.
    Snapshots,
    /// `#/journal`: history.
    Journal,
    /// `#/settings`: language, theme, storage, demo school.
    Settings,
    /// `#/settings/privacy`: what is kept where, what was asked of the network, whose code runs.
    Privacy,
    /// `#/gallery`: every part of a page, in builds for development.
    #[cfg(debug_assertions)]
    Gallery,
}

/// A group of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NavigationGroup {
    /// The school and its people.
    School,
    /// What is done on the platform.
    Platform,
    /// Papers, figures, control.
    Papers,
    /// The regulation and who may do what.
    Regulation,
    /// The plan itself: snapshots, history, settings.
    Plan,
}

impl Route {
    /// The screens of the navigation by group, in their order.
    pub const NAVIGATION: [(NavigationGroup, &'static [Self]); 5] = [
        (
            NavigationGroup::School,
            &[
                Self::Overview,
                Self::School,
                Self::Registration,
                Self::Structure,
                Self::StructureOrders,
                Self::People,
                Self::Load,
                Self::Import,
            ],
        ),
        (
            NavigationGroup::Platform,
            &[
                Self::Administrators,
                Self::Invites,
                Self::Requests,
                Self::Movements,
                Self::Chats,
                Self::Channels,
                Self::Calendar,
                Self::Support,
                Self::Migration,
            ],
        ),
        (NavigationGroup::Papers, &[Self::Documents, Self::Acknowledgements, Self::Statistics, Self::Control]),
        (
            NavigationGroup::Regulation,
            &[Self::Regulation, Self::Editions, Self::Interpretations, Self::Compliance, Self::Roles],
        ),
        (NavigationGroup::Plan, &[Self::Snapshots, Self::Journal, Self::Settings]),
    ];

    /// Parses a hash with or without `#`; none where no screen has that address. A query after `?` is left out.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').split('?').next().unwrap_or_default().trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        Some(match parts.as_slice() {
            [""] => Self::Overview,
            ["school", "registration"] => Self::Registration,
            ["structure", "orders"] => Self::StructureOrders,
            ["regulation", "editions"] => Self::Editions,
            ["regulation", "interpretations"] => Self::Interpretations,
            ["regulation", "compliance"] => Self::Compliance,
            ["invites"] => Self::Invites,
            ["requests"] => Self::Requests,
            ["admins"] => Self::Administrators,
            ["movement"] => Self::Movements,
            ["chats"] => Self::Chats,
            ["channels"] => Self::Channels,
            ["calendar"] => Self::Calendar,
            ["documents"] => Self::Documents,
            ["support"] => Self::Support,
            ["control"] => Self::Control,
            ["statistics"] => Self::Statistics,
            ["acknowledgements"] => Self::Acknowledgements,
            ["migration"] => Self::Migration,
            ["chats", id] => Self::Chat(id.parse().ok()?),
            ["school"] => Self::School,
            ["structure"] => Self::Structure,
            ["structure", id] => Self::Class(id.parse().ok()?),
            ["people"] => Self::People,
            ["people", id] => Self::Person(id.parse().ok()?),
            ["load"] => Self::Load,
            ["load", "activity", id] => Self::Activity(id.parse().ok()?),
            ["import"] => Self::Import,
            ["roles"] => Self::Roles,
            ["roles", "person", id] => Self::RolesOf(id.parse().ok()?),
            ["roles", "as", basis] => Self::RolesAs(Basis::of_code(basis)?),
            ["roles", "compare"] => Self::RolesCompare,
            ["regulation"] => Self::Regulation,
            ["regulation", clause @ ..] => Self::Clause(clause.join("/").parse().ok()?),
            ["snapshots"] => Self::Snapshots,
            ["journal"] => Self::Journal,
            ["settings"] => Self::Settings,
            ["settings", "privacy"] => Self::Privacy,
            #[cfg(debug_assertions)]
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }

    /// The screen of the navigation under which this one stands.
    #[must_use]
    pub fn section(self) -> Self {
        match self {
            Self::Class(_) => Self::Structure,
            Self::Person(_) => Self::People,
            Self::Activity(_) => Self::Load,
            Self::RolesOf(_) | Self::RolesAs(_) | Self::RolesCompare => Self::Roles,
            Self::Clause(_) => Self::Regulation,
            Self::Chat(_) => Self::Chats,
            Self::Privacy => Self::Settings,
            other => other,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#/")?;
        match self {
            Self::Overview => Ok(()),
            Self::School => f.write_str("school"),
            Self::Structure => f.write_str("structure"),
            Self::Class(id) => write!(f, "structure/{id}"),
            Self::People => f.write_str("people"),
            Self::Person(id) => write!(f, "people/{id}"),
            Self::Load => f.write_str("load"),
            Self::Activity(id) => write!(f, "load/activity/{id}"),
            Self::Import => f.write_str("import"),
            Self::Roles => f.write_str("roles"),
            Self::RolesOf(id) => write!(f, "roles/person/{id}"),
            Self::RolesAs(basis) => write!(f, "roles/as/{}", basis.code()),
            Self::RolesCompare => f.write_str("roles/compare"),
            Self::Regulation => f.write_str("regulation"),
            Self::Clause(id) => write!(f, "regulation/{id}"),
            Self::Registration => f.write_str("school/registration"),
            Self::StructureOrders => f.write_str("structure/orders"),
            Self::Editions => f.write_str("regulation/editions"),
            Self::Interpretations => f.write_str("regulation/interpretations"),
            Self::Compliance => f.write_str("regulation/compliance"),
            Self::Invites => f.write_str("invites"),
            Self::Requests => f.write_str("requests"),
            Self::Administrators => f.write_str("admins"),
            Self::Movements => f.write_str("movement"),
            Self::Chats => f.write_str("chats"),
            Self::Channels => f.write_str("channels"),
            Self::Calendar => f.write_str("calendar"),
            Self::Documents => f.write_str("documents"),
            Self::Support => f.write_str("support"),
            Self::Control => f.write_str("control"),
            Self::Statistics => f.write_str("statistics"),
            Self::Acknowledgements => f.write_str("acknowledgements"),
            Self::Migration => f.write_str("migration"),
            Self::Chat(id) => write!(f, "chats/{id}"),
            Self::Snapshots => f.write_str("snapshots"),
            Self::Journal => f.write_str("journal"),
            Self::Settings => f.write_str("settings"),
            Self::Privacy => f.write_str("settings/privacy"),
            #[cfg(debug_assertions)]
            Self::Gallery => f.write_str("gallery"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    const ID: &str = "01a04d1a-d800-7303-8303-030303030303";

    #[track_caller]
    fn check(hash: &str) {
        let route = Route::parse(hash).unwrap();
        assert_eq!(route.to_string(), hash);
    }

    #[test]
    fn every_address_is_read_back() {
        for route in Route::NAVIGATION.iter().flat_map(|(_, routes)| routes.iter()) {
            check(&route.to_string());
        }
        for prefix in ["structure", "people", "load/activity", "roles/person", "chats"] {
            check(&format!("#/{prefix}/{ID}"));
        }
        for basis in crate::regulation::Basis::ALL {
            check(&Route::RolesAs(basis).to_string());
        }
        check("#/roles/compare");
        check("#/regulation/2.1/12");
        check("#/regulation/2.6");
        check("#/settings/privacy");
        check("#/gallery");
    }

    #[test]
    fn a_clause_stands_under_the_regulation() {
        assert_eq!(Route::parse("#/regulation"), Some(Route::Regulation));
        assert_eq!(Route::parse("#/regulation/2.3/3a").unwrap().section(), Route::Regulation);
        assert_eq!(Route::parse(&format!("#/roles/person/{ID}")).unwrap().section(), Route::Roles);
    }

    #[test]
    fn loose_spellings() {
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(hash), Some(Route::Overview), "{hash}");
        }
        assert_eq!(Route::parse("#/people/?q=a"), Some(Route::People));
        for hash in ["#/nowhere", "#/people/7", "#/roles/as/cook", "#/regulation/x", "#/structure/a/b"] {
            assert_eq!(Route::parse(hash), None, "{hash}");
        }
    }
}
