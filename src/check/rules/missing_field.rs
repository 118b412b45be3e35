//! MT101: a field that the template asks for is not there.

use super::prelude::*;
use crate::check::{other_headings, text};

pub(super) const RULE: Rule = Rule {
    code: "MT101",
    name: "missing-field",
    severity: Severity::Error,
    fix: Some(Applicability::Placeholder),
    dialects: LISTINGS,
    summary: "a proposal without title, description, skills, mentors or upstream issue, or a heading beside proposals without any of these (a warning: without expected outcome, or with a description that has no label)",
    why: "LFX has a place for each of these, and somebody will have to ask for what is missing. A label in \
          another form than the template's is not a missing field; other rules report it. Documents of terms \
          before 2023, whose template did not ask for it, and the page of a term that has begun need no expected \
          outcome. A project heading at the level of the proposals with at most one label below it is not read \
          as a proposal; neither are notes and samples.",
    example: "#### Read tides in the browser\n\n- Description: A page with the tide of the day.\n- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "#### Read tides in the browser\n\n- Description: A page with the tide of the day.\n- Expected Outcome: The page is published.\n- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n- Upstream Issue: https://github.com/example/tides/issues/12",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

/// The fields, and how much each of them is missed.
const ASKED: [(FieldKind, Severity); 5] = [
    (FieldKind::Description, Severity::Error),
    (FieldKind::Outcome, Severity::Warning),
    (FieldKind::Skills, Severity::Error),
    (FieldKind::Mentors, Severity::Error),
    (FieldKind::Upstream, Severity::Error),
];

fn check<'a>(context: &ListingContext<'a>, reporter: &mut Reporter<'a>) {
    for proposal in &context.listing.proposals {
        reporter.open(&RULE, Some(proposal));
        judge(&ProposalContext { context, proposal }, reporter);
    }
    reporter.open(&RULE, None);
    bare(context, reporter);
}

/// Headings among those of proposals that hold none.
fn bare(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let Some(level) = context.proposal_level() else { return };
    let mut project = None;
    for (at, heading) in context.headings().iter().enumerate() {
        if heading.level < level {
            let named = context.is_section(at);
            project = (named || context.project(&heading.title).is_some()).then_some(heading.title.as_str());
        }
        let Some(project) = project.filter(|_| heading.level == level) else { continue };
        // `misfiled-proposal` reports a project at this level.
        let is_named = context.project(&heading.title).is_some();
        let is_known = is_named || context.is_proposal(heading) || other_headings::is_note(&heading.title);
        // Parts of a proposal, or proposals that stand too low.
        let next = context.headings()[at + 1..].iter().find(|next| next.level <= level);
        let end = next.map_or(context.text.len(), |next| next.span.start);
        let below = Span::new(heading.span.end, end.max(heading.span.end));
        let proposals = &context.listing.proposals;
        let first = proposals.partition_point(|proposal| proposal.heading.start < below.start);
        let holds = proposals.get(first).is_some_and(|proposal| proposal.heading.start < below.end);
        if is_known || holds || context.in_proposal(heading.span.start) || labels(below.of(context.text)) > 1
        {
            continue;
        }
        let message = format!("`{}` has no fields, so it is not read as a proposal", heading.title);
        let finding = reporter.about_project(project, heading.words, message);
        finding.help("write its fields below it as in the template, or remove the heading");
    }
}

/// How the labels of fields begin, in lower case.
const LABELS: [&str; 11] = [
    "description",
    "expected",
    "outcome",
    "recommended",
    "required",
    "skills",
    "technologies",
    "mentor",
    "upstream",
    "issue",
    "lfx",
];

/// How many lines begin with the label of a field.
fn labels(text: &str) -> usize {
    let is_label = |line: &&str| {
        let bare = line.trim_start_matches([' ', '\t', '-', '*', '+', '_', '>']).to_lowercase();
        bare.contains([':', '：']) && LABELS.iter().any(|label| bare.starts_with(label))
    };
    text.lines().filter(is_label).count()
}

fn judge(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    if case.proposal.title.trim().is_empty() {
        reporter.add(case.title(), "the proposal has no title").help("write the title after the `#`");
    }
    let template = &case.context.template;
    for (kind, severity) in ASKED {
        let outcome_is_due = template.is_modern() && !template.published;
        if (kind == FieldKind::Outcome && !outcome_is_due) || is_there(case, kind) {
            continue;
        }
        let asked = kind.label();
        let finding = reporter.add(case.title(), format!("the proposal has no `{asked}`"));
        finding.severity(severity).field(kind, None);
        let end = case.proposal.section.end;
        let line = format!("\n- {asked}: <{}>", kind.name());
        finding.fix(Applicability::Placeholder, format!("add `{asked}`"), vec![Edit::insert(end, line)]);
    }
    unlabelled_description(case, reporter);
}

fn is_there(case: &ProposalContext<'_, '_>, kind: FieldKind) -> bool {
    case.fields(kind).next().is_some()
        || match kind {
            FieldKind::Skills => !case.proposal.skills.is_empty(),
            FieldKind::Mentors => !case.proposal.mentors.is_empty(),
            FieldKind::Upstream => !case.proposal.upstream.is_empty(),
            _ => false,
        }
}

/// Prose under the title is read as the description; its label is missing all the same.
fn unlabelled_description(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let mut fields = case.fields(FieldKind::Description);
    let (Some(field), None) = (fields.next(), fields.next()) else { return };
    let labelled = case.proposal.fields.iter().any(|field| !field.label.is_empty());
    if !field.label.is_empty() || !labelled || case.context.template.published {
        return;
    }
    let finding = reporter.add(case.title(), "the description has no label");
    finding.severity(Severity::Warning).field(FieldKind::Description, None);
    finding.related(text::first_line(case.text(), field.value), "read as the description");
    finding.help("write `- Description:` before it");
}
