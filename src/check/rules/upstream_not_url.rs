//! MT301: an upstream issue without its address.

use super::prelude::*;
use crate::check::text;

pub(super) const RULE: Rule = Rule {
    code: "MT301",
    name: "upstream-not-url",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    summary: "an upstream issue without its address",
    why: "The form takes one `https://` address. `owner/repository#12` can be fixed; a title or `TBD` leads \
          nowhere.",
    example: "- Upstream Issue: example/tides#12",
    instead: "- Upstream Issue: https://github.com/example/tides/issues/12",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for remark in case.remarks(RemarkKind::UpstreamWithoutAddress) {
        let span = text::first_line(text, remark.span);
        let finding = reporter.add(span, "the upstream issue has no address");
        finding.field(FieldKind::Upstream, None).help("write the `https://` address of the issue");
    }
    for (index, link) in case.proposal.upstream.iter().enumerate() {
        let written = link.span.of(text);
        if written.contains("://") || !written.contains('#') || written.contains(['[', '<']) {
            continue;
        }
        let finding = reporter.add(link.span, format!("`{written}` is not an address"));
        finding.field(FieldKind::Upstream, Some(index));
        let edit = Edit::replace(link.span, link.url.clone());
        finding.fix(Applicability::Safe, "write the whole address", vec![edit]);
    }
}
