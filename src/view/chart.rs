//! Charts as data and as a drawing: bars on top of each other, one column for each category.
//!
//! The drawing is one text of SVG, for the page and for the file. Colors stand in it for the file; on the page the
//! style sheet gives those of the theme. What a chart shows, its table tells too.

use std::fmt::Write as _;

/// A chart of stacked bars.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chart {
    /// What it is called: the name of its file, and for who does not see it.
    pub name: String,
    /// What its columns stand for.
    pub head: String,
    /// The columns from the left.
    pub categories: Vec<String>,
    /// What is stacked, from the bottom.
    pub series: Vec<Series>,
}

/// What is counted in every column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// How many in each column; a column without a value has none.
    pub values: Vec<u64>,
}

/// The size of the drawing, in its own units.
const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 320.0;
/// Room for the figures at the left, the names below and the legend above.
const LEFT: f64 = 48.0;
const BELOW: f64 = 44.0;
const ABOVE: f64 = 40.0;
/// How much of its place a column takes.
const FILLED: f64 = 0.7;
/// Names of columns that fit side by side.
const NAMES: usize = 16;
/// The colors of a file, for black and white printers of different darkness.
const COLORS: [&str; 4] = ["#0b5fce", "#8fb8ee", "#b06a00", "#77838f"];

impl Chart {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.highest() == 0
    }

    fn value(&self, series: usize, category: usize) -> u64 {
        self.series.get(series).and_then(|series| series.values.get(category)).copied().unwrap_or(0)
    }

    fn highest(&self) -> u64 {
        let column = |at: usize| (0..self.series.len()).map(|series| self.value(series, at)).sum();
        (0..self.categories.len()).map(column).max().unwrap_or(0)
    }

    /// The drawing as a file of its own.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "counts of a school are exact in a float")]
    pub fn svg(&self) -> String {
        let top = round_up(self.highest());
        let (bottom, scale) = (HEIGHT - BELOW, (HEIGHT - BELOW - ABOVE) / top as f64);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\" \
             font-family=\"sans-serif\" font-size=\"13\">",
            escape(&self.name)
        );
        for step in 0..=4_u64 {
            let value = top * step / 4;
            let y = bottom - value as f64 * scale;
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "<line class=\"chart__line\" x1=\"{LEFT}\" x2=\"{WIDTH}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#d5dbe3\"/>\
                 <text class=\"chart__text\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
                LEFT - 8.0,
                y + 4.0
            );
        }
        let place = (WIDTH - LEFT) / self.categories.len().max(1) as f64;
        let each = self.categories.len().div_ceil(NAMES).max(1);
        for (at, name) in self.categories.iter().enumerate() {
            let x = LEFT + place * at as f64;
            let mut y = bottom;
            for (series, one) in self.series.iter().enumerate() {
                let value = self.value(series, at);
                let height = value as f64 * scale;
                y -= height;
                if value > 0 {
                    let _ = write!(
                        out,
                        "<rect class=\"chart__bar is-{series}\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{height:.1}\" \
                         fill=\"{}\"><title>{}, {}: {value}</title></rect>",
                        x + place * (1.0 - FILLED) / 2.0,
                        place * FILLED,
                        color(series),
                        escape(name),
                        escape(&one.name)
                    );
                }
            }
            if at % each == 0 {
                let _ = write!(
                    out,
                    "<text class=\"chart__text\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                    x + place / 2.0,
                    bottom + 18.0,
                    escape(name)
                );
            }
        }
        let mut x = LEFT;
        for (series, one) in self.series.iter().enumerate() {
            let _ = write!(
                out,
                "<rect class=\"chart__bar is-{series}\" x=\"{x:.1}\" y=\"8\" width=\"14\" height=\"14\" fill=\"{}\"/>\
                 <text class=\"chart__text\" x=\"{:.1}\" y=\"20\">{}</text>",
                color(series),
                x + 20.0,
                escape(&one.name)
            );
            x += 44.0 + 8.0 * one.name.chars().count() as f64;
        }
        out.push_str("</svg>");
        out
    }
}

fn color(series: usize) -> &'static str {
    COLORS.get(series % COLORS.len()).copied().unwrap_or_default()
}

/// A round number that is not below: 4, 8, 20, 40, 80, 200 and so on, so that its quarters are whole.
fn round_up(value: u64) -> u64 {
    let mut size = 4_u64;
    loop {
        for times in [1, 2, 5] {
            if size.saturating_mul(times) >= value {
                return size.saturating_mul(times);
            }
        }
        size = size.saturating_mul(10);
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Chart, Series, round_up};

    fn chart(values: &[&[u64]]) -> Chart {
        let longest = values.iter().map(|values| values.len()).max().unwrap_or(0);
        Chart {
            name: "Ссылки".into(),
            head: "Класс".into(),
            categories: (0..longest).map(|at| format!("{at}А")).collect(),
            series: values
                .iter()
                .enumerate()
                .map(|(at, values)| Series { name: format!("ряд {at}"), values: values.to_vec() })
                .collect(),
        }
    }

    #[track_caller]
    fn check_top(value: u64, top: u64) {
        assert_eq!(round_up(value), top);
        assert_eq!(top % 4, 0);
    }

    #[test]
    fn the_scale_ends_at_a_round_number() {
        check_top(0, 4);
        check_top(4, 4);
        check_top(5, 8);
        check_top(19, 20);
        check_top(21, 40);
        check_top(775, 800);
        check_top(26_000, 40_000);
    }

    /// The heights of the bars, without those of the legend.
    fn heights(svg: &str) -> Vec<f64> {
        svg.split("<rect ")
            .skip(1)
            .filter(|rect| rect.contains("<title>"))
            .map(|rect| {
                let text = rect.split("height=\"").nth(1).unwrap();
                text.split('"').next().unwrap().parse().unwrap()
            })
            .collect()
    }

    #[test]
    fn bars_are_as_high_as_their_values() {
        let svg = chart(&[&[10, 20], &[10, 0]]).svg();
        let heights = heights(&svg);
        let [first, second, double] = heights[..] else { panic!("{heights:?}") };
        assert!((first - second).abs() < 0.2 && (double - 2.0 * first).abs() < 0.2, "{heights:?}");
        assert!(svg.contains("<title>1А, ряд 0: 20</title>"));
    }

    #[test]
    fn hostile_names_stay_words() {
        let mut hostile = chart(&[&[1]]);
        hostile.categories = vec!["<script>\"&\u{0}".into()];
        let svg = hostile.svg();
        assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;&quot;&amp; "), "{svg}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(chart(&[]).is_empty() && chart(&[&[0, 0]]).is_empty());
        assert_eq!(heights(&chart(&[]).svg()), Vec::<f64>::new());
        assert!(!chart(&[&[0, 1]]).is_empty());
    }
}
