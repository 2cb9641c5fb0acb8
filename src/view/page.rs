//! A screen as plain data. Areas build pages; one renderer draws them, so that a new screen needs no component.
//!
//! Everything here is compared by value: the renderer redraws a section or a row only where it differs.

use chrono::NaiveDate;

use super::area::{Ask, Deed};
use super::chart::Chart;
use super::form::Choice;
use crate::document::Document;
use crate::document::qr::Modules;
use crate::domain::ClauseId;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Page {
    /// Title.
    pub title: String,
    /// A sentence below the title.
    pub lead: String,
    /// The clause that the screen serves.
    pub clause: Option<ClauseId>,
    /// The screen above this one: address and name.
    pub up: Option<(String, String)>,
    /// What can be done here.
    pub acts: Vec<Button>,
    /// Parts of the screen, each with an address of its own.
    pub tabs: Vec<Tab>,
    /// What narrows the screen; each writes a parameter of the address.
    pub filters: Vec<Filter>,
    /// What is shown.
    pub sections: Vec<Section>,
}

impl Page {
    /// A button of the page, of one of its sections or of a step, by its identity; those of rows are many and have none.
    #[must_use]
    pub fn button(&self, id: &str) -> Option<&Button> {
        let steps = self.sections.iter().flat_map(|section| match &section.body {
            Body::Checklist(steps) => steps.as_slice(),
            _ => &[],
        });
        self.buttons().chain(steps.flat_map(|step| &step.acts)).find(|button| button.id == id)
    }

    /// The buttons of the page and of its sections.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        let of_sections = self.sections.iter().flat_map(|section| {
            let empty: &[Button] = if let Body::Empty { acts, .. } = &section.body { acts } else { &[] };
            section.acts.iter().chain(empty)
        });
        self.acts.iter().chain(of_sections)
    }
}

/// A part of a screen with an address of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Whether it is shown now.
    pub is_here: bool,
    /// How much is in it.
    pub count: Option<u64>,
}

/// A control that writes a parameter of the address.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The parameter.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// How it is chosen.
    pub kind: FilterKind,
    /// What it is now; empty for no narrowing.
    pub value: String,
}

/// How a filter is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FilterKind {
    /// One of a list; the list has its own entry with an empty value.
    Choice(Vec<Choice>),
    /// A text.
    Text,
    /// A day.
    Day,
}

/// A part of a page under a title of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section {
    /// Its identity on the page; tests find it as `section-ID`.
    pub id: &'static str,
    /// Title; empty where it needs none.
    pub title: String,
    /// A sentence below the title.
    pub note: String,
    /// The clause it serves.
    pub clause: Option<ClauseId>,
    /// What can be done with it.
    pub acts: Vec<Button>,
    /// What it shows.
    pub body: Body,
}

impl Section {
    /// A section with a title and a body.
    #[must_use]
    pub fn new(id: &'static str, title: impl Into<String>, body: Body) -> Self {
        Self { id, title: title.into(), note: String::new(), clause: None, acts: Vec::new(), body }
    }

    /// The section with a sentence below its title.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The section with its clause.
    #[must_use]
    pub fn clause(self, clause: ClauseId) -> Self {
        Self { clause: Some(clause), ..self }
    }

    /// The section with its buttons.
    #[must_use]
    pub fn acts(self, acts: Vec<Button>) -> Self {
        Self { acts, ..self }
    }
}

/// What a section shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Body {
    /// Nothing yet: what it is, and what the next step would be.
    Empty {
        /// What is missing.
        title: String,
        /// What to do.
        text: String,
        /// The next steps.
        acts: Vec<Button>,
    },
    /// A table that is searched, sorted, paged, exported and printed.
    Table(Table),
    /// Names with values.
    Facts(Vec<Fact>),
    /// Cards, one below the other.
    Cards(Vec<Card>),
    /// Columns of cards, such as the states of invites.
    Board(Vec<Lane>),
    /// Steps that are ticked off.
    Checklist(Vec<Step>),
    /// Large figures.
    Figures(Vec<Figure>),
    /// A chart, with its table and as a picture.
    Chart(Chart),
    /// Paragraphs.
    Prose(Vec<String>),
    /// Lines of code or a letter, kept as they are.
    Verbatim(String),
    /// A month or a week of days.
    Calendar(Calendar),
    /// A paper as it is printed on A4.
    Document(Box<Document>),
    /// A notice.
    Notice(Tone, String),
    /// Slips to be printed and cut out, each with a code for a phone's camera.
    Handouts(Vec<Handout>),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table {
    /// The name of the exported file, such as `приглашения`.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, in their first order.
    pub rows: Vec<Row>,
    /// What can be done with the rows that are chosen; no choice is offered where it is empty.
    pub bulk: Vec<Button>,
    /// What is said where there are no rows.
    pub empty: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its head.
    pub label: String,
    /// What it holds.
    pub kind: ColumnKind,
}

/// What a column holds; tells how it is aligned and sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Words, sorted as the Russian alphabet does.
    Text,
    /// Whole numbers.
    Number,
    /// Days; cells carry them in `sort`.
    Day,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// What it is about; what is chosen is given to a bulk act by it.
    pub key: String,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What can be done with it.
    pub acts: Vec<Button>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Smaller words below.
    pub note: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A badge in this tone where it is a state.
    pub tone: Option<Tone>,
    /// What it is sorted by, where that is not its text: a number or a day in figures.
    pub sort: Option<i64>,
    /// Whether the words of the glossary in it lead to what they mean.
    pub has_terms: bool,
}

impl Cell {
    /// Words of the regulation, in which the words of its glossary lead to what they mean.
    #[must_use]
    pub fn told(text: impl Into<String>) -> Self {
        Self { text: text.into(), has_terms: true, ..Self::default() }
    }

    /// Words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that lead somewhere.
    #[must_use]
    pub fn link(text: impl Into<String>, href: impl ToString) -> Self {
        Self { text: text.into(), href: Some(href.to_string()), ..Self::default() }
    }

    /// A state.
    #[must_use]
    pub fn badge(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone: Some(tone), ..Self::default() }
    }

    /// A whole number.
    #[must_use]
    pub fn number(number: u64) -> Self {
        Self { text: number.to_string(), sort: i64::try_from(number).ok(), ..Self::default() }
    }

    /// A day; empty where there is none.
    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        use chrono::Datelike;
        let text = day.map(crate::text::date::short).unwrap_or_default();
        Self { text, sort: day.map(|day| i64::from(day.num_days_from_ce())), ..Self::default() }
    }

    /// The cell with smaller words below.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// What a badge, a notice or a card is about; color only repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Worth knowing.
    Info,
    /// Done, in order.
    Success,
    /// To be looked at.
    Warning,
    /// Wrong.
    Error,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Cell,
}

impl Fact {
    /// A name with words.
    #[must_use]
    pub fn new(name: impl Into<String>, value: Cell) -> Self {
        Self { name: name.into(), value }
    }
}

/// A card: something with a state, a few facts and acts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Card {
    /// Title.
    pub title: String,
    /// Where the title leads.
    pub href: Option<String>,
    /// Its state.
    pub badge: Option<(String, Tone)>,
    /// Lines of text.
    pub lines: Vec<String>,
    /// The clause it rests on.
    pub clause: Option<ClauseId>,
    /// What can be done with it.
    pub acts: Vec<Button>,
}

/// A slip of paper that is handed over: words and a code for a phone's camera.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Handout {
    /// For whom it is.
    pub title: String,
    /// What to do with it, line by line.
    pub lines: Vec<String>,
    /// The address of the link.
    pub link: String,
    /// The code of the address.
    pub code: Modules,
}

/// A column of a board.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lane {
    /// Its name.
    pub title: String,
    /// How many are in it, also those that are not shown.
    pub count: u64,
    /// The first of them.
    pub cards: Vec<Card>,
}

impl Lane {
    /// Most cards that come along: what lies further back is found in the table of the same screen.
    pub const ROOM: usize = 400;

    /// A column of rows, in their order.
    pub fn of<T>(title: &str, rows: Vec<T>, card: impl FnMut(T) -> Card) -> Self {
        Self {
            title: title.to_owned(),
            count: rows.len() as u64,
            cards: rows.into_iter().take(Self::ROOM).map(card).collect(),
        }
    }
}

/// A step that is ticked off.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// What is to be done.
    pub title: String,
    /// How, or what follows from it.
    pub text: String,
    /// How far it is.
    pub state: StepState,
    /// The clause it rests on.
    pub clause: Option<ClauseId>,
    /// What can be done.
    pub acts: Vec<Button>,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// Done.
    Done,
    /// The next one.
    Current,
    /// Later.
    Open,
    /// It waits for something else.
    Blocked,
}

/// A large figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: u64,
    /// Of how many; a meter is drawn where there is a whole.
    pub of: Option<u64>,
    /// Words beside it, such as who is not counted.
    pub note: String,
    /// Where it leads.
    pub href: Option<String>,
    /// What it means.
    pub tone: Tone,
}

/// A calendar: weeks of seven days, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// What it is called: a month with its year, a week.
    pub title: String,
    /// The days, seven a week.
    pub days: Vec<CalendarDay>,
}

/// A day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CalendarDay {
    /// Which day.
    pub day: NaiveDate,
    /// Whether it belongs to what is shown.
    pub is_within: bool,
    /// Whether it is today.
    pub is_today: bool,
    /// What is on it: words, tone, where it leads.
    pub entries: Vec<CalendarEntry>,
}

/// An entry of a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CalendarEntry {
    /// What it says.
    pub text: String,
    /// What it means.
    pub tone: Tone,
    /// What a click does.
    pub does: Does,
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it is about, for those who do not see what it stands beside.
    pub about: String,
    /// Tests find it as `act-ID`.
    pub id: &'static str,
    /// How it looks.
    pub look: Look,
    /// What it does.
    pub does: Does,
    /// Why it is off, with its clause in words; it stays reachable and says so.
    pub refused: Option<String>,
}

impl Button {
    /// A button beside others.
    #[must_use]
    pub fn new(id: &'static str, label: impl Into<String>, does: impl Into<Does>) -> Self {
        let (label, does) = (label.into(), does.into());
        Self { label, about: String::new(), id, look: Look::Plain, does, refused: None }
    }

    /// The main button of a page or section.
    #[must_use]
    pub fn primary(self) -> Self {
        Self { look: Look::Primary, ..self }
    }

    /// A button that takes something away.
    #[must_use]
    pub fn danger(self) -> Self {
        Self { look: Look::Danger, ..self }
    }

    /// The button with what it is about.
    #[must_use]
    pub fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// The button, off with its reason where there is one.
    #[must_use]
    pub fn refused(self, refused: Option<String>) -> Self {
        Self { refused, ..self }
    }
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// One of several.
    Plain,
    /// The main act.
    Primary,
    /// Takes something away.
    Danger,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Does {
    /// Goes to an address within the app.
    Go(String),
    /// Opens a form.
    Ask(Ask),
    /// Acts at once; the toast offers to undo.
    Do(Deed),
    /// Copies a text.
    Copy(String),
    /// Opens the mail program with a letter: a `mailto:` address.
    Mail(String),
    /// Tells a word to the module that gave the page.
    Tell(String),
    /// Asks a form, and tells the word with what it was filled in with.
    Fill(Box<super::form::Form>, String),
    /// Prints the page.
    Print,
    /// Offers a paper as a file of a word processor.
    Word(Box<Document>),
    /// Offers a file.
    Save {
        /// Its name.
        name: String,
        /// Its kind, such as `text/calendar`.
        mime: &'static str,
        /// Its text.
        text: String,
    },
}

impl From<super::route::Route> for Does {
    fn from(route: super::route::Route) -> Self {
        Self::Go(route.to_string())
    }
}

impl From<Ask> for Does {
    fn from(ask: Ask) -> Self {
        Self::Ask(ask)
    }
}

impl From<Deed> for Does {
    fn from(deed: Deed) -> Self {
        Self::Do(deed)
    }
}
