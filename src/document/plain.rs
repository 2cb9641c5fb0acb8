//! A paper as lines of plain text.

use super::line::Line;
use super::{Block, Point, Table};

/// Stands between the cells of a row.
const CELL: &str = " | ";

/// A place to sign.
pub(super) const BLANK: &str = "____________";

/// The lines of the blocks; an empty line stands between two blocks.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for block in blocks {
        let lines = block_lines(block);
        if !out.is_empty() && !lines.is_empty() {
            out.push(String::new());
        }
        out.extend(lines);
    }
    out
}

fn block_lines(block: &Block) -> Vec<String> {
    let plain = |lines: &[Line]| lines.iter().map(Line::plain).collect();
    match block {
        Block::Letterhead(lines) | Block::Aside(lines) => plain(lines),
        Block::Title { name, subject } => std::iter::once(name).chain(subject).map(Line::plain).collect(),
        Block::Requisites { date, number, place } => {
            let parts: Vec<String> = [Some(date), Some(number), place.as_ref()]
                .into_iter()
                .flatten()
                .map(Line::plain)
                .filter(|part| !part.is_empty())
                .collect();
            vec![parts.join(CELL)]
        }
        Block::Heading(line) | Block::Paragraph(line) | Block::Note(line) => vec![line.plain()],
        Block::Points(points) => points.iter().flat_map(point_lines).collect(),
        Block::Bullets(lines) => lines.iter().map(|line| format!("– {}", line.plain())).collect(),
        Block::Table(table) => table_lines(table),
        Block::Signatures(signatures) => signatures
            .iter()
            .map(|signature| format!("{} {BLANK} {}", signature.post.plain(), signature.name.plain()))
            .collect(),
        Block::Acknowledged { lead, names } => {
            let names = names.iter().map(|name| format!("{BLANK} {}", name.plain()));
            std::iter::once(lead.plain()).chain(names).collect()
        }
        Block::Qr(code) => [code.caption.plain(), code.text.clone()].into(),
        Block::PageBreak => Vec::new(),
    }
}

fn point_lines(point: &Point) -> Vec<String> {
    let own = format!("{} {}", point.number, point.text.plain());
    std::iter::once(own).chain(point.points.iter().flat_map(point_lines)).collect()
}

fn table_lines(table: &Table) -> Vec<String> {
    let row = |cells: &mut dyn Iterator<Item = &Line>| {
        let cells: Vec<String> = cells.map(Line::plain).collect();
        cells.join(CELL).trim_end_matches([' ', '|']).to_owned()
    };
    let head = row(&mut table.columns.iter().map(|column| &column.head));
    std::iter::once(head).chain(table.rows.iter().map(|cells| row(&mut cells.iter()))).collect()
}

/// Every text of the blocks.
pub(super) fn texts(blocks: &[Block]) -> impl Iterator<Item = &Line> {
    blocks.iter().flat_map(block_texts)
}

fn block_texts(block: &Block) -> Vec<&Line> {
    match block {
        Block::Letterhead(lines) | Block::Aside(lines) | Block::Bullets(lines) => lines.iter().collect(),
        Block::Title { name, subject } => std::iter::once(name).chain(subject).collect(),
        Block::Requisites { date, number, place } => [date, number].into_iter().chain(place).collect(),
        Block::Heading(line) | Block::Paragraph(line) | Block::Note(line) => vec![line],
        Block::Points(points) => points.iter().flat_map(point_texts).collect(),
        Block::Table(table) => {
            table.columns.iter().map(|column| &column.head).chain(table.rows.iter().flatten()).collect()
        }
        Block::Signatures(signatures) => signatures.iter().flat_map(|one| [&one.post, &one.name]).collect(),
        Block::Acknowledged { lead, names } => std::iter::once(lead).chain(names).collect(),
        Block::Qr(code) => vec![&code.caption],
        Block::PageBreak => Vec::new(),
    }
}

fn point_texts(point: &Point) -> Vec<&Line> {
    std::iter::once(&point.text).chain(point.points.iter().flat_map(point_texts)).collect()
}
