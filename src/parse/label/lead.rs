//! Labels whose words nobody knows: the terms of definitions, bold words before a dash, questions and bold lines.

use super::parts::{LONGEST, Label, Place, Spelling, Style, is_decoration, window};
use crate::markdown::outline::{Line, Opening};
use crate::model::Span;
use crate::parse::indent::line_start;
use crate::parse::labels::Meanings;
use crate::parse::lexicon::Meaning;
use crate::parse::lines;

/// A line as the term of a definition: the next line begins with a colon, and what it says.
pub(super) fn definition<'a>(
    text: &'a str,
    line: Line,
    start: usize,
    meanings: &mut Meanings<'a>,
) -> Option<Label> {
    let rest = window(text, start);
    let length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).filter(|&length| length <= LONGEST.0)?;
    let below = text[start + length..].trim_start_matches(['\n', '\r', ' ']);
    let value = below.strip_prefix(':').filter(|value| value.starts_with([' ', '\t']))?;
    let words = rest[..length].trim_end_matches(is_decoration);
    let is_words = words.starts_with(char::is_alphabetic) && words.split(' ').count() <= LONGEST.1;
    if line.opening == Opening::Continuation || !is_words || text[start + length..].len() - below.len() > 2 {
        return None;
    }
    let meaning = meanings.meaning(words);
    Some(Label {
        span: Span::new(start, start + words.len()),
        line: line_start(text, line.start),
        value: text.len() - value.trim_start_matches([' ', '\t']).len(),
        kind: meaning.map(Meaning::kind),
        meaning,
        cell: None,
        style: Style { place: Place::Paragraph, bold: true, colon: true, depth: line.depth },
        weak: false,
        listed: false,
        spelling: Spelling::Words,
        alone: false,
        scalar: false,
    })
}

/// The bold words before a dash, or a question in bold, as a label that is not known: `**Weight** - 175 hours`,
/// `**Who helps?** Ada`.
pub(in crate::parse) fn bold_lead(text: &str, line: Line) -> Option<Label> {
    let rest = window(text, line.start).strip_prefix("**")?;
    let close = rest.find("**")?;
    let (words, after) = (&rest[..close], &rest[close + 2..]);
    let gap = after.trim_start_matches(' ');
    let dash = ["- ", "– ", "— "].into_iter().find(|dash| gap.starts_with(dash));
    let dash = dash.or_else(|| (words.ends_with('?') && !gap.starts_with(['\n', '\r'])).then_some(""))?;
    if after.len() == gap.len()
        || words.is_empty()
        || words.len() > LONGEST.0
        || words.contains(['\n', ':', '：'])
    {
        return None;
    }
    let bare = words.trim_start_matches(is_decoration);
    let start = line.start + 2 + words.len() - bare.len();
    let value = line.start + 2 + close + 2 + (after.len() - gap.len()) + dash.len();
    Some(Label {
        span: Span::new(start, start + bare.trim_end().len()),
        line: line_start(text, line.start),
        value,
        kind: None,
        meaning: None,
        cell: None,
        style: Style {
            place: if line.opening == Opening::Item { Place::Item } else { Place::Paragraph },
            bold: true,
            colon: true,
            depth: line.depth,
        },
        weak: false,
        listed: false,
        spelling: Spelling::Words,
        alone: false,
        scalar: false,
    })
}

/// A bold line as a label that is not known.
pub(in crate::parse) fn bold_line(text: &str, line: Line) -> Option<Label> {
    if line.opening != Opening::Paragraph || !text[line.start..].starts_with(['*', '_']) {
        return None;
    }
    let whole = lines::whole_line(text, line.start);
    let span = lines::bold_words(text, whole).filter(|words| words.len() <= LONGEST.0)?;
    Some(Label {
        span,
        line: line_start(text, line.start),
        value: lines::line(text, line.start).end,
        kind: None,
        meaning: None,
        cell: None,
        style: Style { place: Place::Paragraph, bold: true, colon: false, depth: line.depth },
        weak: false,
        listed: false,
        spelling: Spelling::Words,
        alone: true,
        scalar: false,
    })
}
