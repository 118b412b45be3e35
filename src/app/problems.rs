//! The problems: what the check found in each document, as far as it has looked by now.
//!
//! Checking takes longer than a keystroke may, so that the shell does it on a thread ([`App::take_due`](super::App::take_due)
//! says what is due) and brings the results ([`CheckResult`]). Until a newer one is there the older stays on the screen; what
//! depends on places in the text is asked only of a result that is current.

mod commands;
pub mod panel;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::check::{self, Applicability, Checker, Diagnostic, Ruleset, Settings, Severity, fix};
use crate::markdown::glyphs::{CROSS, INFO};
use crate::model::{Document, Entry, FieldKind, Origin, ProposalId, Span, counted};

pub(super) use commands::{at_cursor, preview_fix, show, undo_fix};

/// For commands that need a selected problem.
const NO_PROBLEM: &str = "No problem selected.";

/// One problem: what the check says about a place in a document.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The finding of the check, with its fix.
    pub found: Diagnostic,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The text of that line.
    pub excerpt: Excerpt,
    /// Whether its document is Markdown in a file: only such documents are changed here.
    is_in_file: bool,
}

/// The line that a problem is about: kept, since the text may be another before the next result is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text before the problem.
    pub before: String,
    /// The text of the problem.
    pub about: String,
    /// The text after the problem.
    pub after: String,
}

impl Excerpt {
    /// The line on which a span begins; of a long one what is near, and no more of it is looked at.
    fn of(text: &str, span: Span) -> Self {
        let is_end = |c: char| matches!(c, '\n' | '\r');
        let before = text[..span.start].char_indices().rev().take(MOST_AROUND);
        let from = before.take_while(|&(_, c)| !is_end(c)).last().map_or(span.start, |(at, _)| at);
        let most =
            |part: &str| part.chars().take(MOST_AROUND).take_while(|&c| !is_end(c)).collect::<String>();
        let about = &text[span.start..span.end];
        let after = if about.contains(is_end) { "" } else { &text[span.end..] };
        Self { before: text[from..span.start].to_owned(), about: most(about), after: most(after) }
    }
}

/// So many characters of each part of a line are kept: more than fit on a screen.
const MOST_AROUND: usize = 200;

impl Problem {
    fn new(found: Diagnostic, document: &Document) -> Self {
        Self {
            line: document.line(found.span.start),
            excerpt: Excerpt::of(document.text(), found.span),
            is_in_file: document.origin().path().is_some() && document.anchors().is_empty(),
            found,
        }
    }

    /// Whether a key applies its fix: the fix is safe, and the document a file.
    pub fn is_fixable(&self) -> bool {
        self.is_in_file && self.found.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
    }
}

/// The result of checking one document.
#[derive(Debug, Clone)]
pub struct CheckResult {
    /// The document.
    pub origin: Origin,
    /// By whose rules it was judged.
    pub ruleset: Ruleset,
    /// The settings of the check.
    pub settings: Settings,
    /// The problems in document order, without those that a comment hides.
    pub problems: Vec<Problem>,
    /// The lines of the problems (from 1), ascending, and how bad each is.
    lines: Vec<(usize, Severity)>,
    pub(super) tallies: HashMap<ProposalId, Tally>,
    /// How many errors and warnings there are.
    pub(super) serious: usize,
}

/// The problems of a proposal, counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally {
    worst: Severity,
    /// How many errors and warnings.
    pub(super) serious: usize,
}

/// Whether it is an error or a warning.
fn is_serious(severity: Severity) -> bool {
    severity > Severity::Info
}

impl CheckResult {
    /// Checks the listing at an index of the catalog; `None` when there is none.
    pub fn of(checker: &Checker<'_>, at: usize) -> Option<Self> {
        let (listing, settings) = (checker.catalog().listings().get(at)?, checker.settings());
        let mut found = checker.check(at);
        found.retain(|found| !found.suppressed);
        // Only fixes that were tried are offered, and only safe ones are applied here.
        fix::prove(listing, settings, &mut found, Applicability::Safe);
        let problems: Vec<Problem> =
            found.into_iter().map(|found| Problem::new(found, &listing.document)).collect();
        let mut tallies: HashMap<ProposalId, Tally> = HashMap::new();
        for Problem { found, .. } in &problems {
            if let Some(id) = &found.subject.proposal {
                let tally = tallies.entry(id.clone()).or_insert(Tally { worst: found.severity, serious: 0 });
                tally.worst = tally.worst.max(found.severity);
                tally.serious += usize::from(is_serious(found.severity));
            }
        }
        let serious = problems.iter().filter(|problem| is_serious(problem.found.severity)).count();
        Some(Self {
            origin: listing.document.origin().clone(),
            ruleset: check::ruleset(listing, settings),
            settings: settings.clone(),
            lines: problems.iter().map(|problem| (problem.line, problem.found.severity)).collect(),
            problems,
            tallies,
            serious,
        })
    }

    /// Whether it is known what the programme of the document asks for: only then are proposals marked.
    pub fn is_marked(&self) -> bool {
        self.ruleset != Ruleset::Generic
    }

    /// The lines of the problems (from 1), ascending, and how bad each is.
    pub fn lines(&self) -> &[(usize, Severity)] {
        &self.lines
    }

    /// The problems of a proposal.
    pub fn of_proposal<'a>(&'a self, id: &'a ProposalId) -> impl Iterator<Item = &'a Problem> {
        self.problems.iter().filter(move |problem| problem.found.subject.proposal.as_ref() == Some(id))
    }

    /// The worst that is wrong with a field of a proposal.
    pub fn worst_of_field(&self, id: &ProposalId, field: FieldKind) -> Option<Severity> {
        let of_field = self.of_proposal(id).filter(|problem| problem.found.subject.field == Some(field));
        of_field.map(|problem| problem.found.severity).max()
    }
}

/// The sign of how bad something is: it says so without a colour and without a word.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => CROSS.as_str(),
        Severity::Warning => "!",
        Severity::Info => INFO.as_str(),
    }
}

/// How many there are of each severity, the worst first: `1 error, 2 warnings`.
pub fn sentence_of<'a>(problems: impl Iterator<Item = &'a Problem>) -> String {
    let severities: Vec<Severity> = problems.map(|problem| problem.found.severity).collect();
    let counted = |severity: Severity| {
        let count = severities.iter().filter(|other| **other == severity).count();
        (count > 0).then(|| counted(count, severity.name()))
    };
    let counts: Vec<String> = Severity::ALL.into_iter().filter_map(counted).collect();
    if counts.is_empty() { "none".to_owned() } else { counts.join(", ") }
}

/// The results of the check so far, and the documents that it has still to look at.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    /// Whether they are shown beside titles and counted in the header.
    pub(super) are_shown: bool,
    pub(super) documents: HashMap<Origin, Arc<CheckResult>>,
    /// Documents that changed since they were checked.
    pub(super) due: HashSet<Origin>,
    /// Documents that are being checked.
    pub(super) under_way: HashSet<Origin>,
    /// Bumped with every result; a key for caches.
    pub(super) version: u64,
}

impl Problems {
    /// A document is new or changed.
    pub(super) fn note(&mut self, origin: &Origin) {
        self.due.insert(origin.clone());
    }

    /// A document is gone.
    pub(super) fn forget(&mut self, origin: &Origin) {
        self.documents.remove(origin);
        self.due.remove(origin);
        self.under_way.remove(origin);
    }

    /// The result for a document; `None` when it was never checked.
    pub fn of(&self, origin: &Origin) -> Option<&Arc<CheckResult>> {
        self.documents.get(origin)
    }

    /// Whether what was found in a document is about its text as it is now.
    pub fn is_current(&self, origin: &Origin) -> bool {
        self.documents.contains_key(origin) && !self.under_way.contains(origin) && !self.due.contains(origin)
    }

    /// Whether there are documents that were not checked yet.
    pub fn is_pending(&self) -> bool {
        let mut awaited = self.due.iter().chain(&self.under_way);
        awaited.any(|origin| !self.documents.contains_key(origin))
    }

    /// The number of the results: another number, another one of them.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// How a proposal is marked: by the worst of its problems, from a warning on, in a document of which it
    /// is known what it should be.
    pub fn mark(&self, entry: Entry<'_>) -> Option<Severity> {
        let checked = self.documents.get(entry.listing.document.origin())?;
        let tally = checked.tallies.get(&entry.proposal.id).filter(|_| checked.is_marked())?;
        Some(tally.worst).filter(|worst| is_serious(*worst))
    }
}
