//! Signs: the words that a line without a label says facts with. They are found once in a document, so that only the
//! lines are looked at that have one.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::value;
use crate::markdown::outline::Line;
use crate::model::Span;
use crate::parse::indent::line_start;

/// The words that are signs by themselves: beside them those for hours and, in whatever case, for a difficulty are.
static WORDS: LazyLock<[Finder<'static>; 5]> =
    LazyLock::new(|| ["entor", value::IMAGE, value::BADGE, "ifficulty", "hour"].map(Finder::new));

/// Where the signs of a document stand, in order.
#[derive(Debug)]
pub(super) struct Signs {
    /// Each line that says a fact without a label has one of these.
    all: Vec<usize>,
    /// A part without any of these says none.
    sure: Vec<usize>,
}

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let [people, image, badge, difficulty, hour] =
            WORDS.each_ref().map(|word| word.find_iter(text.as_bytes()));
        let both: Vec<usize> = value::all_hours(text).map(|(at, _)| at).chain(people).chain(image).collect();
        let mut signs = Self { all: both.clone(), sure: both };
        signs.all.extend(value::difficulties(text).chain(badge));
        signs.sure.extend(difficulty.chain(hour));
        signs.all.sort_unstable();
        signs.sure.sort_unstable();
        signs
    }

    /// Those of some lines that have a sign, in order: the lines that begin in a part of the document.
    pub(super) fn lines<'l>(&self, text: &str, part: Span, lines: &'l [Line]) -> Vec<&'l Line> {
        let from = |signs: &[usize]| signs.partition_point(|&sign| sign < part.start);
        let mut found = Vec::new();
        if self.sure.get(from(&self.sure)).is_none_or(|&sign| sign >= part.end) {
            return found;
        }
        let (mut done, mut row) = (0, Span::at(part.start));
        for &sign in &self.all[from(&self.all)..] {
            if sign >= row.end {
                let start = line_start(text, sign);
                let length = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[sign..]);
                row = Span::new(start, length.map_or(text.len(), |length| sign + length));
            }
            if row.start >= part.end {
                break;
            }
            // An item may begin on the line of another one: what stands behind both is of both.
            let end = lines.partition_point(|line| line.start <= sign).max(done);
            let count = lines[done..end].iter().rev().take_while(|line| line.start >= row.start).count();
            found.extend(&lines[end - count..end]);
            done = end;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::outline::Outline;

    #[test]
    fn only_lines_with_a_sign_are_found() {
        let text = "one\n\nDifficulty easy\n\n- two\n- - three, 90 hours, 90 hours\n\nfour\n\n# Five\n\nDIFFICULTY easy\n";
        let outline = Outline::of(text);
        let signs = Signs::of(text);
        let lines = |part: Span| {
            let lines = signs.lines(text, part, outline.lines_in(part));
            lines.into_iter().map(|line| text[line.start..].lines().next().unwrap()).collect::<Vec<_>>()
        };
        let five = text.find('#').unwrap();
        let first = lines(Span::new(0, five));
        assert_eq!(first.first(), Some(&"Difficulty easy"));
        assert!(first.len() > 1 && first[1..].iter().all(|line| line.ends_with("three, 90 hours, 90 hours")));
        assert_eq!(lines(Span::new(five, text.len())), [""; 0], "its part has no sure sign");
    }
}
