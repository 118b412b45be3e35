//! Facts: what one decides by about a proposal, each a label and values.

use std::borrow::Cow;
use std::collections::HashSet;

use strum::{IntoStaticStr, VariantArray};

use super::limits::{FactRoom, short};
use crate::markdown::glyphs::{self, LEADS_TO};
use crate::markdown::mail::EmailVisibility;
use crate::model::{Entry, FieldKind, Link, Mentor, Skill, SkillLevel, Url};
use crate::search::facets::Facet;
use crate::search::fit::SkillSign;
use crate::search::{Fit, Profile, Shown, fit, people, skills};

/// A fact about a proposal.
/// The facts stand in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Fact {
    /// Project and subproject.
    Project,
    /// The subproject alone: on the screen the list names the project.
    #[strum(serialize = "Part of")]
    PartOf,
    /// Whether it is still to be had.
    Status,
    Skills,
    /// Skills that are a plus.
    #[strum(serialize = "Nice to have")]
    Plus,
    /// Skills that will be taught.
    #[strum(serialize = "To learn")]
    ToLearn,
    /// How the skills of the user meet those that are asked for.
    #[strum(serialize = "Your fit")]
    Fit,
    Mentors,
    Upstream,
    Apply,
    Difficulty,
    Size,
    Term,
}

impl Fact {
    pub fn label(self) -> &'static str {
        self.into()
    }

    /// Whether a page beside the list shows it; the list names the project, and the header the term.
    pub fn is_beside_list(self) -> bool {
        !matches!(self, Self::Project | Self::Term)
    }

    /// Whether a text that stands alone has it.
    pub fn is_in_text(self) -> bool {
        self != Self::PartOf
    }

    /// The kind of field that "go to" finds here.
    pub fn field(self) -> Option<FieldKind> {
        match self {
            Self::Skills | Self::Plus | Self::ToLearn => Some(FieldKind::Skills),
            Self::Mentors => Some(FieldKind::Mentors),
            Self::Upstream => Some(FieldKind::Upstream),
            _ => None,
        }
    }

    /// The part of the proposal that the filter marks here.
    pub fn marked_as(self) -> Option<Shown> {
        match self {
            Self::PartOf => Some(Shown::Project),
            Self::Skills | Self::Plus | Self::ToLearn => Some(Shown::Skill),
            Self::Mentors => Some(Shown::Mentor),
            _ => None,
        }
    }

    /// The text between two values of it.
    fn separator(self) -> &'static str {
        match self {
            Self::Fit => "  ",
            Self::Upstream | Self::Apply => " ",
            _ => ", ",
        }
    }
}

/// One value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    Words(Cow<'a, str>),
    Skill(&'a Skill),
    Mentor(&'a Mentor),
    Link(&'a Link),
}

/// The facts of a proposal that have a value. `fit` are the parts of the fit in words; none without a profile.
pub fn facts<'a>(entry: Entry<'a>, fit: &'a [String]) -> Vec<(Fact, Vec<Value<'a>>)> {
    let proposal = entry.proposal;
    let words = |words: Option<&'a str>| words.map(|words| Value::Words(words.into())).into_iter().collect();
    let skills = |levels: &[SkillLevel]| {
        let skills = proposal.skills.iter().filter(|skill| levels.contains(&skill.level));
        skills.map(Value::Skill).collect()
    };
    let values = |fact| -> Vec<Value<'a>> {
        match fact {
            Fact::Project => {
                proposal.project_path().map(|path| Value::Words(path.into())).into_iter().collect()
            }
            Fact::PartOf => words(proposal.subproject.as_deref()),
            Fact::Status => words(proposal.status.as_deref()),
            Fact::Skills => skills(&[SkillLevel::Required, SkillLevel::Unsaid]),
            Fact::Plus => skills(&[SkillLevel::NiceToHave]),
            Fact::ToLearn => skills(&[SkillLevel::WillLearn]),
            Fact::Fit => fit.iter().map(|part| Value::Words(part.as_str().into())).collect(),
            Fact::Mentors => proposal.mentors.iter().map(Value::Mentor).collect(),
            Fact::Upstream => proposal.upstream.iter().map(Value::Link).collect(),
            Fact::Apply => proposal.apply.iter().map(Value::Link).collect(),
            Fact::Difficulty => words(proposal.difficulty.as_deref()),
            Fact::Size => words(proposal.size.as_deref()),
            Fact::Term => {
                let term = entry.listing.term.as_ref();
                let words = term.map(|term| glyphs::sentence(&term.to_string()).into_owned());
                words.map(|words| Value::Words(words.into())).into_iter().collect()
            }
        }
    };
    let facts = Fact::VARIANTS.iter().map(|&fact| (fact, values(fact)));
    facts.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}

/// Who reads a text: their skills, and whether they see e-mail addresses.
#[derive(Debug, Clone, Copy)]
pub struct Audience<'a> {
    pub profile: &'a Profile,
    pub emails: EmailVisibility,
}

impl<'a> Audience<'a> {
    /// One that sees no e-mail addresses: mentors ask to be met at the upstream issue.
    pub fn new(profile: &'a Profile) -> Self {
        Self { profile, emails: EmailVisibility::Masked }
    }
}

/// The facts in words that say all of them, for a text that stands alone: addresses whole.
pub fn in_full(entry: Entry<'_>, audience: Audience<'_>) -> Vec<(Fact, String)> {
    let Audience { profile, emails } = audience;
    let fit = profile.fit(entry.proposal, &skills::wanted(&entry.proposal.skills));
    let fit = fit::marks(profile, fit.as_ref());
    let facts = facts(entry, &fit).into_iter().filter(|(fact, _)| fact.is_in_text());
    let said = facts.map(|(fact, values)| {
        let values: Vec<String> = values.iter().map(|value| value.in_full(emails)).collect();
        (fact, values.join(fact.separator()))
    });
    said.filter(|(_, words)| !words.is_empty()).collect()
}

impl Value<'_> {
    fn in_full(&self, emails: EmailVisibility) -> String {
        match self {
            Self::Words(words) => emails.in_text(words).into_owned(),
            Self::Skill(skill) => emails.in_text(&skill.text).into_owned(),
            Self::Mentor(mentor) => {
                let handle = mentor.github.as_ref().map(|handle| format!("@{handle}"));
                let primary = mentor.primary.then(|| "primary".to_owned());
                let about: Vec<_> = handle.into_iter().chain(primary).collect();
                let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
                emails.in_text(&(mentor.name.clone() + &about)).into_owned()
            }
            Self::Link(link) => emails.in_address(&link.url).into_owned(),
        }
    }

    /// How much it takes of the room for facts, in bytes. Words are short enough by themselves.
    fn size(&self) -> Option<usize> {
        match self {
            Self::Words(_) => None,
            Self::Skill(skill) => Some(skill.text.len()),
            Self::Mentor(mentor) => Some(mentor.name.len()),
            Self::Link(link) => Some(link.url.len()),
        }
    }
}

/// The target of a piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageTarget {
    Address(String),
    /// A value of a facet: what the proposal has in common with others.
    Value(Facet, String),
}

/// A part of a value as a page shows it: short, with its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactPart {
    pub text: String,
    pub target: Option<PageTarget>,
    /// Whether it explains the part before it.
    pub is_chip: bool,
    /// How the skill that it is fits; `None` for all else.
    pub sign: Option<SkillSign>,
}

/// The values of a fact as a page shows them, as far as there is room; then how many more there are. Skills have the
/// sign of how they fit.
pub fn parts(values: &[Value<'_>], fit: Option<&Fit>, room: &mut FactRoom) -> Vec<FactPart> {
    let mut parts = Vec::new();
    let mut left_out = 0;
    for value in values {
        if value.size().is_none_or(|size| room.take(size)) {
            parts.extend(value.parts(fit));
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        parts.push(FactPart::plain(&format!("{} {left_out} more", glyphs::ELLIPSIS)));
    }
    parts
}

impl FactPart {
    fn plain(text: &str) -> Self {
        Self { text: short(text).into_owned(), target: None, is_chip: false, sign: None }
    }
}

impl Value<'_> {
    fn parts(&self, fit: Option<&Fit>) -> Vec<FactPart> {
        match self {
            Self::Words(words) => vec![FactPart::plain(words)],
            Self::Skill(skill) => {
                let mut parts = skill_parts(&short(&skill.text));
                if let Some(first) = parts.first_mut() {
                    first.sign = SkillSign::of(skill, fit);
                }
                parts
            }
            Self::Mentor(mentor) => {
                let target = Some(PageTarget::Value(Facet::Mentors, people::value(mentor).to_owned()));
                vec![FactPart { target, ..FactPart::plain(&mentor_name(mentor)) }]
            }
            Self::Link(link) => {
                let target = Some(PageTarget::Address(link.url.clone()));
                vec![FactPart { target, ..FactPart::plain(&short_address(&link.url)) }]
            }
        }
    }
}

/// A skill as written and, where that is another, the one name of each skill that it means.
fn skill_parts(written: &str) -> Vec<FactPart> {
    let mut meant = skills::meant(written);
    let mut seen = HashSet::new();
    meant.retain(|skill| seen.insert(*skill));
    let part = |text: String, value: &str, is_chip| {
        let target = Some(PageTarget::Value(Facet::Skills, value.to_owned()));
        FactPart { text, target, is_chip, sign: None }
    };
    let mut parts = match meant.as_slice() {
        [skill] if skill.name().eq_ignore_ascii_case(written) => {
            return vec![part(written.to_owned(), skill.name(), false)];
        }
        [skill] => vec![part(written.to_owned(), skill.name(), false)],
        // The first stands for all; the others have their names beside it.
        [first, ..] => vec![part(written.to_owned(), first.name(), false)],
        [] => vec![part(written.to_owned(), written, false)],
    };
    for (at, skill) in meant.iter().enumerate() {
        let arrow = if at == 0 { LEADS_TO.as_str() } else { "" };
        let comma = if at + 1 < meant.len() { "," } else { "" };
        parts.push(part(format!("{arrow}{}{comma}", skill.name()), skill.name(), true));
    }
    parts
}

fn mentor_name(mentor: &Mentor) -> String {
    let handle = mentor.github.as_ref().map(|handle| format!("@{handle}"));
    let mut text = match handle {
        Some(handle) if mentor.name.trim_start_matches('@') == handle.trim_start_matches('@') => handle,
        Some(handle) => format!("{} {handle}", mentor.name),
        None => mentor.name.clone(),
    };
    if mentor.primary {
        text.push_str(" (primary)");
    }
    text
}

/// An address as short as it stays clear: `owner/repository#12` for issues and pull requests on
/// GitHub, else without its scheme.
pub fn short_address(address: &str) -> String {
    let url = Url::split(address);
    if url.site() == "github.com"
        && (url.query, url.fragment) == (None, None)
        && let [owner, repository, "issues" | "pull", number] = url.segments().collect::<Vec<_>>().as_slice()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("{owner}/{repository}#{number}");
    }
    address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_are_shown_short_and_other_addresses_without_scheme() {
        assert_eq!(short_address("https://github.com/example/boat/issues/12"), "example/boat#12");
        assert_eq!(
            short_address("https://github.com/example/boat/issues?q=1"),
            "github.com/example/boat/issues?q=1"
        );
        assert_eq!(short_address("http://example.org/a/"), "example.org/a");
    }
}
