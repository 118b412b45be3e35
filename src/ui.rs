//! Pictures: the state as a screen.
//!
//! Drawing borrows the state ([`App`](crate::app::App)) and changes nothing of it; what it keeps for itself is laid
//! out pages and the scratch memory of highlighting. [`View::measure`] gives the state the only
//! numbers that it needs; [`View::draw`] paints; [`View::target`] says what lies under the mouse.
//! All three compute the same [`areas::Areas`].

pub mod areas;
mod bar;
mod code;
pub mod compare;
mod copies;
mod counts;
mod detail;
mod facets;
mod footer;
mod header;
mod help;
mod hints;
mod layer;
mod list;
mod marks;
mod mending;
pub mod page;
mod paint;
mod problems;
pub mod prose;
pub mod row;
pub mod text;
pub mod theme;
mod view;

pub use hints::Linked;
pub use view::{Caption, Target, View};
