//! Source text as it is shown below a finding: a character that must not leave is shown, so that it can be
//! pointed at, and marks are moved along.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::safe::shown;

/// The lines of a source in which whatever must not leave is U+FFFD, and every line end a line feed. `places`
/// lie in `text` before, and in what is given back afterwards.
pub(super) fn visible<'t>(text: &'t str, places: &mut [Range<usize>]) -> Cow<'t, str> {
    let is_kept = |c: char| matches!(c, '\n' | '\t') || shown(c) == Some(c);
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut bounds: Vec<(usize, &mut usize)> =
        places.iter_mut().flat_map(|place| [&mut place.start, &mut place.end]).map(|at| (*at, at)).collect();
    bounds.sort_by_key(|(old, _)| *old);
    let mut bounds = bounds.into_iter().peekable();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        while let Some((_, new)) = bounds.next_if(|(old, _)| *old <= at) {
            *new = out.len();
        }
        let is_followed_by = |next: char, chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>| {
            chars.peek().is_some_and(|(_, c)| *c == next)
        };
        match c {
            '\r' if is_followed_by('\n', &mut chars) => {}
            '\r' => out.push('\n'),
            _ => out.push(if is_kept(c) { c } else { char::REPLACEMENT_CHARACTER }),
        }
    }
    bounds.for_each(|(_, new)| *new = out.len());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_on_what_they_mark() {
        let text = "a\u{200b}é\u{1b}b\r\nc\rd\te";
        let at = |c: char| text.find(c).unwrap();
        let mut places = [at('\u{200b}')..at('é'), at('é')..at('b'), at('d')..text.len(), 0..0];
        let shown = visible(text, &mut places);
        assert_eq!(shown, "a\u{fffd}é\u{fffd}b\nc\nd\te");
        let marked = places.map(|place| shown[place].to_owned());
        assert_eq!(marked, ["\u{fffd}", "é\u{fffd}", "d\te", ""]);
        assert!(matches!(visible("a\tb\n", &mut []), Cow::Borrowed(_)));
    }
}
