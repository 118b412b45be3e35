//! Reporter: where rules put what they find.

use super::context::{ListingContext, ProposalContext};
use super::diagnostic::{Diagnostic, Subject};
use super::rule::Rule;
use super::settings::Settings;
use super::text::short;
use crate::model::{Proposal, Span};

/// How a rule looks at a document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// At each proposal.
    Proposal(fn(&ProposalContext<'_, '_>, &mut Reporter<'_>)),
    /// At the listing as a whole.
    Listing(for<'a> fn(&ListingContext<'a>, &mut Reporter<'a>)),
    /// At the comments that suppress findings, after all other rules.
    Comments,
}

/// Collects findings. Each new one belongs to the rule and the proposal that were opened last.
#[derive(Debug)]
pub(super) struct Reporter<'a> {
    settings: &'a Settings,
    listing: usize,
    about: Option<(&'static Rule, Option<&'a Proposal>)>,
    found: Vec<Diagnostic>,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(context: &ListingContext<'a>) -> Self {
        Self { settings: context.settings, listing: context.index, about: None, found: Vec::new() }
    }

    /// From here on a rule speaks, about a proposal or about the listing.
    pub(super) fn open(&mut self, rule: &'static Rule, proposal: Option<&'a Proposal>) {
        self.about = Some((rule, proposal));
    }

    /// Adds a finding of the rule that speaks.
    pub(super) fn add(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        let (rule, proposal) = self.about.expect("a rule was opened before it speaks");
        let subject = proposal.map(Subject::of).unwrap_or_default();
        self.push(rule, span, &message.into(), subject)
    }

    /// Adds a finding about a proposal.
    pub(super) fn about(
        &mut self,
        proposal: &Proposal,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let (rule, _) = self.about.expect("a rule was opened before it speaks");
        self.push(rule, span, &message.into(), Subject::of(proposal))
    }

    /// Adds a finding about a project rather than about a proposal.
    pub(super) fn about_project(
        &mut self,
        project: &str,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let (rule, _) = self.about.expect("a rule was opened before it speaks");
        let subject = Subject { project: Some(short(project).into_owned()), ..Subject::default() };
        self.push(rule, span, &message.into(), subject)
    }

    fn push(&mut self, rule: &'static Rule, span: Span, message: &str, subject: Subject) -> &mut Diagnostic {
        self.found.push(Diagnostic {
            rule,
            severity: rule.severity,
            message: short(message).into_owned(),
            label: None,
            help: None,
            notes: Vec::new(),
            listing: self.listing,
            span,
            subject,
            related: Vec::new(),
            fix: None,
            suppressed: false,
        });
        self.found.last_mut().expect("it was just put there")
    }

    /// Everything that was found, with the severities that the settings want.
    pub(super) fn into_vec(mut self) -> Vec<Diagnostic> {
        for found in &mut self.found {
            found.severity = self.settings.severity(found.rule).unwrap_or(found.severity);
        }
        self.found
    }
}

impl Subject {
    fn of(proposal: &Proposal) -> Self {
        Self {
            project: proposal.project.as_deref().map(|project| short(project).into_owned()),
            title: Some(short(&proposal.title).into_owned()),
            proposal: Some(proposal.id.clone()),
            ..Self::default()
        }
    }
}
