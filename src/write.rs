//! Proposals as text for other programs and for people: Markdown, JSON, JSON Lines, CSV, plain text, and the
//! command line that shows them.
//!
//! The command line prints these, and the screen copies them. All of them go through `output`, so that a
//! terminal obeys nothing that a listing says.

pub(crate) mod command_line;
mod csv;
pub(crate) mod diff;
pub(crate) mod file;
#[cfg(test)]
pub(crate) mod fixtures;
pub(crate) mod json;
pub mod markdown;
pub(crate) mod output;
pub(crate) mod prose;
pub(crate) mod shortlist;
pub(crate) mod text;

use std::io;
use std::path::Path;

use strum::{IntoStaticStr, VariantArray};

use crate::model::Catalog;
use crate::search::Profile;
use output::Out;

/// How proposals are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(crate) enum ExportFormat {
    /// One line each, with the number that `show` understands.
    Text,
    /// The canonical template.
    Markdown,
    /// One object that holds all of them.
    Json,
    /// One object a line.
    Jsonl,
    /// One row each, below a header.
    Csv,
}

impl ExportFormat {
    /// Every format.
    pub(crate) const ALL: &'static [Self] = Self::VARIANTS;

    /// The name by which users choose it.
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }

    /// The format that the ending of a file's name stands for, in capitals or not. `None` for other endings.
    pub(crate) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// Writes the proposals with the indices `chosen`, in that order.
pub(crate) fn proposals(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
    format: ExportFormat,
) -> io::Result<()> {
    match format {
        ExportFormat::Text => text::lines(out, catalog, chosen, profile),
        ExportFormat::Markdown => {
            let entries: Vec<_> = chosen.iter().filter_map(|&index| catalog.get(index)).collect();
            out.lines(&markdown::document(entries))
        }
        ExportFormat::Json => json::write(out, catalog, chosen, profile),
        ExportFormat::Jsonl => json::write_lines(out, catalog, chosen, profile),
        ExportFormat::Csv => csv::write(out, catalog, chosen),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_file_names_its_format() {
        for (name, format) in [
            ("a.CSV", Some(ExportFormat::Csv)),
            ("b/a.md", Some(ExportFormat::Markdown)),
            ("a.jsonl", Some(ExportFormat::Jsonl)),
            ("a.json", Some(ExportFormat::Json)),
            ("a.txt", None),
            ("csv", None),
        ] {
            assert_eq!(ExportFormat::of_file(Path::new(name)), format, "{name}");
        }
    }

    #[test]
    fn each_format_writes_the_chosen_ones_in_order() {
        let catalog = fixtures::catalog(&["One", "Two", "Three"]);
        let written = |format| {
            let write = |out: &mut Out<'_>| proposals(out, &catalog, &[2, 0], &Profile::default(), format);
            output::gathered(false, write).unwrap().into_string()
        };
        let spare = "\n\n- Description:\n- Mentor(s):\n";
        assert_eq!(written(ExportFormat::Text), "3. Three\n1. One\n");
        assert_eq!(written(ExportFormat::Markdown), format!("#### Three{spare}\n#### One{spare}"));
        let lines = written(ExportFormat::Jsonl);
        let titles: Vec<_> = lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["title"].clone())
            .collect();
        assert_eq!(titles, ["Three", "One"]);
        assert_eq!(
            format!("{{\"schema\":1,\"proposals\":[{}]}}\n", lines.trim().replace('\n', ",")),
            written(ExportFormat::Json)
        );
    }
}
