//! MT403: a description that the form does not take.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT403",
    name: "description-too-long",
    severity: Severity::Error,
    dialects: EVERYWHERE,
    summary: "a description of more than 3000 characters (a warning: together with the expected outcome)",
    why: "LFX has one place for description and outcome, and takes 3000 characters (UTF-16 units) there.",
    example: "- Description: (more than 3000 characters)",
    instead: "- Description: (what matters, and a link to the rest)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let most = case.context.settings.limits.description;
    // Bytes are at least as many as units: most descriptions need no counting.
    let bytes = |kind| case.fields(kind).map(|field| field.value.len() + 1).sum::<usize>();
    if bytes(FieldKind::Description) + bytes(FieldKind::Outcome) <= most {
        return;
    }
    let (description, outcome) = (case.units(FieldKind::Description), case.units(FieldKind::Outcome));
    let (severity, what, count) = if description > most {
        (Severity::Error, "the description has", description)
    } else if description + outcome > most {
        (Severity::Warning, "description and expected outcome together have", description + outcome)
    } else {
        return;
    };
    let Some(field) = case.fields(FieldKind::Description).next() else { return };
    let span = if field.label.is_empty() { case.title() } else { field.label };
    let finding = reporter.add(span, format!("{what} {count} characters, {} too many", count - most));
    finding.severity(severity).field(FieldKind::Description, None);
    finding.help(format!("LFX takes {most} characters for both"));
}
