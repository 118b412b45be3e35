//! A proposal out of its section: the fields, and what each kind of field holds.

use super::body::{body_end, insert};
use super::fields;
use super::form::Form;
use super::identity::Identities;
use super::inline_words::inline_words;
use super::label::{Label, Place, Spelling};
use super::sections::Section;
use super::{
    blocks, complete, dedup, heading_words, indent, labels, links, mentors, preamble, skills, title,
};
use crate::markdown::outline::Outline;
use crate::model::{Field, FieldKind, Link, Proposal, Remark, RemarkKind, Span};

/// Reads one proposal and adds what is to be remarked about it.
pub(super) fn read(
    text: &str,
    form: &Form<'_>,
    section: &Section,
    identities: &mut Identities,
    remarks: &mut Vec<Remark>,
) -> Proposal {
    let outline = &form.outline;
    let heading = &outline.headings[section.heading];
    let title_heading = &outline.headings[section.title];
    let title = &title_heading.title;
    let next = outline.headings.get(section.end);
    let end = next.map_or(text.len(), |next| indent::line_start(text, next.span.start));
    let end = body_end(text, outline, heading.span.end, end);
    let span = Span::new(heading.span.start, end);
    let mut fields = fields::fields_between(text, outline, &section.labels, end);
    end_fields(text, outline, &mut fields);
    let lead_end = section.labels.first().map_or(end, |label| label.line);
    let lead = Span::new(heading.span.end, lead_end).trim(text);
    preamble::place_title(text, outline, section, &mut fields);
    place_lead(text, lead, &mut fields, remarks);
    preamble::place_subprojects(text, outline, section, &mut fields);
    remark_labels(&section.labels, remarks);

    let names = |index: &usize| outline.headings[*index].title.clone();
    let project = section.path.first().map(names);
    let below: Vec<String> = section.path.iter().skip(1).map(names).collect();
    let subproject = (!below.is_empty()).then(|| below.join(" / "));
    let path = project.iter().chain(&below).chain([title]).map(String::as_str);

    let id = identities.give(path);
    let bracketed = Form::title_without_facts(title);
    let mut proposal = Proposal::new(id, title::clean(bracketed).to_owned(), heading.span, span);
    (proposal.project, proposal.subproject) = (project, subproject);
    proposal.status = title::status(bracketed).map(str::to_owned);
    read_title(text, outline, title_heading.span, &mut proposal);
    fill(text, outline, fields, &mut proposal, remarks);
    complete::section(
        text,
        form,
        section.heading..section.end.max(section.heading + 1),
        &section.labels,
        &mut proposal,
        remarks,
    );
    let size_above = || section.size.map(|index| outline.headings[index].title.clone());
    proposal.size = proposal.size.take().or_else(size_above);
    proposal
}

/// Gives a proposal its fields and what they hold.
pub(super) fn fill(
    text: &str,
    outline: &Outline<'_>,
    fields: Vec<Field>,
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    for field in &fields {
        read_field(text, outline, field, proposal, remarks);
    }
    let fields_of_skills = fields.iter().filter(|field| field.kind == FieldKind::Skills);
    proposal.skills.append(&mut skills::of_fields(text, outline, fields_of_skills));
    dedup::keep_first(&mut proposal.skills, |skill| &skill.text);
    dedup::keep_first(&mut proposal.upstream, |link| &link.url);
    let section = proposal.section;
    if proposal.apply.is_none() && links::mentions_application(section.of(text)) {
        proposal.apply = links::in_span(text, outline, section).into_iter().find(links::is_application);
    }
    proposal.fields = fields;
}

/// Ends each field before what is no text at its end.
pub(super) fn end_fields(text: &str, outline: &Outline<'_>, fields: &mut Vec<Field>) {
    let (Some(first), Some(last)) = (fields.first(), fields.last()) else { return };
    if outline.silent_in(Span::new(first.value.start, last.value.end)).is_empty() {
        return;
    }
    for value in fields.iter_mut().map(|field| &mut field.value) {
        *value = Span::new(value.start, body_end(text, outline, value.start, value.end));
    }
    fields.retain(|field| !field.label.is_empty() || !field.value.is_empty());
}

/// The prose above the first label describes the idea, unless a field does; where neither does, the
/// prose below a field. A title as the programme composes it says nothing new.
pub(super) fn place_lead(text: &str, lead: Span, fields: &mut Vec<Field>, remarks: &mut Vec<Remark>) {
    let is_described =
        fields.iter().any(|field| field.kind == FieldKind::Description && !field.value.is_empty());
    if lead.is_empty() || !lead.of(text).contains(char::is_alphanumeric) {
        if let Some(below) = fields.iter_mut().find(|field| field.label.is_empty() && !is_described) {
            below.kind = FieldKind::Description;
        }
        return;
    }
    if is_described {
        if !heading_words::is_composed_title(lead.of(text)) {
            remarks.push(Remark { kind: RemarkKind::Unplaced, span: lead });
        }
    } else {
        let field = Field { kind: FieldKind::Description, label: Span::at(lead.start), value: lead };
        insert(fields, field);
    }
}

fn remark_labels(labels: &[Label], remarks: &mut Vec<Remark>) {
    for label in labels.iter().filter(|label| !matches!(label.style.place, Place::Heading | Place::Cell)) {
        let kind = match label.spelling {
            Spelling::Near => RemarkKind::LabelMisspelt,
            Spelling::Key => RemarkKind::LabelLikeYaml,
            Spelling::Words if label.kind.is_none() => RemarkKind::UnknownLabel,
            Spelling::Words if !label.style.colon => RemarkKind::LabelWithoutColon,
            Spelling::Words => continue,
        };
        remarks.push(Remark { kind, span: label.span });
    }
}

/// A title that is a link says where to apply, or which issue it is about.
pub(super) fn read_title(text: &str, outline: &Outline<'_>, title: Span, proposal: &mut Proposal) {
    for link in links::in_span(text, outline, title) {
        if links::is_application(&link) {
            proposal.apply.get_or_insert(link);
        } else if links::is_discussion(&link) {
            proposal.upstream.push(link);
        }
    }
}

fn read_field(
    text: &str,
    outline: &Outline<'_>,
    field: &Field,
    proposal: &mut Proposal,
    remarks: &mut Vec<Remark>,
) {
    match field.kind {
        FieldKind::Mentors => {
            let primary = labels::is_primary(field.label.of(text));
            let read = mentors::read(text, outline, field.value, primary);
            proposal.mentors.extend(read.people);
            let unread = read.unread.into_iter();
            remarks.extend(unread.map(|span| Remark { kind: RemarkKind::UnreadMentor, span }));
        }
        FieldKind::Upstream => {
            let mut found = links::in_span(text, outline, field.value);
            let is_loose = is_loose(field.label.of(text));
            if is_loose {
                found.retain(|link| links::is_discussion(link) || links::is_application(link));
            }
            if found.is_empty() && !field.value.is_empty() && !is_loose {
                remarks.push(Remark { kind: RemarkKind::UpstreamWithoutAddress, span: field.value });
            }
            let (apply, upstream): (Vec<Link>, _) = found.into_iter().partition(links::is_application);
            proposal.upstream.extend(upstream);
            proposal.apply = proposal.apply.take().or(apply.into_iter().next());
        }
        FieldKind::Apply => {
            let found = links::in_span(text, outline, field.value);
            let at = found.iter().position(links::is_application).unwrap_or(0);
            proposal.apply = proposal.apply.take().or(found.into_iter().nth(at));
        }
        FieldKind::Difficulty => {
            proposal.difficulty = proposal.difficulty.take().or(measure(text, outline, field));
        }
        FieldKind::Size => proposal.size = proposal.size.take().or(measure(text, outline, field)),
        // The skills of all fields are read together.
        FieldKind::Skills | FieldKind::Description | FieldKind::Outcome | FieldKind::Other => {}
    }
}

/// Whether a label speaks of links of any kind, and of no issue: only those of issues are upstream then.
fn is_loose(label: &str) -> bool {
    const SURE: &[&str] = &["upstream", "issue", "ticket", "pr", "kep", "tracking", "discussion"];
    let label = super::words::folded(label);
    !label.split(' ').any(|word| SURE.contains(&word))
}

/// A measure as one line of plain text; the full stop behind a few words says nothing.
fn measure(text: &str, outline: &Outline<'_>, field: &Field) -> Option<String> {
    const FEW: usize = 4;
    let mut words = line(text, outline, field)?;
    let is_few = words.split(' ').count() <= FEW && words.find('.') == Some(words.len() - 1);
    words.truncate(words.len() - usize::from(is_few));
    Some(words)
}

/// A value as one line of plain text, the items of a list with commas between. The bold that began
/// before the label may end in the value.
pub(super) fn line(text: &str, outline: &Outline<'_>, field: &Field) -> Option<String> {
    let blocks = blocks::blocks(text, outline, field.value);
    let words = if blocks.iter().any(|block| block.item) {
        let items = blocks.iter().map(|block| inline_words(block.span.of(text)));
        items.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
    } else {
        // The mark of a heading, where one was copied with its words.
        inline_words(field.value.of(text).trim_start_matches(['#', ' ']).trim_end_matches('\\'))
    };
    (!words.is_empty()).then_some(words)
}
