//! MT303: several upstream issues.

use super::{CNCF, Check, LISTINGS, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::upstream::{self, Target};
use crate::model::FieldKind;

pub(super) const RULE: Rule = Rule {
    code: "MT303",
    name: "upstream-multiple",
    severity: Severity::Warning,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: LISTINGS,
    summary: "more than one upstream issue",
    why: "The form takes one address. Work that spans several issues needs one above them that names the others.",
    example: "- Upstream Issue: https://github.com/example/tides/issues/12, https://github.com/example/tides/issues/13",
    instead: "- Upstream Issue: https://github.com/example/tides/issues/14",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let is_work = |target| matches!(target, Target::Issue | Target::Discussion);
    let in_field = |offset: usize| case.fields(FieldKind::Upstream).any(|field| field.value.contains(offset));
    let mut keys: Vec<String> = Vec::new();
    let mut second = None;
    for (index, link) in case.proposal.upstream.iter().enumerate() {
        if !is_work(Target::of(&link.url)) || !in_field(link.span.start) {
            continue;
        }
        let key = upstream::key(&link.url);
        if !keys.contains(&key) {
            keys.push(key);
            if keys.len() == 2 {
                second = Some((index, link.span));
            }
        }
    }
    if let Some((index, span)) = second {
        let finding = findings.add(span, format!("{} upstream issues, one is taken", keys.len()));
        finding.field(FieldKind::Upstream, Some(index));
        finding.help("open an umbrella issue that names the others, and name that");
    }
}
