//! Candidates out of the listing on the command line, else out of what was opened last. Nothing is fetched, and no
//! pipe is read: a Tab must not take what the command itself is to read.

use std::path::PathBuf;

use super::candidate::Candidate;
use super::line::Line;
use crate::cli::catalog;
use crate::cli::inputs::{self, Inputs};
use crate::cli::messages::Messages;
use crate::model::Catalog;
use crate::search::Index;
use crate::search::facets::{self, Facet};

/// The listing that the line is about; empty where it cannot be read.
fn catalog(line: &Line<'_>) -> Catalog {
    let named: Vec<PathBuf> = line
        .words
        .iter()
        .map(PathBuf::from)
        .filter(|path| path.exists() && inputs::lasting(path).is_some())
        .collect();
    let paths = Inputs::choose(&named, line.has_sample && named.is_empty()).paths;
    let loaded = catalog::load(&paths, &catalog::settings(true), &mut Messages::default());
    loaded.map(|loaded| loaded.catalog).unwrap_or_default()
}

/// The proposals, by their ids.
pub(super) fn proposals(line: &Line<'_>) -> Vec<Candidate> {
    let catalog = catalog(line);
    let all =
        catalog.iter().map(|entry| Candidate::new(entry.proposal.id.to_string(), &entry.proposal.title));
    all.collect()
}

/// The projects, by their names.
pub(super) fn projects(line: &Line<'_>) -> Vec<Candidate> {
    values(line, Facet::Projects)
}

/// The mentors, by their handles or names.
pub(super) fn mentors(line: &Line<'_>) -> Vec<Candidate> {
    values(line, Facet::Mentors)
}

fn values(line: &Line<'_>, facet: Facet) -> Vec<Candidate> {
    let catalog = catalog(line);
    let index = Index::new(&catalog);
    let all: Vec<usize> = (0..catalog.len()).collect();
    let counts = facets::counts(&catalog, &index, &all, facet);
    counts
        .iter()
        .map(|it| Candidate::new(facet.shown(it.name()), format!("{} proposals", it.count)))
        .collect()
}
