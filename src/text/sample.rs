//! Calls what the compiler made of the sample messages of `tests/fixtures/messages`.
#![allow(dead_code, clippy::all, clippy::pedantic, reason = "generated code")]

use super::{
    Lang, number,
    plural::{self, Category},
};

include!(concat!(env!("OUT_DIR"), "/sample_messages.rs"));

#[track_caller]
fn check(message: impl Fn(Lang) -> String, ru: &str, en: &str) {
    assert_eq!(message(Lang::Ru), ru);
    assert_eq!(message(Lang::En), en);
}

#[test]
fn texts() {
    check(|lang| plain(lang).into(), "Просто «текст» \\ {", "Just “text” \\ {");
    check(|lang| no_break(lang).into(), "До\u{a0}конца", "To the\u{a0}end");
    check(|lang| lines(lang).into(), "Первая\nвторая", "First\nsecond");
}

#[test]
fn terms_and_references_are_put_in_place() {
    check(|lang| term(lang).into(), "гимназия и устав гимназии", "school and the charter of the school");
    check(|lang| reference(lang).into(), "Здесь: Просто «текст» \\ {", "Here: Just “text” \\ {");
}

#[test]
fn variables_stand_in_alphabetical_order() {
    check(|lang| greeting(lang, "Ёлкина"), "Здравствуйте, Ёлкина!", "Hello, Ёлкина!");
    check(|lang| order(lang, "A", "B"), "B раньше A", "A after B");
}

#[test]
fn plurals() {
    let found = |count| move |lang| people_found(lang, count, "7А");
    check(found(0), "Никого нет в 7А", "Nobody in 7А");
    check(found(1), "Найден 1 человек в 7А", "1 person in 7А");
    check(found(3), "Найдено 3 человека в 7А", "3 people in 7А");
    check(found(11), "Найдено 11 человек в 7А", "11 people in 7А");
    check(found(1_121), "Найден 1\u{a0}121 человек в 7А", "1,121 people in 7А");
}

#[test]
fn an_exact_number_wins_over_its_category() {
    check(|lang| exactly_one(lang, 1), "один класс", "1 class");
    check(|lang| exactly_one(lang, 21), "21 класс", "21 classes");
    check(|lang| exactly_one(lang, 5), "5 классов", "5 classes");
}

#[test]
fn names_select() {
    let joined = |kind, count| move |lang| joined(lang, kind, count, 1_500);
    check(joined("class", 1), "Класс: 1 участник из 1\u{a0}500", "Class: 1 member of 1,500");
    check(joined("chat", 2), "Чат: 2 участника из 1\u{a0}500", "Chat: 2 members of 1,500");
    check(joined("else", 5), "Беседа: 5 участников из 1\u{a0}500", "Talk: 5 members of 1,500");
}
