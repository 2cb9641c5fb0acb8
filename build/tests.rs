//! Each check of the compiler, by a pair of small files that breaks it.
#![allow(clippy::needless_raw_string_hashes, reason = "expect_test writes them so")]

use expect_test::{Expect, expect};

use super::{Language, Source, compile};

/// Compiles one file per language and tells the problems.
#[track_caller]
fn check(ru: &str, en: &str, expected: &Expect) {
    check_files(&[("ru/a.ftl", ru), ("en/a.ftl", en)], expected);
}

#[track_caller]
fn check_files(files: &[(&str, &str)], expected: &Expect) {
    let sources: Vec<Source> = files
        .iter()
        .map(|(file, text)| Source {
            language: Language::ALL.into_iter().find(|language| file.starts_with(language.code())).unwrap(),
            file: (*file).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    let problems = match compile(&sources) {
        Ok(_) => "compiles".to_owned(),
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    };
    expected.assert_eq(&problems);
}

#[test]
fn equal_messages_compile() {
    check("hello = Привет, { $name }\n", "hello = Hello, { $name }\n", &expect!["compiles"]);
}

#[test]
fn junk() {
    check(
        "hello = Привет { $name\n",
        "hello = Hello\n",
        &expect![[r#"
        en/a.ftl: hello: is missing in `ru`
        ru/a.ftl: hello = Привет { $name: cannot be parsed: Expected a token starting with "}""#]],
    );
    check(
        "hello Привет\n",
        "",
        &expect![[r#"ru/a.ftl: hello Привет: cannot be parsed: Expected a token starting with "=""#]],
    );
}

#[test]
fn missing_in_one_language() {
    check("hello = Привет\nbye = Пока\n", "hello = Hello\n", &expect!["ru/a.ftl: bye: is missing in `en`"]);
    check("hello = Привет\n", "hello = Hello\nbye = Bye\n", &expect!["en/a.ftl: bye: is missing in `ru`"]);
}

#[test]
fn duplicates() {
    check("hello = Привет\nhello = Пока\n", "hello = Hello\n", &expect!["ru/a.ftl: hello: is there twice"]);
    check_files(
        &[("ru/a.ftl", "hello = А\n"), ("ru/b.ftl", "hello = Б\n"), ("en/a.ftl", "hello = A\n")],
        &expect!["ru/b.ftl: hello: is there twice"],
    );
    check("-term = а\n-term = б\n", "", &expect!["ru/a.ftl: -term: is there twice"]);
}

#[test]
fn different_variables() {
    check(
        "hello = Привет, { $name }\n",
        "hello = Hello, { $person }\n",
        &expect!["ru/a.ftl: hello: uses (name), the other language (person)"],
    );
    check(
        "hello = Привет\n",
        "hello = Hello, { $name }\n",
        &expect!["ru/a.ftl: hello: uses (), the other language (name)"],
    );
}

#[test]
fn plural_categories() {
    let en = "n-of = { $count ->\n [one] a\n *[other] b\n}\n";
    check("n-of = { $count ->\n [one] а\n [few] б\n *[many] в\n}\n", en, &expect!["compiles"]);
    check("n-of = { $count ->\n [one] а\n [few] б\n *[other] в\n}\n", en, &expect!["compiles"]);
    check(
        "n-of = { $count ->\n [one] а\n *[many] в\n}\n",
        en,
        &expect!["ru/a.ftl: n-of: a plural selector lacks [few]"],
    );
    check(
        "n-of = { $count ->\n [0] а\n *[other] в\n}\n",
        en,
        &expect![[r#"
        ru/a.ftl: n-of: a plural selector lacks [few]
        ru/a.ftl: n-of: a plural selector lacks [one]"#]],
    );
    check(
        "n-of = { $count ->\n [few] б\n [many] в\n *[one] а\n}\n",
        en,
        &expect![[r#"
        ru/a.ftl: n-of: a plural selector lacks [one]
        ru/a.ftl: n-of: a plural selector cannot have [*one] there"#]],
    );
    let ru = "n-of = { $count ->\n [one] а\n [few] б\n *[many] в\n}\n";
    check(
        ru,
        "n-of = { $count ->\n [1] a\n *[other] b\n}\n",
        &expect!["en/a.ftl: n-of: a plural selector lacks [one]"],
    );
    check(
        ru,
        "n-of = { $count ->\n [one] a\n *[many] b\n}\n",
        &expect!["en/a.ftl: n-of: a plural selector cannot have [*many] there"],
    );
}

#[test]
fn a_nested_plural_is_checked_too() {
    let ru = "x = { $kind ->\n [a] { $count ->\n  [one] а\n  *[many] в\n }\n *[b] { $count }\n}\n";
    check(ru, "x = { $kind }{ $count }\n", &expect!["ru/a.ftl: x: a plural selector lacks [few]"]);
}

#[test]
fn empty_texts() {
    check(
        "hello =\n",
        "hello = Hello\n",
        &expect![[r#"
        en/a.ftl: hello: is missing in `ru`
        ru/a.ftl: hello =: cannot be parsed: Expected a message field for "hello""#]],
    );
    check("hello = { \"\" }\n", "hello = Hello\n", &expect!["ru/a.ftl: hello: has no text"]);
}

#[test]
fn a_variable_is_one_thing() {
    let plural = "x = { $sort ->\n [one] a\n *[other] b\n}\n";
    check(
        "x = { $sort ->\n [class] а\n *[chat] б\n}\n",
        plural,
        &expect!["ru/a.ftl: x: $sort is a number in one place and a text in another"],
    );
    check(
        "x = { $count ->\n [class] а\n *[chat] б\n}\n",
        "x = { $count }\n",
        &expect!["ru/a.ftl: x: $count is a number in one place and a text in another"],
    );
}

#[test]
fn keys() {
    check(
        "x = { $k ->\n [0] а\n *[chat] б\n}\n",
        "x = { $k }\n",
        &expect!["ru/a.ftl: x: the selector on $k mixes numbers and names"],
    );
    check(
        "x = { $k ->\n [a] а\n [a] б\n *[b] в\n}\n",
        "x = { $k }\n",
        &expect!["ru/a.ftl: x: a selector has [a] twice"],
    );
    check(
        "x = { $k ->\n [1.5] а\n *[other] в\n}\n",
        "x = { $k }\n",
        &expect!["ru/a.ftl: x: keys that are no whole numbers are not supported"],
    );
}

#[test]
fn references() {
    check(
        "x = { -school }\n",
        "x = { y }\n",
        &expect![[r#"
        en/a.ftl: x: refers to y, which is not there
        ru/a.ftl: x: refers to -school, which is not there"#]],
    );
    check(
        "x = { y }\ny = { x }\n",
        "x = A\ny = B\n",
        &expect![[r#"
        ru/a.ftl: x: contains itself through x
        ru/a.ftl: y: contains itself through y"#]],
    );
    check("-t = { $case }\nx = { -t }\n", "x = A\n", &expect!["ru/a.ftl: x: refers to $case, which is not there"]);
}

#[test]
fn names() {
    check(
        "type = а\nfoo_bar = б\ncamelCase = в\n",
        "type = a\nfoo_bar = b\ncamelCase = c\n",
        &expect![[r#"
        en/a.ftl: camelCase: `camelCase` is not kebab-case or a reserved word
        en/a.ftl: foo_bar: `foo_bar` is not kebab-case or a reserved word
        en/a.ftl: type: `type` is not kebab-case or a reserved word
        ru/a.ftl: camelCase: `camelCase` is not kebab-case or a reserved word
        ru/a.ftl: foo_bar: `foo_bar` is not kebab-case or a reserved word
        ru/a.ftl: type: `type` is not kebab-case or a reserved word"#]],
    );
    check(
        "x = { $lang }{ $out }\n",
        "x = { $lang }{ $out }\n",
        &expect![[r#"
        en/a.ftl: x: `lang` is not kebab-case or a reserved word
        ru/a.ftl: x: `lang` is not kebab-case or a reserved word"#]],
    );
}

#[test]
fn parts_that_are_not_supported() {
    check("x = а\n .title = б\n", "x = a\n", &expect!["ru/a.ftl: x: attributes are not supported"]);
    check("x = { NUMBER($n) }\n", "x = { $n }\n", &expect!["ru/a.ftl: x: functions are not supported"]);
    check(
        "-t = а\n .gender = m\nx = { -t.gender ->\n *[m] б\n}\n",
        "x = a\n",
        &expect![[r#"
        ru/a.ftl: -t: attributes are not supported
        ru/a.ftl: x: selectors that are no variables are not supported"#]],
    );
}
