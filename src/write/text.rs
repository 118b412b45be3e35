//! Proposals as plain text: a line each, or one of them whole.

use std::io;

use super::output::{self, Out, plain, quiet, strong};
use super::prose;
use crate::markdown::dedent::dedent;
use crate::markdown::glyphs::DASH;
use crate::model::{Catalog, Entry};
use crate::page::facts::{self, Audience};
use crate::page::fields;
use crate::search::{Profile, fit, skills};

/// The most display cells of a line that can be sent as mail.
const MAIL_WIDTH: usize = 76;

/// Writes one line for each proposal: its number, title and project, and with a profile a tab and how it fits.
pub(crate) fn lines(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
) -> io::Result<()> {
    for &index in chosen {
        let Some(entry) = catalog.get(index) else { continue };
        let (number, place) = (format!("{}.", index + 1), entry.proposal.project_path());
        out.marked(&[quiet(&number), plain(" "), strong(&entry.proposal.title)]);
        if let Some(place) = place {
            out.marked(&[plain(" "), quiet(&format!("{}{place}", DASH.as_str().trim_start()))]);
        }
        if !profile.is_empty() {
            let fit = profile.fit(entry.proposal, &skills::wanted(&entry.proposal.skills));
            let words = fit::wordings(fit.as_ref());
            out.tab();
            out.marked(&[quiet(words.first().map_or("", String::as_str))]);
        }
        out.empty_line()?;
    }
    Ok(())
}

/// Writes a proposal: its title, its facts, then its fields. Lines have at most `width` display cells; without a
/// width, each paragraph is as the listing has it.
pub(crate) fn proposal(
    out: &mut Out<'_>,
    entry: Entry<'_>,
    profile: &Profile,
    width: Option<usize>,
) -> io::Result<()> {
    for line in prose::wrapped(&entry.proposal.title, width) {
        out.marked_line(&[strong(&line)])?;
    }
    let facts = facts::in_full(entry, Audience::new(profile));
    let labels = facts.iter().map(|(fact, _)| fact.label().len()).max().unwrap_or(0);
    for (fact, value) in &facts {
        let indent = labels + 2;
        let width = width.map(|width| width.saturating_sub(indent));
        for (at, line) in prose::wrapped(value, width).iter().enumerate() {
            let label = format!("{:labels$}", if at == 0 { fact.label() } else { "" });
            out.marked_line(&[quiet(&label), plain("  "), plain(line)])?;
        }
    }
    prose_of_fields(out, entry, width)
}

/// A proposal as [`proposal`] writes it, in lines that can be sent as mail. `None` when it cannot be laid out.
pub(crate) fn short_lines(entry: Entry<'_>, profile: &Profile) -> Option<String> {
    let text = output::gathered(false, |out| proposal(out, entry, profile, Some(MAIL_WIDTH))).ok()?;
    Some(text.into_string())
}

/// Writes the fields of a proposal that say more than its facts do, each below its name.
pub(crate) fn prose_of_fields(out: &mut Out<'_>, entry: Entry<'_>, width: Option<usize>) -> io::Result<()> {
    for field in entry.proposal.fields.iter().filter(|field| fields::says_more(entry, field)) {
        out.empty_line()?;
        out.marked_line(&[strong(fields::name(entry, field))])?;
        prose::write(out, &dedent(entry.text(), field.value), &entry.listing.references, width)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::fixtures;

    #[test]
    fn a_line_ends_with_a_tab_and_what_fits() {
        let nets = fixtures::of_project("Harbour", "Nets", &["Go", "Rust"]);
        let catalog = fixtures::listing("", vec![nets, fixtures::proposal("Alone")]);
        let profile = Profile::new(["golang"]);
        let (written, ()) = output::written(|out| lines(out, &catalog, &[0, 1], &profile).unwrap());
        assert_eq!(written, "1. Nets — Harbour\t1/2 · missing rust\n2. Alone\tno skills stated\n");
    }

    #[test]
    fn plain_text_has_every_word_and_its_addresses() {
        let catalog = fixtures::complete();
        let plain = short_lines(catalog.get(0).unwrap(), &Profile::default()).unwrap();
        assert!(plain.starts_with("Mend the net\nProject   Harbour / Docs\n"), "{plain}");
        assert!(
            plain.contains("https://example.org/net/1") && plain.contains("A net with holes."),
            "{plain}"
        );
    }
}
