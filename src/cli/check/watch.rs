//! `--watch`: checks again whenever a file changes, and writes only what changed.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::mpsc;

use crate::check::report::{self, Report};
use crate::check::{self, Diagnostic};
use crate::cli::args::check::Check;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::cli::{Status, catalog};
use crate::model::Catalog;
use crate::source::Settings;
use crate::source::watch::{Change, Watcher};

/// What one finding is known by while lines move.
type Key = (usize, &'static str, String, String);

/// Checks, and checks again at every change, until the program is interrupted.
pub(super) fn run(
    typed: &Check,
    settings: &check::Settings,
    console: &Console,
    sources: &Settings,
    out: &mut impl Write,
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

    let mut before = super::findings(&catalog, settings, typed)?;
    super::write(typed, &catalog, &before, console, out, notes)?;
    flush(out, notes)?;
    while changes.recv().is_ok() {
        while changes.try_recv().is_ok() {}
        let catalog = match catalog::load(&typed.paths, sources, notes) {
            // It is being written, or was moved away: it will be there again.
            Ok(loaded) if loaded.catalog.is_empty() => continue,
            Err(_) => continue,
            Ok(loaded) => loaded.catalog,
        };
        let found = super::findings(&catalog, settings, typed)?;
        // Whoever was asked for may be gone while the file is edited.
        let asked = super::scope::count(&catalog, typed).unwrap_or(0);
        tell_change(&before, &catalog, &found, asked, console, out)?;
        before = found;
        flush(out, notes)?;
    }
    Ok(Status::Success)
}

fn flush(out: &mut impl Write, notes: &mut Notes) -> Result<(), Failure> {
    out.flush()?;
    notes.write(&mut std::io::stderr().lock());
    *notes = Notes::default();
    Ok(())
}

/// Writes the findings that are new, and how many are gone; nothing where nothing changed.
fn tell_change(
    before: &[Diagnostic],
    catalog: &Catalog,
    after: &[Diagnostic],
    asked: usize,
    console: &Console,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (fixed, new) = difference(before, after);
    if fixed == 0 && new.is_empty() {
        return Ok(());
    }
    let format = super::format(None, console.is_terminal());
    let report = Report::new(catalog, &new, console.width.unwrap_or(super::WIDTH), console.color);
    out.write_all(report.write(format).as_bytes())?;
    let whole = Report::new(catalog, after, super::WIDTH, false).about(asked).summary();
    let sentence = format!("fixed {fixed}, new {}. {}", new.len(), whole.sentence());
    let width = console.width.filter(|_| console.is_terminal()).unwrap_or(usize::MAX);
    writeln!(out, "{}", report::in_lines(&sentence, width))?;
    Ok(())
}

/// How many findings are gone, and which are new.
fn difference(before: &[Diagnostic], after: &[Diagnostic]) -> (usize, Vec<Diagnostic>) {
    let mut left: BTreeMap<Key, usize> = BTreeMap::new();
    for found in before.iter().filter(|found| !found.suppressed) {
        *left.entry(key(found)).or_default() += 1;
    }
    let mut new = Vec::new();
    for found in after.iter().filter(|found| !found.suppressed) {
        match left.get_mut(&key(found)).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => new.push(found.clone()),
        }
    }
    (left.values().sum(), new)
}

fn key(found: &Diagnostic) -> Key {
    let subject = found.subject.proposal.as_ref().map(ToString::to_string);
    let subject = subject.or_else(|| found.subject.project.clone()).unwrap_or_default();
    (found.listing, found.rule.code, subject, found.message.clone())
}
