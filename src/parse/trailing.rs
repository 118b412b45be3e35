//! Trailing text: what stands below the value of a field and is none of it.
//!
//! People, skills, links and measures are named, not told. What begins a block of its own below them,
//! no further in than their label, is prose, a table or another list, unless nothing stands before it.

use super::indent;
use super::label::{Label, Place};
use super::skill_level;
use crate::markdown::outline::Outline;
use crate::model::{FieldKind, Span};

/// Where the tail begins of what stands between a label and the next (`value`), if it has one.
pub(super) fn start(text: &str, outline: &Outline<'_>, label: &Label, value: Span) -> Option<usize> {
    if label.style.place == Place::Heading || !is_named(label.kind) {
        return None;
    }
    // Most values hold no blank line: nothing else has to be known of them.
    first_blank(value.of(text))?;
    let margin = indent::indent(text, label.span.start);
    let own = (label.style.place == Place::Item).then(|| bullet(text[label.line..].trim_start())).flatten();
    let mut chunks = Chunks { text, rest: value };
    let first = chunks.next()?;
    let (mut list, mut introduced) = (own, false);
    let mut chunk = Some(first);
    while let Some(here) = chunk {
        let words = here.of(text);
        let begins = bullet(words);
        let introduces = words.trim_end_matches(['*', '_']).ends_with(':');
        let goes_on = here == first
            || indent::indent(text, here.start) > margin
            || (begins.is_some() && (begins == list || introduced))
            || is_silent(outline, here)
            || (introduces && label.kind == Some(FieldKind::Skills) && skill_level::of_lead(words).is_some());
        if !goes_on {
            return Some(here.start);
        }
        list = words.lines().find_map(|line| bullet(line.trim_start())).or(list);
        introduced = introduces;
        chunk = chunks.next();
    }
    None
}

/// Whether a field names things, one beside the other; the values of the others are prose.
fn is_named(kind: Option<FieldKind>) -> bool {
    !matches!(kind, None | Some(FieldKind::Description | FieldKind::Outcome | FieldKind::Other))
}

/// The mark of the list item that a text begins with: items with different marks are of different lists.
fn bullet(text: &str) -> Option<u8> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = *text.as_bytes().get(digits)?;
    let is_mark = if digits > 0 { matches!(mark, b'.' | b')') } else { matches!(mark, b'-' | b'*' | b'+') };
    (is_mark && text[digits + 1..].starts_with([' ', '\t'])).then_some(mark)
}

/// Whether a part is a comment, a rule or a definition.
fn is_silent(outline: &Outline<'_>, part: Span) -> bool {
    outline.silent_in(part).first().is_some_and(|silent| silent.start == part.start)
}

/// Where the line ends that a blank one follows, the first of them.
fn first_blank(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let is_space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r');
    memchr::memchr_iter(b'\n', bytes)
        .find(|&at| bytes[at + 1..].iter().find(|byte| !is_space(byte)) == Some(&b'\n'))
}

/// The texts between blank lines, without the white space around them.
struct Chunks<'a> {
    text: &'a str,
    rest: Span,
}

impl Iterator for Chunks<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.rest.trim(self.text);
        let words = rest.of(self.text);
        let end = first_blank(words).unwrap_or(words.len());
        self.rest = Span::new(rest.start + end, rest.end);
        (!rest.is_empty()).then(|| Span::new(rest.start, rest.start + end).trim(self.text))
    }
}
