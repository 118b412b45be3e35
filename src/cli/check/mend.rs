//! Mending: fixes made in files, or shown as a diff.

use std::io::Write;
use std::path::Path;

use similar::TextDiff;

use super::scope;
use crate::check::{self, Applicability, fix};
use crate::cli::args::check::Check;
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::cli::output;
use crate::model::{Catalog, Document, Encoding, Listing, Origin, Proposal};
use crate::parse;
use crate::store::replace::{self, Refusal};

/// After so many rounds what a fix uncovers is left to the next run.
const PASSES: usize = 3;
/// The mark that some editors put before UTF-8.
const MARK: &str = "\u{feff}";

/// Mends every file of a catalog, or prints what would change. Tells whether anything did.
pub(super) fn mend(
    catalog: &Catalog,
    settings: &check::Settings,
    typed: &Check,
    out: &mut impl Write,
    notes: &mut Notes,
) -> Result<bool, Failure> {
    let mut changed = false;
    let mut count = 0;
    for listing in catalog.listings() {
        let document = &listing.document;
        let (text, made) = mended(listing, settings, typed)?;
        if text == document.text() {
            continue;
        }
        if typed.diff {
            let name = document.origin().to_string();
            let diff = TextDiff::from_lines(document.text(), &text);
            write_diff(out, &diff.unified_diff().header(&name, &name).to_string())?;
        } else if let Err(why) = write(document, &text) {
            notes.missing(&format!("{} was not mended: {why}", document.origin()));
            continue;
        }
        (changed, count) = (true, count + made);
    }
    if !typed.diff && count > 0 {
        notes.say(&format!("mended {count} {}", if count == 1 { "problem" } else { "problems" }));
    }
    Ok(changed)
}

/// The text of a listing with fixes made, and how many.
fn mended(listing: &Listing, settings: &check::Settings, typed: &Check) -> Result<(String, usize), Failure> {
    let most = if typed.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
    let origin = listing.document.origin().clone();
    let mut text = listing.document.text().to_owned();
    let mut count = 0;
    if !listing.document.anchors().is_empty() || fix::merge_marks(&text).is_some() {
        return Ok((text, 0));
    }
    let reading =
        |text: &str| -> Vec<Proposal> { parse::parse(&Document::new(origin.clone(), text)).proposals };
    for _ in 0..PASSES {
        let listing = parse::listing(Document::new(origin.clone(), text.as_str()));
        let catalog = Catalog::new(vec![listing]);
        let found = scope::scoped(&catalog, check::run(&catalog, settings), typed)?;
        let fixed = fix::apply(&text, &found, most, &reading);
        if fixed.count == 0 || fixed.text == text {
            break;
        }
        (text, count) = (fixed.text, count + fixed.count);
    }
    Ok((text, count))
}

/// Writes the new text of a document into its file.
fn write(document: &Document, text: &str) -> Result<(), String> {
    let Origin::File(path) = document.origin() else { return Err("it is no file".to_owned()) };
    let mark = match document.encoding() {
        Encoding::Utf8 => "",
        Encoding::Utf8WithMark => MARK,
        Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Latin1 => {
            return Err("it is not UTF-8".to_owned());
        }
    };
    let bytes = |text: &str| format!("{mark}{text}").into_bytes();
    replace(path, &bytes(document.text()), &bytes(text))
}

fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), String> {
    replace::replace_known(path, old, new).map_err(|refusal| match refusal {
        Refusal::Changed => "it changed since it was read; run the check again".to_owned(),
        Refusal::Failed(error) => error.to_string(),
    })
}

/// Writes a diff; what a line holds cannot speak to a terminal.
fn write_diff(out: &mut impl Write, diff: &str) -> Result<(), Failure> {
    for line in diff.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        write!(out, "{}{end}", output::safe(line))?;
    }
    Ok(())
}
