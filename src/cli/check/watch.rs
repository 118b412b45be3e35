//! `--watch`: checks again whenever a file changes, and writes only what changed.

mod difference;

use std::sync::mpsc;

use difference::{Checked, difference};

use super::reporting::{self, WIDTH};
use super::scope;
use crate::check::report::{self, Report};
use crate::check::{self, Threshold};
use crate::cli::args::check::CheckArgs;
use crate::cli::catalog;
use crate::cli::console::Console;
use crate::cli::error::CliError;
use crate::cli::messages::Messages;
use crate::cli::status::Status;
use crate::model::Catalog;
use crate::source::FetchSettings;
use crate::source::watch::{Change, Watcher};
use crate::write::output::Out;

/// Checks, and checks again at every change, until the program is interrupted or its output is closed
/// any more. The findings of the last check decide the status then.
pub(super) fn run(
    typed: &CheckArgs,
    settings: &check::Settings,
    threshold: Threshold,
    console: &Console,
    sources: &FetchSettings,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&typed.listings.paths, sources, messages)?.catalog;
    scope::count(&catalog, typed)?;
    let files: Vec<Change> = catalog
        .listings()
        .iter()
        .filter_map(|listing| listing.document.origin().path().map(|path| Change::File(path.to_owned())))
        .collect();
    if files.is_empty() {
        return Err(CliError::could_not_run("--watch needs a file to watch"));
    }
    let (sender, changes) = mpsc::channel();
    // The receiver is gone when the program ends.
    let watcher = Watcher::new(files, move |change| drop(sender.send(change)));
    let _watcher = watcher.map_err(|error| CliError::could_not_run(format!("cannot watch: {error}")))?;

    let found = scope::findings(&catalog, settings, typed)?;
    let mut checked = Checked { catalog, found };
    let mut follow = || -> Result<(), CliError> {
        reporting::write(typed, &checked.catalog, &checked.found, console, out, messages)?;
        flush(out, messages)?;
        let mut is_gone = false;
        while changes.recv().is_ok() {
            while changes.try_recv().is_ok() {}
            let Some(catalog) = loaded(typed, sources, messages) else {
                if !is_gone {
                    messages.warn(&gone(&checked.catalog));
                }
                is_gone = true;
                flush(out, messages)?;
                continue;
            };
            let after = Checked { found: scope::findings(&catalog, settings, typed)?, catalog };
            let before = std::mem::replace(&mut checked, after);
            // The proposals that were asked for may be gone while the file is edited.
            let asked = scope::count(&checked.catalog, typed).unwrap_or(0);
            tell_change(&before, &checked, (asked, is_gone), console, out)?;
            is_gone = false;
            flush(out, messages)?;
        }
        Ok(())
    };
    match follow() {
        Err(error) if error.is_closed_pipe() => Ok(reporting::status(threshold, &checked.found)),
        outcome => outcome.map(|()| Status::Success),
    }
}

/// The catalog to check. `None` while a file is being written or moved away.
fn loaded(typed: &CheckArgs, sources: &FetchSettings, messages: &mut Messages) -> Option<Catalog> {
    let mut said = Messages::default();
    let loaded = catalog::load(&typed.listings.paths, sources, &mut said).ok()?.catalog;
    if loaded.is_empty() {
        return None;
    }
    *messages = said;
    Some(loaded)
}

/// That nothing is left to check, and what for it waits.
fn gone(before: &Catalog) -> String {
    let documents = before.listings().iter().map(|listing| &listing.document);
    let files: Vec<_> = documents.filter_map(|document| document.origin().path()).collect();
    let is_gone = files.iter().all(|path| !path.exists());
    let what = if is_gone { "gone" } else { "without proposals now" };
    match files.as_slice() {
        [path] => format!("{} is {what}; waiting for it", path.display()),
        several => format!("all {} files are {what}; waiting for them", several.len()),
    }
}

fn flush(out: &mut Out<'_>, messages: &mut Messages) -> Result<(), CliError> {
    out.flush()?;
    messages.write(&mut Out::stderr());
    *messages = Messages::default();
    Ok(())
}

/// Writes the findings that are new, and how many are gone. Writes nothing when nothing changed and all was there.
fn tell_change(
    before: &Checked,
    after: &Checked,
    (asked, was_gone): (usize, bool),
    console: &Console,
    out: &mut Out<'_>,
) -> Result<(), CliError> {
    let (fixed, new) = difference(before, after);
    if fixed == 0 && new.is_empty() && !was_gone {
        return Ok(());
    }
    let format = reporting::format(None, console.is_terminal());
    let report = Report::new(&after.catalog, &new, console.width.unwrap_or(WIDTH), console.color);
    out.append(&report.write(format))?;
    let whole = Report::new(&after.catalog, &after.found, WIDTH, false).about(asked).summary();
    let sentence = format!("fixed {fixed}, new {}. {}", new.len(), whole.sentence());
    let width = console.width.filter(|_| console.is_terminal()).unwrap_or(usize::MAX);
    out.lines(&report::in_lines(&sentence, width))?;
    Ok(())
}
