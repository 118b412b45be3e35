//! `check --fix`: fixes made in files, or shown as a diff.

use super::scope;
use crate::check::fix::{self, Fixed};
use crate::check::{self, Applicability};
use crate::cli::args::check::CheckArgs;
use crate::cli::error::CliError;
use crate::cli::messages::Messages;
use crate::model::{Catalog, counted, safe};
use crate::store::write_back::{self, WriteBackError};
use crate::write::output::Out;

/// Applies the fixes to every file of a catalog, or with `--diff` prints them. Returns whether there were any.
pub(super) fn apply(
    catalog: &Catalog,
    settings: &check::Settings,
    typed: &CheckArgs,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<bool, CliError> {
    let base = scope::base(catalog, typed)?;
    let most = if typed.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
    let mut changed = false;
    let mut count = 0;
    for listing in catalog.listings() {
        let document = &listing.document;
        if fix::merge_mark(document.text()).is_some() {
            messages.warn(&format!(
                "{} was not fixed: it has the marks of an unfinished merge",
                document.origin()
            ));
        }
        let wanted = |catalog: &Catalog, found| scope::scoped(catalog, found, typed, base.as_ref());
        let fixed = fix::apply_all(document, settings, most, wanted)?;
        let Fixed { text, count: made, .. } = &fixed;
        if text == document.text() {
            continue;
        }
        if typed.diff {
            // A name with a line end in it would begin a line of the diff.
            let name = safe(&document.origin().to_string()).into_owned();
            out.lines(&fixed.unified_diff(document.text(), &name))?;
        } else if let Err(why) = write_back::write(document, text) {
            let again = if matches!(why, WriteBackError::Changed) { "; run the check again" } else { "" };
            messages.missing(&format!("{} was not fixed: {why}{again}", document.origin()));
            continue;
        }
        (changed, count) = (true, count + made);
    }
    if !typed.diff && count > 0 {
        messages.info(&format!("fixed {}", counted(count, "problem")));
    }
    Ok(changed)
}
