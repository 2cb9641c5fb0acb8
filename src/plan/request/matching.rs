//! Who a request means: its name against the names of the roster, forgiving what people and phones do to names.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::words::{cyrillic_twin, tidy};
use crate::domain::{ClassId, InviteRole, JoinRequest, PersonId, PersonName, School};
use crate::plan::Index;

/// The least score of somebody who may be meant.
const LEAST: u8 = 40;
/// The score from which one person is meant without a doubt.
const SURE: u8 = 80;
/// How far the next one must be behind.
const AHEAD: u8 = 15;
/// How many are shown.
const SHOWN: usize = 5;

/// What speaks for or against somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The names are the same letter by letter.
    SameName,
    /// They differ in ё and е only.
    Yo,
    /// Latin letters stand for Cyrillic ones that look alike.
    LookAlike,
    /// The parts of the name stand in another order.
    OtherOrder,
    /// One of the two has no patronymic.
    NoPatronymic,
    /// The patronymics differ.
    OtherPatronymic,
    /// A part differs by one letter.
    Typo,
    /// Only the family name or only the given name agrees.
    PartOnly,
    /// The role is the claimed one.
    SameRole,
    /// The person has another role.
    OtherRole,
    /// The class is the one asked for.
    SameClass,
    /// The person is in another class.
    OtherClass,
}

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// How well the person fits, 0 to 100.
    pub score: u8,
    /// Why.
    pub reasons: Vec<Why>,
    /// Whether the role and the class are those of the request, so that it may be approved (2.1/9).
    pub fits: bool,
}

/// What comes of the comparison (SPEC section 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// One person is meant.
    Matched(Candidate),
    /// Several may be meant, or one not surely; the best first.
    Ambiguous(Vec<Candidate>),
    /// Nobody of the roster.
    Unknown,
}

impl Verdict {
    /// Everybody who may be meant, the best first.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Matched(one) => std::slice::from_ref(one),
            Self::Ambiguous(several) => several,
            Self::Unknown => &[],
        }
    }
}

/// The names of staff and students, prepared once for many requests.
#[derive(Debug)]
pub struct Roster<'a> {
    index: &'a Index,
    people: Vec<Entry>,
    by_word: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Entry {
    person: PersonId,
    /// Family, given, patronymic, folded; an empty patronymic where there is none.
    parts: [String; 3],
}

impl<'a> Roster<'a> {
    /// Prepares everybody who may ask: staff and students (2.1/9 names nobody else).
    #[must_use]
    pub fn of(school: &School, index: &'a Index) -> Self {
        let ids: BTreeSet<PersonId> = index.positions.keys().chain(index.class_of.keys()).copied().collect();
        let mut roster = Self { index, people: Vec::with_capacity(ids.len()), by_word: BTreeMap::new() };
        for person in ids.into_iter().filter_map(|id| school.people().get(&id)) {
            let parts = parts_of(&person.name);
            let at = roster.people.len();
            for part in parts.iter().take(2) {
                roster.by_word.entry(part.clone()).or_default().push(at);
            }
            roster.people.push(Entry { person: person.id, parts });
        }
        roster
    }

    /// Compares a request with the roster.
    #[must_use]
    pub fn find(&self, request: &JoinRequest) -> Verdict {
        let name = Typed::of(&request.name);
        // Whoever shares a word, and for slips of the finger the class that was asked for.
        let mut near: BTreeSet<usize> =
            name.words.iter().filter_map(|word| self.by_word.get(word)).flatten().copied().collect();
        if request.role == InviteRole::Student
            && let Some(class) = request.class
        {
            let students: BTreeSet<PersonId> = self.index.students_of(class).iter().copied().collect();
            near.extend(self.people.iter().enumerate().filter(|(_, e)| students.contains(&e.person)).map(|(at, _)| at));
        }
        let mut found: Vec<Candidate> = near
            .into_iter()
            .filter_map(|at| self.people.get(at))
            .filter_map(|entry| self.score(entry, &name, request))
            .filter(|candidate| candidate.score >= LEAST)
            .collect();
        found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.score), candidate.person));
        found.truncate(SHOWN);
        let next = found.get(1).map_or(0, |next| next.score);
        match found.first() {
            None => Verdict::Unknown,
            Some(best) if best.fits && best.score >= SURE && best.score >= next.saturating_add(AHEAD) => {
                Verdict::Matched(best.clone())
            }
            Some(_) => Verdict::Ambiguous(found),
        }
    }

    /// Whether a person has the role and the class that a request claims.
    #[must_use]
    pub fn fits(index: &Index, person: PersonId, role: InviteRole, class: Option<ClassId>) -> bool {
        role_fits(index, person, role) && class_fits(index, person, role, class)
    }

    fn score(&self, entry: &Entry, name: &Typed, request: &JoinRequest) -> Option<Candidate> {
        let (mut score, mut reasons) = name.compare(&entry.parts)?;
        if role_fits(self.index, entry.person, request.role) {
            (score, reasons) = (score + 5, with(reasons, Why::SameRole));
        } else {
            (score, reasons) = (score - 25, with(reasons, Why::OtherRole));
        }
        if request.class.is_some() {
            if class_fits(self.index, entry.person, request.role, request.class) {
                (score, reasons) = (score + 5, with(reasons, Why::SameClass));
            } else {
                (score, reasons) = (score - 20, with(reasons, Why::OtherClass));
            }
        }
        let fits = !reasons.contains(&Why::OtherRole) && !reasons.contains(&Why::OtherClass);
        let score = u8::try_from(score.clamp(0, 100)).unwrap_or_default();
        Some(Candidate { person: entry.person, score, reasons, fits })
    }
}

fn with(mut reasons: Vec<Why>, why: Why) -> Vec<Why> {
    reasons.push(why);
    reasons
}

fn role_fits(index: &Index, person: PersonId, role: InviteRole) -> bool {
    match role {
        InviteRole::Teacher => index.is_staff(person),
        InviteRole::Student => index.class_of.contains_key(&person),
        InviteRole::Parent => false,
    }
}

fn class_fits(index: &Index, person: PersonId, role: InviteRole, class: Option<ClassId>) -> bool {
    match (role, class) {
        (InviteRole::Student, Some(class)) => index.class_of.get(&person) == Some(&class),
        // Pedagogues may ask for the staff room and for classes; students for a class that they name.
        (InviteRole::Teacher, _) => true,
        (_, None) => true,
        (InviteRole::Parent, _) => false,
    }
}

/// Lower case, `ё` as `е`, Latin look-alikes as Cyrillic.
fn fold(text: &str) -> String {
    tidy(text).chars().filter_map(folded).collect()
}

fn folded(c: char) -> Option<char> {
    if c.is_control() || matches!(c, '.' | ',' | ';' | '(' | ')' | '"') {
        return Some(' ');
    }
    let upper = c.to_uppercase().next().unwrap_or(c);
    let c = cyrillic_twin(c).or_else(|| cyrillic_twin(upper)).unwrap_or(c);
    let lower = c.to_lowercase().next()?;
    Some(if lower == 'ё' { 'е' } else { lower })
}

fn parts_of(name: &PersonName) -> [String; 3] {
    [name.family(), name.given(), name.patronymic().unwrap_or_default()].map(fold)
}

/// A name as it was typed.
struct Typed {
    words: Vec<String>,
    has_latin: bool,
    has_yo: bool,
}

impl Typed {
    fn of(text: &str) -> Self {
        let words = fold(text).split_whitespace().map(str::to_owned).collect();
        Self { words, has_latin: text.chars().any(|c| c.is_ascii_alphabetic()), has_yo: text.contains(['ё', 'Ё']) }
    }

    /// How well the words fit a name, and why; none where neither the family nor the given name does.
    fn compare(&self, parts: &[String; 3]) -> Option<(i32, Vec<Why>)> {
        let [family, given, patronymic] = parts;
        let family_words: Vec<&str> = family.split(' ').collect();
        let mut left: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let mut reasons = Vec::new();
        let mut typo = false;
        let mut take = |wanted: &str, typo: &mut bool| -> Option<usize> {
            let exact = left.iter().position(|word| *word == wanted);
            let at = exact.or_else(|| {
                let near = left.iter().position(|word| is_one_off(word, wanted));
                *typo |= near.is_some();
                near
            })?;
            if let Some(slot) = left.get_mut(at) {
                // A word answers for one part only.
                *slot = "";
            }
            Some(at)
        };
        let family_at = family_words.iter().map(|word| take(word, &mut typo)).collect::<Option<Vec<usize>>>();
        let given_at = take(given, &mut typo);
        let patronymic_at = if patronymic.is_empty() {
            None
        } else {
            patronymic.split(' ').map(|word| take(word, &mut typo)).collect::<Option<Vec<usize>>>()
        };
        let rest = left.iter().filter(|word| !word.is_empty()).count();
        let mut score = match (&family_at, given_at) {
            (Some(_), Some(_)) => 75,
            (Some(_), None) => 40,
            (None, Some(_)) => 15,
            (None, None) => return None,
        };
        if score < 75 {
            reasons.push(Why::PartOnly);
        }
        match (patronymic.is_empty(), patronymic_at.is_some(), rest) {
            (true, _, 0) | (false, true, _) => score += 15,
            (true, _, _) | (false, false, 0) => {
                score += 8;
                reasons.push(Why::NoPatronymic);
            }
            (false, false, _) => {
                score -= 20;
                reasons.push(Why::OtherPatronymic);
            }
        }
        if let (Some(family), Some(given)) = (family_at.as_ref().and_then(|at| at.first()), given_at)
            && given < *family
        {
            score -= 2;
            reasons.push(Why::OtherOrder);
        }
        if typo {
            score -= 12;
            reasons.push(Why::Typo);
        }
        if self.has_latin {
            score -= 2;
            reasons.push(Why::LookAlike);
        }
        if self.has_yo {
            reasons.push(Why::Yo);
        }
        if reasons.is_empty() {
            reasons.push(Why::SameName);
        }
        Some((score, reasons))
    }
}

/// Whether two words of at least four letters differ by one letter: another, one more, or two swapped.
fn is_one_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 4 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], skip: usize| word.get(same + skip..).map(<[char]>::to_vec).unwrap_or_default();
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => rest(&a, 0) == rest(&b, 1),
        std::cmp::Ordering::Greater => rest(&a, 1) == rest(&b, 0),
        std::cmp::Ordering::Equal => {
            let is_swapped = a.get(same) == b.get(same + 1) && a.get(same + 1) == b.get(same);
            rest(&a, 1) == rest(&b, 1) || (is_swapped && rest(&a, 2) == rest(&b, 2))
        }
    }
}
