//! The fields of a page: what they are called, and which of them say more than the facts do.

use crate::model::{Entry, Field, FieldKind, Link};

/// The name of a field: its label as written; what it means where it has none, or where the label
/// is a key of a data format rather than a heading (`expectedOutcome`).
pub(in crate::ui) fn field_name<'a>(entry: Entry<'a>, field: &Field) -> &'a str {
    let label = field.label.of(entry.text());
    let is_key = !label.starts_with(char::is_uppercase);
    match field.kind {
        FieldKind::Description if is_key => "Description",
        FieldKind::Outcome if is_key => "Expected Outcome",
        FieldKind::Skills if is_key => "Skills",
        FieldKind::Mentors if is_key => "Mentors",
        FieldKind::Upstream if is_key => "Upstream",
        FieldKind::Apply if is_key => "Apply",
        FieldKind::Difficulty if is_key => "Difficulty",
        FieldKind::Size if is_key => "Size",
        _ => label,
    }
}

/// Whether a field says more than the facts at the top of the page do.
pub(in crate::ui) fn says_more(entry: Entry<'_>, field: &Field) -> bool {
    if field.value.is_empty() {
        return false;
    }
    // Remarks stand in document order.
    let remarks = &entry.listing.remarks;
    let next = remarks.partition_point(|remark| remark.span.start < field.value.start);
    let remarked = || remarks.get(next).is_some_and(|remark| field.value.contains(remark.span.start));
    match field.kind {
        FieldKind::Description | FieldKind::Outcome | FieldKind::Other => true,
        FieldKind::Difficulty | FieldKind::Size => field.value.of(entry.text()).lines().count() > 1,
        FieldKind::Skills => entry.proposal.skills.is_empty(),
        FieldKind::Mentors => entry.proposal.mentors.is_empty() || remarked(),
        FieldKind::Upstream => has_words_beside_links(entry, field, &entry.proposal.upstream),
        FieldKind::Apply => has_words_beside_links(entry, field, entry.proposal.apply.as_slice()),
    }
}

fn has_words_beside_links(entry: Entry<'_>, field: &Field, links: &[Link]) -> bool {
    let mut at = field.value.start;
    let mut between = String::new();
    for link in links.iter().filter(|link| field.value.contains(link.span.start)) {
        between.push_str(&entry.text()[at..link.span.start.max(at)]);
        at = link.span.end.min(field.value.end).max(at);
    }
    between.push_str(&entry.text()[at..field.value.end]);
    between.chars().any(char::is_alphanumeric)
}
