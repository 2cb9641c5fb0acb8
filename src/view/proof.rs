//! `#/settings/privacy`: what is kept where, what was asked of the network, whose code runs. For the person who answers
//! for personal data; everything here is counted by the browser, not claimed by the program.

use serde_json::Value;

use super::page::{Body, Cell, Column, ColumnKind, Fact, Page, Row, Section, Table, Tone};
use super::route::Route;
use crate::store::key;
use crate::text::{Lang, msg, number};

/// What the browser says about the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// The site: scheme, host, port.
    pub origin: String,
    /// The folder of the page, with the origin before it.
    pub home: String,
    /// The identity of the build.
    pub build: String,
    /// The content security policy of the page.
    pub policy: String,
    /// Everything the browser keeps for this site, as far as a page may see.
    pub kept: Vec<Kept>,
    /// Every address that was asked for since the page was opened; none where the browser does not tell.
    pub asked: Option<Vec<Asked>>,
    /// The libraries in the program.
    pub libraries: Vec<Library>,
}

/// A storage of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `localStorage`.
    Local,
    /// `sessionStorage`, gone with the tab.
    Tab,
    /// IndexedDB.
    Database,
    /// Cache Storage: files, not records.
    Files,
}

/// A record or a set of files that the browser keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where.
    pub place: Place,
    /// Under which name.
    pub name: String,
    /// UTF-16 units of a record, or how many files.
    pub size: u64,
}

/// An address that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The whole address.
    pub address: String,
    /// What for, in the browser's words: `script`, `fetch`, `link`.
    pub kind: String,
    /// Bytes that came over the network; 0 for a copy that the browser had.
    pub bytes: u64,
}

/// A library in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Name and version.
    pub name: String,
    /// Its licence.
    pub licence: String,
}

/// Reads the list that the build wrote; empty where it is none.
#[must_use]
pub fn libraries(list: &Value) -> Vec<Library> {
    let rows = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| Library {
            name: format!("{} {}", text(row, "name"), text(row, "version")).trim_end().to_owned(),
            licence: text(row, "licence"),
        })
        .collect()
}

impl Proof {
    /// The addresses of other sites. `data:` and `blob:` name what the page itself has made.
    fn foreign(&self) -> usize {
        self.asked.iter().flatten().filter(|asked| self.is_foreign(asked)).count()
    }

    fn is_foreign(&self, asked: &Asked) -> bool {
        let is_inner = ["data:", "blob:"].iter().any(|scheme| asked.address.starts_with(scheme));
        !is_inner && asked.address.strip_prefix(&self.origin).is_none_or(|rest| !rest.starts_with('/'))
    }
}

/// The page.
#[must_use]
pub fn page(lang: Lang, proof: &Proof, version: &str) -> Page {
    Page {
        title: msg::proof_title(lang).to_owned(),
        lead: msg::proof_lead(lang).to_owned(),
        up: Some((Route::Settings.to_string(), msg::nav_settings(lang).to_owned())),
        sections: vec![
            facts(lang, proof, version),
            kept(lang, proof),
            asked(lang, proof),
            policy(lang, proof),
            code(lang, proof),
        ],
        ..Page::default()
    }
}

fn facts(lang: Lang, proof: &Proof, version: &str) -> Section {
    let foreign = match (&proof.asked, proof.foreign()) {
        (None, _) => Cell::badge(msg::proof_unknown(lang), Tone::Warning),
        (Some(_), 0) => Cell::badge(msg::proof_none(lang), Tone::Success),
        (Some(_), count) => Cell::badge(msg::proof_some(lang, count as u64), Tone::Error),
    };
    let facts = vec![
        Fact::new(msg::proof_home(lang), Cell::text(&*proof.home)),
        Fact::new(msg::proof_version(lang), Cell::text(version)),
        Fact::new(msg::proof_build(lang), Cell::text(&*proof.build).note(msg::proof_build_note(lang))),
        Fact::new(msg::proof_foreign(lang), foreign),
    ];
    Section::new("summary", msg::proof_summary(lang), Body::Facts(facts))
}

fn kept(lang: Lang, proof: &Proof) -> Section {
    let row = |kept: &Kept| {
        let size = match kept.place {
            Place::Files => {
                Cell { sort: i64::try_from(kept.size).ok(), ..Cell::text(msg::proof_files(lang, kept.size)) }
            }
            // A unit of UTF-16 takes two bytes.
            _ => kilobytes(lang, kept.size * 2),
        };
        Row {
            key: format!("{:?} {}", kept.place, kept.name),
            cells: vec![
                Cell::text(place(lang, kept.place)),
                Cell::text(&*kept.name),
                Cell::text(what(lang, kept)),
                size,
            ],
            acts: Vec::new(),
        }
    };
    let columns = [
        (msg::proof_place(lang), ColumnKind::Text),
        (msg::proof_name(lang), ColumnKind::Text),
        (msg::proof_what(lang), ColumnKind::Text),
        (msg::proof_size(lang), ColumnKind::Number),
    ];
    let rows = proof.kept.iter().map(row).collect();
    table("kept", msg::proof_kept(lang), &columns, rows, msg::proof_kept_none(lang)).note(msg::proof_kept_note(lang))
}

fn place(lang: Lang, place: Place) -> &'static str {
    match place {
        Place::Local => msg::copy_boot(lang),
        Place::Tab => msg::proof_tab(lang),
        Place::Database => msg::copy_durable(lang),
        Place::Files => msg::proof_cache(lang),
    }
}

/// What a record is, by its name.
fn what(lang: Lang, kept: &Kept) -> &'static str {
    if kept.name.starts_with(key::QUARANTINE) {
        msg::kept_title(lang)
    } else if kept.name == key::LOCK {
        msg::proof_lock(lang)
    } else if kept.name == key::SAME_FILE {
        msg::proof_same_file(lang)
    } else if kept.name.starts_with(key::OURS) {
        msg::proof_plan(lang)
    } else if kept.place == Place::Files && kept.name.starts_with("sferum-planner ") {
        if kept.name.ends_with(" edition") { msg::proof_edition(lang) } else { msg::proof_program(lang) }
    } else if kept.name.starts_with("sferum-planner") {
        msg::proof_setting(lang)
    } else {
        msg::proof_other(lang)
    }
}

fn asked(lang: Lang, proof: &Proof) -> Section {
    let row = |(at, asked): (usize, &Asked)| {
        let is_foreign = proof.is_foreign(asked);
        let whose = if is_foreign { msg::proof_whose_other(lang) } else { msg::proof_whose_own(lang) };
        let address = asked.address.strip_prefix(&proof.home).filter(|rest| !rest.is_empty());
        let size = if asked.bytes == 0 { Cell::text(msg::proof_from_copy(lang)) } else { kilobytes(lang, asked.bytes) };
        Row {
            key: at.to_string(),
            cells: vec![
                Cell::text(address.unwrap_or(&asked.address)),
                Cell::text(&*asked.kind),
                size,
                Cell::badge(whose, if is_foreign { Tone::Error } else { Tone::Success }),
            ],
            acts: Vec::new(),
        }
    };
    let columns = [
        (msg::proof_address(lang), ColumnKind::Text),
        (msg::proof_kind(lang), ColumnKind::Text),
        (msg::proof_received(lang), ColumnKind::Number),
        (msg::proof_whose(lang), ColumnKind::Text),
    ];
    let rows = proof.asked.iter().flatten().enumerate().map(row).collect();
    table("asked", msg::proof_asked(lang), &columns, rows, msg::proof_unknown(lang)).note(msg::proof_asked_note(lang))
}

fn policy(lang: Lang, proof: &Proof) -> Section {
    let lines = proof.policy.replace("; ", ";\n");
    Section::new("policy", msg::proof_policy(lang), Body::Verbatim(lines)).note(msg::proof_policy_note(lang))
}

fn code(lang: Lang, proof: &Proof) -> Section {
    let row = |library: &Library| Row {
        key: library.name.clone(),
        cells: vec![Cell::text(&*library.name), Cell::text(&*library.licence)],
        acts: Vec::new(),
    };
    let columns = [(msg::proof_library(lang), ColumnKind::Text), (msg::proof_licence(lang), ColumnKind::Text)];
    let rows = proof.libraries.iter().map(row).collect();
    table("libraries", msg::proof_libraries(lang), &columns, rows, msg::proof_libraries_none(lang))
        .note(msg::proof_libraries_note(lang))
}

fn table(id: &'static str, title: &str, columns: &[(&str, ColumnKind)], rows: Vec<Row>, empty: &str) -> Section {
    let columns = columns.iter().map(|(label, kind)| Column { label: (*label).to_owned(), kind: *kind }).collect();
    let table = Table { name: title.to_owned(), columns, rows, bulk: Vec::new(), empty: empty.to_owned() };
    Section::new(id, title, Body::Table(table))
}

fn kilobytes(lang: Lang, bytes: u64) -> Cell {
    let text = msg::proof_kilobytes(lang, &number::grouped(lang, bytes.div_ceil(1024)));
    Cell { sort: i64::try_from(bytes).ok(), ..Cell::text(text) }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Kept, Library, Place, Proof, libraries, page};
    use crate::text::Lang;
    use crate::view::page::{Body, Page, Tone};

    fn proof(addresses: &[&str]) -> Proof {
        let asked = |address: &&str| Asked { address: (*address).to_owned(), kind: "fetch".to_owned(), bytes: 2_000 };
        Proof {
            origin: "https://school.example".to_owned(),
            home: "https://school.example/plan/".to_owned(),
            asked: Some(addresses.iter().map(asked).collect()),
            ..Proof::default()
        }
    }

    fn rows(page: &Page, id: &str) -> Vec<Vec<String>> {
        let section = page.sections.iter().find(|section| section.id == id).unwrap();
        let Body::Table(table) = &section.body else { panic!("{id} is no table") };
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[track_caller]
    fn check_foreign(addresses: &[&str], expected: Tone) {
        let page = page(Lang::Ru, &proof(addresses), "0");
        let Body::Facts(facts) = &page.sections[0].body else { panic!("no facts") };
        assert_eq!(facts.last().unwrap().value.tone, Some(expected), "{addresses:?}");
    }

    #[test]
    fn another_site_is_seen() {
        check_foreign(
            &["https://school.example/plan/", "https://school.example/x.js", "blob:https://x/1"],
            Tone::Success,
        );
        check_foreign(&["https://school.example.org/plan/"], Tone::Error);
        check_foreign(&["http://school.example/plan/"], Tone::Error);
        check_foreign(&["https://school.example/plan/", "https://statistics.example/hit"], Tone::Error);
        let silent = Proof { asked: None, ..proof(&[]) };
        let Body::Facts(facts) = &page(Lang::En, &silent, "0").sections[0].body.clone() else { panic!("no facts") };
        assert_eq!(facts.last().unwrap().value.tone, Some(Tone::Warning));
    }

    #[test]
    fn records_are_told_by_their_names() {
        let kept = |place, name: &str| Kept { place, name: name.to_owned(), size: 3 };
        let proof = Proof {
            kept: vec![
                kept(Place::Local, "sferum-planner/plan/head"),
                kept(Place::Database, "sferum-planner/quarantine/1/plan/base"),
                kept(Place::Local, "sferum-planner.device"),
                kept(Place::Database, "sferum-planner/lock"),
                kept(Place::Files, "sferum-planner /plan/ 0123"),
                kept(Place::Files, "sferum-planner /plan/ edition"),
                kept(Place::Local, "other"),
            ],
            ..proof(&[])
        };
        let what: Vec<String> =
            rows(&page(Lang::En, &proof, "0"), "kept").into_iter().map(|row| row[2].clone()).collect();
        assert_eq!(
            what,
            [
                "the plan",
                "Put aside",
                "a setting of this computer",
                "the lock, which opens nothing without its passphrase or code",
                "the program, for work without a network",
                "the staff edition of this site",
                "another page of this address"
            ]
        );
    }

    #[test]
    fn addresses_are_short_and_sizes_rounded_up() {
        let page = page(Lang::En, &proof(&["https://school.example/plan/boot.js"]), "0");
        assert_eq!(rows(&page, "asked")[0][..3], ["boot.js", "fetch", "2 KB"]);
    }

    #[test]
    fn the_list_of_the_build_is_read() {
        let list = serde_json::json!([{ "name": "a", "version": "1.0", "licence": "MIT" }, { "name": "std" }]);
        let library = |name: &str, licence: &str| Library { name: name.to_owned(), licence: licence.to_owned() };
        assert_eq!(libraries(&list), [library("a 1.0", "MIT"), library("std", "")]);
        assert_eq!(libraries(&serde_json::json!({ "error": 1 })), []);
    }
}
