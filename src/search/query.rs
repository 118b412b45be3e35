//! A query: what was typed into the filter bar, understood.
//!
//! ```text
//! query  = clause*                      every clause has to hold (AND)
//! clause = unit ( "OR" unit )*          `|` is OR too; OR binds closer than the space between clauses
//! unit   = ( "-" | "!" | "NOT" ) unit   leaves out what the unit finds
//!        | "(" query ")"
//!        | field ":" value ( "," value )*      any of the values: skill:go,rust
//!        | field ":" "(" query ")"             the field holds for every word inside
//!        | value
//! value  = [ "~" ] word | '"' phrase '"'       `~` asks for its letters in order
//! ```
//!
//! Parsing never fails: what is half typed means what can be understood of it, and what cannot be is
//! left out and said in a [`Note`]. So is a value of what is no field; `AND`, `OR` and `NOT` are words
//! unless they are in capitals.

pub mod edit;
mod guide;
mod lex;
mod parse;
mod scope;
mod types;

pub use guide::{guide, markdown_table};
pub use scope::{PROPERTIES, Property, Scope};
pub use types::{Clause, Node, Note, NoteKind, Query, Term};
