//! Offers: what the shell and the pictures can do, by names. The state knows no more of it.

use super::action::Exported;
use super::skills_from::SkillsFrom;

/// The choices that the shell and the pictures offer, by names; the state knows only those.
#[derive(Debug, Clone, Default)]
pub(super) struct Offers {
    /// The themes; none where there are no colours.
    pub(super) themes: Vec<String>,
    /// The theme in use, by its place among them.
    pub(super) theme: usize,
    /// The saved filters: (name, filter).
    pub(super) filters: Vec<(String, String)>,
    /// The skills that the person set in the panel.
    pub(super) skills: Vec<String>,
    /// Where the skills in use come from.
    pub(super) skills_from: SkillsFrom,
    /// The formats of an export.
    pub(super) formats: Vec<&'static str>,
    /// The formats of the shortlist.
    pub(super) shortlist_formats: Vec<&'static str>,
}

impl Offers {
    /// The formats of an export.
    pub(super) fn formats_of(&self, exported: Exported) -> &[&'static str] {
        match exported {
            Exported::Proposals => &self.formats,
            Exported::Shortlist => &self.shortlist_formats,
        }
    }
}
