//! Advice: what the person who typed a query may have meant by words that are understood, but as something
//! else.

use std::collections::HashSet;

use super::fit;
use super::index::Index;
use super::query::edit;
use super::query::{Clause, Node, Query, Scope, Term};
use super::skills;
use crate::model::Catalog;

/// So many words are looked at together: no skill has more.
const LONGEST: usize = 6;

impl Index {
    /// Better words for a query, each with the number of its proposals: a phrase for words
    /// that name a skill only together, where that finds what the words by themselves do not; a skill
    /// however much it is asked for, where nobody needs it; the text, where nobody asks for a skill; the fewest missing
    /// skills, where nothing fits.
    pub fn instead(&mut self, catalog: &Catalog, query: &Query) -> Vec<(String, usize)> {
        // The next query is this one with a letter more, not one of those that are asked in between.
        let kept = std::mem::take(&mut self.found);
        let mut instead = Vec::new();
        for words in joined_skills(query) {
            let phrase = format!("\"{words}\"");
            let together = self.search(catalog, &Query::parse(&phrase)).hits;
            let apart = self.search(catalog, &Query::parse(&words)).hits;
            let apart: HashSet<usize> = apart.into_iter().collect();
            if together.iter().any(|hit| !apart.contains(hit)) {
                instead.push((phrase, together.len()));
            }
        }
        for term in query.terms().iter().filter(|term| term.scope == Scope::Need) {
            let skill = |scope: Scope| format!("{scope}:{}", edit::typed(&term.pattern.text));
            let count = |index: &mut Self, text: &str| index.search(catalog, &Query::parse(text)).hits.len();
            let at_all = count(self, &skill(Scope::Skill));
            if at_all > 0 && count(self, &skill(Scope::Need)) == 0 {
                instead.push((skill(Scope::Skill), at_all));
            }
        }
        for term in query.terms().iter().filter(|term| matches!(term.scope, Scope::Names | Scope::Skill)) {
            if skills::canonical(&term.pattern.text).is_none() || self.is_wanted(catalog, term) {
                continue;
            }
            let text = format!("{}:{}", Scope::Text, edit::typed(&term.pattern.text));
            let count = self.search(catalog, &Query::parse(&text)).hits.len();
            if count > 0 {
                instead.push((text, count));
            }
        }
        for term in query.terms().iter().filter(|term| term.scope == Scope::Fit) {
            let most = fit::most_missing(&term.pattern.text);
            if let Some((least, count)) = most.and_then(|most| fit::nearest(self.fits(), most))
                && !self.is_wanted(catalog, term)
            {
                instead.push((format!("{}:{least}-missing", Scope::Fit), count));
            }
        }
        self.found = kept;
        instead
    }
}

impl Index {
    /// Whether a term by itself finds anything.
    fn is_wanted(&mut self, catalog: &Catalog, term: &Term) -> bool {
        let query = Query::of_term(term.clone());
        !self.search(catalog, &query).hits.is_empty()
    }
}

/// The words of a query that name a skill only together, the longest of them: `machine learning`.
fn joined_skills(query: &Query) -> Vec<String> {
    let words: Vec<Option<&Term>> = query.clauses().iter().map(plain).collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let run: Vec<&str> = words[at..]
            .iter()
            .map_while(|word| *word)
            .take(LONGEST)
            .map(|term| &*term.pattern.text)
            .collect();
        let is_skill = |&count: &usize| skills::canonical(&run[..count].join(" ")).is_some();
        let count = (2..=run.len()).rev().find(is_skill);
        found.extend(count.map(|count| run[..count].join(" ")));
        at += count.unwrap_or(1);
    }
    found
}

/// The word of a clause that is nothing but a word, without a field, a sign or quotes.
fn plain(clause: &Clause) -> Option<&Term> {
    match &clause.node {
        Node::Term(term) if term.is_plain() => Some(term),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_one_skill_are_joined_the_longest_first() {
        for (typed, joined) in [
            ("machine learning go", vec!["machine learning"]),
            ("go rest api", vec!["rest api"]),
            ("go rust", vec![]),
            ("machine -learning", vec![]),
            ("machine title:x learning", vec![]),
            ("\"machine learning\"", vec![]),
            ("machine", vec![]),
        ] {
            assert_eq!(joined_skills(&Query::parse(typed)), joined, "{typed}");
        }
    }
}
