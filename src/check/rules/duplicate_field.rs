//! MT103: a label that stands twice.

use std::collections::HashMap;

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT103",
    name: "duplicate-field",
    fix: Some(Applicability::Unsafe),
    rulesets: EVERYBODY,
    summary: "a label that appears twice in one proposal, or twice on its line",
    why: "One of the two is a leftover, or belongs to another proposal whose heading is missing. Labels with \
          different meanings (`Required Skills`, `Preferred Skills`) are not duplicates. If all labels appear \
          twice, that is one problem, and nothing else is reported about what the two share.",
    example: "- Recommended Skills: HTML\n- Recommended Skills: cartography",
    instead: "- Recommended Skills: HTML, cartography",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let unspaced = case.context.unspaced_in(case.proposal.section).first();
    if unspaced.is_none() && holds_two(case) {
        return report_lost_heading(case, reporter);
    }
    let mut seen: HashMap<(FieldKind, String), &Field> = HashMap::new();
    for field in case.proposal.fields.iter().filter(|field| field.kind != FieldKind::Other) {
        // Fields below a line that was meant as a heading belong to that; `heading-level` reports it.
        let is_own = unspaced.is_none_or(|line| field.label.start < line.start);
        if field.label.is_empty() || !is_own {
            continue;
        }
        let key = (field.kind, folded(text, field));
        if let Some(first) = seen.get(&key) {
            let written = field.label.of(text);
            let finding = reporter.add(field.label, format!("`{written}` appears twice in this proposal"));
            finding.field(field.kind, None).related(first.label, "first here");
            finding.help("keep one of them");
        } else {
            doubled(case, field, reporter);
            seen.insert(key, field);
        }
    }
}

/// So many labels that stand twice are no slip: the heading of another proposal got lost.
const LOST: usize = 3;

/// Whether the fields of two proposals stand below one heading.
pub(super) fn holds_two(case: &ProposalContext<'_, '_>) -> bool {
    let unspaced = !case.context.unspaced_in(case.proposal.section).is_empty();
    let least = if unspaced { 1 } else { LOST };
    case.proposal.fields.len() >= 2 * least && repeated(case).len() >= least
}

/// The labelled fields that are not the first of their kind, each with that first one.
fn repeated<'a>(case: &ProposalContext<'a, '_>) -> Vec<(&'a Field, &'a Field)> {
    let labelled = case.proposal.fields.iter();
    let labelled = labelled.filter(|field| field.kind != FieldKind::Other && !field.label.is_empty());
    let mut firsts: HashMap<FieldKind, &Field> = HashMap::new();
    let with_first = labelled.map(|field| (*firsts.entry(field.kind).or_insert(field), field));
    with_first.filter(|(first, field)| first.label != field.label).collect()
}

fn report_lost_heading(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let repeated = repeated(case);
    let count = repeated.len();
    let Some((first, field)) = repeated.first() else { return };
    let message = format!(
        "{count} labels appear a second time, as if the heading of another proposal were missing here"
    );
    let finding = reporter.add(field.label, message);
    finding.field(field.kind, None).related(first.label, "first here");
    finding.help("add the heading above, or remove the repetition");
}

/// A label in lower case and without plural.
fn folded(text: &str, field: &Field) -> String {
    field.label.of(text).to_lowercase().replace("(s)", "s").trim_end_matches('s').to_owned()
}

/// `Mentor(s): Mentor(s): …`
fn doubled(case: &ProposalContext<'_, '_>, field: &Field, reporter: &mut Reporter<'_>) {
    let (label, value) = (field.label.of(case.text()), field.value.of(case.text()));
    let repeated = value.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label));
    let rest = value.get(label.len()..).unwrap_or_default();
    let rest = rest.trim_start_matches(['*', '_', ' ']);
    if !repeated || !rest.starts_with([':', '：']) {
        return;
    }
    let rest = rest.trim_start_matches([':', '：', ' ']);
    let again = Span::new(field.value.start, field.value.end - rest.len());
    let finding = reporter.add(again, format!("`{label}` appears twice on its line"));
    finding.field(field.kind, None).fix(
        Applicability::Unsafe,
        "remove the second one",
        vec![Edit::delete(again)],
    );
}
