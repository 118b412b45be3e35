//! Reports: diagnostics as text, for people and for programs.
//!
//! Each format is a file with one function from a [`Report`] to a [safe text](SafeText), for a listing, its path and
//! what is said about them come from outside; none of them writes anywhere.

mod concise;
mod cut;
mod full;
mod github;
mod json;
mod markdown;
mod sarif;
mod statistics;
mod visible;

use std::collections::HashMap;
use std::sync::Arc;

use super::diagnostic::{Applicability, Diagnostic, Severity};
use crate::model::{Catalog, Document, Listing, Position, ProposalId, SafeText, Span};

pub use cut::in_lines;
pub use github::Github;
pub use json::SCHEMA;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: each finding with the text that it is about.
    Full,
    /// A line for each finding.
    Concise,
    /// One object; its schema is [`SCHEMA`].
    Json,
    /// Commands of a GitHub workflow, which become annotations.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// A comment for a review.
    Markdown,
}

/// What there is to report.
#[derive(Debug)]
pub struct Report<'a> {
    catalog: &'a Catalog,
    /// The proposals of each listing by their identities.
    proposals: Vec<HashMap<&'a ProposalId, usize>>,
    /// What the documents are called; where this is empty, as they were named.
    names: Vec<String>,
    /// How many proposals were asked for.
    programs: usize,
    diagnostics: &'a [Diagnostic],
    /// How wide a line may be, in columns.
    width: usize,
    color: bool,
}

/// How many of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Documents.
    pub files: usize,
    /// Proposals that were asked for.
    pub programs: usize,
    /// All proposals in the documents.
    pub all_programs: usize,
    /// Findings of each severity.
    pub errors: usize,
    /// Findings of each severity.
    pub warnings: usize,
    /// Findings of each severity.
    pub infos: usize,
    /// Findings that a safe fix mends.
    pub safe: usize,
    /// Findings that another fix mends.
    pub unsafely: usize,
    /// Findings that a comment hides.
    pub suppressed: usize,
}

impl<'a> Report<'a> {
    /// A report of findings in a catalog, for lines of so many columns.
    #[must_use]
    pub fn new(catalog: &'a Catalog, diagnostics: &'a [Diagnostic], width: usize, color: bool) -> Self {
        let by_id = |listing: &'a Arc<Listing>| {
            let proposals = listing.proposals.iter().enumerate();
            proposals.map(|(at, proposal)| (&proposal.id, at)).collect()
        };
        let proposals = catalog.listings().iter().map(by_id).collect();
        Self { catalog, proposals, names: Vec::new(), programs: catalog.len(), diagnostics, width, color }
    }

    /// The report with other names for the documents, in the order of the catalog.
    #[must_use]
    pub fn called(self, names: Vec<String>) -> Self {
        Self { names, ..self }
    }

    /// The report where only so many of the proposals were asked for.
    #[must_use]
    pub fn about(self, programs: usize) -> Self {
        Self { programs, ..self }
    }

    /// The report in a format. Ends with a line end, unless it is empty.
    #[must_use]
    pub fn write(&self, format: Format) -> SafeText {
        match format {
            Format::Full => full::write(self),
            Format::Concise => concise::write(self),
            Format::Json => json::write(self),
            Format::Github => Github::new(self).commands,
            Format::Sarif => sarif::write(self),
            Format::Markdown => markdown::write(self),
        }
    }

    /// How often each rule was broken, most often first: as text, or as JSON.
    #[must_use]
    pub fn statistics(&self, as_json: bool) -> SafeText {
        if as_json { statistics::json(self) } else { statistics::text(self) }
    }

    /// How many of everything.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let count = |severity| self.shown().filter(|found| found.severity == severity).count();
        let fixable = |applicability| {
            let fixes = self.shown().filter_map(|found| found.fix.as_ref());
            fixes.filter(|fix| fix.applicability == applicability).count()
        };
        Summary {
            files: self.catalog.listings().len(),
            programs: self.programs,
            all_programs: self.catalog.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            safe: fixable(Applicability::Safe),
            unsafely: fixable(Applicability::Unsafe),
            suppressed: self.diagnostics.iter().filter(|found| found.suppressed).count(),
        }
    }

    /// What is to be said, without what comments hide.
    pub(super) fn shown(&self) -> impl Iterator<Item = &'a Diagnostic> {
        self.diagnostics.iter().filter(|found| !found.suppressed)
    }

    fn document(&self, found: &Diagnostic) -> &'a Document {
        &self.catalog.listings()[found.listing].document
    }

    fn path(&self, found: &Diagnostic) -> String {
        let name = self.names.get(found.listing).cloned();
        name.unwrap_or_else(|| self.document(found).origin().to_string()).replace('\\', "/")
    }

    /// Where a span of a finding's document begins and ends.
    fn places(&self, found: &Diagnostic, span: Span) -> (Position, Position) {
        let document = self.document(found);
        (document.position(span.start), document.position(span.end))
    }
}

impl Summary {
    /// One sentence for people.
    #[must_use]
    pub fn sentence(&self) -> String {
        let count = super::label::count;
        let mut programs = count(self.all_programs, "program");
        if self.programs != self.all_programs {
            programs = format!("{} of {programs}", self.programs);
        }
        let mut sentence = format!(
            "{}, {programs}: {}, {}, {}.",
            count(self.files, "file"),
            count(self.errors, "error"),
            count(self.warnings, "warning"),
            count(self.infos, "note")
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
