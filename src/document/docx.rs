//! A paper as a file of a word processor: Office Open XML (ECMA-376), as `LibreOffice` and Word open it.
//!
//! The parts are written one by one: crates that write whole files cannot repeat the head of a table on each sheet.
//! Lengths are in twentieths of a point and letters in half points, as the format counts.

use std::io::{self, Cursor, Write as _};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::line::{Line, Look};
use super::qr::{self, Modules};
use super::table::{Align, Table, Width};
use super::{Block, Document, Point, Signature};
use crate::text::{Lang, msg};

/// What a browser calls such a file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The margin at the left, above and below: 20 mm (GOST R 7.0.97-2016, 3.1).
const MARGIN: u32 = 1134;
/// The margin at the right: 10 mm.
const RIGHT: u32 = 567;
/// The width of an A4 sheet, 210 mm.
const SHEET: u32 = 11906;
/// The height of an A4 sheet, 297 mm.
const HEIGHT: u32 = 16838;
/// The width of the text.
const TEXT: u32 = SHEET - MARGIN - RIGHT;
/// How far the first line of a paragraph goes in: 12.5 mm.
const INDENT: u32 = 709;
/// The letters of a table: 11 points.
const LETTERS: u32 = 22;
/// The smallest letters of a table: 7.5 points.
const SMALLEST: u32 = 15;
/// The room of a letter of a bold head of 11 points.
const LETTER: u32 = 140;
/// The margin of a cell at each side.
const CELL: u32 = 108;
/// Letters of a word that a column makes room for; a longer one may break.
const MOST_LETTERS: u32 = 20;
/// The side of a code for a phone's camera, in the units of a drawing (English Metric Units): 30 mm.
const CODE: u32 = 1_080_000;
/// Points of a picture for each module of a code.
const SCALE: usize = 8;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The mark of a point without a number.
const BULLET: &str = "–";

type Xml = Writer<Vec<u8>>;

/// Writes a paper.
///
/// # Errors
/// What the archive says; in memory nothing is expected to fail.
pub fn docx(document: &Document) -> io::Result<Vec<u8>> {
    let mut body = Body { xml: Writer::new(Vec::new()), lang: document.lang, pictures: Vec::new() };
    body.write(document)?;
    let Body { xml, pictures, .. } = body;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a clock, so that one paper is one file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut put = |name: &str, bytes: &[u8]| -> io::Result<()> {
        zip.start_file(name, options).map_err(io::Error::other)?;
        zip.write_all(bytes)
    };
    put("[Content_Types].xml", &content_types()?)?;
    put(
        "_rels/.rels",
        &relations(&[("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml")])?,
    )?;
    put("docProps/core.xml", &properties(document)?)?;
    put("word/document.xml", &xml.into_inner())?;
    put("word/styles.xml", &styles(document.lang)?)?;
    put("word/footer1.xml", &footer()?)?;
    let names: Vec<String> = (1..=pictures.len()).map(|at| format!("media/code{at}.png")).collect();
    let mut targets = vec![("styles", "styles.xml"), ("footer", "footer1.xml")];
    targets.extend(names.iter().map(|name| ("image", name.as_str())));
    put("word/_rels/document.xml.rels", &relations(&targets)?)?;
    for (name, picture) in names.iter().zip(&pictures) {
        put(&format!("word/{name}"), picture)?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

fn part(
    root: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    start(&mut xml)?;
    xml.create_element(root).with_attributes(attributes.iter().copied()).write_inner_content(inner)?;
    Ok(xml.into_inner())
}

fn start(xml: &mut Xml) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))
}

/// An element without content.
fn leaf(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(drop)
}

/// An element with what is written into it.
fn around(xml: &mut Xml, name: &str, inner: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element(name).write_inner_content(inner).map(drop)
}

/// Characters that XML does not allow at all are left out.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
        .collect()
}

fn content_types() -> io::Result<Vec<u8>> {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    part("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let default =
            |xml: &mut Xml, extension, kind| leaf(xml, "Default", &[("Extension", extension), ("ContentType", kind)]);
        default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml")?;
        default(xml, "xml", "application/xml")?;
        default(xml, "png", "image/png")?;
        let own = |xml: &mut Xml, name, kind: &str| leaf(xml, "Override", &[("PartName", name), ("ContentType", kind)]);
        own(xml, "/word/document.xml", &format!("{WORD}.document.main+xml"))?;
        own(xml, "/word/styles.xml", &format!("{WORD}.styles+xml"))?;
        own(xml, "/word/footer1.xml", &format!("{WORD}.footer+xml"))?;
        own(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    })
}

/// What a part refers to, numbered from `rId1`.
fn relations(targets: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (at, (kind, target)) in targets.iter().enumerate() {
            let base =
                if kind.starts_with("metadata/") { format!("{PACKAGE}/relationships") } else { OFFICE.to_owned() };
            let (id, kind) = (format!("rId{}", at + 1), format!("{base}/{kind}"));
            leaf(xml, "Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)])?;
        }
        Ok(())
    })
}

fn properties(document: &Document) -> io::Result<Vec<u8>> {
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    part("cp:coreProperties", &names, |xml| {
        xml.create_element("dc:title").write_text_content(BytesText::new(&clean(&document.title)))?;
        xml.create_element("dc:language").write_text_content(BytesText::new(locale(document.lang))).map(drop)
    })
}

const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "ru-RU",
        Lang::En => "en-GB",
    }
}

/// Times of 12 points, single lines: what the standard for such papers asks.
fn styles(lang: Lang) -> io::Result<Vec<u8>> {
    const FONT: &str = "Times New Roman";
    part("w:styles", &[("xmlns:w", MAIN)], |xml| {
        around(xml, "w:docDefaults", |xml| {
            around(xml, "w:rPrDefault", |xml| {
                around(xml, "w:rPr", |xml| {
                    leaf(
                        xml,
                        "w:rFonts",
                        &[("w:ascii", FONT), ("w:hAnsi", FONT), ("w:cs", FONT), ("w:eastAsia", FONT)],
                    )?;
                    leaf(xml, "w:sz", &[("w:val", "24")])?;
                    leaf(xml, "w:szCs", &[("w:val", "24")])?;
                    leaf(xml, "w:lang", &[("w:val", locale(lang))])
                })
            })?;
            around(xml, "w:pPrDefault", |xml| {
                around(xml, "w:pPr", |xml| {
                    leaf(
                        xml,
                        "w:spacing",
                        &[("w:before", "0"), ("w:after", "0"), ("w:line", "276"), ("w:lineRule", "auto")],
                    )
                })
            })
        })
    })
}

/// The number of the sheet.
fn footer() -> io::Result<Vec<u8>> {
    part("w:ftr", &[("xmlns:w", MAIN)], |xml| {
        around(xml, "w:p", |xml| {
            around(xml, "w:pPr", |xml| leaf(xml, "w:jc", &[("w:val", "center")]))?;
            xml.create_element("w:fldSimple")
                .with_attribute(("w:instr", "PAGE"))
                .write_inner_content(|xml| {
                    around(xml, "w:r", |xml| {
                        around(xml, "w:t", |xml| xml.write_event(Event::Text(BytesText::new("1"))))
                    })
                })
                .map(drop)
        })
    })
}

/// How a paragraph stands.
#[derive(Debug, Clone, Copy, Default)]
struct Stand {
    /// `both`, `center`, `right`; the left edge where it is empty.
    align: &'static str,
    /// How far the whole paragraph goes in.
    left: u32,
    /// How far the first line goes in; behind `left` where it is below zero.
    first: i32,
    /// Space above.
    before: u32,
    /// Whether it stays with the next paragraph on one sheet.
    stays: bool,
    /// Everything is bold.
    is_bold: bool,
    /// Letters in half points; those of the paper where it is zero.
    size: u32,
    /// Where the tabs lead to: the middle and the right edge.
    has_tabs: bool,
}

struct Body {
    xml: Xml,
    lang: Lang,
    pictures: Vec<Vec<u8>>,
}

impl Body {
    fn write(&mut self, document: &Document) -> io::Result<()> {
        start(&mut self.xml)?;
        let names = format!(
            "w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
        );
        self.open(&names)?;
        self.open("w:body")?;
        for block in &document.blocks {
            self.block(block)?;
        }
        self.sheet()?;
        self.close("w:body")?;
        self.close("w:document")
    }

    fn open(&mut self, tag: &str) -> io::Result<()> {
        let name = tag.split(' ').next().map_or(0, str::len);
        self.xml.write_event(Event::Start(quick_xml::events::BytesStart::from_content(tag, name)))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.xml.write_event(Event::End(quick_xml::events::BytesEnd::new(name)))
    }

    fn leaf(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        leaf(&mut self.xml, name, attributes)
    }

    /// The size of the sheet, at the end of the body.
    fn sheet(&mut self) -> io::Result<()> {
        let [width, height, margin, right] = [SHEET, HEIGHT, MARGIN, RIGHT].map(|length| length.to_string());
        self.open("w:sectPr")?;
        self.leaf("w:footerReference", &[("w:type", "default"), ("r:id", "rId2")])?;
        self.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
        let sides = [
            ("w:top", margin.as_str()),
            ("w:right", &right),
            ("w:bottom", &margin),
            ("w:left", &margin),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        self.leaf("w:pgMar", &sides)?;
        self.close("w:sectPr")
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        let centered = Stand { align: "center", ..Stand::default() };
        match block {
            Block::Letterhead(lines) => lines.iter().try_for_each(|line| self.paragraph(centered, line)),
            Block::Aside(lines) => {
                let stand = Stand { left: TEXT / 2, ..Stand::default() };
                lines.iter().try_for_each(|line| self.paragraph(stand, line))
            }
            Block::Title { name, subject } => {
                self.paragraph(Stand { before: 240, stays: true, is_bold: true, ..centered }, name)?;
                subject.iter().try_for_each(|subject| self.paragraph(Stand { stays: true, ..centered }, subject))
            }
            Block::Requisites { date, number, place } => {
                let stand = Stand { before: 240, has_tabs: true, ..Stand::default() };
                let empty = Line::default();
                self.paragraph_of(stand, &[date, place.as_ref().unwrap_or(&empty), number])
            }
            Block::Heading(text) => {
                self.paragraph(Stand { before: 200, stays: true, is_bold: true, ..Stand::default() }, text)
            }
            Block::Paragraph(text) => {
                self.paragraph(Stand { align: "both", first: 709, before: 80, ..Stand::default() }, text)
            }
            Block::Points(points) => self.points(points, 1),
            Block::Bullets(lines) => lines.iter().try_for_each(|line| self.item(BULLET, line, 1)),
            Block::Table(table) => self.table(table),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Acknowledged { lead, names } => {
                self.paragraph(Stand { before: 240, stays: true, ..Stand::default() }, lead)?;
                let date = Line::from(msg::paper_blank_date(self.lang));
                self.blanks(names.iter().map(|name| (name, &date)))
            }
            Block::Qr(code) => self.code(code),
            Block::PageBreak => {
                self.open("w:p")?;
                self.open("w:r")?;
                self.leaf("w:br", &[("w:type", "page")])?;
                self.close("w:r")?;
                self.close("w:p")
            }
            Block::Note(text) => self.paragraph(Stand { size: 20, before: 120, ..Stand::default() }, text),
        }
    }

    fn points(&mut self, points: &[Point], depth: u32) -> io::Result<()> {
        for point in points {
            self.item(&point.number, &point.text, depth)?;
            self.points(&point.points, depth + 1)?;
        }
        Ok(())
    }

    /// A point behind its mark.
    fn item(&mut self, mark: &str, text: &Line, depth: u32) -> io::Result<()> {
        let stand = Stand { align: "both", left: INDENT * depth, first: -709, before: 60, ..Stand::default() };
        self.paragraph_of(stand, &[&Line::from(mark), text])
    }

    fn paragraph(&mut self, stand: Stand, line: &Line) -> io::Result<()> {
        self.paragraph_of(stand, &[line])
    }

    /// A paragraph of parts with tabs between them.
    fn paragraph_of(&mut self, stand: Stand, parts: &[&Line]) -> io::Result<()> {
        self.open("w:p")?;
        self.stand(stand)?;
        for (at, line) in parts.iter().enumerate() {
            if at > 0 {
                self.open("w:r")?;
                self.leaf("w:tab", &[])?;
                self.close("w:r")?;
            }
            self.runs(stand, line)?;
        }
        self.close("w:p")
    }

    /// The properties of a paragraph, in the order that the schema asks.
    fn stand(&mut self, stand: Stand) -> io::Result<()> {
        self.open("w:pPr")?;
        if stand.stays {
            self.leaf("w:keepNext", &[])?;
        }
        if stand.has_tabs {
            let (middle, end) = ((TEXT / 2).to_string(), TEXT.to_string());
            self.open("w:tabs")?;
            self.leaf("w:tab", &[("w:val", "center"), ("w:pos", &middle)])?;
            self.leaf("w:tab", &[("w:val", "right"), ("w:pos", &end)])?;
            self.close("w:tabs")?;
        }
        if stand.before > 0 {
            self.leaf("w:spacing", &[("w:before", &stand.before.to_string())])?;
        }
        if stand.left > 0 || stand.first != 0 {
            let (left, first) = (stand.left.to_string(), stand.first.unsigned_abs().to_string());
            let key = if stand.first < 0 { "w:hanging" } else { "w:firstLine" };
            self.leaf("w:ind", &[("w:left", &left), (key, &first)])?;
        }
        if !stand.align.is_empty() {
            self.leaf("w:jc", &[("w:val", stand.align)])?;
        }
        self.close("w:pPr")
    }

    fn runs(&mut self, stand: Stand, line: &Line) -> io::Result<()> {
        for run in line.runs() {
            self.open("w:r")?;
            self.open("w:rPr")?;
            if stand.is_bold || run.look == Look::Bold {
                self.leaf("w:b", &[])?;
            }
            if stand.size > 0 {
                self.leaf("w:sz", &[("w:val", &stand.size.to_string())])?;
            }
            match run.look {
                Look::Missing => self.leaf("w:highlight", &[("w:val", "yellow")])?,
                Look::Doubtful => self.leaf("w:u", &[("w:val", "wave")])?,
                Look::Plain | Look::Bold => {}
            }
            self.close("w:rPr")?;
            self.open("w:t xml:space=\"preserve\"")?;
            self.xml.write_event(Event::Text(BytesText::new(&clean(&run.text))))?;
            self.close("w:t")?;
            self.close("w:r")?;
        }
        Ok(())
    }

    /// A table whose head comes again on every sheet, and whose rows are never cut.
    fn table(&mut self, table: &Table) -> io::Result<()> {
        let (widths, size) = widths(table);
        self.space()?;
        self.open_table(&widths, true)?;
        let head = |at: usize| table.columns.get(at).map(|column| &column.head);
        self.row(&widths, true, |at| (Stand { align: "center", is_bold: true, size, ..Stand::default() }, head(at)))?;
        for cells in &table.rows {
            self.row(&widths, false, |at| {
                let align = match table.columns.get(at).map(|column| column.align) {
                    Some(Align::Center) => "center",
                    Some(Align::Right) => "right",
                    _ => "",
                };
                (Stand { align, size, ..Stand::default() }, cells.get(at))
            })?;
        }
        self.close("w:tbl")?;
        self.space()
    }

    /// An empty line: a table must not touch another one, or the two become one.
    fn space(&mut self) -> io::Result<()> {
        self.paragraph(Stand { size: 12, ..Stand::default() }, &Line::default())
    }

    fn open_table(&mut self, widths: &[u32], has_borders: bool) -> io::Result<()> {
        self.open("w:tbl")?;
        self.open("w:tblPr")?;
        self.leaf("w:tblW", &[("w:w", &TEXT.to_string()), ("w:type", "dxa")])?;
        if has_borders {
            self.open("w:tblBorders")?;
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                self.leaf(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])?;
            }
            self.close("w:tblBorders")?;
        }
        self.leaf("w:tblLayout", &[("w:type", "fixed")])?;
        self.close("w:tblPr")?;
        self.open("w:tblGrid")?;
        for width in widths {
            self.leaf("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        self.close("w:tblGrid")
    }

    fn row<'a>(
        &mut self,
        widths: &[u32],
        is_head: bool,
        cell: impl Fn(usize) -> (Stand, Option<&'a Line>),
    ) -> io::Result<()> {
        self.open_row(is_head)?;
        for (at, width) in widths.iter().enumerate() {
            let (stand, line) = cell(at);
            self.cell(*width, false, stand, line)?;
        }
        self.close("w:tr")
    }

    fn open_row(&mut self, is_head: bool) -> io::Result<()> {
        self.open("w:tr")?;
        self.open("w:trPr")?;
        self.leaf("w:cantSplit", &[])?;
        if is_head {
            self.leaf("w:tblHeader", &[])?;
        }
        self.close("w:trPr")
    }

    fn cell(&mut self, width: u32, is_blank: bool, stand: Stand, line: Option<&Line>) -> io::Result<()> {
        self.open("w:tc")?;
        self.open("w:tcPr")?;
        self.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        if is_blank {
            self.open("w:tcBorders")?;
            self.leaf("w:bottom", &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])?;
            self.close("w:tcBorders")?;
        }
        self.leaf("w:vAlign", &[("w:val", if is_blank || stand.stays { "bottom" } else { "top" })])?;
        self.close("w:tcPr")?;
        self.paragraph(stand, line.unwrap_or(&Line::default()))?;
        self.close("w:tc")
    }

    fn signatures(&mut self, signatures: &[Signature]) -> io::Result<()> {
        self.blanks(signatures.iter().map(|signature| (&signature.post, &signature.name)))
    }

    /// Rows with a line to sign on between two texts.
    fn blanks<'a>(&mut self, rows: impl Iterator<Item = (&'a Line, &'a Line)>) -> io::Result<()> {
        let widths = [TEXT / 2, TEXT / 4, TEXT / 4];
        let stand = Stand { before: 240, stays: true, ..Stand::default() };
        self.open_table(&widths, false)?;
        for (first, last) in rows {
            self.open_row(false)?;
            for (width, line) in widths.into_iter().zip([Some(first), None, Some(last)]) {
                self.cell(width, line.is_none(), stand, line)?;
            }
            self.close("w:tr")?;
        }
        self.close("w:tbl")?;
        self.space()
    }

    fn code(&mut self, code: &qr::Code) -> io::Result<()> {
        self.pictures.push(picture(&code.modules)?);
        let number = self.pictures.len();
        // The styles and the footer are the first two parts that the paper refers to.
        let (id, relation) = (number.to_string(), format!("rId{}", number + 2));
        let (name, side) = (clean(&code.text), CODE.to_string());
        self.open("w:p")?;
        self.stand(Stand { align: "center", before: 240, stays: true, ..Stand::default() })?;
        self.open("w:r")?;
        self.open("w:drawing")?;
        self.open("wp:inline")?;
        self.leaf("wp:extent", &[("cx", &side), ("cy", &side)])?;
        self.leaf("wp:docPr", &[("id", &id), ("name", &id), ("descr", &name)])?;
        self.open("a:graphic")?;
        self.open("a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"")?;
        self.open("pic:pic")?;
        self.open("pic:nvPicPr")?;
        self.leaf("pic:cNvPr", &[("id", &id), ("name", &id)])?;
        self.leaf("pic:cNvPicPr", &[])?;
        self.close("pic:nvPicPr")?;
        self.open("pic:blipFill")?;
        self.leaf("a:blip", &[("r:embed", &relation)])?;
        self.open("a:stretch")?;
        self.leaf("a:fillRect", &[])?;
        self.close("a:stretch")?;
        self.close("pic:blipFill")?;
        self.open("pic:spPr")?;
        self.open("a:xfrm")?;
        self.leaf("a:off", &[("x", "0"), ("y", "0")])?;
        self.leaf("a:ext", &[("cx", &side), ("cy", &side)])?;
        self.close("a:xfrm")?;
        self.open("a:prstGeom prst=\"rect\"")?;
        self.leaf("a:avLst", &[])?;
        self.close("a:prstGeom")?;
        for name in ["pic:spPr", "pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r", "w:p"] {
            self.close(name)?;
        }
        let stand = Stand { align: "center", size: 20, ..Stand::default() };
        self.paragraph(stand, &code.caption)?;
        self.paragraph(stand, &Line::from(code.text.as_str()))
    }
}

/// How wide the columns of a table are, and how large its letters: room for the longest word of each, and the rest by
/// what they hold; where the words do not fit side by side, the letters get smaller.
fn widths(table: &Table) -> (Vec<u32>, u32) {
    let longest = |line: &Line| line.plain().split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let needed = |at: usize| {
        let head = table.columns.get(at).map_or(0, |column| longest(&column.head));
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(longest).max().unwrap_or(0);
        u32::try_from(head.max(cells)).unwrap_or(MOST_LETTERS).clamp(1, MOST_LETTERS) * LETTER
    };
    let weight = |width| match width {
        Width::Narrow => 1,
        Width::Medium => 3,
        Width::Wide => 6,
    };
    let words: Vec<u32> = (0..table.columns.len()).map(needed).collect();
    let margins = u32::try_from(table.columns.len()).unwrap_or(TEXT).saturating_mul(2 * CELL);
    let (room, sum) = (TEXT.saturating_sub(margins), words.iter().sum::<u32>().max(1));
    if sum > room {
        let size = (LETTERS * room / sum).max(SMALLEST);
        return (words.iter().map(|width| width * room / sum + 2 * CELL).collect(), size);
    }
    let weights: u32 = table.columns.iter().map(|column| weight(column.width)).sum::<u32>().max(1);
    let rest = |width| (room - sum) * weight(width) / weights;
    let columns = table.columns.iter().zip(&words);
    (columns.map(|(column, width)| width + 2 * CELL + rest(column.width)).collect(), LETTERS)
}

/// A code as a picture, one bit a point.
fn picture(modules: &Modules) -> io::Result<Vec<u8>> {
    let side = modules.outer() * SCALE;
    let points = u32::try_from(side).map_err(io::Error::other)?;
    let is_dark = |x: usize, y: usize| {
        let place = |at: usize| (at / SCALE).checked_sub(qr::QUIET).filter(|at| *at < modules.side);
        place(x).zip(place(y)).is_some_and(|(x, y)| modules.dark.get(y * modules.side + x) == Some(&true))
    };
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, points, points);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().map_err(io::Error::other)?;
    let mut rows = Vec::with_capacity(side * side.div_ceil(8));
    for y in 0..side {
        for byte in 0..side.div_ceil(8) {
            let bits = (0..8).map(|bit| byte * 8 + bit).map(|x| u8::from(!is_dark(x, y)));
            rows.push(bits.fold(0, |byte, bit| byte << 1 | bit));
        }
    }
    writer.write_image_data(&rows).map_err(io::Error::other)?;
    writer.finish().map_err(io::Error::other)?;
    Ok(out)
}
