//! `shortlist`: the shortlist as text, and changes to it for scripts.

use std::io::Read;
use std::path::PathBuf;

use super::args::{ShortlistArgs, ShortlistCommand};
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use super::{catalog, show};
use crate::model::shortlist::Task;
use crate::model::{Record, Shortlist, ShortlistChange, ShortlistEntry, fold, record};
use crate::page::prerequisites;
use crate::store::{paths, shortlist};
use crate::write::output::Out;
use crate::write::shortlist::{self as written, ShortlistFormat};

/// The schema of the JSON.
const SCHEMA: &str = include_str!("../../assets/shortlist.schema.json");
/// The most bytes of a note on standard input.
const MOST: u64 = 1 << 20;

/// The shortlist for the screen, or a sentence that says why it cannot be used.
pub(super) fn kept() -> Result<Shortlist, String> {
    let Some(folder) = paths::data() else { return Ok(Shortlist::default()) };
    shortlist::read(&folder).map_err(|error| error.to_string())
}

pub(super) fn run(
    arguments: &ShortlistArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    if arguments.schema {
        out.lines(SCHEMA)?;
        return Ok(Status::Success);
    }
    let folder = folder()?;
    if arguments.path {
        out.line(format_args!("{}", shortlist::path(&folder).display()))?;
        return Ok(Status::Success);
    }
    let list = shortlist::read(&folder).map_err(CliError::from_cause)?;
    let changes = match &arguments.command {
        None => return write(&list, arguments, context, out, messages),
        Some(ShortlistCommand::Add { proposal, paths }) => {
            vec![added(&list, paths, proposal, context, messages)?]
        }
        Some(ShortlistCommand::Remove { entry }) => {
            vec![ShortlistChange::remove(named(&list, entry)?.clone())]
        }
        Some(ShortlistCommand::Status { entry, status }) => {
            vec![edited(&list, entry, |entry| entry.status = *status)?]
        }
        Some(ShortlistCommand::Note { entry, text: None }) => {
            out.lines(&named(&list, entry)?.note)?;
            return Ok(Status::Success);
        }
        Some(ShortlistCommand::Note { entry, text: Some(text) }) => {
            let text = if text == "-" { input()? } else { text.clone() };
            vec![edited(&list, entry, |entry| text.trim().clone_into(&mut entry.note))?]
        }
        Some(ShortlistCommand::Check { entry, task, undo, add }) => {
            vec![ticked(&list, entry, task, *undo, *add)?]
        }
    };
    shortlist::update(&folder, &changes).map_err(CliError::from_cause)?;
    Ok(Status::Success)
}

fn folder() -> Result<PathBuf, CliError> {
    paths::data().ok_or_else(|| {
        CliError::could_not_run("there is no home folder to keep the shortlist in").with_hint("set HOME")
    })
}

/// Writes the list; where listings are named, with what became of each proposal there.
fn write(
    list: &Shortlist,
    arguments: &ShortlistArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let loaded = if arguments.paths.is_empty() {
        None
    } else {
        Some(catalog::load(&arguments.paths, &context.settings, messages)?.catalog)
    };
    let records: Vec<Record> = list.entries.iter().map(|entry| entry.record.clone()).collect();
    let places = loaded.as_ref().map(|catalog| record::resolve(&records, catalog));
    let rows = written::rows(list, loaded.as_ref().zip(places.as_deref()));
    if arguments.format == ShortlistFormat::Json {
        written::write_json(out, &rows, &list.hidden)?;
    } else {
        written::write(out, &rows, arguments.format, context.console.width)?;
    }
    if list.entries.is_empty() {
        let error = CliError::nothing_found("nothing is on the shortlist");
        return Err(error.with_hint("Space puts a proposal there, and so does mentor-tui shortlist add"));
    }
    Ok(Status::Success)
}

/// The change that adds a proposal of a listing.
fn added(
    list: &Shortlist,
    paths: &[PathBuf],
    name: &str,
    context: &Context,
    messages: &mut Messages,
) -> Result<ShortlistChange, CliError> {
    let catalog = catalog::load(paths, &context.settings, messages)?.catalog;
    catalog::expect_proposals(&catalog)?;
    let index = show::find(&catalog, name)?;
    let entry = catalog.get(index).ok_or_else(|| CliError::nothing_found("there is no such proposal"))?;
    let records: Vec<Record> = list.entries.iter().map(|entry| entry.record.clone()).collect();
    if record::resolve(&records, &catalog).contains(&Some(index)) {
        return Err(CliError::nothing_found(format!(
            "{:?} is on the shortlist already",
            entry.proposal.title
        )));
    }
    Ok(ShortlistChange::add(ShortlistEntry::of(entry, prerequisites::of(entry))))
}

/// The change of one entry.
fn edited(
    list: &Shortlist,
    name: &str,
    edit: impl FnOnce(&mut ShortlistEntry),
) -> Result<ShortlistChange, CliError> {
    let before = named(list, name)?.clone();
    let mut after = before.clone();
    edit(&mut after);
    Ok(ShortlistChange::edit(before, after))
}

/// The change that ticks a task, by its number or a part of its words, or adds one.
fn ticked(
    list: &Shortlist,
    name: &str,
    task: &str,
    undo: bool,
    add: bool,
) -> Result<ShortlistChange, CliError> {
    let before = named(list, name)?.clone();
    let mut after = before.clone();
    let wanted = fold::name(task);
    if add {
        let text = task.split_whitespace().collect::<Vec<_>>().join(" ");
        if before.tasks.iter().any(|task| fold::name(&task.text) == wanted) {
            return Err(CliError::nothing_found(format!("{text:?} is on the checklist already")));
        }
        after.tasks.push(Task { text, is_done: false, is_from_listing: false });
        return Ok(ShortlistChange::edit(before, after));
    }
    let number = task.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let place = match number {
        Some(number) => (number < before.tasks.len()).then_some(number),
        None => only(before.tasks.iter().map(|task| fold::name(&task.text)), &wanted),
    };
    let Some(place) = place else {
        let tasks = before.tasks.iter().zip(1..).map(|(task, number)| format!("{number}. {}", task.text));
        let error = CliError::nothing_found(format!("{task:?} names no task of {:?}", before.record.title));
        return Err(error.with_candidates(tasks.collect()));
    };
    after.tasks[place].is_done = !undo;
    Ok(ShortlistChange::edit(before, after))
}

/// The entry with a number of the table, an id, or a part of its title that no other has.
fn named<'l>(list: &'l Shortlist, name: &str) -> Result<&'l ShortlistEntry, CliError> {
    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let ids: Vec<usize> =
        (0..list.entries.len()).filter(|&at| list.entries[at].record.id.as_str() == name).collect();
    let place = match (ids.as_slice(), number) {
        ([one], _) => Some(*one),
        (_, Some(number)) => (number < list.entries.len()).then_some(number),
        _ => only(list.entries.iter().map(|entry| fold::name(&entry.record.title)), &fold::name(name)),
    };
    place.map(|place| &list.entries[place]).ok_or_else(|| {
        let entries = list.entries.iter().zip(1..);
        let lines = entries.map(|(entry, number)| format!("{number}. {}", entry.record.title)).collect();
        CliError::nothing_found(format!("{name:?} names nothing, or several things, on the shortlist"))
            .with_candidates(lines)
    })
}

/// The place of the only name that is this one, else of the only one that holds it.
fn only(names: impl Iterator<Item = String>, wanted: &str) -> Option<usize> {
    let names: Vec<String> = names.collect();
    let places = |fits: &dyn Fn(&String) -> bool| -> Vec<usize> {
        (0..names.len()).filter(|&at| fits(&names[at])).collect()
    };
    let whole = places(&|name| name == wanted);
    let found =
        if whole.is_empty() && !wanted.is_empty() { places(&|name| name.contains(wanted)) } else { whole };
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The text on standard input.
fn input() -> Result<String, CliError> {
    let mut text = String::new();
    let read = std::io::stdin().lock().take(MOST).read_to_string(&mut text);
    read.map_err(|error| {
        CliError::could_not_run("the note on standard input cannot be read").caused_by(error)
    })?;
    Ok(text)
}
