//! MT102: a label without a value.

use std::collections::HashSet;

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT102",
    name: "empty-field",
    severity: Severity::Error,
    rulesets: EVERYBODY,
    dialects: EVERYWHERE,
    summary: "a label with nothing after it",
    why: "The label announces a value, and there is none. A value on the next line or in a list below counts.",
    example: "- Recommended Skills:\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Recommended Skills: HTML, cartography\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let is_empty = |field: &&Field| {
        let value =
            field.value.of(case.text()).trim_matches(['-', '*', '+', ' ', '\n', '\r', '\t', '<', '>']);
        value.is_empty() || value == "br" || value == "br/" || value == "()"
    };
    // Where to apply is filled in by others, later.
    let asked = |kind| !matches!(kind, FieldKind::Other | FieldKind::Apply);
    let known = |field: &&Field| asked(field.kind) && !field.label.is_empty();
    let filled = case.proposal.fields.iter().filter(|field| !is_empty(field)).map(|field| field.kind);
    let filled: HashSet<FieldKind> = filled.collect();
    for (at, field) in
        case.proposal.fields.iter().enumerate().filter(|(_, field)| known(field) && is_empty(field))
    {
        // Labels of its own, below, are what it holds.
        let holds = case.proposal.fields.get(at + 1).is_some_and(|next| next.kind == FieldKind::Other);
        if holds || filled.contains(&field.kind) {
            continue;
        }
        let words = field.label.of(case.text());
        let finding = reporter.add(field.label, format!("`{words}` is empty"));
        finding.field(field.kind, None).help(format!("fill in the `{}`", field.kind.label()));
    }
}
