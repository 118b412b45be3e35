//! The table `[keys]`: the keys of actions, for all places and, in tables below it, for single places.
//!
//! Only its form is known here: which actions, places and keys there are is known to the screen.

use toml::Spanned;
use toml::de::DeValue;

use super::config_file::{ConfigFile, LocatedString};
use super::settings::KEYS;

/// The keys of an action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyLine {
    /// The name of the place where they count; `None` for all places.
    pub context: Option<LocatedString>,
    /// The name of the action.
    pub action: LocatedString,
    /// The names of the keys; none takes all away.
    pub keys: Vec<LocatedString>,
}

/// Takes the table out of a file: its lines in the order of the text.
pub(super) fn take(file: &mut ConfigFile<'_>) -> Vec<KeyLine> {
    let mut table = file.table(KEYS.table);
    let mut lines = Vec::new();
    for (name, value) in file.all(&mut table) {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(below) => {
                let mut below: Vec<_> = below.into_iter().collect();
                below.sort_by_key(|(key, _)| key.span().start);
                for (key, value) in below {
                    let action = file.located_at(key.get_ref(), key.span().start);
                    lines.extend(line(file, Some(name.clone()), action, value));
                }
            }
            value => lines.extend(line(file, None, name, Spanned::new(span, value))),
        }
    }
    lines
}

/// A line, or `None` with a complaint where its value is no key, no list of keys and not false.
fn line(
    file: &mut ConfigFile<'_>,
    context: Option<LocatedString>,
    action: LocatedString,
    value: Spanned<DeValue<'_>>,
) -> Option<KeyLine> {
    let at = value.span().start;
    let keys = match value.into_inner() {
        DeValue::String(key) => Some(vec![file.located_at(&key, at)]),
        DeValue::Boolean(false) => Some(Vec::new()),
        DeValue::Array(keys) => {
            let keys = keys.into_iter().map(|key| match key.get_ref() {
                DeValue::String(text) => Some(file.located_at(text, key.span().start)),
                _ => None,
            });
            keys.collect()
        }
        _ => None,
    };
    if keys.is_none() {
        let table = context.as_ref().map(|context| format!("{}.", context.text)).unwrap_or_default();
        let (name, expected) = (&action.text, KEYS.expected());
        file.complain(at, &format!("keys.{table}{name} must be {expected}, as [\"x\", \"ctrl-x\"]; ignored"));
    }
    Some(KeyLine { context, action, keys: keys? })
}
