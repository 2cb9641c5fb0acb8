//! What a screen is for, in short: a sentence, its clause, and the place of the handbook that tells more.

use super::route::Route;
use crate::clause;
use crate::domain::ClauseId;
use crate::text::{Lang, msg};

/// The help of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Help {
    /// What one does here.
    pub text: &'static str,
    /// The clause it serves; none where a screen serves the plan itself.
    pub clause: Option<ClauseId>,
    /// The page of the handbook.
    page: &'static str,
    /// The mark of its heading, the same in both languages: `## Invites {#invites}`.
    mark: &'static str,
}

impl Help {
    /// The address in the handbook of a language, which lies beside the app and works without a network.
    #[must_use]
    pub fn address(&self, lang: Lang) -> String {
        format!("./handbook/{}/{}.html#{}", lang.code(), self.page, self.mark)
    }
}

/// The clause that a screen serves; none where it serves the plan itself.
#[must_use]
pub fn clause(route: Route) -> Option<ClauseId> {
    use Route as R;
    Some(match route {
        R::School => clause!("2.1/3"),
        R::Registration => clause!("2.1/1"),
        R::Structure => clause!("2.1/5"),
        R::Class(_) | R::Invites => clause!("2.1/6"),
        R::StructureOrders => clause!("2.1/8"),
        R::People | R::Person(_) => clause!("1.5"),
        R::Load
        | R::Activity(_)
        | R::Chats
        | R::Chat(_)
        | R::Roles
        | R::RolesAs(_)
        | R::RolesCompare
        | R::RolesOf(_) => clause!("1.6"),
        R::Import => clause!("2.1/4"),
        R::Administrators => clause!("2.1/0"),
        R::Requests => clause!("2.1/7"),
        R::Movements => clause!("2.1/11"),
        R::Channels => clause!("2.1/13"),
        R::Calendar => clause!("2.1/14"),
        R::Support => clause!("2.1/15"),
        R::Migration | R::Editions | R::Interpretations => clause!("4.3"),
        R::Documents => clause!("2.2/1"),
        R::Acknowledgements => clause!("2.5/4"),
        R::Statistics => clause!("2.1/17"),
        R::Control | R::Compliance => clause!("2.2/7"),
        R::Regulation | R::Clause(_) => clause!("1.3"),
        _ => return None,
    })
}

/// The help of a screen.
#[must_use]
pub fn of(lang: Lang, route: Route) -> Help {
    use Route as R;
    let (text, page, mark) = match route {
        R::Overview => (msg::help_overview(lang), "administrator", "begin"),
        R::School => (msg::help_school(lang), "administrator", "registration"),
        R::Registration => (msg::help_registration(lang), "administrator", "registration"),
        R::Structure => (msg::help_structure(lang), "administrator", "classes"),
        R::Class(_) => (msg::help_class(lang), "class-teacher", "class"),
        R::StructureOrders => (msg::help_structure_orders(lang), "administrator", "classes"),
        R::People => (msg::help_people(lang), "administrator", "people"),
        R::Person(_) => (msg::help_person(lang), "administrator", "people"),
        R::Load | R::Activity(_) => (msg::help_load(lang), "administrator", "load"),
        R::Import => (msg::help_import(lang), "administrator", "import"),
        R::Administrators => (msg::help_administrators(lang), "administrator", "registration"),
        R::Invites => (msg::help_invites(lang), "administrator", "invites"),
        R::Requests => (msg::help_requests(lang), "administrator", "requests"),
        R::Movements => (msg::help_movements(lang), "administrator", "movement"),
        R::Chats => (msg::help_chats(lang), "administrator", "chats"),
        R::Chat(_) => (msg::help_chat(lang), "administrator", "chats"),
        R::Channels => (msg::help_channels(lang), "administrator", "channels"),
        R::Calendar => (msg::help_calendar(lang), "class-teacher", "events"),
        R::Support => (msg::help_support(lang), "administrator", "support"),
        R::Migration => (msg::help_migration(lang), "administrator", "migration"),
        R::Documents => (msg::help_documents(lang), "head", "documents"),
        R::Acknowledgements => (msg::help_acknowledgements(lang), "class-teacher", "acknowledgements"),
        R::Statistics => (msg::help_statistics(lang), "head", "report"),
        R::Control => (msg::help_control(lang), "head", "control"),
        R::Regulation | R::Clause(_) => (msg::help_regulation(lang), "head", "editions"),
        R::Editions => (msg::help_editions(lang), "head", "editions"),
        R::Interpretations => (msg::help_interpretations(lang), "head", "editions"),
        R::Compliance => (msg::help_compliance(lang), "head", "minute"),
        R::Roles | R::RolesAs(_) | R::RolesCompare => (msg::help_roles(lang), "head", "sight"),
        R::RolesOf(_) => (msg::help_rights(lang), "class-teacher", "rights"),
        R::Snapshots => (msg::help_snapshots(lang), "archivist", "how"),
        R::Journal => (msg::help_journal(lang), "index", "everybody"),
        R::Settings => (msg::help_settings(lang), "index", "offline"),
        R::Privacy => (msg::help_privacy(lang), "head", "sight"),
        #[cfg(debug_assertions)]
        R::Gallery => (msg::help_settings(lang), "index", "offline"),
    };
    Help { text, clause: clause(route), page, mark }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::regulation::{Basis, Regulation};
    use crate::text::Lang;
    use crate::view::route::Route;

    const ID: &str = "018f0000-0000-7000-8000-000000000001";

    /// Every screen with an address.
    fn routes() -> Vec<Route> {
        let mut routes: Vec<Route> =
            Route::NAVIGATION.iter().flat_map(|(_, screens)| screens.iter().copied()).collect();
        let others = ["structure/", "people/", "load/activity/", "roles/person/", "chats/"];
        routes.extend(others.map(|path| Route::parse(&format!("#/{path}{ID}")).unwrap()));
        routes.extend(
            ["#/roles/compare", "#/regulation/2.1/12", "#/settings/privacy"].map(|hash| Route::parse(hash).unwrap()),
        );
        routes.extend(Basis::ALL.iter().map(|basis| Route::RolesAs(*basis)));
        routes
    }

    #[test]
    fn every_screen_has_a_help_that_leads_to_a_heading_of_the_handbook() {
        for route in routes() {
            let texts = Lang::ALL.map(|lang| {
                let help = of(lang, route);
                assert!(help.text.chars().count() > 40, "{route}: {}", help.text);
                let path = format!("docs/handbook/{}/{}.md", lang.code(), help.page);
                let page = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
                let mark = format!(" {{#{}}}", help.mark);
                let is_there = page.lines().any(|line| line.starts_with("## ") && line.ends_with(&mark));
                assert!(is_there, "{route}: {path} has no heading{mark}");
                if let Some(clause) = help.clause {
                    assert!(Regulation::bundled().clause(clause).is_some(), "{route}: {clause}");
                }
                help.text
            });
            assert_ne!(texts[0], texts[1], "{route}");
        }
    }
}
