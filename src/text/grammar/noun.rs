//! Nouns that name posts.

use super::{Case, Declined, ending};

/// Nouns that schools use in posts; their forms are sure. Those in -ь here are masculine.
const KNOWN: [&str; 87] = [
    "администратор",
    "аналитик",
    "архивариус",
    "ассистент",
    "библиотекарь",
    "буфетчик",
    "бухгалтер",
    "водитель",
    "воспитатель",
    "врач",
    "гардеробщик",
    "гардеробщица",
    "дворник",
    "дежурный",
    "делопроизводитель",
    "дефектолог",
    "директор",
    "диспетчер",
    "документовед",
    "животновод",
    "заведующая",
    "заведующий",
    "завуч",
    "завхоз",
    "заместитель",
    "звукорежиссёр",
    "инженер",
    "инспектор",
    "инструктор",
    "информатик",
    "исполнитель",
    "исполняющая",
    "исполняющий",
    "кладовщик",
    "комендант",
    "консультант",
    "концертмейстер",
    "координатор",
    "куратор",
    "лаборант",
    "логопед",
    "мастер",
    "медсестра",
    "менеджер",
    "методист",
    "механик",
    "наставник",
    "начальник",
    "няня",
    "оператор",
    "организатор",
    "охранник",
    "педагог",
    "плотник",
    "повар",
    "помощник",
    "помощница",
    "посудомойка",
    "председатель",
    "преподаватель",
    "программист",
    "психолог",
    "рабочий",
    "редактор",
    "репетитор",
    "референт",
    "руководитель",
    "сантехник",
    "секретарь",
    "слесарь",
    "советник",
    "сопровождающий",
    "социолог",
    "специалист",
    "сторож",
    "сурдопедагог",
    "тифлопедагог",
    "техник",
    "тренер",
    "тьютор",
    "уборщик",
    "уборщица",
    "управляющий",
    "учитель",
    "хореограф",
    "экономист",
    "электрик",
];

/// Nouns whose instrumental is stressed on the ending.
const STRESSED: [&str; 4] = ["секретарь", "врач", "ключ", "вратарь"];

/// Whether the word is a noun or an adjective that schools use as a post.
pub(super) fn is_known(word: &str) -> bool {
    let lower = word.to_lowercase();
    KNOWN.contains(&lower.as_str()) || matches!(lower.as_str(), "вожатый" | "вожатая" | "соцпедагог" | "электромонтёр")
}

/// Puts a noun in the nominative singular into a case, after its ending; a guess where schools do not use it.
pub(super) fn decline(word: &str, case: Case) -> Declined {
    let lower = word.to_lowercase();
    let is_stressed = STRESSED.contains(&lower.as_str());
    let Some(last) = lower.chars().next_back() else { return Declined::sure(word) };
    let (cut, forms): (usize, [&str; 5]) = match last {
        'ь' => (1, ["я", "ю", "я", if is_stressed { "ём" } else { "ем" }, "е"]),
        'й' => (1, ["я", "ю", "я", "ем", "е"]),
        'ж' | 'ч' | 'ш' | 'щ' | 'ц' => (0, ["а", "у", "а", if is_stressed { "ом" } else { "ем" }, "е"]),
        'а' => (1, feminine(&lower)),
        'я' => (1, ["и", "е", "ю", "ей", "е"]),
        c if matches!(c, 'б'..='т' | 'ф' | 'х') && !super::is_vowel(c) => (0, ["а", "у", "а", "ом", "е"]),
        _ => return Declined::guess(word),
    };
    let nominative: String = word.chars().skip(word.chars().count() - cut).collect();
    let text = ending(word, cut, case.pick(&nominative, forms));
    Declined { text, is_sure: is_known(word) }
}

/// The endings of a feminine noun in -а, after the consonant before it.
fn feminine(lower: &str) -> [&'static str; 5] {
    match lower.chars().rev().nth(1) {
        Some('г' | 'к' | 'х') => ["и", "е", "у", "ой", "е"],
        Some('ж' | 'ч' | 'ш' | 'щ') => ["и", "е", "у", "ей", "е"],
        Some('ц') => ["ы", "е", "у", "ей", "е"],
        _ => ["ы", "е", "у", "ой", "е"],
    }
}
