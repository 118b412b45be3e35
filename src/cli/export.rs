//! `export`: proposals for other programs, as Markdown, JSON, JSON Lines or CSV.

use super::args::Export;
use super::catalog::Loaded;
use super::failure::Failure;
use super::notes::Notes;
use super::select::Selection;
use super::setup::Setup;
use super::{Status, catalog, list};
use crate::write;
use crate::write::file;
use crate::write::output::Out;

/// Exports what fits. What was not found is said after what there is to write.
pub(super) fn run(
    export: &Export,
    setup: &Setup,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let Loaded { catalog, .. } = catalog::load(&export.paths, &setup.settings, notes)?;
    let selection = Selection { filter: export.filter.as_deref(), sort: export.sorting.sort() };
    let profile = &setup.configuration.profile;
    let chosen = list::choose(&catalog, selection, profile, notes)?;
    match export.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => write::proposals(out, &catalog, &chosen, profile, export.format)?,
        Some(path) => {
            file::write_file(path, |out| write::proposals(out, &catalog, &chosen, profile, export.format))
                .map_err(|error| Failure::not_written(path, &error))?;
        }
    }
    list::expect_some(&catalog, selection.filter(), profile, &chosen)
}
