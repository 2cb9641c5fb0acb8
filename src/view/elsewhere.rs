//! Where else a class or a person stands: links from their pages to chats, invites, papers and the preview.

use crate::document::{Form, Subject};
use crate::domain::{ClassId, InviteTarget, PersonId};
use crate::text::{Lang, msg};

use super::area::{documents, invite};
use super::room::Query;
use super::route::Route;

/// A link: what tests find it by, its words, its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Tests find it as `link-ID`.
    pub id: &'static str,
    /// Its words.
    pub label: &'static str,
    /// Its address.
    pub href: String,
}

fn link(id: &'static str, label: &'static str, href: String) -> Link {
    Link { id, label, href }
}

/// Where a class stands besides its page.
#[must_use]
pub fn of_class(lang: Lang, class: ClassId) -> Vec<Link> {
    let about = Subject { class: Some(class), ..Subject::default() };
    let chats = Query::default().with("class", &class.to_string()).address(&Route::Chats);
    vec![
        link("chats", msg::elsewhere_chats(lang), chats),
        link("invites", msg::elsewhere_invites(lang), invite::address(InviteTarget::Class(class))),
        link("sheets", msg::elsewhere_sheets(lang), documents::address(Form::StaffSheets, &about)),
        link("memo", msg::elsewhere_memo(lang), documents::address(Form::ParentMemo, &about)),
    ]
}

/// Where a person stands besides the card.
#[must_use]
pub fn of_person(lang: Lang, person: PersonId) -> Vec<Link> {
    let about = Subject { person: Some(person), ..Subject::default() };
    let query = |route: Route| Query::default().with("person", &person.to_string()).address(&route);
    let duties = Query::default().with("tab", "duties").with("person", &person.to_string());
    vec![
        link("chats", msg::elsewhere_chats(lang), query(Route::Chats)),
        link("duties", msg::elsewhere_duties(lang), duties.address(&Route::Calendar)),
        link("sheet", msg::elsewhere_sheet(lang), documents::address(Form::PersonalSheet, &about)),
        link("preview", msg::elsewhere_preview(lang), Route::RolesOf(person).to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::{of_class, of_person};
    use crate::domain::sample::Sample;
    use crate::text::Lang;
    use crate::view::area;
    use crate::view::room::Query;
    use crate::view::route::Route;
    use crate::view::testing;

    #[test]
    fn every_link_leads_to_a_page_that_is_narrowed() {
        let sample = Sample::new().with_administrator();
        let links = of_class(Lang::Ru, sample.class_7a).into_iter().chain(of_person(Lang::Ru, sample.baranov));
        for link in links {
            let route = Route::parse(&link.href).unwrap();
            if matches!(route, Route::RolesOf(_)) {
                continue;
            }
            let query = Query::parse(&link.href);
            let page = testing::with(&sample, &query, &[], |room| area::page(route, room)).unwrap();
            assert!(!page.sections.is_empty(), "{}", link.href);
            let all = testing::with(&sample, &Query::default(), &[], |room| area::page(route, room)).unwrap();
            assert_ne!(page.sections, all.sections, "{} changes what is shown", link.href);
        }
    }
}
