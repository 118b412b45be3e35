//! The title of a proposal as LFX composes it, and how much room is left for the words.

use super::settings::Settings;
use super::template::Template;
use crate::model::{Listing, Proposal, Span};

/// The placeholder for an unknown term, which has the usual length of one.
const ANY_TERM: &str = "YYYY Term N";

/// How a title begins that is written as LFX has it.
const LEAD: &str = "CNCF - ";

/// A title as LFX composes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// All of it: `CNCF - <project>: <title> (<term>)`.
    pub whole: String,
    /// The line below the heading on which it is written so already.
    pub written: Option<Span>,
    /// Where the title itself begins in it, in bytes.
    pub start: usize,
    /// How many UTF-16 units it has.
    pub units: usize,
    /// How many units it may have.
    pub most: usize,
    /// How many of them are left for the title itself.
    pub budget: usize,
    /// How many the title itself has.
    pub used: usize,
}

/// The title of a proposal as LFX composes it; `None` when no project is known.
#[must_use]
pub fn composed(listing: &Listing, proposal: &Proposal, settings: &Settings) -> Option<Composed> {
    let template = Template::of(listing, settings.ruleset, settings.term.as_ref());
    of(&template, listing.document.text(), proposal, settings)
}

/// The same, where the template of the listing is known already.
pub(super) fn of(
    template: &Template,
    text: &str,
    proposal: &Proposal,
    settings: &Settings,
) -> Option<Composed> {
    if let Some(line) = written(text, proposal) {
        let start = line.of(text).find(": ").map_or(0, |at| at + 2);
        return Some(counted(line.of(text).to_owned(), start, Some(line), settings.limits.title));
    }
    let written = proposal.named_project()?;
    let project = settings.project(written).map_or(written, |project| &project.name);
    let term = template.title_term();
    Some(compose(project, &proposal.title, term.as_deref(), settings.limits.title))
}

/// The line right below a heading that says how LFX shall call the proposal.
fn written(text: &str, proposal: &Proposal) -> Option<Span> {
    let below = Span::new(proposal.heading.end, proposal.section.end.max(proposal.heading.end));
    let first = below.trim(text);
    let line = first.of(text).lines().next().unwrap_or_default().trim_end();
    line.starts_with(LEAD).then(|| Span::new(first.start, first.start + line.len()))
}

fn compose(project: &str, title: &str, term: Option<&str>, most: usize) -> Composed {
    let lead = format!("{LEAD}{project}: ");
    let whole = match ending(title) {
        // The term is there already.
        Some(_) => format!("{lead}{title}"),
        None => format!("{lead}{title} ({})", term.unwrap_or(ANY_TERM)),
    };
    counted(whole, lead.len(), None, most)
}

fn counted(whole: String, start: usize, written: Option<Span>, most: usize) -> Composed {
    let units = |text: &str| text.encode_utf16().count();
    let title = ending(&whole[start..]).map_or(&whole[start..], |at| &whole[start..start + at]);
    let (all, used) = (units(&whole), units(title));
    Composed { units: all, most, budget: most.saturating_sub(all - used), used, start, written, whole }
}

/// Where ` (2026 Term 3)` begins at the end of a title.
fn ending(title: &str) -> Option<usize> {
    let at = title.rfind(" (")?;
    let inner = title[at + 2..].strip_suffix(')')?;
    let words: Vec<&str> = inner.split(' ').collect();
    let is_term = matches!(words[..], [year, term, number]
        if year.len() == 4 && term.eq_ignore_ascii_case("term") && number.len() == 1);
    is_term.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_counted_as_lfx_does() {
        let exact = "x".repeat(100 - "CNCF - Tide:  (2026 Term 3)".len());
        let read = compose("Tide", &exact, Some("2026 Term 3"), 100);
        assert_eq!((read.units, read.budget, read.used), (100, exact.len(), exact.len()));
        assert_eq!(compose("Tide", "😀", None, 100).used, 2, "in UTF-16 units");
    }
}
