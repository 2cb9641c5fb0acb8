//! What has changed between the lines of a signed paper and the same paper built today.

/// One changed place, in the order of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LineChange {
    /// The line is new.
    Added(String),
    /// The line is no longer there.
    Removed(String),
    /// The line says something else.
    Changed {
        /// What was signed.
        was: String,
        /// What the plan says now.
        now: String,
    },
}

/// Most cells of the table of common lines; beyond it two papers are compared as sets of lines.
const MAX_CELLS: usize = 4_000_000;

/// Compares the lines that were signed with those of today. Empty lines do not count: they part the blocks.
#[must_use]
pub fn changes(signed: &[String], now: &[String]) -> Vec<LineChange> {
    let lines = |lines: &[String]| lines.iter().filter(|line| !line.trim().is_empty()).cloned().collect::<Vec<_>>();
    let (signed, now) = (lines(signed), lines(now));
    let same_start = signed.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let signed = signed.get(same_start..).unwrap_or_default();
    let now = now.get(same_start..).unwrap_or_default();
    let same_end = signed.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    let signed = signed.get(..signed.len() - same_end).unwrap_or_default();
    let now = now.get(..now.len() - same_end).unwrap_or_default();
    let mut out = Vec::new();
    let (mut was_from, mut now_from) = (0, 0);
    let common = common(signed, now).into_iter().chain([(signed.len(), now.len())]);
    for (was_to, now_to) in common {
        gap(signed.get(was_from..was_to).unwrap_or_default(), now.get(now_from..now_to).unwrap_or_default(), &mut out);
        (was_from, now_from) = (was_to + 1, now_to + 1);
    }
    out
}

/// Tells what stands between two common lines: as many changed lines as both sides have, then the rest.
fn gap(was: &[String], now: &[String], out: &mut Vec<LineChange>) {
    let both = was.iter().zip(now).map(|(was, now)| LineChange::Changed { was: was.clone(), now: now.clone() });
    out.extend(both);
    out.extend(was.iter().skip(now.len()).cloned().map(LineChange::Removed));
    out.extend(now.iter().skip(was.len()).cloned().map(LineChange::Added));
}

/// The places of a longest common subsequence.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    if a.len().saturating_mul(b.len()) > MAX_CELLS {
        return in_order(a, b);
    }
    let width = b.len() + 1;
    // `length[i * width + j]`: how many lines `a[i..]` and `b[j..]` have in common.
    let mut length = vec![0_u32; (a.len() + 1) * width];
    let at = |length: &[u32], i: usize, j: usize| length.get(i * width + j).copied().unwrap_or_default();
    for (i, line) in a.iter().enumerate().rev() {
        for (j, other) in b.iter().enumerate().rev() {
            let value = if line == other {
                at(&length, i + 1, j + 1) + 1
            } else {
                at(&length, i + 1, j).max(at(&length, i, j + 1))
            };
            if let Some(cell) = length.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j, mut places) = (0, 0, Vec::new());
    while let (Some(line), Some(other)) = (a.get(i), b.get(j)) {
        if line == other {
            places.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&length, i + 1, j) >= at(&length, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    places
}

/// For papers of thousands of changed lines: each line of `a` meets the next equal line of `b`.
fn in_order(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let mut found: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (j, line) in b.iter().enumerate().rev() {
        found.entry(line).or_default().push(j);
    }
    let (mut next, mut places) = (0, Vec::new());
    for (i, line) in a.iter().enumerate() {
        let Some(at) = found.get_mut(line.as_str()) else { continue };
        while at.last().is_some_and(|j| *j < next) {
            at.pop();
        }
        if let Some(j) = at.pop() {
            places.push((i, j));
            next = j + 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LineChange, changes, in_order};

    #[track_caller]
    fn check(was: &str, now: &str, expected: &[&str]) {
        let lines = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let told: Vec<String> = changes(&lines(was), &lines(now))
            .into_iter()
            .map(|change| match change {
                LineChange::Added(line) => format!("+{line}"),
                LineChange::Removed(line) => format!("-{line}"),
                LineChange::Changed { was, now } => format!("{was}>{now}"),
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn equal_papers_have_no_changes() {
        check("а/б/в", "а/б/в", &[]);
        check("а//б", "а/б/ ", &[]);
    }

    #[test]
    fn a_line_is_added_removed_changed() {
        check("а/в", "а/б/в", &["+б"]);
        check("а/б/в", "а/в", &["-б"]);
        check("а/б/в", "а/г/в", &["б>г"]);
    }

    #[test]
    fn changes_stand_in_the_order_of_the_paper() {
        check("1/2/3/4/5", "1/x/3/5/6", &["2>x", "-4", "+6"]);
        check("", "а", &["+а"]);
        check("а", "", &["-а"]);
    }

    #[test]
    fn a_repeated_line_meets_its_own() {
        check("а/а/б", "а/б/б", &["а>б"]);
        check("x/а/б", "а/б/x", &["-x", "+x"]);
    }

    proptest! {
        #[test]
        fn as_many_lines_remain_as_were_not_changed(was in "[абв]{0,12}", now in "[абв]{0,12}") {
            let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (was, now) = (lines(&was), lines(&now));
            let (mut added, mut removed) = (0, 0);
            for change in changes(&was, &now) {
                match change {
                    LineChange::Added(_) => added += 1,
                    LineChange::Removed(_) => removed += 1,
                    LineChange::Changed { was, now } => {
                        prop_assert_ne!(was, now);
                        added += 1;
                        removed += 1;
                    }
                }
            }
            prop_assert_eq!(was.len() - removed, now.len() - added);
        }

        #[test]
        fn long_papers_pair_equal_lines_in_order(was in "[абв]{0,12}", now in "[абв]{0,12}") {
            let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (was, now) = (lines(&was), lines(&now));
            let places = in_order(&was, &now);
            prop_assert!(places.iter().all(|(i, j)| was[*i] == now[*j]));
            prop_assert!(places.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
        }
    }
}
