//! What a proposal says, in the order in which everybody shows it: its facts, its fields, what several have in
//! common, and whether a text is in it.
//!
//! Nothing here knows widths or colours. The screen lays it out, the command line prints it, and the search in the
//! text looks in it, so that all of them show the same.

pub mod compare;
pub mod facts;
pub mod fields;
pub mod limits;
pub mod search;
