//! Fixes: from diagnostics to a mended text.

use super::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::model::{Document, FieldKind, Proposal, SkillLevel, Span};

/// The lines that a merge leaves where it could not decide.
const MERGE_MARKS: [&str; 3] = ["<<<<<<< ", "=======", ">>>>>>> "];

/// A text with fixes made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many fixes were made.
    pub count: usize,
}

/// Makes the fixes of `diagnostics` in a text: those up to `most`, the first of those that overlap. A fix
/// that calls itself safe is made only where `reading` is the same before and after: [`same_reading`] tells.
#[must_use]
pub fn apply<'d>(
    text: &str,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    most: Applicability,
    reading: &dyn Fn(&str) -> Vec<Proposal>,
) -> Fixed {
    let fits = |fix: &&Fix| fix.applicability <= most && fix.applicability != Applicability::Placeholder;
    let fixes = diagnostics.into_iter().filter(|found| !found.suppressed);
    let mut fixes: Vec<&Fix> = fixes.filter_map(|found| found.fix.as_ref()).filter(fits).collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span.start));
    let chosen = without_overlaps(&fixes);
    let (safe, others): (Vec<&Fix>, Vec<&Fix>) =
        chosen.into_iter().partition(|fix| fix.applicability == Applicability::Safe);
    let mut kept = harmless(text, &safe, reading);
    kept.extend(others);
    Fixed { text: edited(text, &kept), count: kept.len() }
}

/// Of fixes in order those that do not touch what an earlier one changes.
fn without_overlaps<'f>(fixes: &[&'f Fix]) -> Vec<&'f Fix> {
    let mut taken: Vec<Span> = Vec::new();
    let mut kept = Vec::new();
    for fix in fixes {
        let meets = |edit: &Edit| {
            taken.iter().any(|span| {
                edit.span == *span
                    || (edit.span.start < span.end && span.start < edit.span.end.max(edit.span.start + 1))
            })
        };
        if !fix.edits.iter().any(meets) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            kept.push(*fix);
        }
    }
    kept
}

/// Of safe fixes those that leave the reading as it is: all together where that is so, else each that
/// does by itself.
fn harmless<'f>(text: &str, fixes: &[&'f Fix], reading: &dyn Fn(&str) -> Vec<Proposal>) -> Vec<&'f Fix> {
    if fixes.is_empty() {
        return Vec::new();
    }
    let before = reading(text);
    let is_harmless = |fixes: &[&Fix]| {
        let after = edited(text, fixes);
        same_reading(text, &before, &after, &reading(&after))
    };
    if is_harmless(fixes) {
        return fixes.to_vec();
    }
    let mut kept: Vec<&Fix> = Vec::new();
    for fix in fixes {
        kept.push(fix);
        if !is_harmless(&kept) {
            kept.pop();
        }
    }
    kept
}

/// The text with all edits made.
fn edited(text: &str, fixes: &[&Fix]) -> String {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len() + edits.len() * 4);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start.max(at)]);
        out.push_str(&edit.text);
        at = edit.span.end.max(at);
    }
    out.push_str(&text[at..]);
    out
}

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
struct Said<'p> {
    names: [Option<&'p str>; 4],
    facts: [Option<&'p str>; 3],
    fields: Vec<(FieldKind, String)>,
    skills: Vec<(&'p str, SkillLevel)>,
    mentors: Vec<Person<'p>>,
    upstream: Vec<&'p str>,
}

fn said<'p>(text: &str, proposal: &'p Proposal) -> Said<'p> {
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

/// Whether a document can be mended at all: its text is that of the file, and no merge is left to finish.
#[must_use]
pub fn may_mend(document: &Document) -> bool {
    document.anchors().is_empty() && merge_marks(document.text()).is_none()
}

/// Where a merge was not finished.
#[must_use]
pub fn merge_marks(text: &str) -> Option<Span> {
    let find = |mark: &str| {
        let at =
            if text.starts_with(mark) { Some(0) } else { text.find(&format!("\n{mark}")).map(|at| at + 1) };
        at.map(|at| Span::new(at, at + mark.trim_end().len()))
    };
    let [ours, middle, theirs] = MERGE_MARKS;
    let (start, end) = (find(ours)?, find(theirs)?);
    (start < end && find(middle).is_some()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_fixes_that_meet_the_first_is_made() {
        let fix = |start, end, text: &str| Fix {
            applicability: Applicability::Safe,
            message: String::new(),
            edits: vec![Edit { span: Span::new(start, end), text: text.to_owned() }],
        };
        let (one, two, three, four) = (fix(0, 2, "A"), fix(1, 3, "B"), fix(3, 3, "C"), fix(3, 3, "D"));
        let kept = without_overlaps(&[&one, &two, &three, &four]);
        assert_eq!(edited("abcdef", &kept), "AcCdef");
    }

    #[test]
    fn a_merge_that_was_not_finished_is_seen() {
        let text = "a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n";
        assert_eq!(merge_marks(text), Some(Span::new(2, 9)));
        assert_eq!(merge_marks("Title\n=======\n"), None);
    }
}
