//! A school's own full text, split by the numbers of its clauses. The reader is tolerant: it never fails, and it tells
//! what it could not place.
//!
//! Points stand as `2.1.`, their bullets as dashes, dots, letters or addresses such as `2.1.12`. A number counts only
//! where it goes up, so that a date or a reference at the beginning of a line begins nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Regulation;
use crate::domain::ClauseId;
use crate::domain::words::{fold, tidy};

/// The longest piece of text that is kept for one clause, in characters.
const LONGEST: usize = 20_000;
/// The most pieces that a point may have; what follows is joined to the last one.
const MOST_PIECES: usize = 400;

/// A text clause by clause.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnText {
    /// What stands before the first clause: the heading of the document.
    pub front: String,
    /// The clauses of the register with their words.
    pub clauses: BTreeMap<ClauseId, String>,
    /// The words before the list of a point, where the register has no clause for them.
    pub intros: BTreeMap<ClauseId, String>,
    /// The clauses of the register that the text does not have.
    pub missing: Vec<ClauseId>,
    /// What the text has and the register has not.
    pub extra: Vec<Extra>,
}

/// A piece of text that has no place in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// The number under which it stands, as far as it is known.
    pub place: String,
    /// Its words.
    pub text: String,
}

/// How a piece begins.
enum Mark {
    /// `2.1.`, `2.1.12`, `2.1/12`, `2.2/6а`.
    Address(ClauseId),
    /// `2. Heading`.
    Heading(u8),
    /// `- `, `1)`, `а)`.
    Bullet,
}

/// A point of the text with its pieces: the first is what stands before the list.
#[derive(Default)]
struct Point {
    head: String,
    bullets: Vec<String>,
    addressed: Vec<(ClauseId, String)>,
}

/// Splits a text by the clauses of a register.
#[must_use]
pub fn split(text: &str, regulation: &Regulation) -> OwnText {
    let mut own = OwnText::default();
    let mut points: Vec<(ClauseId, Point)> = Vec::new();
    let mut section = 0;
    let mut is_heading = false;
    for line in text.lines() {
        let line = tidy(line);
        if line.is_empty() {
            continue;
        }
        let last = points.last().map(|(id, _)| *id);
        match mark(&line, last, section) {
            Some((Mark::Heading(number), _)) => {
                section = number;
                is_heading = true;
            }
            Some((Mark::Address(id), rest)) if id.is_point() => {
                section = id.section();
                is_heading = false;
                points.push((id, Point { head: rest.to_owned(), ..Point::default() }));
            }
            Some((Mark::Address(id), rest)) => {
                is_heading = false;
                if last != Some(id.point()) {
                    section = id.section();
                    points.push((id.point(), Point::default()));
                }
                if let Some((_, point)) = points.last_mut() {
                    point.addressed.push((id, rest.to_owned()));
                }
            }
            Some((Mark::Bullet, rest)) if !points.is_empty() => {
                if let Some((_, point)) = points.last_mut() {
                    if point.bullets.len() < MOST_PIECES {
                        point.bullets.push(rest.to_owned());
                    } else if let Some(bullet) = point.bullets.last_mut() {
                        join(bullet, rest);
                    }
                }
            }
            // A heading may take several lines; it belongs to no clause.
            _ if is_heading => {}
            _ => join(points.last_mut().map_or(&mut own.front, |(_, point)| point.tail()), &line),
        }
    }
    for (id, point) in points {
        place(&mut own, regulation, id, point);
    }
    let is_missing = |id: &ClauseId| !own.clauses.contains_key(id);
    own.missing =
        regulation.clauses().filter(|(_, entry)| !entry.absent).map(|(_, entry)| entry.id).filter(is_missing).collect();
    own
}

impl Point {
    /// The piece to which a line without a mark belongs.
    fn tail(&mut self) -> &mut String {
        if let Some((_, text)) = self.addressed.last_mut() {
            return text;
        }
        self.bullets.last_mut().unwrap_or(&mut self.head)
    }
}

fn join(text: &mut String, line: &str) {
    if text.chars().count() > LONGEST {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

/// How a line begins, with the rest of it.
fn mark(line: &str, last: Option<ClauseId>, section: u8) -> Option<(Mark, &str)> {
    let word_end = line.find(' ').unwrap_or(line.len());
    let (word, rest) = line.split_at(word_end);
    let rest = rest.trim_start();
    if let Some(id) = address(word) {
        let is_next = last.is_none_or(|last| if id.is_point() { id > last } else { id.point() >= last });
        return (is_next && !rest.is_empty()).then_some((Mark::Address(id), rest));
    }
    if let Some(number) = word.strip_suffix('.').and_then(|digits| digits.parse::<u8>().ok()) {
        return (number == section + 1 && !rest.is_empty()).then_some((Mark::Heading(number), rest));
    }
    bullet(line).map(|rest| (Mark::Bullet, rest))
}

/// The address in a word such as `2.1.`, `2.1.12.`, `2.1/12` or `2.2/6а`; none where it is a date or a plain number.
fn address(word: &str) -> Option<ClauseId> {
    let word = word.trim_end_matches(['.', ')', ':']);
    let mut parts = word.splitn(3, ['.', '/']);
    let (section, point, bullet) = (parts.next()?, parts.next()?, parts.next());
    let is_number = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0')
    };
    if !is_number(section) || !is_number(point) {
        return None;
    }
    let Some(bullet) = bullet else { return ClauseId::parse(&format!("{section}.{point}")) };
    let digits = bullet.trim_end_matches(|c: char| c.is_alphabetic());
    let letter = bullet.strip_prefix(digits)?;
    if !(is_number(digits) || digits == "0") {
        return None;
    }
    let letter = match letter {
        "" => String::new(),
        letter => letter_of(letter)?.to_string(),
    };
    ClauseId::parse(&format!("{section}.{point}/{digits}{letter}"))
}

/// The Latin letter of a sub-bullet that is written in either alphabet.
fn letter_of(letter: &str) -> Option<char> {
    const RUSSIAN: &str = "абвгдежзик";
    let mut letters = letter.chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    if letter.is_ascii_lowercase() {
        return Some(letter);
    }
    let at = RUSSIAN.chars().position(|russian| russian == letter)?;
    "abcdefghij".chars().nth(at)
}

/// What follows the sign of a list; none where the line begins with none.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(['-', '–', '—', '−', '•', '·', '*', '●', '▪', '‣', '◦', '\u{f0b7}']);
    if rest.len() < line.len() {
        return Some(rest.trim_start()).filter(|rest| !rest.is_empty());
    }
    let (sign, rest) = line.split_once(')')?;
    let is_sign = sign.chars().count() <= 2 && sign.chars().all(char::is_alphanumeric) && !sign.is_empty();
    is_sign.then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// Gives the pieces of a point to the clauses of the register.
fn place(own: &mut OwnText, regulation: &Regulation, id: ClauseId, point: Point) {
    let known: Vec<ClauseId> =
        regulation.clauses().filter(|(_, entry)| entry.id.point() == id).map(|(_, entry)| entry.id).collect();
    let is_there = |id: ClauseId| regulation.clause(id).is_some_and(|(_, entry)| !entry.absent);
    let Point { mut head, bullets, addressed } = point;
    let before_list = known.iter().copied().find(|known| known.is_point() || known.to_string().ends_with("/0"));
    let mut rest: Vec<ClauseId> =
        known.iter().copied().filter(|known| Some(*known) != before_list && is_there(*known)).collect();
    for (id, text) in addressed {
        if is_there(id) {
            rest.retain(|known| *known != id);
            own.clauses.insert(id, text);
        } else {
            own.extra.push(Extra { place: id.to_string(), text });
        }
    }
    if rest.is_empty() && before_list.is_some_and(ClauseId::is_point) {
        // The register has the point as one clause: its list is part of it.
        for bullet in &bullets {
            join(&mut head, bullet);
        }
    } else {
        align(own, regulation, id, rest, bullets);
    }
    match before_list {
        _ if head.is_empty() => {}
        Some(known) if is_there(known) => {
            own.clauses.insert(known, head);
        }
        _ if known.iter().any(|known| is_there(*known)) => {
            own.intros.insert(id, head);
        }
        _ => own.extra.push(Extra { place: id.to_string(), text: head }),
    }
}

/// Gives the bullets of a point to its clauses in order. Where their numbers differ, words in common tell which clause
/// is missing or which bullet is new.
fn align(own: &mut OwnText, regulation: &Regulation, id: ClauseId, known: Vec<ClauseId>, bullets: Vec<String>) {
    let mut left = known.as_slice();
    let count = bullets.len();
    for (at, text) in bullets.into_iter().enumerate() {
        let bullets_left = count - at;
        let may_skip = left.len().saturating_sub(bullets_left);
        let best = left
            .iter()
            .take(may_skip + 1)
            .enumerate()
            .map(|(at, id)| (in_common(regulation, *id, &text), at, *id))
            // The first of equals.
            .max_by_key(|(common, at, _)| (*common, std::cmp::Reverse(*at)));
        match best {
            Some((common, _, _)) if common == 0 && bullets_left > left.len() => {
                own.extra.push(Extra { place: id.to_string(), text });
            }
            Some((_, at, id)) => {
                left = left.get(at + 1..).unwrap_or_default();
                own.clauses.insert(id, text);
            }
            None => own.extra.push(Extra { place: id.to_string(), text }),
        }
    }
}

/// How many words a text and the short wording of a clause have in common, by their beginnings.
fn in_common(regulation: &Regulation, id: ClauseId, text: &str) -> usize {
    let stems = |text: &str| -> BTreeSet<String> {
        fold(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    let Some((_, entry)) = regulation.clause(id) else { return 0 };
    stems(text).intersection(&stems(&entry.text.ru)).count()
}

#[cfg(test)]
mod tests;
