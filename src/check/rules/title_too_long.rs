//! MT401: a title that LFX cuts.

use super::prelude::*;
use crate::check::form;
use crate::check::title::{self, Composed};

pub(super) const RULE: Rule = Rule {
    code: "MT401",
    name: "title-too-long",
    severity: Severity::Error,
    dialects: EVERYWHERE,
    summary: "a title that is longer than 100 characters as LFX composes it",
    why: "LFX shows `CNCF - <project>: <title> (<term>)` and takes 100 characters (UTF-16 units) of it. Somebody \
          who enters the proposal has to shorten a longer title without knowing which words matter. The full \
          name of the project counts; without a term, the usual length of a term counts. A line below the \
          heading that begins with `CNCF - ` is taken as the title for LFX and is measured instead. A proposal \
          with an LFX URL has been entered already.",
    example: "### Kubernetes\n\n#### Read the tides of every harbour of the world in the browser, by the hour and with their heights",
    instead: "### Kubernetes\n\n#### Read the tides of every harbour in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    // A proposal that has its page on LFX has its title there already.
    if case.proposal.apply.is_some() {
        return;
    }
    let context = case.context;
    let Some(composed) = title::of(&context.template, case.text(), case.proposal, context.settings) else {
        return;
    };
    let most = composed.most;
    if composed.units <= most {
        return;
    }
    let over = composed.units - most;
    let message = format!("the LFX title has {} characters, {over} too many", composed.units);
    let (words, budget) = composed.written.map_or((words(case), composed.budget), |line| (line, most));
    let finding = reporter.add(overhang(case.text(), words, budget), message);
    finding.label("does not fit").note(ruler(&composed));
    finding.note(format!("the title has {} characters, {} are left for it", composed.used, composed.budget));
    finding.help("shorten the title");
}

/// The words of the title; in a form they stand below their heading.
fn words(case: &ProposalContext<'_, '_>) -> Span {
    let is_form = case.context.listing.dialect == Dialect::IssueForm;
    let answer = is_form.then(|| form::part(case.text(), "Program Name")).flatten().map(|part| part.value);
    answer.filter(|answer| !answer.is_empty()).unwrap_or_else(|| case.title())
}

/// The title as LFX composes it, with a bar where its own words would have to end.
fn ruler(composed: &Composed) -> String {
    let (lead, rest) = composed.whole.split_at(composed.start);
    let (fits, over) = rest.split_at(fitting(rest, composed.budget));
    format!("{lead}{fits}|{over}")
}

/// How many bytes of a text are at most so many UTF-16 units.
fn fitting(text: &str, most: usize) -> usize {
    let mut units = 0;
    let fits = |(_, c): &(usize, char)| {
        units += c.len_utf16();
        units <= most
    };
    text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8())
}

/// The part of a title that does not fit; all of it where none does.
fn overhang(text: &str, title: Span, budget: usize) -> Span {
    let fits = fitting(title.of(text), budget);
    if fits < title.len() { Span::new(title.start + fits, title.end) } else { title }
}
