//! MT101: a field that the template asks for is not there.

use super::{CNCF, Check, LISTINGS, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::{Applicability, Edit, Severity};
use crate::check::findings::Findings;
use crate::check::label;
use crate::model::FieldKind;

pub(super) const RULE: Rule = Rule {
    code: "MT101",
    name: "missing-field",
    severity: Severity::Error,
    pedantic: false,
    fix: Some(Applicability::Placeholder),
    profiles: CNCF,
    dialects: LISTINGS,
    summary: "a proposal without description, skills, mentors or upstream issue (a warning: without expected outcome, or with a description that has no label)",
    why: "LFX has a place for each of these, and somebody will have to ask for what is missing. A label that is \
          there but written otherwise than the template does is no missing field: other rules speak of it. Documents \
          of terms before 2023, whose template did not ask for it, and the page of a term that has begun need no \
          expected outcome.",
    example: "#### Read tides in the browser\n\n- Description: A page with the tide of the day.\n- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "#### Read tides in the browser\n\n- Description: A page with the tide of the day.\n- Expected Outcome: The page is published.\n- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n- Upstream Issue: https://github.com/example/tides/issues/12",
    check: Check::Proposal(check),
};

/// The fields, and how much each of them is missed.
const ASKED: [(FieldKind, Severity); 5] = [
    (FieldKind::Description, Severity::Error),
    (FieldKind::Outcome, Severity::Warning),
    (FieldKind::Skills, Severity::Error),
    (FieldKind::Mentors, Severity::Error),
    (FieldKind::Upstream, Severity::Error),
];

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let template = &case.context.template;
    for (kind, severity) in ASKED {
        let outcome_is_due = template.is_modern() && !template.published;
        if (kind == FieldKind::Outcome && !outcome_is_due) || is_there(case, kind) {
            continue;
        }
        let asked = label::in_template(kind);
        let finding = findings.add(case.title(), format!("the proposal has no `{asked}`"));
        finding.severity(severity).field(kind, None);
        let end = case.proposal.section.end;
        let line = format!("\n- {asked}: <{}>", label::field_name(kind));
        finding.fix(Applicability::Placeholder, format!("add `{asked}`"), vec![Edit::insert(end, line)]);
    }
    unlabelled_description(case, findings);
}

fn is_there(case: &Case<'_, '_>, kind: FieldKind) -> bool {
    case.fields(kind).next().is_some()
        || match kind {
            FieldKind::Skills => !case.proposal.skills.is_empty(),
            FieldKind::Mentors => !case.proposal.mentors.is_empty(),
            FieldKind::Upstream => !case.proposal.upstream.is_empty(),
            _ => false,
        }
}

/// Prose under the title is read as the description; its label is missing all the same.
fn unlabelled_description(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let mut fields = case.fields(FieldKind::Description);
    let (Some(field), None) = (fields.next(), fields.next()) else { return };
    let labelled = case.proposal.fields.iter().any(|field| !field.label.is_empty());
    if !field.label.is_empty() || !labelled || case.context.template.published {
        return;
    }
    let finding = findings.add(case.title(), "the description has no label");
    finding.severity(Severity::Warning).field(FieldKind::Description, None);
    finding.related(first_line(case.text(), field.value), "read as the description");
    finding.help("write `- Description:` before it");
}

fn first_line(text: &str, value: crate::model::Span) -> crate::model::Span {
    let line = value.of(text).lines().next().unwrap_or_default();
    crate::model::Span::new(value.start, value.start + line.len())
}
