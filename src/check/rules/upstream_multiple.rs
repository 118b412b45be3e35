//! MT303: several upstream issues.

use std::collections::HashSet;

use super::prelude::*;
use crate::check::upstream;

pub(super) const RULE: Rule = Rule {
    code: "MT303",
    name: "upstream-multiple",
    dialects: LISTINGS,
    summary: "more than one upstream issue",
    why: "The form takes one address. Work that spans several issues needs one above them that names the others.",
    example: "- Upstream Issue: https://github.com/example/tides/issues/12, https://github.com/example/tides/issues/13",
    instead: "- Upstream Issue: https://github.com/example/tides/issues/14",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    if super::duplicate_field::holds_two(case) {
        return;
    }
    let in_field = case.field_finder(FieldKind::Upstream);
    let mut keys: HashSet<String> = HashSet::new();
    let mut counted: Vec<(usize, &Link, &Field)> = Vec::new();
    for (index, link) in case.proposal.upstream.iter().enumerate() {
        let Some(field) = in_field(link.span.start).filter(|_| upstream::is_work(&link.url)) else {
            continue;
        };
        if keys.insert(upstream::key(&link.url)) {
            counted.push((index, link, field));
        }
    }
    let Some((index, second, field)) = counted.get(1).copied() else { return };
    let place = if field.label.is_empty() { second.span } else { field.label };
    let finding = reporter.add(place, format!("{} upstream issues, one is allowed", counted.len()));
    finding.field(FieldKind::Upstream, Some(index));
    finding.help("open an umbrella issue that names the others, and name that");
    for (number, (_, link, _)) in counted.iter().enumerate().filter(|(_, (_, link, _))| link.span != place) {
        finding.related(link.span, format!("number {}", number + 1));
    }
}
