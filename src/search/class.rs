//! Classes and ranks: how well something was found, and where.

use super::token::is_token_char;
use crate::model::SkillLevel;

/// How well a word was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// As a whole word, in the singular or the plural, or as another spelling of the same skill.
    Token,
    /// At the beginning of a word.
    Prefix,
    /// Inside a word.
    Inside,
    /// As a whole word of the text.
    Prose,
    /// Its letters in this order, with others between them.
    Fuzzy,
}

/// Where a word was found, best first: what a proposal is called says more than who guides it, and what it
/// cannot do without more than what it teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    Title,
    Project,
    /// Among the skills that are required in so many words.
    Required,
    /// Among the skills of which nothing else is said: they are asked for, too.
    Listed,
    /// Among the skills that are a plus.
    Plus,
    /// Among the skills that the work teaches.
    Taught,
    Mentor,
    /// In the handle of a mentor, or a name that is written as one.
    Handle,
    /// In the name of a skill that is written without it, or as a kind of one.
    Implied,
    Elsewhere,
    /// In the document's own title, which stands in for a project: it says the same of all its proposals.
    Document,
}

impl Place {
    /// Where skills are written.
    pub(super) const SKILLS: [Self; 4] = [Self::Required, Self::Listed, Self::Plus, Self::Taught];
    /// Where skills are written that are asked for.
    pub(super) const NEEDED: [Self; 2] = [Self::Required, Self::Listed];

    /// The place of a skill.
    pub(super) fn of_skill(level: SkillLevel) -> Self {
        match level {
            SkillLevel::Required => Self::Required,
            SkillLevel::Unsaid => Self::Listed,
            SkillLevel::NiceToHave => Self::Plus,
            SkillLevel::WillLearn => Self::Taught,
        }
    }
}

/// A rank: class, then place, then how far the score is from the best possible.
/// Smaller is better; ranks of several words add up.
pub(super) type Rank = u32;

/// No fewer than there are places.
const PLACES: Rank = 16;

/// The rank of what was not found.
pub(super) const NOT_FOUND: Rank = Rank::MAX;

/// The rank of a hit; `score` is the matcher's, and the highest where there is none to compare.
pub(super) fn rank(class: Class, place: Place, score: u16) -> Rank {
    ((class as Rank * PLACES + place as Rank) << 16) | Rank::from(u16::MAX - score)
}

/// The class that is in a rank, as a number; smaller is better.
fn class_number(rank: Rank) -> Rank {
    (rank >> 16) / PLACES
}

/// Whether a rank is that of a proposal in which a skill was found, and not only its word or a mentor's name.
pub(super) fn is_of_skill(rank: Rank) -> bool {
    let elsewhere = [Place::Mentor, Place::Handle, Place::Elsewhere].map(|place| place as Rank);
    rank != NOT_FOUND && !elsewhere.contains(&((rank >> 16) % PLACES))
}

/// Keeps only the best class among the ranks, since a person who types `java` and finds it as a word does
/// not mean `javascript`. Gives that class.
pub(super) fn keep_best_class(ranks: &mut [Rank]) -> Option<Class> {
    let best = ranks.iter().copied().filter(|&rank| rank != NOT_FOUND).map(class_number).min()?;
    for rank in ranks.iter_mut().filter(|rank| class_number(**rank) != best) {
        *rank = NOT_FOUND;
    }
    let classes = [Class::Token, Class::Prefix, Class::Inside, Class::Prose, Class::Fuzzy];
    classes.into_iter().find(|&class| class as Rank == best)
}

/// How the `len` bytes at `offset` stand among the words of `text`.
pub(super) fn class_at(text: &str, offset: usize, len: usize) -> Class {
    let joins = |neighbour: Option<char>| neighbour.is_some_and(is_token_char);
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

    #[test]
    fn only_the_best_class_is_kept() {
        let token = rank(Class::Token, Place::Mentor, u16::MAX);
        let prefix = rank(Class::Prefix, Place::Title, u16::MAX);
        let mut ranks = [prefix, NOT_FOUND, token];
        assert_eq!(keep_best_class(&mut ranks), Some(Class::Token));
        assert_eq!(ranks, [NOT_FOUND, NOT_FOUND, token]);
        let mut ranks = [NOT_FOUND, rank(Class::Fuzzy, Place::Elsewhere, 9)];
        assert_eq!(keep_best_class(&mut ranks), Some(Class::Fuzzy));
        assert_eq!(keep_best_class(&mut [NOT_FOUND]), None);
    }

    #[test]
    fn words_are_told_from_their_parts() {
        let class = |text: &str, word: &str| class_at(text, text.find(word).unwrap(), word.len());
        assert_eq!(class("port to go", "go"), Class::Token);
        assert_eq!(class("c++ and c#", "c"), Class::Prefix);
        assert_eq!(class("c++ (17)", "c++"), Class::Token);
        assert_eq!(class("cargo", "go"), Class::Inside);
    }
}
