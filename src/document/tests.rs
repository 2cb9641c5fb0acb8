//! The tree of a paper as lines.

use super::{Block, Column, Document, Line, Look, Point, Signature, Table, digest, mark, qr};
use crate::text::Lang;

#[track_caller]
fn check(blocks: Vec<Block>, expected: &str) {
    let document = Document { title: String::new(), lang: Lang::Ru, blocks, missing: vec![] };
    assert_eq!(document.plain().join("\n"), expected);
}

fn paper(text: &str) -> Document {
    Document {
        title: "Приказ".into(), lang: Lang::Ru, blocks: vec![Block::Paragraph(text.into())], missing: vec![]
    }
}

#[test]
fn blocks_are_parted_by_an_empty_line() {
    check(
        vec![
            Block::Letterhead(vec!["Гимназия № 44".into()]),
            Block::Title { name: "ПРИКАЗ".into(), subject: Some("О назначении".into()) },
            Block::Requisites { date: "26.08.2026".into(), number: "№ 102".into(), place: None },
            Block::PageBreak,
            Block::Note("Памятка".into()),
        ],
        "Гимназия № 44\n\nПРИКАЗ\nО назначении\n\n26.08.2026 | № 102\n\nПамятка",
    );
}

#[test]
fn points_carry_their_numbers() {
    let points = Point::tree([
        ("Назначить.".into(), vec!["Баранова".into(), "Зуеву".into()]),
        ("Контроль оставляю за собой.".into(), vec![]),
    ]);
    check(vec![Block::Points(points)], "1. Назначить.\n1.1. Баранова\n1.2. Зуеву\n2. Контроль оставляю за собой.");
    check(vec![Block::Points(Point::numbered(["а", "б"]))], "1. а\n2. б");
}

#[test]
fn a_table_is_rows_of_cells() {
    let table = Table::counted(
        Lang::Ru,
        [Column::wide("ФИО"), Column::mark("Класс")],
        [vec![Line::from("Зуева Ева"), "7А".into()], vec!["Ким Ева".into(), Line::default()]],
    );
    check(vec![Block::Table(table)], "№ | ФИО | Класс\n1 | Зуева Ева | 7А\n2 | Ким Ева");
}

#[test]
fn a_sheet_to_sign_leaves_room() {
    let table = Table::to_sign(Lang::Ru, [("Баранов Г. О.", Some("01.09.2026".to_owned())), ("Зуева Е. М.", None)]);
    check(vec![Block::Table(table)], "№ | ФИО | Дата | Подпись\n1 | Баранов Г. О. | 01.09.2026\n2 | Зуева Е. М.");
}

#[test]
fn signatures_have_a_place_to_sign() {
    let signature = Signature { post: "Директор".into(), name: "Н. А. Орлова".into() };
    let read =
        Block::Acknowledged { lead: "Ознакомлены:".into(), names: vec!["Г. О. Баранов".into()] };
    check(
        vec![Block::Signatures(vec![signature]), read],
        "Директор ____________ Н. А. Орлова\n\nОзнакомлены:\n____________ Г. О. Баранов",
    );
}

#[test]
fn a_code_leaves_its_words_and_its_link() {
    let code = qr::Code::new("https://example.org", "Чат 7А").unwrap();
    check(vec![Block::Qr(code)], "Чат 7А\nhttps://example.org");
}

#[test]
fn looks_are_found_wherever_they_stand() {
    let gap = mark::with(Look::Missing, "____");
    let document = Document {
        title: String::new(),
        lang: Lang::Ru,
        blocks: vec![Block::Points(Point::tree([("а".into(), vec![gap.into()])]))],
        missing: vec![],
    };
    assert!(document.has(Look::Missing));
    assert!(!document.has(Look::Doubtful));
}

#[test]
fn the_digest_is_of_the_plain_text() {
    let marked = paper(&format!("Назначить {}", mark::with(Look::Bold, "Баранова")));
    assert_eq!(digest(&paper("Назначить Баранова")), digest(&marked));
    assert_ne!(digest(&paper("Назначить Баранова")), digest(&paper("Назначить Зуеву")));
    assert_eq!(digest(&paper("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
