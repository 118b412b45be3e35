//! Titles that are nearly the same: one of them has more words, other endings, or a slip.

use std::collections::{HashMap, HashSet};

use crate::model::{Catalog, fold};

/// Words that say nothing about what a proposal is.
const SMALL: &[&str] = &["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"];
/// The most words of a title that are compared.
const MOST_WORDS: usize = 40;
/// A title of fewer words says too little to be found in a longer one.
const LEAST_WORDS: usize = 3;
/// A word that so many proposals of a project have leads to none of them.
const COMMON: usize = 32;
/// From so many letters on, a word may have a slip; from twice as many on, two.
const LEAST_LETTERS: usize = 4;
/// Words that begin alike for so many letters are forms of one word.
const STEM: usize = 5;
/// The longest word that is compared letter by letter, in bytes.
const LONGEST: usize = 64;

/// Whether two titles are nearly the same: every word of the one has its like in the other, which has at most
/// twice as many. Numbers in them are the same.
pub fn is_nearly(one: &str, other: &str) -> bool {
    words_are_near(&words(one), &words(other))
}

fn words_are_near(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty()
        || long.len() > 2 * short.len()
        || (short.len() < LEAST_WORDS && short.len() < long.len())
    {
        return false;
    }
    let numbers = |words: &[String]| {
        let mut numbers: Vec<String> = words.iter().filter(|word| is_number(word)).cloned().collect();
        numbers.sort_unstable();
        numbers
    };
    if numbers(short) != numbers(long) {
        return false;
    }
    let mut free: Vec<bool> = vec![true; long.len()];
    short.iter().all(|word| {
        let equal = (0..long.len()).find(|&at| free[at] && long[at] == *word);
        let like = equal.or_else(|| (0..long.len()).find(|&at| free[at] && is_like(word, &long[at])));
        like.is_some_and(|at| std::mem::replace(&mut free[at], false))
    })
}

/// The words of a title as they are compared, without the small ones.
fn words(title: &str) -> Vec<String> {
    let folded = fold::text(title);
    let all = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    all.filter(|word| !SMALL.contains(word)).take(MOST_WORDS).map(str::to_owned).collect()
}

/// Whether a word tells apart what is numbered (`v2`, `2026`, `part 3`).
fn is_number(word: &str) -> bool {
    word.contains(|letter: char| letter.is_numeric())
}

/// Whether two words are one with a slip, or forms of one.
fn is_like(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if is_number(one) || is_number(other) || one.len().max(other.len()) > LONGEST {
        return false;
    }
    let letters = one.chars().count().min(other.chars().count());
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let slips = letters / LEAST_LETTERS;
    (alike >= STEM && alike + 3 >= letters) || (slips > 0 && strsim::osa_distance(one, other) <= slips.min(2))
}

/// The words of the titles of a catalog's proposals, by project.
pub(super) struct Words {
    /// The proposals of a project that have a word, or its beginning, in their title.
    places: HashMap<(Option<String>, String), Vec<usize>>,
    titles: HashMap<usize, Vec<String>>,
}

impl Words {
    /// The words of all proposals that are not taken. `projects` are theirs, folded.
    pub(super) fn new(catalog: &Catalog, projects: &[Option<String>], taken: &HashSet<usize>) -> Self {
        let mut places: HashMap<_, Vec<usize>> = HashMap::new();
        let mut titles = HashMap::new();
        for (index, (entry, project)) in catalog.iter().zip(projects).enumerate() {
            if taken.contains(&index) {
                continue;
            }
            let words = words(&entry.proposal.title);
            for key in words.iter().flat_map(|word| keys(word)) {
                let known = places.entry((project.clone(), key)).or_default();
                if known.last() != Some(&index) && known.len() <= COMMON {
                    known.push(index);
                }
            }
            titles.insert(index, words);
        }
        Self { places, titles }
    }

    /// The proposals of a project with nearly this title, each once.
    pub(super) fn near(&self, project: Option<&str>, title: &str) -> Vec<usize> {
        let wanted = words(title);
        let mut candidates: Vec<usize> = wanted
            .iter()
            .flat_map(|word| keys(word))
            .filter_map(|key| self.places.get(&(project.map(str::to_owned), key)))
            .filter(|places| places.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|index| self.titles.get(index).is_some_and(|words| words_are_near(&wanted, words)));
        candidates
    }
}

/// The keys under which a word is found: itself, and its beginning, which its forms share.
fn keys(word: &str) -> impl Iterator<Item = String> {
    let stem: String = word.chars().take(STEM).collect();
    let is_longer = stem.len() < word.len();
    std::iter::once(word.to_owned()).chain(is_longer.then(|| format!("{stem}-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added_words_other_endings_and_slips_are_nearly_the_same() {
        for (one, other) in [
            ("Validate tide tables", "Validate tide tables before publishing"),
            ("Validation of tide tables", "Validating the tide tables"),
            (
                "Webhook notices when a schedule changes",
                "Webhook notices for changed schedules when it matters",
            ),
            ("Salinity dashbords", "Salinity dashboards"),
            ("Élan: Łódź tables", "elan lodz table"),
            ("Port the clock to Rust 2024", "Port clock to rust (2024)"),
        ] {
            assert!(is_nearly(one, other), "{one} / {other}");
            assert!(is_nearly(other, one), "{other} / {one}");
        }
    }

    #[test]
    fn another_subject_another_number_and_a_part_of_a_title_are_not() {
        for (one, other) in [
            ("Write tests for the parser", "Write tests for the lexer"),
            ("Tide tables, part 1", "Tide tables, part 2"),
            ("Tide clock", "Tide clock in the browser"),
            (
                "Validate tide tables",
                "Validate tide tables, draw the charts, and send notices to all harbours",
            ),
            ("", ""),
            ("The", "A"),
            ("C", "D"),
        ] {
            assert!(!is_nearly(one, other), "{one} / {other}");
        }
    }
}
