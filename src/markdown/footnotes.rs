//! Footnotes: where they are defined, and what a part of a document needs of them.
//!
//! A footnote is often referred to in one field and defined at the end of the document. A field that
//! is read alone gets the definitions that it refers to and does not have itself.

use std::borrow::Cow;
use std::collections::HashSet;

use memchr::memmem;

use crate::model::References;

/// The footnotes that are defined in a text: the label, and the Markdown up to the next blank line
/// or definition.
pub fn definitions(text: &str) -> impl Iterator<Item = (&str, &str)> {
    labels(text).filter_map(move |(start, label, after)| {
        let body = text[after..].strip_prefix(':')?;
        is_line_start(text, start).then(|| (label, body[..body_end(body)].trim()))
    })
}

/// Markdown with the footnotes that it refers to and that only `references` know, at its end.
#[must_use]
pub fn supplied<'a>(markdown: &'a str, references: &References) -> Cow<'a, str> {
    let mut known: HashSet<&str> = HashSet::new();
    let mut supplied = Cow::Borrowed(markdown);
    // Most texts have none, and are not looked at twice.
    for (label, _) in definitions(markdown) {
        known.insert(label);
    }
    for (_, label, _) in labels(markdown) {
        if let Some(body) = references.footnote(label).filter(|_| known.insert(label)) {
            supplied.to_mut().push_str(&format!("\n\n[^{label}]: {body}\n"));
        }
    }
    supplied
}

/// Every `[^label]`: its offset, the label, the offset behind it.
fn labels(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    memmem::find_iter(text.as_bytes(), "[^").filter_map(move |start| {
        let from = start + "[^".len();
        let length = text.as_bytes()[from..].iter().take(LONGEST_LABEL).position(|byte| ends_label(*byte))?;
        let end = from + length;
        (length > 0 && text.as_bytes()[end] == b']').then(|| (start, &text[from..end], end + 1))
    })
}

/// Labels are words, not texts (bytes).
const LONGEST_LABEL: usize = 100;

fn ends_label(byte: u8) -> bool {
    matches!(byte, b']' | b'[' | b'^' | b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether only indentation stands before an offset on its line, less than that of code.
fn is_line_start(text: &str, offset: usize) -> bool {
    let before = &text.as_bytes()[offset.saturating_sub(4)..offset];
    match before.iter().rposition(|byte| *byte != b' ') {
        Some(at) => matches!(before[at], b'\n' | b'\r'),
        None => before.len() < 4,
    }
}

/// Where the paragraph ends with which a definition begins.
fn body_end(body: &str) -> usize {
    let mut end = 0;
    for line in body.split_inclusive('\n') {
        if end > 0 && (line.trim().is_empty() || line.trim_start().starts_with("[^")) {
            break;
        }
        end += line.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_paragraphs_that_begin_with_a_label() {
        let text = "See[^a] [^b]: no.\n\n[^a]: One\n  more\n[^b-2]: Two\n\nText\n    [^c]: code [^d e]: no\n";
        assert_eq!(definitions(text).collect::<Vec<_>>(), [("a", "One\n  more"), ("b-2", "Two")]);
    }

    #[test]
    fn only_what_is_referred_to_and_missing_is_supplied() {
        let mut references = References::default();
        references.define_footnote("a", "far");
        references.define_footnote("b", "never asked for");
        assert_eq!(supplied("x[^a] y[^c]", &references), "x[^a] y[^c]\n\n[^a]: far\n");
        assert!(matches!(supplied("x[^a]\n\n[^a]: near", &references), Cow::Borrowed(_)));
        assert!(matches!(supplied("a [^ b", &references), Cow::Borrowed(_)));
    }

    #[test]
    fn hostile_brackets_are_linear() {
        for part in ["[^", "[^a", "[^a]:", "\n[^a]: "] {
            let text = part.repeat((1 << 20) / part.len());
            assert!(definitions(&text).count() <= text.len());
        }
    }
}
