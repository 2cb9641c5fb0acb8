//! The past: who was what on a day (SPEC section 4, time travel). Effective-dated records answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::words::fold;
use crate::domain::{
    AdministratorPost, Chat, ChatScope, ChatState, ClassId, Period, PersonId, RegulationEdition, School, StaffCategory,
};
use crate::plan::Index;
use crate::text::{self, msg};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Fact, Filter, FilterKind, Row, Section, Table, Tone,
};
use crate::view::room::{AS_OF, Query, Room};
use crate::view::route::Route;

/// The most people that a search lists.
const LISTED: usize = 200;

/// The tab: buttons, filters, sections.
pub fn tab(room: &Room) -> (Vec<Button>, Vec<Filter>, Vec<Section>) {
    let lang = room.lang;
    let day = room.query.get("on").parse().unwrap_or(room.context.today);
    let mut members: BTreeMap<PersonId, Vec<ClassId>> = BTreeMap::new();
    for row in room.school.memberships().values().filter(|row| row.period.contains(day)) {
        members.entry(row.person).or_default().push(row.class);
    }
    let past = Past { room, day, index: Index::as_of(room.school, day), members };
    let filters = vec![
        Filter { id: "on", label: msg::as_of_day(lang).to_owned(), kind: FilterKind::Day, value: day.to_string() },
        Filter {
            id: "q",
            label: msg::as_of_search(lang).to_owned(),
            kind: FilterKind::Text,
            value: room.query.get("q").to_owned(),
        },
    ];
    let mut sections = vec![past.facts()];
    if !room.query.get("q").is_empty() {
        sections.push(past.people());
    }
    sections.extend([past.classes(), past.staff()]);
    (past.steps(), filters, sections)
}

/// A school as of a day.
struct Past<'a> {
    room: &'a Room<'a>,
    day: NaiveDate,
    index: Index,
    /// Where each person was a member on the platform.
    members: BTreeMap<PersonId, Vec<ClassId>>,
}

/// Whether a chat was in use on a day, as far as its record tells: when it came and when it went.
fn was_live(chat: &Chat, day: NaiveDate) -> bool {
    match chat.state {
        ChatState::Created { on } | ChatState::Active { since: on } => on <= day,
        ChatState::ReadOnly { on } | ChatState::Archived { on } => on > day,
        ChatState::NotRequired { .. } => false,
    }
}

/// The edition in force on a day.
fn edition(school: &School, day: NaiveDate) -> Option<&RegulationEdition> {
    let editions = school.editions().values().map(AsRef::as_ref);
    editions
        .filter(|row| row.from.is_some() && Period { from: row.from, to: row.to }.contains(day))
        .max_by_key(|row| row.from)
}

impl Past<'_> {
    fn school(&self) -> &School {
        self.room.school
    }

    /// One day back and forth, and today.
    fn steps(&self) -> Vec<Button> {
        let lang = self.room.lang;
        let go = |id, label: &str, day: Option<NaiveDate>| {
            let day = day.unwrap_or(self.day).to_string();
            let address = Query::from([("tab", "asof"), ("on", &day)]).address(&Route::Control);
            Button::new(id, label, Does::Go(address))
        };
        vec![
            go("day-before", msg::as_of_before(lang), self.day.pred_opt()),
            go("today", msg::as_of_today(lang), Some(self.room.context.today)),
            go("day-after", msg::as_of_after(lang), self.day.succ_opt()),
            Button::new(
                "whole",
                msg::as_of_whole(lang),
                Does::Go(Query::from([(AS_OF, self.day.to_string().as_str())]).address(&Route::Overview)),
            ),
        ]
    }

    fn holders(&self, fits: impl Fn(StaffCategory) -> bool) -> Vec<PersonId> {
        let posts = self.index.positions.iter().filter(|(_, posts)| {
            posts.iter().filter_map(|post| self.school().positions().get(post)).any(|post| fits(post.category))
        });
        posts.map(|(person, _)| *person).collect()
    }

    fn names(&self, people: &[PersonId]) -> Cell {
        match people {
            [person] => Cell::link(self.school().person_name(*person), Route::Person(*person)),
            many => {
                Cell::text(many.iter().map(|person| self.school().person_name(*person)).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn facts(&self) -> Section {
        let (lang, school) = (self.room.lang, self.school());
        let administrators = |post: AdministratorPost| {
            let rows = school.appointments().values();
            let held = rows.filter(|row| row.post == post && row.period.contains(self.day));
            held.map(|row| row.person).collect::<Vec<PersonId>>()
        };
        let year = self.index.year.and_then(|year| school.years().get(&year));
        let edition = edition(school, self.day).map(|row| [row.title.as_str(), row.version.as_str()].join(" "));
        let live = school.chats().values().filter(|chat| was_live(chat, self.day)).count();
        let count = |count: usize| Cell::number(u64::try_from(count).unwrap_or(u64::MAX));
        let none = |what: Option<String>| what.map_or_else(|| Cell::text(msg::as_of_none(lang)), Cell::text);
        let facts = vec![
            Fact::new(msg::as_of_year(lang), none(year.map(|year| year.label()))),
            Fact::new(msg::as_of_edition(lang), none(edition)),
            Fact::new(msg::as_of_head(lang), self.names(&self.holders(|category| category == StaffCategory::Head))),
            Fact::new(
                msg::as_of_deputies(lang),
                self.names(&self.holders(|category| category == StaffCategory::Deputy)),
            ),
            Fact::new(msg::as_of_administrator(lang), self.names(&administrators(AdministratorPost::Platform))),
            Fact::new(msg::as_of_additional(lang), self.names(&administrators(AdministratorPost::Additional))),
            Fact::new(msg::as_of_students(lang), count(self.index.student_count())),
            Fact::new(msg::as_of_staff(lang), count(self.index.positions.len())),
            Fact::new(msg::as_of_joined(lang), count(self.index.joined.len())),
            Fact::new(msg::as_of_chats(lang), count(live)),
        ];
        Section::new("as-of", text::date::long(lang, self.day), Body::Facts(facts)).note(msg::as_of_note(lang))
    }

    fn classes(&self) -> Section {
        let (lang, school) = (self.room.lang, self.school());
        let mut chats: BTreeMap<ClassId, u64> = BTreeMap::new();
        for chat in school.chats().values().filter(|chat| was_live(chat, self.day)) {
            if let ChatScope::Class(class) | ChatScope::Subject { class, .. } = chat.scope {
                *chats.entry(class).or_default() += 1;
            }
        }
        let column = |label: &str, kind| Column { label: label.to_owned(), kind };
        let rows = self.index.classes.iter().map(|class| {
            let teacher = self.index.homeroom.get(class).copied();
            let count = u64::try_from(self.index.students_of(*class).len()).unwrap_or(u64::MAX);
            Row {
                key: class.to_string(),
                cells: vec![
                    Cell::link(school.class_name(*class), Route::Class(*class)),
                    teacher.map_or_else(
                        || Cell::badge(msg::as_of_no_teacher(lang), Tone::Warning),
                        |person| Cell::link(school.person_name(person), Route::Person(person)),
                    ),
                    Cell::number(count),
                    Cell::number(chats.get(class).copied().unwrap_or_default()),
                ],
                acts: Vec::new(),
            }
        });
        let table = Table {
            name: msg::as_of_file_classes(lang).to_owned(),
            columns: vec![
                column(msg::control_class(lang), ColumnKind::Text),
                column(msg::as_of_teacher(lang), ColumnKind::Text),
                column(msg::as_of_students(lang), ColumnKind::Number),
                column(msg::as_of_chats(lang), ColumnKind::Number),
            ],
            rows: rows.collect(),
            bulk: Vec::new(),
            empty: msg::as_of_no_classes(lang).to_owned(),
        };
        Section::new("as-of-classes", msg::as_of_classes(lang), Body::Table(table))
    }

    fn staff(&self) -> Section {
        let (lang, school) = (self.room.lang, self.school());
        let rows = self.index.positions.keys().map(|person| Row {
            key: person.to_string(),
            cells: vec![
                Cell::link(school.person_name(*person), Route::Person(*person)),
                Cell::text(self.roles(*person)),
                self.membership(*person),
            ],
            acts: Vec::new(),
        });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by_cached_key(|row| row.cells.first().map(|cell| fold(&cell.text)));
        Section::new("as-of-staff", msg::as_of_staff(lang), Body::Table(self.people_table(rows)))
    }

    fn people_table(&self, rows: Vec<Row>) -> Table {
        let lang = self.room.lang;
        let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
        Table {
            name: msg::as_of_file_people(lang).to_owned(),
            columns: vec![
                column(msg::as_of_person(lang)),
                column(msg::as_of_roles(lang)),
                column(msg::as_of_membership(lang)),
            ],
            rows,
            bulk: Vec::new(),
            empty: msg::nothing_found(lang).to_owned(),
        }
    }

    /// What a person was: posts, classes led, the class studied in, the children represented.
    fn roles(&self, person: PersonId) -> String {
        let (lang, school) = (self.room.lang, self.school());
        let mut roles: Vec<String> = Vec::new();
        let posts = self.index.positions.get(&person).into_iter().flatten();
        roles.extend(posts.filter_map(|post| school.positions().get(post)).map(|post| post.title.clone()));
        let led = self.index.led_classes.get(&person).into_iter().flatten();
        roles.extend(led.map(|class| msg::as_of_leads(lang, &school.class_name(*class))));
        let own = self.index.class_of.get(&person);
        roles.extend(own.map(|class| msg::as_of_studies(lang, &school.class_name(*class))));
        for (child, _) in self.index.children.get(&person).into_iter().flatten() {
            let class = self.index.class_of.get(child).map(|class| school.class_name(*class)).unwrap_or_default();
            roles.push(msg::as_of_represents(lang, &school.person_name(*child), &class));
        }
        roles.join("; ")
    }

    /// Where a person was a member on the platform.
    fn membership(&self, person: PersonId) -> Cell {
        let (lang, school) = (self.room.lang, self.school());
        let places = self.members.get(&person).into_iter().flatten().map(|class| {
            if Some(*class) == self.index.staff_room {
                msg::as_of_in_staff_room(lang).to_owned()
            } else {
                school.class_name(*class)
            }
        });
        Cell::text(places.collect::<Vec<_>>().join(", "))
    }

    /// The people whom the search means.
    fn people(&self) -> Section {
        let lang = self.room.lang;
        let query = fold(self.room.query.get("q"));
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |name: &str| {
            let name = fold(name);
            words.iter().all(|word| name.split(' ').any(|part| part.starts_with(word)))
        };
        let people = self.school().people().values();
        let found = people.filter(|person| fits(&person.name.to_string())).take(LISTED);
        let rows = found.map(|person| Row {
            key: person.id.to_string(),
            cells: vec![
                Cell::link(person.name.to_string(), Route::Person(person.id)),
                Cell::text(self.roles(person.id)),
                self.membership(person.id),
            ],
            acts: Vec::new(),
        });
        Section::new("as-of-people", msg::as_of_found(lang), Body::Table(self.people_table(rows.collect())))
    }
}
