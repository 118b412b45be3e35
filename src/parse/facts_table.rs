//! Tables of facts: a row for each fact of an idea, or a column for each and one row below them.

use super::indent;
use super::label::{Label, Place, Spelling, Style};
use super::labels::Meanings;
use super::lexicon::{self, Meaning};
use super::recurs::Recurs;
use super::words::folded;
use crate::markdown::outline::Table;
use crate::model::{FieldKind, Span};

/// A table with more rows is a list of something.
const MOST_ROWS: usize = 20;
/// So many first cells must be labels.
const ENOUGH: usize = 2;

/// Adds the labels of a table that holds the facts of one idea.
pub(super) fn read<'a>(
    text: &'a str,
    table: &Table,
    recurs: &impl Recurs,
    meanings: &mut Meanings<'a>,
    labels: &mut Vec<Label>,
) {
    let before = labels.len();
    if is_pairs(table) && !is_header_of_one(text, table, meanings) {
        let label = |row: &Vec<Span>| cell_label(text, table, row[0], row[1], meanings);
        labels.extend(table.rows.iter().filter_map(label));
        let known = labels[before..].iter().filter_map(|label| label.meaning);
        let known: Vec<Meaning> = known
            .filter(|meaning| meaning.kind() != FieldKind::Other || *meaning == Meaning::Contact)
            .collect();
        let rows = labels.len() - before;
        let repeated = labels[before..].iter().filter(|label| recurs.cell(label.span.of(text))).count();
        let is_facts = known.len() >= ENOUGH
            && known.iter().any(|meaning| meaning.kind() != FieldKind::Other)
            || !known.is_empty() && (repeated >= ENOUGH || known.len() == rows)
            || repeated >= ENOUGH && repeated * 5 >= rows * 3;
        if is_facts {
            return;
        }
        labels.truncate(before);
    }
    if let [header, row] = table.rows.as_slice() {
        let titled = header.iter().any(|cell| lexicon::is_title_column(&folded(cell.of(text))));
        let label = |(&label, &value): (&Span, &Span)| cell_label(text, table, label, value, meanings);
        labels.extend(header.iter().zip(row).filter_map(label));
        if titled || !labels[before..].iter().filter_map(|label| label.meaning).any(Meaning::is_strong) {
            labels.truncate(before);
        }
    }
}

/// Whether a table has one row below a header that names two fields.
fn is_header_of_one<'a>(text: &'a str, table: &Table, meanings: &mut Meanings<'a>) -> bool {
    let [header, _] = table.rows.as_slice() else { return false };
    header.iter().all(|cell| meanings.meaning(cell.of(text)).is_some_and(Meaning::is_strong))
}

/// Whether each row is a label and a value.
fn is_pairs(table: &Table) -> bool {
    table.rows.len() <= MOST_ROWS && table.rows.iter().all(|row| row.len() == 2)
}

/// A cell as a label, and the one that is its value.
fn cell_label<'a>(
    text: &'a str,
    table: &Table,
    cell: Span,
    value: Span,
    meanings: &mut Meanings<'a>,
) -> Option<Label> {
    let words = cell.of(text).trim_matches(['*', '_', ':', ' ']);
    let start = cell.start + cell.of(text).find(words)?;
    let meaning = meanings.meaning(words);
    (!words.is_empty()).then(|| Label {
        span: Span::new(start, start + words.len()),
        // A table in HTML may begin within a line.
        line: indent::line_start(text, cell.start).max(table.span.start),
        value: value.start,
        kind: meaning.map(Meaning::kind),
        meaning,
        cell: Some((value.end, table.span.end)),
        style: Style { place: Place::Cell, bold: false, colon: false, depth: 0 },
        spelling: Spelling::Words,
        scalar: false,
        weak: false,
        listed: false,
        alone: false,
    })
}
