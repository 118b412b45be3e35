//! The labels of a part of a document: those that begin lines, and those of tables that hold facts.

use std::num::NonZeroU32;
use std::ops::Range;

use super::facts_table;
use super::heading_words::is_only_difficulty;
use super::indent::indent;
use super::label::{self, Label, Style};
use super::labels::Meanings;
use super::recurs::Recurs;
use crate::markdown::outline::{Line, Opening, Outline};

/// The labels that the lines of a document begin with. Each is read once, for titles and for fields.
#[derive(Debug)]
pub(super) struct LineLabels<'a> {
    text: &'a str,
    pub(super) meanings: Meanings<'a>,
    labels: Vec<Label>,
    /// For each line the place of its label.
    of: Vec<Option<NonZeroU32>>,
}

impl<'a> LineLabels<'a> {
    pub(super) fn read(text: &'a str, lines: &[Line]) -> Self {
        let of = Vec::with_capacity(lines.len());
        let mut read = Self { text, meanings: Meanings::default(), labels: Vec::new(), of };
        for &line in lines {
            let label = read.place(line);
            read.of.push(label);
        }
        read
    }

    /// The label that a line begins with, by the number of the line.
    pub(super) fn of(&self, line: usize) -> Option<&Label> {
        let place = self.of.get(line).copied().flatten()?;
        self.labels.get(place.get() as usize - 1)
    }

    /// Reads a line again that opens something else now.
    pub(super) fn read_again(&mut self, number: usize, line: Line) {
        let label = self.place(line);
        if let Some(of) = self.of.get_mut(number) {
            *of = label;
        }
    }

    /// Reads the label of a line; gives its place, counted from one.
    fn place(&mut self, line: Line) -> Option<NonZeroU32> {
        self.labels.push(label::read(self.text, line, &mut self.meanings)?);
        u32::try_from(self.labels.len()).ok().and_then(NonZeroU32::new)
    }
}

/// Adds the labels of a part: of its lines, and of the tables that hold facts.
pub(super) fn read_part<'a>(
    text: &'a str,
    outline: &Outline<'_>,
    lines: Range<usize>,
    bytes: Range<usize>,
    read: &mut LineLabels<'a>,
    recurs: &impl Recurs,
    labels: &mut Vec<Label>,
) {
    let before = labels.len();
    read_lines(text, &outline.lines, lines, read, recurs, labels);
    let of_lines = labels.len();
    for table in outline.tables_in(bytes.into()) {
        facts_table::read(text, table, recurs, &mut read.meanings, labels);
    }
    if labels.len() > of_lines {
        labels[before..].sort_by_key(|label| label.span);
    }
}

fn read_lines(
    text: &str,
    all: &[Line],
    lines: Range<usize>,
    read: &LineLabels<'_>,
    recurs: &impl Recurs,
    labels: &mut Vec<Label>,
) {
    // How hard something is is a value, however often it stands in bold.
    let is_label = |words: &str| recurs.line(words) && !is_only_difficulty(words);
    let (mut labelled, mut bullet) = (false, 0);
    // Where the labels of the open paragraph begin, and how many lines it has.
    let (mut paragraph, mut count) = (labels.len(), 0);
    for (number, &line) in lines.clone().zip(all.get(lines).unwrap_or_default()) {
        let goes_on = line.opening == Opening::Continuation;
        let label = read.of(number).copied().or_else(|| {
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
