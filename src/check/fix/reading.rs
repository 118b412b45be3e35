//! The reading of a text: everything that its proposals say, without places.

use crate::model::{FieldKind, Proposal, SkillLevel};

/// Whether two texts say the same: the same proposals with the same projects, titles, people, skills,
/// addresses and words in every field, whatever the white space between them.
#[must_use]
pub fn same_reading(one: &str, before: &[Proposal], two: &str, after: &[Proposal]) -> bool {
    before.len() == after.len()
        && before.iter().zip(after).all(|(before, after)| said(one, before) == said(two, after))
}

/// A mentor: name, handle, address, and whether they are the primary one.
type Person<'p> = (&'p str, Option<&'p str>, Option<&'p str>, bool);

/// Everything that a proposal says, without places.
#[derive(PartialEq)]
pub(super) struct Said<'p> {
    names: [Option<&'p str>; 4],
    facts: [Option<&'p str>; 3],
    fields: Vec<(FieldKind, String)>,
    skills: Vec<(&'p str, SkillLevel)>,
    mentors: Vec<Person<'p>>,
    upstream: Vec<&'p str>,
}

/// Returns everything that a proposal says.
pub(super) fn said<'p>(text: &str, proposal: &'p Proposal) -> Said<'p> {
    let fields = proposal.fields.iter();
    Said {
        names: [
            Some(proposal.id.as_str()),
            proposal.project.as_deref(),
            proposal.subproject.as_deref(),
            Some(&proposal.title),
        ],
        facts: [
            proposal.apply.as_ref().map(|link| link.url.as_str()),
            proposal.difficulty.as_deref(),
            proposal.size.as_deref(),
        ],
        // People and addresses are compared as what they are, not by the marks around them.
        fields: fields
            .filter(|field| !matches!(field.kind, FieldKind::Mentors | FieldKind::Upstream))
            .map(|field| (field.kind, words(field.value.of(text))))
            .filter(|(_, words)| !words.is_empty())
            .collect(),
        skills: proposal.skills.iter().map(|skill| (skill.text.as_str(), skill.level)).collect(),
        mentors: proposal
            .mentors
            .iter()
            .map(|mentor| {
                (mentor.name.as_str(), mentor.github.as_deref(), mentor.email.as_deref(), mentor.primary)
            })
            .collect(),
        upstream: proposal.upstream.iter().map(|link| link.url.as_str()).collect(),
    }
}

/// The words of a value with one space between two.
fn words(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}
