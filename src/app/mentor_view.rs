//! The desk: the proposals of one mentor, each with how ready it is.
//!
//! It is there when the filter names one mentor and nobody else (`mentor:ada`), however that came about: typed,
//! chosen among the facets, or asked for when the program was started.

use std::collections::HashSet;

use super::App;
use crate::model::{Catalog, Mentor, ProposalId, fold};
use crate::search::edit::{self, Choice, Chosen};
use crate::search::facets::Facet;
use crate::search::query::Scope;

/// The mentor whose proposals a filter leaves, where it names one mentor whom one of the proposals that it
/// leaves really has.
pub(super) fn mentor(filter: &str, catalog: &Catalog, hits: &[usize]) -> Option<String> {
    let chosen = edit::chosen(filter, Scope::Mentor);
    let [Chosen { value, choice: Choice::Included }] = chosen.as_slice() else { return None };
    let mut mentors =
        hits.iter().filter_map(|&hit| catalog.get(hit)).flat_map(|entry| &entry.proposal.mentors);
    mentors.any(|mentor| is(mentor, value)).then(|| value.clone())
}

/// Whether a mentor is known by a handle, an address or a name.
fn is(mentor: &Mentor, who: &str) -> bool {
    let name = |name: &str| fold::name(name.trim_start_matches('@'));
    let who = name(who);
    let mut names = [Some(&mentor.name), mentor.github.as_ref(), mentor.email.as_ref()].into_iter().flatten();
    names.any(|known| name(known) == who)
}

/// A filter that leaves the proposals of one mentor, of those that another one leaves.
#[must_use]
pub fn filter(mentor: &str, filter: &str) -> String {
    let mentor = mentor.trim().trim_start_matches('@');
    let others = edit::without_includes(filter, Scope::Mentor);
    Facet::Mentors.choose(&others, mentor, Choice::Included)
}

impl App {
    /// The mentor whose desk is shown.
    #[must_use]
    pub fn mentor(&self) -> Option<&str> {
        self.mentor.as_deref()
    }

    /// On a desk: selects the proposal that is being written, which is the only one on it that changed.
    pub(super) fn select_edited(&mut self, changed: &[ProposalId]) {
        let Some(mine) = self.mentor_proposals() else { return };
        let mut changed = changed.iter().filter(|id| mine.contains(id));
        if let (Some(edited), None) = (changed.next().cloned(), changed.next()) {
            self.select_id(Some(&edited));
        }
    }

    /// What lies on the desk, where one is shown.
    pub(super) fn mentor_proposals(&self) -> Option<HashSet<&ProposalId>> {
        self.mentor.as_ref()?;
        let hits = self.filter.answer().hits.iter();
        Some(hits.filter_map(|&hit| Some(&self.catalog.get(hit)?.proposal.id)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, Span};

    fn catalog() -> Catalog {
        let mentor = |name: &str, handle: &str| Mentor {
            name: name.to_owned(),
            github: Some(handle.to_owned()),
            email: Some(format!("{handle}@example.org")),
            primary: false,
            span: Span::default(),
        };
        let proposal = Proposal {
            mentors: vec![mentor("Ada Byron", "ada-b"), mentor("Bo", "bo")],
            ..Proposal::new(ProposalId::new("p"), "P", Span::default(), Span::default())
        };
        Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, ""), vec![proposal])])
    }

    #[test]
    fn a_desk_is_that_of_one_mentor() {
        let catalog = catalog();
        let desk = |filter: &str| mentor(filter, &catalog, &[0]);
        for filter in ["mentor:ada-b", "mentor:@Ada-B go", "mentor:\"ada byron\"", "mentor:ada-b@example.org"]
        {
            assert!(desk(filter).is_some(), "{filter}");
        }
        for filter in ["", "ada-b", "mentor:ada", "mentor:ada-b,bo", "-mentor:bo", "mentor:nobody"] {
            assert_eq!(desk(filter), None, "{filter}");
        }
        assert_eq!(mentor("mentor:bo", &catalog, &[]), None, "nothing lies on it");
    }

    #[test]
    fn a_desk_is_a_filter() {
        assert_eq!(filter("@ada-b", ""), "mentor:ada-b");
        assert_eq!(filter("Ada Byron", "go mentor:bo"), "go mentor:\"Ada Byron\"");
    }
}
