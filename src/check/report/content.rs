//! The content of a report, independent of its format.

use std::collections::HashMap;
use std::sync::Arc;

use crate::check::diagnostic::Diagnostic;
use crate::check::rule::{Applicability, Severity};
use crate::model::{Catalog, Document, Listing, Position, ProposalId, Span, counted};

/// The findings of a check, with all that a format needs to write them.
#[derive(Debug)]
pub struct Report<'a> {
    pub(super) catalog: &'a Catalog,
    /// For each listing, the index of each proposal by its identity.
    pub(super) by_id: Vec<HashMap<&'a ProposalId, usize>>,
    /// The names of the documents; empty to use those that they were opened by.
    names: Vec<String>,
    /// How many proposals were asked for.
    proposals: usize,
    pub(super) diagnostics: &'a [Diagnostic],
    /// How wide a line may be, in columns.
    pub(super) width: usize,
    pub(super) color: bool,
}

/// How many of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Documents.
    pub files: usize,
    /// Proposals that were asked for.
    pub proposals: usize,
    /// All proposals in the documents.
    pub all_proposals: usize,
    /// Findings of each severity.
    pub errors: usize,
    /// Findings of each severity.
    pub warnings: usize,
    /// Findings of each severity.
    pub infos: usize,
    /// Findings that a safe fix fixes.
    pub safe: usize,
    /// Findings that another fix fixes.
    pub unsafely: usize,
    /// Findings that a comment hides.
    pub suppressed: usize,
}

impl<'a> Report<'a> {
    /// A report of findings in a catalog, for lines of so many columns.
    pub fn new(catalog: &'a Catalog, diagnostics: &'a [Diagnostic], width: usize, color: bool) -> Self {
        let by_id = |listing: &'a Arc<Listing>| {
            let proposals = listing.proposals.iter().enumerate();
            proposals.map(|(at, proposal)| (&proposal.id, at)).collect()
        };
        let by_id = catalog.listings().iter().map(by_id).collect();
        Self { catalog, by_id, names: Vec::new(), proposals: catalog.len(), diagnostics, width, color }
    }

    /// The report with other names for the documents, in the order of the catalog.
    pub fn called(self, names: Vec<String>) -> Self {
        Self { names, ..self }
    }

    /// The report where only so many of the proposals were asked for.
    pub fn about(self, proposals: usize) -> Self {
        Self { proposals, ..self }
    }

    /// How many of everything.
    pub fn summary(&self) -> Summary {
        let count = |severity| self.shown().filter(|found| found.severity == severity).count();
        let fixable = |applicability| {
            let fixes = self.shown().filter_map(|found| found.fix.as_ref());
            fixes.filter(|fix| fix.applicability == applicability).count()
        };
        Summary {
            files: self.catalog.listings().len(),
            proposals: self.proposals,
            all_proposals: self.catalog.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            safe: fixable(Applicability::Safe),
            unsafely: fixable(Applicability::Unsafe),
            suppressed: self.diagnostics.iter().filter(|found| found.suppressed).count(),
        }
    }

    /// The findings that no comment suppresses.
    pub(super) fn shown(&self) -> impl Iterator<Item = &'a Diagnostic> {
        self.diagnostics.iter().filter(|found| !found.suppressed)
    }

    pub(super) fn document(&self, found: &Diagnostic) -> &'a Document {
        &self.catalog.listings()[found.listing].document
    }

    pub(super) fn path(&self, found: &Diagnostic) -> String {
        let name = self.names.get(found.listing).cloned();
        name.unwrap_or_else(|| self.document(found).origin().to_string()).replace('\\', "/")
    }

    /// Where a span of a finding's document begins and ends.
    pub(super) fn places(&self, found: &Diagnostic, span: Span) -> (Position, Position) {
        let document = self.document(found);
        (document.position(span.start), document.position(span.end))
    }
}

impl Summary {
    /// One sentence for people.
    pub fn sentence(&self) -> String {
        let mut proposals = counted(self.all_proposals, "proposal");
        if self.proposals != self.all_proposals {
            proposals = format!("{} of {proposals}", self.proposals);
        }
        let mut sentence = format!(
            "{}, {proposals}: {}, {}, {}.",
            counted(self.files, "file"),
            counted(self.errors, "error"),
            counted(self.warnings, "warning"),
            counted(self.infos, "info")
        );
        sentence += &match (self.safe, self.unsafely) {
            (0, 0) => String::new(),
            (safe, 0) => format!(" {safe} fixable with --fix."),
            (0, unsafely) => format!(" {unsafely} fixable with --unsafe-fixes."),
            (safe, unsafely) => format!(" {safe} fixable with --fix ({unsafely} more with --unsafe-fixes)."),
        };
        if self.suppressed > 0 {
            sentence += &format!(" {} suppressed.", self.suppressed);
        }
        sentence
    }
}
