//! The palette: finds screens, acts, papers, people, classes, chats and clauses by what somebody types.

mod needle;

pub use needle::Needle;

use super::area;
use super::page::Does;
use super::room::{PRESS, Query, Room};
use super::route::Route;
use super::{navigation, search};
use crate::document::{Form, Subject};
use crate::domain::words::fold;
use crate::order;
use crate::text::{Lang, decision, document, msg};

/// Most hits shown.
const MAX_HITS: usize = 12;
/// Letters of a clause that are shown beside its number.
const CLAUSE_LETTERS: usize = 90;

/// How much worse a thing is that only its note tells of.
const BY_NOTE: u32 = 3;

/// Screens whose forms are offered as acts: each is made once, when the palette opens.
const WITH_ACTS: [Route; 10] = [
    Route::Registration,
    Route::Administrators,
    Route::Invites,
    Route::Movements,
    Route::Channels,
    Route::Calendar,
    Route::Support,
    Route::Statistics,
    Route::Acknowledgements,
    Route::Editions,
];

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something that can be done.
    Act,
    /// A screen.
    Screen,
    /// A class.
    Class,
    /// A person.
    Person,
    /// A chat.
    Chat,
    /// A paper that can be made.
    Paper,
    /// A clause of the regulation.
    Clause,
}

impl Kind {
    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Act => msg::palette_act(lang),
            Self::Screen => msg::palette_screen(lang),
            Self::Class => msg::palette_class(lang),
            Self::Person => msg::palette_person(lang),
            Self::Chat => msg::palette_chat(lang),
            Self::Paper => msg::palette_paper(lang),
            Self::Clause => msg::palette_clause(lang),
        }
    }
}

/// A thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What tells it apart.
    pub note: String,
    /// Where it is.
    pub address: String,
}

/// Everything that can be found but people, who are many and looked for in the plan itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Folded titles and folded titles with notes, each with its hit.
    hits: Vec<(String, String, Hit)>,
}

impl Catalogue {
    /// Gathers it once, as the palette opens.
    #[must_use]
    pub fn of(room: &Room) -> Self {
        let mut catalogue = Self::default();
        catalogue.screens(room.lang);
        catalogue.acts(room);
        catalogue.classes(room);
        catalogue.chats(room);
        catalogue.papers(room.lang);
        catalogue.clauses(room);
        catalogue
    }

    fn add(&mut self, kind: Kind, title: impl Into<String>, note: impl Into<String>, address: impl ToString) {
        let hit = Hit { kind, title: title.into(), note: note.into(), address: address.to_string() };
        self.hits.push((fold(&hit.title), fold(&format!("{} {}", hit.title, hit.note)), hit));
    }

    fn screens(&mut self, lang: Lang) {
        for route in Route::NAVIGATION.iter().flat_map(|(_, screens)| *screens) {
            self.add(Kind::Screen, navigation::name(lang, *route), "", route);
        }
    }

    fn acts(&mut self, room: &Room) {
        let nothing = Query::default();
        let room = &Room { query: &nothing, ..*room };
        for route in WITH_ACTS {
            let Some(page) = area::page(route, room) else { continue };
            for button in
                page.buttons().filter(|button| matches!(button.does, Does::Ask(_)) && button.refused.is_none())
            {
                self.add(Kind::Act, &button.label, &page.title, Query::from([(PRESS, button.id)]).address(&route));
            }
        }
    }

    fn classes(&mut self, room: &Room) {
        for id in room.index.classes.iter() {
            let teacher = room.index.homeroom.get(id).map(|id| room.school.person_name(*id)).unwrap_or_default();
            self.add(Kind::Class, room.school.class_name(*id), teacher, Route::Class(*id));
        }
        if let Some(id) = room.index.staff_room {
            self.add(Kind::Class, msg::people_staff_room(room.lang), "", Route::Class(id));
        }
    }

    fn chats(&mut self, room: &Room) {
        for chat in room.school.chats().values() {
            let owner = chat.owner.map(|id| room.school.person_name(id)).unwrap_or_default();
            self.add(Kind::Chat, &chat.name, owner, Route::Chat(chat.id));
        }
    }

    fn papers(&mut self, lang: Lang) {
        for form in Form::all() {
            self.add(Kind::Paper, document::form(lang, form), "", area::documents::address(form, &Subject::default()));
        }
    }

    fn clauses(&mut self, room: &Room) {
        for (_, entry) in room.regulation.clauses() {
            let text: String = decision::said(room.lang, &entry.text).chars().take(CLAUSE_LETTERS).collect();
            self.add(Kind::Clause, entry.id.to_string(), text, Route::Clause(entry.id));
        }
    }

    /// What fits best, the nearest first; screens while nothing is typed.
    #[must_use]
    pub fn find(&self, room: &Room, text: &str) -> Vec<Hit> {
        let needle = Needle::of(text);
        if needle.is_empty() {
            let screens = self.hits.iter().map(|(_, _, hit)| hit).filter(|hit| hit.kind == Kind::Screen);
            return screens.take(MAX_HITS).cloned().collect();
        }
        let own = self.hits.iter().filter_map(|(title, whole, hit)| {
            let by_title = needle.distance(title);
            let distance = by_title.or_else(|| needle.distance(whole).map(|distance| distance + BY_NOTE))?;
            Some((distance, hit.clone()))
        });
        let mut found: Vec<(u32, Hit)> = own.collect();
        let people = room.school.people().values();
        let mut named: Vec<_> =
            people.filter_map(|person| Some((needle.distance(&person.name.key())?, person.as_ref()))).collect();
        order::by(&mut named, |a, b| a.0.cmp(&b.0).then_with(|| a.1.name.cmp(&b.1.name)));
        found.extend(named.into_iter().take(MAX_HITS).map(|(distance, person)| {
            let note = search::note(room.school, room.index, person.id);
            let address = Route::Person(person.id).to_string();
            (distance, Hit { kind: Kind::Person, title: person.name.to_string(), note, address })
        }));
        order::by(&mut found, |a, b| a.0.cmp(&b.0).then(a.1.kind.cmp(&b.1.kind)));
        found.into_iter().take(MAX_HITS).map(|(_, hit)| hit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Hit, Kind};
    use crate::view::area::stage::Stage;
    use crate::view::route::Route;

    fn found(query: &str) -> Vec<Hit> {
        Stage::new().room("", |room| Catalogue::of(room).find(room, query))
    }

    #[track_caller]
    fn check(query: &str, kind: Kind, title: &str) {
        let found = found(query);
        let first = found.first().map(|hit| (hit.kind, hit.title.as_str()));
        assert_eq!(first, Some((kind, title)), "{query}: {found:?}");
    }

    #[test]
    fn each_kind_is_found_by_its_name() {
        check("журнал", Kind::Screen, "Журнал");
        check(";ehyfk", Kind::Screen, "Журнал");
        check("зуева ева", Kind::Person, "Зуева Ева Марковна");
        check(",fhfyjd", Kind::Person, "Баранов Глеб Олегович");
        check("7а", Kind::Class, "7А");
        check("2.1/12", Kind::Clause, "2.1/12");
        check("приказ об использовании", Kind::Paper, "Приказ об использовании платформы");
        check("перевести класс", Kind::Act, "Перевести в другой класс");
    }

    #[test]
    fn every_hit_leads_to_a_screen() {
        Stage::new().room("", |room| {
            for (_, _, hit) in Catalogue::of(room).hits {
                assert!(Route::parse(&hit.address).is_some(), "{hit:?}");
                assert!(!hit.title.is_empty(), "{hit:?}");
            }
        });
    }

    #[test]
    fn screens_are_offered_before_anything_is_typed() {
        let found = found(" ");
        assert!(found.iter().all(|hit| hit.kind == Kind::Screen) && !found.is_empty());
        assert_eq!(self::found("зззззз"), []);
    }
}
