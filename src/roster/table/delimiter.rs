//! Which character parts the columns of a text.

/// The characters that part columns, the likelier first.
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];
/// How many lines are looked at.
const LINES: usize = 200;

/// Finds the delimiter: the one that stands the same number of times in most lines; `;` where none does.
pub fn detect(text: &str) -> u8 {
    let lines = counts(text);
    let mut best = (0, b';');
    for (column, delimiter) in (0..).zip(DELIMITERS) {
        let counts: Vec<usize> = lines.iter().filter_map(|line| line.get(column).copied()).collect();
        let steady = most_frequent(&counts);
        // A line that agrees counts double against one that merely has the character: commas live in sentences.
        let score = counts.iter().filter(|count| **count == steady && steady > 0).count() * 2
            + counts.iter().filter(|count| **count > 0).count();
        if score > best.0 {
            best = (score, u8::try_from(delimiter).unwrap_or(b';'));
        }
    }
    best.1
}

/// How often each delimiter stands outside quotes, line by line.
fn counts(text: &str) -> Vec<[usize; DELIMITERS.len()]> {
    let mut lines = Vec::new();
    let mut line = [0; DELIMITERS.len()];
    let mut quoted = false;
    let mut filled = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if filled {
                    lines.push(std::mem::take(&mut line));
                }
                filled = false;
                if lines.len() >= LINES {
                    return lines;
                }
            }
            c if !quoted => {
                for (count, delimiter) in line.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(c == delimiter);
                }
                filled |= !c.is_whitespace() || c == '\t';
            }
            _ => {}
        }
    }
    if filled {
        lines.push(line);
    }
    lines
}

fn most_frequent(counts: &[usize]) -> usize {
    let mut by_count = std::collections::BTreeMap::<usize, usize>::new();
    for count in counts.iter().filter(|count| **count > 0) {
        *by_count.entry(*count).or_default() += 1;
    }
    by_count.into_iter().max_by_key(|(_, lines)| *lines).map_or(0, |(count, _)| count)
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[track_caller]
    fn check(text: &str, delimiter: char) {
        assert_eq!(char::from(detect(text)), delimiter, "{text}");
    }

    #[test]
    fn delimiters() {
        check("ФИО;Класс\nИванов Лев;7А\n", ';');
        check("ФИО\tПочта\nИванов Лев\ta@example.org\n", '\t');
        check("ФИО,Класс\nИванов Лев,7А\n", ',');
        check("ФИО|Класс\nИванов Лев|7А\n", '|');
        check("ФИО\nИванов Лев\n", ';');
        check("", ';');
    }

    #[test]
    fn commas_inside_cells_part_nothing() {
        check("Название;Классы\nХор;1А, 1Б, 1В\nШахматы;2А, 2Б, 2В\nТеатр;3А, 3Б, 3В\n", ';');
        check("ФИО;Адрес\n\"Иванов; Лев\";\"Тверь, дом 1\"\nКим Ева;Тверь, дом 2\n", ';');
    }
}
