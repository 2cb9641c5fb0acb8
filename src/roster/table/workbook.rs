//! A workbook of Excel: the sheets with their real rows; numbers, dates and merged cells as a person sees them.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, Xlsx};

use super::super::limits::{CELLS, INFLATED_BYTES, Unreadable};
use super::super::write::restore;
use super::{Row, Sheet, without_empty_end};

/// The widest row that is read; lists are not wider, and a stray cell in the last column costs nothing.
const COLUMNS: u32 = 256;

/// Reads all sheets. The bytes have passed [`inspect`](super::super::limits::inspect).
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenWorkbook)?;
    let mut left = Left { cells: CELLS, bytes: usize::try_from(INFLATED_BYTES).unwrap_or(usize::MAX) };
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        // A chart's sheet holds no cells: it is passed over.
        let Some(mut rows) = cells(&mut workbook, &name, &mut left)? else { continue };
        for region in merged {
            fill(&mut rows, region, &mut left)?;
        }
        let rows = rows.into_iter().filter_map(|(line, cells)| row(line, cells)).collect();
        sheets.push(Sheet { name, rows, ..Sheet::default() });
    }
    if sheets.is_empty() { Err(Unreadable::BrokenWorkbook) } else { Ok(sheets) }
}

type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// What may still be read: a shared text that many cells name is copied into each.
struct Left {
    cells: usize,
    bytes: usize,
}

impl Left {
    fn take(&mut self, text: &str) -> Result<(), Unreadable> {
        self.cells = self.cells.checked_sub(1).ok_or(Unreadable::TooManyCells { limit: CELLS as u64 })?;
        let far = Unreadable::InflatesTooFar { limit: INFLATED_BYTES };
        self.bytes = self.bytes.checked_sub(text.len()).ok_or(far)?;
        Ok(())
    }
}

fn cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut Left) -> Result<Option<Cells>, Unreadable> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return Ok(None) };
    let mut rows = Cells::new();
    while let Some(cell) = reader.next_cell().map_err(|_| Unreadable::BrokenWorkbook)? {
        let (row, column) = cell.get_position();
        let text = display(cell.get_value());
        if text.is_empty() || column >= COLUMNS {
            continue;
        }
        left.take(&text)?;
        rows.entry(row).or_default().insert(column, text);
    }
    Ok(Some(rows))
}

/// Writes the text of a merged region into its other cells, in the rows that hold something.
fn fill(rows: &mut Cells, region: Dimensions, left: &mut Left) -> Result<(), Unreadable> {
    let ((top, first), (bottom, last)) = (region.start, region.end);
    if top > bottom || first > last {
        return Ok(());
    }
    let Some(text) = rows.get(&top).and_then(|row| row.get(&first)).cloned() else { return Ok(()) };
    let width = rows.values().filter_map(|row| row.keys().next_back()).max().copied().unwrap_or(0);
    for (_, row) in rows.range_mut(top..=bottom) {
        for column in first..=last.min(width) {
            left.take(&text)?;
            row.entry(column).or_insert_with(|| text.clone());
        }
    }
    Ok(())
}

fn row(index: u32, cells: BTreeMap<u32, String>) -> Option<Row> {
    let mut texts = Vec::new();
    for (column, text) in cells {
        texts.resize(usize::try_from(column).ok()?, String::new());
        texts.push(text);
    }
    let cells = without_empty_end(texts);
    (!cells.is_empty()).then_some(Row { line: index.saturating_add(1), cells })
}

/// What a person sees in the cell: whole numbers without a point, dates as `05.04.2013`.
fn display(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => restore(text).to_owned(),
        DataRef::SharedString(text) => restore(text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            if moment.is_datetime() && moment.as_f64() >= 1.0 {
                format!("{day:02}.{month:02}.{year:04}")
            } else {
                number_text(moment.as_f64())
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}
