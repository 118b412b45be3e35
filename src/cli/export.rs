//! `export`: proposals for other programs, as Markdown, JSON, JSON Lines or CSV.

use super::args::ExportArgs;
use super::catalog::LoadedListings;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::select::Selection;
use super::status::Status;
use super::{catalog, list};
use crate::write;
use crate::write::file;
use crate::write::output::Out;

/// Exports what fits. What was not found is said after what there is to write.
pub(super) fn run(
    export: &ExportArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let LoadedListings { catalog, .. } = catalog::load(&export.listings.paths, &context.settings, messages)?;
    let selection = Selection { filter: export.filter.as_deref(), sort: export.sorting.sort() };
    let profile = &context.configuration.profile;
    let chosen = list::choose(&catalog, selection, profile, messages)?;
    let format = export.format();
    match export.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => write::proposals(out, &catalog, &chosen, profile, format)?,
        Some(path) => {
            file::write_file(path, |out| write::proposals(out, &catalog, &chosen, profile, format))
                .map_err(|error| CliError::not_written(path, error))?;
        }
    }
    list::expect_some(&catalog, selection.filter(), profile, &chosen)
}
