//! `export`: proposals for other programs, as Markdown, JSON, JSON Lines or CSV.

#![expect(clippy::disallowed_methods, reason = "what lies at the place to write to is looked at")]

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::args::{Export, ExportFormat};
use super::catalog::Loaded;
use super::failure::Failure;
use super::notes::Notes;
use super::select::Selection;
use super::setup::Setup;
use super::{Status, catalog, csv, json, list};
use crate::export::template::{self, Template};
use crate::model::Catalog;
use crate::search::Profile;
use crate::store;

/// Exports what fits. What was not found is said after what there is to write.
pub(super) fn run(
    export: &Export,
    setup: &Setup,
    out: &mut impl Write,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let Loaded { catalog, .. } = catalog::load(&export.paths, &setup.settings, notes)?;
    let selection = Selection { filter: export.filter.as_deref(), sort: export.sorting.sort() };
    let profile = &setup.configuration.profile;
    let chosen = list::choose(&catalog, selection, profile, notes)?;
    match export.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => write(out, &catalog, &chosen, profile, export.format)?,
        Some(path) => write_file(path, |out| write(out, &catalog, &chosen, profile, export.format))?,
    }
    list::expect_some(&catalog, selection.filter(), profile, &chosen)
}

/// Writes proposals in a format.
pub(super) fn write(
    out: &mut impl Write,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
    format: ExportFormat,
) -> io::Result<()> {
    match format {
        ExportFormat::Markdown => {
            let entries = chosen.iter().filter_map(|&index| catalog.get(index));
            out.write_all(template::heading(entries).as_bytes())?;
            write_markdown(out, catalog, chosen)
        }
        ExportFormat::Json => json::write(out, catalog, chosen, profile),
        ExportFormat::Jsonl => json::write_lines(out, catalog, chosen, profile),
        ExportFormat::Csv => csv::write(out, catalog, chosen),
    }
}

/// Writes proposals in the canonical template, as parts of a document.
pub(super) fn write_markdown(out: &mut impl Write, catalog: &Catalog, chosen: &[usize]) -> io::Result<()> {
    let mut template = Template::default();
    for entry in chosen.iter().filter_map(|&index| catalog.get(index)) {
        out.write_all(template.next(entry).as_bytes())?;
    }
    Ok(())
}

/// Writes to a file: as a whole, or not at all. What is no file (`/dev/null`, a pipe) is written to
/// as it is.
fn write_file(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed =
        |why: &dyn Display| Failure::could_not_run(format!("cannot write {}: {why}", path.display()));
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(failed(&"it is a directory").with_hint("name a file in it"));
    }
    if path.file_name().is_none() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        return Err(failed(&"that is not the name of a file"));
    }
    let written = if there.is_some_and(|there| !there.is_file()) {
        OpenOptions::new().write(true).open(path).and_then(|file| {
            let mut out = BufWriter::new(file);
            write(&mut out)?;
            out.flush()
        })
    } else {
        store::replace(path, write)
    };
    written.map_err(|error| failed(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::fixtures;

    #[test]
    fn each_format_writes_the_chosen_ones_in_order() {
        let catalog = fixtures::catalog(&["One", "Two", "Three"]);
        let written = |format| {
            let mut out = Vec::new();
            write(&mut out, &catalog, &[2, 0], &Profile::default(), format).unwrap();
            String::from_utf8(out).unwrap()
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
