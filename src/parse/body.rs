//! The body of a proposal: its end, and the place of a field in it.

use crate::markdown::outline::Outline;
use crate::model::{Field, Span};

/// The offset at which a body ends, without the white space and other parts at its end that are no text.
pub(super) fn body_end(text: &str, outline: &Outline<'_>, start: usize, end: usize) -> usize {
    let mut end = Span::new(start, end).trim(text).end;
    let below = outline.silent.partition_point(|silent| silent.start < end);
    for silent in outline.silent[..below].iter().rev() {
        if silent.start < start || silent.trim(text).end < end {
            break;
        }
        end = Span::new(start, silent.start).trim(text).end;
    }
    end
}

/// Inserts a field in document order.
pub(super) fn insert(fields: &mut Vec<Field>, field: Field) {
    let at = fields.partition_point(|before| before.label.start < field.label.start);
    fields.insert(at, field);
}
