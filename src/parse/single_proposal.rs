//! A whole document that is one proposal: the body of an issue form, or facts in front matter with
//! prose below.

use std::path::Path;

use super::body::body_end;
use super::fields;
use super::form::{Context, Form, announces};
use super::front_matter::FrontMatter;
use super::identity::Identities;
use super::inline_words::inline_words;
use super::issue_form::{self, FormPart};
use super::label::Label;
use super::labels::Meanings;
use super::{complete, dedup, project, proposal, title};
use crate::markdown::outline::{Heading, Outline};
use crate::model::{Field, FieldKind, Proposal, Remark, Span};

/// So many headings of a form must be known.
const ENOUGH_HEADINGS: usize = 3;
/// So many different fields make a document a proposal.
const ENOUGH_FIELDS: usize = 3;
/// The title of a proposal without one.
const UNTITLED: &str = "Untitled proposal";

/// Reads a document as one proposal, or returns `None`.
pub(super) fn read(
    text: &str,
    form: &Form<'_>,
    context: Context<'_>,
    remarks: &mut Vec<Remark>,
) -> Option<Proposal> {
    let outline = &form.outline;
    let Context { front, path, .. } = context;
    if form.is_sample(text, context) {
        return None;
    }
    let front = front.filter(|front| front.title(text).is_some());
    let body = Body::of(text, form, front)?;
    let top = front.map_or(0, |front| front.span.end);
    let end = body_end(text, outline, top, text.len());
    let mut below = fields::fields_between(text, outline, &body.labels, end);
    proposal::end_fields(text, outline, &mut below);
    let asked = |part| {
        let label = body.parts.iter().find(|(_, found)| *found == Some(part)).map(|(label, _)| label)?;
        below.iter().find(|field| field.label == *label).copied()
    };
    let (title_field, project_field) = (asked(FormPart::Title), asked(FormPart::Project));
    issue_form::drop_unanswered(text, &mut below);
    below.retain(|field| Some(field.label) != title_field.map(|field| field.label));
    let above = front.map(|front| front.fields(text)).unwrap_or_default();
    if (body.is_form || !form.is_whole) && !make_a_proposal(above.iter().chain(&below)) {
        return None;
    }

    let (title, heading) = find_title(text, outline, &body, front, title_field, path);
    let answer = |field: Field| Some(inline_words(field.value.of(text))).filter(|words| !words.is_empty());
    let project = front.and_then(|front| front.project(text)).map(str::to_owned);
    let project = project.or_else(|| project_field.and_then(answer));
    let names = project.iter().chain([&title]).map(String::as_str);
    let id = Identities::default().give(names);
    let mut proposal = Proposal::new(id, title::clean(&title), heading, Span::new(0, end.max(heading.end)));
    proposal.project = project;
    proposal.status = title::status(&title).map(str::to_owned);

    let lead = body.labels.first().map_or(end, |label| label.line);
    let lead = Span::new(top.max(body.heading.map_or(0, |heading| heading.span.end)).min(lead), lead);
    proposal::place_lead(text, lead.trim(text), &mut below, remarks);
    fill(text, outline, front, below, &mut proposal, remarks);
    proposal.fields.splice(0..0, above);
    if proposal.project.is_none() {
        proposal.project = project::said(text, outline, &proposal);
        proposal.is_project_guessed = proposal.project.is_some();
    }
    complete::document(text, form, &body.labels, &mut proposal, remarks);
    Some(proposal)
}

/// Whether a document is the body of a form: most of its headings ask for something, one of them for the title
/// or the project, or an answer is left empty as forms leave it. A form asks for one title; in a list several
/// headings name ideas, and ask for nothing.
pub(super) fn is_form(text: &str, form: &Form<'_>) -> bool {
    let mut meanings = Meanings::default();
    let headings = &form.outline.headings;
    let names = form.units.iter().map(|unit| headings[unit.heading].title.as_str());
    if names.filter(|title| issue_form::part(title, &mut meanings).is_none()).take(2).count() > 1 {
        return false;
    }
    let Some(body) = Body::of_form(text, form) else { return false };
    let count = |wanted| body.parts.iter().filter(|(_, part)| *part == Some(wanted)).count();
    let (titles, projects) = (count(FormPart::Title), count(FormPart::Project));
    titles < 2 && (titles + projects > 0 || text.contains(issue_form::NO_RESPONSE))
}

/// The labels of a document that is one proposal.
struct Body<'a> {
    labels: Vec<Label>,
    /// The part that each heading of a form asks for, by the span of its label.
    parts: Vec<(Span, Option<FormPart>)>,
    /// A heading above them, which names the document.
    heading: Option<&'a Heading>,
    /// It is the body of a form.
    is_form: bool,
}

impl<'a> Body<'a> {
    /// The labels of a form, else those of a document that the form of its labels tells to be one proposal;
    /// facts in front matter are enough, too.
    fn of(text: &str, form: &'a Form<'_>, front: Option<&FrontMatter>) -> Option<Self> {
        if front.is_none()
            && let Some(body) = Self::of_form(text, form)
        {
            return Some(body);
        }
        (form.is_whole || front.is_some()).then(|| Self::of_document(text, form))
    }

    /// The headings of the level at which most are known: a form knows most of those, too.
    fn of_form(text: &str, form: &'a Form<'_>) -> Option<Self> {
        let outline = &form.outline;
        let mut meanings = Meanings::default();
        let parts: Vec<Option<FormPart>> =
            outline.headings.iter().map(|heading| issue_form::part(&heading.title, &mut meanings)).collect();
        let mut known = [0_usize; 9];
        for (heading, _) in outline.headings.iter().zip(&parts).filter(|(_, part)| part.is_some()) {
            known[usize::from(heading.level)] += 1;
        }
        // Of levels with as many the higher one.
        let level = (1..known.len()).rev().max_by_key(|&level| known[level])?;
        let of_level = |heading: &Heading| usize::from(heading.level) == level;
        let all = outline.headings.iter().filter(|heading| of_level(heading)).count();
        if known[level] < ENOUGH_HEADINGS || known[level] * 2 < all {
            return None;
        }
        let is_title = |first: &&Heading| usize::from(first.level) < level || announces(&first.title);
        let first = outline.headings.first().filter(is_title);
        let mut body = Self { labels: Vec::new(), parts: Vec::new(), heading: first, is_form: true };
        for (index, (_, part)) in
            outline.headings.iter().zip(parts).enumerate().filter(|(_, (heading, _))| of_level(heading))
        {
            if index == 0 && first.is_some() {
                continue;
            }
            let label = fields::heading_label(text, form, index);
            let kind = match part {
                Some(FormPart::Field(kind)) => Some(kind),
                Some(FormPart::Title | FormPart::Project) | None => None,
            };
            body.parts.push((label.span, part));
            body.labels.push(Label { kind, ..label });
        }
        Some(body)
    }

    /// All labels of a document, but its first heading where that is its title.
    fn of_document(text: &str, form: &'a Form<'_>) -> Self {
        let headings = &form.outline.headings;
        let first_label = (0..headings.len()).find(|&index| form.is_label(index));
        let is_title = |first: &&Heading| {
            // Below a field it would be a part of that.
            form.labels.below(None).is_empty()
                && !form.is_label(0)
                && first_label.is_none_or(|label| headings[label].level >= first.level)
        };
        let heading = headings.first().filter(is_title);
        let labels = fields::labels_of_document(text, form, usize::from(heading.is_some()));
        Self { labels, parts: Vec::new(), heading, is_form: false }
    }
}

/// Whether so many different fields are there, people among them.
fn make_a_proposal<'a>(fields: impl Iterator<Item = &'a Field>) -> bool {
    let mut kinds: Vec<FieldKind> = Vec::new();
    for field in fields.filter(|field| field.kind != FieldKind::Other && !field.value.is_empty()) {
        if !kinds.contains(&field.kind) {
            kinds.push(field.kind);
        }
    }
    kinds.len() >= ENOUGH_FIELDS && kinds.contains(&FieldKind::Mentors)
}

/// The title and what holds it: the front matter, a field, the heading above all others; else the
/// name of the file.
fn find_title(
    text: &str,
    outline: &Outline<'_>,
    body: &Body<'_>,
    front: Option<&FrontMatter>,
    field: Option<Field>,
    path: Option<&Path>,
) -> (String, Span) {
    let field = field.filter(|field| !field.value.is_empty());
    if let Some(entry) = front.and_then(|front| front.title(text)) {
        let words = inline_words(entry.value.span.of(text));
        return (words, Span::new(entry.key.start, entry.value.span.end));
    }
    if let Some(field) = field {
        let start = outline.headings.iter().find(|heading| heading.words.start == field.label.start);
        let start = start.map_or(field.label.start, |heading| heading.span.start);
        return (inline_words(field.value.of(text)), Span::new(start, field.value.end));
    }
    if let Some(heading) = body.heading.filter(|heading| !heading.title.is_empty()) {
        return (heading.title.clone(), heading.span);
    }
    let start = body.labels.first().map_or(0, |label| label.line);
    (path.and_then(named_by).unwrap_or_else(|| UNTITLED.to_owned()), Span::at(start))
}

/// `mend-the-net.md` as `Mend the net`; a name with a number is one of a ticket, and stays.
fn named_by(path: &Path) -> Option<String> {
    let mut stem = path.file_stem()?.to_string_lossy();
    // `quieter-looms/index.md` is named by its folder.
    if ["index", "_index", "readme"].contains(&stem.to_lowercase().as_str())
        && let Some(folder) = path.parent().and_then(Path::file_name)
    {
        stem = folder.to_string_lossy();
    }
    if stem.ends_with(|c: char| c.is_ascii_digit()) {
        return Some(stem.into_owned());
    }
    let words =
        stem.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join(" ");
    let mut letters = name.chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

/// Gives the proposal its fields; people and skills are read in the ways of forms first.
fn fill(
    text: &str,
    outline: &Outline<'_>,
    front: Option<&FrontMatter>,
    below: Vec<Field>,
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    if let Some(front) = front {
        front.fill(text, proposal, remarks);
        let rest = front.fields(text).into_iter();
        let typed = |field: &Field| matches!(field.kind, FieldKind::Mentors | FieldKind::Skills);
        proposal::fill(text, outline, rest.filter(|field| !typed(field)).collect(), proposal, remarks);
    }
    let people =
        |field: &Field| issue_form::people(text, field.value).filter(|_| field.kind == FieldKind::Mentors);
    for found in below.iter().filter_map(people) {
        proposal.mentors.extend(found);
    }
    let rest = below.iter().filter(|field| people(field).is_none()).copied().collect();
    proposal::fill(text, outline, rest, proposal, remarks);
    issue_form::keep_checked(&mut proposal.skills);
    dedup::keep_first(&mut proposal.skills, |skill| &skill.text);
    proposal.fields = below;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_becomes_words() {
        assert_eq!(named_by(Path::new("a/mend-the_net.md")).as_deref(), Some("Mend the net"));
        assert_eq!(named_by(Path::new("/")), None);
    }
}
