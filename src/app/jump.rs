//! Jumps: to a field of the proposal, from the palette.

use super::action::Action;
use super::picker::{Choice, MenuItem};
use super::state::{Pane, State};
use crate::model::{Entry, FieldKind};

/// The fields that can be jumped to, by the names that everybody knows them by.
const JUMPS: [(FieldKind, &str); 5] = [
    (FieldKind::Description, "Description"),
    (FieldKind::Outcome, "Outcome"),
    (FieldKind::Skills, "Skills"),
    (FieldKind::Mentors, "Mentors"),
    (FieldKind::Upstream, "Upstream"),
];

/// The jumps that a proposal offers.
pub(super) fn items(entry: Entry<'_>) -> impl Iterator<Item = MenuItem> {
    let there = JUMPS.into_iter().filter(move |&(kind, _)| is_there(entry, kind));
    there.map(|(kind, name)| MenuItem {
        name: format!("go to {name}: in the detail"),
        note: String::new(),
        keywords: "",
        choice: Choice::Run(Action::Jump(kind)),
    })
}

/// Goes to a field; the next frame knows where that is.
pub(super) fn jump(state: &mut State, kind: FieldKind) {
    state.pane = Pane::Detail;
    state.detail.jump = Some(kind);
}

fn is_there(entry: Entry<'_>, kind: FieldKind) -> bool {
    let proposal = entry.proposal;
    let is_fact = match kind {
        FieldKind::Skills => !proposal.skills.is_empty(),
        FieldKind::Mentors => !proposal.mentors.is_empty(),
        FieldKind::Upstream => !proposal.upstream.is_empty(),
        _ => false,
    };
    is_fact || proposal.fields_of(kind).any(|field| !field.value.is_empty())
}
