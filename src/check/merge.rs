//! Documents that cannot be fixed: those of another text than their file, and unfinished merges.

use crate::model::{Document, Span};

/// The lines that a merge leaves where it could not decide.
const MERGE_MARKS: [&str; 3] = ["<<<<<<< ", "=======", ">>>>>>> "];

/// Whether a document can be fixed at all: its text is that of the file, and no merge is left to finish.
#[must_use]
pub fn is_fixable(document: &Document) -> bool {
    document.anchors().is_empty() && merge_mark(document.text()).is_none()
}

/// Where a merge was not finished.
#[must_use]
pub fn merge_mark(text: &str) -> Option<Span> {
    let find = |mark: &str| {
        let at =
            if text.starts_with(mark) { Some(0) } else { text.find(&format!("\n{mark}")).map(|at| at + 1) };
        at.map(|at| Span::new(at, at + mark.trim_end().len()))
    };
    let [ours, middle, theirs] = MERGE_MARKS;
    let (start, end) = (find(ours)?, find(theirs)?);
    (start < end && find(middle).is_some()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_that_was_not_finished_is_seen() {
        let text = "a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n";
        assert_eq!(merge_mark(text), Some(Span::new(2, 9)));
        assert_eq!(merge_mark("Title\n=======\n"), None);
    }
}
