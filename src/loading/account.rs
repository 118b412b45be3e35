//! The account of reading a plan: which documents came, failed, or hold no proposals. It reads nothing itself.

use std::collections::HashMap;
use std::path::Path;

use super::reader::{ReadOutcome, Readout};
use super::sentences::LeftOut;
use crate::model::{Listing, Origin};
use crate::source::remote::RemoteError;
use crate::source::{Plan, SourceError, Stale};

/// A plan while its documents are read.
#[derive(Debug)]
pub struct Loading {
    pub plan: Plan,
    /// For each source of the plan whether it holds proposals.
    holds: Vec<bool>,
    /// How many documents were read or failed.
    done: usize,
    /// How many documents of directories hold no proposals.
    without_proposals: usize,
    missing: Vec<Missing>,
    /// Bytes of the documents that were read.
    bytes: u64,
    /// Bytes of the documents that are on their way.
    coming: HashMap<Origin, u64>,
}

/// Something that was named and could not be read.
#[derive(Debug)]
pub struct Missing {
    /// The document or the directory.
    origin: Option<Origin>,
    pub sentence: String,
}

/// The result of [`Loading::take`].
#[derive(Debug)]
pub enum Taken {
    /// Listings for the catalog, and the age of their texts if those came from the cache: one, or those of an archive
    /// and what of it cannot be read.
    Listings { listings: Vec<Listing>, stale: Option<Stale>, problems: Vec<RemoteError> },
    /// A document of a directory without proposals, which is left out; with itself where it names dates.
    WithoutProposals(Vec<Listing>),
    /// A document could not be read; whether it was named.
    Failed { error: SourceError, named: bool },
}

impl Missing {
    fn new(origin: Option<Origin>, error: &SourceError) -> Self {
        Self { origin, sentence: error.to_string() }
    }

    fn of_directory(error: &SourceError) -> Self {
        let origin = match error {
            SourceError::NoListings { path, .. } => Some(Origin::File(path.clone())),
            _ => None,
        };
        Self::new(origin, error)
    }

    /// Whether a document is the missing one, or in the missing directory.
    fn is_found_by(&self, found: &Origin) -> bool {
        let Some(origin) = &self.origin else { return false };
        let holds = |path: &Path| found.path().is_some_and(|found| found.starts_with(path));
        origin == found || origin.path().is_some_and(holds)
    }
}

impl Loading {
    pub fn new(plan: Plan) -> Self {
        let missing = plan.failures.iter().map(Missing::of_directory).collect();
        let holds = vec![false; plan.sources.len()];
        let (done, without_proposals, bytes, coming) = <_>::default();
        Self { plan, holds, done, without_proposals, missing, bytes, coming }
    }

    /// The origins of the plan, in order.
    pub fn origins(&self) -> Vec<Origin> {
        self.plan.sources.iter().map(|source| source.origin.clone()).collect()
    }

    /// Takes the outcome of a document, by its index in the plan.
    pub fn take(&mut self, at: usize, outcome: ReadOutcome) -> Taken {
        let source = &self.plan.sources[at];
        self.coming.remove(&source.origin);
        self.done += 1;
        match outcome {
            Ok(Readout { listings, without_proposals, skipped, problems, stale }) => {
                self.bytes +=
                    listings.iter().map(|listing| listing.document.text().len() as u64).sum::<u64>();
                self.holds[at] = listings.iter().any(|listing| !listing.proposals.is_empty());
                self.without_proposals += without_proposals;
                self.plan.skipped += skipped;
                if self.plan.sources[at].named || self.holds[at] {
                    self.plan.place_documents(at, listings.iter().map(|listing| listing.document.origin()));
                    return Taken::Listings { listings, stale, problems };
                }
                self.without_proposals += 1;
                let names_dates = |page: &Listing| !page.timeline.phases.is_empty();
                Taken::WithoutProposals(listings.into_iter().filter(names_dates).collect())
            }
            Err(error) => {
                if source.named {
                    self.missing.push(Missing::new(Some(source.origin.clone()), &error));
                }
                Taken::Failed { error, named: source.named }
            }
        }
    }

    /// Takes the number of bytes that have come of a document. `of` is the size of the document; the size of all
    /// documents is returned if it is known, which takes that no other is left to read.
    pub fn take_bytes(&mut self, origin: Origin, bytes: u64, of: Option<u64>) -> Option<u64> {
        self.coming.insert(origin, bytes);
        of.filter(|_| self.done + 1 == self.plan.sources.len()).map(|of| self.bytes + of)
    }

    /// The bytes that have come.
    pub fn bytes(&self) -> u64 {
        self.bytes + self.coming.values().sum::<u64>()
    }

    /// How many documents were read or failed.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Takes that all documents are read, and returns an error for each directory without proposals.
    pub fn finish(&mut self) -> Vec<SourceError> {
        let errors = self.plan.without_proposals(|at| self.holds[at]);
        self.missing.extend(errors.iter().map(Missing::of_directory));
        errors
    }

    /// The named documents and directories that could not be read.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Takes that a document was found after all.
    pub fn found(&mut self, origin: &Origin) {
        self.missing.retain(|missing| !missing.is_found_by(origin));
    }

    /// Replaces the plan by another one, which is read already. Returns the reason for the first document that was
    /// missing; none is missing any more.
    pub fn replace(&mut self, plan: Plan) -> Option<String> {
        self.plan = plan;
        self.missing.drain(..).next().map(|missing| missing.sentence)
    }

    /// Numbers of files that are not shown.
    pub fn left_out(&self) -> LeftOut {
        LeftOut { without_proposals: self.without_proposals, skipped: self.plan.skipped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loading::parsed;
    use crate::model::Document;
    use crate::source::{Contents, Planned};

    const LISTING: &str = "# A\n\n- Description: B\n- Mentor(s): Ada Byron\n";

    fn origin(name: &str) -> Origin {
        Origin::File(name.into())
    }

    fn read(name: &str, text: &str) -> ReadOutcome {
        let documents = vec![Document::new(origin(name), text)];
        parsed(&origin(name), Contents { documents, ..Contents::default() }, None)
    }

    fn loading(names: &[(&str, bool)]) -> Loading {
        let sources = names.iter().map(|&(name, named)| Planned { origin: origin(name), named });
        let mut plan = Plan::default();
        plan.sources.extend(sources);
        Loading::new(plan)
    }

    #[test]
    fn a_document_without_proposals_is_taken_only_if_it_was_named() {
        let mut loading = loading(&[("a.md", true), ("b.md", false), ("c.md", false)]);
        assert!(matches!(loading.take(2, read("c.md", LISTING)), Taken::Listings { .. }));
        assert!(matches!(loading.take(0, read("a.md", "")), Taken::Listings { .. }));
        assert!(
            matches!(loading.take(1, read("b.md", "b")), Taken::WithoutProposals(pages) if pages.is_empty())
        );
        assert_eq!(loading.left_out().without_proposals, 1);
        assert_eq!((loading.done(), loading.bytes()), (3, LISTING.len() as u64 + 1));
        assert!(loading.finish().is_empty());
    }

    #[test]
    fn a_named_document_is_missing_until_it_is_found() {
        let mut loading = loading(&[("a.md", true), ("b.md", false)]);
        for at in [0, 1] {
            let gone = SourceError::NotFound { path: "a.md".into(), near: None };
            assert!(matches!(loading.take(at, Err(gone)), Taken::Failed { named, .. } if named == (at == 0)));
        }
        assert_eq!(loading.missing().len(), 1);
        loading.found(&origin("b.md"));
        assert_eq!(loading.missing()[0].sentence, "cannot read a.md: there is no such file");
        loading.found(&origin("a.md"));
        assert!(loading.missing().is_empty());
    }

    #[test]
    fn the_size_of_all_is_known_when_one_is_left() {
        let mut loading = loading(&[("a.md", true), ("b.md", true)]);
        assert_eq!(loading.take_bytes(origin("b.md"), 3, Some(10)), None);
        let _ = loading.take(0, read("a.md", "four"));
        assert_eq!(loading.take_bytes(origin("b.md"), 5, Some(10)), Some(14));
        assert_eq!(loading.bytes(), 9);
    }
}
