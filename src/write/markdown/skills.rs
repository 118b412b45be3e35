//! Skills: the lists in which they are written, and how much each is asked for.

use super::facts::KeptParts;
use super::text::{escaped, item, reads_as};
use crate::markdown::dedent::dedent;
use crate::markdown::inline::on_one_line;
use crate::markdown::references::{destination, inlined};
use crate::model::safe;
use crate::model::{Document, Entry, Origin, Skill, SkillLevel};
use crate::parse;

/// The labels above skills, by how much they are asked for. What will be taught has no label of its
/// own: a line above those skills says it.
pub(super) const LABELS: &[(SkillLevel, &str)] = &[
    (SkillLevel::Required, "Required Skills"),
    (SkillLevel::Unsaid, UNSAID),
    (SkillLevel::NiceToHave, "Nice to have"),
];
/// The label below which words tell more than it.
const UNSAID: &str = "Recommended Skills";
pub(super) const WILL_LEARN: &str = "You will learn:";

/// The skills below one label.
pub(super) struct Group {
    pub(super) label: &'static str,
    pub(super) asked: Vec<String>,
    /// Those that will be taught.
    pub(super) taught: Vec<String>,
}

/// The skills of a proposal but for those in the spans that are taken over: in their order, where
/// their words tell how much each is asked for, else below a label for each level.
pub(super) fn groups(entry: Entry<'_>, kept: &KeptParts) -> Vec<Group> {
    let skills: Vec<_> = entry.proposal.skills.iter().filter(|skill| !kept.hold(skill.span)).collect();
    let all = skills.iter().map(|skill| words(entry, skill)).collect::<Vec<_>>();
    if skills.windows(2).any(|pair| pair[0].level != pair[1].level) && tell_levels(&all, &skills) {
        return vec![Group { label: UNSAID, asked: all, taught: Vec::new() }];
    }
    let of_level = |level: SkillLevel| {
        let words = skills.iter().zip(&all).filter(|(skill, _)| skill.level == level);
        words.map(|(_, words)| words.clone()).collect::<Vec<_>>()
    };
    let group = |&(level, label)| Group { label, asked: of_level(level), taught: Vec::new() };
    let mut groups: Vec<_> = LABELS.iter().map(group).collect();
    let last = groups.iter().rposition(|group| !group.asked.is_empty()).unwrap_or(1);
    groups[last].taught = of_level(SkillLevel::WillLearn);
    groups.retain(|group| !group.asked.is_empty() || !group.taught.is_empty());
    groups
}

/// Whether these words read as these skills below a label that does not tell their levels.
fn tell_levels(words: &[String], skills: &[&Skill]) -> bool {
    let items: String = words.iter().map(|words| item(words)).collect();
    let markdown = format!("#### One\n\n- Description: One.\n- {UNSAID}:\n{items}");
    let read = parse::parse(&Document::new(Origin::Stdin, markdown)).proposals;
    let is_same =
        |(read, skill): (&Skill, &&Skill)| read.level == skill.level && safe(&read.text) == safe(&skill.text);
    matches!(read.as_slice(), [one]
        if one.skills.len() == skills.len() && one.skills.iter().zip(skills).all(is_same))
}

/// A skill: as it was written, where that alone reads as the same.
pub(super) fn words(entry: Entry<'_>, skill: &Skill) -> String {
    let written = dedent(entry.text(), skill.span);
    // Markdown that does not read as the skill by itself is replaced by the words of the skill.
    let references = &entry.listing.references;
    let target = |url: &str| format!("({})", destination(url));
    let written = on_one_line(inlined(&written, references, target).into_owned());
    let read = |words: &str| reads_as(&written, words);
    if !skill.span.is_empty() && (read(&skill.text) || read(&format!("{}.", skill.text))) {
        return written;
    }
    escaped(&skill.text).into_owned()
}
