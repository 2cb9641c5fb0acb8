//! A text of a paper: stretches of one look.

/// A text made of stretches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Line(Vec<Run>);

/// A stretch of one look.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Run {
    /// Its characters.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// How a stretch looks, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Look {
    /// As the rest.
    #[default]
    Plain,
    /// Stressed.
    Bold,
    /// The plan lacks what should stand here.
    Missing,
    /// The form of a name or a post is a guess; somebody looks at it before signing.
    Doubtful,
}

/// Marks inside a sentence. Sentences come from `text` as strings, so what is marked in them travels between two
/// characters of the private use area, and [`Line`] turns it into stretches.
pub mod mark {
    use super::Look;

    pub(super) const END: char = '\u{e003}';

    pub(super) const fn start(look: Look) -> Option<char> {
        match look {
            Look::Plain => None,
            Look::Bold => Some('\u{e000}'),
            Look::Missing => Some('\u{e001}'),
            Look::Doubtful => Some('\u{e002}'),
        }
    }

    pub(super) const fn look(c: char) -> Option<Look> {
        match c {
            '\u{e000}' => Some(Look::Bold),
            '\u{e001}' => Some(Look::Missing),
            '\u{e002}' => Some(Look::Doubtful),
            _ => None,
        }
    }

    /// Marks a text for a sentence.
    pub fn with(look: Look, text: &str) -> String {
        match start(look) {
            Some(start) => format!("{start}{text}{END}"),
            None => text.to_owned(),
        }
    }
}

impl Line {
    /// Its stretches, from the left.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Its characters without the looks.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, c: char, look: Look) {
        match self.0.last_mut() {
            Some(run) if run.look == look => run.text.push(c),
            _ => self.0.push(Run { text: c.into(), look }),
        }
    }
}

impl From<&str> for Line {
    /// Reads a sentence with its marks; a mark that does not fit is dropped.
    fn from(sentence: &str) -> Self {
        let mut line = Self::default();
        let mut looks = vec![];
        for c in sentence.chars() {
            match (mark::look(c), c) {
                (Some(look), _) => looks.push(look),
                (None, mark::END) => {
                    looks.pop();
                }
                (None, c) => line.push(c, looks.last().copied().unwrap_or_default()),
            }
        }
        line
    }
}

impl From<String> for Line {
    fn from(sentence: String) -> Self {
        sentence.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Look, mark};

    #[track_caller]
    fn check(sentence: &str, expected: &[(&str, Look)]) {
        let line = Line::from(sentence);
        let runs: Vec<_> = line.runs().iter().map(|run| (run.text.as_str(), run.look)).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn a_sentence_without_marks_is_one_stretch() {
        check("Назначить.", &[("Назначить.", Look::Plain)]);
        check("", &[]);
    }

    #[test]
    fn marks_become_looks() {
        let name = mark::with(Look::Bold, "Баранова");
        check(
            &format!("Назначить {name}."),
            &[("Назначить ", Look::Plain), ("Баранова", Look::Bold), (".", Look::Plain)],
        );
    }

    #[test]
    fn the_inner_mark_wins() {
        let inner = mark::with(Look::Doubtful, "Швеца");
        check(
            &mark::with(Look::Bold, &format!("И. {inner}!")),
            &[("И. ", Look::Bold), ("Швеца", Look::Doubtful), ("!", Look::Bold)],
        );
    }

    #[test]
    fn a_stray_mark_is_dropped() {
        check("а\u{e003}б\u{e001}в", &[("аб", Look::Plain), ("в", Look::Missing)]);
    }
}
