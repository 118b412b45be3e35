//! Mending: fixes made in files, or shown as a diff.

use similar::TextDiff;

use super::base::Base;
use super::scope;
use crate::check::{self, Applicability, fix};
use crate::cli::args::check::Check;
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::cli::output::Out;
use crate::model::{Catalog, Document, Listing, Proposal, safe};
use crate::parse;
use crate::store::mended::{self, Unmended};

/// After so many rounds what a fix uncovers is left to the next run.
const PASSES: usize = 3;

/// Mends every file of a catalog, or prints what would change. Tells whether anything did.
pub(super) fn mend(
    catalog: &Catalog,
    settings: &check::Settings,
    typed: &Check,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<bool, Failure> {
    let base = super::base(catalog, typed)?;
    let mut changed = false;
    let mut count = 0;
    for listing in catalog.listings() {
        let document = &listing.document;
        if fix::merge_marks(document.text()).is_some() {
            notes.remark(&format!("{} was not mended: a merge was not finished in it", document.origin()));
        }
        let (text, made) = mended(listing, settings, typed, base.as_ref())?;
        if text == document.text() {
            continue;
        }
        if typed.diff {
            // A name with a line end in it would begin a line of the diff.
            let name = safe(&document.origin().to_string()).into_owned();
            let diff = TextDiff::from_lines(document.text(), &text);
            out.lines(&diff.unified_diff().header(&name, &name).to_string())?;
        } else if let Err(why) = mended::write(document, &text) {
            let again = if matches!(why, Unmended::Changed) { "; run the check again" } else { "" };
            notes.missing(&format!("{} was not mended: {why}{again}", document.origin()));
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
fn mended(
    listing: &Listing,
    settings: &check::Settings,
    typed: &Check,
    base: Option<&Base>,
) -> Result<(String, usize), Failure> {
    let most = if typed.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
    let origin = listing.document.origin().clone();
    let mut text = listing.document.text().to_owned();
    let mut count = 0;
    if !fix::may_mend(&listing.document) {
        return Ok((text, 0));
    }
    let reading =
        |text: &str| -> Vec<Proposal> { parse::parse(&Document::new(origin.clone(), text)).proposals };
    for _ in 0..PASSES {
        let listing = parse::listing(Document::new(origin.clone(), text.as_str()));
        let catalog = Catalog::new(vec![listing]);
        let found = scope::scoped(&catalog, check::run(&catalog, settings), typed, base)?;
        let fixed = fix::apply(&text, &found, most, &reading);
        if fixed.count == 0 || fixed.text == text {
            break;
        }
        (text, count) = (fixed.text, count + fixed.count);
    }
    Ok((text, count))
}
