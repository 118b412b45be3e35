//! The content of a proposal, in the order in which everybody shows it: its facts, its fields, a comparison of
//! several, and the search in its text.
//!
//! Nothing here knows widths or colours. The screen lays it out, the command line prints it, and the search in the
//! text looks in it, so that all of them show the same.

pub mod changes;
pub mod compare;
pub mod dates;
pub mod etiquette;
pub mod facts;
pub mod fields;
pub mod limits;
pub mod prerequisites;
pub mod said;
pub mod search;
pub mod word_diff;
