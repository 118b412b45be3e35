//! Writing an export to a file, or to the clipboard.

use std::io;
use std::path::Path;

use super::copy;
use super::frontend::Frontend;
use crate::app::App;
use crate::app::action::Exported;
use crate::model::counted;
use crate::write::output::{self, Out};
use crate::write::shortlist::{self, ShortlistFormat};
use crate::write::{ExportFormat, file, proposals};

/// Writes what is to be exported in a format (by its number). A file that is there is replaced only after a question.
pub(super) fn export(of: Exported, format: usize, name: Option<&str>, replace: bool, front: &mut Frontend) {
    let count = match of {
        Exported::Proposals => front.app.exported().len(),
        Exported::Shortlist => front.app.shelf().list().entries.len(),
    };
    let count = counted(count, "proposal");
    let Some(name) = name else {
        let what = if of == Exported::Shortlist { "shortlist" } else { "proposals" };
        match output::gathered(false, |out| write(out, &front.app, of, format)) {
            Ok(text) => copy::copy(what, text.into_string(), front),
            Err(error) => front.error(format!("Not exported: {error}.")),
        }
        return;
    };
    let path = Path::new(name);
    if !replace && path.symlink_metadata().is_ok() {
        return front.app.ask_to_replace();
    }
    match file::write_file(path, |out| write(out, &front.app, of, format)) {
        Ok(()) => {
            front.app.close_prompt();
            front.info(format!("Exported {count} to {name}."));
        }
        Err(error) => front.error(format!("{name} not written: {error}.")),
    }
}

fn write(out: &mut Out<'_>, app: &App, of: Exported, format: usize) -> io::Result<()> {
    let catalog = app.catalog();
    match of {
        Exported::Proposals => match ExportFormat::ALL.get(format) {
            Some(&format) => proposals(out, catalog, &app.exported(), app.filter().profile(), format),
            None => Ok(()),
        },
        Exported::Shortlist => match ShortlistFormat::EXPORTS.get(format) {
            Some(&format) => {
                let list = app.shelf().list();
                let rows = shortlist::rows(list, Some((catalog, &app.shelf().places(catalog))));
                shortlist::write(out, &rows, format, None)
            }
            None => Ok(()),
        },
    }
}
