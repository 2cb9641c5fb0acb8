//! The languages of the app.

/// A language of the app. Russian is the default, whatever the browser speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The code of ISO 639-1, as in the `lang` attribute of a page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language of a code; `None` where the app does not speak it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The `lang` attribute of a text that the school wrote: set where an English page shows a Russian name, so that a
    /// screen reader speaks it in Russian. A text is of the language in which most of its letters are.
    #[must_use]
    pub fn of_text(self, text: &str) -> Option<&'static str> {
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let is_russian = |c: &char| matches!(c, '\u{400}'..='\u{4ff}');
        (self == Self::En && letters().filter(is_russian).count() * 2 > letters().count()).then_some(Self::Ru.code())
    }

    /// The pieces of a text of the program by language: Russian words in an English sentence apart from it, with what
    /// stands between them. A word is Russian by its first Russian letter.
    #[must_use]
    pub fn pieces(self, text: &str) -> Vec<(Option<&'static str>, String)> {
        let is_russian = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
        if self == Self::Ru || !text.contains(is_russian) {
            return vec![(None, text.to_owned())];
        }
        let mut pieces: Vec<(Option<&'static str>, String)> = Vec::new();
        // Numbers and dashes belong to the words on both sides of them, where these are of one language.
        let mut between = String::new();
        for word in text.split_inclusive(' ') {
            if !word.contains(char::is_alphabetic) {
                between.push_str(word);
                continue;
            }
            let own = word.contains(is_russian).then_some(Self::Ru.code());
            match pieces.last_mut() {
                Some((lang, piece)) if *lang == own => piece.push_str(&between),
                Some((None, piece)) => piece.push_str(&between),
                _ if own.is_some() && !between.is_empty() => pieces.push((None, between.clone())),
                _ => pieces.push((own, between.clone())),
            }
            between.clear();
            match pieces.last_mut() {
                Some((lang, piece)) if *lang == own => piece.push_str(word),
                _ => pieces.push((own, word.to_owned())),
            }
        }
        if !between.is_empty() {
            pieces.push((None, between));
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_russian_name_on_an_english_page_says_its_language() {
        let check = |lang: Lang, text: &str, expected| assert_eq!(lang.of_text(text), expected, "{text}");
        check(Lang::En, "Орлова Нина Андреевна", Some("ru"));
        check(Lang::En, "7А", Some("ru"));
        check(Lang::En, "Class 7А", None);
        check(Lang::En, "class teacher: Орлова Нина Андреевна", Some("ru"));
        check(Lang::En, "+7 (000) 000-00-01", None);
        check(Lang::En, "", None);
        check(Lang::Ru, "Орлова Нина Андреевна", None);
        check(Lang::Ru, "Excel", None);
    }

    #[test]
    fn russian_words_stand_apart_in_an_english_sentence() {
        let check = |lang: Lang, text: &str, expected: &str| {
            let pieces = lang.pieces(text);
            assert_eq!(pieces.iter().map(|(_, piece)| piece.as_str()).collect::<String>(), text);
            let marked: String = pieces
                .iter()
                .map(|(lang, piece)| if lang.is_some() { format!("[{piece}]") } else { piece.clone() })
                .collect();
            assert_eq!(marked, expected);
        };
        check(Lang::En, "7А has no class teacher", "[7А ]has no class teacher");
        check(Lang::En, "Led by Орлова Нина Андреевна, 3 classes", "Led by [Орлова Нина Андреевна, ]3 classes");
        check(Lang::En, "Order № 101 · «Школа № 4, корпус 2»", "Order № 101 · [«Школа № 4, корпус ]2»");
        check(Lang::En, "12 · Иванов, Петров and 2 more", "12 · [Иванов, Петров ]and 2 more");
        check(Lang::En, "Иванов 7", "[Иванов ]7");
        check(Lang::En, "Nothing here", "Nothing here");
        check(Lang::Ru, "Выдал VK Мессенджер", "Выдал VK Мессенджер");
        check(Lang::En, "", "");
    }

    #[test]
    fn a_code_leads_back_to_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("RU"), None);
        assert_eq!(Lang::from_code(""), None);
    }
}
