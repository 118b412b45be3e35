//! `mentor-tui`: a terminal browser for mentorship proposals.
//!
//! # The flow
//!
//! ```text
//! values flow right:    source ─▶ parse ─▶ model::Catalog ─▶ search ─▶ app ─▶ ui ─▶ terminal
//!                                                      Action ▲  │ Effect
//! the shell closes it:  keys · mouse · resize · signal ─▶ shell ┘  └▶ shell ─▶ desktop · reload · quit
//! without a terminal:   source ─▶ parse ─▶ Catalog ─▶ search ─▶ cli ─▶ stdout, exit 0 / 1 / 2
//! ```
//!
//! # The layers
//!
//! A module imports from the layers above it in this table, never from one below;
//! `tests/layers.rs` reads the `use` lines and fails on any other import.
//!
//! | layer | modules | knows |
//! |---|---|---|
//! | 0 words | [`model`] | nothing |
//! | 1 Markdown | [`markdown`] | [`model`] |
//! | 2 edges | [`source`] [`parse`] [`store`] [`desktop`] | 0, 1; never one another |
//! | 3 questions | [`search`] | 0, 1 |
//! | 4 state | [`app`] | 0, 1, 3 |
//! | 5 pictures | [`ui`] | 0, 1, 3, and [`app`] by `&` |
//! | 6 outside | [`shell`] [`cli`] | everything |

pub mod app;
pub mod cli;
pub mod desktop;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod search;
pub mod shell;
pub mod source;
pub mod store;
pub mod ui;
