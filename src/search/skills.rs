//! Skills: what people write in many ways, by one name.
//!
//! `assets/skills.toml` names the skills and their spellings. A text is cut into words; at each of
//! them the longest spelling that begins there is looked up. What makes no difference to a reader
//! (capitals, accents, hyphens, plurals) makes none here. A spelling that is a word of English too
//! has to stand where a skill is meant (`position.rs`).

mod nearest;
mod parts;
mod position;
mod table;
mod tag;
mod tokens;

use std::ops::Range;
use std::rc::Rc;

use crate::model::{Skill, SkillLevel};

pub use nearest::nearest;
pub(super) use parts::named_with;
use position::Positions;
pub use table::Area;
use table::{Key, extend, table};
pub use tag::SkillTag;
use tokens::{Gap, Tokens, singular};

/// A place of a text that means a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The skill.
    pub tag: SkillTag,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// The skills that a text means, in its order. One that is written twice (`Go (Golang)`) is there
/// twice: the places are apart and can be marked.
pub fn resolve(text: &str) -> Vec<Mention> {
    let tokens = Tokens::of(text);
    let mut taken = vec![false; tokens.list.len()];
    let mut found = Vec::new();
    let mut letters = String::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let Some((end, key)) = longest(&tokens, at, &mut letters) else {
            at += 1;
            continue;
        };
        taken[at..end].fill(true);
        found.push((at, end, key));
        at = end;
    }
    let positions = Positions::new(&tokens, &taken);
    let meant =
        found.into_iter().filter(|&(at, _, key)| key.name.is_none_or(|name| positions.means_skill(at, name)));
    let place = |number: usize| &tokens.list[number].place;
    meant
        .map(|(at, end, key)| Mention {
            tag: SkillTag::numbered(key.skill),
            range: place(at).start..place(end - 1).end,
        })
        .collect()
}

/// The skill that a word or a phrase is a spelling of, as a whole and wherever it stands (`golang`,
/// `k8s`, `c`): for what somebody typed to ask for a skill.
pub fn canonical(words: &str) -> Option<SkillTag> {
    whole(words).map(|key| SkillTag::numbered(key.skill))
}

/// Whether a word or a phrase is one of the [kinds](SkillTag::kinds) of a skill.
pub(super) fn is_kind(words: &str) -> bool {
    whole(words).is_some_and(|key| key.is_kind)
}

/// The spelling that a text is as a whole.
fn whole(text: &str) -> Option<&'static Key> {
    let tokens = Tokens::of(text);
    let (end, key) = longest(&tokens, 0, &mut String::new())?;
    (end == tokens.list.len()).then_some(key)
}

/// A skill that a proposal asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The skill.
    pub tag: SkillTag,
    /// The most that is said of it. What is listed without a word about it is asked for more than
    /// what is called a plus.
    pub level: SkillLevel,
    /// Which of the skills as written means it first, counted from 0.
    pub written: usize,
}

impl Wanted {
    /// Whether it is asked for, neither optional nor taught.
    pub fn is_needed(&self) -> bool {
        self.level.is_needed()
    }
}

/// The skills that a text means, in its order, without their places.
pub fn meant(text: &str) -> Vec<SkillTag> {
    resolve(text).into_iter().map(|mention| mention.tag).collect()
}

/// The skills that those of a proposal mean, each once, in the order of their first mention.
pub fn wanted(skills: &[Skill]) -> Vec<Wanted> {
    wanted_by(skills, |text| meant(text).into())
}

/// The same, where somebody may know already what a text means.
pub(super) fn wanted_by(skills: &[Skill], mut meant: impl FnMut(&str) -> Rc<[SkillTag]>) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::with_capacity(skills.len());
    for (written, skill) in skills.iter().enumerate() {
        for &tag in meant(&skill.text).iter() {
            match all.iter_mut().find(|wanted| wanted.tag == tag) {
                Some(known) if weight(skill.level) > weight(known.level) => known.level = skill.level,
                Some(_) => {}
                None => all.push(Wanted { tag, level: skill.level, written }),
            }
        }
    }
    all
}

fn weight(level: SkillLevel) -> u8 {
    match level {
        SkillLevel::WillLearn => 0,
        SkillLevel::NiceToHave => 1,
        SkillLevel::Unsaid => 2,
        SkillLevel::Required => 3,
    }
}

/// The fewest letters that several words together are looked up with: `c I` is not `ci`.
const LEAST_JOINED: usize = 4;

/// The longest spelling that begins at a word: the number of the word after it, and what it is.
fn longest(tokens: &Tokens<'_>, from: usize, letters: &mut String) -> Option<(usize, &'static Key)> {
    let table = table();
    if tokens.gap(from) == Gap::Dot && !tokens.written(from).starts_with(char::is_uppercase) {
        return None;
    }
    letters.clear();
    let mut found = None;
    for at in from..tokens.list.len() {
        if at > from && matches!(tokens.gap(at), Gap::Stop | Gap::Break) {
            break;
        }
        extend(letters, tokens, at);
        let stem = singular(letters);
        let Some(key) = table.first(stem) else { break };
        let whole = tokens.gap(at + 1) != Gap::Dot || tokens.written(at + 1).starts_with(char::is_uppercase);
        let enough = at == from || letters.len() >= LEAST_JOINED;
        if whole && enough && key.letters == stem {
            found = Some((at + 1, key));
        }
    }
    found.or_else(|| Some((from + 1, table.find(unnumbered(tokens.word(from)))?)))
}

/// A word without its version: `python3`, `html5`.
fn unnumbered(word: &str) -> &str {
    let bare = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if bare.len() < word.len() && bare.len() >= 3 { bare } else { "" }
}

#[cfg(test)]
mod tests;
