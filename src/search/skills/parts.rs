//! Parts: the words that names of several words are made of, so that one of them is enough to find
//! the skill, and all of them typed one after the other find it too.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::tokens::{Tokens, singular};
use super::{Area, SkillTag};

/// Words that mean nothing by themselves.
const SMALL: &[&str] = &["and", "as", "for", "in", "of", "to"];
/// A shorter word (in letters) is only a sign: the `x` of `x.509`.
const LEAST: usize = 2;
/// Words that go with every language, not only with those that the table spells so.
const OF_LANGUAGES: &[&str] = &["language", "programming"];
/// Which of those asks for a language by itself; the other is used of people and models, too.
const ASKS_LANGUAGE: &str = "programming";

/// The skills whose name has several words and this one among them:
/// `machine` is in `machine learning`, and so is meant by `ML`. None for what is no single word.
pub(in crate::search) fn named_with(word: &str) -> &'static [SkillTag] {
    let tokens = Tokens::of(word);
    if tokens.list.len() != 1 {
        return &[];
    }
    known().get(singular(tokens.word(0))).map_or(&[], Vec::as_slice)
}

/// The skills by the words of their names.
fn known() -> &'static HashMap<String, Vec<SkillTag>> {
    static KNOWN: OnceLock<HashMap<String, Vec<SkillTag>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known: HashMap<String, Vec<SkillTag>> = HashMap::new();
        for tag in SkillTag::all() {
            let of_all = (tag.area() == Area::Languages).then(|| ASKS_LANGUAGE.to_owned());
            for word in words(tag).into_iter().chain(of_all) {
                let tags = known.entry(word).or_default();
                if tags.last() != Some(&tag) {
                    tags.push(tag);
                }
            }
        }
        known
    })
}

/// The words of a skill's name, where it has several. Those of its other spellings do not count: who types
/// `agent` does not ask for the Open Policy Agent of somebody who wrote `OPA`.
fn words(tag: SkillTag) -> Vec<String> {
    let tokens = Tokens::of(tag.name());
    let count = tokens.list.len();
    let words = (0..count).filter(|_| count > 1).map(|at| singular(tokens.word(at)));
    let says_something = |word: &&str| {
        let of_all = tag.area() == Area::Languages && OF_LANGUAGES.contains(word);
        word.len() >= LEAST && !SMALL.contains(word) && !of_all
    };
    words.filter(says_something).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(word: &str) -> Vec<&str> {
        named_with(word).iter().map(|tag| tag.name()).collect()
    }

    #[test]
    fn a_word_of_a_name_is_enough() {
        assert_eq!(names("machine"), ["machine learning"], "not the virtual machine of virtualization");
        assert_eq!(names("agent"), ["ai agents"], "not the open policy agent");
        assert_eq!(names("Actions"), ["github actions"]);
        assert_eq!(names("supply"), ["supply chain security"]);
        assert_eq!(names("native"), ["react native", "cloud native"]);
        assert!(names("api").contains(&"rest api") && !names("api").contains(&"apis"));
        assert!(names("programming").contains(&"python"), "what can be said of every language");
    }

    #[test]
    fn what_is_another_skill_or_a_kind_or_no_word_is_not() {
        assert_eq!(names("docker"), ["docker compose"]);
        for word in ["kubernetes", "webhook", "in", "x", "machine learning", "virtual", "broker", "", "xyzzy"]
        {
            assert_eq!(names(word), [] as [&str; 0], "{word}");
        }
    }

    #[test]
    fn the_words_of_a_name_find_it_together() {
        for tag in SkillTag::all() {
            let tokens = Tokens::of(tag.name());
            let words = (0..tokens.list.len()).map(|at| tokens.word(at));
            for word in words.filter(|word| tokens.list.len() > 1 && word.len() >= LEAST) {
                let is_found = named_with(word).contains(&tag);
                assert!(is_found || SMALL.contains(&word), "{word} of {}", tag.name());
            }
        }
    }
}
