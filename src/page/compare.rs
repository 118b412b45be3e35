//! Comparison: what several proposals have in common, and what only one of them asks for.
//!
//! Skills are compared by their one name, however they are written; what has none, by its words.

use std::collections::HashMap;

use strum::VariantArray;

use super::facts::{self, Audience, Fact};
use crate::model::{Entry, FieldKind, Proposal, SkillLevel};
use crate::search::skills as names;

/// A skill of the compared proposals, with how much each of them asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillComparison {
    /// Its one name; where it has none, as it is written first.
    pub name: String,
    /// By proposal, in the order in which they are compared; `None` for one that does not want it.
    pub levels: Vec<Option<SkillLevel>>,
}

impl SkillComparison {
    /// Whether every proposal wants it.
    pub fn is_common(&self) -> bool {
        self.levels.iter().all(Option::is_some)
    }

    /// The one proposal that wants it, where only one does, by its place among those compared.
    pub fn only(&self) -> Option<usize> {
        let mut places = self.levels.iter().enumerate().filter(|(_, level)| level.is_some());
        let (place, _) = places.next()?;
        places.next().is_none().then_some(place)
    }

    /// Whether a proposal wants it.
    pub fn is_of(&self, place: usize) -> bool {
        self.levels.get(place).is_some_and(Option::is_some)
    }
}

/// The skills of some proposals: each once, in the order of their first mention.
pub fn skills(proposals: &[&Proposal]) -> Vec<SkillComparison> {
    let mut found: Vec<SkillComparison> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    for (place, proposal) in proposals.iter().enumerate() {
        for (key, name, level) in wanted(proposal) {
            let at = *places.entry(key).or_insert_with(|| {
                found.push(SkillComparison { name, levels: vec![None; proposals.len()] });
                found.len() - 1
            });
            // The first mention of a skill without a name counts.
            found[at].levels[place].get_or_insert(level);
        }
    }
    found
}

/// A fact, by its label, and what each proposal says about it.
pub type FactRow = (&'static str, Vec<String>);

/// The label of the skills that all of them want: each cell has the same.
pub const SHARED: &str = "Shared skills";

/// The facts of all, aligned. Skills are distinguished: those of all, of one, of some.
pub fn rows(entries: &[Entry<'_>], audience: Audience<'_>) -> Vec<FactRow> {
    let facts: Vec<_> = entries.iter().map(|&entry| facts::in_full(entry, audience)).collect();
    let mut rows: Vec<FactRow> = Vec::new();
    for &fact in Fact::VARIANTS {
        if fact == Fact::Skills {
            rows.extend(skill_rows(entries, audience));
        } else if fact.field() != Some(FieldKind::Skills) {
            let cell = |facts: &Vec<(Fact, String)>| {
                let said = facts.iter().find(|(known, _)| *known == fact);
                said.map(|(_, words)| words.clone()).unwrap_or_default()
            };
            let cells: Vec<String> = facts.iter().map(cell).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push((fact.label(), cells));
            }
        }
    }
    rows
}

fn skill_rows(entries: &[Entry<'_>], audience: Audience<'_>) -> Vec<FactRow> {
    let proposals: Vec<_> = entries.iter().map(|entry| entry.proposal).collect();
    let skills = skills(&proposals);
    let row = |label, fits: &dyn Fn(&SkillComparison, usize) -> bool| -> FactRow {
        let cell = |place: usize| {
            let of_here = skills.iter().filter(|skill| fits(skill, place) && skill.is_of(place));
            let names = of_here.map(|skill| told(skill, place)).collect::<Vec<_>>().join(", ");
            audience.emails.in_text(&names).into_owned()
        };
        (label, (0..entries.len()).map(cell).collect())
    };
    let rows = [
        row("Shared skills", &|skill, _| skill.is_common()),
        row("Shared by some", &|skill, _| !skill.is_common() && skill.only().is_none()),
        row("Only this one", &|skill, place| !skill.is_common() && skill.only() == Some(place)),
    ];
    rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// A skill, and how much a proposal asks for it where that is not simply asked for. Words in brackets at its end, as
/// in `Knots (a plus)`, say it already.
fn told(skill: &SkillComparison, place: usize) -> String {
    match skill.levels.get(place).copied().flatten() {
        _ if skill.name.ends_with(')') => skill.name.clone(),
        Some(SkillLevel::NiceToHave) => format!("{} (nice to have)", skill.name),
        Some(SkillLevel::WillLearn) => format!("{} (to learn)", skill.name),
        Some(SkillLevel::Required | SkillLevel::Unsaid) | None => skill.name.clone(),
    }
}

/// The identity of a skill: two with the same key are one.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    Tag(names::SkillTag),
    Words(String),
}

/// The skills of a proposal: those with a name, and those as written in which there is none.
fn wanted(proposal: &Proposal) -> Vec<(Key, String, SkillLevel)> {
    let named = names::wanted(&proposal.skills).into_iter();
    let named = named
        .map(|wanted| (wanted.written, (Key::Tag(wanted.tag), wanted.tag.name().to_owned(), wanted.level)));
    let written = proposal.skills.iter().enumerate();
    let unnamed = written.filter(|(_, skill)| names::meant(&skill.text).is_empty());
    let unnamed = unnamed.map(|(at, skill)| {
        let words = skill.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        (at, (Key::Words(words), skill.text.clone(), skill.level))
    });
    let mut all: Vec<_> = named.chain(unnamed).collect();
    all.sort_by_key(|&(at, _)| at);
    all.into_iter().map(|(_, skill)| skill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ProposalId, Skill, Span};

    fn proposal(skills: &[(&str, SkillLevel)]) -> Proposal {
        let skill = |&(text, level): &(&str, SkillLevel)| Skill {
            text: text.to_owned(),
            span: Span::default(),
            level,
            aside: None,
        };
        let bare = Proposal::new(ProposalId::new("p"), "P", Span::default(), Span::default());
        Proposal { skills: skills.iter().map(skill).collect(), ..bare }
    }

    #[test]
    fn a_skill_is_one_however_it_is_written() {
        use SkillLevel::{NiceToHave, Required, Unsaid};
        let one = proposal(&[("Golang", Required), ("Tying knots", Unsaid), ("Rust", Unsaid)]);
        let two = proposal(&[("Rust", Unsaid), ("tying  KNOTS", NiceToHave), ("Go programming", NiceToHave)]);
        let three = proposal(&[("Go", Unsaid), ("k8s", Unsaid)]);
        let found = skills(&[&one, &two, &three]);
        let names: Vec<_> = found.iter().map(|skill| skill.name.as_str()).collect();
        assert_eq!(names, ["go", "Tying knots", "rust", "kubernetes"]);
        assert_eq!(found[0].levels, [Some(Required), Some(NiceToHave), Some(Unsaid)]);
        assert_eq!(
            found.iter().map(SkillComparison::is_common).collect::<Vec<_>>(),
            [true, false, false, false]
        );
        assert_eq!(found.iter().map(SkillComparison::only).collect::<Vec<_>>(), [None, None, None, Some(2)]);
        assert!(found[1].is_of(1) && !found[1].is_of(2) && !found[1].is_of(3));
        assert!(skills(&[]).is_empty());
    }

    #[test]
    fn a_level_stands_once() {
        use SkillLevel::NiceToHave;
        let one = proposal(&[("Tying knots (a plus)", NiceToHave), ("Sewing sails", NiceToHave)]);
        let found = skills(&[&one, &proposal(&[])]);
        let told: Vec<_> = found.iter().map(|skill| told(skill, 0)).collect();
        assert_eq!(told, ["Tying knots (a plus)", "Sewing sails (nice to have)"]);
    }
}
