//! The words of the edition's glossary where they stand in a text, in whatever case: each leads to what it means (1.5).

use crate::domain::words::fold;
use crate::regulation::Term;
use crate::text::stem::{is_form, stem};
use crate::text::{Lang, decision};

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of no glossary.
    Plain(String),
    /// A word of the glossary, as it stands in the text.
    Term {
        /// The words.
        text: String,
        /// Its place in the glossary.
        at: usize,
    },
}

/// Takes a text apart at the words of a glossary; each is marked where it comes first.
#[must_use]
pub fn pieces(lang: Lang, glossary: &[Term], text: &str) -> Vec<Piece> {
    let words = words_of(text);
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let mut terms: Vec<(usize, Vec<String>)> =
        glossary.iter().map(|term| stems(decision::said(lang, &term.term))).enumerate().collect();
    // «учебный профиль» before «профиль».
    crate::order::by_key(&mut terms, |(at, stems)| (std::cmp::Reverse(stems.len()), *at));
    for (at, stems) in terms.iter().filter(|(_, stems)| !stems.is_empty()) {
        let fits = |run: &&[Word]| {
            run.iter().zip(stems).all(|(word, stem)| is_form(&word.folded, stem)) && !is_broken(text, run)
        };
        let free = |run: &&[Word]| {
            let (from, to) = span(run);
            found.iter().all(|(other_from, other_to, _)| to <= *other_from || from >= *other_to)
        };
        let place = words.windows(stems.len()).find(|run| fits(run) && free(run)).map(span);
        if let Some((from, to)) = place {
            found.push((from, with_quote(text, from, to), *at));
        }
    }
    crate::order::natural(&mut found);
    let mut pieces = Vec::new();
    let mut done = 0;
    for (from, to, at) in found {
        push_plain(&mut pieces, text, done, from);
        if let Some(own) = text.get(from..to) {
            pieces.push(Piece::Term { text: own.to_owned(), at });
        }
        done = to;
    }
    push_plain(&mut pieces, text, done, text.len());
    pieces
}

fn push_plain(pieces: &mut Vec<Piece>, text: &str, from: usize, to: usize) {
    if let Some(plain) = text.get(from..to).filter(|plain| !plain.is_empty()) {
        pieces.push(Piece::Plain(plain.to_owned()));
    }
}

/// A word with its place in the text.
struct Word {
    from: usize,
    to: usize,
    folded: String,
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric() || letter == '-', from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                if let Some(word) = text.get(start..at) {
                    words.push(Word { from: start, to: at, folded: fold(word) });
                }
                from = None;
            }
            _ => {}
        }
    }
    words
}

/// The stems of the words of a term.
fn stems(term: &str) -> Vec<String> {
    words_of(term).iter().map(|word| stem(&word.folded).to_owned()).collect()
}

/// From where to where a run of words goes.
fn span(run: &[Word]) -> (usize, usize) {
    (run.first().map_or(0, |word| word.from), run.last().map_or(0, |word| word.to))
}

/// The end of a run with the quotation mark that closes what it opened.
fn with_quote(text: &str, from: usize, to: usize) -> usize {
    let is_open = text.get(from..to).is_some_and(|own| own.contains(['«', '“']) && !own.contains(['»', '”']));
    let next = text.get(to..).and_then(|rest| rest.chars().next()).filter(|next| is_open && "»”".contains(*next));
    next.map_or(to, |next| to + next.len_utf8())
}

/// Whether something else than a space or a quotation mark stands between the words: another clause of the sentence.
fn is_broken(text: &str, run: &[Word]) -> bool {
    let between = run.iter().zip(run.iter().skip(1)).filter_map(|(one, next)| text.get(one.to..next.from));
    between.flat_map(str::chars).any(|letter| !letter.is_whitespace() && !"«»“”\"".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};
    use crate::regulation::Regulation;
    use crate::text::Lang;

    /// The marked words of a text.
    fn marked(lang: Lang, text: &str) -> Vec<String> {
        let all = pieces(lang, Regulation::bundled().glossary(), text);
        let whole: String = all
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Term { text, .. } => text.as_str(),
            })
            .collect();
        assert_eq!(whole, text, "nothing of the text is lost");
        let terms = all.into_iter().filter_map(|piece| match piece {
            Piece::Term { text, .. } => Some(text),
            Piece::Plain(_) => None,
        });
        terms.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(marked(Lang::Ru, text), expected);
    }

    #[test]
    fn words_are_found_in_every_case() {
        check("Создаёт Учительскую.", &["Учительскую"]);
        check("работа в учебном профиле школы", &["учебном профиле"]);
        check("ссылки пользователей", &["пользователей"]);
        check("Пользователь закрывает приложением", &["Пользователь", "приложением"]);
        check("по номенклатуре классов", &["номенклатуре классов"]);
        check("подтверждает статус «учитель»", &["статус «учитель»"]);
        check("без статуса «учитель» нельзя", &["статуса «учитель»"]);
        check("с применением дистанционных образовательных технологий", &["дистанционных образовательных технологий"]);
        check("чат с активом родителей", &["активом"]);
    }

    #[test]
    fn other_words_are_left_alone() {
        check("активный пользовательский интерфейс", &[]);
        check("учебный год и профиль", &[]);
        check("Учитель, классы, каналы", &[]);
        check("статус: учитель", &[]);
        check("", &[]);
    }

    #[test]
    fn each_word_is_marked_once_and_the_longer_one_first() {
        check("пользователи и пользователи", &["пользователи"]);
        check("в учебном профиле пользователя", &["учебном профиле", "пользователя"]);
    }

    #[test]
    fn english_texts_have_the_english_words() {
        assert_eq!(marked(Lang::En, "All users join the staff room."), ["users", "staff room"]);
        assert_eq!(marked(Lang::En, "The application of a user"), ["application", "user"]);
    }

    #[test]
    fn every_term_of_the_edition_is_found_in_itself() {
        for lang in Lang::ALL {
            for term in Regulation::bundled().glossary() {
                let own = crate::text::decision::said(lang, &term.term);
                assert_eq!(marked(lang, own), [own]);
            }
        }
    }
}
