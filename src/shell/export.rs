//! Writing an export to a file, or to the clipboard.

use std::path::Path;

use super::copy;
use super::frontend::Frontend;
use crate::model::counted;
use crate::write::output;
use crate::write::{ExportFormat, file, proposals};

/// Writes the proposals to export in a format (by its number). A file that is there is replaced only after a question.
pub(super) fn export(format: usize, name: Option<&str>, replace: bool, front: &mut Frontend) {
    let Some(&format) = ExportFormat::ALL.get(format) else { return };
    let app = &front.app;
    let (catalog, chosen, profile) = (app.catalog(), app.exported(), app.filter().profile());
    let count = counted(chosen.len(), "proposal");
    let Some(name) = name else {
        match output::gathered(false, |out| proposals(out, catalog, &chosen, profile, format)) {
            Ok(text) => copy::copy("proposals", text.into_string(), front),
            Err(error) => front.error(format!("Not exported: {error}.")),
        }
        return;
    };
    let path = Path::new(name);
    if !replace && path.symlink_metadata().is_ok() {
        return front.app.ask_to_replace();
    }
    match file::write_file(path, |out| proposals(out, catalog, &chosen, profile, format)) {
        Ok(()) => {
            front.app.close_prompt();
            front.info(format!("Exported {count} to {name}."));
        }
        Err(error) => front.error(format!("{name} not written: {error}.")),
    }
}
