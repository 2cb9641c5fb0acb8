//! The page on paper: printed by the browser itself, read back as text.

use std::process::Command;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;

use crate::{Browser, Failure, folder::Folder, process::find_program};

/// What is printed.
#[derive(Debug, Clone, Default)]
pub struct Printed {
    /// The text of each sheet, in the order of the page, without white space and hyphens.
    pub sheets: Vec<String>,
    /// Words that stand past the edge of a sheet.
    pub cut: Vec<String>,
}

impl Printed {
    /// Whether a text is printed, however its lines are broken.
    pub fn has(&self, text: &str) -> bool {
        self.sheets.concat().contains(&squeezed(text))
    }
}

/// A text without white space and hyphens, so that the ends of lines do not matter.
pub fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '\u{ad}' | '\u{200b}' | '\u{c}'))
        .collect()
}

impl Browser {
    /// Prints the page on A4, or on what its style asks for.
    pub async fn print(&self) -> Result<Printed, Failure> {
        let parameters = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
        let answer = self.ask_cdp("Page.printToPDF", parameters).await?;
        let data = answer.get("data").and_then(|data| data.as_str()).unwrap_or_default();
        let bytes = BASE64_STANDARD.decode(data).map_err(|error| Failure::Answer(error.to_string()))?;
        let folder = Folder::new()?;
        let path = folder.path().join("page.pdf");
        std::fs::write(&path, bytes)?;
        let read = |option: &str| -> Result<String, Failure> {
            let output = Command::new(find_program(&["pdftotext"])?).arg(option).arg(&path).arg("-").output()?;
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        };
        // In the order in which the browser draws, where a cell of several lines stays together.
        let text = read("-raw")?;
        let sheets = text.split('\u{c}').map(squeezed).filter(|sheet| !sheet.is_empty()).collect();
        Ok(Printed { sheets, cut: cut(&read("-bbox")?) })
    }
}

/// The words that reach past the side edges of their sheet.
fn cut(boxes: &str) -> Vec<String> {
    let number = |line: &str, name: &str| -> Option<f64> {
        line.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse().ok()
    };
    let mut width = f64::MAX;
    let mut cut = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page") {
            width = number(line, "width").unwrap_or(f64::MAX);
        } else if line.starts_with("<word") {
            let (Some(from), Some(to)) = (number(line, "xMin"), number(line, "xMax")) else { continue };
            if from < 0.0 || to > width {
                cut.push(line.to_owned());
            }
        }
    }
    cut
}
