//! MT106: a label with a slip of the pen.

use super::{Check, EVERYBODY, Rule, WRITTEN};
use crate::check::context::Case;
use crate::check::diagnostic::{Applicability, Edit, Severity};
use crate::check::findings::Findings;
use crate::model::RemarkKind;

pub(super) const RULE: Rule = Rule {
    code: "MT106",
    name: "label-typo",
    severity: Severity::Warning,
    pedantic: false,
    fix: Some(Applicability::Safe),
    profiles: EVERYBODY,
    dialects: WRITTEN,
    summary: "a label that is spelt nearly like one of the template",
    why: "This program forgives the slip; others do not find the field. It is reported only where the other labels \
          stand and where the field would be missing otherwise.",
    example: "- Metor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    check: Check::Proposal(check),
};

/// Slips that the reader knows by heart.
const KNOWN: &[&str] = &["recommend skills", "mentors(s)", "mentor(s)s"];

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let text = case.text();
    for field in case.proposal.fields.iter().filter(|field| !field.label.is_empty()) {
        let written = field.label.of(text);
        let slip = KNOWN.iter().any(|known| known.eq_ignore_ascii_case(written))
            // Of several words side by side the reader only finds that it knows something like them.
            || (!written.contains('/')
                && case.is_remarked(RemarkKind::LabelMisspelt, field.label));
        if slip {
            let meant = field.kind.label();
            let finding = findings.add(field.label, format!("the label `{written}` is misspelt"));
            let edit = Edit::replace(field.label, meant);
            finding.field(field.kind, None).label(format!("read as `{meant}`"));
            finding.fix(Applicability::Safe, format!("write `{meant}`"), vec![edit]);
        }
    }
}
