//! MT108: labels that mean the same and look otherwise.

use super::prelude::*;
use crate::check::label::LabelSyntax;

pub(super) const RULE: Rule = Rule {
    code: "MT108",
    name: "label-style",
    severity: Severity::Info,
    pedantic: true,
    fix: Some(Applicability::Safe),
    summary: "a label in bold, or another word for one of the template",
    why: "House style: published listings have the labels of the template, in plain type, and reviewers change \
          the others.",
    example: "- **Issue:** https://github.com/example/tides/issues/12",
    instead: "- Upstream Issue: https://github.com/example/tides/issues/12",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// Other words for the labels of the template, in lower case.
const ALIASES: &[(FieldKind, &[&str])] = &[
    (FieldKind::Description, &["description", "project description"]),
    (FieldKind::Outcome, &["expected outcome", "expected outcomes", "outcome", "outcomes"]),
    (FieldKind::Skills, &["recommended skills", "recommended skill", "skills"]),
    (FieldKind::Mentors, &["mentor(s)", "mentors", "mentor"]),
    (
        FieldKind::Upstream,
        &[
            "upstream issue",
            "upstream issues",
            "upstream issue(s)",
            "issue",
            "issues",
            "github issue",
            "upstream",
        ],
    ),
];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for field in &case.proposal.fields {
        let Some((_, aliases)) = ALIASES.iter().find(|(kind, _)| *kind == field.kind) else { continue };
        let Some(label) = LabelSyntax::of(text, field) else { continue };
        if case.is_remarked(RemarkKind::LabelLikeYaml, field.label) {
            continue;
        }
        let written = field.label.of(text);
        let meant = field.kind.label();
        if !aliases.contains(&written.to_lowercase().as_str()) || (written == meant && !label.bold) {
            continue;
        }
        let finding =
            reporter.add(label.whole, format!("the label `{written}` is not written as in the template"));
        let colon = if label.colon.is_some() { ":" } else { "" };
        let edit = Edit::change(text, label.whole, &format!("{meant}{colon}"));
        finding.field(field.kind, None);
        finding.fix(Applicability::Safe, format!("write `{meant}{colon}`"), vec![edit]);
    }
}
