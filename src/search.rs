//! Search: which proposals fit what was typed, best first, and why.
//!
//! A query is words; every word has to be found (AND). A word is looked up in the title, the
//! project, each skill and each mentor of a proposal, never in one joined string, where scattered
//! letters of unrelated fields would fit anything. What it finds there has a [`Class`]: the word as
//! a whole, the beginning of a word, the inside of one. Only a word that nothing holds is matched
//! fuzzily (nucleo), so that a typo or an abbreviation still finds and plain words stay exact.
//!
//! A word in lower case matches any case; one with a capital matches that case. Accents are folded.

mod fold;
mod highlight;
mod index;
mod query;
pub mod skills;

pub use highlight::Highlighter;
pub use index::{Answer, Class, Index, WordCount};
pub use query::{Query, Word};
