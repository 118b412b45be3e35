//! The shortlist as a table, Markdown, CSV or JSON.

use std::io;

use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};

use super::csv;
use super::output::{Out, plain, quiet, strong};
use crate::markdown::glyphs::{self, DOT};
use crate::model::shortlist::Whereabouts;
use crate::model::{Catalog, Hidden, Shortlist, ShortlistEntry, safe};
use crate::ui::text::{cut, pad, width};

/// How the shortlist is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(crate) enum ShortlistFormat {
    /// Columns, for people.
    Table,
    /// A list with notes and checklists.
    Markdown,
    /// One row each, below a header.
    Csv,
    /// One object that holds all of it.
    Json,
}

impl ShortlistFormat {
    /// Every format.
    pub(crate) const ALL: &'static [Self] = Self::VARIANTS;
    /// Those of a file or the clipboard.
    pub(crate) const EXPORTS: &'static [Self] = &[Self::Markdown, Self::Csv, Self::Json];

    /// The name by which users choose it.
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }
}

/// An entry, and what became of it; `None` where no listing was read.
#[derive(Debug)]
pub(crate) struct EntryRow<'a> {
    entry: &'a ShortlistEntry,
    whereabouts: Option<Whereabouts>,
}

impl EntryRow<'_> {
    fn told(&self) -> String {
        let told = self.whereabouts.as_ref().and_then(|whereabouts| whereabouts.sentence(self.entry));
        told.unwrap_or_default()
    }
}

/// The rows of a shortlist in its order, with a catalog and the places of the entries there.
pub(crate) fn rows<'a>(
    list: &'a Shortlist,
    catalog: Option<(&Catalog, &[Option<usize>])>,
) -> Vec<EntryRow<'a>> {
    let row = |(at, entry): (usize, &'a ShortlistEntry)| {
        let whereabouts = catalog
            .map(|(catalog, places)| Whereabouts::of(entry, places.get(at).copied().flatten(), catalog));
        EntryRow { entry, whereabouts }
    };
    list.entries.iter().enumerate().map(row).collect()
}

/// Writes rows; a table has at most `columns` display cells.
pub(crate) fn write(
    out: &mut Out<'_>,
    rows: &[EntryRow<'_>],
    format: ShortlistFormat,
    columns: Option<usize>,
) -> io::Result<()> {
    match format {
        ShortlistFormat::Table => write_table(out, rows, columns),
        ShortlistFormat::Markdown => write_markdown(out, rows),
        ShortlistFormat::Csv => write_csv(out, rows),
        ShortlistFormat::Json => write_json(out, rows, &[]),
    }
}

/// `1  considering  A title · Project · LFX 2026 Sep–Nov`, the note below it.
fn write_table(out: &mut Out<'_>, rows: &[EntryRow<'_>], columns: Option<usize>) -> io::Result<()> {
    let digits = rows.len().to_string().len();
    for (number, row) in (1..).zip(rows) {
        let record = &row.entry.record;
        let facts: Vec<&str> = record.project.iter().chain(&record.term).map(String::as_str).collect();
        let facts =
            if facts.is_empty() { String::new() } else { format!("{DOT}{}", facts.join(DOT.as_str())) };
        let lead = format!("{number:>digits$}  {}  ", pad(row.entry.status.name(), 11));
        let room = columns.map_or(usize::MAX, |columns| columns.saturating_sub(width(&lead)));
        let title = safe(&record.title);
        let title = cut(&title, room);
        let facts = safe(&glyphs::sentence(&facts)).into_owned();
        let facts = cut(&facts, room.saturating_sub(width(&title)));
        out.marked_line(&[quiet(&lead), strong(&title), quiet(&facts)])?;
        for line in [row.told().as_str(), row.entry.first_line()].into_iter().filter(|line| !line.is_empty())
        {
            let indent = " ".repeat(width(&lead));
            let line = safe(line);
            let line = cut(&line, room);
            out.marked_line(&[plain(&indent), plain(&line)])?;
        }
    }
    Ok(())
}

/// A heading for each status, a proposal an item.
fn write_markdown(out: &mut Out<'_>, rows: &[EntryRow<'_>]) -> io::Result<()> {
    out.line(format_args!("# Shortlist"))?;
    for row in rows {
        let (entry, record) = (row.entry, &row.entry.record);
        out.empty_line()?;
        out.line(format_args!("## {}", record.title))?;
        out.empty_line()?;
        let facts = [
            ("Project", record.project.as_deref()),
            ("Term", record.term.as_deref()),
            ("Status", Some(entry.status.name())),
            ("Apply", record.apply.as_deref()),
            ("Listing", Some(entry.source.as_str()).filter(|source| !source.is_empty())),
        ];
        for (label, value) in facts {
            if let Some(value) = value {
                out.line(format_args!("- {label}: {value}"))?;
            }
        }
        for url in &record.upstream {
            out.line(format_args!("- Upstream Issue: {url}"))?;
        }
        let told = row.told();
        if !told.is_empty() {
            out.line(format_args!("- Changed: {told}"))?;
        }
        for task in &entry.tasks {
            out.line(format_args!("- [{}] {}", if task.is_done { "x" } else { " " }, task.text))?;
        }
        if !entry.note.is_empty() {
            out.empty_line()?;
            for line in entry.note.lines() {
                out.line(format_args!("> {line}"))?;
            }
        }
    }
    Ok(())
}

fn write_csv(out: &mut Out<'_>, rows: &[EntryRow<'_>]) -> io::Result<()> {
    let head = [
        "id",
        "title",
        "project",
        "term",
        "status",
        "note",
        "tasks_done",
        "tasks",
        "upstream",
        "apply",
        "source",
        "listing",
    ];
    out.record(head)?;
    for row in rows {
        let (entry, record) = (row.entry, &row.entry.record);
        let cells = [
            record.id.to_string(),
            record.title.clone(),
            record.project.clone().unwrap_or_default(),
            record.term.clone().unwrap_or_default(),
            entry.status.name().to_owned(),
            entry.note.clone(),
            entry.done().to_string(),
            entry.tasks.len().to_string(),
            record.upstream.join("; "),
            record.apply.clone().unwrap_or_default(),
            entry.source.clone(),
            row.whereabouts.as_ref().map(|whereabouts| word(whereabouts).to_owned()).unwrap_or_default(),
        ];
        out.record(cells.iter().map(|cell| csv::cell(cell)))?;
    }
    Ok(())
}

/// The place of an entry's proposal by now, in a word for programs.
fn word(whereabouts: &Whereabouts) -> &'static str {
    match whereabouts {
        Whereabouts::Here => "here",
        Whereabouts::Retitled(_) => "retitled",
        Whereabouts::Gone => "gone",
        Whereabouts::Elsewhere => "elsewhere",
    }
}

#[derive(Serialize)]
struct JsonList<'a> {
    schema: u8,
    entries: Vec<JsonEntry<'a>>,
    hidden: Vec<JsonHidden<'a>>,
}

#[derive(Serialize)]
struct JsonEntry<'a> {
    id: &'a str,
    title: &'a str,
    project: Option<&'a str>,
    term: Option<&'a str>,
    status: &'static str,
    note: &'a str,
    tasks: Vec<JsonTask<'a>>,
    upstream: &'a [String],
    apply: Option<&'a str>,
    source: &'a str,
    listing: Option<&'static str>,
    title_now: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonTask<'a> {
    text: &'a str,
    done: bool,
    from_listing: bool,
}

#[derive(Serialize)]
struct JsonHidden<'a> {
    project: Option<&'a str>,
    title: Option<&'a str>,
}

/// Writes rows, and what is hidden, as one object.
pub(crate) fn write_json(out: &mut Out<'_>, rows: &[EntryRow<'_>], hidden: &[Hidden]) -> io::Result<()> {
    let entries = rows.iter().map(|EntryRow { entry, whereabouts }| {
        let record = &entry.record;
        JsonEntry {
            id: record.id.as_str(),
            title: &record.title,
            project: record.project.as_deref(),
            term: record.term.as_deref(),
            status: entry.status.name(),
            note: &entry.note,
            tasks: entry
                .tasks
                .iter()
                .map(|task| JsonTask {
                    text: &task.text,
                    done: task.is_done,
                    from_listing: task.is_from_listing,
                })
                .collect(),
            upstream: &record.upstream,
            apply: record.apply.as_deref(),
            source: &entry.source,
            listing: whereabouts.as_ref().map(word),
            title_now: match whereabouts {
                Some(Whereabouts::Retitled(title)) => Some(title.as_str()),
                _ => None,
            },
        }
    });
    let hidden = hidden.iter().map(|hidden| match hidden {
        Hidden::Proposal(record) => {
            JsonHidden { project: record.project.as_deref(), title: Some(&record.title) }
        }
        Hidden::Project(project) => JsonHidden { project: Some(project), title: None },
    });
    out.json(&JsonList { schema: 1, entries: entries.collect(), hidden: hidden.collect() })
}
