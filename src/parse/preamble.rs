//! The text above a proposal's own heading that belongs to it: below the headings that only lead to it.

use super::body::{body_end, insert};
use super::heading_words;
use super::labels::Meanings;
use super::sections::Section;
use crate::markdown::outline::Outline;
use crate::model::{Field, FieldKind, Span};

/// Adds what stands between the heading that holds the title and the one that holds the fields, and what
/// the latter says itself (`2.1 Difficulty: hard`): several proposals may share the title.
pub(super) fn place_title(text: &str, outline: &Outline<'_>, section: &Section, fields: &mut Vec<Field>) {
    if section.title == section.heading {
        return;
    }
    place_prose(text, outline, section.title, fields);
    let heading = outline.headings[section.heading].words;
    let Some(colon) = memchr::memchr(b':', heading.of(text).as_bytes()) else { return };
    let label = Span::new(heading.start, heading.start + colon).trim(text);
    let value = Span::new(heading.start + colon + 1, heading.end).trim(text);
    let kind = Meanings::default()
        .of(heading_words::unnumbered(label.of(text)))
        .filter(|kind| !fields.iter().any(|field| field.kind == *kind));
    insert(fields, Field { kind: kind.unwrap_or(FieldKind::Other), label, value });
}

/// Adds the prose of the headings between the project and the title.
pub(super) fn place_subprojects(
    text: &str,
    outline: &Outline<'_>,
    section: &Section,
    fields: &mut Vec<Field>,
) {
    for &heading in section.path.iter().skip(1) {
        place_prose(text, outline, heading, fields);
    }
}

fn place_prose(text: &str, outline: &Outline<'_>, heading: usize, fields: &mut Vec<Field>) {
    let start = outline.headings[heading].span.end;
    let end = outline.headings.get(heading + 1).map_or(text.len(), |next| next.span.start);
    let end = body_end(text, outline, start, end);
    let value = Span::new(start, end).trim(text);
    if value.of(text).contains(char::is_alphanumeric) {
        insert(fields, Field { kind: FieldKind::Other, label: Span::at(value.start), value });
    }
}
