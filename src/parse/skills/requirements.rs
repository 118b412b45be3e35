//! Requirements: whether they are of the person who builds a thing, or of the thing.

use crate::model::{Field, Skill};
use crate::parse::words;

/// Words that speak of what somebody knows.
pub(super) const OF_PEOPLE: &[&str] = &[
    "experience",
    "experienced",
    "familiar",
    "familiarity",
    "knowledge",
    "understand",
    "understanding",
    "ability",
    "able",
    "skill",
    "skills",
    "proficient",
    "proficiency",
    "interest",
    "interested",
    "programming",
    "basics",
    "basic",
    "comfortable",
    "willing",
    "willingness",
    "fluent",
    "expertise",
    "background",
    "aware",
    "competence",
    "learn",
    "know",
];
/// Words that speak of what is to be built.
const OF_THINGS: &[&str] = &["should", "must", "shall", "need", "needs", "no", "only"];
/// Verbs that tell what is to be done, at the beginning of an item.
const TASKS: &[&str] = &[
    "use",
    "implement",
    "design",
    "research",
    "create",
    "build",
    "make",
    "support",
    "provide",
    "allow",
    "enable",
    "ensure",
    "keep",
    "load",
    "write",
    "develop",
    "add",
    "the",
    "a",
    "an",
    "all",
    "any",
    "smart",
    "new",
];

/// Whether the items below a label of requirements are about the thing that is to be built, and not about
/// the person who builds it.
pub(super) fn are_of_thing(text: &str, field: &Field, skills: &[Skill]) -> bool {
    let label = field.label.of(text);
    // Few labels have that letter: the others need no folding.
    if memchr::memchr2(b'q', b'Q', label.as_bytes()).is_none() {
        return false;
    }
    let label = words::folded(label);
    if label.rsplit(' ').next() != Some("requirement") || label.split(' ').count() > 2 {
        return false;
    }
    let has = |text: &str, words: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| words.contains(&word.to_ascii_lowercase().as_str()))
    };
    let is_task = |text: &str| {
        let first =
            text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
        has(text, OF_THINGS) || TASKS.contains(&first.to_ascii_lowercase().as_str())
    };
    let is_persons = |text: &str| {
        has(text, OF_PEOPLE) && !has(text, &["should", "must", "shall"])
            || text.split_whitespace().count() <= 3 && !is_task(text)
            || !text.is_ascii()
    };
    let persons = skills.iter().filter(|skill| is_persons(&skill.text)).count();
    let tasks = skills.iter().filter(|skill| is_task(&skill.text)).count();
    persons * 2 < skills.len() && tasks * 2 >= skills.len()
}
