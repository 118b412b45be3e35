//! `--watch`: checks again whenever a file changes, and writes only what changed.

mod difference;

use std::sync::mpsc;

use difference::{Checked, difference};

use crate::check::report::{self, Report};
use crate::check::{self, Threshold};
use crate::cli::args::check::Check;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::cli::{Status, catalog};
use crate::model::Catalog;
use crate::source::FetchSettings;
use crate::source::watch::{Change, Watcher};
use crate::write::output::Out;

/// Checks, and checks again at every change, until the program is interrupted or nobody reads its output
/// any more. The findings of the last check decide the status then.
pub(super) fn run(
    typed: &Check,
    settings: &check::Settings,
    threshold: Threshold,
    console: &Console,
    sources: &FetchSettings,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let catalog = catalog::load(&typed.paths, sources, notes)?.catalog;
    super::scope::count(&catalog, typed)?;
    let files: Vec<Change> = catalog
        .listings()
        .iter()
        .filter_map(|listing| listing.document.origin().path().map(|path| Change::File(path.to_owned())))
        .collect();
    if files.is_empty() {
        return Err(Failure::could_not_run("--watch needs a file to watch"));
    }
    let (sender, changes) = mpsc::channel();
    // Nobody listens any more when the program ends.
    let watcher = Watcher::new(files, move |change| drop(sender.send(change)));
    let _watcher = watcher.map_err(|error| Failure::could_not_run(format!("cannot watch: {error}")))?;

    let found = super::findings(&catalog, settings, typed)?;
    let mut checked = Checked { catalog, found };
    let mut follow = || -> Result<(), Failure> {
        super::write(typed, &checked.catalog, &checked.found, console, out, notes)?;
        flush(out, notes)?;
        let mut is_gone = false;
        while changes.recv().is_ok() {
            while changes.try_recv().is_ok() {}
            let Some(catalog) = loaded(typed, sources, notes) else {
                if !is_gone {
                    notes.remark(&gone(&checked.catalog));
                }
                is_gone = true;
                flush(out, notes)?;
                continue;
            };
            let after = Checked { found: super::findings(&catalog, settings, typed)?, catalog };
            let before = std::mem::replace(&mut checked, after);
            // The proposals that were asked for may be gone while the file is edited.
            let asked = super::scope::count(&checked.catalog, typed).unwrap_or(0);
            tell_change(&before, &checked, (asked, is_gone), console, out)?;
            is_gone = false;
            flush(out, notes)?;
        }
        Ok(())
    };
    match follow() {
        Err(failure) if failure.is_closed_pipe() => Ok(super::status(threshold, &checked.found)),
        outcome => outcome.map(|()| Status::Success),
    }
}

/// What there is to check; nothing while it is written or moved away, for it will be there again.
fn loaded(typed: &Check, sources: &FetchSettings, notes: &mut Notes) -> Option<Catalog> {
    let mut said = Notes::default();
    let loaded = catalog::load(&typed.paths, sources, &mut said).ok()?.catalog;
    if loaded.is_empty() {
        return None;
    }
    *notes = said;
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

fn flush(out: &mut Out<'_>, notes: &mut Notes) -> Result<(), Failure> {
    out.flush()?;
    notes.write(&mut Out::stderr());
    *notes = Notes::default();
    Ok(())
}

/// Writes the findings that are new, and how many are gone; nothing where nothing changed and all was there.
fn tell_change(
    before: &Checked,
    after: &Checked,
    (asked, was_gone): (usize, bool),
    console: &Console,
    out: &mut Out<'_>,
) -> Result<(), Failure> {
    let (fixed, new) = difference(before, after);
    if fixed == 0 && new.is_empty() && !was_gone {
        return Ok(());
    }
    let format = super::format(None, console.is_terminal());
    let report = Report::new(&after.catalog, &new, console.width.unwrap_or(super::WIDTH), console.color);
    out.append(&report.write(format))?;
    let whole = Report::new(&after.catalog, &after.found, super::WIDTH, false).about(asked).summary();
    let sentence = format!("fixed {fixed}, new {}. {}", new.len(), whole.sentence());
    let width = console.width.filter(|_| console.is_terminal()).unwrap_or(usize::MAX);
    out.lines(&report::in_lines(&sentence, width))?;
    Ok(())
}
