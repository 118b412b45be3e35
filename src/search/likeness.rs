//! Likeness: which proposals share rare skills and words with one.
//!
//! A skill or a word counts the more, the fewer proposals have it (tf-idf), and what a proposal has besides takes
//! away from it (cosine). Building takes time with the length of the texts, a question with the number of proposals
//! that share something.

mod usual;

use std::collections::HashMap;

use super::index::Index;
use super::skills::{self, SkillTag};
use crate::model::{Catalog, Entry, FieldKind, start_of};

/// So many bytes of each field are looked at: what a proposal is about stands at the beginning.
const MOST_OF_FIELD: usize = 4 * 1024;
/// A word has at least so many letters.
const LEAST_LETTERS: usize = 4;
/// A skill counts so much more than a word of the text.
const SKILL: f32 = 3.0;
/// A word of the title counts so much more than one of the text.
const TITLE: f32 = 2.0;
/// So many shared skills, and so many words, are named.
const NAMED: usize = 4;
/// So many shared words alone make two proposals alike.
const LEAST_WORDS: usize = 2;
/// Who has less than this part of the likeness of the best is left out.
const LEAST_OF_BEST: f32 = 0.2;

/// A proposal that is like another.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// Its catalog index.
    pub index: usize,
    /// How much, from 0 to 1.
    pub score: f32,
    /// The skills that both have, the rarest first.
    pub skills: Vec<SkillTag>,
    /// The words that both have, those that say most first.
    pub words: Vec<String>,
}

impl Alike {
    /// Why it is: `shares: rust, ebpf; words: tracing`.
    pub fn reason(&self) -> String {
        let skills: Vec<&str> = self.skills.iter().map(|tag| tag.name()).collect();
        let shared = |label: &str, names: &[String]| match names {
            [] => None,
            names => Some(format!("{label}{}", names.join(", "))),
        };
        let skills: Vec<String> = skills.into_iter().map(str::to_owned).collect();
        let parts = [shared("shares: ", &skills), shared("words: ", &self.words)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// A skill or a word, by its number.
type TermNumber = u32;

/// The skills and words that the proposals of a catalog share.
#[derive(Debug, Clone, Default)]
pub struct Likeness {
    terms: Vec<TermName>,
    /// The terms of each proposal with their weights, of length 1 together.
    proposals: Vec<Vec<(TermNumber, f32)>>,
    /// The proposals of each term.
    postings: Vec<Vec<u32>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum TermName {
    Skill(SkillTag),
    Word(String),
}

/// The terms of the proposals that were read so far.
#[derive(Default)]
struct Reader {
    numbers: HashMap<TermName, TermNumber>,
    words: HashMap<String, TermNumber>,
    terms: Vec<TermName>,
    /// In how many proposals each stands.
    counts: Vec<u32>,
}

impl Likeness {
    /// Reads a catalog; the index is of it.
    pub fn of(catalog: &Catalog, index: &Index) -> Self {
        let mut reader = Reader::default();
        let read = |(number, entry): (usize, Entry<'_>)| reader.read(entry, index, number);
        let mut proposals: Vec<Vec<(TermNumber, f32)>> = catalog.iter().enumerate().map(read).collect();
        let mut postings = vec![Vec::new(); reader.terms.len()];
        for (number, terms) in (0_u32..).zip(&mut proposals) {
            for (term, weight) in terms.iter_mut() {
                *weight *= rarity(reader.counts[*term as usize], catalog.len());
                postings[*term as usize].push(number);
            }
            terms.retain(|(_, weight)| *weight > 0.0);
            let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            if length > 0.0 {
                for (_, weight) in terms.iter_mut() {
                    *weight /= length;
                }
            }
        }
        Self { terms: reader.terms, proposals, postings }
    }

    /// The proposals that are like one (a catalog index), best first, at most so many.
    pub fn like(&self, proposal: usize, most: usize) -> Vec<Alike> {
        let Some(own) = self.proposals.get(proposal) else { return Vec::new() };
        let mut weights: HashMap<TermNumber, f32> = HashMap::with_capacity(own.len());
        weights.extend(own.iter().copied());
        let mut candidates: Vec<u32> =
            own.iter().flat_map(|(term, _)| &self.postings[*term as usize]).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let score = |&number: &u32| {
            let terms = &self.proposals[number as usize];
            let score =
                terms.iter().filter_map(|(term, weight)| Some(weights.get(term)? * weight)).sum::<f32>();
            (number as usize, score)
        };
        let mut scored: Vec<(usize, f32)> =
            candidates.iter().filter(|&&number| number as usize != proposal).map(score).collect();
        scored.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let alike = scored.into_iter().map(|(number, score)| self.alike(number, score, &weights));
        let is_alike = |alike: &Alike| !alike.skills.is_empty() || alike.words.len() >= LEAST_WORDS;
        let mut alike: Vec<Alike> = alike.filter(is_alike).take(most).collect();
        let least = alike.first().map_or(0.0, |best| best.score * LEAST_OF_BEST);
        alike.retain(|alike| alike.score >= least);
        alike
    }

    /// One of them with its reasons.
    fn alike(&self, number: usize, score: f32, weights: &HashMap<TermNumber, f32>) -> Alike {
        let terms = self.proposals[number].iter();
        let mut shared: Vec<(f32, TermNumber)> =
            terms.filter_map(|&(term, weight)| Some((weights.get(&term)? * weight, term))).collect();
        shared.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut alike = Alike { index: number, score, skills: Vec::new(), words: Vec::new() };
        for (_, term) in shared {
            match &self.terms[term as usize] {
                TermName::Skill(tag) if alike.skills.len() < NAMED => alike.skills.push(*tag),
                TermName::Word(word) if alike.words.len() < NAMED => alike.words.push(word.clone()),
                _ => {}
            }
        }
        alike
    }
}

/// How much it says that a term stands in so many proposals of all: nothing where it stands in most.
fn rarity(count: u32, all: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "no catalog has so many proposals that it matters")]
    let (count, all) = (count as f32, all as f32);
    // With two proposals, both of which have it, it still says something.
    if count < 2.0 || (count * 2.0 > all && all > 4.0) { 0.0 } else { ((all + 1.0) / count).ln() }
}

impl Reader {
    /// The terms of a proposal, each once, with how much it is used.
    fn read(&mut self, entry: Entry<'_>, index: &Index, number: usize) -> Vec<(TermNumber, f32)> {
        let mut uses: HashMap<TermNumber, f32> = HashMap::new();
        for wanted in index.wanted(number) {
            uses.insert(self.skill(wanted.tag), SKILL);
        }
        let mut room = String::new();
        self.words(&entry.proposal.title, TITLE, &mut uses, &mut room);
        let is_text = |kind| matches!(kind, FieldKind::Description | FieldKind::Outcome | FieldKind::Other);
        for field in entry.proposal.fields.iter().filter(|field| is_text(field.kind)) {
            self.words(start_of(field.value.of(entry.text()), MOST_OF_FIELD), 1.0, &mut uses, &mut room);
        }
        let mut terms: Vec<(TermNumber, f32)> = uses.into_iter().collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        for (term, weight) in &mut terms {
            self.counts[*term as usize] += 1;
            // The tenth time a word says little more than the second.
            if matches!(self.terms[*term as usize], TermName::Word(_)) {
                *weight = 1.0 + weight.ln().max(0.0);
            }
        }
        terms
    }

    fn skill(&mut self, tag: SkillTag) -> TermNumber {
        let name = TermName::Skill(tag);
        if let Some(known) = self.numbers.get(&name) {
            return *known;
        }
        let number = self.add(name.clone());
        self.numbers.insert(name, number);
        number
    }

    fn add(&mut self, name: TermName) -> TermNumber {
        let number = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        self.terms.push(name);
        self.counts.push(0);
        number
    }

    /// Adds the words of a text, each use of them with a weight.
    fn words(&mut self, text: &str, weight: f32, uses: &mut HashMap<TermNumber, f32>, room: &mut String) {
        for chunk in text.split_whitespace().map(without_address) {
            for word in chunk.split(|letter: char| !letter.is_alphanumeric()) {
                if word.len() < LEAST_LETTERS || word.bytes().all(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                room.clear();
                room.extend(word.chars().flat_map(char::to_lowercase));
                let number = match self.words.get(room.as_str()) {
                    Some(known) => *known,
                    None if says_nothing(room) => continue,
                    None => {
                        let number = self.add(TermName::Word(room.clone()));
                        self.words.insert(room.clone(), number);
                        number
                    }
                };
                *uses.entry(number).or_default() += weight;
            }
        }
    }
}

/// Whether a word (in small letters) says nothing: a usual one, or the name of a skill, which counts as that.
fn says_nothing(word: &str) -> bool {
    word.chars().nth(LEAST_LETTERS - 1).is_none()
        || usual::is_usual(word)
        || skills::canonical(word).is_some()
}

/// A run of letters without the address in it.
fn without_address(run: &str) -> &str {
    let run = run.split("](").next().unwrap_or(run);
    if run.contains("://") || run.contains('@') { "" } else { run }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Field, Listing, Origin, Proposal, ProposalId, Skill, SkillLevel, Span};

    /// A catalog of proposals, each a title, its skills and its description.
    fn catalog(all: &[(&str, &[&str], &str)]) -> Catalog {
        let mut text = String::new();
        let proposals = all.iter().map(|(title, skills, description)| {
            let start = text.len();
            text.push_str(description);
            let value = Span::new(start, text.len());
            let skill = |text: &&str| Skill {
                text: (*text).to_owned(),
                span: Span::default(),
                level: SkillLevel::Unsaid,
                aside: None,
            };
            Proposal {
                skills: skills.iter().map(skill).collect(),
                fields: vec![Field { kind: FieldKind::Description, label: Span::default(), value }],
                ..Proposal::new(ProposalId::new(*title), *title, Span::default(), value)
            }
        });
        let proposals = proposals.collect();
        Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, text), proposals)])
    }

    fn like(catalog: &Catalog, proposal: usize) -> Vec<(usize, String)> {
        let likeness = Likeness::of(catalog, &Index::new(catalog));
        likeness.like(proposal, 10).iter().map(|it| (it.index, it.reason())).collect()
    }

    #[test]
    fn what_is_rare_counts_and_is_the_reason() {
        let catalog = catalog(&[
            ("Lanterns", &["Rust", "eBPF"], "Barnacles on the tidal keel."),
            ("A board", &["Go"], "Charts for everybody."),
            ("Fewer lanterns", &["eBPF", "C", "Rust"], "Barnacles that the keel drops."),
            ("A parser", &["Rust"], "Reads the tables of the tides."),
            ("Bell", &["Rust", "Go"], "Rings at noon."),
            ("Lamp", &["Rust"], "Shines at night."),
            ("Ferry", &["Java"], "Crosses the bay."),
        ]);
        let found = like(&catalog, 0);
        assert_eq!(found[0].0, 2);
        assert_eq!(found[0].1, "shares: ebpf; words: lanterns, barnacles, keel", "most want rust");
        assert!(found.iter().all(|(index, _)| *index != 0 && *index != 6), "{found:?}");
    }

    #[test]
    fn addresses_usual_words_and_numbers_are_nothing_to_share() {
        let text =
            "This should have been with https://example.org/lighthouse ada@lighthouse.example 20262026";
        let catalog = catalog(&[("One", &[], text), ("Two", &[], text), ("Three", &["Go"], "")]);
        assert_eq!(like(&catalog, 0), []);
        assert_eq!(like(&catalog, 9), [], "there is no such proposal");
    }

    #[test]
    fn two_words_alone_are_enough_and_one_is_not() {
        let catalog = catalog(&[
            ("Mend", &[], "Lighthouses and [ferries](https://example.org/f)."),
            ("Tend", &[], "Ferries, lighthouses."),
            ("Send", &[], "Lighthouses again."),
            ("Lend", &["Go"], ""),
        ]);
        assert_eq!(like(&catalog, 0), [(1, "words: ferries, lighthouses".to_owned())]);
        assert_eq!(like(&catalog, 3), []);
    }
}
