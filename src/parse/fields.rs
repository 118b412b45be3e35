//! Fields: which labels of a proposal's section open one, and how far each reaches.

use std::ops::Range;

use super::form::Form;
use super::indent::indent;
use super::label::{Label, Place, Spelling, Style};
use super::labels::Meanings;
use super::lexicon::Meaning;
use super::lines;
use super::trailing;
use crate::markdown::outline::Outline;
use crate::model::{Field, FieldKind, Span};

/// A label that is not known opens a field only when it is this short, in bytes and in words.
const SHORT: (usize, usize) = (48, 6);
/// Without bullet and bold, in as many words: a line like "We will look at:" is prose.
const SHORT_PLAIN: usize = 3;
/// The labels that open fields in the sections of consecutive headings, in document order. The
/// first heading is the title, the others stand for labels themselves.
pub(super) fn labels_of(text: &str, form: &Form<'_>, headings: Range<usize>) -> Vec<Label> {
    let mut candidates = form.labels.below(Some(headings.start)).to_vec();
    for heading in headings.skip(1) {
        candidates.push(heading_label(text, form, heading));
        candidates.extend_from_slice(form.labels.below(Some(heading)));
    }
    kept(text, candidates)
}

/// The labels that open fields in a whole document, the headings from the one at `first` on among them.
pub(super) fn labels_of_document(text: &str, form: &Form<'_>, first: usize) -> Vec<Label> {
    let mut candidates = form.labels.below(None).to_vec();
    for heading in 0..form.outline.headings.len() {
        if heading >= first {
            candidates.push(heading_label(text, form, heading));
        }
        candidates.extend_from_slice(form.labels.below(Some(heading)));
    }
    kept(text, candidates)
}

/// Of the labels of a section those that open fields.
fn kept(text: &str, mut candidates: Vec<Label>) -> Vec<Label> {
    forgive_slips(text, &mut candidates, &mut Meanings::default());
    keep_fields(text, &mut candidates);
    candidates
}

/// The fields between two offsets: from each label to the next, or to the end.
pub(super) fn fields_between(text: &str, outline: &Outline<'_>, labels: &[Label], end: usize) -> Vec<Field> {
    let ends = labels.iter().skip(1).map(|next| next.line).chain([end]);
    // One more than labels: the prose above them becomes a field, too.
    let mut fields = Vec::with_capacity(labels.len() + 1);
    for (label, end) in labels.iter().zip(ends) {
        let all = lines::value(text, Span::new(label.value.min(end), end));
        // Prose below a table of fields is what the idea is; below a value it may be anything.
        let (value, below, kind_below) = if let Some((cell, table)) = label.cell {
            let value = Span::new(label.value, cell).trim(text);
            (value, Span::new(table.min(end), end).trim(text), FieldKind::Description)
        } else {
            match trailing::start(text, outline, label, all) {
                Some(tail) => {
                    let value = lines::value(text, Span::new(all.start, tail));
                    (value, Span::new(tail, all.end), FieldKind::Other)
                }
                None => (all, Span::at(end), FieldKind::Other),
            }
        };
        let kind = label.kind.unwrap_or(FieldKind::Other);
        // A cell that is empty or missing is no field.
        let is_nothing = matches!(label.style.place, Place::Heading | Place::Cell) && value.is_empty();
        if !is_nothing {
            fields.push(Field { kind, label: label.span, value });
        }
        if below.of(text).contains(char::is_alphanumeric) {
            fields.push(Field { kind: kind_below, label: Span::at(below.start), value: below });
        }
    }
    fields
}

/// A heading as a label.
pub(super) fn heading_label(text: &str, form: &Form<'_>, index: usize) -> Label {
    let heading = &form.outline.headings[index];
    let (meaning, inner) = form.heading_meaning(index);
    let mut words = heading.words;
    if let Some(inner) = inner {
        words = Span::new(words.start, inner.max(words.start));
    }
    let words = Span::new(
        words.start,
        words.start + words.of(text).trim_end_matches([':', '：', '*', '_', ' ']).len(),
    );
    Label {
        span: words,
        line: heading.span.start,
        value: inner.unwrap_or(heading.span.end),
        kind: meaning.map(Meaning::kind),
        meaning,
        cell: None,
        style: Style { place: Place::Heading, bold: false, colon: false, depth: 0 },
        spelling: Spelling::Words,
        weak: false,
        listed: false,
        alone: inner.is_none(),
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
    // The open field, and where labels that open no field of their own are part of it: its items, or its headings.
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
            && open.is_some_and(|open| may_be_part(label, &open))
            && (label.style.place == Place::Item || label.alone);
        let opens = kept.next().unwrap_or(false)
            || (!label.weak && styles.contains(&label.style) && is_short(label, text));
        let keep = opens && !is_gathered;
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
    is_value
        && open.alone
        && may_be_part(label, open)
        && Span::new(open.value, label.line).trim(text).is_empty()
}

/// Whether a label says nothing that the open field does not hold: it is not known, or it heads some of the skills
/// below a heading of skills (`Language`, `Bonus`).
fn may_be_part(label: &Label, open: &Label) -> bool {
    let heads_skills = open.kind == Some(FieldKind::Skills)
        && open.style.place == Place::Heading
        && matches!(label.kind, Some(FieldKind::Skills | FieldKind::Other));
    label.kind.is_none() || heads_skills
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
    let plain = label.style.place != Place::Item && !label.style.bold && !label.listed;
    let most = if plain { SHORT_PLAIN } else { SHORT.1 };
    words.len() <= SHORT.0 && words.split_whitespace().count() <= most && !words.contains(" - ")
}
