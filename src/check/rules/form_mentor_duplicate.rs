//! MT955: a mentor who is named twice in the form.

use std::collections::HashSet;

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT955",
    name: "form-mentor-duplicate",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "the same handle, address or LFID twice among the mentors of the form",
    why: "It is usually a copying error: the second mentor is missing, or was not filled in. Upper and lower \
          case are the same.",
    example: "### Mentors\n\nAda | @ada | ada@example.org | ada\nBo | @bo | ada@example.org | bo",
    instead: "### Mentors\n\nAda | @ada | ada@example.org | ada\nBo | @bo | bo@example.org | bo",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// The names of the parts behind the mentor's name.
const PARTS: [&str; 3] = ["handle", "address", "LFID"];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let mut seen: HashSet<(usize, String)> = HashSet::new();
    for (index, (_, parts)) in form::mentors(text).into_iter().enumerate() {
        for (at, part) in parts.iter().skip(1).take(PARTS.len()).enumerate() {
            let key = (at, form::address(part.of(text)).to_lowercase());
            if key.1.is_empty() {
                continue;
            }
            if !seen.insert(key) {
                let message = format!("the {} `{}` appears twice", PARTS[at], part.of(text));
                let finding = reporter.add(*part, message);
                finding.field(FieldKind::Mentors, Some(index)).help("correct one of them");
            }
        }
    }
}
