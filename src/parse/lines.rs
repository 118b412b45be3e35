//! Lines: whole ones, and those that are bold from one end to the other.

use crate::model::Span;

/// The line from an offset to its end, without white space around it.
pub(super) fn line(text: &str, start: usize) -> Span {
    let rest = &text.as_bytes()[start..];
    let end = start + memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    Span::new(start, end).trim(text)
}

/// The same without the mark of a hard break at its end: a backslash or a `<br>`.
pub(super) fn whole_line(text: &str, start: usize) -> Span {
    let span = line(text, start);
    let words = span.of(text).trim_end_matches('\\').trim_end();
    let words = ["<br>", "<br/>", "<br />"].iter().find_map(|mark| words.strip_suffix(mark)).unwrap_or(words);
    Span::new(span.start, span.start + words.trim_end().len())
}

/// The words of a line that is bold from one end to the other; emoji and numbers may stand before.
pub(super) fn bold_words(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let mark = if words.contains("**") { "**" } else { "__" };
    let at = words.find(mark)?;
    if words[..at].chars().any(char::is_alphabetic) || !words.ends_with(mark) || words.len() < at + 5 {
        return None;
    }
    // Between two bold runs there are only spaces and marks.
    let inner = &words[at + mark.len()..words.len() - mark.len()];
    let outside = inner.split(mark).skip(1).step_by(2);
    let is_bold = outside.clone().all(|part| !part.contains(char::is_alphabetic));
    (is_bold && inner.contains(char::is_alphabetic))
        .then(|| Span::new(line.start + at + mark.len(), line.end - mark.len()).trim(text))
}

/// A value without white space around it, and without the hard break and the tags of HTML behind it that only end the paragraph or item
/// that it stands in, or begin another.
pub(super) fn value(text: &str, span: Span) -> Span {
    // Each one is looked for in all of the value.
    const MOST_TAGS: usize = 8;
    const BLOCKS: [&str; 9] = ["p", "li", "ul", "ol", "div", "center", "br", "br/", "hr"];
    let mut value = span.trim(text);
    let words = value.of(text).trim_end_matches('\\').trim_end();
    value = Span::new(value.start, value.start + words.len());
    for _ in 0..MOST_TAGS {
        let Some(before) = value.of(text).strip_suffix('>') else { break };
        let Some(open) = before.rfind('<') else { break };
        let tag = &before[open + 1..];
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        let is_block = BLOCKS.iter().any(|known| known.eq_ignore_ascii_case(name));
        // A tag that begins in the value ends in it, too.
        let is_own = || tag.starts_with('/') && before[..open].contains(&format!("<{name}"));
        if !is_block || is_own() {
            break;
        }
        value = Span::new(value.start, value.start + open).trim(text);
    }
    value
}
