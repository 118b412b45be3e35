//! The title of a proposal as LFX composes it, and how much room is left for the words.

use super::settings::Settings;
use super::template::Template;
use crate::model::{Listing, Proposal};

/// What stands for a term that is not known; it has the usual length.
const ANY_TERM: &str = "YYYY Term N";

/// A title as LFX composes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// All of it: `CNCF - <project>: <title> (<term>)`.
    pub whole: String,
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

/// The title of a proposal as LFX composes it; nothing where no project is known.
#[must_use]
pub fn composed(listing: &Listing, proposal: &Proposal, settings: &Settings) -> Option<Composed> {
    let template = Template::of(listing, settings.profile, settings.term.as_ref());
    of(&template, proposal, settings)
}

/// The same, where the template of the listing is known already.
pub(super) fn of(template: &Template, proposal: &Proposal, settings: &Settings) -> Option<Composed> {
    let written = proposal.project.as_deref()?;
    let project = settings.project(written).map_or(written, |project| &project.name);
    let term = template.title_term();
    Some(compose(project, &proposal.title, term.as_deref(), settings.limits.title))
}

fn compose(project: &str, title: &str, term: Option<&str>, most: usize) -> Composed {
    let units = |text: &str| text.encode_utf16().count();
    let lead = format!("CNCF - {project}: ");
    let start = lead.len();
    let whole = format!("{lead}{title} ({})", term.unwrap_or(ANY_TERM));
    let (all, used) = (units(&whole), units(title));
    Composed { units: all, most, budget: most.saturating_sub(all - used), used, start, whole }
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
