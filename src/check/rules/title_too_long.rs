//! MT401: a title that LFX cuts.

use super::{CNCF, Check, EVERYWHERE, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::title;
use crate::model::Span;

pub(super) const RULE: Rule = Rule {
    code: "MT401",
    name: "title-too-long",
    severity: Severity::Error,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: EVERYWHERE,
    summary: "a title that is longer than 100 characters as LFX composes it",
    why: "LFX shows `CNCF - <project>: <title> (<term>)` and takes 100 characters (UTF-16 units) of it. Whoever \
          enters the proposal has to shorten what is longer, without knowing which words matter. The project counts \
          by its full name; without a term its usual length counts. A proposal with an LFX URL is entered already.",
    example: "### Kubernetes\n\n#### Read the tides of every harbour of the world in the browser, by the hour and with their heights",
    instead: "### Kubernetes\n\n#### Read the tides of every harbour in the browser",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    // What has its page on LFX has its title there.
    if case.proposal.apply.is_some() {
        return;
    }
    let context = case.context;
    let Some(composed) = title::of(&context.template, case.proposal, context.settings) else { return };
    let most = composed.most;
    if composed.units <= most {
        return;
    }
    let over = composed.units - most;
    let message = format!("the LFX title has {} characters, {over} too many", composed.units);
    let words = case.title();
    let finding = findings.add(overhang(case.text(), words, composed.budget), message);
    finding.label(format!("does not fit: {} characters are left for a title, it has {}", composed.budget, composed.used));
    finding.note(composed.whole).help("shorten the title");
}

/// The part of a title that does not fit; all of it where none does.
fn overhang(text: &str, title: Span, budget: usize) -> Span {
    let mut units = 0;
    for (at, c) in title.of(text).char_indices() {
        units += c.len_utf16();
        if units > budget {
            return Span::new(title.start + at, title.end);
        }
    }
    title
}
