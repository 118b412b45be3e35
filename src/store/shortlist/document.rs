//! The shortlist as TOML: what is understood of a document, and how one follows a changed list.

use std::collections::HashSet;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use crate::model::shortlist::{EntryKey, Task};
use crate::model::{ApplicationStatus, Hidden, ProposalId, Record, Shortlist, ShortlistEntry};

/// The version of the form.
const SCHEMA: i64 = 1;
const PROPOSALS: &str = "proposal";
const TASKS: &str = "task";
const HIDDEN: &str = "hidden";

/// The beginning of a new file.
const BEGINNING: &str = "\
# The shortlist of mentor-tui. It is yours: read it, edit it, keep it with your notes.
# `mentor-tui shortlist --help` and docs/shortlist.md say what the lines mean.
schema = 1
";

/// Why a document is not taken for a shortlist.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Misread {
    Newer,
    /// The reason, in words behind "it is not a shortlist: ".
    Foreign(String),
}

/// Reads a document; an empty text is that of a new one.
pub(super) fn read(text: &str) -> Result<(DocumentMut, Shortlist), Misread> {
    let text = if text.trim().is_empty() { BEGINNING } else { text };
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        Misread::Foreign(format!("line {line}: {message}"))
    })?;
    match document.get("schema").map(Item::as_integer) {
        Some(Some(SCHEMA)) => {}
        Some(Some(newer)) if newer > SCHEMA => return Err(Misread::Newer),
        None => return Err(Misread::Foreign("there is no line schema = 1".to_owned())),
        Some(_) => return Err(Misread::Foreign("its schema is none that there is".to_owned())),
    }
    let mut list = Shortlist::default();
    let mut keys = HashSet::new();
    for (number, table) in (1..).zip(tables(document.as_table(), PROPOSALS)?.into_iter().flatten()) {
        let entry = entry(table).map_err(|why| foreign(PROPOSALS, number, &why))?;
        if !keys.insert(entry.key()) {
            return Err(foreign(PROPOSALS, number, "id and term are those of another one"));
        }
        list.entries.push(entry);
    }
    for (number, table) in (1..).zip(tables(document.as_table(), HIDDEN)?.into_iter().flatten()) {
        list.hidden.push(hidden(table).map_err(|why| foreign(HIDDEN, number, &why))?);
    }
    Ok((document, list))
}

fn foreign(kind: &str, number: usize, why: &str) -> Misread {
    Misread::Foreign(format!("[[{kind}]] number {number}: {why}"))
}

fn tables<'t>(table: &'t Table, key: &str) -> Result<Option<&'t ArrayOfTables>, Misread> {
    match table.get(key) {
        None => Ok(None),
        Some(Item::ArrayOfTables(tables)) => Ok(Some(tables)),
        Some(_) => Err(Misread::Foreign(format!("{key} is not written as [[{key}]]"))),
    }
}

/// A text, or `None` where there is none; another value is an error.
fn text(table: &Table, key: &str) -> Result<Option<String>, String> {
    match table.get(key) {
        None => Ok(None),
        Some(item) => match item.as_str() {
            Some(text) => Ok(Some(text.to_owned())),
            None => Err(format!("{key} is not a text in quotes")),
        },
    }
}

fn texts(table: &Table, key: &str) -> Result<Vec<String>, String> {
    let Some(item) = table.get(key) else { return Ok(Vec::new()) };
    let texts = item.as_array().and_then(|array| {
        array.iter().map(|value| value.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
    });
    texts.ok_or_else(|| format!("{key} is not a list of texts in quotes"))
}

fn record(table: &Table) -> Result<Record, String> {
    let title = text(table, "title")?.ok_or("it has no title")?;
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    Ok(Record {
        // Whoever writes an entry by hand need not know how identities are made.
        id: ProposalId::new(text(table, "id")?.unwrap_or_else(|| words.join("-"))),
        title,
        project: text(table, "project")?,
        term: text(table, "term")?,
        upstream: texts(table, "upstream")?,
        apply: text(table, "apply")?,
    })
}

fn entry(table: &Table) -> Result<ShortlistEntry, String> {
    let mut tasks = Vec::new();
    if let Some(known) = tables(table, TASKS).map_err(|_| "task is not written as [[proposal.task]]")? {
        for task in known {
            tasks.push(Task {
                text: text(task, "text")?.ok_or("a task has no text")?,
                is_done: is_set(task, "done")?,
                is_from_listing: is_set(task, "from-listing")?,
            });
        }
    }
    // A word of a newer version stays in the file until somebody chooses another one.
    let status = text(table, "status")?.and_then(|word| ApplicationStatus::named(&word));
    Ok(ShortlistEntry {
        record: record(table)?,
        source: text(table, "source")?.unwrap_or_default(),
        status: status.unwrap_or_default(),
        note: text(table, "note")?.unwrap_or_default(),
        tasks,
    })
}

fn is_set(table: &Table, key: &str) -> Result<bool, String> {
    table
        .get(key)
        .map_or(Ok(false), |item| item.as_bool().ok_or_else(|| format!("{key} is not true or false")))
}

fn hidden(table: &Table) -> Result<Hidden, String> {
    if table.contains_key("title") {
        return record(table).map(Hidden::Proposal);
    }
    text(table, "project")?.map(Hidden::Project).ok_or_else(|| "it has neither title nor project".to_owned())
}

/// Makes a document say what a list says. What the list does not know stays as it is.
pub(super) fn write(document: &mut DocumentMut, list: &Shortlist) {
    follow(
        document.as_table_mut(),
        PROPOSALS,
        &list.entries,
        |table| entry(table).ok(),
        is_same_entry,
        set_entry,
    );
    follow(document.as_table_mut(), HIDDEN, &list.hidden, |table| hidden(table).ok(), Hidden::is, set_hidden);
}

fn is_same_entry(one: &ShortlistEntry, other: &ShortlistEntry) -> bool {
    EntryKey::of(&one.record) == EntryKey::of(&other.record)
}

/// Lets the tables with a key follow the items of a list: those of no item go, new ones come behind the others.
fn follow<T: PartialEq>(
    table: &mut Table,
    key: &str,
    items: &[T],
    read: impl Fn(&Table) -> Option<T>,
    is_same: impl Fn(&T, &T) -> bool,
    set: impl Fn(&mut Table, Option<&T>, &T),
) {
    if items.is_empty() && !table.contains_key(key) {
        return;
    }
    let Some(tables) = table
        .entry(key)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()
    else {
        return;
    };
    let mut left: Vec<&T> = items.iter().collect();
    tables.retain(|table| read(table).is_none_or(|known| items.iter().any(|item| is_same(item, &known))));
    for table in tables.iter_mut() {
        let Some(known) = read(table) else { continue };
        let Some(at) = left.iter().position(|item| is_same(item, &known)) else { continue };
        let item = left.remove(at);
        if *item != known {
            set(table, Some(&known), item);
        }
    }
    for item in left {
        let mut table = Table::new();
        set(&mut table, None, item);
        tables.push(table);
    }
    if tables.is_empty() {
        table.remove(key);
    }
}

/// Writes what differs from what the table says.
fn set_entry(table: &mut Table, known: Option<&ShortlistEntry>, entry: &ShortlistEntry) {
    if known.is_none_or(|known| known.record != entry.record) {
        set_record(table, &entry.record);
    }
    if known.is_none_or(|known| known.source != entry.source) {
        set(table, "source", (!entry.source.is_empty()).then(|| entry.source.as_str().into()));
    }
    if known.is_none_or(|known| known.status != entry.status) {
        set(table, "status", Some(entry.status.name().into()));
    }
    if known.is_none_or(|known| known.note != entry.note) {
        set(table, "note", (!entry.note.is_empty()).then(|| entry.note.as_str().into()));
    }
    if known.is_none_or(|known| known.tasks != entry.tasks) {
        set_tasks(table, &entry.tasks);
    }
}

fn set_record(table: &mut Table, record: &Record) {
    set(table, "id", Some(record.id.as_str().into()));
    set(table, "title", Some(record.title.as_str().into()));
    set(table, "project", record.project.as_deref().map(Value::from));
    set(table, "term", record.term.as_deref().map(Value::from));
    let upstream = (!record.upstream.is_empty()).then(|| Array::from_iter(&record.upstream).into());
    set(table, "upstream", upstream);
    set(table, "apply", record.apply.as_deref().map(Value::from));
}

fn set_tasks(table: &mut Table, tasks: &[Task]) {
    let before = match table.get(TASKS) {
        Some(Item::ArrayOfTables(tables)) => tables.clone(),
        _ => ArrayOfTables::new(),
    };
    let mut after = ArrayOfTables::new();
    for task in tasks {
        let known = before.iter().find(|known| known.get("text").and_then(Item::as_str) == Some(&task.text));
        let mut known = known.cloned().unwrap_or_default();
        set(&mut known, "text", Some(task.text.as_str().into()));
        set(&mut known, "done", Some(task.is_done.into()));
        set(&mut known, "from-listing", task.is_from_listing.then(|| true.into()));
        after.push(known);
    }
    if after.is_empty() {
        table.remove(TASKS);
    } else {
        table.insert(TASKS, Item::ArrayOfTables(after));
    }
}

fn set_hidden(table: &mut Table, _: Option<&Hidden>, hidden: &Hidden) {
    match hidden {
        Hidden::Proposal(record) => set_record(table, record),
        Hidden::Project(project) => set(table, "project", Some(project.as_str().into())),
    }
}

/// Sets a value, or removes it. A comment beside the value stays.
fn set(table: &mut Table, key: &str, new: Option<Value>) {
    let Some(mut new) = new else {
        table.remove(key);
        return;
    };
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            table.insert(key, value(new));
        }
    }
}
