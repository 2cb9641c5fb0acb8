//! The promises of `style/`: contrast of every pair of colors in every theme, tokens that exist, nothing from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The custom properties of one theme.
type Tokens = BTreeMap<String, String>;

/// Grounds that text and controls stand on.
const GROUNDS: [&str; 8] =
    ["page", "surface", "sunken", "hover", "info-soft", "success-soft", "warning-soft", "error-soft"];

/// Colors for text on any ground.
const TEXTS: [&str; 3] = ["text", "muted", "accent"];

/// Text and the one ground it stands on.
const TEXT_PAIRS: [(&str, &str); 12] = [
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-danger", "danger"),
    ("on-danger", "danger-hover"),
    ("info-text", "info-soft"),
    ("info-text", "surface"),
    ("success-text", "success-soft"),
    ("success-text", "surface"),
    ("warning-text", "warning-soft"),
    ("error-text", "error-soft"),
    ("error-text", "surface"),
    ("error-text", "page"),
];

/// Lines and shapes that carry meaning, on any ground.
const LINES: [&str; 8] =
    ["border-strong", "accent", "focus", "danger", "info-line", "success-line", "warning-line", "error-line"];

/// Files of `style/` that may name colors: paper is black on white, a backdrop cannot read tokens.
const NAME_COLORS: [&str; 3] = ["tokens.css", "print.css", "dialog.css"];

/// Every file of `style/` without its comments.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, without_comments(&fs::read_to_string(&path).unwrap()))
        })
        .collect()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        out.push_str(part.split_once("*/").expect("a comment ends").1);
    }
    out
}

/// The declarations of the first block after `selector {`.
fn block(css: &str, selector: &str) -> Tokens {
    let start = css.find(&format!("{selector} {{")).unwrap_or_else(|| panic!("no block {selector}"));
    let body = css[start..].split_once('{').unwrap().1.split_once('}').unwrap().0;
    body.split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// The themes, each over the values of `:root`.
fn themes() -> BTreeMap<&'static str, Tokens> {
    let css = files()["tokens.css"].clone();
    let light = block(&css, ":root");
    let over = |selector| {
        let mut tokens = light.clone();
        tokens.extend(block(&css, selector));
        tokens
    };
    BTreeMap::from([
        ("dark", over(r#":root[data-theme="dark"]"#)),
        ("contrast", over(r#":root[data-theme="contrast"]"#)),
        ("light", light),
    ])
}

/// The relative luminance of `#rrggbb`, as WCAG 2.2 defines it.
fn luminance(color: &str) -> f64 {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6).unwrap_or_else(|| panic!("{color}"));
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

/// The contrast of two colors, 1 to 21.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Checks that each pair has at least `least` in `theme`.
#[track_caller]
fn check<'a>(theme: &str, least: f64, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) {
    let tokens = &themes()[theme];
    let color = |name: &str| tokens[&format!("--color-{name}")].clone();
    let low: Vec<String> = pairs
        .into_iter()
        .map(|(front, ground)| (front, ground, contrast(&color(front), &color(ground))))
        .filter(|(.., ratio)| *ratio < least)
        .map(|(front, ground, ratio)| format!("{front} on {ground} is {ratio:.2}"))
        .collect();
    assert!(low.is_empty(), "below {least} in {theme}: {}", low.join(", "));
}

/// Each of `fronts` on each ground.
fn everywhere<'a>(fronts: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    fronts.iter().flat_map(|front| GROUNDS.iter().map(move |ground| (*front, *ground)))
}

/// The names after `start` in `css` up to what cannot be in a name.
fn names(css: &str, start: &str) -> BTreeSet<String> {
    css.split(start)
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#ffffff", "#ffffff") - 1.0).abs() < 1e-9);
    // The gray that is known to just pass on white, and the next lighter one.
    assert!(contrast("#767676", "#ffffff") >= 4.5);
    assert!(contrast("#777777", "#ffffff") < 4.5);
}

#[test]
fn text_can_be_read() {
    for (theme, least) in [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)] {
        check(theme, least, everywhere(&TEXTS));
        check(theme, least, TEXT_PAIRS);
    }
}

#[test]
fn controls_and_signs_can_be_seen() {
    for (theme, least) in [("light", 3.0), ("dark", 3.0), ("contrast", 4.5)] {
        check(theme, least, everywhere(&LINES));
    }
}

#[test]
fn the_dark_of_the_system_is_the_chosen_dark() {
    let css = files()["tokens.css"].clone();
    let media = &css[css.find("@media (prefers-color-scheme: dark)").unwrap()..];
    let system = block(media, r#":root:not([data-theme="light"], [data-theme="dark"], [data-theme="contrast"])"#);
    assert_eq!(system, block(&css, r#":root[data-theme="dark"]"#));
}

#[test]
fn every_theme_sets_every_color() {
    let css = files()["tokens.css"].clone();
    let colors = |selector| {
        let tokens = block(&css, selector);
        tokens.into_keys().filter(|name| name.starts_with("--color-")).collect::<BTreeSet<_>>()
    };
    let light = colors(":root");
    assert!(light.len() > 20, "the tokens were not read");
    assert_eq!(colors(r#":root[data-theme="dark"]"#), light);
    assert_eq!(colors(r#":root[data-theme="contrast"]"#), light);
}

#[test]
fn every_token_in_use_exists() {
    let files = files();
    let known: BTreeSet<String> = block(&files["tokens.css"], ":root").into_keys().collect();
    for (file, css) in &files {
        let own: BTreeSet<String> = names(css, "  --").into_iter().map(|name| format!("--{name}")).collect();
        for name in names(css, "var(--").into_iter().map(|name| format!("--{name}")) {
            assert!(known.contains(&name) || own.contains(&name), "{file} uses {name}");
        }
    }
}

#[test]
fn colors_stand_in_the_tokens_and_nothing_comes_from_outside() {
    for (file, css) in &files() {
        for outside in ["url(", "@import", "@font-face", "http:", "https:"] {
            assert!(!css.contains(outside), "{file} contains {outside}");
        }
        if NAME_COLORS.contains(&file.as_str()) {
            continue;
        }
        for value in css.split([';', '{', '}']).filter_map(|declaration| declaration.split_once(": ")).map(|(_, v)| v) {
            let hex = names(value, "#").into_iter().any(|name| name.len() >= 3);
            assert!(!hex && !value.contains("rgb") && !value.contains("hsl"), "{file} names a color: {value}");
        }
    }
}

#[test]
fn each_file_tells_what_it_offers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/design.md")).unwrap();
    let order = guide.lines().find(|line| line.starts_with("**Order of the files")).unwrap();
    let (_, order) = order.split_once(":** ").unwrap();
    let order: BTreeSet<String> = order.trim_end_matches('.').split(", ").map(|name| format!("{name}.css")).collect();
    assert_eq!(order, files().into_keys().collect(), "docs/design.md names the files in order");
    for file in &order {
        let css = fs::read_to_string(folder.join(file)).unwrap();
        assert!(css.starts_with("/*") && css.split_once("*/").unwrap().0.contains("Offers:"), "{file}");
    }
}

#[test]
fn samples_use_classes_that_exist() {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/design.md")).unwrap();
    let contract: String = files().into_keys().fold(String::new(), |all, file| {
        let css = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(file)).unwrap();
        all + &css
    });
    let used: BTreeSet<&str> =
        guide.split("class=\"").skip(1).flat_map(|rest| rest.split('"').next().unwrap().split_whitespace()).collect();
    assert!(used.len() > 60, "the samples were not read");
    for class in used {
        let styled = contract
            .split(&format!(".{class}"))
            .skip(1)
            .any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        assert!(styled, "no style for .{class}");
    }
}
