//! Changes: what is new, changed or gone in a catalog since it was another, and what goes on from another term.

use std::collections::HashSet;

use super::said::said;
use super::word_diff::{self, Part};
use crate::model::record::{self, Record};
use crate::model::{Catalog, Entry, Past, Said, Term};

/// So many terms, the latest ones, are looked through for what goes on.
const TERMS: usize = 16;

/// A proposal as it is, for another time.
pub fn kept(entry: Entry<'_>) -> Past {
    Past { record: Record::of(entry), said: said(entry) }
}

/// All proposals of a catalog as they are, in order.
pub fn all(catalog: &Catalog) -> Vec<Past> {
    catalog.iter().map(kept).collect()
}

/// A field whose words are others than they were. One that was not there before, or is not there any more, has no
/// words then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub label: String,
    pub old: String,
    pub new: String,
}

impl FieldChange {
    /// Its words, those that went and those that came. Nothing where they are not known, or are the same as far as
    /// they are kept.
    pub fn parts(&self) -> Vec<Part> {
        if word_diff::is_same(&self.old, &self.new) {
            return Vec::new();
        }
        word_diff::parts(&self.old, &self.new)
    }
}

/// A proposal that is in both: its place among those of then, its catalog index, and the fields that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub old: usize,
    pub new: usize,
    pub fields: Vec<FieldChange>,
}

/// The differences between some proposals of then and a catalog of now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The catalog indexes of those that were not there.
    pub new: Vec<usize>,
    /// The places of those that are not there any more.
    pub gone: Vec<usize>,
    /// Those in which some field differs, in the order of the catalog.
    pub changed: Vec<Pair>,
    /// Those that were in another term: the same issue, or nearly the same title in the project.
    pub continued: Vec<Pair>,
    /// Those in which no field differs, as above.
    pub same: Vec<Pair>,
}

impl Comparison {
    /// Compares the proposals of then with those of now.
    pub fn of(past: &[Past], catalog: &Catalog) -> Self {
        Self::between(past, catalog, &all(catalog))
    }

    /// The same, where the words of those of now are known, in the order of the catalog.
    pub fn between(past: &[Past], catalog: &Catalog, now: &[Past]) -> Self {
        let mut pairs = Pairs::new(past, catalog);
        pairs.find_in_term();
        pairs.find_in_other_terms();
        pairs.compared(now)
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.changed.is_empty() && self.continued.is_empty()
    }
}

/// Which proposal of now is which of then.
struct Pairs<'a> {
    past: &'a [Past],
    catalog: &'a Catalog,
    /// For each proposal of now its place among those of then, and whether that was of another term.
    before: Vec<Option<(usize, bool)>>,
    /// For each proposal of then whether it is still there.
    is_there: Vec<bool>,
}

impl<'a> Pairs<'a> {
    fn new(past: &'a [Past], catalog: &'a Catalog) -> Self {
        Self { past, catalog, before: vec![None; catalog.len()], is_there: vec![false; past.len()] }
    }

    fn take(&mut self, old: usize, new: usize, of_other_term: bool) {
        if let Some(free @ None) = self.before.get_mut(new) {
            *free = Some((old, of_other_term));
            self.is_there[old] = true;
        }
    }

    fn find_in_term(&mut self) {
        let records: Vec<Record> = self.past.iter().map(|past| past.record.clone()).collect();
        for (old, new) in record::resolve(&records, self.catalog).into_iter().enumerate() {
            if let Some(new) = new {
                self.take(old, new, false);
            }
        }
    }

    /// Those that are left may be of a term that their listing told, and go on in another one.
    fn find_in_other_terms(&mut self) {
        let mut terms: Vec<&Term> = self.catalog.terms().iter().flatten().collect();
        terms.sort_unstable_by(|one, other| other.cmp(one));
        for term in terms.into_iter().take(TERMS) {
            let names = term.names();
            let is_left = |at: &usize| {
                let known = self.past[*at].record.term.as_ref();
                !self.is_there[*at] && known.is_some_and(|known| !names.contains(known))
            };
            let left: Vec<usize> = (0..self.past.len()).filter(is_left).collect();
            for (old, new) in continued(left.iter().map(|&at| &self.past[at].record), term, self.catalog) {
                // A listing may tell the same term without the programme (`2026 Term 3`).
                let known = self.past[left[old]].record.term.as_deref().unwrap_or_default();
                let is_other = !names.iter().any(|name| name.ends_with(known));
                self.take(left[old], new, is_other);
            }
        }
    }

    fn compared(self, now: &[Past]) -> Comparison {
        let mut found = Comparison::default();
        found.gone.extend((0..self.past.len()).filter(|&old| !self.is_there[old]));
        for (new, now) in now.iter().enumerate().take(self.before.len()) {
            let Some((old, is_continued)) = self.before[new] else {
                found.new.push(new);
                continue;
            };
            let pair = Pair { old, new, fields: differences(&self.past[old].said, &now.said) };
            match (is_continued, pair.fields.is_empty()) {
                (true, _) => found.continued.push(pair),
                (false, true) => found.same.push(pair),
                (false, false) => found.changed.push(pair),
            }
        }
        found
    }
}

/// Which of some proposals go on in a term: the place of each, and its catalog index there.
fn continued<'r>(
    records: impl Iterator<Item = &'r Record>,
    term: &Term,
    catalog: &Catalog,
) -> Vec<(usize, usize)> {
    let records: Vec<Record> =
        records.map(|record| Record { term: Some(term.to_string()), ..record.clone() }).collect();
    let found = record::resolve(&records, catalog).into_iter().enumerate();
    let is_of_term =
        |index: usize| catalog.get(index).is_some_and(|it| it.listing.term.as_ref() == Some(term));
    found.filter_map(|(old, new)| Some((old, new?))).filter(|&(_, new)| is_of_term(new)).collect()
}

/// The fields that differ, in the order of the new ones; those that are gone at the end.
fn differences(old: &[Said], new: &[Said]) -> Vec<FieldChange> {
    let with = |label: &str, all: &[Said]| all.iter().find(|said| said.label == label).cloned();
    let change = |label: &str, old: Option<Said>, new: Option<Said>| FieldChange {
        label: label.to_owned(),
        // Of a field of which one version is known by its fingerprint alone, no word can be compared.
        old: old.map(|said| said.text).unwrap_or_default(),
        new: new.map(|said| said.text).unwrap_or_default(),
    };
    let mut found = Vec::new();
    for now in new {
        let then = with(&now.label, old);
        if then.as_ref().is_none_or(|then| then.fingerprint != now.fingerprint) {
            let is_known = then.as_ref().is_none_or(|then| !then.text.is_empty());
            let now = if is_known { now.clone() } else { now.clone().without_text() };
            found.push(change(&now.label.clone(), then, Some(now)));
        }
    }
    let gone = old.iter().filter(|then| with(&then.label, new).is_none());
    found.extend(gone.map(|then| change(&then.label, Some(then.clone()), None)));
    found
}

/// For each proposal of a catalog of several terms the one that it goes on from, by its catalog index: the latest
/// in an earlier term.
pub fn predecessors(catalog: &Catalog) -> Vec<Option<usize>> {
    let mut before = vec![None; catalog.len()];
    let mut terms: Vec<&Term> = catalog.terms().iter().flatten().collect();
    if terms.len() < 2 {
        return before;
    }
    terms.sort_unstable();
    let mut of_term: Vec<Vec<usize>> = vec![Vec::new(); terms.len()];
    for (index, entry) in catalog.iter().enumerate() {
        let place = entry.listing.term.as_ref().and_then(|term| terms.binary_search(&term).ok());
        if let Some(place) = place {
            of_term[place].push(index);
        }
    }
    // The last of each line so far, with its place among the terms.
    let mut last: Vec<(usize, usize)> = Vec::new();
    for place in terms.len().saturating_sub(TERMS)..terms.len() {
        let records: Vec<Record> =
            last.iter().filter_map(|&(_, index)| catalog.get(index)).map(Record::of).collect();
        let mut gone_on = HashSet::new();
        for (old, new) in continued(records.iter(), terms[place], catalog) {
            if before[new].is_none() {
                before[new] = Some(last[old].1);
                gone_on.insert(last[old].1);
            }
        }
        last.retain(|(_, index)| !gone_on.contains(index));
        last.extend(of_term[place].iter().map(|&index| (place, index)));
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Link, Listing, Origin, Programme, Proposal, ProposalId, Season, Span};

    /// A listing of a term: title, issue and description of each proposal.
    fn listing(term: Option<u8>, ideas: &[(&str, &str, &str)]) -> Listing {
        let season =
            |number| Term { year: 2025, season: Some(Season::Term(number)), programme: Some(Programme::Lfx) };
        let proposal = |&(title, issue, status): &(&str, &str, &str)| Proposal {
            project: Some("Tide Clock".to_owned()),
            upstream: (!issue.is_empty())
                .then(|| Link {
                    url: format!("https://example.org/i/{issue}"),
                    text: None,
                    span: Span::default(),
                })
                .into_iter()
                .collect(),
            status: (!status.is_empty()).then(|| status.to_owned()),
            ..Proposal::new(ProposalId::new(title.to_lowercase()), title, Span::default(), Span::default())
        };
        let origin = Origin::File(format!("{term:?}/ideas.md").into());
        let listing = Listing::new(Document::new(origin, ""), ideas.iter().map(proposal).collect());
        Listing { term: term.map(|number| season(number).normalized()), ..listing }
    }

    fn titles(comparison: &Comparison, past: &[Past], catalog: &Catalog) -> [String; 4] {
        let now = |index: usize| catalog.get(index).unwrap().proposal.title.clone();
        let pairs = |pairs: &[Pair]| pairs.iter().map(|pair| now(pair.new)).collect::<Vec<_>>().join(", ");
        [
            comparison.new.iter().map(|&index| now(index)).collect::<Vec<_>>().join(", "),
            comparison.gone.iter().map(|&at| past[at].record.title.clone()).collect::<Vec<_>>().join(", "),
            pairs(&comparison.changed),
            pairs(&comparison.continued),
        ]
    }

    #[track_caller]
    fn check(old: Listing, new: Vec<Listing>, expected: [&str; 4]) -> Comparison {
        let (past, catalog) = (all(&Catalog::new(vec![old])), Catalog::new(new));
        let comparison = Comparison::of(&past, &catalog);
        assert_eq!(titles(&comparison, &past, &catalog), expected);
        comparison
    }

    #[test]
    fn what_is_new_gone_and_changed_is_told() {
        let old = listing(Some(1), &[("Alarm", "1", ""), ("Bell", "2", ""), ("Chime", "3", "")]);
        let new = listing(Some(1), &[("Alarm", "1", "taken"), ("Bell", "2", ""), ("Drum", "4", "")]);
        let found = check(old, vec![new], ["Drum", "Chime", "Alarm", ""]);
        let [field] = &found.changed[0].fields[..] else { panic!("{found:?}") };
        assert_eq!((field.label.as_str(), field.old.as_str(), field.new.as_str()), ("Status", "", "taken"));
        assert_eq!((found.same.len(), found.is_empty()), (1, false));
    }

    #[test]
    fn another_title_is_a_change_of_the_same_proposal() {
        let old = listing(None, &[("Alarm", "1", "")]);
        let found =
            check(old, vec![listing(None, &[("A loud alarm", "1", "")])], ["", "", "A loud alarm", ""]);
        assert_eq!(found.changed[0].fields[0].label, "Title");
    }

    #[test]
    fn what_is_in_another_term_goes_on() {
        let old =
            || listing(Some(1), &[("Alarm", "1", ""), ("Bell", "2", ""), ("Ring the chime at dawn", "", "")]);
        let new = listing(
            Some(2),
            &[("A loud alarm", "1", ""), ("Ring the chimes at dawn", "", ""), ("Drum", "", "")],
        );
        check(old(), vec![new.clone()], ["Drum", "Bell", "", "A loud alarm, Ring the chimes at dawn"]);
        let found =
            check(old(), vec![old(), new], ["A loud alarm, Ring the chimes at dawn, Drum", "", "", ""]);
        assert_eq!(found.same.len(), 3, "where it still is, it is the same");
    }

    #[test]
    fn a_term_without_its_programme_is_the_same() {
        let mut old = listing(Some(2), &[("Alarm", "1", "")]);
        old.term = Some(Term { year: 2025, season: Some(Season::Term(2)), programme: None });
        let found = check(old, vec![listing(Some(2), &[("Alarm", "1", "taken")])], ["", "", "Alarm", ""]);
        assert_eq!(found.changed[0].fields.len(), 1);
    }

    #[test]
    fn lines_go_on_through_the_terms() {
        let terms = [
            listing(Some(2), &[("Alarm two", "1", ""), ("Drum", "9", "")]),
            listing(Some(1), &[("Alarm", "1", ""), ("Bell", "2", "")]),
            listing(Some(3), &[("Alarm three", "1", ""), ("Bell", "2", "")]),
        ];
        assert_eq!(
            predecessors(&Catalog::new(terms.to_vec())),
            [Some(2), None, None, None, Some(0), Some(3)]
        );
        assert_eq!(predecessors(&Catalog::new(terms[..1].to_vec())), [None, None]);
    }

    #[test]
    fn a_field_that_is_known_by_its_fingerprint_differs_without_words() {
        let catalog = Catalog::new(vec![listing(None, &[("Alarm", "1", "taken")])]);
        let mut past = all(&Catalog::new(vec![listing(None, &[("Alarm", "1", "free")])]));
        past[0].said = past[0].said.drain(..).map(Said::without_text).collect();
        let found = Comparison::of(&past, &catalog);
        assert_eq!(found.changed[0].fields.len(), 1);
        assert!(found.changed[0].fields[0].parts().is_empty());
    }
}
