//! The survey: which strings recur at the places of labels, and the labels below each heading.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use super::signs::Signs;
use super::stated::Stated;
use crate::markdown::outline::{Heading, Opening, Outline};
use crate::parse::front_matter::FrontMatter;
use crate::parse::label::{self, Label};
use crate::parse::label_lines::{self, LineLabels};
use crate::parse::labels;
use crate::parse::lexicon::{self, Meaning};
use crate::parse::lines;
use crate::parse::recurs::Recurs;
use crate::parse::title;
use crate::parse::words::folded;

/// The title of a heading in the forms in which it is compared, each made once.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    /// Its words, folded.
    pub(super) folded: String,
    /// Its meaning as a label.
    pub(super) meaning: Option<Meaning>,
    /// It only says that ideas stand below it.
    pub(super) is_group: bool,
    /// The number of its letters and digits.
    key: u64,
}

impl Wording {
    pub(super) fn of(title: &str) -> Self {
        let folded = folded(title);
        Self {
            meaning: labels::meaning_of(title, &folded),
            is_group: lexicon::is_group(title),
            key: key(title),
            folded,
        }
    }

    /// The folded words of the title without what numbers or announces it.
    pub(super) fn cleaned(&self, title: &str) -> Cow<'_, str> {
        let clean = title::clean(title);
        if clean.len() == title.len() { Cow::Borrowed(&self.folded) } else { Cow::Owned(folded(clean)) }
    }

    /// Those of the headings of an outline.
    pub(super) fn of_headings(outline: &Outline<'_>) -> Vec<Self> {
        outline.headings.iter().map(|heading| Self::of(&heading.title)).collect()
    }
}

/// A heading that recurs so often is a label, even where its words speak of something else.
pub(super) const OFTEN: usize = 3;

/// How often a string stands as a heading, or as a bold line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// As a heading, in this document or in others of its folder.
    pub(super) headings: usize,
    /// As a heading of this document.
    pub(super) here: usize,
    /// As a bold line.
    pub(super) bold: usize,
    /// As a heading deeper than the nearest one before it that is no label.
    pub(super) deeper: usize,
    /// As a heading that is not deeper than that one.
    pub(super) beside: usize,
    /// As what stands before the colon of a heading.
    pub(super) leads: usize,
    /// As the first cell of a row, in tables of two columns.
    pub(super) cells: usize,
}

/// The strings that stand as headings and as bold lines.
#[derive(Debug, Clone, Default)]
pub(in crate::parse) struct Strings {
    counts: HashMap<u64, Count>,
    pub(super) stated: Stated,
}

impl Strings {
    /// Counts the strings of a document, one of a folder whose counts are given; with what somebody said.
    pub(super) fn of(
        text: &str,
        outline: &Outline<'_>,
        wordings: &[Wording],
        folder: Option<&Self>,
        stated: Stated,
    ) -> Self {
        let mut strings = Self { counts: HashMap::with_capacity(wordings.len()), stated };
        for wording in wordings {
            let count = strings.counts.entry(wording.key).or_default();
            count.headings += 1;
            count.here += 1;
        }
        for lead in outline.headings.iter().filter_map(|heading| lead(&heading.title)) {
            strings.counts.entry(key(lead)).or_default().leads += 1;
        }
        let mut above = 0;
        for (heading, wording) in outline.headings.iter().zip(wordings) {
            let leads = lead(&heading.title).map_or(0, |lead| strings.count(lead).leads);
            let count = strings.counts.entry(wording.key).or_default();
            let in_folder =
                folder.and_then(|folder| folder.counts.get(&wording.key)).map_or(0, |count| count.headings);
            let is_idea = || {
                let title = heading.title.to_ascii_lowercase();
                title.contains("project") || title.contains("idea")
            };
            let recurs = count.headings.max(in_folder) > 1 || leads >= OFTEN;
            if wording.meaning.is_some() || recurs && !is_idea() {
                if above >= heading.level {
                    count.beside += 1;
                } else {
                    count.deeper += 1;
                }
            } else {
                above = heading.level;
            }
        }
        for line in outline.lines.iter().filter(|line| line.opening == Opening::Paragraph) {
            let start = &text.as_bytes()[line.start..];
            if start.starts_with(b"**") || start.starts_with(b"__") {
                let whole = lines::whole_line(text, line.start);
                let lead = || label::bold_lead(text, *line).map(|lead| lead.span);
                if let Some(words) = lines::bold_words(text, whole).or_else(lead) {
                    strings.counts.entry(key(words.of(text))).or_default().bold += 1;
                }
            }
        }
        for row in outline.tables.iter().flat_map(|table| &table.rows).filter(|row| row.len() == 2) {
            strings.counts.entry(key(row[0].of(text))).or_default().cells += 1;
        }
        if let Some(folder) = folder {
            strings.add_folder(folder);
        }
        strings
    }

    /// Counts the strings of a document, each once.
    pub(in crate::parse) fn add_document(&mut self, text: &str, outline: &Outline<'_>) {
        let wordings = Wording::of_headings(outline);
        for (key, count) in Self::of(text, outline, &wordings, None, Stated::default()).counts {
            let all = self.counts.entry(key).or_default();
            all.headings += count.headings.min(1);
            all.bold += count.bold.min(1);
            all.cells += count.cells.min(1);
            all.deeper += count.deeper;
            all.beside += count.beside;
        }
    }

    /// Adds the counts of other documents to those strings that stand here, too.
    fn add_folder(&mut self, folder: &Self) {
        for (key, count) in &mut self.counts {
            if let Some(others) = folder.counts.get(key) {
                let add = |own: &mut usize, others: usize| {
                    if *own > 0 {
                        *own = (*own).max(others);
                    }
                };
                add(&mut count.headings, others.headings);
                add(&mut count.bold, others.bold);
                add(&mut count.cells, others.cells);
                count.deeper += others.deeper;
                count.beside += others.beside;
            }
        }
    }

    /// How often a string stands where.
    pub(super) fn count(&self, string: &str) -> Count {
        self.of_key(key(string))
    }

    /// How often the title of a heading stands where.
    pub(super) fn count_of(&self, wording: &Wording) -> Count {
        self.of_key(wording.key)
    }

    fn of_key(&self, key: u64) -> Count {
        self.counts.get(&key).copied().unwrap_or_default()
    }

    /// Whether a string stands as a heading or as a bold line more than once.
    pub(super) fn recurs(&self, string: &str) -> bool {
        let count = self.count(string);
        count.headings + count.bold > 1 || self.stated.meaning(string).is_some()
    }
}

impl Recurs for Strings {
    fn line(&self, words: &str) -> bool {
        self.count(words).bold > 1 || self.stated.meaning(words).is_some()
    }

    fn cell(&self, words: &str) -> bool {
        self.count(words).cells > 1 || self.stated.meaning(words).is_some()
    }
}

/// The words of a heading before its first colon.
pub(super) fn lead(title: &str) -> Option<&str> {
    title.split_once([':', '：']).map(|(lead, _)| lead)
}

/// For each heading the nearest one before it that is higher.
pub(super) fn nearest_higher(headings: &[Heading]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut above = Vec::with_capacity(headings.len());
    for (index, heading) in headings.iter().enumerate() {
        while open.last().is_some_and(|&last| headings[last].level >= heading.level) {
            open.pop();
        }
        above.push(open.last().copied());
        open.push(index);
    }
    above
}

/// A number for the letters and digits of a string, whatever stands between its words; a number before
/// them says nothing.
fn key(string: &str) -> u64 {
    let mut letters = String::with_capacity(string.len() + 1);
    let mut is_number = true;
    for c in string.chars() {
        if c.is_alphanumeric() {
            is_number &= c.is_ascii_digit();
            if c.is_ascii() {
                letters.push(c.to_ascii_lowercase());
            } else {
                // Capitals have one form of sigma alone.
                letters.extend(c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c }));
            }
        } else if is_number {
            letters.clear();
        } else if !letters.ends_with(' ') {
            letters.push(' ');
        }
    }
    if is_number {
        letters.clear();
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(letters.trim_end().as_bytes());
    hasher.finish()
}

/// The lines of each heading that begin with a label, and the labels in its tables.
#[derive(Debug, Default)]
pub(in crate::parse) struct Labels {
    all: Vec<Label>,
    /// The labels above the first heading, then those of each.
    of: Vec<Range<usize>>,
}

impl Labels {
    /// Reads the labels of a document.
    pub(in crate::parse) fn read<'a>(
        text: &'a str,
        outline: &'a Outline<'_>,
        strings: &Strings,
        read: &mut LineLabels<'a>,
    ) -> Self {
        let mut labels = Self::default();
        let first = outline.headings.first().map_or(outline.lines.len(), |first| first.lines.start);
        let parts = std::iter::once((0, 0..first))
            .chain(outline.headings.iter().map(|heading| (heading.span.end, heading.lines.clone())));
        let ends = outline.headings.iter().map(|heading| heading.span.start).chain([text.len()]);
        for ((start, lines), end) in parts.zip(ends) {
            let from = labels.all.len();
            label_lines::read_part(
                text,
                outline,
                lines,
                start..end.max(start),
                read,
                strings,
                &mut labels.all,
            );
            labels.of.push(from..labels.all.len());
        }
        for label in &mut labels.all {
            if let Some(meaning) = strings.stated.meaning(label.span.of(text)) {
                (label.meaning, label.kind) = (Some(meaning), Some(meaning.kind()));
            }
        }
        labels
    }

    /// The labels below a heading, up to the next one; above the first for `None`.
    pub(in crate::parse) fn below(&self, heading: Option<usize>) -> &[Label] {
        &self.all[self.range(heading)]
    }

    /// The same, to change them.
    pub(in crate::parse) fn all_mut(&mut self) -> &mut [Label] {
        &mut self.all
    }

    fn range(&self, heading: Option<usize>) -> Range<usize> {
        self.of[heading.map_or(0, |heading| heading + 1)].clone()
    }
}

/// Everything that the tree is built from.
pub(super) struct Survey<'a, 'b> {
    pub(super) text: &'a str,
    pub(super) outline: &'b Outline<'a>,
    /// The words of each heading.
    pub(super) wordings: &'b [Wording],
    /// The words that lines without a label say facts with.
    pub(super) signs: Signs,
    pub(super) strings: &'b Strings,
    pub(super) labels: &'b Labels,
    pub(super) front: Option<&'b FrontMatter>,
    /// For each heading, the nearest one before it that is higher.
    pub(super) above: Vec<Option<usize>>,
    /// The document is one of several in a folder.
    pub(super) in_folder: bool,
}
