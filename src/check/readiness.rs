//! Readiness: how far a proposal is from what a programme takes, in figures.
//!
//! Findings say what is wrong; authors also want to see how much room is left.

use super::contact;
use super::context;
use super::rule::Ruleset;
use super::settings::Settings;
use super::template::Template;
use super::title::{self, Composed};
use super::upstream::UpstreamTarget;
use crate::model::{FieldKind, Listing, Proposal};

/// How much there is, and how much there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauge {
    /// How much there is.
    pub used: usize,
    /// The most that is taken; `None` when there is no limit.
    pub most: Option<usize>,
}

impl Gauge {
    /// Whether it is more than is taken.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.most.is_some_and(|most| self.used > most)
    }
}

/// The figures of one proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// The title as LFX composes it; `None` when no project is known, or where LFX has no part in it.
    pub title: Option<Composed>,
    /// Whether the proposal has its page on LFX, and its title there.
    pub is_entered: bool,
    /// Description and expected outcome together, in UTF-16 units.
    pub description: Gauge,
    /// The mentors who are named.
    pub mentors: Gauge,
    /// The kind of the first upstream address (`an issue`), if there is one.
    pub upstream: Option<&'static str>,
}

impl Readiness {
    /// The figures of a proposal. Limits are those of the programme whose rules fit its listing.
    #[must_use]
    pub fn of(listing: &Listing, proposal: &Proposal, settings: &Settings) -> Self {
        let template = Template::of(listing, settings.ruleset, settings.term.as_ref());
        let is_lfx = template.ruleset == Ruleset::Cncf;
        let text = listing.document.text();
        let limits = settings.limits;
        let units = |kind| context::units(text, proposal, kind);
        let named = proposal.mentors.iter().filter(|mentor| !contact::is_placeholder(mentor.span.of(text)));
        let targets = || proposal.upstream.iter().map(|link| UpstreamTarget::of(&link.url));
        let target = targets().find(|target| *target == UpstreamTarget::Issue).or_else(|| targets().next());
        Self {
            title: is_lfx.then(|| title::of(&template, text, proposal, settings)).flatten(),
            is_entered: proposal.apply.is_some(),
            description: Gauge {
                used: units(FieldKind::Description) + units(FieldKind::Outcome),
                most: is_lfx.then_some(limits.description),
            },
            mentors: Gauge {
                used: named.count(),
                most: (is_lfx && template.limits_mentors()).then_some(limits.mentors_max),
            },
            upstream: target.map(UpstreamTarget::name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Link, Mentor, Origin, ProposalId, Span};

    fn listing(path: &str) -> Listing {
        let text = "#### Tides\n- Mentors: TBD, Ada\n";
        let mentor = |name: &str| Mentor {
            name: name.to_owned(),
            github: None,
            email: None,
            primary: false,
            span: Span::new(text.find(name).unwrap(), text.find(name).unwrap() + name.len()),
        };
        let link = |url: &str| Link { url: url.to_owned(), text: None, span: Span::default() };
        let proposal = Proposal {
            project: Some("Harbor".to_owned()),
            mentors: vec![mentor("TBD"), mentor("Ada")],
            upstream: vec![
                link("https://github.com/example/tides"),
                link("https://github.com/example/tides/issues/1"),
            ],
            ..Proposal::new(ProposalId::new("p"), "Tides", Span::new(0, 10), Span::new(0, text.len()))
        };
        Listing::new(Document::new(Origin::File(path.into()), text), vec![proposal])
    }

    #[test]
    fn figures_are_those_of_the_programme() {
        let settings = Settings::default();
        let listing = listing("cncf/ideas.md");
        let ready = Readiness::of(&listing, &listing.proposals[0], &settings);
        assert_eq!(ready.mentors, Gauge { used: 1, most: Some(4) }, "who keeps a place is none");
        assert_eq!(ready.upstream, Some("an issue"), "one of them is enough");
        assert_eq!(ready.title.unwrap().whole, "CNCF - Harbor: Tides (YYYY Term N)");
        assert_eq!(ready.description, Gauge { used: 0, most: Some(3000) });
    }

    #[test]
    fn elsewhere_there_are_no_limits() {
        let mut settings = Settings::default();
        settings.ruleset = Some(Ruleset::Generic);
        let listing = listing("ideas.md");
        let ready = Readiness::of(&listing, &listing.proposals[0], &settings);
        assert_eq!((ready.title, ready.mentors.most, ready.description.most), (None, None, None));
        assert!(!Gauge { used: 9, most: None }.is_over() && Gauge { used: 9, most: Some(8) }.is_over());
    }
}
