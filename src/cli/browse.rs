//! Without a subcommand: the screen, or a list where there is no terminal to show it on.

use std::io::Write;

use super::args::{Browse, Format};
use super::console::Console;
use super::failure::Failure;
use super::notes::Notes;
use super::{Status, catalog, list};
use crate::model::{Catalog, Origin};
use crate::shell::{self, Ending, Options};
use crate::source::Settings;
use crate::store::paths;
use crate::ui::Caption;

/// Writes the list that `list` gives, for a pipe.
pub(super) fn write_list(
    browse: &Browse,
    console: &Console,
    settings: &Settings,
    out: &mut impl Write,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let loaded = catalog::load(&browse.paths, settings, notes)?;
    list::write(&loaded, browse.filter.as_deref(), Format::Text, console, out)
}

/// Shows the screen until it is left.
pub(super) fn show_screen(
    browse: Browse,
    console: &Console,
    settings: Settings,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let catalog = catalog::load(&browse.paths, &settings, notes)?.catalog;
    let options = Options {
        caption: Caption {
            source: source_name(&catalog),
            why_empty: catalog::why_empty(&catalog).unwrap_or_default(),
        },
        catalog,
        settings,
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

/// The source as the user knows it: a path with the home directory as `~`.
fn source_name(catalog: &Catalog) -> String {
    match catalog.listings() {
        [listing] => match listing.document.origin() {
            Origin::File(path) => paths::tilde(path),
            origin => origin.to_string(),
        },
        _ => catalog::name(catalog),
    }
}
