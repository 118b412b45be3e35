//! State: what the program knows while it runs, and how an action changes it.
//!
//! State in, state out: [`App::update`] does no I/O and reads no clock; what has to happen outside
//! comes back as an [`Effect`](effect::Effect). [`App::fit`] takes the measures of the screen before each frame.
//! [`App::focus`] alone decides which keys count.
//!
//! The state is in groups (`state.rs`): browsing, the detail, the problems. A function takes the group that it
//! changes. What lies over the panes is a panel (`panel.rs`); one more of them is a file with its state, a row of
//! the table in `layer.rs`, its keys in `keymap/table.rs`, a file with its picture and a row in `ui/overlay.rs`.
//! A panel of rows has a [`narrowing::Narrowing`]: list mode, `/` and Esc follow from it.

pub mod action;
mod address;
mod alike;
mod browsing;
mod catalog;
mod changes;
mod checking;
mod commands;
pub mod compare;
pub mod completion;
pub mod copy_menu;
pub mod cursor;
pub mod detail;
pub mod effect;
mod export;
pub mod facets;
pub mod filter;
pub mod filter_bar;
pub mod filter_history;
pub mod find_bar;
mod find_next;
pub mod fix_panel;
pub mod fix_preview;
mod follow;
pub mod help;
pub mod hints;
pub mod input;
pub mod issues;
mod jump;
pub mod keymap;
mod layer;
pub mod links;
pub mod list;
mod mentor_mode;
pub mod mentor_view;
mod my_skills;
pub mod narrowing;
pub mod news;
mod news_panel;
pub mod note_box;
pub mod notice;
mod offers;
mod opening;
mod order;
mod panel;
pub mod panes;
pub mod picker;
pub mod problems;
pub mod progress;
pub mod prompt;
pub mod qr_code;
pub mod reload;
mod resize;
mod root;
pub mod rows;
mod saved_filters;
pub mod scroll_anchor;
pub mod shelf;
mod shelving;
pub mod shortlist_panel;
mod shortlisting;
pub mod skills_from;
pub mod skills_panel;
pub mod start;
mod state;
pub mod stats;
pub mod status_menu;
mod terms;
mod themes;
pub mod third;
mod undo;
mod update;
pub mod viewport;

pub use layer::Layer;
pub use panes::{Panes, RowLines, ThirdPane};
pub use root::App;
pub use state::Pane;
