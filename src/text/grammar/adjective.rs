//! Adjectives before a post and posts that are adjectives: «социальный педагог», «заведующий», «вожатая».

use super::{Case, ending};

/// Puts an adjective in the nominative singular into a case; none where the word has no ending of one.
pub(super) fn decline(word: &str, case: Case) -> Option<String> {
    let lower = word.to_lowercase();
    let before = |end: &str| lower.strip_suffix(end).and_then(|stem| stem.chars().next_back());
    let is_hissing = |c: char| matches!(c, 'ж' | 'ш' | 'щ' | 'ч');
    let is_velar = |c: char| matches!(c, 'г' | 'к' | 'х');
    let (cut, forms): (usize, [&str; 5]) = if before("ый").is_some() {
        (2, ["ого", "ому", "ого", "ым", "ом"])
    } else if before("ой").is_some() {
        let instrumental = if before("ой").is_some_and(|c| is_velar(c) || is_hissing(c)) { "им" } else { "ым" };
        (2, ["ого", "ому", "ого", instrumental, "ом"])
    } else if let Some(c) = before("ий") {
        (
            2,
            if is_velar(c) {
                ["ого", "ому", "ого", "им", "ом"]
            } else {
                ["его", "ему", "его", "им", "ем"]
            },
        )
    } else if let Some(c) = before("ая") {
        (
            2,
            if is_hissing(c) {
                ["ей", "ей", "ую", "ей", "ей"]
            } else {
                ["ой", "ой", "ую", "ой", "ой"]
            },
        )
    } else if before("яя").is_some() {
        (2, ["ей", "ей", "юю", "ей", "ей"])
    } else {
        return None;
    };
    let nominative: String = word.chars().skip(word.chars().count() - cut).collect();
    Some(ending(word, cut, case.pick(&nominative, forms)))
}
