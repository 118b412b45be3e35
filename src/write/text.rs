//! Proposals as plain text: a line each, or one of them whole.

use std::io;

use super::output::{self, Out, plain, quiet, strong};
use super::prose;
use crate::markdown::dedent::dedent;
use crate::markdown::glyphs::DASH;
use crate::model::{Catalog, Entry, Field, FieldKind};
use crate::search::glance::{self, Reader, place};
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
        let (number, place) = (format!("{}.", index + 1), place(entry.proposal));
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
    let facts = glance::facts(entry, Reader::new(profile));
    let labels = facts.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
    for (label, value) in &facts {
        let indent = labels + 2;
        let width = width.map(|width| width.saturating_sub(indent));
        for (at, line) in prose::wrapped(value, width).iter().enumerate() {
            let label = format!("{:labels$}", if at == 0 { label } else { "" });
            out.marked_line(&[quiet(&label), plain("  "), plain(line)])?;
        }
    }
    fields(out, entry, width)
}

/// A proposal as [`proposal`] writes it, in lines that can be sent as mail. `None` when it cannot be laid out.
pub(crate) fn short_lines(entry: Entry<'_>, profile: &Profile) -> Option<String> {
    let text = output::gathered(false, |out| proposal(out, entry, profile, Some(MAIL_WIDTH))).ok()?;
    Some(text.into_string())
}

/// Writes the fields of a proposal that its facts do not hold already, each below its label.
pub(crate) fn fields(out: &mut Out<'_>, entry: Entry<'_>, width: Option<usize>) -> io::Result<()> {
    for field in entry.proposal.fields.iter().filter(|field| !is_fact(entry, field)) {
        out.empty_line()?;
        if let Some(label) = label(entry, field) {
            out.marked_line(&[strong(label)])?;
        }
        prose::write(out, &dedent(entry.text(), field.value), &entry.listing.references, width)?;
    }
    Ok(())
}

/// Whether the facts say all that a field does.
fn is_fact(entry: Entry<'_>, field: &Field) -> bool {
    let proposal = entry.proposal;
    match field.kind {
        FieldKind::Skills => !proposal.skills.is_empty(),
        FieldKind::Mentors => !proposal.mentors.is_empty(),
        FieldKind::Upstream => !proposal.upstream.is_empty(),
        FieldKind::Apply => proposal.apply.is_some(),
        FieldKind::Difficulty => proposal.difficulty.is_some(),
        FieldKind::Size => proposal.size.is_some(),
        FieldKind::Description | FieldKind::Outcome | FieldKind::Other => false,
    }
}

/// The words above a field. Prose without a label is the description.
fn label<'a>(entry: Entry<'a>, field: &Field) -> Option<&'a str> {
    match field.label.of(entry.text()) {
        "" => (field.kind == FieldKind::Description).then_some("Description"),
        label => Some(label),
    }
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
        assert_eq!(written, "1. Nets — Harbour\t1/2 · missing rust\n2. Alone\tnames no skill\n");
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
