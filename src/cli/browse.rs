//! Without a subcommand: the screen, or a list where there is no terminal to show it on.

use std::io::Write;

use super::args::{Browse, Format};
use super::console::Console;
use super::failure::Failure;
use super::{Status, catalog, list};
use crate::model::{Catalog, Origin};
use crate::shell::{self, Ending, Options};
use crate::store::paths;
use crate::ui::Caption;

/// Writes the list that `list` gives, for a pipe.
pub(super) fn write_list(
    browse: &Browse,
    console: &Console,
    out: &mut impl Write,
) -> Result<Status, Failure> {
    let catalog = catalog::load(browse.path.as_deref())?;
    list::write(&catalog, browse.filter.as_deref(), Format::Text, console, out)
}

/// Shows the screen until it is left.
pub(super) fn show_screen(browse: Browse, console: &Console) -> Result<Status, Failure> {
    let catalog = catalog::load(browse.path.as_deref())?;
    let options = Options {
        caption: Caption {
            source: source_name(&catalog),
            why_empty: catalog::why_empty(&catalog).unwrap_or_default(),
        },
        catalog,
        filter: browse.filter.unwrap_or_default(),
        color: console.color,
        mouse: !browse.no_mouse,
    };
    match shell::browse(options) {
        Ok(Ending::Left) => Ok(Status::Success),
        Ok(Ending::Signal(number)) => Ok(Status::Signal(number)),
        Err(error) => Err(Failure::could_not_run(error.to_string())),
    }
}

/// The source as the user knows it: its path with the home directory as `~`.
fn source_name(catalog: &Catalog) -> String {
    let origin = catalog.listings().first().map(|listing| listing.document.origin());
    match origin {
        Some(Origin::File(path)) => paths::tilde(path),
        Some(origin) => origin.to_string(),
        None => String::new(),
    }
}
