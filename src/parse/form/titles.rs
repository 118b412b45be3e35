//! Titles that are no headings: bold paragraphs and bold list items with facts below them. They become
//! headings of the outline, at levels below those of Markdown.

use std::collections::HashMap;

use super::survey::{Strings, Wording};
use crate::markdown::inline;
use crate::markdown::outline::{Heading, Line, Opening, Outline};
use crate::model::{Span, Unit};
use crate::parse::label_lines::LineLabels;
use crate::parse::labels::Meanings;
use crate::parse::lexicon;
use crate::parse::lines;
use crate::parse::words::{self, folded};

/// The level of a bold paragraph that is a title.
pub(in crate::parse) const BOLD: u8 = 7;
/// The level of a list item that is a title.
pub(in crate::parse) const ITEM: u8 = 8;
/// A title has at most so many bytes.
const LONGEST: usize = 160;
/// So many items of a list must have facts below them.
const ENOUGH_ITEMS: usize = 2;

/// A line that may be a title.
struct Candidate {
    /// The line, as an index into the outline.
    line: usize,
    level: u8,
    span: Span,
    words: Span,
}

/// Adds the titles that are no headings to an outline, and their words to those of the headings.
pub(super) fn promote<'a>(
    text: &'a str,
    outline: &mut Outline<'_>,
    wordings: &mut Vec<Wording>,
    strings: &Strings,
    read: &mut LineLabels<'a>,
) {
    let unit = strings.stated.unit();
    let mut found = Vec::new();
    if matches!(unit, None | Some(Unit::BoldLine)) {
        found = bold_paragraphs(text, outline, strings, &mut read.meanings);
    }
    if matches!(unit, None | Some(Unit::Item)) {
        found.extend(items(text, outline, unit.is_some(), read));
    }
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|candidate| candidate.line);
    for candidate in &found {
        // The rest of the same paragraph is a paragraph of its own.
        if let Some(next) = outline.lines.get_mut(candidate.line + 1)
            && next.opening == Opening::Continuation
        {
            next.opening = Opening::Paragraph;
            read.read_again(candidate.line + 1, *next);
        }
    }
    let mut found = found.into_iter().peekable();
    let mut headings = Vec::with_capacity(outline.headings.len() + found.len());
    let old = std::mem::take(&mut outline.headings);
    let mut old_wordings = std::mem::take(wordings).into_iter();
    let first = old.first().map_or(outline.lines.len(), |first| first.lines.start);
    let mut open = 0..first;
    let mut rest = old.into_iter();
    loop {
        while let Some(candidate) = found.next_if(|candidate| candidate.line < open.end) {
            let last = headings.last_mut();
            if let Some(Heading { lines, .. }) = last {
                lines.end = candidate.line;
            }
            let title = inline::on_one_line(inline::plain(candidate.words.of(text)).into_owned());
            wordings.push(Wording::of(&title));
            headings.push(Heading {
                level: candidate.level,
                span: candidate.span,
                words: candidate.words,
                title,
                lines: candidate.line + 1..open.end,
            });
        }
        let Some(next) = rest.next() else { break };
        open = next.lines.clone();
        headings.push(next);
        wordings.extend(old_wordings.next());
    }
    outline.headings = headings;
}

fn bold_paragraphs<'a>(
    text: &'a str,
    outline: &Outline<'_>,
    strings: &Strings,
    meanings: &mut Meanings<'a>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (index, line) in outline.lines.iter().enumerate() {
        if line.opening != Opening::Paragraph || line.depth > 0 {
            continue;
        }
        let bytes = &text.as_bytes()[line.start..];
        let marks = &bytes[..bytes.len().min(16)];
        if memchr::memchr2_iter(b'*', b'_', marks).all(|at| marks.get(at + 1) != Some(&marks[at])) {
            continue;
        }
        let span = lines::whole_line(text, line.start);
        let Some(words) = lines::bold_words(text, span).filter(|_| span.len() <= LONGEST) else { continue };
        let title = words.of(text);
        let is_label = title.ends_with([':', '：'])
            || strings.recurs(title)
            || meanings.meaning(title.trim_end_matches('.')).is_some()
            || title
                .split_once([':', '：'])
                .is_some_and(|(before, _)| lexicon::meaning(&folded(before)).is_some())
            || super::value::describes_itself(title)
            || crate::parse::heading_words::is_only_difficulty(title);
        if !is_label {
            // A hard break behind the title is no text of the idea.
            let span = lines::line(text, line.start);
            found.push(Candidate { line: index, level: BOLD, span, words });
        }
    }
    found
}

/// The items of lists that are titles: those of a list of which most have facts of ideas below them, or
/// in brackets behind their bold words. Where somebody said that items are ideas, all with labels below them.
fn items(text: &str, outline: &Outline<'_>, are_ideas: bool, read: &LineLabels<'_>) -> Vec<Candidate> {
    let lines = &outline.lines;
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at].opening != Opening::Item || lines[at].depth != 1 {
            at += 1;
            continue;
        }
        // A list: the lines from here on that stand in one, up to the next heading or paragraph.
        let end = list_end(outline, at);
        let starts: Vec<usize> = (at..end)
            .filter(|&line| lines[line].opening == Opening::Item && lines[line].depth == 1)
            .collect();
        found.extend(items_of(text, lines, &starts, end, are_ideas, read));
        at = end;
    }
    found
}

/// The first line after a list that begins at a line.
fn list_end(outline: &Outline<'_>, at: usize) -> usize {
    let lines = &outline.lines;
    let next = outline.headings.partition_point(|heading| heading.lines.start <= at);
    let bound = outline.headings.get(next).map_or(lines.len(), |next| next.lines.start);
    let inside = lines[at..bound].iter().take_while(|line| line.depth > 0).count();
    at + inside
}

fn items_of(
    text: &str,
    lines: &[Line],
    starts: &[usize],
    end: usize,
    are_ideas: bool,
    read: &LineLabels<'_>,
) -> Vec<Candidate> {
    // Most lists are values, or the fields of one idea: their items have nothing below them, or are labels.
    let may_be_title = |(number, &start): (usize, &usize)| {
        let next = starts.get(number + 1).copied().unwrap_or(end);
        let line = &text[lines[start].start..];
        (next > start + 1 || line.starts_with("**"))
            && read.of(start).is_none_or(|label| label.meaning.is_none())
    };
    let titles = starts.iter().enumerate().filter(|&item| may_be_title(item)).take(ENOUGH_ITEMS).count();
    if !are_ideas && titles < ENOUGH_ITEMS {
        return Vec::new();
    }
    let mut good: Vec<Option<Candidate>> = Vec::with_capacity(starts.len());
    let (mut rich, mut some) = (0, 0);
    // How many items have each label below them, known or not.
    let mut keys: HashMap<u64, usize> = HashMap::new();
    let mut of_items: Vec<Vec<u64>> = Vec::with_capacity(starts.len());
    for (number, &start) in starts.iter().enumerate() {
        let next = starts.get(number + 1).copied().unwrap_or(end);
        let labels = (start + 1..next).filter_map(|line| read.of(line));
        let mut own: Vec<u64> = labels.map(|label| words::key(label.span.of(text))).collect();
        own.sort_unstable();
        own.dedup();
        for key in &own {
            *keys.entry(*key).or_default() += 1;
        }
        of_items.push(own);
    }
    for (number, &start) in starts.iter().enumerate() {
        let next = starts.get(number + 1).copied().unwrap_or(end);
        let span = lines::whole_line(text, lines[start].start);
        let mut strong = Vec::new();
        for line in start + 1..next {
            if let Some(label) = read.of(line)
                && let Some(meaning) = label.meaning.filter(|meaning| meaning.is_strong())
                && !strong.contains(&meaning)
            {
                strong.push(meaning);
            }
        }
        let candidate = title_of_item(text, span, &mut strong);
        let is_label = read.of(start).is_some_and(|label| label.meaning.is_some());
        let shared =
            of_items[number].iter().filter(|key| keys.get(key).is_some_and(|&count| count > 1)).count();
        let is_bold = span.of(text).starts_with("**");
        let is_alike = is_bold && shared >= ENOUGH_ITEMS;
        let has_labels = are_ideas && !of_items[number].is_empty();
        let candidate = candidate.filter(|_| (!strong.is_empty() || is_alike || has_labels) && !is_label);
        rich += usize::from(candidate.is_some() && (strong.len() >= 2 || is_alike));
        some += usize::from(candidate.is_some());
        good.push(candidate.map(|(span, words)| Candidate { line: start, level: ITEM, span, words }));
    }
    let most = some * 5 >= starts.len() * 3 && (some >= ENOUGH_ITEMS || rich == 1);
    if are_ideas || rich >= ENOUGH_ITEMS || most && some > 0 {
        good.into_iter().flatten().collect()
    } else {
        Vec::new()
    }
}

/// The title of a list item: its bold or linked first words, else its line. Facts in brackets behind it
/// are added to `strong`.
fn title_of_item(
    text: &str,
    line: Span,
    strong: &mut Vec<crate::parse::lexicon::Meaning>,
) -> Option<(Span, Span)> {
    let words = line.of(text);
    let (inner, whole) = if let Some(rest) = words.strip_prefix("**") {
        let close = rest.find("**")?;
        (Span::new(line.start + 2, line.start + 2 + close), line.start + close + 4)
    } else {
        (line, line.end)
    };
    let inner = inner.trim(text);
    if let Some(facts) = bracketed_facts(inner.of(text)) {
        for part in facts.split([',', ';']) {
            if let Some(meaning) =
                part.split_once(':').and_then(|(label, _)| lexicon::meaning(&folded(label)))
            {
                strong.push(meaning);
            }
        }
    }
    let is_title = inner.len() <= LONGEST
        && inner.of(text).contains(char::is_alphabetic)
        && !inner.of(text).ends_with(':')
        || bracketed_facts(inner.of(text)).is_some();
    let title = inner.of(text).find(" (").filter(|_| bracketed_facts(inner.of(text)).is_some());
    let title = title.map_or(inner, |at| Span::new(inner.start, inner.start + at));
    is_title.then_some((Span::new(line.start, whole), title))
}

/// The facts in brackets behind a title: `(duration: 175h, difficulty: easy)`.
pub(super) fn bracketed_facts(title: &str) -> Option<&str> {
    let open = title.rfind('(')?;
    let close = title[open..].find(')')? + open;
    let inner = &title[open + 1..close];
    let is_fact = |part: &str| {
        part.split_once(':').is_some_and(|(label, value)| {
            !value.trim().is_empty()
                && lexicon::meaning(&folded(label)).is_some_and(lexicon::Meaning::is_strong)
        })
    };
    inner.split([',', ';']).any(is_fact).then_some(inner)
}
