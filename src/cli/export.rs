//! `export`: proposals for other programs, as Markdown, JSON, JSON Lines or CSV.

use std::io;

use super::args::{Export, ExportFormat};
use super::catalog::Loaded;
use super::failure::Failure;
use super::notes::Notes;
use super::output::{self, Out};
use super::select::Selection;
use super::setup::Setup;
use super::{Status, catalog, csv, json, list};
use crate::export::template::{self, Template};
use crate::model::Catalog;
use crate::search::Profile;

/// Exports what fits. What was not found is said after what there is to write.
pub(super) fn run(
    export: &Export,
    setup: &Setup,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let Loaded { catalog, .. } = catalog::load(&export.paths, &setup.settings, notes)?;
    let selection = Selection { filter: export.filter.as_deref(), sort: export.sorting.sort() };
    let profile = &setup.configuration.profile;
    let chosen = list::choose(&catalog, selection, profile, notes)?;
    match export.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => write(out, &catalog, &chosen, profile, export.format)?,
        Some(path) => output::write_file(path, |out| write(out, &catalog, &chosen, profile, export.format))?,
    }
    list::expect_some(&catalog, selection.filter(), profile, &chosen)
}

/// Writes proposals in a format.
pub(super) fn write(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
    format: ExportFormat,
) -> io::Result<()> {
    match format {
        ExportFormat::Markdown => {
            let entries = chosen.iter().filter_map(|&index| catalog.get(index));
            out.lines(&template::heading(entries))?;
            write_markdown(out, catalog, chosen)
        }
        ExportFormat::Json => json::write(out, catalog, chosen, profile),
        ExportFormat::Jsonl => json::write_lines(out, catalog, chosen, profile),
        ExportFormat::Csv => csv::write(out, catalog, chosen),
    }
}

/// Writes proposals in the canonical template, as parts of a document.
pub(super) fn write_markdown(out: &mut Out<'_>, catalog: &Catalog, chosen: &[usize]) -> io::Result<()> {
    let mut template = Template::default();
    for entry in chosen.iter().filter_map(|&index| catalog.get(index)) {
        out.lines(&template.next(entry))?;
    }
    out.lines(&template.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::fixtures;

    #[test]
    fn each_format_writes_the_chosen_ones_in_order() {
        let catalog = fixtures::catalog(&["One", "Two", "Three"]);
        let written = |format| {
            let write = |out: &mut Out<'_>| write(out, &catalog, &[2, 0], &Profile::default(), format);
            output::gathered(false, write).unwrap().into_string()
        };
        let spare = "\n\n- Description:\n- Mentor(s):\n";
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
