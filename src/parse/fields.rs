//! Fields: which labels of a proposal's section open one, and how far each reaches.

use super::indent::{self, indent};
use super::label::{self, Label, Place, Spelling, Style};
use super::labels::Meanings;
use super::{heading_words, trailing};
use crate::markdown::outline::{Heading, Opening, Outline, Table};
use crate::model::{Field, FieldKind, Span};

/// A label that is not known opens a field only when it is this short, in bytes and in words.
const SHORT: (usize, usize) = (48, 6);
/// Without bullet and bold, in as many words: a line like "We will look at:" is prose.
const SHORT_PLAIN: usize = 3;
/// A section is a proposal from so many recognised labels on.
const ENOUGH: usize = 2;

/// Room that is used again for each section.
#[derive(Debug, Default)]
pub(super) struct Room<'a> {
    meanings: Meanings<'a>,
    /// The labels that may open a field.
    candidates: Vec<Label>,
}

/// The labels that open fields in the sections of consecutive headings, in document order. The
/// first heading is the title, the others stand for labels themselves.
pub(super) fn labels_of<'a>(
    text: &'a str,
    outline: &'a Outline<'_>,
    headings: &'a [Heading],
    room: &mut Room<'a>,
) -> Vec<Label> {
    let Some((title, below)) = headings.split_first() else { return Vec::new() };
    room.candidates.clear();
    read_lines(text, outline, title, room);
    for heading in below {
        let label = heading_label(text, heading, &mut room.meanings);
        room.candidates.push(label);
        read_lines(text, outline, heading, room);
    }
    if !outline.tables.is_empty() {
        read_tables(text, outline, headings, room);
    }
    forgive_slips(text, &mut room.candidates, &mut room.meanings);
    keep_fields(text, &mut room.candidates);
    room.candidates.clone()
}

/// Whether these labels make their section a proposal.
pub(super) fn make_a_proposal(labels: &[Label]) -> bool {
    let core = |kind| {
        matches!(
            kind,
            FieldKind::Description
                | FieldKind::Outcome
                | FieldKind::Skills
                | FieldKind::Mentors
                | FieldKind::Upstream
        )
    };
    labels.iter().filter(|label| label.is_recognised()).count() >= ENOUGH
        && labels.iter().filter_map(|label| label.kind).any(core)
}

/// Whether a section holds prose and, below it, people: what the shortest of proposals consist of.
pub(super) fn describe_and_name(
    text: &str,
    title: &Heading,
    outline: &Outline<'_>,
    labels: &[Label],
) -> bool {
    let Some(people) = labels.iter().find(|label| label.is_recognised()) else { return false };
    let first = outline.lines.get(title.lines.clone()).and_then(|lines| lines.first());
    people.kind == Some(FieldKind::Mentors)
        && first.is_some_and(|first| first.start < people.line)
        && text[people.value..].trim_start().starts_with(|c: char| c != '#')
}

/// Whether a heading is a label: the name of a field, or of a group of them.
pub(super) fn is_field_heading<'a>(title: &'a str, room: &mut Room<'a>) -> bool {
    room.meanings.of(title).is_some() || heading_words::is_group(title)
}

/// The fields between two offsets: from each label to the next, or to the end.
pub(super) fn fields_between(text: &str, outline: &Outline<'_>, labels: &[Label], end: usize) -> Vec<Field> {
    let ends = labels.iter().skip(1).map(|next| next.line).chain([end]);
    // One more than labels: the prose above them becomes a field, too.
    let mut fields = Vec::with_capacity(labels.len() + 1);
    for (label, end) in labels.iter().zip(ends) {
        let all = Span::new(label.value.min(end), end).trim(text);
        // Prose below a table of fields is what the idea is; below a value it may be anything.
        let (value, below, kind_below) = if label.style.place == Place::Cell {
            let (value, below) = first_cell(text, all);
            (value, below, FieldKind::Description)
        } else {
            match trailing::start(text, outline, label, all) {
                Some(tail) => {
                    let value = Span::new(all.start, tail).trim(text);
                    (value, Span::new(tail, all.end), FieldKind::Other)
                }
                None => (all, Span::at(end), FieldKind::Other),
            }
        };
        let kind = label.kind.unwrap_or(FieldKind::Other);
        if label.style.place != Place::Heading || !value.is_empty() {
            fields.push(Field { kind, label: label.span, value });
        }
        if below.of(text).contains(char::is_alphanumeric) {
            fields.push(Field { kind: kind_below, label: Span::at(below.start), value: below });
        }
    }
    fields
}

/// A cell of a table, and what stands below the table where the cell is of its last row.
fn first_cell(text: &str, span: Span) -> (Span, Span) {
    let row = memchr::memchr2(b'\n', b'\r', span.of(text).as_bytes()).unwrap_or(span.len());
    let cell = Span::new(span.start, span.start + row).trim(text);
    let cell = Span::new(cell.start, cell.start + cell.of(text).trim_end_matches('|').len()).trim(text);
    let mut below = Span::new(span.start + row, span.end).trim(text);
    // The line below the header.
    let rule = below.of(text).find(|c| !matches!(c, '|' | '-' | ':' | ' ')).unwrap_or(below.len());
    if below.of(text)[..rule].contains('-') && below.of(text).starts_with('|') {
        below = Span::new(below.start + rule, below.end).trim(text);
    }
    (cell, below)
}

fn read_lines<'a>(text: &'a str, outline: &Outline<'_>, section: &Heading, room: &mut Room<'a>) {
    let lines = outline.lines.get(section.lines.clone()).unwrap_or_default();
    let (mut labelled, mut bullet) = (false, 0);
    for &line in lines {
        let goes_on = line.opening == Opening::Continuation;
        let label = label::read(text, line, &mut room.meanings);
        if !goes_on {
            labelled = label.is_some_and(|label| label.kind.is_some());
            bullet = line.start;
        }
        let Some(label) = label else { continue };
        let label = Label { weak: goes_on && !labelled, ..label };
        let outside = label.weak && line.depth > 0 && indent(text, line.start) <= indent(text, bullet);
        room.candidates.push(if outside { taken_out(label) } else { label });
    }
}

/// A label of a line that goes on with a list item only because no blank line is above it: it is not
/// indented as the item's text is.
fn taken_out(label: Label) -> Label {
    if !label.is_recognised() || !label.style.colon {
        return label;
    }
    Label { weak: false, style: Style { depth: 0, ..label.style }, ..label }
}

/// Adds the rows of small tables in a section whose first cells are labels.
fn read_tables<'a>(text: &'a str, outline: &Outline<'_>, headings: &[Heading], room: &mut Room<'a>) {
    let (Some(first), Some(last)) = (headings.first(), headings.last()) else { return };
    let below = outline.headings.partition_point(|heading| heading.span.start <= last.span.start);
    let end = outline.headings.get(below).map_or(text.len(), |next| next.span.start);
    let pairs = |table: &&Table| table.rows.iter().all(|row| row.len() == 2);
    let before = room.candidates.len();
    for table in outline.tables_in(Span::new(first.span.end, end)).iter().filter(pairs) {
        let rows = table.rows.iter();
        let labels: Vec<Label> =
            rows.filter_map(|row| cell_label(text, row[0], row[1], &mut room.meanings)).collect();
        if labels.iter().filter(|label| label.is_recognised()).count() >= ENOUGH {
            room.candidates.extend(labels);
        }
    }
    if room.candidates.len() > before {
        room.candidates.sort_by_key(|label| label.span);
    }
}

/// A row of a table as a label and where its value begins.
fn cell_label<'a>(text: &'a str, cell: Span, value: Span, meanings: &mut Meanings<'a>) -> Option<Label> {
    let words = cell.of(text).trim_matches(['*', '_', ':', ' ']);
    let start = cell.start + cell.of(text).find(words)?;
    (!words.is_empty()).then(|| Label {
        span: Span::new(start, start + words.len()),
        line: indent::line_start(text, cell.start),
        value: value.start,
        kind: meanings.of(words),
        style: Style { place: Place::Cell, bold: false, colon: false, depth: 0 },
        spelling: Spelling::Words,
        scalar: false,
        weak: false,
        alone: false,
    })
}

pub(super) fn heading_label<'a>(text: &str, heading: &'a Heading, meanings: &mut Meanings<'a>) -> Label {
    let words = heading.words.of(text).trim_end_matches([':', '*', '_', ' ']);
    Label {
        span: Span::new(heading.words.start, heading.words.start + words.len()),
        line: heading.span.start,
        value: heading.span.end,
        kind: meanings.of(&heading.title),
        style: Style { place: Place::Heading, bold: false, colon: false, depth: 0 },
        spelling: Spelling::Words,
        weak: false,
        alone: true,
        scalar: false,
    }
}

/// Gives the labels that are spelt nearly like that of a field their meaning, where recognised ones
/// stand in the same place and none of them is of that field.
fn forgive_slips(text: &str, candidates: &mut [Label], meanings: &mut Meanings<'_>) {
    let is_unknown = |label: &Label| label.kind.is_none() && label.style.colon && !label.weak;
    if !candidates.iter().any(is_unknown) {
        return;
    }
    let place = |label: &Label| (label.style.place, label.style.depth);
    let (mut places, mut kinds) = (Vec::new(), Vec::new());
    for label in candidates.iter().filter(|label| label.is_recognised() && !label.weak) {
        if !places.contains(&place(label)) {
            places.push(place(label));
        }
        if !kinds.contains(&label.kind) {
            kinds.push(label.kind);
        }
    }
    for label in candidates {
        if is_unknown(label) && places.contains(&place(label)) && is_short(label, text) {
            let is_missing = |kind| !kinds.contains(&Some(kind));
            label.kind = meanings.near(label.span.of(text), is_missing);
            if label.kind.is_some() {
                label.spelling = Spelling::Near;
            }
        }
    }
}

/// Keeps of the candidates those that open a field. A known label opens one where the others
/// stand; deeper in a list, or within prose, only for skills and mentors that would be missing
/// otherwise.
fn keep_fields(text: &str, candidates: &mut Vec<Label>) {
    if candidates.is_empty() {
        return;
    }
    let depth = depth_of_items(candidates);
    let placed = |label: &Label| label.is_recognised() && label.style.depth <= depth && !label.weak;
    let has = |kind| candidates.iter().any(|label| label.kind == Some(kind) && placed(label));
    let (no_skills, no_mentors) = (!has(FieldKind::Skills), !has(FieldKind::Mentors));
    let opens = |label: &Label| {
        placed(label)
            || (label.style.colon && label.kind == Some(FieldKind::Skills) && no_skills)
            || (label.style.colon && label.kind == Some(FieldKind::Mentors) && no_mentors)
    };
    let styles: Vec<Style> = distinct_styles(candidates.iter().filter(|label| opens(label)));
    let kept: Vec<bool> =
        candidates.iter().map(|label| label.style.place == Place::Heading || opens(label)).collect();
    let mut kept = kept.into_iter();
    // The open field, and where labels that are not known are part of it: its items, or its headings.
    let (mut open, mut gathers): (Option<Label>, Option<Place>) = (None, None);
    candidates.retain(|label| {
        if open
            .is_some_and(|open| open.scalar && indent(text, label.span.start) > indent(text, open.span.start))
        {
            kept.next();
            return false;
        }
        if open.is_some_and(|open| begins_its_value(text, label, &open)) {
            gathers = Some(label.style.place);
        }
        let is_gathered = gathers == Some(label.style.place)
            && label.kind.is_none()
            && (label.style.place == Place::Item || label.alone);
        let keep = kept.next().unwrap_or(false)
            || (!label.weak && styles.contains(&label.style) && is_short(label, text) && !is_gathered);
        if keep {
            (open, gathers) = (Some(*label), None);
        }
        keep
    });
}

/// Whether a label that is not known is rather what the open field begins with, which has no value of
/// its own yet: the first item of a list, or the first of the headings that its prose has.
fn begins_its_value(text: &str, label: &Label, open: &Label) -> bool {
    let (item, paragraph) = (label.style.place == Place::Item, label.style.place == Place::Paragraph);
    let is_value = match open.kind {
        Some(FieldKind::Outcome | FieldKind::Skills | FieldKind::Mentors | FieldKind::Upstream) => item,
        Some(FieldKind::Description) => paragraph && label.style.bold && label.alone,
        _ => false,
    };
    is_value && open.alone && label.kind.is_none() && Span::new(open.value, label.line).trim(text).is_empty()
}

/// How deep in lists the labels stand: as deep as the shallowest item with a recognised one.
fn depth_of_items(candidates: &[Label]) -> usize {
    let items = candidates.iter().filter(|label| label.is_recognised() && label.style.place == Place::Item);
    items.map(|label| label.style.depth).min().unwrap_or(0)
}

fn distinct_styles<'a>(labels: impl Iterator<Item = &'a Label>) -> Vec<Style> {
    let mut styles = Vec::new();
    for label in labels {
        if !styles.contains(&label.style) {
            styles.push(label.style);
        }
    }
    styles
}

fn is_short(label: &Label, text: &str) -> bool {
    let words = label.span.of(text);
    let plain = label.style.place != Place::Item && !label.style.bold;
    let most = if plain { SHORT_PLAIN } else { SHORT.1 };
    words.len() <= SHORT.0 && words.split_whitespace().count() <= most && !words.contains(" - ")
}
