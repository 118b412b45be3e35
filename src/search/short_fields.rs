//! Short fields: what a proposal says about itself in few words (term, difficulty, size, addresses), asked
//! by a field of the query.

use super::class::{Class, class_at};
use super::pattern::{Pattern, folded};
use super::query::{Property, Scope};
use crate::model::{Difficulty, Effort, Entry, Extent, FieldKind, Proposal, Url};

/// The parts of an address between a repository and a number.
const KINDS: &[&str] = &["/-/issues", "/-/merge_requests", "/issues", "/pull", "/discussions"];

/// How well a proposal answers to a pattern in one of the fields that hold few words.
pub(super) fn class(entry: Entry<'_>, scope: Scope, pattern: &Pattern) -> Option<Class> {
    let proposal = entry.proposal;
    match scope {
        Scope::Term => entry.listing.term.as_ref().and_then(|term| best_in(term.names().iter(), pattern)),
        Scope::Difficulty => difficulty_class(proposal, pattern),
        Scope::Size => size_class(proposal, pattern),
        Scope::Upstream => {
            let holds = |address: &str| {
                class_in(address, pattern).is_some() || is_referred_to(address, &pattern.text)
            };
            proposal.upstream.iter().any(|link| holds(&link.url)).then_some(Class::Token)
        }
        Scope::Has => {
            Property::named(&pattern.text).filter(|&property| has(entry, property)).map(|_| Class::Token)
        }
        _ => None,
    }
}

/// Whether a word refers to an address as the page shows it: `owner/repo#12`, `#12`.
pub(super) fn is_referred_to(address: &str, word: &str) -> bool {
    let Some((repository, number)) = word.split_once('#') else { return false };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let path = Url::split(address).path.trim_end_matches('/');
    let Some((place, last)) = path.rsplit_once('/') else { return false };
    let Some(place) = KINDS.iter().find_map(|kind| place.strip_suffix(kind)) else { return false };
    is_number && last == number && ends_with_names(place, repository)
}

/// Whether the last names of a path are these, in any case.
fn ends_with_names(path: &str, names: &str) -> bool {
    let (path, names) = (path.to_lowercase(), names.to_lowercase());
    names.is_empty() || path.strip_suffix(&names).is_some_and(|before| before.ends_with('/'))
}

/// How well the best of several short texts holds a pattern, in any case.
pub(super) fn best_in<'a>(texts: impl Iterator<Item = &'a String>, pattern: &Pattern) -> Option<Class> {
    texts.filter_map(|text| class_in(text, pattern)).min()
}

/// How well a short text holds a pattern, in any case. A number is whole or it is another one.
fn class_in(text: &str, pattern: &Pattern) -> Option<Class> {
    let text = folded(text, false);
    let pattern = pattern.in_any_case();
    let worst =
        if pattern.folded.bytes().all(|byte| byte.is_ascii_digit()) { Class::Token } else { Class::Inside };
    let places = text.match_indices(&pattern.folded);
    places.map(|(at, found)| class_at(&text, at, found.len())).min().filter(|class| *class <= worst)
}

/// How well a proposal answers to a word about how hard it is. A word for a level means the level, however
/// it is written (`beginner`, `★☆☆`); others are looked for as written.
fn difficulty_class(proposal: &Proposal, pattern: &Pattern) -> Option<Class> {
    match (Difficulty::read(&pattern.text), proposal.difficulty_level()) {
        (Some(asked), Some(level)) => have_an_end_in_common(&asked, &level).then_some(Class::Token),
        _ => best_in(proposal.difficulty.iter(), pattern),
    }
}

/// The same of a word about how much work it is: hours, a word for a size, or what is written.
fn size_class(proposal: &Proposal, pattern: &Pattern) -> Option<Class> {
    let (asked, effort) = (Effort::read(&pattern.text), proposal.effort());
    let is_size = match (asked.hours, effort.hours) {
        (Some(asked), Some(hours)) => have_an_end_in_common(&asked, &hours),
        (Some(_), None) => false,
        (None, _) => {
            asked.size.zip(effort.size).is_some_and(|(one, other)| have_an_end_in_common(&one, &other))
        }
    };
    let as_written = || best_in(proposal.size.iter(), pattern).filter(|_| asked.size.is_none());
    if is_size { Some(Class::Token) } else { as_written() }
}

/// Whether two extents begin or end at the same: as the counts have it, who says `easy to hard` says both.
fn have_an_end_in_common<T: PartialEq>(one: &Extent<T>, other: &Extent<T>) -> bool {
    let is_end = |value: &T| *value == other.least || *value == other.most;
    is_end(&one.least) || is_end(&one.most)
}

fn has(entry: Entry<'_>, property: Property) -> bool {
    let proposal = entry.proposal;
    let says = |kind: FieldKind| proposal.fields_of(kind).any(|field| !field.value.is_empty());
    match property {
        Property::Upstream => !proposal.upstream.is_empty(),
        Property::Mentor => !proposal.mentors.is_empty(),
        Property::Skill => !proposal.skills.is_empty(),
        Property::Description => says(FieldKind::Description),
        Property::Outcome => says(FieldKind::Outcome),
        Property::Apply => proposal.apply.is_some(),
        Property::Difficulty => proposal.difficulty.is_some(),
        Property::Size => {
            let effort = proposal.effort();
            proposal.size.is_some() || effort.size.is_some() || effort.hours.is_some()
        }
        Property::Project => proposal.project.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Programme, Proposal, ProposalId, Season, Span, Term};

    #[test]
    fn an_address_is_referred_to_as_the_page_shows_it() {
        let address = "https://github.com/example/boat/issues/8427#issuecomment-1";
        for word in ["#8427", "boat#8427", "Example/boat#8427"] {
            assert!(is_referred_to(address, word), "{word}");
        }
        for word in ["#842", "#427", "8427", "oat#8427", "other/boat#8427", "#", "#8427x", "c#"] {
            assert!(!is_referred_to(address, word), "{word}");
        }
        assert!(is_referred_to("https://gitlab.com/group/sub/boat/-/issues/1/", "sub/boat#1"));
        assert!(!is_referred_to("https://example.org/2026/1", "#1"));
    }

    #[test]
    fn a_term_is_found_by_each_of_its_names() {
        let term = Term { year: 2026, season: Some(Season::Months(9, 11)), programme: Some(Programme::Lfx) };
        let document = Document::new(Origin::Stdin, "");
        let proposal = Proposal::new(ProposalId::new("a"), "A".to_owned(), Span::at(0), Span::at(0));
        let listing = Listing { term: Some(term), ..Listing::new(document, vec![proposal]) };
        let entry = Entry { listing: &listing, proposal: &listing.proposals[0] };
        let found = |words: &str| class(entry, Scope::Term, &Pattern::new(words));
        for words in ["3", "Term 3", "lfx 2026 term 3", "Fall", "Sep–Nov", "sep-nov", "03-Sep-Nov", "2026"]
        {
            assert_eq!(found(words), Some(Class::Token), "{words}");
        }
        for words in ["Term 2", "Jun-Aug", "Spring"] {
            assert_eq!(found(words), None, "{words}");
        }
    }
}
