//! The labels of a part of a document: those that begin lines, and those of tables that hold facts.

use std::ops::Range;

use super::facts_table;
use super::heading_words::is_only_difficulty;
use super::indent::indent;
use super::label::{self, Label, Style};
use super::labels::Meanings;
use super::recurs::Recurs;
use crate::markdown::outline::{Line, Opening, Outline};

/// Room that is used again for each part.
#[derive(Debug, Default)]
pub(super) struct Room<'a> {
    pub(super) meanings: Meanings<'a>,
}

/// Adds the labels of a part: of its lines, and of the tables that hold facts.
pub(super) fn read_part<'a>(
    text: &'a str,
    outline: &Outline<'_>,
    lines: Range<usize>,
    bytes: Range<usize>,
    room: &mut Room<'a>,
    recurs: &impl Recurs,
    labels: &mut Vec<Label>,
) {
    let before = labels.len();
    read_lines(text, outline.lines.get(lines).unwrap_or_default(), room, recurs, labels);
    let read = labels.len();
    for table in outline.tables_in(bytes.into()) {
        facts_table::read(text, table, recurs, &mut room.meanings, labels);
    }
    if labels.len() > read {
        labels[before..].sort_by_key(|label| label.span);
    }
}

fn read_lines<'a>(
    text: &'a str,
    lines: &[Line],
    room: &mut Room<'a>,
    recurs: &impl Recurs,
    labels: &mut Vec<Label>,
) {
    // How hard something is is a value, however often it stands in bold.
    let is_label = |words: &str| recurs.line(words) && !is_only_difficulty(words);
    let (mut labelled, mut bullet) = (false, 0);
    // Where the labels of the open paragraph begin, and how many lines it has.
    let (mut paragraph, mut count) = (labels.len(), 0);
    for &line in lines {
        let goes_on = line.opening == Opening::Continuation;
        let label = label::read(text, line, &mut room.meanings).or_else(|| {
            let bold = label::bold_line(text, line).or_else(|| label::bold_lead(text, line));
            bold.filter(|label| is_label(label.span.of(text)))
        });
        if !goes_on {
            strengthen(&mut labels[paragraph..], count);
            (paragraph, count) = (labels.len(), 0);
            labelled = label.is_some_and(|label| label.kind.is_some());
            bullet = line.start;
        }
        count += 1;
        let Some(label) = label else { continue };
        let label = Label { weak: goes_on && !labelled, ..label };
        let outside = label.weak && line.depth > 0 && indent(text, line.start) <= indent(text, bullet);
        labels.push(if outside { taken_out(label) } else { label });
    }
    strengthen(&mut labels[paragraph..], count);
}

/// Labels that begin lines of a paragraph are as good as others where there are several bold ones, or where each
/// of its `lines` begins with one.
fn strengthen(labels: &mut [Label], lines: usize) {
    const SEVERAL: usize = 2;
    let with_colon = |label: &&Label| label.is_recognised() && label.style.colon;
    let sure = labels.iter().filter(with_colon);
    let is_list = labels.len() == lines && labels.iter().all(|label| label.style.colon);
    let is_sure = if is_list {
        sure.count() >= if lines > SEVERAL { 1 } else { SEVERAL }
    } else {
        sure.filter(|label| label.style.bold).count() >= SEVERAL
    };
    if is_sure {
        for label in labels {
            label.weak = false;
            label.listed |= is_list;
        }
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
