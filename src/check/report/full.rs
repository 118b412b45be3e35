//! `full`: each finding with the text that it is about, as a compiler shows it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet};

use super::concise;
use super::content::Report;
use super::cut::{self, Mark};
use super::visible::visible;
use crate::check::diagnostic::{Diagnostic, Edit, Fix};
use crate::check::rule::Severity;
use crate::check::text::boundary;
use crate::model::{SafeText, Span, safe};

/// A line of a suggestion longer than this is cut around what changes, in characters at most.
const AROUND: usize = 30;
/// The width of the gutter before a line, in cells: its number and the bar.
const MARGIN: usize = 8;
/// The width of ` = note: ` before a note, less the gutter.
const WORD: usize = 6;
/// The width of `help: ` before the title of a suggestion.
const HELP: usize = 6;
/// The mark of the renderer for "elsewhere".
const JOINT: &str = ":::";
/// A suggestion shows so many places at most.
const PLACES: usize = 3;
/// The most bytes that a character may have for each cell it fills.
const MOST_BYTES: usize = 8;
/// The title of a proposal is shown above a finding that is at most so far below it, in bytes.
const NEAR: usize = 8 * 1024;
/// A place that is shown ends at so many bytes at the latest, if not with its line: a renderer looks at every byte.
const LONGEST_PLACE: usize = 1024;

pub(super) fn write(report: &Report<'_>) -> SafeText {
    let renderer = if report.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(report.width).decor_style(DecorStyle::Ascii);
    let mut out = SafeText::default();
    for found in report.shown() {
        one(&mut out, report, &renderer, found);
        out.end_line();
    }
    out
}

fn one(out: &mut SafeText, report: &Report<'_>, renderer: &Renderer, found: &Diagnostic) {
    let document = report.document(found);
    if !document.anchors().is_empty() {
        // The text was made of something else: there is no line to show.
        return out.line(format_args!("{}", concise::line(report, found)));
    }
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let (text, path) = (document.text(), safe(&report.path(found)).into_owned());
    let title = format!("{}[{}]: ", found.severity.name(), found.rule.code).len();
    let message = cut::in_lines(&found.message, report.width.saturating_sub(title));
    let (place, _) = report.places(found, found.span);
    let origin = Origin::path(path).line(place.line).char_column(place.column);
    let mut elements: Vec<Element<'_>> = vec![origin.into(), snippet(report, found, text).into()];
    let words = |text: &str| cut::in_lines(text, report.width.saturating_sub(MARGIN + WORD));
    for note in &found.notes {
        elements.push(Level::NOTE.message(words(note)).into());
    }
    if let (Some(help), None) = (&found.help, &found.fix) {
        elements.push(Level::HELP.message(words(help)).into());
    }
    let mut groups: Vec<Group<'_>> =
        vec![level.primary_title(message).id(found.rule.code).elements(elements)];
    if let Some(fix) = &found.fix {
        groups.push(suggestion(report, found, fix, text));
    }
    out.rendered(&without_joint(&renderer.render(&groups)));
    out.end_line();
}

/// Without the line that joins a place to lines of no path: the path stands above already, with the column
/// in the whole line, which a cut one does not tell.
fn without_joint(rendered: &str) -> String {
    let is_joint = |line: &str| {
        // Of a colour only digits, brackets and the like are left.
        let marks = line.chars().filter(|c| !matches!(c, ' ' | '\u{1b}' | '[' | ';' | 'm' | '0'..='9'));
        marks.eq(JOINT.chars())
    };
    let mut lines: Vec<&str> = rendered.lines().collect();
    if let Some(at) = lines.iter().position(|line| is_joint(line)) {
        lines.remove(at);
    }
    lines.join("\n")
}

/// The text that a finding is about, with the title of its proposal and the related places.
fn snippet<'t>(
    report: &Report<'_>,
    found: &Diagnostic,
    text: &str,
) -> Snippet<'t, annotate_snippets::Annotation<'t>> {
    let places = places(report, found, text);
    let start = places.iter().map(|(span, _)| span.start).min().unwrap_or(0);
    let end = places.iter().map(|(span, _)| span.end).max().unwrap_or(0);
    let (line, (start, end)) = (report.document(found).line(start), near(report, found, text, start, end));
    let mut marked: Vec<_> = places.iter().map(|(span, _)| span.start - start..span.end - start).collect();
    let source = visible(&text[start..end], &mut marked);
    let label = |(_, label): &(Span, Option<String>)| label.as_deref().map_or(0, cut::cells);
    let marks = marked.into_iter().zip(places.iter().map(label));
    let marks: Vec<Mark> = marks.map(|(place, label)| Mark { place, label }).collect();
    let (shown, marked) = cut::fitted(&source, &marks, report.width.saturating_sub(MARGIN));
    let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
    let mut snippet = Snippet::source(shown).line_start(line);
    for (kind, ((_, label), place)) in kinds.zip(places.into_iter().zip(marked)) {
        snippet = snippet.annotation(kind.span(place).label(label));
    }
    snippet
}

/// The places to show with what is said about them: that of the finding first.
fn places(report: &Report<'_>, found: &Diagnostic, text: &str) -> Vec<(Span, Option<String>)> {
    let room = cut::label_room(report.width.saturating_sub(MARGIN));
    let say = |words: &str| Some(cut::label(&safe(words), room));
    let mut places = vec![(first_line(text, found.span), found.label.as_deref().and_then(say))];
    let near = |span: Span| found.span.start.abs_diff(span.start) < NEAR;
    for related in found.related.iter().filter(|related| near(related.span)).take(PLACES) {
        places.push((first_line(text, related.span), say(&related.message)));
    }
    if let Some(heading) = heading(report, found).filter(|heading| near(*heading)) {
        let is_new = places.iter().all(|(span, _)| span.start < heading.start || span.start >= heading.end);
        if heading.end <= found.span.start && is_new {
            places.push((heading, say("in this proposal")));
        }
    }
    places
}

/// The title of the proposal that a finding is about.
fn heading(report: &Report<'_>, found: &Diagnostic) -> Option<Span> {
    let id = found.subject.proposal.as_ref()?;
    let listing = &report.catalog.listings()[found.listing];
    let proposal = &listing.proposals[*report.by_id[found.listing].get(id)?];
    let text = listing.document.text();
    Some(first_line(text, proposal.heading)).filter(|heading| !heading.is_empty())
}

/// The text as it is after a fix.
fn suggestion<'t>(report: &Report<'_>, found: &Diagnostic, fix: &Fix, text: &str) -> Group<'t> {
    let more = fix.edits.len().saturating_sub(PLACES);
    let more = if more > 0 { format!(" (and in {more} more places)") } else { String::new() };
    let title = cut::in_lines(&format!("{}{more}", fix.message), report.width.saturating_sub(HELP));
    let title = Level::HELP.secondary_title(title);
    let shown = fix.edits.iter().take(PLACES).filter(|edit| !edit.span.of(text).contains('\n'));
    title.elements(shown.map(|edit| patch(report, found, edit, text)).collect::<Vec<_>>())
}

fn patch<'t>(report: &Report<'_>, found: &Diagnostic, edit: &Edit, text: &str) -> Snippet<'t, Patch<'t>> {
    // A line that is put in stands behind the one before it.
    let line = report.document(found).line(edit.span.start);
    let (start, end) = near(report, found, text, edit.span.start, edit.span.end);
    let room = report.width.saturating_sub(MARGIN);
    let mut place = edit.span.start - start..edit.span.end - start;
    let source = visible(&text[start..end], std::slice::from_mut(&mut place));
    let new = visible(&edit.text, &mut []).into_owned();
    let (from, to) = window(&source, place.start, place.end, &new, room);
    Snippet::source(source[from..to].to_owned())
        .line_start(line)
        .patch(Patch::new(place.start - from..place.end - from, new))
}

/// The part of a line to show where `start..end` becomes `new`: all of it where it fits, else what stands around
/// the change.
fn window(line: &str, start: usize, end: usize, new: &str, room: usize) -> (usize, usize) {
    let (old, new) = (cut::cells(&line[start..end]), cut::cells(new));
    if cut::cells(line) - old + old.max(new) <= room {
        return (0, line.len());
    }
    let around = (room.saturating_sub(old.max(new)) / 2).clamp(1, AROUND);
    let before = line[..start].char_indices().rev().nth(around - 1).map_or(0, |(at, _)| at);
    let after = line[end..].char_indices().nth(around).map_or(line.len(), |(at, _)| end + at);
    (before, after)
}

/// The lines from one place to another; of long ones only what is near can be shown, and is looked at.
fn near(report: &Report<'_>, found: &Diagnostic, text: &str, start: usize, end: usize) -> (usize, usize) {
    let (document, reach) = (report.document(found), report.width * MOST_BYTES);
    let last = document.line_around(end);
    let line_end = last.start + last.of(text).trim_end_matches(['\n', '\r']).len();
    let from = document.line_around(start).start.max(boundary(text, start.saturating_sub(reach)));
    (from, line_end.min(boundary(text, end + reach)).max(end))
}

/// A span up to the end of its first line.
fn first_line(text: &str, span: Span) -> Span {
    let start = span.start.min(text.len());
    let end = boundary(text, span.end.min(start + LONGEST_PLACE)).max(start);
    let length = text[start..end].find(['\n', '\r']).unwrap_or(end - start);
    Span::new(start, start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_what_changes() {
        let line = "é".repeat(100);
        let (from, to) = window(&line, 100, 102, "", 80);
        assert_eq!((from, to), (100 - 2 * AROUND, 102 + 2 * AROUND));
        assert_eq!(window("short", 1, 2, "", 80), (0, 5));
    }
}
