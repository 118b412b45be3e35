//! The outline: a document's headings and what stands below each.
//!
//! One walk over the events of the whole document keeps what a reader of listings asks about: the
//! headings, where each line of text begins and in what, the links. Everything else stays text.

mod html;
mod parts;
mod read;

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

pub use self::parts::{Anchor, Heading, Line, Opening, Outline, Table};
use self::read::{fence_closes, rank};
use super::{events::OPTIONS, footnotes, inline, underline};
use crate::model::{Span, start_of};

impl<'a> Outline<'a> {
    /// Reads the outline of a text.
    pub fn of(text: &'a str) -> Self {
        let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
        let mut walk = Walk::new(text);
        for (event, range) in events.by_ref() {
            walk.step(event, range.into());
        }
        let mut outline = walk.finish();
        html::add_tables(text, &mut outline);
        for (label, definition) in events.reference_definitions().iter() {
            outline.references.define(label, &definition.dest);
            outline.silent.push(definition.span.clone().into());
        }
        for definition in footnotes::definitions(text) {
            if definition.footnote.is_referred {
                outline.silent.push(definition.span);
            }
            outline.references.define_footnote(&definition.label, definition.footnote);
        }
        outline.silent.sort_unstable();
        outline
    }
}

/// A heading whose end has not come yet.
struct Open {
    level: u8,
    span: Span,
    words: Option<Span>,
    title: String,
    /// How many lines there were before it.
    lines: usize,
}

/// A label in a quote is looked for in so many bytes.
const LABEL: usize = 60;
/// About as many bytes of a listing hold a line that begins a text: room that need not grow.
const BYTES_OF_A_LINE: usize = 80;

/// Where the walk stands.
struct Walk<'a> {
    text: &'a str,
    outline: Outline<'a>,
    heading: Option<Open>,
    items: usize,
    quotes: usize,
    /// How many lines there were before the outermost quote.
    before_quote: usize,
    /// How many fences, tables and blocks of HTML the walk is in: their text is no line.
    verbatim: usize,
    /// The table that the walk is in, or was in last, is kept.
    table: bool,
    /// The block that the next inline text begins.
    pending: Option<Opening>,
    /// The link that the walk is in.
    link: Option<usize>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            outline: Outline {
                lines: Vec::with_capacity(text.len() / BYTES_OF_A_LINE),
                ..Outline::default()
            },
            heading: None,
            items: 0,
            quotes: 0,
            before_quote: 0,
            verbatim: 0,
            table: false,
            pending: None,
            link: None,
        }
    }

    fn step(&mut self, event: Event<'a>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words, span),
            Event::SoftBreak | Event::HardBreak => {
                self.words(" ", span);
                self.pending = Some(Opening::Continuation);
            }
            Event::Rule => {
                if self.items == 0 && self.quotes == 0 {
                    self.outline.silent.push(span);
                }
                self.block_ended();
            }
            Event::InlineHtml(_) | Event::TaskListMarker(_) => self.inline(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, span: Span) {
        match tag {
            Tag::Item => {
                self.items += 1;
                self.pending = Some(Opening::Item);
            }
            Tag::Paragraph => self.open_block(),
            Tag::Heading { level, .. } => {
                self.open_block();
                if self.items == 0 && self.quotes == 0 {
                    self.heading = Some(Open {
                        level: rank(level),
                        span: span.trim(self.text),
                        words: None,
                        title: String::with_capacity(span.len()),
                        lines: self.outline.lines.len(),
                    });
                }
            }
            Tag::BlockQuote(_) => {
                if self.quotes == 0 {
                    self.before_quote = self.outline.lines.len();
                }
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.verbatim += 1;
                if matches!(kind, CodeBlockKind::Fenced(_)) && !fence_closes(span.of(self.text)) {
                    self.outline.open_fences.push(span);
                }
            }
            Tag::HtmlBlock => {
                self.verbatim += 1;
                self.html_lines(span);
                let words = span.trim(self.text).of(self.text);
                let comment = words.starts_with("<!--") && words.ends_with("-->");
                if comment && self.items == 0 && self.quotes == 0 {
                    self.outline.silent.push(span);
                }
            }
            Tag::Table(_) => {
                self.verbatim += 1;
                self.table = self.items == 0 && self.quotes == 0;
                if self.table {
                    self.outline.tables.push(Table { span, rows: Vec::new() });
                }
            }
            Tag::TableHead | Tag::TableRow if self.table => {
                if let Some(table) = self.outline.tables.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell if self.table => {
                let table = self.outline.tables.last_mut();
                if let Some(row) = table.and_then(|table| table.rows.last_mut()) {
                    row.push(span.trim(self.text));
                }
            }
            Tag::Link { link_type, dest_url, .. } => {
                self.inline(span);
                let url = match link_type {
                    LinkType::Email => Cow::Owned(format!("mailto:{dest_url}")),
                    _ => dest_url.into(),
                };
                self.link = Some(self.outline.links.len());
                self.outline.links.push(Anchor { span, url, words: Span::at(span.start) });
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. } => self.inline(span),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.block_ended();
            }
            TagEnd::Heading(_) => {
                self.close_heading();
                self.block_ended();
            }
            TagEnd::BlockQuote(_) => {
                self.quotes = self.quotes.saturating_sub(1);
                if self.quotes == 0 {
                    self.close_quote();
                }
                self.block_ended();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.block_ended();
            }
            TagEnd::Paragraph | TagEnd::List(_) => self.block_ended(),
            TagEnd::Link => self.link = None,
            _ => {}
        }
    }

    /// A paragraph begins: as the first thing of a list item it is the item's own line.
    fn open_block(&mut self) {
        if self.pending != Some(Opening::Item) {
            self.pending = Some(Opening::Paragraph);
        }
    }

    /// After a block, text that follows without a tag of its own (in a tight list) is a paragraph.
    fn block_ended(&mut self) {
        self.pending = (self.items > 0).then_some(Opening::Paragraph);
    }

    fn words(&mut self, words: &str, span: Span) {
        self.inline(span);
        if let Some(heading) = &mut self.heading {
            heading.title.push_str(words);
        }
    }

    /// Something inline: it may be what a line begins with.
    fn inline(&mut self, span: Span) {
        if let Some(link) = self.link {
            let words = &mut self.outline.links[link].words;
            let start = if words.is_empty() { span.start } else { words.start };
            *words = Span::new(start, span.end);
        }
        if let Some(heading) = &mut self.heading {
            let start = heading.words.map_or(span.start, |words| words.start);
            heading.words = Some(Span::new(start, span.end));
        }
        if self.verbatim > 0 {
            return;
        }
        if let Some(opening) = self.pending.take() {
            self.outline.lines.push(Line { start: span.start, depth: self.items, opening });
        }
    }

    /// The lines of a block of HTML that begin with bold words: `<p><b>Mentor:</b> Ada</p>`.
    fn html_lines(&mut self, block: Span) {
        if self.items > 0 || self.quotes > 0 {
            return;
        }
        let mut start = block.start;
        for line in block.of(self.text).split_inclusive('\n') {
            if let Some(words) = html::bold_start(line) {
                let start = start + words;
                self.outline.lines.push(Line { start, depth: 0, opening: Opening::Paragraph });
            }
            start += line.len();
        }
    }

    fn close_heading(&mut self) {
        let Some(open) = self.heading.take() else { return };
        if let Some(rule) = underline::accidental_rule(self.text, open.span) {
            self.outline.silent.push(rule);
            return;
        }
        self.outline.lines.truncate(open.lines);
        if let Some(last) = self.outline.headings.last_mut() {
            last.lines.end = open.lines;
        }
        let words = open.words.unwrap_or(Span::at(open.span.end)).trim(self.text);
        self.outline.headings.push(Heading {
            level: open.level,
            span: open.span,
            words,
            title: inline::on_one_line(open.title),
            lines: open.lines..open.lines,
        });
    }

    /// A quote is text, unless it is a single line: some listings quote their labels.
    fn close_quote(&mut self) {
        let lines = &mut self.outline.lines;
        match lines.get_mut(self.before_quote..) {
            Some([line]) if self.items == 0 => line.opening = Opening::Quote,
            // Each line of it begins with a label: facts, and no words of somebody.
            Some(quoted)
                if self.items == 0 && quoted.iter().all(|line| begins_with_label(self.text, *line)) =>
            {
                for line in quoted {
                    line.opening = Opening::Quote;
                }
            }
            // So where each paragraph begins with bold words.
            Some(quoted) if self.items == 0 && quoted.iter().all(|line| begins_bold(self.text, *line)) => {
                for line in quoted.iter_mut().filter(|line| line.opening == Opening::Paragraph) {
                    line.opening = Opening::Quote;
                }
            }
            _ => lines.truncate(self.before_quote),
        }
    }

    fn finish(mut self) -> Outline<'a> {
        if let Some(last) = self.outline.headings.last_mut() {
            last.lines.end = self.outline.lines.len();
        }
        self.outline
    }
}

/// Whether a line begins with bold words, or goes on with one.
fn begins_bold(text: &str, line: Line) -> bool {
    line.opening == Opening::Continuation
        || text[line.start..].starts_with("**")
        || text[line.start..].starts_with("__")
}

/// Whether a line begins with a few words, a colon and more words: `Mentor: Ada`.
fn begins_with_label(text: &str, line: Line) -> bool {
    const WORDS: usize = 4;
    let start = start_of(&text[line.start..], LABEL);
    let line = start.lines().next().unwrap_or_default();
    line.split_once(": ").is_some_and(|(label, value)| {
        label.split(' ').count() <= WORDS
            && label.starts_with(|c: char| c.is_uppercase())
            && label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '-' | '(' | ')'))
            && !value.trim().is_empty()
    })
}

#[cfg(test)]
mod tests;
