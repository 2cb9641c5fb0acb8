//! Everybody, prepared once per revision so that a keystroke over 26,000 people only scans bytes and walks a cached order.
//!
//! An edit costs what it changed: folded names, orders, roles and classes are taken over from the directory before where
//! the people and what the index says of them are the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::domain::words::{cyrillic_twin, fold, russian_rank};
use crate::domain::{ClassId, Person, PersonId, PersonName, School};
use crate::order;
use crate::plan::Index;

/// Digits of a phone with the country's 7.
const PHONE_DIGITS: usize = 11;
/// Fewest digits that are looked for among phones; fewer are a grade.
const PHONE_QUERY: usize = 3;

/// What a person is at the school; somebody can be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonKind {
    /// Holds a post.
    Staff,
    /// Is enrolled in a class.
    Student,
    /// Represents a student.
    Representative,
    /// None of these.
    WithoutRole,
}

impl PersonKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Staff, Self::Student, Self::Representative, Self::WithoutRole];

    /// The value in a list of choices.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Student => "student",
            Self::Representative => "representative",
            Self::WithoutRole => "without-role",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Staff => 1,
            Self::Student => 2,
            Self::Representative => 4,
            Self::WithoutRole => 8,
        }
    }
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// Family, given name, patronymic.
    #[default]
    Name,
    /// Class, then name; people without one last.
    Class,
    /// Staff, students, representatives, others; then name.
    Role,
}

/// Which people are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words of the name, a class, a grade, or digits of the phone.
    pub text: String,
    /// What they are.
    pub kind: Option<PersonKind>,
    /// Students of a class, their representatives, and who teaches there.
    pub class: Option<ClassId>,
}

/// What does not change while the table of people does not.
#[derive(Debug, Default)]
struct Names {
    people: Vec<Arc<Person>>,
    /// Folded names one after the other, each ended by a line feed.
    keys: String,
    /// Where each key ends.
    ends: Vec<usize>,
    phones: Vec<[u8; PHONE_DIGITS]>,
    by_name: OnceLock<Arc<Vec<u32>>>,
}

/// What does not change while the same people, under the same names, stand where they stand.
#[derive(Debug, Default)]
struct Places {
    /// The parts of the index that it follows from.
    from: Index,
    kinds: Vec<u8>,
    /// Rank of the class in the order of classes; `u16::MAX` without one.
    classes: Vec<u16>,
    by_class: OnceLock<Arc<Vec<u32>>>,
    by_role: OnceLock<Arc<Vec<u32>>>,
}

/// Everybody at one revision.
#[derive(Debug, Default)]
pub struct Directory {
    names: Arc<Names>,
    places: Arc<Places>,
    labels: Vec<String>,
}

impl Directory {
    /// Prepares the people of a school, with what `before` has prepared already.
    #[must_use]
    pub fn of(school: &School, index: &Index, before: Option<&Self>) -> Self {
        let names = Names::of(school, before.map(|before| &before.names));
        let still = |before: &&Self| before.names.has_names_of(&names) && before.places.are_of(index);
        let places = match before.filter(still) {
            Some(before) => Arc::clone(&before.places),
            None => Arc::new(Places::of(&names.people, index)),
        };
        let labels = index.classes.iter().map(|id| fold(&school.class_name(*id))).collect();
        Self { names, places, labels }
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.names.people.len()
    }

    /// Whether nobody is there.
    pub fn is_empty(&self) -> bool {
        self.names.people.is_empty()
    }

    /// The person at a place.
    pub fn person(&self, at: u32) -> Option<&Arc<Person>> {
        self.names.people.get(at as usize)
    }

    /// Whether the person at a place is of a kind.
    pub fn is_kind(&self, at: u32, kind: PersonKind) -> bool {
        self.places.kinds.get(at as usize).is_some_and(|bits| bits & kind.bit() != 0)
    }

    /// The places of all people in the order of a column.
    pub fn order(&self, column: Column) -> Arc<Vec<u32>> {
        match column {
            Column::Name => Arc::clone(self.names.by_name()),
            Column::Class => {
                let key = |at: u32| self.places.classes.get(at as usize).copied().unwrap_or(u16::MAX);
                Arc::clone(self.places.by_class.get_or_init(|| Arc::new(self.sorted(key))))
            }
            Column::Role => {
                let key = |at: u32| {
                    let bits = self.places.kinds.get(at as usize).copied().unwrap_or_default();
                    u16::try_from(bits.trailing_zeros()).unwrap_or(u16::MAX)
                };
                Arc::clone(self.places.by_role.get_or_init(|| Arc::new(self.sorted(key))))
            }
        }
    }

    /// The order by a small key: the order by name is walked, so a stable sort keeps it within a key.
    fn sorted(&self, key: impl Fn(u32) -> u16) -> Vec<u32> {
        let mut order = self.names.by_name().as_ref().clone();
        order::by_key(&mut order, |at| key(*at));
        order
    }

    /// The places of the people a filter lets through, in the order of a column.
    #[must_use]
    pub fn find(&self, filter: &Filter, column: Column, class: Option<&BTreeSet<PersonId>>) -> Arc<Vec<u32>> {
        let order = self.order(column);
        let text = fold(&filter.text);
        if text.is_empty() && filter.kind.is_none() && class.is_none() {
            return order;
        }
        let mut hits = vec![true; self.len()];
        self.narrow_text(&text, &mut hits);
        if let Some(kind) = filter.kind {
            narrow(&mut hits, &self.places.kinds, |bits| bits & kind.bit() != 0);
        }
        if let Some(ids) = class {
            narrow(&mut hits, &self.names.people, |person| ids.contains(&person.id));
        }
        Arc::new(order.iter().copied().filter(|at| hits.get(*at as usize).copied().unwrap_or_default()).collect())
    }

    fn narrow_text(&self, text: &str, hits: &mut [bool]) {
        if let Some(digits) = phone_digits(text) {
            let size = digits.len();
            narrow(hits, &self.names.phones, |phone| phone.windows(size).any(|window| window == digits.as_bytes()));
            return;
        }
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                let classes = self.classes_like(word);
                narrow(hits, &self.places.classes, |class| {
                    classes.get(usize::from(*class)).copied().unwrap_or_default()
                });
            } else {
                self.names.narrow(word, hits);
            }
        }
    }

    /// Which classes a word means: a grade alone, or the beginning of a label.
    fn classes_like(&self, word: &str) -> Vec<bool> {
        let word: String = word.chars().map(|c| cyrillic_twin(c.to_ascii_uppercase()).unwrap_or(c)).collect();
        let word = fold(&word);
        let is_grade = word.chars().all(|c| c.is_ascii_digit());
        self.labels
            .iter()
            .map(|label| {
                label
                    .strip_prefix(&word)
                    .is_some_and(|rest| !is_grade || !rest.starts_with(|c: char| c.is_ascii_digit()))
            })
            .collect()
    }

    /// The first people by name that a text lets through, for a list of proposals.
    #[must_use]
    pub fn propose(&self, text: &str, kind: Option<PersonKind>, most: usize) -> Vec<PersonId> {
        let filter = Filter { text: text.to_owned(), kind, class: None };
        let found = self.find(&filter, Column::Name, None);
        found.iter().take(most).filter_map(|at| self.person(*at)).map(|person| person.id).collect()
    }
}

/// The digits a text looks for among phones: nothing but signs of a number, and enough digits.
fn phone_digits(text: &str) -> Option<String> {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-'));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !is_number || digits.len() < PHONE_QUERY {
        return None;
    }
    // A whole number begins with the country's 7 or the trunk's 8.
    match digits.strip_prefix('8') {
        Some(rest) if digits.len() == PHONE_DIGITS => Some(format!("7{rest}")),
        _ => Some(digits),
    }
}

fn narrow<T>(hits: &mut [bool], rows: &[T], keeps: impl Fn(&T) -> bool) {
    for (hit, row) in hits.iter_mut().zip(rows) {
        *hit = *hit && keeps(row);
    }
}

impl Places {
    fn of(people: &[Arc<Person>], index: &Index) -> Self {
        let ranks: BTreeMap<ClassId, u16> =
            order::map(index.classes.iter().enumerate().map(|(at, id)| (*id, u16::try_from(at).unwrap_or(u16::MAX))));
        let mut kinds = Vec::with_capacity(people.len());
        let mut classes = Vec::with_capacity(people.len());
        for person in people {
            let class = index.class_of.get(&person.id);
            let mut bits = 0;
            for (kind, is_so) in [
                (PersonKind::Staff, index.is_staff(person.id)),
                (PersonKind::Student, class.is_some()),
                (PersonKind::Representative, index.children.contains_key(&person.id)),
            ] {
                bits |= if is_so { kind.bit() } else { 0 };
            }
            kinds.push(if bits == 0 { PersonKind::WithoutRole.bit() } else { bits });
            classes.push(class.and_then(|class| ranks.get(class).copied()).unwrap_or(u16::MAX));
        }
        Self { from: index.clone(), kinds, classes, by_class: OnceLock::new(), by_role: OnceLock::new() }
    }

    /// Whether the index says the same of everybody.
    fn are_of(&self, index: &Index) -> bool {
        let from = &self.from;
        Arc::ptr_eq(&from.classes, &index.classes)
            && Arc::ptr_eq(&from.class_of, &index.class_of)
            && Arc::ptr_eq(&from.children, &index.children)
            && Arc::ptr_eq(&from.positions, &index.positions)
    }
}

impl Names {
    fn of(school: &School, before: Option<&Arc<Self>>) -> Arc<Self> {
        let people = school.people();
        if let Some(before) = before {
            let is_same = before.people.len() == people.len()
                && before.people.iter().zip(people.values()).all(|(a, b)| Arc::ptr_eq(a, b));
            if is_same {
                return Arc::clone(before);
            }
        }
        let mut names = Self { people: people.values().cloned().collect(), ..Self::default() };
        names.keys.reserve(people.len() * 64);
        names.ends.reserve(people.len());
        names.phones.reserve(people.len());
        // Both stand by identity, so the one from before is found by going along.
        let nobody = Arc::default();
        let known: &Self = before.unwrap_or(&nobody);
        let mut at = 0;
        for person in &names.people {
            while known.people.get(at).is_some_and(|other| other.id < person.id) {
                at += 1;
            }
            let old = known.people.get(at).filter(|other| other.id == person.id);
            match old.and_then(|old| known.key(at).filter(|_| Arc::ptr_eq(old, person) || old.name == person.name)) {
                Some(key) => names.keys.push_str(key),
                None => {
                    names.keys.push_str(&person.name.key());
                    names.keys.push('\n');
                }
            }
            names.ends.push(names.keys.len());
            let phone = old.filter(|old| Arc::ptr_eq(old, person)).and_then(|_| known.phones.get(at).copied());
            names.phones.push(phone.unwrap_or_else(|| digits_of(person)));
        }
        // The order holds as long as the same people have the same names.
        if let Some(order) = before.filter(|before| before.has_names_of(&names)).and_then(|before| before.by_name.get())
        {
            let _ = names.by_name.set(Arc::clone(order));
        }
        Arc::new(names)
    }

    /// The folded name at a place, with its end.
    fn key(&self, at: usize) -> Option<&str> {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.keys.get(from..*self.ends.get(at)?)
    }

    fn has_names_of(&self, other: &Self) -> bool {
        self.people.len() == other.people.len()
            && self
                .people
                .iter()
                .zip(&other.people)
                .all(|(a, b)| Arc::ptr_eq(a, b) || (a.id == b.id && a.name == b.name))
    }

    fn by_name(&self) -> &Arc<Vec<u32>> {
        self.by_name.get_or_init(|| Arc::new(order_by_name(self.people.iter().map(|person| &person.name))))
    }

    /// Keeps the people in whose folded name the word stands. One scan over all names.
    fn narrow(&self, word: &str, hits: &mut [bool]) {
        let mut found = vec![false; hits.len()];
        let mut at = 0;
        for (place, _) in self.keys.match_indices(word) {
            while self.ends.get(at).is_some_and(|end| *end <= place) {
                at += 1;
            }
            if let Some(slot) = found.get_mut(at) {
                *slot = true;
            }
        }
        narrow(hits, &found, |is_found| *is_found);
    }
}

fn digits_of(person: &Person) -> [u8; PHONE_DIGITS] {
    let mut out = [0; PHONE_DIGITS];
    if let Some(phone) = person.phone {
        for (slot, digit) in out.iter_mut().zip(phone.compact().bytes().skip(1)) {
            *slot = digit;
        }
    }
    out
}

/// The order of names as `PersonName` compares them, without comparing whole names.
///
/// A school of 26,000 has some hundred distinct families, given names and patronymics: these are sorted and numbered,
/// and a name becomes one number of three ranks.
fn order_by_name<'a>(names: impl Iterator<Item = &'a PersonName> + Clone) -> Vec<u32> {
    let mut ranks: std::collections::HashMap<&str, u64> = std::collections::HashMap::new();
    for name in names.clone() {
        for part in parts(name) {
            ranks.entry(part).or_default();
        }
    }
    let mut distinct: Vec<&str> = ranks.keys().copied().collect();
    order::by_cached_key(&mut distinct, |part| part.chars().map(russian_rank).collect::<Vec<u32>>());
    for (rank, part) in (0..).zip(distinct) {
        ranks.insert(part, rank);
    }
    // 21 bits a part: two million distinct names.
    let pack =
        |name| parts(name).into_iter().fold(0, |key, part| key << 21 | ranks.get(part).copied().unwrap_or_default());
    let mut packed: Vec<(u64, u32)> = names.map(pack).zip(0..).collect();
    order::natural(&mut packed);
    packed.into_iter().map(|(_, at)| at).collect()
}

fn parts(name: &PersonName) -> [&str; 3] {
    [name.family(), name.given(), name.patronymic().unwrap_or_default()]
}

#[cfg(test)]
mod tests;
