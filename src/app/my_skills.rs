//! My skills: opening the panel, and taking what was kept.

use std::collections::BTreeMap;

use super::skills_from::SkillsFrom;
use super::skills_panel::{SEPARATOR, SkillsPanel};
use super::{App, Layer};
use crate::markdown::glyphs::{CLOSE_QUOTE, OPEN_QUOTE};
use crate::search::Profile;
use crate::search::skills::SkillTag;

/// Opens the panel with the skills of the person.
pub(super) fn show(app: &mut App) {
    let browsing = &mut app.state.browsing;
    let mut counts: BTreeMap<SkillTag, usize> = BTreeMap::new();
    let index = &*browsing.filter.build_index(&browsing.catalog);
    for wanted in (0..browsing.catalog.len()).flat_map(|proposal| index.wanted(proposal)) {
        *counts.entry(wanted.tag).or_default() += 1;
    }
    let offers = &app.state.offers;
    let panel = SkillsPanel::new(&offers.skills, offers.skills_from, counts);
    app.layers.push(Layer::Skills(Box::new(panel)));
}

/// Completes the word at the cursor of the panel on top.
pub(super) fn complete(app: &mut App) {
    if let Some(Layer::Skills(panel)) = app.layers.last_mut() {
        panel.complete(&mut app.state);
    }
}

impl App {
    /// Sets the skills that the person has set in the panel, and where those in use come from.
    pub fn set_own_skills(&mut self, skills: Vec<String>, from: SkillsFrom) {
        self.state.offers.skills = skills;
        self.state.offers.skills_from = from;
    }

    /// The skills were kept: they count from now on, unless others override them.
    pub fn use_own_skills(&mut self, skills: Vec<String>) {
        let profile = Profile::new(&skills);
        let unknown: Vec<String> =
            profile.unknown().map(|word| format!("{OPEN_QUOTE}{word}{CLOSE_QUOTE}")).collect();
        let from = self.state.offers.skills_from;
        let mut sentence = match skills.as_slice() {
            [] => "Your skills are empty now.".to_owned(),
            skills => format!("Your skills: {}.", skills.join(SEPARATOR)),
        };
        if !unknown.is_empty() {
            sentence += &format!(" No known skill, found as that very word: {}.", unknown.join(SEPARATOR));
        }
        match from.reason() {
            Some(reason) => sentence += &format!(" Not now: {reason}."),
            None => self.set_profile(profile),
        }
        self.state.offers.skills = skills;
        self.state.inform(sentence);
    }
}
