//! Classes by pattern: «1–4: А,Б,В; 5: А,Б» is read into labels, and labels are written back as a pattern.
//!
//! Loose on purpose: any dash, `;` or a new line between parts, a range of letters «А–Г», plain labels «7А, 7Б».

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::domain::words::{cyrillic_twin, fold, tidy};
use crate::domain::{ClassLabel, School, SchoolYearId};
use crate::order;

/// What a pattern says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// The classes, by grade and letter, each once.
    pub labels: Vec<ClassLabel>,
    /// Parts that could not be read.
    pub faults: Vec<Fault>,
    /// Whether a Latin look-alike was taken for its Cyrillic letter (2.1/5).
    pub has_latin: bool,
}

/// A part that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fault {
    /// The part as typed.
    pub part: String,
    /// What is wrong.
    pub why: Why,
}

/// Why a part of a pattern could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// A grade is missing or not 1 to 11.
    Grade,
    /// There is no letter after the colon.
    NoLetter,
    /// A letter is too long or holds other signs.
    Letter,
    /// The end of a range stands before its beginning.
    Backwards,
}

/// Reads a pattern.
#[must_use]
pub fn parse(text: &str) -> Pattern {
    let mut labels = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut pattern = Pattern::default();
    for part in text.split([';', '\n']).map(tidy).filter(|part| !part.is_empty()) {
        match read_part(&part) {
            Ok(found) => {
                for (label, is_latin) in found {
                    pattern.has_latin |= is_latin;
                    // The rule of 2.1/5 compares folded letters: «7Гум» and «7ГУМ» are one class.
                    if seen.insert((label.grade(), fold(label.letter()))) {
                        labels.insert(label);
                    }
                }
            }
            Err(why) => pattern.faults.push(Fault { part, why }),
        }
    }
    pattern.labels = labels.into_iter().collect();
    pattern
}

/// Reads «1–4: А,Б» or «7А, 7Б»; gives labels and whether each was typed with Latin look-alikes.
fn read_part(part: &str) -> Result<Vec<(ClassLabel, bool)>, Why> {
    let Some((grades, letters)) = part.split_once(':') else {
        let read = |item: &str| {
            let label: ClassLabel = item.parse().map_err(|error| why(&error))?;
            let was_latin = is_latin(item, &label);
            Ok((label, was_latin))
        };
        return items(part).map(read).collect();
    };
    let mut all_letters = Vec::new();
    for item in items(letters) {
        all_letters.extend(letter_range(item)?);
    }
    if all_letters.is_empty() {
        return Err(Why::NoLetter);
    }
    let mut labels = Vec::new();
    for item in items(grades) {
        for grade in grade_range(item)? {
            for letter in &all_letters {
                let label = ClassLabel::new(grade, letter).map_err(|error| why(&error))?;
                let was_latin = is_latin(letter, &label);
                labels.push((label, was_latin));
            }
        }
    }
    if labels.is_empty() { Err(Why::Grade) } else { Ok(labels) }
}

/// Whether the text was typed with Latin letters that became Cyrillic in the label.
fn is_latin(text: &str, label: &ClassLabel) -> bool {
    let is_latin = |text: &str| text.contains(|c: char| c.is_ascii_alphabetic());
    is_latin(text) && !is_latin(label.letter())
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn why(error: &crate::domain::NotAClass) -> Why {
    match error {
        crate::domain::NotAClass::Grade(_) => Why::Grade,
        crate::domain::NotAClass::Letter(_) => Why::Letter,
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn grade_range(item: &str) -> Result<std::ops::RangeInclusive<u8>, Why> {
    let grade = |text: &str| {
        let grade: Option<u8> = text.trim().parse().ok();
        grade.filter(|grade| (1..=11).contains(grade)).ok_or(Why::Grade)
    };
    let (first, last) = item.split_once(is_dash).unwrap_or((item, item));
    let (first, last) = (grade(first)?, grade(last)?);
    if last < first { Err(Why::Backwards) } else { Ok(first..=last) }
}

/// «А–Г» is four letters; anything else stands for itself.
fn letter_range(item: &str) -> Result<Vec<String>, Why> {
    let one = |text: &str| {
        let mut letters = text.trim().chars().flat_map(char::to_uppercase);
        let letter = letters.next().map(|c| cyrillic_twin(c).unwrap_or(c));
        letter.filter(|c| letters.next().is_none() && is_class_letter(*c))
    };
    let ends = item.split_once(is_dash).and_then(|(first, last)| Some((one(first)?, one(last)?)));
    let Some((first, last)) = ends else { return Ok(vec![item.to_owned()]) };
    if last < first {
        return Err(Why::Backwards);
    }
    Ok((first..=last).filter(|c| is_class_letter(*c)).map(String::from).collect())
}

/// The letters that schools count classes with: without Й and the letters that begin no word.
fn is_class_letter(c: char) -> bool {
    matches!(c, '\u{410}'..='\u{42f}') && !matches!(c, 'Й' | 'Ъ' | 'Ы' | 'Ь')
}

/// Writes labels as a pattern that reads back as the same labels: neighboring grades with equal letters stand together.
#[must_use]
pub fn to_text(labels: &[ClassLabel]) -> String {
    let mut grades: BTreeMap<u8, Vec<&ClassLabel>> = BTreeMap::new();
    for label in labels {
        grades.entry(label.grade()).or_default().push(label);
    }
    let mut runs: Vec<(u8, u8, String)> = Vec::new();
    for (grade, mut labels) in grades {
        order::natural(&mut labels);
        let letters: Vec<&str> = labels.into_iter().map(ClassLabel::letter).collect();
        let letters = letters.join(", ");
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == grade && *same == letters => *last = grade,
            _ => runs.push((grade, grade, letters)),
        }
    }
    let mut out = String::new();
    for (first, last, letters) in runs {
        if !out.is_empty() {
            out.push_str("; ");
        }
        let _ = if first == last {
            write!(out, "{first}: {letters}")
        } else {
            write!(out, "{first}\u{2013}{last}: {letters}")
        };
    }
    out
}

/// What creating classes by a pattern would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Classes to create.
    pub new: Vec<ClassLabel>,
    /// Classes of the pattern that are there.
    pub existing: Vec<ClassLabel>,
    /// Classes to create that the approved list does not name (2.1/5); empty where there is no list.
    pub unlisted: Vec<ClassLabel>,
    /// Parts that could not be read.
    pub faults: Vec<Fault>,
    /// Whether Latin look-alikes were replaced.
    pub has_latin: bool,
}

/// Compares a pattern with the classes of a year.
#[must_use]
pub fn preview(school: &School, year: SchoolYearId, text: &str) -> Preview {
    let pattern = parse(text);
    let key = |label: &ClassLabel| (label.grade(), fold(label.letter()));
    let there: BTreeSet<_> = order::set(
        school.classes().values().filter(|class| class.year() == Some(year)).filter_map(|class| class.label().map(key)),
    );
    let list = school.nomenclatures().values().find(|list| list.year == year);
    let (existing, new): (Vec<_>, Vec<_>) = pattern.labels.into_iter().partition(|label| there.contains(&key(label)));
    let unlisted = list.map_or_else(Vec::new, |list| {
        let listed: BTreeSet<_> = order::set(list.classes.iter().map(key));
        new.iter().filter(|label| !listed.contains(&key(label))).cloned().collect()
    });
    Preview { new, existing, unlisted, faults: pattern.faults, has_latin: pattern.has_latin }
}

#[cfg(test)]
mod tests {
    use super::{Why, parse, preview, to_text};
    use crate::domain::sample::Sample;
    use crate::domain::{ClassLabel, Nomenclature};

    fn join(labels: &[ClassLabel]) -> String {
        labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let pattern = parse(text);
        assert_eq!(pattern.faults, [], "{text}");
        assert_eq!(join(&pattern.labels), expected, "{text}");
        assert_eq!(parse(&to_text(&pattern.labels)).labels, pattern.labels, "written back");
    }

    #[track_caller]
    fn check_fault(text: &str, part: &str, why: Why) {
        let faults = parse(text).faults;
        assert_eq!(faults.iter().map(|fault| (fault.part.as_str(), fault.why)).collect::<Vec<_>>(), [(part, why)]);
    }

    #[test]
    fn reads_patterns() {
        check("1–2: А,Б,В; 5: А,Б", "1А 1Б 1В 2А 2Б 2В 5А 5Б");
        check("10-11:а, б", "10А 10Б 11А 11Б");
        check("1, 3 — 4 : А\n9:Б", "1А 3А 4А 9Б");
        check("5: А–Г", "5А 5Б 5В 5Г");
        check("6: И-К", "6И 6К");
        check("10: Гум, Тех", "10Гум 10Тех");
        check("7А, 7б; 8 «В»", "7А 7Б 8В");
        check("7: А, A, а", "7А");
        check(" ; ", "");
        check("", "");
    }

    #[test]
    fn sixty_classes_come_by_grade() {
        assert_eq!(parse("1–11: А,Б,В,Г,Д,Е").labels.len(), 66);
    }

    #[test]
    fn latin_twins_are_replaced_and_told() {
        assert!(parse("7: A, B").has_latin);
        assert_eq!(join(&parse("7: A, B").labels), "7А 7В");
        assert!(parse("7A").has_latin);
        assert!(!parse("7: А, В").has_latin);
        assert!(!parse("5: Math").has_latin, "a Latin word stays as it is");
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        check_fault("0: А", "0: А", Why::Grade);
        check_fault("12: А; 1: А", "12: А", Why::Grade);
        check_fault("4–1: А", "4–1: А", Why::Backwards);
        check_fault("1: В–А", "1: В–А", Why::Backwards);
        check_fault("1:", "1:", Why::NoLetter);
        check_fault("1: /", "1: /", Why::Letter);
        check_fault(": А", ": А", Why::Grade);
        check_fault("класс", "класс", Why::Grade);
        assert_eq!(join(&parse("12: А; 1: А").labels), "1А");
    }

    #[test]
    fn labels_are_written_shortly() {
        let labels = parse("1–4: А,Б,В; 5: А,Б; 7: А,Б,В; 10: Гум").labels;
        assert_eq!(to_text(&labels), "1–4: А, Б, В; 5: А, Б; 7: А, Б, В; 10: Гум");
        assert_eq!(to_text(&[]), "");
    }

    #[test]
    fn the_preview_compares_with_the_year_and_the_list() {
        let mut sample = Sample::new();
        let told = |sample: &Sample| {
            let preview = preview(sample.workspace.school(), sample.year, "7: А, В; 8: А; x");
            [join(&preview.new), join(&preview.existing), join(&preview.unlisted), preview.faults.len().to_string()]
        };
        assert_eq!(told(&sample), ["7В 8А", "7А", "", "1"]);
        let classes = parse("7: А, Б, В").labels;
        sample.save(Nomenclature { id: sample.ids.clone().fresh(), year: sample.year, order: None, classes });
        assert_eq!(told(&sample), ["7В 8А", "7А", "8А", "1"]);
    }
}
