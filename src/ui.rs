//! Pictures: the state as a screen.
//!
//! Drawing borrows the state ([`App`](crate::app::App)) and changes nothing of it; what it keeps for itself is laid
//! out pages and the scratch memory of highlighting. [`View::measure`] gives the state the only
//! numbers that it needs; [`View::draw`] paints; [`View::target`] finds the part of the screen under the mouse.
//! All three compute the same [`layout::ScreenLayout`].

pub mod compare;
mod compared;
mod completion;
mod copy_menu;
mod detail;
mod facets;
mod filter_hits;
mod fix_preview;
mod footer;
mod header;
mod help;
mod hints;
pub mod layout;
mod list;
mod note_box;
mod overlay;
pub mod page;
mod paint;
mod problems;
mod prompt;
pub mod prose;
mod qr_code;
pub mod row;
mod search_bar;
mod shortlist;
mod skills_panel;
mod start;
pub(crate) mod stats;
mod status_menu;
mod target;
pub mod text;
pub mod theme;
mod view;

pub use hints::Linked;
pub use target::Target;
pub use view::{Caption, View};
