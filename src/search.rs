//! Search: which proposals fit what was typed, best first, and why.
//!
//! A [`Query`] is conditions that all have to hold; its grammar stands above its parser. A term is
//! looked up in the title, the project, each skill and each mentor of a proposal, never in one
//! joined string, where scattered letters of unrelated fields would fit anything. How it is found
//! has a [`Class`]; the best class that finds anything is what the term means. The classes, best
//! first: a whole word (or another spelling of the same skill), the beginning of a word, the inside
//! of one, a whole word of the text, and at last what it is likely meant for: a typo or an
//! abbreviation, so that those still find and plain words stay exact. Letters in order (nucleo) are
//! looked for only where `~` asks for them.
//!
//! A term that names a skill means that skill and is never a part of another word: `java` does not find
//! `JavaScript`. Who has it in the title comes first, then who requires it, asks for it, calls it a plus and
//! teaches it; then who asks for a kind of it. Where nobody does, the answer says so ([`Unasked`]).
//!
//! A word in lower case matches any case; one with a capital matches that case first. Names are
//! found by their plain letters ([`crate::model::fold`]). A word and its plural are the same, and so are words with
//! hyphens and with spaces between them. A part of an address is no word.

mod address;
pub mod advice;
mod answer;
mod class;
pub mod facets;
mod finder;
pub mod fit;
mod highlight;
mod index;
pub mod likeness;
mod lookup;
mod mistyped;
mod name_index;
mod near_miss;
mod needle;
mod pattern;
pub mod people;
mod prose;
pub mod query;
pub mod sets;
mod short_fields;
mod skill_index;
pub mod skills;
pub mod sort;
pub mod statistics;
mod token;

pub use answer::{Answer, ClauseCount, Reading, Unasked};
pub use class::Class;
pub use finder::Finder;
pub use fit::{Fit, Profile};
pub use highlight::{Highlighter, Shown};
pub use index::Index;
pub use needle::Needle;
pub use pattern::{Pattern, words};
pub use query::edit;
pub use query::{Clause, Node, Note, NoteKind, PROPERTIES, Property, Query, Scope, Term};
pub use sets::{Set, Sets};
