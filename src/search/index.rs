//! The index: the searchable fields of a catalog, laid out for one pass over all of them.
//!
//! All fields of all proposals stand in one text, one after the other, a line end between two. A
//! word is found by one pass of substring search over it, which costs next to nothing beside
//! scoring 100,000 lines fuzzily; the place of a hit tells proposal and field.

use memchr::memmem;
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Query, Word, fold};
use crate::model::Catalog;

/// How well a word was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// As a whole word.
    Token,
    /// At the beginning of a word.
    Prefix,
    /// Inside a word.
    Inside,
    /// Its letters in this order, with others between them.
    Fuzzy,
}

/// Where a word was found, best first: what a proposal is called says more than who guides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FieldName {
    Title,
    Project,
    Skill,
    Mentor,
}

/// A rank: class, then field, then (fuzzy only) how far the score is from the best possible.
/// Smaller is better; ranks of several words add up.
type Rank = u32;
const NOT_FOUND: Rank = Rank::MAX;

fn rank(class: Class, field: FieldName, score: u16) -> Rank {
    ((class as Rank * 4 + field as Rank) << 16) | Rank::from(u16::MAX - score)
}

/// What one word of the query did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCount {
    /// The word as typed.
    pub word: String,
    /// How many proposals hold it, whatever the other words say.
    pub alone: usize,
    /// How many proposals hold it and every word before it.
    pub together: usize,
    /// Whether it was found fuzzily only.
    pub fuzzy: bool,
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The proposals that fit, as catalog indexes, best first (catalog order among equals, and
    /// when the query is empty).
    pub hits: Vec<usize>,
    /// What each word did, in the order typed.
    pub words: Vec<WordCount>,
}

/// Where a field begins in the texts.
#[derive(Debug, Clone, Copy)]
struct FieldStart {
    offset: usize,
    proposal: usize,
    name: FieldName,
}

/// The searchable fields of a catalog. Keeps the scratch memory of matching, hence `&mut` to ask.
#[derive(Debug)]
pub struct Index {
    proposals: usize,
    fields: Vec<FieldStart>,
    /// The fields with accents folded, for words with capitals.
    cased: String,
    /// The same in lower case; an offset is good for both texts.
    lower: String,
    matcher: Matcher,
    ranks: Vec<Rank>,
}

/// A word that is only found fuzzily keeps the proposals that score at least this share of the
/// best one, in percent: below it the letters are scattered over unrelated words.
const FUZZY_SHARE: u32 = 80;
/// A shorter word (in letters) is not looked for fuzzily: it would be found everywhere.
const FUZZY_LEAST: usize = 3;

impl Index {
    /// The index of a catalog.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut index = Self {
            proposals: 0,
            fields: Vec::new(),
            cased: String::new(),
            lower: String::new(),
            matcher: Matcher::new(Config::DEFAULT),
            ranks: Vec::new(),
        };
        index.extend(catalog);
        index
    }

    /// Takes in what was added at the end of the catalog.
    pub fn extend(&mut self, catalog: &Catalog) {
        for number in self.proposals..catalog.len() {
            let Some(entry) = catalog.get(number) else { break };
            let proposal = entry.proposal;
            self.add(number, FieldName::Title, &proposal.title);
            for project in proposal.project.iter().chain(&proposal.subproject) {
                self.add(number, FieldName::Project, project);
            }
            for skill in &proposal.skills {
                self.add(number, FieldName::Skill, &skill.text);
            }
            for mentor in &proposal.mentors {
                self.add(number, FieldName::Mentor, &mentor.name);
                if let Some(handle) = mentor.github.as_ref().filter(|&handle| *handle != mentor.name) {
                    self.add(number, FieldName::Mentor, handle);
                }
            }
        }
        self.proposals = catalog.len();
    }

    fn add(&mut self, proposal: usize, name: FieldName, text: &str) {
        self.fields.push(FieldStart { offset: self.lower.len(), proposal, name });
        if text.is_ascii() {
            self.cased.push_str(text);
            self.lower.extend(text.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            self.cased.extend(text.chars().map(fold::plain));
            self.lower.extend(text.chars().map(fold::lower));
        }
        self.cased.push('\n');
        self.lower.push('\n');
    }

    /// The proposals that fit a query, best first.
    pub fn search(&mut self, query: &Query) -> Answer {
        let mut totals: Vec<Rank> = vec![0; self.proposals];
        let mut words = Vec::with_capacity(query.words().len());
        for word in query.words() {
            let mut ranks = std::mem::take(&mut self.ranks);
            ranks.clear();
            ranks.resize(self.proposals, NOT_FOUND);
            let fuzzy = self.find_somehow(word, &mut ranks);
            let alone = ranks.iter().filter(|&&rank| rank != NOT_FOUND).count();
            for (total, rank) in totals.iter_mut().zip(&ranks) {
                *total = total.saturating_add(*rank);
            }
            let together = totals.iter().filter(|&&total| total != NOT_FOUND).count();
            words.push(WordCount { word: word.text.clone(), alone, together, fuzzy: fuzzy && alone > 0 });
            self.ranks = ranks;
        }
        let mut hits: Vec<usize> = (0..self.proposals).filter(|&at| totals[at] != NOT_FOUND).collect();
        if !query.is_empty() {
            hits.sort_by_key(|&at| totals[at]);
        }
        Answer { hits, words }
    }

    /// Finds a word as it was typed; where that gives nothing, in any case; where that gives
    /// nothing, fuzzily. Says whether it came to that.
    fn find_somehow(&mut self, word: &Word, ranks: &mut [Rank]) -> bool {
        let found = |ranks: &[Rank]| ranks.iter().any(|&rank| rank != NOT_FOUND);
        self.find(word, ranks);
        if found(ranks) {
            return false;
        }
        let word = word.in_any_case();
        self.find(&word, ranks);
        if found(ranks) {
            return false;
        }
        self.find_fuzzily(&word, ranks);
        true
    }

    /// Finds a word as it stands. A word of one or two letters stands inside half of all words:
    /// it counts there only when no word begins with it.
    fn find(&self, word: &Word, ranks: &mut [Rank]) {
        let text = if word.cased { &self.cased } else { &self.lower };
        let mut at = 0;
        for offset in memmem::find_iter(text.as_bytes(), word.folded.as_bytes()) {
            while self.fields.get(at + 1).is_some_and(|next| next.offset <= offset) {
                at += 1;
            }
            let field = self.fields[at];
            let class = class(text, offset, word.folded.len());
            let slot = &mut ranks[field.proposal];
            *slot = (*slot).min(rank(class, field.name, u16::MAX));
        }
        if word.folded.chars().count() <= 2 {
            let inside = rank(Class::Inside, FieldName::Title, u16::MAX);
            if ranks.iter().any(|&rank| rank < inside) {
                ranks.iter_mut().filter(|rank| **rank >= inside).for_each(|rank| *rank = NOT_FOUND);
            }
        }
    }

    /// Finds a word by its letters in order, near each other and from the beginning of a word, and
    /// keeps what comes close to the best score. The letters of `php` stand in order in half of all
    /// sentences; that is no answer to it.
    fn find_fuzzily(&mut self, word: &Word, ranks: &mut [Rank]) {
        if word.folded.chars().count() < FUZZY_LEAST {
            return;
        }
        let (mut needle, mut haystack, mut letters) = (Vec::new(), Vec::new(), Vec::new());
        let needle = Utf32Str::new(&word.folded, &mut needle);
        let mut best = 0;
        let text = &self.lower;
        let ends = self.fields.iter().skip(1).map(|next| next.offset).chain([text.len()]);
        for (field, end) in self.fields.iter().zip(ends) {
            let field_text = &text[field.offset..end - 1];
            let haystack = Utf32Str::new(field_text, &mut haystack);
            letters.clear();
            let score = self.matcher.fuzzy_indices(haystack, needle, &mut letters);
            if let Some(score) = score.filter(|_| stand_together(haystack, &letters)) {
                best = best.max(score);
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Fuzzy, field.name, score));
            }
        }
        let least = u32::from(best) * FUZZY_SHARE / 100;
        for slot in ranks.iter_mut().filter(|slot| **slot != NOT_FOUND) {
            let score = Rank::from(u16::MAX) - (*slot & Rank::from(u16::MAX));
            if score < least {
                *slot = NOT_FOUND;
            }
        }
    }
}

/// Whether letters found in order look like one word with some left out: the first begins a word,
/// the last is not far.
fn stand_together(haystack: Utf32Str<'_>, letters: &[u32]) -> bool {
    let (Some(&first), Some(&last)) = (letters.first(), letters.last()) else { return false };
    let begins = first == 0 || !fold::is_token_char(haystack.get(first - 1));
    begins && (last - first) as usize <= 2 * letters.len() + 2
}

/// How the `len` bytes at `offset` stand among the tokens of `text`.
fn class(text: &str, offset: usize, len: usize) -> Class {
    let joins = |neighbour: Option<char>| neighbour.is_some_and(fold::is_token_char);
    let (first, last) = (text[offset..].chars().next(), text[..offset + len].chars().next_back());
    let begins = !joins(first) || !joins(text[..offset].chars().next_back());
    let ends = !joins(last) || !joins(text[offset + len..].chars().next());
    match (begins, ends) {
        (true, true) => Class::Token,
        (true, false) => Class::Prefix,
        (false, _) => Class::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Mentor, Origin, Proposal, ProposalId, Skill, SkillLevel, Span};

    fn proposal(number: usize, title: &str, project: &str, skills: &[&str], mentor: &str) -> Proposal {
        let span = Span::default();
        let skills = skills
            .iter()
            .map(|&text| Skill { text: text.to_owned(), span, level: SkillLevel::Unsaid })
            .collect();
        let mentor = Mentor { name: mentor.to_owned(), github: None, email: None, primary: false, span };
        Proposal {
            project: Some(project.to_owned()),
            skills,
            mentors: vec![mentor],
            ..Proposal::new(ProposalId::new(format!("p-{number}")), title, span, span)
        }
    }

    fn index() -> Index {
        let proposals = vec![
            proposal(0, "Port the scheduler to Go", "Lantern", &["C++", "Go"], "Zoë Ågren"),
            proposal(1, "Going further with plugins", "Tidepool", &["Rust", "Kubernetes"], "Ana Gómez"),
            proposal(2, "A plugin for maps", "Category", &["C", "golang"], "Ines"),
        ];
        let document = Document::new(Origin::Stdin, "");
        let listing = Listing::new(document, proposals);
        Index::new(&Catalog::new(vec![listing]))
    }

    fn hits(query: &str) -> Vec<usize> {
        index().search(&Query::parse(query)).hits
    }

    #[test]
    fn whole_words_come_before_beginnings_and_beginnings_before_insides() {
        assert_eq!(hits("go"), [0, 1, 2], "title token, then prefixes");
        assert_eq!(hits("plugin"), [2, 1]);
        assert_eq!(hits(""), [0, 1, 2]);
    }

    #[test]
    fn words_are_anded_and_each_may_stand_in_another_field() {
        assert_eq!(hits("plugin kubernetes"), [1]);
        assert_eq!(hits("plugin c++"), [] as [usize; 0]);
    }

    #[test]
    fn c_is_not_c_plus_plus_and_short_words_do_not_match_inside() {
        assert_eq!(hits("c"), [2, 0], "a token, then the beginning of `c++`; nothing inside `scheduler`");
        assert_eq!(hits("c++"), [0]);
    }

    #[test]
    fn capitals_ask_for_case_and_accents_fold() {
        assert_eq!(hits("gomez"), [1]);
        assert_eq!(hits("agren"), [0]);
        assert_eq!(hits("Going"), [1]);
        assert_eq!(hits("GO"), hits("go"), "a case that nobody wrote is any case");
        assert_eq!(hits("Go"), [0, 1]);
        assert_eq!(hits("@ines"), [2], "a handle as the screen shows it");
    }

    #[test]
    fn a_typo_is_found_fuzzily_and_only_then() {
        let answer = index().search(&Query::parse("kubrnetes"));
        assert_eq!(answer.hits, [1]);
        assert!(answer.words[0].fuzzy);
        assert_eq!(hits("xyzzy"), [] as [usize; 0]);
        assert_eq!(hits("ptg"), [] as [usize; 0], "scattered over `Port the scheduler to Go`");
    }

    #[test]
    fn the_counts_name_the_word_to_blame() {
        let answer = index().search(&Query::parse("go xyzzy maps"));
        let counts: Vec<_> = answer.words.iter().map(|word| (word.alone, word.together)).collect();
        assert_eq!(counts, [(3, 3), (0, 0), (1, 0)]);
    }
}
