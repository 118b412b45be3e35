//! The table `[saved-filters]`: filters with names.

use toml::de::DeValue;

use super::config_file::{ConfigFile, LocatedString};
use super::settings::SAVED_FILTERS;

/// Takes the table out of a file, in the order of the text.
pub(super) fn take(file: &mut ConfigFile<'_>) -> Vec<(LocatedString, String)> {
    let mut table = file.table(SAVED_FILTERS.table);
    let mut filters = Vec::new();
    for (name, value) in file.all(&mut table) {
        let at = value.span().start;
        if let DeValue::String(filter) = value.into_inner() {
            filters.push((name, filter.into_owned()));
        } else {
            let (table, name) = (SAVED_FILTERS.table, &name.text);
            file.complain(at, &format!("{table}.{name} must be a filter, as \"skill:rust\"; ignored"));
        }
    }
    filters
}
