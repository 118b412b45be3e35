//! Advice: what whoever typed a query may have meant by words that are understood, but as something
//! else.

use std::collections::HashSet;

use super::index::Index;
use super::query::{Clause, Node, Query, Scope, Term};
use super::skills;
use crate::model::Catalog;

/// So many words are looked at together: no skill has more.
const LONGEST: usize = 6;

/// Words that join conditions elsewhere, and how that is written here.
const OPERATORS: &[(&str, &str)] = &[
    ("or", "OR is written in capitals"),
    ("and", "AND is written in capitals, or left out"),
    ("not", "-word leaves a word out"),
];

/// How to write what was typed as a plain word and joins conditions elsewhere (`go or rust`).
#[must_use]
pub fn operators(query: &Query) -> Vec<&'static str> {
    let words: Vec<String> =
        query.clauses().iter().filter_map(plain).map(|term| term.pattern.text.to_lowercase()).collect();
    let is_typed = |(word, _): &&(&str, &str)| words.iter().any(|typed| typed == word);
    OPERATORS.iter().filter(is_typed).map(|(_, advice)| *advice).collect()
}

impl Index {
    /// The words of a query that name a skill only together, as a phrase to be typed, where that finds
    /// what the words by themselves do not; each with the number of its proposals.
    pub fn joined(&mut self, catalog: &Catalog, query: &Query) -> Vec<(String, usize)> {
        // What is typed next is the query with one letter more, not what is asked in between.
        let kept = std::mem::take(&mut self.found);
        let mut joined = Vec::new();
        for words in joined_skills(query) {
            let phrase = format!("\"{words}\"");
            let together = self.search(catalog, &Query::parse(&phrase)).hits;
            let apart = self.search(catalog, &Query::parse(&words)).hits;
            let apart: HashSet<usize> = apart.into_iter().collect();
            if together.iter().any(|hit| !apart.contains(hit)) {
                joined.push((phrase, together.len()));
            }
        }
        self.found = kept;
        joined
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
        Node::Term(term) if term.scope == Scope::Names && !term.phrase && !term.fuzzy => Some(term),
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

    #[test]
    fn operators_of_elsewhere_are_explained() {
        assert_eq!(operators(&Query::parse("go or rust")), ["OR is written in capitals"]);
        assert_eq!(operators(&Query::parse("go NOT rust")), ["-word leaves a word out"]);
        assert!(operators(&Query::parse("go OR rust AND \"or\" title:not")).is_empty());
    }
}
