//! Without a subcommand: the screen, or a list where there is no terminal to show it on.

use std::io::Write;

use super::args::{Browse, Format};
use super::console::Console;
use super::failure::Failure;
use super::{Status, catalog, list};
use crate::model::Catalog;

/// What the screen starts with.
#[derive(Debug, Clone)]
pub struct Screen {
    /// The proposals, and the documents with their origins.
    pub catalog: Catalog,
    /// The filter to start with; empty for none.
    pub filter: String,
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether the mouse is wanted.
    pub mouse: bool,
}

/// Shows the screen. A pipe gets the list that `list` gives.
pub(super) fn run(browse: Browse, console: &Console, out: &mut impl Write) -> Result<Status, Failure> {
    let catalog = catalog::load(browse.path.as_deref())?;
    if !console.is_terminal() {
        return list::write(&catalog, browse.filter.as_deref(), Format::Text, console, out);
    }
    let screen = Screen {
        catalog,
        filter: browse.filter.unwrap_or_default(),
        color: console.color,
        mouse: !browse.no_mouse,
    };
    list::write(&screen.catalog, Some(&screen.filter), Format::Text, console, out)
}
