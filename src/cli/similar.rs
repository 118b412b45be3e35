//! `similar`: the proposals that are like one, best first, each with the reason.

use std::io;

use serde::Serialize;

use super::args::{SimilarArgs, TextOrJson};
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use super::{catalog, list, show};
use crate::model::Catalog;
use crate::search::Index;
use crate::search::likeness::{Alike, Likeness};
use crate::write::json;
use crate::write::output::{Out, plain, quiet};

/// So many are printed.
const MOST: usize = 10;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    /// The identity of the proposal that was named.
    id: &'a str,
    similar: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    project: Option<&'a str>,
    skills: Vec<&'static str>,
    words: &'a [String],
}

/// Prints what is like the proposal that was named.
pub(super) fn run(
    arguments: &SimilarArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&arguments.named.paths, &context.settings, messages)?.catalog;
    let chosen = show::find_all(&catalog, &arguments.named.proposals)?;
    let [named] = chosen.as_slice() else {
        return Err(CliError::could_not_run("name one proposal, the last word"));
    };
    let alike = Likeness::of(&catalog, &Index::new(&catalog)).like(*named, MOST);
    match arguments.format {
        TextOrJson::Text => write_text(out, &catalog, &alike)?,
        TextOrJson::Json => write_json(out, &catalog, *named, &alike)?,
    }
    if alike.is_empty() {
        return Err(CliError::nothing_found("no proposal shares a rare skill or word with this one"));
    }
    Ok(Status::Success)
}

fn write_text(out: &mut Out<'_>, catalog: &Catalog, alike: &[Alike]) -> io::Result<()> {
    for it in alike {
        let Some(entry) = catalog.get(it.index) else { continue };
        out.marked_line(&[plain(&list::line(it.index, entry.proposal))])?;
        out.marked_line(&[plain("  "), quiet(&it.reason())])?;
    }
    Ok(())
}

fn write_json(out: &mut Out<'_>, catalog: &Catalog, named: usize, alike: &[Alike]) -> io::Result<()> {
    let rows = alike.iter().filter_map(|it| {
        let proposal = catalog.get(it.index)?.proposal;
        Some(Row {
            id: proposal.id.as_str(),
            title: &proposal.title,
            project: proposal.project.as_deref(),
            skills: it.skills.iter().map(|tag| tag.name()).collect(),
            words: &it.words,
        })
    });
    let id = catalog.get(named).map_or("", |entry| entry.proposal.id.as_str());
    out.json(&Envelope { schema: json::SCHEMA, id, similar: rows.collect() })
}
