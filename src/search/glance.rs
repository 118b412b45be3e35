//! At a glance: what one decides by about a proposal, each fact a label and words.

use super::{Profile, fit, skills};
use crate::markdown::glyphs;
use crate::markdown::mail::EmailVisibility;
use crate::model::{Entry, Link, Mentor, Proposal, SkillLevel};

/// The labels of the facts, in order.
pub const LABELS: [&str; 11] = [
    "Project",
    SKILLS,
    LEVELS[0],
    LEVELS[1],
    "Your fit",
    "Mentors",
    "Upstream",
    "Apply",
    "Difficulty",
    "Size",
    "Term",
];
/// The label of the skills that are asked for.
pub const SKILLS: &str = "Skills";
/// The labels of those that are a plus or will be taught.
pub const LEVELS: [&str; 2] = ["A plus", "To learn"];

/// Who looks at proposals.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// What they can do.
    pub profile: &'a Profile,
    /// Whether they see e-mail addresses.
    pub emails: EmailVisibility,
}

impl<'a> Reader<'a> {
    /// One who sees no e-mail addresses: mentors ask to be met at the upstream issue.
    pub fn new(profile: &'a Profile) -> Self {
        Self { profile, emails: EmailVisibility::Masked }
    }
}

/// Where a proposal belongs: `Project / Subproject`.
pub fn place(proposal: &Proposal) -> Option<String> {
    let names: Vec<_> = proposal.project.iter().chain(&proposal.subproject).map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" / "))
}

/// What is known at a glance, where there is something to say.
pub fn facts(entry: Entry<'_>, reader: Reader<'_>) -> Vec<(&'static str, String)> {
    let Reader { profile, emails } = reader;
    let proposal = entry.proposal;
    let wanted = skills::wanted(&proposal.skills);
    let skills = |levels: &[SkillLevel]| {
        let skills = proposal.skills.iter().filter(|skill| levels.contains(&skill.level));
        Some(skills.map(|skill| skill.text.as_str()).collect::<Vec<_>>().join(", "))
    };
    let mentors: Vec<_> = proposal.mentors.iter().map(person).collect();
    let address = |link: &Link| emails.in_address(&link.url).into_owned();
    let upstream: Vec<_> = proposal.upstream.iter().map(address).collect();
    let words =
        |words: Option<String>| words.map(|words| emails.in_text(&words).into_owned()).unwrap_or_default();
    let said = [
        words(place(proposal)),
        words(skills(&[SkillLevel::Required, SkillLevel::Unsaid])),
        words(skills(&[SkillLevel::NiceToHave])),
        words(skills(&[SkillLevel::WillLearn])),
        fit::marks(profile, profile.fit(proposal, &wanted).as_ref()).join("  "),
        words(Some(mentors.join(", "))),
        upstream.join(" "),
        proposal.apply.as_ref().map(address).unwrap_or_default(),
        words(proposal.difficulty.clone()),
        words(proposal.size.clone()),
        entry
            .listing
            .term
            .as_ref()
            .map(|term| glyphs::sentence(&term.to_string()).into_owned())
            .unwrap_or_default(),
    ];
    let facts = LABELS.iter().copied().zip(said);
    facts.filter(|(_, value)| !value.is_empty()).collect()
}

fn person(mentor: &Mentor) -> String {
    let handle = mentor.github.as_ref().map(|handle| format!("@{handle}"));
    let primary = mentor.primary.then(|| "primary".to_owned());
    let about: Vec<_> = handle.into_iter().chain(primary).collect();
    if about.is_empty() { mentor.name.clone() } else { format!("{} ({})", mentor.name, about.join(", ")) }
}
