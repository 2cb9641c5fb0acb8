//! Papers as files of a word processor, in the eyes of programs that are not ours: `LibreOffice` opens each and prints it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what failed by panicking")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sferum_planner::demo::{Scale, school};
use sferum_planner::document::{
    Align, Block, Column, Desk, Document, Form, Line, Point, Subject, Table, Width, docx, forms, mark, qr,
};
use sferum_planner::domain::{IdSource, School};
use sferum_planner::plan::{Index, Plan};
use sferum_planner::regulation::Regulation;
use sferum_planner::text::Lang;

fn demo() -> School {
    school(Scale::Gymnasium, &mut IdSource::new(1, [7; 10])).unwrap()
}

/// Every paper of the demo school.
fn papers(lang: Lang) -> Vec<Document> {
    let school = demo();
    let index = Index::of(&school, "2026-11-23".parse().unwrap());
    let regulation = Regulation::bundled();
    let plan = Plan::of(&school, &index, regulation);
    let desk = Desk { school: &school, index: &index, plan: &plan, regulation, lang };
    Form::all().map(|form| forms::write(form, &desk, &Subject::default().resolved(form, &desk), None)).collect()
}

fn paper(blocks: Vec<Block>) -> Document {
    Document { title: "Проба".to_owned(), lang: Lang::Ru, blocks, missing: Vec::new() }
}

/// The parts of a file, by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The characters of a part; panics where it is no XML.
fn text_of(xml: &[u8]) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_reader(xml);
    reader.config_mut().check_end_names = true;
    let (mut text, mut buffer) = (String::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer).unwrap() {
            Event::Eof => return text,
            Event::Text(piece) => text.push_str(&piece.into_inner()),
            Event::GeneralRef(name) => text.push_str(match name.into_inner().as_ref() {
                "lt" => "<",
                "gt" => ">",
                "amp" => "&",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("{other}"),
            }),
            _ => {}
        }
        buffer.clear();
    }
}

/// Letters and figures alone: a word processor breaks lines where it likes.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Prints papers with `LibreOffice`; gives the text of the sheets of each.
fn printed(name: &str, papers: &[Document]) -> Vec<Vec<String>> {
    let folder = folder(name);
    let files: Vec<PathBuf> = (0..papers.len()).map(|at| folder.join(format!("{at:03}.docx"))).collect();
    for (file, paper) in files.iter().zip(papers) {
        std::fs::write(file, docx::docx(paper).unwrap()).unwrap();
    }
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(&files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("LibreOffice is not installed: run scripts/setup.sh test");
    assert!(status.success());
    files.iter().map(|file| sheets(&file.with_extension("pdf"))).collect()
}

/// The text of each sheet of a PDF.
fn sheets(pdf: &Path) -> Vec<String> {
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is not installed: run scripts/setup.sh test");
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(ToOwned::to_owned).collect()
}

#[test]
fn every_paper_opens_and_nothing_of_it_is_lost() {
    let papers: Vec<Document> = [Lang::Ru, Lang::En].into_iter().flat_map(papers).collect();
    for (paper, sheets) in papers.iter().zip(printed("papers", &papers)) {
        let text = letters(&sheets.concat());
        for line in paper.plain() {
            // The cells of a row stand beside each other, each in lines of its own: word by word.
            for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() < 12) {
                assert!(text.contains(word), "{}: «{word}» of «{line}»", paper.title);
            }
        }
    }
}

#[test]
fn the_head_of_a_table_comes_again_on_each_sheet() {
    let column = |head: &str| Column { head: head.into(), align: Align::Left, width: Width::Medium };
    let rows = (1..=150).map(|at| vec![Line::from(format!("строка{at}")), "значение".into()]).collect();
    let table = Table { columns: vec![column("ШапкаПервая"), column("ШапкаВторая")], rows };
    let [sheets] = printed("heads", &[paper(vec![Block::Table(table)])]).try_into().unwrap();
    assert!(sheets.len() > 2, "{} sheets", sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        assert!(sheet.contains("ШапкаПервая") && sheet.contains("ШапкаВторая"), "sheet {}", at + 1);
        assert!(sheet.trim_end().ends_with(&(at + 1).to_string()), "sheet {} has no number", at + 1);
    }
    assert!(sheets.concat().contains("строка150"));
}

#[test]
fn every_part_is_well_formed_and_has_the_words_of_the_paper() {
    for paper in papers(Lang::Ru) {
        let parts = parts(&docx::docx(&paper).unwrap());
        for (name, bytes) in parts.iter().filter(|(name, _)| !name.starts_with("word/media/")) {
            let text = text_of(bytes);
            if name == "word/document.xml" {
                let own = letters(&text);
                paper.plain().iter().for_each(|line| {
                    line.split(" | ").for_each(|cell| {
                        assert!(own.contains(&letters(cell)), "{}: «{cell}»", paper.title);
                    });
                });
            }
        }
        assert!(parts.contains_key("[Content_Types].xml"));
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</w:t><w:br/>&amp;\u{0}\u{8}\u{ffff}\u{202e}<script>\"'";
    let bytes = docx::docx(&paper(vec![
        Block::Paragraph(hostile.into()),
        Block::Points(Point::numbered([mark::with(sferum_planner::document::Look::Missing, hostile)])),
    ]))
    .unwrap();
    let text = text_of(&parts(&bytes)["word/document.xml"]);
    assert_eq!(text.matches("</w:t><w:br/>&amp;\u{202e}<script>\"'").count(), 2, "{text:?}");
}

#[test]
fn a_code_is_read_from_its_picture_and_one_paper_is_one_file() {
    let address = "https://example.org/join/7a-Kx81pQ";
    let document = paper(vec![Block::Qr(qr::Code::new(address, "Код").unwrap())]);
    let bytes = docx::docx(&document).unwrap();
    assert_eq!(bytes, docx::docx(&document).unwrap());
    let parts = parts(&bytes);
    let mut reader = png::Decoder::new(Cursor::new(&parts["word/media/code1.png"])).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height, line) = (info.width as usize, info.height as usize, info.line_size);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        if pixels[y * line + x / 8] >> (7 - x % 8) & 1 == 1 { 255 } else { 0 }
    });
    let said: Vec<String> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
    assert_eq!(said, [address]);
}
