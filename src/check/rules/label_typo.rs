//! MT106: a label with a typo.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT106",
    name: "label-typo",
    fix: Some(Applicability::Safe),
    rulesets: EVERYBODY,
    summary: "a label that is spelt nearly like one of the template",
    why: "This program recognises the label anyway; others do not find the field. It is reported only next to \
          other labels, and if the field would be missing otherwise.",
    example: "- Metor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// Slips that the reader knows by heart.
const KNOWN: &[&str] = &["recommend skills", "mentors(s)", "mentor(s)s"];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for field in case.proposal.fields.iter().filter(|field| !field.label.is_empty()) {
        let written = field.label.of(text);
        let slip = KNOWN.iter().any(|known| known.eq_ignore_ascii_case(written))
            // Of several words side by side the reader only finds that it knows something like them.
            || (!written.contains('/')
                && case.is_remarked(RemarkKind::LabelMisspelt, field.label));
        if slip {
            let meant = field.kind.label();
            let finding = reporter.add(field.label, format!("the label `{written}` is misspelt"));
            let edit = Edit::replace(field.label, meant);
            finding.field(field.kind, None).label(format!("read as `{meant}`"));
            finding.fix(Applicability::Safe, format!("write `{meant}`"), vec![edit]);
        }
    }
}
