//! The names that most rules use.

use strum::VariantArray;

pub(super) use crate::check::context::{ListingContext, ProposalContext};
pub(super) use crate::check::diagnostic::Edit;
pub(super) use crate::check::reporter::{Check, Reporter};
pub(super) use crate::check::rule::{Applicability, Rule, Ruleset, Severity};
pub(super) use crate::model::{Dialect, Field, FieldKind, Link, Mentor, Proposal, RemarkKind, Span};

/// Rules for documents of every programme.
pub(super) const EVERYBODY: &[Ruleset] = Ruleset::ALL;
/// Documents in every form.
pub(super) const EVERYWHERE: &[Dialect] = Dialect::VARIANTS;
/// Documents with one proposal below the other.
pub(super) const LISTINGS: &[Dialect] = &[Dialect::Sections, Dialect::LfxExport];
/// The issue form that proposals are filed with.
pub(super) const FORMS: &[Dialect] = &[Dialect::IssueForm];
/// Documents in which the mentors of a proposal are read one by one.
pub(super) const WITH_MENTORS: &[Dialect] = &[Dialect::Sections, Dialect::LfxExport, Dialect::IssueForm];
