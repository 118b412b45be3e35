//! A text that is looked for in texts as they are shown, letter by letter.

use std::ops::Range;

use memchr::memmem;

use crate::model::fold;

/// A text that is looked for. Letters are found by their plain forms; upper case and lower case are the same unless
/// it holds upper case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    folded: String,
    is_cased: bool,
}

impl Needle {
    /// Returns `None` for a text that is nowhere: an empty one, or one with a line end.
    pub fn new(text: &str) -> Option<Self> {
        let mut needle = Self { folded: String::new(), is_cased: text.chars().any(char::is_uppercase) };
        let mut folded = String::with_capacity(text.len());
        needle.fold_into(&mut folded, text);
        needle.folded = folded;
        (!needle.folded.is_empty() && !needle.folded.contains('\n')).then_some(needle)
    }

    /// Appends a text in the form in which this needle is compared.
    pub fn fold_into(&self, folded: &mut String, text: &str) {
        let letters = fold::letters(text).map(|(_, letter)| letter);
        if self.is_cased { folded.extend(letters) } else { folded.extend(letters.map(fold::lower)) }
    }

    /// Its places in a text that is folded for it, in bytes, without overlaps.
    pub fn places<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let length = self.folded.len();
        memmem::find_iter(folded.as_bytes(), self.folded.as_bytes()).map(move |start| start..start + length)
    }

    pub fn is_in(&self, text: &str) -> bool {
        let mut folded = String::with_capacity(text.len());
        self.fold_into(&mut folded, text);
        self.places(&folded).next().is_some()
    }
}
