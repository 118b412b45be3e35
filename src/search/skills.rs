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

use super::address;
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
    let place = |number: usize| &tokens.list[number].place;
    spellings(&tokens)
        .into_iter()
        .map(|(at, end, key)| Mention {
            tag: SkillTag::numbered(key.skill),
            range: place(at).start..place(end - 1).end,
        })
        .collect()
}

/// How the words of a text mean a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// By one of its spellings.
    Itself,
    /// By the name of a part or a kind of it, which has a number.
    Kind(u16),
    /// By its name inside the name of another skill: the `documentation` of `documentation writing`.
    Part,
}

/// A place of a text that has to do with a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) tag: SkillTag,
    pub(super) meaning: Meaning,
    /// Where it stands, in bytes of the text.
    pub(super) range: Range<usize>,
}

/// All that a text says of skills: what it means, and the skills whose names are words of those names.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let tokens = Tokens::of(text);
    let place = |number: usize| &tokens.list[number].place;
    let mut signs = Vec::new();
    for (at, end, key) in spellings(&tokens) {
        let meaning = key.kind.map_or(Meaning::Itself, Meaning::Kind);
        let range = place(at).start..place(end - 1).end;
        signs.push(Sign { tag: SkillTag::numbered(key.skill), meaning, range });
        for number in at..end {
            let part = part(&tokens, at..end, number, SkillTag::numbered(key.skill));
            if let Some(part) = part.filter(|part| part.skill != key.skill) {
                let (tag, range) = (SkillTag::numbered(part.skill), place(number).clone());
                signs.push(Sign { tag, meaning: Meaning::Part, range });
            }
        }
    }
    signs
}

/// The skill that one word of a spelling of several names by itself, where it stands apart. A word of English and
/// what is not the one name of a skill do so only in a skill that is named with that one: in `unit tests`, which
/// is a kind of testing, not in `go to market` nor in `neural network`.
fn part(tokens: &Tokens<'_>, spelling: Range<usize>, number: usize, whole: SkillTag) -> Option<&'static Key> {
    let is_apart = |gap: usize| !spelling.contains(&gap) || tokens.gap(gap) == Gap::Space;
    let stands_apart =
        spelling.len() > 1 && (number == spelling.start || is_apart(number)) && is_apart(number + 1);
    let key = table().find(singular(tokens.word(number))).filter(|_| stands_apart)?;
    let tag = SkillTag::numbered(key.skill);
    let is_kind_of = || tag.spellings().any(|word| named_with(word).contains(&whole));
    let is_name = || key.name.is_none() && table::key(tag.name()) == key.letters;
    (key.kind.is_none() && (is_name() || is_kind_of())).then_some(key)
}

/// The spellings in a text that mean a skill where they stand: the words from and to, and which one.
fn spellings(tokens: &Tokens<'_>) -> Vec<(usize, usize, &'static Key)> {
    let mut taken = vec![false; tokens.list.len()];
    let mut found = Vec::new();
    let mut letters = String::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let Some((end, key)) = longest(tokens, at, &mut letters) else {
            at += 1;
            continue;
        };
        taken[at..end].fill(true);
        found.push((at, end, key));
        at = end;
    }
    let positions = Positions::new(tokens, &taken);
    let has_addresses = tokens.text.contains('.');
    found.retain(|&(at, end, key)| {
        let place = tokens.list[at].place.start..tokens.list[end - 1].place.end;
        key.name.is_none_or(|name| positions.means_skill(at, name))
            && !(has_addresses && address::holds(tokens.text, &place))
    });
    found
}

/// The skill that a word or a phrase is a spelling of, as a whole and wherever it stands (`golang`,
/// `k8s`, `c`): for what somebody typed to ask for a skill.
pub fn canonical(words: &str) -> Option<SkillTag> {
    whole(words).map(|key| SkillTag::numbered(key.skill))
}

/// A skill, or a kind of one, as somebody asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) tag: SkillTag,
    /// Where it is a [kind](SkillTag::kinds): its number.
    pub(super) kind: Option<u16>,
    /// Whether it is a word of English, too.
    pub(super) is_word: bool,
}

/// The skill that a word or a phrase asks for, where it is a spelling of one as a whole.
pub(super) fn asked(words: &str) -> Option<Asked> {
    let key = whole(words)?;
    Some(Asked { tag: SkillTag::numbered(key.skill), kind: key.kind, is_word: key.name.is_some() })
}

impl Asked {
    /// The same skill, asked for by its name.
    pub(super) fn of(tag: SkillTag) -> Self {
        Self { tag, kind: None, is_word: false }
    }

    /// Its spellings that are no words of English; none of a kind.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let is_name = |spelling: &&str| whole(spelling).is_some_and(|key| key.name.is_none());
        self.tag.spellings().filter(move |_| self.kind.is_none()).filter(is_name)
    }

    /// The verb that a practice is named after, where that is a spelling of it: `test` of `testing`.
    pub(super) fn verb(self, typed: &str) -> Option<&'static str> {
        let verb = typed.strip_suffix("ing")?;
        self.tag.spellings().find(|spelling| *spelling == verb)
    }

    /// Whether somebody who writes so has its name inside the name of another skill.
    pub(super) fn is_part(self, tag: SkillTag, meaning: Meaning) -> bool {
        self.kind.is_none() && self.tag == tag && meaning == Meaning::Part
    }

    /// Whether somebody who writes so means just this.
    pub(super) fn is_meant_by(self, tag: SkillTag, meaning: Meaning) -> bool {
        let meant = self.kind.map_or(Meaning::Itself, Meaning::Kind);
        self.tag == tag && meaning == meant
    }
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
        let mut add = |tag, level| match all.iter_mut().find(|wanted: &&mut Wanted| wanted.tag == tag) {
            Some(known) if weight(level) > weight(known.level) => known.level = level,
            Some(_) => {}
            None => all.push(Wanted { tag, level, written }),
        };
        match &skill.aside {
            None => meant(&skill.text).iter().for_each(|&tag| add(tag, skill.level)),
            Some(aside) => {
                for Mention { tag, range } in resolve(&skill.text) {
                    add(tag, if aside.range.contains(&range.start) { aside.level } else { skill.level });
                }
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
