//! The mentor view: the problems beside the titles, and how ready each proposal of one mentor is.
//!
//! It is for those who write a listing, so it is off until it is asked for: on the command line or by its key. How
//! ready a proposal is stands above it while the filter names one mentor only (`mentor:ada`).

use crate::model::{Catalog, Mentor, fold};
use crate::search::edit::{self, Choice, Chosen};
use crate::search::facets::Facet;
use crate::search::query::Scope;

/// The mentor that a filter names; `None` when it names none or several, or when no proposal that it finds (`hits`,
/// catalog indexes) has that mentor.
pub(super) fn mentor(filter: &str, catalog: &Catalog, hits: &[usize]) -> Option<String> {
    let value = named(filter)?;
    let mut mentors =
        hits.iter().filter_map(|&hit| catalog.get(hit)).flat_map(|entry| &entry.proposal.mentors);
    mentors.any(|mentor| is(mentor, &value)).then_some(value)
}

/// The mentor that a filter names, whether or not it finds any proposal; `None` when it names none or several.
pub(super) fn named(filter: &str) -> Option<String> {
    let mut chosen = edit::chosen(filter, Scope::Mentor);
    match (chosen.pop(), chosen.is_empty()) {
        (Some(Chosen { value, choice: Choice::Included }), true) => Some(value),
        _ => None,
    }
}

/// Whether a mentor is known by a handle, an address or a name.
fn is(mentor: &Mentor, who: &str) -> bool {
    let name = |name: &str| fold::name(name.trim_start_matches('@'));
    let who = name(who);
    let mut names = [Some(&mentor.name), mentor.github.as_ref(), mentor.email.as_ref()].into_iter().flatten();
    names.any(|known| name(known) == who)
}

/// Adds to a filter that only the proposals of one mentor are wanted.
pub fn filter(mentor: &str, filter: &str) -> String {
    let mentor = mentor.trim().trim_start_matches('@');
    let others = edit::without_includes(filter, Scope::Mentor);
    Facet::Mentors.choose(&others, mentor, Choice::Included)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, ProposalId, Span};

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
    fn a_mentor_view_is_that_of_one_mentor() {
        let catalog = catalog();
        let view = |filter: &str| mentor(filter, &catalog, &[0]);
        for filter in ["mentor:ada-b", "mentor:@Ada-B go", "mentor:\"ada byron\"", "mentor:ada-b@example.org"]
        {
            assert!(view(filter).is_some(), "{filter}");
        }
        for filter in ["", "ada-b", "mentor:ada", "mentor:ada-b,bo", "-mentor:bo", "mentor:nobody"] {
            assert_eq!(view(filter), None, "{filter}");
        }
        assert_eq!(mentor("mentor:bo", &catalog, &[]), None, "no proposal is found");
    }

    #[test]
    fn a_mentor_view_is_a_filter() {
        assert_eq!(filter("@ada-b", ""), "mentor:ada-b");
        assert_eq!(filter("Ada Byron", "go mentor:bo"), "go mentor:\"Ada Byron\"");
    }
}
