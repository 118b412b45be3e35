//! The table `[shortlist]`: how many applications a programme takes at a time.

use std::collections::BTreeMap;

use super::config_file::ConfigFile;
use super::settings::shortlist::SLOTS;

/// Takes the table out of a file: (programme, number), 0 for any number.
pub(super) fn take(file: &mut ConfigFile<'_>) -> Vec<(String, usize)> {
    let mut table = file.table(SLOTS.table);
    let slots: Option<BTreeMap<String, usize>> = file.setting(&mut table, &SLOTS);
    file.finish_table(&table);
    slots.into_iter().flatten().collect()
}
