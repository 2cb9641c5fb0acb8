//! Codes for a phone's camera (ISO/IEC 18004), as modules and as the path of a drawing.

use fast_qr::{ECL, QRBuilder};

use super::line::Line;

/// Light modules around the code, as the standard asks.
pub const QUIET: usize = 4;

/// A code on a paper: what it says, how it looks, the words under it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Code {
    /// What a camera reads.
    pub text: String,
    /// The words under it.
    pub caption: Line,
    /// The drawing.
    pub modules: Modules,
}

impl Code {
    /// Makes the code of a text; none where the text is too long for any code.
    pub fn new(text: &str, caption: impl Into<Line>) -> Option<Self> {
        Some(Self { text: text.to_owned(), caption: caption.into(), modules: Modules::of(text)? })
    }
}

/// The square of a code without its margin.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Modules {
    /// Modules in a row.
    pub side: usize,
    /// Which are dark, row by row; `side * side` of them.
    pub dark: Vec<bool>,
}

impl Modules {
    /// Encodes a text with medium correction: a printed sheet gets creased. None where it is longer than 2,331 bytes.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
        let side = code.size;
        Some(Self { side, dark: code.data.iter().take(side * side).map(|module| module.value()).collect() })
    }

    /// The side of the drawing with its light margin, in modules: the size of a `viewBox`.
    #[must_use]
    pub const fn outer(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The dark modules as the `d` of an SVG path in a box of [`Self::outer`] units, one bar a run of dark modules.
    #[must_use]
    pub fn path(&self) -> String {
        use std::fmt::Write as _;
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.side.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let length = run.len();
                if run.first() == Some(&true) {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
                }
                x += length;
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Modules, QUIET};

    /// Draws the path the way a browser does.
    fn drawn(modules: &Modules) -> Vec<bool> {
        let side = modules.outer();
        let mut dark = vec![false; side * side];
        for bar in modules.path().split('z').filter(|bar| !bar.is_empty()) {
            let numbers: Vec<usize> = bar
                .split(|c: char| !c.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().unwrap())
                .collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{bar}") };
            assert_eq!(length, back);
            dark[y * side + x..][..length].fill(true);
        }
        dark
    }

    #[track_caller]
    fn check(text: &str) {
        let modules = Modules::of(text).unwrap();
        assert_eq!(modules.dark.len(), modules.side * modules.side);
        let (dark, side) = (drawn(&modules), modules.outer());
        // Four points a module.
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, |x, y| {
            if dark[y / 4 * side + x / 4] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        let read: Vec<String> = grids.iter().map(|grid| grid.decode().unwrap().1).collect();
        assert_eq!(read, [text]);
    }

    #[test]
    fn a_camera_reads_a_link() {
        check("https://example.org/join/7a-Kx81pQ?role=student");
    }

    #[test]
    fn a_camera_reads_a_long_link_and_cyrillic() {
        check(&format!("https://example.org/{}", "a1B2".repeat(80)));
        check("Чат 7А: https://example.org/чат");
    }

    #[test]
    fn a_text_too_long_gives_no_code() {
        assert_eq!(Modules::of(&"x".repeat(2_332)), None);
        assert_eq!(Code::new(&"x".repeat(5_000), "нет"), None);
    }

    #[test]
    fn the_margin_stays_light() {
        let modules = Modules::of("https://example.org").unwrap();
        assert_eq!(modules.outer(), modules.side + 2 * QUIET);
        assert!(modules.path().starts_with(&format!("M{QUIET} {QUIET}h7v1h-7z")));
    }
}
