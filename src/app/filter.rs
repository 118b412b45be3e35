//! The filter: what was typed, and what it leaves of the catalog.

use super::input::Input;
use crate::model::Catalog;
use crate::search::facets::{self, Facet, Value};
use crate::search::sets::{SETS, Sets};
use crate::search::skills::SkillTag;
use crate::search::statistics::Statistics;
use crate::search::{Answer, ClauseCount, Fit, Index, Profile, Query, Reading, Scope};

/// From so many proposals on the index is built while they come in: at the first letter it would take
/// longer than a letter may.
const EAGER: usize = 5_000;

/// The text of the filter and its answer.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The text.
    pub input: Input,
    query: Query,
    answer: Answer,
    /// Where nothing fits: the skills that may have been meant, with their numbers of proposals.
    nearest: Vec<(SkillTag, usize)>,
    /// Where nothing fits: what to type instead of some of it, with the numbers of proposals.
    instead: Vec<(String, usize)>,
    /// Built when the first word is typed, since most of the program's runs begin without one; sooner
    /// where there is much to build it of.
    index: Option<Index>,
    /// The skills of the user. With any of them the index is built from the start.
    profile: Profile,
    /// The proposals that `is:` finds.
    sets: Sets,
}

impl Filter {
    /// A filter with text typed into it, not looked up yet.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text), ..Self::default() }
    }

    /// Replaces the text; the next look-up knows it.
    pub fn set_text(&mut self, text: &str) {
        self.input = Input::new(text);
    }

    /// Looks up what is typed now.
    pub fn refresh(&mut self, catalog: &Catalog) {
        self.query = Query::parse(self.input.text());
        if !self.profile.is_empty() {
            self.build_index(catalog);
        }
        self.answer = if self.query.is_empty() {
            let hits = (0..catalog.len()).filter(|index| !self.sets.hidden.contains(index));
            Answer { hits: hits.collect(), ..Answer::default() }
        } else {
            let query = std::mem::take(&mut self.query);
            let answer = self.build_index(catalog).search(catalog, &query);
            self.query = query;
            answer
        };
        self.nearest = match &self.index {
            Some(index) if self.answer.hits.is_empty() => index.nearest(&self.blamed_query()),
            _ => Vec::new(),
        };
        self.instead = match &mut self.index {
            Some(index) if self.answer.hits.is_empty() => index.instead(catalog, &self.query),
            _ => Vec::new(),
        };
    }

    /// The index of the catalog, built when it is missing.
    pub fn build_index(&mut self, catalog: &Catalog) -> &mut Index {
        let profile = &self.profile;
        let index = self.index.get_or_insert_with(|| Index::with_profile(catalog, profile.clone()));
        index.set_sets(self.sets.clone());
        index
    }

    /// Statistics of the proposals that it finds.
    pub fn statistics(&mut self, catalog: &Catalog) -> Statistics {
        let hits = std::mem::take(&mut self.answer.hits);
        let statistics = Statistics::of(catalog, self.build_index(catalog), &hits);
        self.answer.hits = hits;
        statistics
    }

    /// Adds a clause to the text, without looking it up; `false` when the clause is there already.
    pub fn add(&mut self, clause: &str) -> bool {
        let typed = self.input.text().trim();
        let texts = |text: &str| -> Vec<String> {
            Query::parse(text).clauses().iter().map(|clause| text[clause.span.clone()].to_owned()).collect()
        };
        if texts(typed).iter().any(|known| known == clause) {
            return false;
        }
        let behind = format!("{typed} {clause}");
        // Behind what is half typed (a quote without its end) it would be a part of that.
        let stands = texts(&behind).last().is_some_and(|last| last == clause);
        let text = if stands { behind } else { format!("{clause} {typed}") };
        self.input = Input::new(text.trim());
        true
    }

    /// Takes what the user can do; the next look-up knows it.
    pub fn set_profile(&mut self, profile: Profile) {
        self.profile = profile;
        self.index = None;
    }

    /// Takes what is known of the proposals beyond their text; the next look-up knows it.
    pub fn set_sets(&mut self, sets: Sets) {
        self.sets = sets;
    }

    /// The proposals that `is:` asks for.
    pub fn sets(&self) -> &Sets {
        &self.sets
    }

    /// Whether it asks for something of that.
    pub fn asks_for_sets(&self) -> bool {
        SETS.iter().any(|(_, set)| self.query.asks_for(*set))
    }

    /// Whether its text may ask for something of that; quick, before it is understood.
    pub(super) fn may_ask_for_sets(&self) -> bool {
        self.input.text().to_lowercase().contains("is:")
    }

    /// The skills of the user.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// How the proposal at a catalog index fits the profile; `None` when it names no skill.
    pub fn fit(&self, proposal: usize) -> Option<&Fit> {
        self.index.as_ref()?.fit(proposal)
    }

    /// How every proposal fits the profile, in catalog order; empty without a profile.
    pub fn fits(&self) -> &[Option<Fit>] {
        self.index.as_ref().map(Index::fits).unwrap_or_default()
    }

    /// Whether it asks what fits a profile, and there is none.
    pub fn lacks_profile(&self) -> bool {
        self.profile.is_empty() && self.query.terms().iter().any(|term| term.scope == Scope::Fit)
    }

    /// The values of a facet under what is typed now.
    pub fn values(&mut self, catalog: &Catalog, facet: Facet) -> Vec<Value> {
        let text = self.input.text().to_owned();
        facets::values(catalog, self.build_index(catalog), &text, facet)
    }

    /// The values of a facet under another text.
    pub(super) fn values_under(&mut self, catalog: &Catalog, text: &str, facet: Facet) -> Vec<Value> {
        facets::values(catalog, self.build_index(catalog), text, facet)
    }

    /// Takes in what was added at the end of the catalog.
    pub fn extend(&mut self, catalog: &Catalog) {
        if self.index.is_some() || catalog.len() >= EAGER {
            self.build_index(catalog).extend(catalog);
        }
    }

    /// Forgets what was known of the catalog: another one takes its place.
    pub fn forget_catalog(&mut self) {
        self.index = None;
    }

    /// The parsed text.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The proposals that it finds.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// The terms of the query that have to be found, as they were understood: for marking them.
    pub fn readings(&self) -> &[Reading] {
        &self.answer.readings
    }

    /// Where nothing fits: the skills that may have been meant instead, with their numbers of
    /// proposals.
    pub fn nearest(&self) -> &[(SkillTag, usize)] {
        &self.nearest
    }

    /// The text of a clause, as typed.
    pub fn clause_text(&self, clause: &ClauseCount) -> &str {
        self.input.text().get(clause.span.clone()).unwrap_or_default()
    }

    /// Removes the clause that matches nothing; `false` when there is none.
    pub fn drop_blamed(&mut self) -> bool {
        let Some(span) = self.answer.blamed().map(|clause| clause.span.clone()) else { return false };
        let text = self.input.text();
        let (before, after) = (text[..span.start].trim_end(), text[span.end..].trim_start());
        let joined = if before.is_empty() || after.is_empty() { "" } else { " " };
        self.input = Input::new(&format!("{before}{joined}{after}"));
        true
    }

    /// Where nothing fits: what to type instead of some of it, with the numbers of proposals.
    pub fn instead(&self) -> &[(String, usize)] {
        &self.instead
    }

    /// The query of the clause that left nothing, where it finds nothing by itself either.
    fn blamed_query(&self) -> Query {
        let blamed = self.answer.blamed().filter(|clause| clause.alone == 0);
        blamed.map(|clause| Query::parse(self.clause_text(clause))).unwrap_or_default()
    }

    /// Whether it leaves something out.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether it looks for something, by which proposals can be ranked. One that only excludes keeps the order and the
    /// headings of the list.
    pub fn ranks(&self) -> bool {
        !self.query.terms().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Edit;
    use crate::model::{Document, Listing, Origin, Proposal, ProposalId, Span};
    use crate::search::Class;

    fn catalog(titles: &[&str]) -> Catalog {
        let proposal = |title: &&str| {
            Proposal::new(
                ProposalId::new(title.to_lowercase()),
                (*title).to_owned(),
                Span::default(),
                Span::default(),
            )
        };
        Catalog::new(vec![Listing::new(
            Document::new(Origin::Stdin, ""),
            titles.iter().map(proposal).collect(),
        )])
    }

    fn hits(filter: &mut Filter, catalog: &Catalog) -> Vec<usize> {
        filter.refresh(catalog);
        filter.answer().hits.clone()
    }

    #[test]
    fn blank_text_leaves_everything_in_order() {
        let catalog = catalog(&["Clock", "Bell"]);
        let mut filter = Filter::new(" \t ");
        assert_eq!((hits(&mut filter, &catalog), filter.is_active()), (vec![0, 1], false));
        filter.input.edit(Edit::Insert('b'));
        assert_eq!((hits(&mut filter, &catalog), filter.is_active()), (vec![1], true));
    }

    #[test]
    fn another_catalog_is_looked_up_anew() {
        let mut filter = Filter::new("bell");
        assert_eq!(hits(&mut filter, &catalog(&["Clock", "Bell"])), [1]);
        filter.forget_catalog();
        assert_eq!(hits(&mut filter, &catalog(&["Bell", "Clock", "Bells"])), [0, 2]);
    }

    #[test]
    fn what_leaves_nothing_can_be_taken_out() {
        let catalog = catalog(&["Clock", "Bell"]);
        let mut filter = Filter::new("bell (xyzzy) -clock");
        assert_eq!(hits(&mut filter, &catalog), [] as [usize; 0]);
        assert!(filter.drop_blamed());
        assert_eq!(filter.input.text(), "bell -clock");
        assert_eq!(hits(&mut filter, &catalog), [1]);
        assert!(!filter.drop_blamed());
    }

    #[test]
    fn a_clause_is_added_where_it_counts_by_itself() {
        let mut filter = Filter::new(" bell OR clock ");
        assert!(filter.add("skill:go") && !filter.add("skill:go"));
        assert_eq!(filter.input.text(), "bell OR clock skill:go");
        for (typed, expected) in
            [("", "size:small"), ("\"half a", "size:small \"half a"), ("a OR", "size:small a OR")]
        {
            let mut filter = Filter::new(typed);
            assert!(filter.add("size:small"));
            assert_eq!(filter.input.text(), expected);
        }
    }

    #[test]
    fn a_word_found_by_its_letters_says_so() {
        let catalog = catalog(&["Clockwork"]);
        let class = |filter: &Filter| filter.readings()[0].class;
        let mut filter = Filter::new("clckwrk");
        assert_eq!((hits(&mut filter, &catalog), class(&filter)), (vec![0], Some(Class::Fuzzy)));
        filter = Filter::new("clock");
        assert_eq!((hits(&mut filter, &catalog), class(&filter)), (vec![0], Some(Class::Prefix)));
    }
}
