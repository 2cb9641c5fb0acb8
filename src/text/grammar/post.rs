//! Posts in cases: the head words change, what depends on them stays.
//!
//! A woman who is «учитель» stays «учитель»: «назначить учителя математики Зуеву О. П.».

use super::super::Lang;
use super::{Case, Declined, adjective, is_russian, noun};

/// Puts a post into a case: «заместителю директора по УВР».
#[must_use]
pub fn post(lang: Lang, title: &str, case: Case) -> Declined {
    if lang == Lang::En || case == Case::Nominative || title.is_empty() {
        return Declined::sure(title);
    }
    // «Заместитель директора (УВР, начальная школа)»: what stands in brackets stays.
    let (words, rest) = title.find('(').map_or((title, ""), |at| title.split_at(at));
    let words = words.trim_end();
    let between = title.get(words.len()..title.len() - rest.len()).unwrap_or_default();
    // «Учитель физики, классный руководитель»: each part has a head of its own.
    let declined = Declined::join(words.split(", ").map(|part| joined_by_and(part, case)), ", ");
    Declined { text: format!("{}{between}{rest}", declined.text), ..declined }
}

/// Writes a post inside a sentence: «Директор» → «директор», «ИКТ-координатор» as it is.
#[must_use]
pub fn running(lang: Lang, title: &str) -> String {
    let mut letters = title.chars();
    let (first, second) = (letters.next(), letters.next());
    match (lang, first, second) {
        (Lang::Ru, Some(first), Some(second)) if second.is_lowercase() || second == '.' => {
            first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

/// «Учитель физики и классный руководитель» has two heads, «учитель истории и обществознания» one.
fn joined_by_and(part: &str, case: Case) -> Declined {
    let mut heads = vec![String::new()];
    for piece in part.split(" и ") {
        match heads.last_mut() {
            Some(open) if !open.is_empty() && !begins_with_head(piece) => {
                open.push_str(" и ");
                open.push_str(piece);
            }
            Some(open) if open.is_empty() => open.push_str(piece),
            _ => heads.push(piece.to_owned()),
        }
    }
    Declined::join(heads.iter().map(|head| one(head, case)), " и ")
}

fn begins_with_head(text: &str) -> bool {
    text.split(' ')
        .find(|word| adjective::decline(word, Case::Genitive).is_none() || noun::is_known(word))
        .is_some_and(|word| word.split('-').any(noun::is_known))
}

/// Declines one head with the adjectives before it.
fn one(text: &str, case: Case) -> Declined {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<Declined> = Vec::with_capacity(words.len());
    let mut rest = words.iter().copied();
    for word in rest.by_ref() {
        // «Зам. директора», «и. о. директора»: the head is written short and does not change.
        if word.ends_with('.') {
            out.push(Declined::sure(word));
            if !matches!(word.to_lowercase().as_str(), "ст." | "мл." | "гл." | "соц.") {
                break;
            }
            continue;
        }
        if !is_russian(word) {
            out.push(Declined::guess(word));
            break;
        }
        let form = adjective::decline(word, case);
        // «Заведующий», «вожатая» are heads themselves; other adjectives wait for their noun.
        let is_head = form.is_none() || noun::is_known(word);
        match form {
            Some(form) => out.push(Declined::sure(form)),
            None => out.push(compound(word, case)),
        }
        if is_head {
            break;
        }
    }
    out.extend(rest.map(Declined::sure));
    Declined::join(out, " ")
}

/// «Педагог-психолог» changes in both halves, «ИКТ-координатор» and «веб-дизайнер» in the last.
fn compound(word: &str, case: Case) -> Declined {
    let halves: Vec<&str> = word.split('-').collect();
    let last = halves.len().saturating_sub(1);
    Declined::join(
        halves.iter().enumerate().map(|(at, half)| match adjective::decline(half, case) {
            Some(form) if noun::is_known(half) => Declined::sure(form),
            _ if at == last || noun::is_known(half) => noun::decline(half, case),
            _ => Declined::sure(*half),
        }),
        "-",
    )
}
