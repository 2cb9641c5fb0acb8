//! The generator: the families of papers, and one paper with its choices, what it lacks, and its preview.

use std::collections::BTreeMap;

use super::place::place;
use super::{Ask, desk, issued, letter};
use crate::document::{Ask as Question, Family, Form as Paper, Look, Subject, Whom, forms};
use crate::domain::{Class, IssuedDocument, PersonId, StaffCategory};
use crate::order;
use crate::text::{Lang, date, document as words, msg};
use crate::view::form::Choice;
use crate::view::page::{
    Body, Button, Card, Cell, Column, ColumnKind, Does, Fact, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::{Query, Room};
use crate::view::route::Route;

/// Most people offered when one is looked for by name.
const MOST_PEOPLE: usize = 200;

/// The families of papers, each a list.
pub(super) fn families(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut latest: BTreeMap<&str, &IssuedDocument> = BTreeMap::new();
    for row in room.school.documents().values() {
        let known = latest.entry(row.form.as_str()).or_insert(row);
        if row.on > known.on {
            *known = row;
        }
    }
    let card = |form: Paper| Card {
        title: words::form(lang, form).to_owned(),
        href: Some(super::address(form, &Subject::default())),
        badge: latest.get(form.key()).map(|row| {
            let number = Some(row.number.as_str()).filter(|number| !number.is_empty());
            let number = number.map(|number| msg::paper_numbered(lang, number)).unwrap_or_default();
            let text = format!("{} {} {number}", msg::documents_form_issued(lang), date::short(row.on));
            (text.trim().to_owned(), Tone::Success)
        }),
        clause: Some(form.clause()),
        ..Card::default()
    };
    Family::ALL
        .into_iter()
        .map(|family| {
            let cards = Paper::all().filter(|form| form.family() == family).map(card).collect();
            Section::new(id_of(family), words::family(lang, family), Body::Cards(cards))
        })
        .collect()
}

const fn id_of(family: Family) -> &'static str {
    match family {
        Family::Orders => "orders",
        Family::Letters => "letters",
        Family::Ledgers => "ledgers",
        Family::Lists => "lists",
        Family::Reports => "reports",
        Family::Memos => "memos",
        Family::Archive => "archive",
    }
}

/// The choices of the address.
fn subject_of(query: &Query) -> Subject {
    let keys = ["person", "class", "record", "from", "to"];
    let map = keys.into_iter().map(|key| (key.to_owned(), query.get(key).to_owned())).collect();
    Subject::of_map(&map)
}

/// One paper.
pub(super) fn paper(room: &Room, form: Paper) -> Page {
    let lang = room.lang;
    // A paper is Russian; an English reader sees its sense, and the paper itself on demand.
    let written = if room.query.get("language") == "ru" { Lang::Ru } else { lang };
    let desk = desk(room, written);
    let subject = subject_of(room.query).resolved(form, &desk);
    let document = forms::write(form, &desk, &subject, None);
    let lines = document.plain();
    let mut acts = vec![
        Button::new("sign", msg::documents_sign(lang), Ask::Sign(form, subject)).primary(),
        Button::new("print", msg::documents_print(lang), Does::Print),
        Button::new("word", msg::documents_word(lang), Does::Word(Box::new(document.clone()))),
        Button::new("copy", msg::documents_copy(lang), Does::Copy(lines.join("\n"))),
    ];
    if form.family() == Family::Letters {
        let support = room.school.platform().values().next().and_then(|row| row.support_email.clone());
        let to = support.map(|email| email.to_string()).unwrap_or_default();
        let mail = letter::mailto(&to, words::form(written, form), &lines);
        acts.push(Button::new("mail", msg::documents_mail(lang), Does::Mail(mail)));
    }
    let mut sections = Vec::new();
    if asks_a_name(form) && subject.person.is_none() {
        sections.push(people(room));
    }
    if !document.missing.is_empty() {
        let facts = document.missing.iter().map(|missing| {
            let link = Cell::link(msg::documents_missing_fix(lang), place(*missing));
            Fact::new(words::missing(lang, room.school, *missing), link)
        });
        let body = Body::Facts(facts.collect());
        sections
            .push(Section::new("missing", msg::documents_missing(lang), body).note(msg::documents_missing_text(lang)));
    }
    if document.has(Look::Doubtful) {
        sections.push(Section::new("doubtful", "", Body::Notice(Tone::Warning, msg::documents_doubtful(lang).into())));
    }
    sections.extend(issued::latest(room, form, &subject).map(|row| issued::changes(room, row)));
    sections.push(Section::new("preview", msg::documents_preview(lang), Body::Document(Box::new(document))));
    Page {
        title: words::form(lang, form).to_owned(),
        clause: Some(form.clause()),
        up: Some((Route::Documents.to_string(), msg::documents_back(lang).to_owned())),
        acts,
        filters: filters(room, form, &subject),
        sections,
        ..Page::default()
    }
}

/// Whether a person is looked for among everybody.
fn asks_a_name(form: Paper) -> bool {
    form.asks().contains(&Question::Person(Whom::Anybody))
}

fn filters(room: &Room, form: Paper, subject: &Subject) -> Vec<Filter> {
    let lang = room.lang;
    let mut filters = Vec::new();
    for ask in form.asks() {
        match ask {
            Question::Person(Whom::Anybody) => filters.push(Filter {
                id: "name",
                label: msg::documents_person(lang).to_owned(),
                kind: FilterKind::Text,
                value: room.query.get("name").to_owned(),
            }),
            Question::Person(whom) => {
                let none = match whom {
                    Whom::AnyPedagogue => msg::documents_person_everybody(lang),
                    _ => msg::documents_person_none(lang),
                };
                let choices = std::iter::once((String::new(), none.to_owned())).chain(pedagogues(room)).collect();
                filters.push(choice("person", msg::documents_person(lang), choices, subject.person));
            }
            Question::Class => {
                let none = (String::new(), msg::documents_class_none(lang).to_owned());
                let label = |class: &Class| class.label().map(ToString::to_string).unwrap_or_default();
                let classes = room.index.classes.iter().filter_map(|id| room.school.classes().get(id));
                let choices = std::iter::once(none).chain(classes.map(|class| (class.id.to_string(), label(class))));
                filters.push(choice("class", msg::documents_class(lang), choices.collect(), subject.class));
            }
            Question::Record(kind) => {
                let mut choices: Vec<Choice> = forms::records(&desk(room, lang), *kind)
                    .into_iter()
                    .map(|record| (record.id.to_string(), record.name))
                    .collect();
                if choices.is_empty() {
                    choices.push((String::new(), msg::documents_record_none(lang).to_owned()));
                }
                filters.push(choice("record", msg::documents_record(lang), choices, subject.record));
            }
            Question::Period => {
                let day = |id, label: &str, value: Option<chrono::NaiveDate>| Filter {
                    id,
                    label: label.to_owned(),
                    kind: FilterKind::Day,
                    value: value.map(|day| day.to_string()).unwrap_or_default(),
                };
                filters.push(day("from", msg::documents_from(lang), subject.period.from));
                filters.push(day("to", msg::documents_to(lang), subject.period.to));
            }
        }
    }
    if lang != Lang::Ru {
        let choices = vec![
            (String::new(), msg::documents_language_reading(lang).to_owned()),
            ("ru".to_owned(), msg::documents_language_paper(lang).to_owned()),
        ];
        filters.push(Filter {
            id: "language",
            label: msg::documents_language(lang).to_owned(),
            kind: FilterKind::Choice(choices),
            value: room.query.get("language").to_owned(),
        });
    }
    filters
}

fn choice(id: &'static str, label: &str, choices: Vec<Choice>, value: Option<impl ToString>) -> Filter {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    Filter { id, label: label.to_owned(), kind: FilterKind::Choice(choices), value }
}

/// The pedagogues of the day, by name.
fn pedagogues(room: &Room) -> Vec<Choice> {
    let school = room.school;
    let is_pedagogue = |category: StaffCategory| category.is_pedagogue();
    let mut people: Vec<_> = room
        .index
        .positions
        .iter()
        .filter(|(_, held)| {
            held.iter().filter_map(|id| school.positions().get(id)).any(|row| is_pedagogue(row.category))
        })
        .filter_map(|(id, _)| school.people().get(id))
        .collect();
    order::by(&mut people, |a, b| a.name.cmp(&b.name));
    people.into_iter().map(|person| (person.id.to_string(), person.name.to_string())).collect()
}

/// People to choose from, those whose name has what was typed; the staff while nothing was.
fn people(room: &Room) -> Section {
    let lang = room.lang;
    let typed = crate::domain::words::fold(room.query.get("name"));
    let mut found: Vec<_> = room
        .school
        .people()
        .values()
        .filter(
            |person| {
                if typed.is_empty() { room.index.is_staff(person.id) } else { person.name.key().contains(&typed) }
            },
        )
        .collect();
    order::by(&mut found, |a, b| a.name.cmp(&b.name));
    let rows = found.into_iter().take(MOST_PEOPLE).map(|person| {
        let href = room.query.with("name", "").with("person", &person.id.to_string()).address(&Route::Documents);
        Row {
            key: person.id.to_string(),
            cells: vec![Cell::link(person.name.to_string(), href), Cell::text(what(room, person.id))],
            acts: Vec::new(),
        }
    });
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::documents_file_name(lang).to_owned(),
        columns: vec![column(msg::paper_full_name(lang)), column(msg::paper_what(lang))],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::paper_none(lang).to_owned(),
    };
    Section::new("people", msg::documents_person_none(lang), Body::Table(table))
}

/// A class or a post, to tell namesakes apart.
fn what(room: &Room, person: PersonId) -> String {
    let class = room.index.class_of.get(&person).map(|class| room.school.class_name(*class));
    let posts = room.index.positions.get(&person).into_iter().flatten();
    let titles = posts.filter_map(|id| room.school.positions().get(id)).map(|row| row.title.clone());
    class.into_iter().chain(titles).collect::<Vec<_>>().join(", ")
}

/// What a paper was made for, in a line.
pub(super) fn about(room: &Room, form: Paper, subject: &Subject) -> String {
    let desk = desk(room, room.lang);
    let mut parts: Vec<String> = Vec::new();
    for ask in form.asks() {
        match ask {
            Question::Person(_) => parts.extend(subject.person.map(|id| room.school.person_name(id))),
            Question::Class => parts.extend(subject.class.map(|id| words::class(room.lang, room.school, id))),
            Question::Record(kind) => {
                let named = forms::records(&desk, *kind).into_iter().find(|record| Some(record.id) == subject.record);
                parts.extend(named.map(|record| record.name));
            }
            Question::Period => parts.push(words::days(room.lang, subject.period)),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// The address of the paper that an entry was made of, as it is today.
pub(super) fn today(room: &Room, row: &IssuedDocument) -> Option<String> {
    let form = Paper::of_key(&row.form)?;
    let address = super::address(form, &Subject::of_map(&row.subject));
    let language = room.query.get("language");
    Some(if language.is_empty() { address } else { format!("{address}&language={language}") })
}
