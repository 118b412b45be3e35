//! The body of an issue form: what stands under each of its headings.

use crate::model::Span;
use crate::parse::NO_RESPONSE;

/// The headings of the form that is filed.
pub(super) const HEADINGS: [&str; 13] = [
    "CNCF Project",
    "Term",
    "Program Name",
    "Program Description",
    "Technologies",
    "Skills same as Technologies?",
    "Required/Desirable Skills",
    "Mentors",
    "Upstream Issue URL",
    "Application Prerequisites",
    "Coding Challenge URL",
    "Custom Prerequisite Name",
    "Custom Prerequisite Description",
];

/// The parts whose text may have headings of its own.
const PROSE: [&str; 2] = ["Program Description", "Custom Prerequisite Description"];

/// A heading with what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FormSection {
    pub(super) heading: Span,
    /// Without white space around; empty where nothing was answered.
    pub(super) value: Span,
}

/// The part under a heading: up to the next heading of the form, of a part without headings of its own up to any.
pub(super) fn part(text: &str, wanted: &str) -> Option<FormSection> {
    let mut found: Option<Span> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(name) = line.strip_prefix("### ").map(str::trim) else { continue };
        if let Some(heading) = found {
            if HEADINGS.contains(&name) || !PROSE.contains(&wanted) {
                return Some(FormSection { heading, value: answered(text, Span::new(heading.end, start)) });
            }
        } else if name == wanted {
            found = Some(Span::new(start, start + line.trim_end().len()));
        }
    }
    found.map(|heading| FormSection { heading, value: answered(text, Span::new(heading.end, text.len())) })
}

fn answered(text: &str, span: Span) -> Span {
    let value = span.trim(text);
    if value.of(text) == NO_RESPONSE { Span::at(value.start) } else { value }
}

/// Whether the box beside these words is checked.
pub(super) fn is_checked(text: &str, part: Option<FormSection>, words: &str) -> bool {
    let lines = part.map_or("", |part| part.value.of(text)).lines();
    lines.map(str::trim).any(|line| {
        let checked = line.strip_prefix("- [x]").or_else(|| line.strip_prefix("- [X]"));
        checked.is_some_and(|label| label.trim().starts_with(words))
    })
}

/// The lines of the mentors, each with its parts: name, handle, address, LFID.
pub(super) fn mentors(text: &str) -> Vec<(Span, Vec<Span>)> {
    let Some(part) = part(text, "Mentors") else { return Vec::new() };
    let mut at = part.value.start;
    let mut found = Vec::new();
    for line in part.value.of(text).split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let mut start = span.start;
        let mut parts = Vec::new();
        for piece in span.of(text).split('|') {
            parts.push(Span::new(start, start + piece.len()).trim(text));
            start += piece.len() + 1;
        }
        found.push((span, parts));
    }
    found
}

/// An address without the link around it.
pub(super) fn address(written: &str) -> &str {
    let inner = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(written);
    let inner = inner.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(inner);
    inner.strip_prefix("mailto:").unwrap_or(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_at_the_next_heading_of_the_form() {
        let text = "### Term\n\n2026 Term 3\n\n### Program Description\n\n### Why\n\nTides.\n\n### Mentors\n\n_No response_\n";
        let value = |name| part(text, name).map(|part| part.value.of(text));
        assert_eq!(value("Term"), Some("2026 Term 3"));
        assert_eq!(value("Program Description"), Some("### Why\n\nTides."));
        assert_eq!(value("Mentors"), Some(""));
        assert_eq!(value("Technologies"), None);
        let text = "### Mentors\n\nAda | @ada | a@b.c\n\n### Upstream\n\nhttps://example.org/1\n";
        assert_eq!(mentors(text).len(), 1, "a heading of another name ends the mentors");
    }

    #[test]
    fn addresses_lose_what_is_around_them() {
        for written in ["a@b.c", "<a@b.c>", "mailto:a@b.c", "[a@b.c](mailto:a@b.c)"] {
            assert_eq!(address(written), "a@b.c");
        }
    }
}
