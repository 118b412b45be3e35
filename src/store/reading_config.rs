//! How listings are read: the table `[reading]` of a project's `mentor-tui.toml`, and those of a user's
//! configuration, where each is about one path or address.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::config_file::{ConfigFile, MAX_BYTES, Table};
use crate::files::{self, FileError};
use crate::model::{LABEL_MEANINGS, ReadingSettings, Unit};

/// Reads the table of a project's file, and complaints about it alone. `name` is the name of the file in
/// complaints.
///
/// # Errors
///
/// When it is no regular file, cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<(ReadingSettings, Vec<String>), FileError> {
    files::read_text(path, MAX_BYTES).map(|text| parse(&text, name))
}

/// Parses the table of a project's file, and gives complaints about it alone.
pub fn parse(text: &str, name: &str) -> (ReadingSettings, Vec<String>) {
    let mut file = ConfigFile::parse(text, name);
    let settings = take(&mut file);
    (settings, file.finish_taken())
}

/// Takes the table of a project's file.
pub(super) fn take(file: &mut ConfigFile<'_>) -> ReadingSettings {
    let mut table = file.table("reading");
    let unit = file.value(&mut table, "unit", "a word, as \"h3\"");
    let labels = file.value(&mut table, "labels", "a table, as { \"What you need\" = \"skills\" }");
    file.finish_table(&table);
    settings(file, unit, labels.unwrap_or_default())
}

/// The settings of one path or address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    unit: Option<Spanned<String>>,
    #[serde(default)]
    labels: BTreeMap<String, Spanned<String>>,
}

/// Takes the tables of a user's configuration: (path or address, settings).
pub(super) fn take_keyed(file: &mut ConfigFile<'_>) -> Vec<(String, ReadingSettings)> {
    let mut table: Table<'_> = file.table("reading");
    let mut all = Vec::new();
    for key in table.keys() {
        let expected = "a table, as { unit = \"h3\", labels = { \"What you need\" = \"skills\" } }";
        if let Some(Entry { unit, labels }) = file.value(&mut table, &key, expected) {
            let settings = settings(file, unit, labels);
            all.push((key, settings));
        }
    }
    all
}

/// The settings of words; a word that means nothing is a complaint with what is allowed.
fn settings(
    file: &mut ConfigFile<'_>,
    unit: Option<Spanned<String>>,
    labels: BTreeMap<String, Spanned<String>>,
) -> ReadingSettings {
    let mut settings = ReadingSettings::default();
    if let Some(word) = unit {
        settings.unit = Unit::named(word.as_ref());
        if settings.unit.is_none() {
            let known: Vec<&str> = Unit::NAMED.iter().map(|(name, _)| *name).collect();
            file.complain_word(&word, "unit", &known);
        }
    }
    for (label, word) in labels {
        match LABEL_MEANINGS.iter().find(|meaning| *meaning == word.as_ref()) {
            Some(meaning) => settings.labels.push((label, meaning)),
            None => file.complain_word(&word, &format!("labels.{label:?}"), &LABEL_MEANINGS),
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_and_labels_are_taken_and_other_tables_are_none_of_its_business() {
        let (settings, complaints) = parse(
            "[check]\nselct = 1\n[reading]\nunit = \"h3\"\n[reading.labels]\n\"Gear you need\" = \"skills\"\n",
            "x",
        );
        assert_eq!(settings.unit, Some(Unit::Heading(3)));
        assert_eq!(settings.labels, [("Gear you need".to_owned(), "skills")]);
        assert_eq!(complaints, [""; 0]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_what_is_allowed() {
        let (settings, complaints) = parse(
            "[reading]\nunit = \"heading\"\nunits = 1\n[reading.labels]\n\"Gear\" = \"skill\"\n\"Who\" = \"mentors\"\n",
            "mentor-tui.toml",
        );
        assert_eq!(settings.labels, [("Who".to_owned(), "mentors")]);
        assert_eq!(
            complaints,
            [
                "mentor-tui.toml:2:8: reading: unit is \"heading\", so it is ignored; it may be h1, h2, h3, h4, \
                 h5, h6, bold, item, row, document",
                "mentor-tui.toml:3:1: nothing is called reading.units, so it is ignored; did you mean reading.unit?",
                "mentor-tui.toml:5:10: reading: labels.\"Gear\" is \"skill\", so it is ignored; did you mean skills?",
            ]
        );
        let (_, complaints) = parse("[reading]\nlabels = { \"Gear\" = 1 }\n", "x");
        assert_eq!(
            complaints,
            ["x:2:21: reading.labels must be a table, as { \"What you need\" = \"skills\" }; ignored"]
        );
    }
}
