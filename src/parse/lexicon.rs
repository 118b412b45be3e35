//! The lexicon: what the words of a label or of a heading say, by language.
//!
//! A label means what its *head* says (`skill`, `mentor`, `duration`), whatever *modifiers* stand around it
//! (`required`, `primary`, `estimated`). The heads are asked in a fixed order, so that `difficulty of the
//! tasks` is a difficulty. A word that the lexicon has not makes a label doubtful: the more of them, the
//! less the label means. Where words have no spaces between them (Chinese), a label means what it contains.
//!
//! The words are data: `assets/lexicon/*.txt`, a file for each language.

mod heading;
mod label;
mod meaning;
mod table;
#[cfg(test)]
mod tests;

pub(super) use heading::{About, is_group, is_placeholder_title, is_status, is_title_column};
pub(super) use label::{ends_with_head, has_all, has_each, is_phrase, meaning, words};
pub(super) use meaning::Meaning;
pub(super) use table::meaning_named;
