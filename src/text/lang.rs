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
    fn a_code_leads_back_to_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("RU"), None);
        assert_eq!(Lang::from_code(""), None);
    }
}
