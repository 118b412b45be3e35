//! MT404: a description that says little.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT404",
    name: "description-short",
    severity: Severity::Info,
    pedantic: true,
    dialects: LISTINGS,
    summary: "a description of less than 150 characters",
    why: "Mentees choose by the description: the subject of the work, why it matters, and what already exists.",
    example: "- Description: Tides.",
    instead: "- Description: Sailors look up the tide on paper. The station already measures it every minute; this project \
              draws the day as a curve in the browser, for every harbour, and tells when there is water enough.",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

const LEAST: usize = 150;

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let Some(field) = case.fields(FieldKind::Description).next() else { return };
    let units = case.units(FieldKind::Description);
    if units > 0 && units < LEAST {
        let span = if field.label.is_empty() { case.title() } else { field.label };
        let finding = reporter.add(span, format!("the description has {units} characters"));
        finding
            .field(FieldKind::Description, None)
            .help("describe the subject of the work and why it matters");
    }
}
