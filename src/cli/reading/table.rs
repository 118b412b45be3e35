//! The table `[reading]` that states how documents were read, to start from.

use std::collections::BTreeSet;

use super::shown::shown;
use crate::model::{LABEL_MEANINGS, Listing, Reason, Unit, counted};

/// The table as TOML with comments; `None` where nothing was read that it could state.
pub(super) fn of<'a>(listings: impl Iterator<Item = &'a Listing>) -> Option<String> {
    let (mut units, mut known, mut unknown): (Vec<(Unit, usize)>, Vec<String>, Vec<String>) =
        Default::default();
    let mut seen = BTreeSet::new();
    for listing in listings {
        for &(unit, count) in listing.reading.units.iter().filter(|(unit, _)| *unit != Unit::Program) {
            match units.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, sum)) => *sum += count,
                None => units.push((unit, count)),
            }
        }
        for label in &listing.reading.labels {
            let words = shown(listing, label.label);
            if words.ends_with('…') || !seen.insert(words.to_lowercase()) {
                continue;
            }
            let meaning = label.meaning.filter(|meaning| LABEL_MEANINGS.contains(meaning));
            match meaning {
                Some(meaning) => {
                    known.push(format!("{} = {meaning:?}{}\n", quoted(&words), why(label.reason)));
                }
                None if label.meaning.is_none() => {
                    unknown.push(format!("# {} = \"other\"  # not known\n", quoted(&words)));
                }
                None => {}
            }
        }
    }
    units.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let (unit, _) = *units.first()?;
    let mut table = format!(
        "# To correct this, put it into mentor-tui.toml beside the document and change what is wrong.\n\
         [reading]\n# Each proposal is one of: {}.\n",
        Unit::NAMED.map(|(name, _)| name).join(", ")
    );
    for &(other, count) in &units[1..] {
        table += &format!(
            "# This unit leaves out {} of the unit {:?}.\n",
            counted(count, "proposal"),
            other.name()
        );
    }
    table += &format!("unit = {:?}\n", unit.name());
    if !known.is_empty() || !unknown.is_empty() {
        table += &format!("\n[reading.labels]\n# Each label means one of: {}.\n", LABEL_MEANINGS.join(", "));
        table.extend(known);
        table.extend(unknown);
    }
    Some(table)
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Values => "  # by its values",
        Reason::Words | Reason::Configured | Reason::Unknown => "",
    }
}

/// A text as a key of TOML.
fn quoted(words: &str) -> String {
    // A string of JSON is one of TOML, too.
    serde_json::Value::from(words).to_string().replace('\u{7f}', "")
}
