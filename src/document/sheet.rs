//! A sheet being written: blocks from top to bottom, words in their cases, gaps where the plan lacks something.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::desk::{Desk, Stamp};
use super::line::{Line, Look, mark};
use super::missing::Missing;
use super::{Block, Document, Point, Signature, Table};
use crate::domain::{
    AdministratorPost, Appointment, Class, ClassId, LocalAct, LocalActId, Organisation, Person, PersonId,
    PlatformProfile, Position, SchoolYear, StaffCategory,
};
use crate::order;
use crate::text::grammar::{self, Case, Declined, Initials};
use crate::text::{Lang, date, document as words, msg};

/// A sheet being written.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    /// What it is written from.
    pub desk: Desk<'a>,
    stamp: Option<&'a Stamp>,
    blocks: Vec<Block>,
    missing: BTreeSet<Missing>,
}

impl<'a> Sheet<'a> {
    /// Takes an empty sheet.
    pub fn new(desk: &Desk<'a>, stamp: Option<&'a Stamp>) -> Self {
        Self { desk: *desk, stamp, blocks: Vec::new(), missing: BTreeSet::new() }
    }

    /// The language of the sentences.
    pub fn lang(&self) -> Lang {
        self.desk.lang
    }

    /// The day the sheet speaks of: that of its registration, else the planning day.
    pub fn day(&self) -> NaiveDate {
        self.stamp.map_or(self.desk.index.day, |stamp| stamp.on)
    }

    /// Ends the sheet.
    pub fn finish(self, title: impl Into<String>) -> Document {
        Document {
            title: title.into(),
            lang: self.desk.lang,
            blocks: self.blocks,
            missing: self.missing.into_iter().collect(),
        }
    }

    // Blocks.

    /// Writes a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Writes a paragraph.
    pub fn paragraph(&mut self, text: impl Into<Line>) {
        self.push(Block::Paragraph(text.into()));
    }

    /// Writes a heading.
    pub fn heading(&mut self, text: impl Into<Line>) {
        self.push(Block::Heading(text.into()));
    }

    /// Writes numbered points.
    pub fn points<T: Into<Line>>(&mut self, texts: impl IntoIterator<Item = T>) {
        self.push(Block::Points(Point::numbered(texts)));
    }

    /// Writes points without numbers.
    pub fn bullets<T: Into<Line>>(&mut self, texts: impl IntoIterator<Item = T>) {
        self.push(Block::Bullets(texts.into_iter().map(Into::into).collect()));
    }

    /// Writes a table, or in its place the sentence for an empty one.
    pub fn table(&mut self, table: Table, none: &str) {
        self.push(if table.rows.is_empty() { Block::Paragraph(none.into()) } else { Block::Table(table) });
    }

    /// Writes the organisation at the head of the sheet.
    pub fn letterhead(&mut self) {
        let full = self.organisation_name();
        let address = self.organisation().map(|row| row.address.as_str()).filter(|text| !text.is_empty());
        let lines = std::iter::once(Line::from(full)).chain(address.map(Line::from)).collect();
        self.push(Block::Letterhead(lines));
    }

    /// Writes the kind of the paper and what it is about.
    pub fn title(&mut self, name: &str, subject: &str) {
        let subject = Some(Line::from(subject)).filter(|line| !line.is_empty());
        self.push(Block::Title { name: name.into(), subject });
    }

    /// Writes date, number and place.
    pub fn requisites(&mut self) {
        let lang = self.lang();
        let number = match self.stamp {
            Some(stamp) if stamp.number.is_empty() => Line::default(),
            Some(stamp) => msg::paper_numbered(lang, &stamp.number).into(),
            None => msg::paper_no_number(lang).into(),
        };
        let place = self.place().map(Line::from);
        let date = self.date_line();
        self.push(Block::Requisites { date, number, place });
    }

    /// The date of the registration, or a blank.
    pub fn date_line(&self) -> Line {
        let blank = msg::paper_blank_date(self.lang());
        self.stamp.map_or_else(|| blank.into(), |stamp| date::long(self.lang(), stamp.on).into())
    }

    /// Writes at the right that the letter goes to the platform's support, and gives the names of platform and school.
    pub fn address_support(&mut self) -> (String, String) {
        let lang = self.lang();
        let (platform, support) = (self.platform_name(), self.support_email());
        let organisation = self.organisation_name();
        self.push(Block::Aside(vec![
            msg::doc_application_to(lang, &platform).into(),
            support.into(),
            msg::doc_application_from(lang, &organisation).into(),
        ]));
        (platform, organisation)
    }

    /// Writes «приложение к приказу» at the right.
    pub fn annex(&mut self) {
        let lang = self.lang();
        let number = self
            .stamp
            .map_or_else(|| msg::paper_no_number(lang).to_owned(), |stamp| msg::paper_numbered(lang, &stamp.number));
        let date = self.date_line().plain();
        self.push(Block::Aside(vec![msg::paper_annex(lang).into(), msg::paper_annex_to(lang, &date, &number).into()]));
    }

    /// Writes a line of the signature for a person.
    pub fn signature(&mut self, person: PersonId) {
        let post = self.listed_post(person);
        let post = self.or_gap(&crate::text::decision::capitalized(&post), Missing::Post(person));
        let signature = Signature { post: post.into(), name: self.signed_name(person).into() };
        self.push(Block::Signatures(vec![signature]));
    }

    /// Writes a line of the signature for a class teacher: «Классный руководитель 7А».
    pub fn leader_signature(&mut self, class: ClassId, leader: PersonId) {
        let post = format!("{} {}", msg::paper_class_teacher(self.lang()), self.class_name(class));
        let name = self.signed_name(leader).into();
        self.push(Block::Signatures(vec![Signature { post: post.into(), name }]));
    }

    /// Writes the line for the head's signature.
    pub fn head_signature(&mut self) {
        match self.head() {
            Some(head) => self.signature(head),
            None => {
                let signature =
                    Signature { post: msg::paper_head(self.lang()).into(), name: self.gap(Missing::Head).into() };
                self.push(Block::Signatures(vec![signature]));
            }
        }
    }

    /// Writes the line for the administrator's signature.
    pub fn administrator_signature(&mut self) {
        let name = match self.administrator() {
            Some(row) => self.signed_name(row.person),
            None => self.gap(Missing::Administrator),
        };
        let post = msg::paper_administrator(self.lang()).into();
        self.push(Block::Signatures(vec![Signature { post, name: name.into() }]));
    }

    /// Writes the lines on which people confirm that they have read the paper.
    pub fn acknowledged(&mut self, lead: &str, people: impl IntoIterator<Item = PersonId>) {
        let mut names: Vec<(String, Line)> = Vec::new();
        for person in people {
            let name = self.signed_name(person);
            if !names.iter().any(|(other, _)| *other == name) {
                names.push((name.clone(), name.into()));
            }
        }
        if !names.is_empty() {
            let names = names.into_iter().map(|(_, line)| line).collect();
            self.push(Block::Acknowledged { lead: lead.into(), names });
        }
    }

    // Words.

    /// A gap with what should stand in it.
    pub fn gap(&mut self, missing: Missing) -> String {
        self.missing.insert(missing);
        let what = words::missing(self.lang(), self.desk.school, missing);
        mark::with(Look::Missing, &msg::paper_gap(self.lang(), &what))
    }

    /// A text of the plan, or a gap where it is empty.
    pub fn or_gap(&mut self, text: &str, missing: Missing) -> String {
        if text.trim().is_empty() { self.gap(missing) } else { text.to_owned() }
    }

    /// A person's whole name in a case; empty where the plan has no such person.
    pub fn full(&self, person: PersonId, case: Case) -> String {
        self.person(person)
            .map(|row| checked(grammar::name(self.lang(), &row.name, row.gender, case)))
            .unwrap_or_default()
    }

    /// A person's name with initials in a case: «Баранову Г. О.».
    pub fn short(&self, person: PersonId, case: Case) -> String {
        self.person(person)
            .map(|row| checked(grammar::initials(self.lang(), &row.name, row.gender, Initials::Last, case)))
            .unwrap_or_default()
    }

    /// A name as it stands beside a signature: «Г. О. Баранов».
    pub fn signed_name(&self, person: PersonId) -> String {
        let initials = |row: &Person| {
            grammar::initials(self.lang(), &row.name, row.gender, Initials::First, Case::Nominative).text
        };
        self.person(person).map(initials).unwrap_or_default()
    }

    /// A person's post within a sentence, in a case; a gap where the person has none.
    pub fn post(&mut self, person: PersonId, case: Case) -> String {
        let title = self.main_post(person).map(|row| row.title.clone()).filter(|title| !title.is_empty());
        match title {
            Some(title) => {
                let title = grammar::running(self.lang(), &title);
                checked(grammar::post(self.lang(), &title, case))
            }
            None => self.gap(Missing::Post(person)),
        }
    }

    /// A person's post as lists have it; empty where there is none.
    pub fn listed_post(&self, person: PersonId) -> String {
        self.main_post(person).map(|row| row.title.clone()).unwrap_or_default()
    }

    /// «Баранову Глебу Олеговичу, учителю информатики».
    pub fn full_with_post(&mut self, person: PersonId, case: Case) -> String {
        let name = self.full(person, case);
        let post = self.post(person, case);
        format!("{name}, {post}")
    }

    /// «учителю информатики Баранову Г. О.».
    pub fn post_with_name(&mut self, person: PersonId, case: Case) -> String {
        let post = self.post(person, case);
        let name = self.short(person, case);
        format!("{post} {name}")
    }

    /// The organisation's whole name, or a gap.
    pub fn organisation_name(&mut self) -> String {
        let row = self.organisation();
        let name = row.map(|row| if row.full_name.is_empty() { &row.short_name } else { &row.full_name });
        let name = name.cloned().unwrap_or_default();
        self.or_gap(&name, Missing::Organisation)
    }

    /// The organisation's short name, or a gap.
    pub fn short_organisation(&mut self) -> String {
        let row = self.organisation();
        let name = row.map(|row| if row.short_name.is_empty() { &row.full_name } else { &row.short_name });
        let name = name.cloned().unwrap_or_default();
        self.or_gap(&name, Missing::Organisation)
    }

    /// The name of the platform, or a gap.
    pub fn platform_name(&mut self) -> String {
        let name = self.platform().map(|row| row.name.clone()).unwrap_or_default();
        self.or_gap(&name, Missing::Platform)
    }

    /// The address of the platform's support, or a gap.
    pub fn support_email(&mut self) -> String {
        let email = self.platform().and_then(|row| row.support_email.as_ref()).map(ToString::to_string);
        self.or_gap(&email.unwrap_or_default(), Missing::SupportEmail)
    }

    /// The school year, or a gap: «2026/27».
    pub fn year_label(&mut self) -> String {
        match self.year() {
            Some(year) => words::school_year(self.lang(), year),
            None => self.gap(Missing::Year),
        }
    }

    /// An act in a line: «приказ от 26.08.2026 № 102»; empty where there is none.
    pub fn act_line(&self, id: Option<LocalActId>) -> String {
        self.act(id).map(|act| words::act(self.lang(), act)).unwrap_or_default()
    }

    /// «от 26.08.2026 № 102», or a gap.
    pub fn act_reference(&mut self, id: Option<LocalActId>, missing: Missing) -> String {
        match self.act(id) {
            Some(act) => msg::paper_act_reference(self.lang(), &date::short(act.date), &act.number),
            None => self.gap(missing),
        }
    }

    /// The name of a class; that of the staff room for it.
    pub fn class_name(&self, class: ClassId) -> String {
        words::class(self.lang(), self.desk.school, class)
    }

    // Records.

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.desk.school.people().get(&id).map(AsRef::as_ref)
    }

    /// A class.
    pub fn class(&self, id: ClassId) -> Option<&'a Class> {
        self.desk.school.classes().get(&id).map(AsRef::as_ref)
    }

    /// A local act.
    pub fn act(&self, id: Option<LocalActId>) -> Option<&'a LocalAct> {
        self.desk.school.acts().get(&id?).map(AsRef::as_ref)
    }

    /// The organisation's data.
    pub fn organisation(&self) -> Option<&'a Organisation> {
        self.desk.school.organisation().values().next().map(AsRef::as_ref)
    }

    /// The platform's data.
    pub fn platform(&self) -> Option<&'a PlatformProfile> {
        self.desk.school.platform().values().next().map(AsRef::as_ref)
    }

    /// The school year of the day.
    pub fn year(&self) -> Option<&'a SchoolYear> {
        self.desk.school.years().get(&self.desk.index.year?).map(AsRef::as_ref)
    }

    /// The town of the organisation's address: «г. Тверь».
    fn place(&self) -> Option<String> {
        let address = &self.organisation()?.address;
        let town = address.split(',').map(str::trim).find(|part| part.starts_with("г."))?;
        Some(town.to_owned())
    }

    /// The posts a person holds on the day, the strongest first.
    fn main_post(&self, person: PersonId) -> Option<&'a Position> {
        let held = self.desk.index.positions.get(&person)?;
        held.iter()
            .filter_map(|id| self.desk.school.positions().get(id))
            .min_by_key(|row| row.category)
            .map(AsRef::as_ref)
    }

    /// People who hold a post of the category, by name.
    pub fn holders(&self, is_meant: impl Fn(StaffCategory) -> bool) -> Vec<PersonId> {
        let school = self.desk.school;
        let mut people: Vec<PersonId> = self
            .desk
            .index
            .positions
            .iter()
            .filter(|(_, held)| {
                held.iter().filter_map(|id| school.positions().get(id)).any(|row| is_meant(row.category))
            })
            .map(|(person, _)| *person)
            .collect();
        self.sort_by_name(&mut people);
        people
    }

    /// Puts people in the order of their names.
    pub fn sort_by_name(&self, people: &mut [PersonId]) {
        order::by_cached_key(people, |id| self.person(*id).map(|person| &person.name));
    }

    /// The head of the school.
    pub fn head(&self) -> Option<PersonId> {
        self.holders(|category| category == StaffCategory::Head).first().copied()
    }

    /// The administrator of the platform in office on the day, else the next one.
    pub fn administrator(&self) -> Option<&'a Appointment> {
        let rows = || self.desk.school.appointments().values().filter(|row| row.post == AdministratorPost::Platform);
        let day = self.desk.index.day;
        rows()
            .find(|row| row.period.contains(day))
            .or_else(|| rows().filter(|row| !row.period.is_over(day)).min_by_key(|row| row.period.from))
            .map(AsRef::as_ref)
    }

    /// The additional administrators in office on the day.
    pub fn additional(&self) -> Vec<&'a Appointment> {
        let day = self.desk.index.day;
        let mut rows: Vec<&Appointment> = self
            .desk
            .school
            .appointments()
            .values()
            .filter(|row| row.post == AdministratorPost::Additional && row.period.contains(day))
            .map(AsRef::as_ref)
            .collect();
        order::by_cached_key(&mut rows, |row| self.person(row.person).map(|person| &person.name));
        rows
    }
}

/// A text that begins with a capital letter, behind its marks.
pub(super) fn raised(text: &str) -> String {
    match text.find(char::is_alphabetic) {
        Some(at) => {
            let (marks, words) = text.split_at(at);
            format!("{marks}{}", crate::text::decision::capitalized(words))
        }
        None => text.to_owned(),
    }
}

/// The words of a form; marked where the rules only guess.
fn checked(declined: Declined) -> String {
    let look = if declined.is_sure { Look::Plain } else { Look::Doubtful };
    mark::with(look, &declined.text)
}
