//! The index: what there is to know of a catalog to answer queries at every keystroke.

use std::collections::HashMap;
use std::rc::Rc;

use super::answer::{Answer, ClauseCount, Reading};
use super::class::{Class, NOT_FOUND, Rank};
use super::fit::{Fit, Profile};
use super::lookup::{Found, NameLookup};
use super::name_index::Names;
use super::pattern::Pattern;
use super::query::{Node, Query, Scope, Term};
use super::sets::{Set, Sets};
use super::skill_index::Tags;
use super::skills::{self, SkillTag, Wanted};
use crate::model::Catalog;

/// So many skills are named where a word found nothing.
const NEAREST: usize = 3;

/// The names and skills of a catalog, ready to be searched. Keeps the scratch memory of matching and the results of
/// the last query's terms, hence `&mut` to ask.
#[derive(Debug, Clone, Default)]
pub struct Index {
    proposals: usize,
    names: Names,
    tags: Tags,
    profile: Profile,
    /// How each proposal meets the profile; nothing at all where that is empty.
    fits: Vec<Option<Fit>>,
    /// The proposals that `is:` finds.
    sets: Sets,
    /// The results of the last query's terms: at the next keystroke most are the same.
    pub(super) found: HashMap<Term, Rc<Found>>,
}

impl Index {
    /// The index of a catalog.
    pub fn new(catalog: &Catalog) -> Self {
        let mut index = Self::default();
        index.extend(catalog);
        index
    }

    /// The index of a catalog, for somebody who can do this.
    pub fn with_profile(catalog: &Catalog, profile: Profile) -> Self {
        let mut index = Self { profile, ..Self::default() };
        index.extend(catalog);
        index
    }

    /// Takes in what was added at the end of the catalog.
    pub fn extend(&mut self, catalog: &Catalog) {
        for number in self.proposals..catalog.len() {
            let Some(entry) = catalog.get(number) else { break };
            self.names.add(number, entry);
            self.tags.add(entry.proposal);
            if !self.profile.is_empty() {
                self.fits.push(self.profile.fit(entry.proposal, self.tags.of(number)));
            }
        }
        self.proposals = catalog.len();
        self.found.clear();
    }

    /// Takes what is known of the proposals beyond their text; the next search knows it.
    pub fn set_sets(&mut self, sets: Sets) {
        if sets != self.sets {
            self.sets = sets;
            self.found.retain(|term, _| term.scope != Scope::Is);
        }
    }

    /// The skills of a proposal, by its catalog index.
    pub fn wanted(&self, proposal: usize) -> &[Wanted] {
        self.tags.of(proposal)
    }

    /// How a proposal meets the profile, by its catalog index. Nothing where it names no skill, and
    /// where there is no profile.
    pub fn fit(&self, proposal: usize) -> Option<&Fit> {
        self.fits.get(proposal)?.as_ref()
    }

    /// The same for every proposal, in order; nothing at all where there is no profile.
    pub fn fits(&self) -> &[Option<Fit>] {
        &self.fits
    }

    /// The proposals of the catalog that fit a query, best first. The catalog is the one that the
    /// index was made of.
    pub fn search(&mut self, catalog: &Catalog, query: &Query) -> Answer {
        let mut known = std::mem::take(&mut self.found);
        let mut search = Search { index: self, catalog, known: &mut known, used: HashMap::new() };
        let mut totals: Vec<Rank> = vec![0; catalog.len()];
        let mut clauses = Vec::with_capacity(query.clauses().len());
        for clause in query.clauses() {
            let judged = search.judge(&clause.node);
            for (total, &rank) in totals.iter_mut().zip(&judged.ranks) {
                *total = total.saturating_add(rank);
            }
            clauses.push(ClauseCount {
                span: clause.span.clone(),
                alone: count(&judged.ranks),
                together: count(&totals),
                class: judged.class,
                meant: judged.meant.clone(),
                unasked: judged.unasked.clone(),
            });
        }
        let readings = query.terms().into_iter().map(|term| search.reading(term)).collect();
        self.found = search.used;
        let asks_for_hidden = query.asks_for(Set::Hidden);
        let is_listed = |at: &usize| asks_for_hidden || !self.sets.hidden.contains(at);
        let mut hits: Vec<usize> =
            (0..totals.len()).filter(|&at| totals[at] != NOT_FOUND).filter(is_listed).collect();
        if !query.is_empty() {
            hits.sort_by_key(|&at| totals[at]);
        }
        Answer { hits, clauses, readings }
    }

    /// The skills nearest to the words of a query that found nothing, each with the number of its
    /// proposals, where there are any.
    pub fn nearest(&self, query: &Query) -> Vec<(SkillTag, usize)> {
        let is_skill = |term: &Term| matches!(term.scope, Scope::Names | Scope::Skill | Scope::Need);
        let terms = query.terms().into_iter().filter(is_skill);
        let tags = terms.flat_map(|term| {
            let itself = skills::canonical(&term.pattern.text);
            skills::nearest(&term.pattern.text).into_iter().filter(move |&tag| Some(tag) != itself)
        });
        let mut nearest: Vec<(SkillTag, usize)> = Vec::new();
        for tag in tags {
            let has = |&proposal: &usize| self.tags.of(proposal).iter().any(|wanted| wanted.tag == tag);
            let count = (0..self.proposals).filter(has).count();
            if count > 0 && nearest.len() < NEAREST && nearest.iter().all(|(known, _)| *known != tag) {
                nearest.push((tag, count));
            }
        }
        nearest
    }
}

fn count(ranks: &[Rank]) -> usize {
    ranks.iter().filter(|&&rank| rank != NOT_FOUND).count()
}

/// A search under way.
struct Search<'a> {
    index: &'a mut Index,
    catalog: &'a Catalog,
    /// The results of the terms of the query before.
    known: &'a mut HashMap<Term, Rc<Found>>,
    /// The results of the terms of this query.
    used: HashMap<Term, Rc<Found>>,
}

impl Search<'_> {
    fn judge(&mut self, node: &Node) -> Rc<Found> {
        match node {
            Node::Term(term) => self.term(term),
            Node::Not(inner) => {
                let inner = self.judge(inner);
                let ranks = inner.ranks.iter().map(|&rank| if rank == NOT_FOUND { 0 } else { NOT_FOUND });
                let meant = inner.meant.clone();
                Rc::new(Found { ranks: ranks.collect(), class: None, meant, unasked: Vec::new() })
            }
            Node::All(nodes) => self.join(nodes, 0, Rank::saturating_add),
            Node::Any(nodes) => self.join(nodes, NOT_FOUND, Rank::min),
        }
    }

    fn term(&mut self, term: &Term) -> Rc<Found> {
        if let Some(found) = self.used.get(term) {
            return Rc::clone(found);
        }
        let found = self.known.remove(term).unwrap_or_else(|| {
            let Index { names, tags, fits, sets, .. } = &mut *self.index;
            Rc::new(NameLookup { catalog: self.catalog, names, tags, fits, sets }.find(term))
        });
        self.used.insert(term.clone(), Rc::clone(&found));
        found
    }

    /// A term of the query, which is known by now, with what is known of it.
    fn reading(&mut self, term: Term) -> Reading {
        let found = self.term(&term);
        match found.meant.first() {
            Some(skill) => {
                let term = Term { pattern: Pattern::new(skill.name()), ..term };
                Reading { term, class: Some(Class::Token) }
            }
            None => Reading { term, class: found.class },
        }
    }

    fn join(&mut self, nodes: &[Node], start: Rank, join: fn(Rank, Rank) -> Rank) -> Rc<Found> {
        let ranks = vec![start; self.catalog.len()];
        let mut joined = Found { ranks, class: None, meant: Vec::new(), unasked: Vec::new() };
        for node in nodes {
            let found = self.judge(node);
            for (rank, &other) in joined.ranks.iter_mut().zip(&found.ranks) {
                *rank = join(*rank, other);
            }
            joined.class = joined.class.max(found.class);
            joined.meant.extend(&found.meant);
            joined.unasked.extend(found.unasked.iter().cloned());
        }
        Rc::new(joined)
    }
}

#[cfg(test)]
mod tests;
