//! Keys of a configuration: what they make of the default table, and what is wrong with them.
//!
//! A key of a configuration takes its place from the default one. Two actions for one key in one place are a conflict:
//! the more particular table wins, then the earlier line, and a complaint names both lines.

use std::collections::BTreeMap;

use super::binding::{Binding, Focus};
use super::key::Key;
use super::table::BINDINGS;
use crate::app::action::Action;

/// A line of a configuration: the keys of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRequest {
    /// The place where they count; `None` for all places that know the action.
    pub focus: Option<Focus>,
    /// The name of the action.
    pub action: String,
    /// The keys as written, each with its file, line and column; none takes all keys away.
    pub keys: Vec<(String, String)>,
    /// File, line and column of the action.
    pub place: String,
}

/// A key that was asked for, and where that is written.
struct Asked<'r> {
    key: Key,
    place: &'r str,
}

/// The keys that a configuration gives an action at a place.
struct Given<'r> {
    focus: Focus,
    action: &'static str,
    keys: Vec<Asked<'r>>,
    request: &'r KeyRequest,
}

/// The rows of the default table as a configuration changes them, and the complaints about it.
pub(super) fn apply(requests: &[KeyRequest]) -> (Vec<Binding>, Vec<String>) {
    let mut complaints = Vec::new();
    // The particular tables first: what they say counts, whatever is said for all places.
    let (particular, general): (Vec<_>, Vec<_>) =
        requests.iter().partition(|request| request.focus.is_some());
    let mut given: Vec<Given<'_>> = Vec::new();
    for request in particular.into_iter().chain(general) {
        for more in understood(request, &mut complaints) {
            if !given.iter().any(|known| (known.focus, known.action) == (more.focus, more.action)) {
                given.push(more);
            }
        }
    }
    settle(&mut given, &mut complaints);
    let mut rows = BINDINGS.iter().flat_map(|row| changed(row, &given)).collect::<Vec<_>>();
    drop_repeated(&mut rows);
    complain_of_lost(&rows, &given, &mut complaints);
    keep_way_out(&mut rows, &mut complaints);
    let copy = rows.iter().find(|row| row.action == Action::ShowCopyMenu).and_then(|row| row.keys.first());
    let copy = copy.copied();
    for row in rows.iter_mut().filter(|row| row.after.is_some()) {
        row.after = copy;
    }
    (rows, complaints)
}

/// The places that know an action, in their order.
fn places(action: &str) -> impl Iterator<Item = Focus> {
    let knows = move |focus: Focus| {
        BINDINGS.iter().any(|row| row.action_id() == action && row.focus.contains(&focus))
    };
    Focus::ALL.iter().copied().filter(move |focus| knows(*focus))
}

/// The bindings that a request gives at each place where it counts.
fn understood<'r>(request: &'r KeyRequest, complaints: &mut Vec<String>) -> Vec<Given<'r>> {
    let mut keys = Vec::new();
    for (written, place) in &request.keys {
        match Key::parse(written) {
            Ok(key) if keys.iter().all(|(known, _)| *known != key) => keys.push((key, place.as_str())),
            Ok(_) => {}
            Err(why) => complaints.push(format!("{place}: keys: {why}; ignored")),
        }
    }
    if keys.is_empty() && !request.keys.is_empty() {
        return Vec::new();
    }
    let known: Vec<Focus> = places(&request.action).collect();
    let Some(row) = BINDINGS.iter().find(|row| row.action_id() == request.action) else { return Vec::new() };
    if let Some(focus) = request.focus.filter(|focus| !known.contains(focus)) {
        let known = known.iter().map(|focus| focus.name()).collect::<Vec<_>>().join(", ");
        let (place, action, focus) = (&request.place, &request.action, focus.name());
        complaints.push(format!("{place}: keys.{focus}: {action} does nothing there; it counts in {known}"));
        return Vec::new();
    }
    let wanted = known.into_iter().filter(|focus| request.focus.is_none_or(|asked| asked == *focus));
    let mut given = Vec::new();
    for focus in wanted {
        let counts = |key: &Key| !focus.takes_characters() || key.character().is_none();
        let (taken, text): (Vec<_>, Vec<_>) = keys.iter().copied().partition(|(key, _)| counts(key));
        if request.focus.is_some() {
            complaints.extend(text.iter().map(|(key, place)| {
                format!("{place}: keys.{}: {:?} is text there; ignored", focus.name(), key.written())
            }));
        }
        // Where characters are text, the default stays if nothing but characters was asked for.
        if taken.is_empty() && !text.is_empty() {
            continue;
        }
        let keys = taken.into_iter().map(|(key, place)| Asked { key, place }).collect();
        given.push(Given { focus, action: row.action_id(), keys, request });
    }
    given
}

/// Takes each key from all actions but the first at a place, and names both lines.
fn settle(given: &mut [Given<'_>], complaints: &mut Vec<String>) {
    let mut taken: BTreeMap<(&str, String), (&'static str, String)> = BTreeMap::new();
    let mut conflicts: Vec<(String, Vec<&str>)> = Vec::new();
    for more in given {
        let (focus, action) = (more.focus.name(), more.action);
        more.keys.retain(|asked| {
            let written = asked.key.written();
            let Some((first, at)) = taken.get(&(focus, written.clone())) else {
                taken.insert((focus, written), (action, asked.place.to_owned()));
                return true;
            };
            let sentence = format!(
                "{}: keys: {written:?} for {action} is for {first} already ({at}); it stays with {first} in ",
                asked.place
            );
            match conflicts.iter_mut().find(|(known, _)| *known == sentence) {
                Some((_, places)) => places.push(focus),
                None => conflicts.push((sentence, vec![focus])),
            }
            false
        });
    }
    complaints.extend(conflicts.into_iter().map(|(sentence, places)| sentence + &places.join(", ")));
}

/// The rows that a row of the default table becomes: one for each set of keys that its places have now.
fn changed(row: &Binding, given: &[Given<'_>]) -> Vec<Binding> {
    let mut rows: Vec<Binding> = Vec::new();
    for &focus in &row.focus {
        let here = given.iter().filter(|given| given.focus == focus);
        let own = here.clone().find(|given| given.action == row.action_id());
        let keys: Vec<Key> = if let Some(given) = own {
            given.keys.iter().map(|asked| asked.key).collect()
        } else {
            let is_asked =
                |key: &Key| here.clone().any(|given| given.keys.iter().any(|asked| asked.key == *key));
            row.keys.iter().filter(|key| !is_asked(key)).copied().collect()
        };
        match rows.iter_mut().find(|known| known.keys == keys) {
            Some(known) => known.focus.push(focus),
            None => rows.push(Binding { keys, focus: vec![focus], ..row.clone() }),
        }
    }
    rows
}

/// Two rows of the default table with one action are one, where a configuration gives both the same keys.
fn drop_repeated(rows: &mut Vec<Binding>) {
    for at in 1..rows.len() {
        let (before, rest) = rows.split_at_mut(at);
        let Some(row) = rest.first_mut() else { return };
        let is_known = |focus: &Focus| {
            let same = before.iter().filter(|known| known.action == row.action && known.keys == row.keys);
            same.into_iter().any(|known| known.focus.contains(focus))
        };
        row.focus = row.focus.iter().filter(|focus| !is_known(focus)).copied().collect();
    }
    rows.retain(|row| !row.focus.is_empty());
}

/// Complains of actions that no line is about and that have lost their last key.
fn complain_of_lost(rows: &[Binding], given: &[Given<'_>], complaints: &mut Vec<String>) {
    let mut lost: Vec<(String, Vec<&str>)> = Vec::new();
    for default in BINDINGS.iter() {
        let action = default.action_id();
        for &focus in &default.focus {
            let has_key = |row: &Binding| {
                row.action_id() == action && row.focus.contains(&focus) && !row.keys.is_empty()
            };
            let here = || given.iter().filter(move |given| given.focus == focus);
            if rows.iter().any(has_key) || here().any(|given| given.action == action) {
                continue;
            }
            let taker = here().find(|given| given.keys.iter().any(|asked| default.keys.contains(&asked.key)));
            let Some(taker) = taker else { continue };
            let sentence = format!(
                "{}: keys: {} takes the only key of {action}, which needs another, or {action} = [], in ",
                taker.request.place, taker.action
            );
            match lost.iter_mut().find(|(known, _)| *known == sentence) {
                Some((_, places)) if places.contains(&focus.name()) => {}
                Some((_, places)) => places.push(focus.name()),
                None => lost.push((sentence, vec![focus.name()])),
            }
        }
    }
    complaints.extend(lost.into_iter().map(|(sentence, places)| sentence + &places.join(", ")));
}

/// Whoever takes all ways out away gets one back.
fn keep_way_out(rows: &mut Vec<Binding>, complaints: &mut Vec<String>) {
    let leads_out = |action| matches!(action, Action::Back | Action::Close | Action::Quit);
    let is_shut = |focus: &Focus| {
        let mut here = rows.iter().filter(|row| row.focus.contains(focus) && leads_out(row.action));
        here.all(|row| row.keys.is_empty())
    };
    let shut: Vec<Focus> = Focus::ALL.iter().copied().filter(is_shut).collect();
    let Some(quit) = BINDINGS.iter().find(|row| row.action == Action::Quit).filter(|_| !shut.is_empty())
    else {
        return;
    };
    for row in rows.iter_mut().filter(|row| row.focus.iter().any(|focus| shut.contains(focus))) {
        row.keys.retain(|key| !quit.keys.contains(key));
    }
    let names = shut.iter().map(|focus| focus.name()).collect::<Vec<_>>().join(", ");
    let keys = quit.key_names();
    complaints.push(format!("keys: no key leads out of {names}, so {keys} stays with {}", quit.action_id()));
    rows.push(Binding { focus: shut, ..quit.clone() });
}
