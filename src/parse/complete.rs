//! Completion: what an idea says without a field of its own, or what its list says once for several.
//!
//! In this order, each only where nothing is known yet: people behind labels of contacts; lines that say how
//! hard or how much work something is; the brackets behind a title; the links that are called an issue; what
//! stands above the ideas for all of them.

use std::collections::HashSet;

use super::form::{Form, ITEM, value};
use super::label::Label;
use super::lexicon::Meaning;
use super::{inline_words, links, mentors, skills};
use crate::markdown::inline;
use crate::markdown::outline::Outline;
use crate::model::{FieldKind, Link, Mentor, Proposal, Remark, RemarkKind, SkillLevel, Span};

/// A line that names an issue has at most so many bytes.
const LONGEST_LINE: usize = 200;

/// Completes the proposal of a section of headings.
pub(super) fn section(
    text: &str,
    form: &Form<'_>,
    headings: std::ops::Range<usize>,
    labels: &[Label],
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    contacts(text, &form.outline, labels, proposal, remarks);
    for fact in form.unlabelled(headings.clone()) {
        take_fact(text, fact.meaning, fact.value, proposal);
    }
    if let Some(title) = headings.clone().next().map(|heading| &form.outline.headings[heading]) {
        let words = title.span.of(text);
        for (meaning, value) in Form::bracketed(text, title.span) {
            take_fact(text, meaning, value, proposal);
        }
        if proposal.size.is_none()
            && let Some((from, to)) = value::hours(words)
            && words[to..].trim_start().starts_with([')', ']'])
        {
            proposal.size = Some(bracket_around(words, from, to).to_owned());
        }
    }
    split_measures(proposal);
    issues(text, &form.outline, proposal);
    let is_item = form.outline.headings[headings.start].level == ITEM;
    take_all_shared(text, &form.outline, &form.shared(headings.start), is_item, proposal);
    dedup_people(&mut proposal.mentors);
}

/// Completes the proposals of a table with what stands above it for all of them.
pub(super) fn rows(text: &str, form: &Form<'_>, proposals: &mut [Proposal]) {
    let Some(first) = proposals.first() else { return };
    let tables = &form.outline.tables;
    let table = tables.partition_point(|table| table.span.start <= first.section.start).checked_sub(1);
    let shared = form.above(text, table.map_or(first.section.start, |table| tables[table].span.start));
    for proposal in proposals {
        take_all_shared(text, &form.outline, &shared, false, proposal);
    }
}

/// Takes what is said for several ideas, as far as an idea does not say it itself.
fn take_all_shared(
    text: &str,
    outline: &Outline<'_>,
    shared: &[(Meaning, Span)],
    is_item: bool,
    proposal: &mut Proposal,
) {
    for &(meaning, value) in shared {
        match meaning {
            Meaning::Field(FieldKind::Mentors)
                if proposal.mentors.is_empty() && !has_field(proposal, FieldKind::Mentors) =>
            {
                proposal.mentors = mentors::read(text, outline, value, false).people;
            }
            // Skills above headings are as often what the organisation works with; behind a list they are asked for.
            Meaning::Field(FieldKind::Skills) if is_item && proposal.skills.is_empty() => {
                skills::read(text, outline, value, SkillLevel::Unsaid, &mut proposal.skills);
            }
            Meaning::Field(FieldKind::Difficulty | FieldKind::Size) => {
                take_shared(text, meaning, value, proposal);
            }
            _ => {}
        }
    }
}

/// Completes the proposal that a whole document is.
pub(super) fn document(
    text: &str,
    form: &Form<'_>,
    labels: &[Label],
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    contacts(text, &form.outline, labels, proposal, remarks);
    for fact in form.unlabelled_anywhere() {
        take_fact(text, fact.meaning, fact.value, proposal);
    }
    split_measures(proposal);
    if !has_field(proposal, FieldKind::Upstream) {
        issues(text, &form.outline, proposal);
    }
    dedup_people(&mut proposal.mentors);
}

fn has_field(proposal: &Proposal, kind: FieldKind) -> bool {
    proposal.fields_of(kind).any(|field| !field.value.is_empty())
}

fn take_shared(text: &str, meaning: Meaning, value: Span, proposal: &mut Proposal) {
    if !has_field(proposal, meaning.kind()) {
        take_fact(text, Some(meaning), value, proposal);
    }
}

/// Takes a fact that stands in no field.
fn take_fact(text: &str, meaning: Option<Meaning>, value: Span, proposal: &mut Proposal) {
    let line = value.of(text).trim_start().lines().next().unwrap_or_default();
    // In the address of a badge spaces are escaped.
    let words = inline_words::inline_words(line).trim_end_matches('.').replace("%20", " ").replace('_', " ");
    match meaning {
        Some(Meaning::Field(FieldKind::Difficulty))
            if proposal.difficulty.is_none() && value::is_difficulty(&words) =>
        {
            proposal.difficulty = Some(words);
        }
        Some(Meaning::Field(FieldKind::Size)) if proposal.size.is_none() && value::is_size(&words) => {
            proposal.size = Some(words);
        }
        _ => {}
    }
}

/// The words in brackets around a part of a text, or the part.
fn bracket_around(text: &str, from: usize, to: usize) -> &str {
    let open = text[..from].rfind(['(', '[']).map(|at| at + 1);
    open.filter(|&open| from - open <= 24).map_or(&text[from..to], |open| text[open..to].trim())
}

/// Takes the people behind labels of contacts: as mentors where none are known, else their addresses where
/// there is one for each.
fn contacts(
    text: &str,
    outline: &Outline<'_>,
    labels: &[Label],
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    let is_contact = |label: &&Label| label.meaning == Some(Meaning::Contact);
    let spans: Vec<Span> = labels.iter().filter(is_contact).map(|label| label.span).collect();
    for span in spans {
        let Some(field) = proposal.fields.iter().find(|field| field.label == span).copied() else { continue };
        let read = mentors::read(text, outline, field.value, false);
        let is_somebody =
            |mentor: &Mentor| mentor.github.is_some() || mentor.name.split_whitespace().count() >= 2;
        if proposal.mentors.is_empty() {
            if !read.people.is_empty() && read.people.iter().all(is_somebody) {
                proposal.mentors = read.people;
                let unread = read.unread.into_iter();
                remarks.extend(unread.map(|span| Remark { kind: RemarkKind::UnreadMentor, span }));
            }
        } else if read.people.len() == proposal.mentors.len()
            && read.people.iter().all(|one| one.github.is_none() && one.email.as_ref() == Some(&one.name))
        {
            for (mentor, contact) in proposal.mentors.iter_mut().zip(read.people) {
                mentor.email = mentor.email.take().or(contact.email);
            }
        }
    }
}

/// Takes hours out of the words about difficulty, and a difficulty out of those about size, where the other
/// is not known otherwise.
fn split_measures(proposal: &mut Proposal) {
    if let (None, Some(difficulty)) = (&proposal.size, &proposal.difficulty)
        && let Some((from, to)) = value::hours(difficulty)
    {
        proposal.size = Some(difficulty[from..to].to_owned());
    }
    if let (Some(size), None) = (&proposal.size, &proposal.difficulty)
        && let Some((from, to)) = value::self_described_difficulty(size)
    {
        proposal.difficulty = Some(size[from..to].to_owned());
    }
}

/// Takes the links that are called an issue, where no field holds any.
fn issues(text: &str, outline: &Outline<'_>, proposal: &mut Proposal) {
    if !proposal.upstream.is_empty() {
        return;
    }
    let mut found: Vec<Link> = Vec::new();
    for anchor in outline.links_in(proposal.section) {
        let words = inline::plain(anchor.words.of(text));
        if is_called_issue(&words) {
            found.extend(links::in_span(text, outline, anchor.span).into_iter().filter(links::is_discussion));
        }
    }
    for line in outline.lines_in(proposal.section) {
        let start = crate::model::start_of(&text[line.start..], LONGEST_LINE);
        let end = memchr::memchr2(b'\n', b'\r', start.as_bytes()).unwrap_or(start.len());
        if let Some((label, _)) = start[..end].split_once([':', '：'])
            && is_called_issue(&inline::plain(label))
        {
            let value = Span::new(line.start + label.len(), line.start + end);
            found.extend(links::in_span(text, outline, value).into_iter().filter(links::is_discussion));
        }
    }
    if found.is_empty() {
        // A line that is nothing but a link to an issue names the one that the idea is about.
        let of_line = |start: usize| {
            let rest = &text.as_bytes()[start..];
            let end = start + memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            let line = Span::new(start, end).trim(text);
            outline.links_in(line).first().filter(|link| link.span == line).map(|_| line)
        };
        let lines = outline.lines_in(proposal.section).iter().filter_map(|line| of_line(line.start));
        found =
            lines.flat_map(|line| links::in_span(text, outline, line)).filter(links::is_discussion).collect();
    }
    found.sort_by_key(|link| link.span);
    super::dedup::keep_first(&mut found, |link| &link.url);
    proposal.upstream = found;
}

/// Whether words only say that something is an issue: `Linked issue`, `issue #12`, `this ticket`.
fn is_called_issue(words: &str) -> bool {
    const BEFORE: &[&str] = &[
        "github", "gitlab", "tracking", "related", "linked", "upstream", "the", "this", "git", "idea",
        "project",
    ];
    let mut is_issue = false;
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let all = parts.all(|part| {
        let lower = part.to_ascii_lowercase();
        let known = matches!(lower.as_str(), "issue" | "issues" | "ticket" | "tickets");
        is_issue |= known;
        known
            || BEFORE.contains(&lower.as_str())
            || is_issue && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    all && is_issue
}

/// Each person once: with the same handle, or with the same name where no handle tells them apart. An entry
/// with a handle and an address stays: written out twice, one of the two is a slip that a check tells.
fn dedup_people(people: &mut Vec<Mentor>) {
    let key = |mentor: &Mentor| {
        mentor.github.as_ref().map_or_else(|| mentor.name.to_lowercase(), |handle| handle.to_lowercase())
    };
    let is_whole = |mentor: &Mentor| mentor.github.is_some() && mentor.email.is_some();
    if people.iter().all(is_whole) {
        return;
    }
    let mut seen = HashSet::new();
    people.retain(|mentor| seen.insert(key(mentor)) || is_whole(mentor));
}
