//! `status`: asks the upstream issues of proposals whether they are open, and who works on them.

#![expect(clippy::disallowed_methods, reason = "how long ago something was depends on the clock")]

use std::io;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use serde::Serialize;

use super::args::{StatusArgs, TextOrJson};
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use super::{catalog, show};
use crate::markdown::glyphs::DOT;
use crate::model::issue::{IssueStatus, LinkedChange};
use crate::model::{Catalog, Entry};
use crate::page::etiquette::Etiquette;
use crate::source::issue::{self, Answered, Forges, IssueError};
use crate::write::json;
use crate::write::output::{Out, plain, quiet, strong};

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    issues: Vec<Row<'a>>,
}

/// An upstream issue of a proposal.
#[derive(Serialize)]
struct Row<'a> {
    /// The identity of the proposal.
    id: &'a str,
    title: &'a str,
    upstream: &'a str,
    /// `null` where nothing is known.
    status: Option<Told<'a>>,
    /// Why nothing, or nothing new, or not all is known.
    error: Option<String>,
    etiquette: String,
}

#[derive(Serialize)]
struct Told<'a> {
    url: &'a str,
    title: &'a str,
    kind: &'static str,
    state: &'static str,
    moved: bool,
    assignees: &'a [String],
    linked: Option<Vec<Linked<'a>>>,
    comments: u64,
    active: String,
    asked: String,
}

#[derive(Serialize)]
struct Linked<'a> {
    url: &'a str,
    title: &'a str,
    state: &'static str,
}

/// An upstream issue of a proposal, and what its site said.
struct Asked<'a> {
    entry: Entry<'a>,
    upstream: &'a str,
    answer: Result<Answered, IssueError>,
}

/// Asks about the upstream issues of the proposals that were named.
pub(super) fn run(
    arguments: &StatusArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&arguments.named.paths, &context.settings, messages)?.catalog;
    let chosen = show::find_all(&catalog, &arguments.named.proposals)?;
    let asked = ask(&catalog, &chosen, context, messages);
    match arguments.format {
        TextOrJson::Text => write_text(out, &asked, SystemTime::now())?,
        TextOrJson::Json => out.json(&Envelope { schema: json::SCHEMA, issues: rows(&asked) })?,
    }
    if asked.is_empty() {
        return Err(CliError::nothing_found("no upstream issue to ask about"));
    }
    Ok(Status::Success)
}

/// Asks about each issue, one after the other. What is not known is noted.
fn ask<'a>(
    catalog: &'a Catalog,
    chosen: &[usize],
    context: &Context,
    messages: &mut Messages,
) -> Vec<Asked<'a>> {
    let forges = Forges::from_environment();
    let mut asked = Vec::new();
    for entry in chosen.iter().filter_map(|&index| catalog.get(index)) {
        if entry.proposal.upstream.is_empty() {
            messages.warn(&format!("“{}” names no upstream issue", entry.proposal.title));
        }
        for link in &entry.proposal.upstream {
            let answer = issue::ask(&link.url, &context.settings, &forges, &AtomicBool::new(false));
            match &answer {
                Ok(Answered { remark: Some(remark), .. }) => messages.warn(remark),
                Ok(_) => {}
                Err(error) => messages.missing(error),
            }
            asked.push(Asked { entry, upstream: &link.url, answer });
        }
    }
    asked
}

/// Writes a block for each issue that something is known of.
fn write_text(out: &mut Out<'_>, asked: &[Asked<'_>], now: SystemTime) -> io::Result<()> {
    let known = asked.iter().filter_map(|it| Some((it, it.answer.as_ref().ok()?)));
    for (number, (it, answered)) in known.enumerate() {
        if number > 0 {
            out.empty_line()?;
        }
        let status = &answered.status;
        out.marked_line(&[strong(&it.entry.proposal.title)])?;
        out.marked_line(&[quiet(it.upstream)])?;
        if status.is_moved() {
            out.marked_line(&[plain("now "), plain(&status.url)])?;
        }
        let mut parts = status.parts(now);
        parts.extend(answered.remark.is_some().then(|| status.age(now)));
        out.marked_line(&[plain(&parts.join(DOT.as_str()))])?;
        for change in status.changes.iter().flatten() {
            let words = format!("{}{DOT}{}{DOT}{}", change.state.words(), change.title, change.url);
            out.marked_line(&[plain("  "), plain(&words)])?;
        }
        out.marked_line(&[quiet(&Etiquette::of(it.entry).sentence())])?;
    }
    Ok(())
}

fn rows<'a>(asked: &'a [Asked<'_>]) -> Vec<Row<'a>> {
    let row = |it: &'a Asked<'_>| {
        let (status, error) = match &it.answer {
            Ok(answered) => (Some(told(&answered.status)), answered.remark.as_ref()),
            Err(error) => (None, Some(error)),
        };
        Row {
            id: it.entry.proposal.id.as_str(),
            title: &it.entry.proposal.title,
            upstream: it.upstream,
            status,
            error: error.map(ToString::to_string),
            etiquette: Etiquette::of(it.entry).sentence().into_owned(),
        }
    };
    asked.iter().map(row).collect()
}

fn told(status: &IssueStatus) -> Told<'_> {
    Told {
        url: &status.url,
        title: &status.title,
        kind: status.kind.name(),
        state: status.state.name(),
        moved: status.is_moved(),
        assignees: &status.assignees,
        linked: status.changes.as_ref().map(|changes| changes.iter().map(linked).collect()),
        comments: status.comments,
        active: time(status.active),
        asked: time(status.asked),
    }
}

fn linked(change: &LinkedChange) -> Linked<'_> {
    Linked { url: &change.url, title: &change.title, state: change.state.name() }
}

/// A time as programs read it (RFC 3339), in whole seconds.
fn time(at: SystemTime) -> String {
    let at = jiff::Timestamp::try_from(at).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
