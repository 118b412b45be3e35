//! Changed: which lines of a text are not those of an older one.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Parts without a line of their own that have more lines than this are not compared: the time would grow with
/// the square of their length. All of their lines count as changed.
const COMPARED: usize = 1024;

/// How often a part is divided at its own lines. Each time takes time that grows with the text.
const DIVISIONS: usize = 16;

/// The lines (from 1) of `new` that changed since `old`, in order. Where lines only went away there is none: those
/// around the gap are as they were. How lines end does not count.
///
/// Takes time that grows little more than the texts; where they are too different to be compared in that, a line
/// is rather called changed.
pub(super) fn changed(old: &str, new: &str) -> Vec<RangeInclusive<usize>> {
    let mut names = HashMap::new();
    let mut named = |text| {
        let mut all = Vec::new();
        for line in lines(text) {
            let next = names.len();
            all.push(*names.entry(line).or_insert(next));
        }
        all
    };
    let (old, new) = (named(old), named(new));
    let mut pairs = Pairs { old: &old, new: &new, is_kept: vec![false; new.len()] };
    pairs.find(0..old.len(), 0..new.len(), DIVISIONS);
    let mut changed: Vec<RangeInclusive<usize>> = Vec::new();
    for (at, _) in pairs.is_kept.iter().enumerate().filter(|(_, is_kept)| !**is_kept) {
        match changed.last_mut() {
            Some(last) if *last.end() == at => *last = *last.start()..=at + 1,
            _ => changed.push(at + 1..=at + 1),
        }
    }
    changed
}

/// Whether two texts are versions of one: lines that both have make up half of the longer one.
pub(super) fn is_alike(old: &str, new: &str) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in lines(old) {
        *counts.entry(line).or_default() += 1;
    }
    let shared: usize = lines(new)
        .filter(|line| {
            let left = counts.get_mut(line).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        })
        .map(str::len)
        .sum();
    let longest = |text| lines(text).map(str::len).sum::<usize>();
    shared > 0 && 2 * shared >= longest(old).max(longest(new))
}

/// The lines of a text without their ends, as [`crate::model::Lines`] counts them: `\n`, `\r\n` and a lone `\r` end
/// one, and what stands behind the last end is one, too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = memchr::memchr2(b'\n', b'\r', text.as_bytes()) else { return rest.take() };
        let after = &text[end..];
        rest = Some(after.strip_prefix("\r\n").unwrap_or(&after[1..]));
        Some(&text[..end])
    })
}

/// The lines of two texts, each by a number that stands for its words, and which of the new ones are kept.
struct Pairs<'a> {
    old: &'a [usize],
    new: &'a [usize],
    is_kept: Vec<bool>,
}

impl Pairs<'_> {
    /// Pairs the lines of two parts: those at their beginnings and ends, then those that each has once (the patience
    /// algorithm), then what is between these in the same way.
    fn find(&mut self, mut old: Range<usize>, mut new: Range<usize>, divisions: usize) {
        while !old.is_empty() && !new.is_empty() && self.old[old.start] == self.new[new.start] {
            self.is_kept[new.start] = true;
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && self.old[old.end - 1] == self.new[new.end - 1] {
            self.is_kept[new.end - 1] = true;
            (old.end, new.end) = (old.end - 1, new.end - 1);
        }
        if old.is_empty() || new.is_empty() {
            return;
        }
        let anchors = if divisions > 0 { self.anchors(&old, &new) } else { Vec::new() };
        if anchors.is_empty() {
            return self.compare(old, new);
        }
        for (at_old, at_new) in anchors {
            self.find(old.start..at_old, new.start..at_new, divisions - 1);
            self.is_kept[at_new] = true;
            (old.start, new.start) = (at_old + 1, at_new + 1);
        }
        self.find(old, new, divisions - 1);
    }

    /// Of the lines that each of two parts has once, the most that are in the same order in both.
    fn anchors(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let of_old = once(self.old, old);
        let of_new = once(self.new, new);
        let mut common: Vec<(usize, usize)> =
            of_new.iter().filter_map(|(line, &at_new)| Some((*of_old.get(line)?, at_new))).collect();
        common.sort_unstable_by_key(|&(_, at_new)| at_new);
        longest_in_order(&common)
    }

    /// Pairs the lines of two short parts; those that only one of them has were taken out before.
    fn compare(&mut self, old: Range<usize>, new: Range<usize>) {
        let places = |lines: &[usize], part: &Range<usize>, others: &[usize]| -> Vec<usize> {
            let others: std::collections::HashSet<_> = others.iter().collect();
            part.clone().filter(|&at| others.contains(&lines[at])).collect()
        };
        let at_old = places(self.old, &old, &self.new[new.clone()]);
        let at_new = places(self.new, &new, &self.old[old]);
        if at_old.len() + at_new.len() > COMPARED {
            return;
        }
        let words = |lines: &[usize], places: &[usize]| -> Vec<usize> {
            places.iter().map(|&at| lines[at]).collect()
        };
        let (old, new) = (words(self.old, &at_old), words(self.new, &at_new));
        for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if let DiffOp::Equal { new_index, len, .. } = operation {
                at_new[new_index..new_index + len].iter().for_each(|&at| self.is_kept[at] = true);
            }
        }
    }
}

/// The lines that a part has once, and where.
fn once(lines: &[usize], part: &Range<usize>) -> HashMap<usize, usize> {
    let mut places: HashMap<usize, Option<usize>> = HashMap::new();
    for at in part.clone() {
        places.entry(lines[at]).and_modify(|place| *place = None).or_insert(Some(at));
    }
    places.into_iter().filter_map(|(line, place)| Some((line, place?))).collect()
}

/// The longest run of pairs whose first numbers rise, too; the second ones do.
fn longest_in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends such a run with the lowest first number; and before each pair, another.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].0 < pair.0);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut run: Vec<_> =
        std::iter::successors(ends.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts of few different lines, so that they have much in common and little once.
    fn text() -> impl Strategy<Value = Vec<u8>> {
        proptest::collection::vec(0_u8..8, 0..60)
    }

    fn written(lines: &[u8], end: &str) -> String {
        lines.iter().map(|line| format!("{line}{end}")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn lines_that_came_or_changed_are_told() {
        assert_eq!(changed("a\nb\nc\n", "a\nb\nc\n"), []);
        assert_eq!(changed("a\nb\nc\n", "a\nx\ny\nb\nz\n"), [2..=3, 5..=5]);
        assert_eq!(changed("", "a\n"), [1..=1], "what stands behind the last end was there");
        assert_eq!(changed("a\nb\nc\n", "a\nc\n"), [], "a line is gone");
    }

    #[test]
    fn how_lines_end_does_not_count() {
        assert_eq!(changed("a\nb\nc", "a\r\nb\rc"), []);
        assert_eq!(changed("a\r\nb\r\n", "a\nx\rb\n"), [2..=2]);
        assert_eq!(lines("a\r\n\rb\n").collect::<Vec<_>>(), ["a", "", "b", ""]);
        assert_eq!(lines("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn what_moved_is_told_once() {
        let old: String = (0..20).map(|number| format!("line {number}\n")).collect::<Vec<_>>().concat();
        let (first, rest) = old.split_at(old.find("line 5\n").unwrap());
        assert_eq!(changed(&old, &format!("{rest}{first}")), [16..=20]);
    }

    #[test]
    fn long_texts_without_a_line_of_their_own_are_not_compared() {
        let old: String =
            (0..COMPARED).map(|number| format!("{}\n", number % 2)).collect::<Vec<_>>().concat();
        let new: String =
            (0..COMPARED).map(|number| format!("{}\n", number % 3 % 2)).collect::<Vec<_>>().concat();
        let lines: usize = changed(&old, &new).into_iter().map(Iterator::count).sum();
        assert!(lines > COMPARED / 2, "{lines}");
    }

    #[test]
    fn versions_of_one_text_are_alike() {
        let old: String = (0..20).map(|number| format!("line {number}\n")).collect::<Vec<_>>().concat();
        assert!(is_alike(&old, &old.replace("line 1\n", "other 1\n")));
        assert!(!is_alike(&old, &old.replace("line", "other")));
        assert!(!is_alike("", "") && !is_alike("a\n", ""));
        assert!(is_alike(&old, &old.replace('\n', "\r\n")));
        assert!(!is_alike("a\n", "a\na\na\n"), "a line of the one is a line of the other once");
    }

    proptest! {
        #[test]
        fn what_is_not_changed_is_in_the_old_text_in_that_order(old in text(), new in text(), crlf: bool) {
            let changed = changed(&written(&old, "\n"), &written(&new, if crlf { "\r\n" } else { "\n" }));
            prop_assert!(changed.windows(2).all(|pair| pair[0].end() + 1 < *pair[1].start()));
            let mut left = old.iter();
            for (at, line) in new.iter().enumerate() {
                if !changed.iter().any(|range| range.contains(&(at + 1))) {
                    prop_assert!(left.any(|other| other == line), "line {} of {new:?} since {old:?}", at + 1);
                }
            }
        }

        #[test]
        fn a_text_has_not_changed_since_itself(lines in text()) {
            prop_assert_eq!(changed(&written(&lines, "\n"), &written(&lines, "\n")), []);
        }

        #[test]
        fn one_new_line_is_all_that_changed(lines in text(), at in 0_usize..60) {
            let mut new = lines.clone();
            let at = at.min(lines.len());
            new.insert(at, 99);
            prop_assert_eq!(changed(&written(&lines, "\n"), &written(&new, "\n")), [at + 1..=at + 1]);
        }
    }
}
