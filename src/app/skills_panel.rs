//! My skills: the panel in which a person says what they can do, with completion from the table of skills.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::effect::Effect;
use super::input::Input;
use super::keymap::Focus;
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::skills_from::SkillsFrom;
use super::state::State;
use crate::search::Profile;
use crate::search::skills::SkillTag;

/// So many skills are offered for a word.
const MOST: usize = 50;
/// Between two skills.
pub(super) const SEPARATOR: &str = ", ";

/// A skill of the table on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferedSkill(pub SkillTag);

impl SelectRow for OfferedSkill {
    fn is_selectable(&self) -> bool {
        true
    }
}

/// The skills as they are typed, and those that the word at the cursor may become.
#[derive(Debug, Clone)]
pub struct SkillsPanel {
    /// The skills, with commas between them.
    pub input: Input,
    pub rows: Rows<OfferedSkill>,
    /// Why what is typed here does not count now.
    pub reason: Option<&'static str>,
    /// How many of the proposals want each skill.
    counts: BTreeMap<SkillTag, usize>,
}

impl SkillsPanel {
    /// The skills of a person, where those in use come from, and how many proposals want each skill.
    pub(super) fn new(skills: &[String], from: SkillsFrom, counts: BTreeMap<SkillTag, usize>) -> Self {
        let mut text = skills.join(SEPARATOR);
        if !text.is_empty() {
            text.push_str(SEPARATOR);
        }
        Self { input: Input::new(&text), rows: Rows::default(), reason: from.reason(), counts }
    }

    /// How many of the proposals want a skill.
    pub fn count(&self, tag: SkillTag) -> usize {
        self.counts.get(&tag).copied().unwrap_or_default()
    }

    /// The skills that are typed.
    fn skills(&self) -> Vec<String> {
        let typed = self.input.text().split(',').map(str::trim).filter(|skill| !skill.is_empty());
        let typed: Vec<&str> = typed.collect();
        // By their one name, each once.
        Profile::new(&typed).names().map(str::to_owned).collect()
    }

    /// The word at the cursor: behind the last comma.
    fn word(&self) -> &str {
        let before = self.input.before_cursor();
        before.rfind(',').map_or(before, |comma| &before[comma + 1..]).trim_start()
    }

    /// Offers the skills of the table with a spelling that begins like the word, those whose name does first, and of
    /// these the ones that most proposals want.
    fn offer(&mut self) {
        self.rows.clear();
        let word = self.word().to_lowercase();
        if word.is_empty() {
            return;
        }
        let place = |tag: SkillTag| {
            let mut spellings = tag.spellings().enumerate();
            let begins = |spelling: &str| spelling.to_lowercase().starts_with(&word);
            spellings.find(|(_, spelling)| begins(spelling)).map(|(at, _)| at.min(1))
        };
        let mut offered: Vec<(usize, Reverse<usize>, &str, SkillTag)> = SkillTag::all()
            .filter_map(|tag| Some((place(tag)?, Reverse(self.count(tag)), tag.name(), tag)))
            .collect();
        offered.sort_by_key(|&(place, count, name, _)| (place, count, name.len(), name));
        offered.truncate(MOST);
        self.rows.select_first();
        for (.., tag) in offered {
            self.rows.push(OfferedSkill(tag));
        }
    }

    /// Puts the selected skill in the place of the word at the cursor, ready for the next one.
    pub(super) fn complete(&mut self, state: &mut State) {
        let Some(OfferedSkill(tag)) = self.rows.selected().copied() else {
            return state.inform("No known skill begins like this word.");
        };
        let before = self.input.before_cursor();
        let start = before.len() - self.word().len();
        let after = self.input.text()[before.len()..].trim_start_matches([',', ' ']);
        let before = format!("{}{}{SEPARATOR}", &before[..start], tag.name());
        self.input = Input::around(&before, after);
        self.offer();
    }
}

impl Panel for SkillsPanel {
    fn focus(&self) -> Focus {
        Focus::Skills
    }

    fn input<'a>(&'a mut self, _: &'a mut State) -> Option<&'a mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, _: &mut State) {
        self.offer();
    }

    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        Some(&mut self.rows)
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        Outcome::Effect(Effect::KeepSkills(self.skills()))
    }

    /// Takes the skill that was clicked.
    fn click(&mut self, state: &mut State) -> Outcome {
        self.complete(state);
        Outcome::Stay
    }
}
