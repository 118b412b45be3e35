//! The default keys as lines of a configuration: for all places where most have the same keys, for single places where
//! they differ.

use crate::app::keymap::{BINDINGS, Binding, Focus, Key};

/// A line of the table `[keys]`, or of one below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DefaultLine {
    /// The place where it counts; `None` for all that have no line of their own.
    pub(super) focus: Option<Focus>,
    /// The name of the action.
    pub(super) action: &'static str,
    /// The keys as a configuration writes them.
    pub(super) keys: Vec<String>,
    /// The action in a few words, as the help shows it.
    pub(super) about: String,
}

/// The lines that say what the default keys are.
pub(super) fn default_lines() -> Vec<DefaultLine> {
    let mut actions: Vec<&'static str> = Vec::new();
    for binding in BINDINGS.iter() {
        if !actions.contains(&binding.action_id()) {
            actions.push(binding.action_id());
        }
    }
    actions.into_iter().flat_map(lines).collect()
}

/// The rows of an action at a place, or at all places.
fn rows(action: &str, focus: Option<Focus>) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |row| row.action_id() == action && focus.is_none_or(|focus| row.focus.contains(&focus)))
}

fn lines(action: &'static str) -> Vec<DefaultLine> {
    // (keys, places), the places in their order.
    let mut sets: Vec<(Vec<Key>, Vec<Focus>)> = Vec::new();
    let has_key = rows(action, None).any(|row| !row.keys.is_empty());
    for &focus in Focus::ALL {
        let mut keys: Vec<Key> = Vec::new();
        for key in rows(action, Some(focus)).flat_map(|row| row.keys.iter().copied()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        // An action that is among the commands only has a line, too: it can be given a key.
        let is_listed = !has_key && rows(action, Some(focus)).next().is_some();
        if keys.is_empty() && !is_listed {
            continue;
        }
        match sets.iter_mut().find(|(known, _)| *known == keys) {
            Some((_, places)) => places.push(focus),
            None => sets.push((keys, vec![focus])),
        }
    }
    // The first of those that count in the most places.
    let most = sets.iter().map(|(_, places)| places.len()).max().unwrap_or(0);
    let general = sets.iter().position(|(_, places)| places.len() == most);
    let line = |keys: &[Key], focus: Option<Focus>, place: Focus| DefaultLine {
        focus,
        action,
        keys: keys.iter().map(|key| key.written()).collect(),
        about: rows(action, Some(place))
            .next()
            .map(|row| format!("{}: {}", row.name, row.help))
            .unwrap_or_default(),
    };
    let all = sets.iter().enumerate().flat_map(|(at, (keys, places))| {
        let is_general = general == Some(at);
        let places = if is_general { &places[..1] } else { places.as_slice() };
        places.iter().map(move |place| line(keys, (!is_general).then_some(*place), *place))
    });
    let mut all: Vec<DefaultLine> = all.collect();
    all.sort_by_key(|line| line.focus.is_some());
    all
}

/// The names of the actions that count at a place, each once.
pub(super) fn actions(focus: Focus) -> impl Iterator<Item = &'static str> {
    let here = BINDINGS.iter().filter(move |row| row.focus.contains(&focus));
    here.map(Binding::action_id).collect::<std::collections::BTreeSet<_>>().into_iter()
}
