//! From events to blocks.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::inline::Inlines;
use super::{Alignment, Block, Inline, Item, List, MAX_DEPTH, Prose, Table, html};

/// A container that is open.
enum Frame {
    Quote(Vec<Block>),
    List { start: Option<u64>, loose: bool, items: Vec<Item> },
    Item(Item),
}

/// Takes events, gives [`Prose`].
#[derive(Default)]
pub(super) struct Builder {
    prose: Prose,
    /// The open containers that are represented, outermost first.
    frames: Vec<Frame>,
    /// How many open containers lie deeper than [`MAX_DEPTH`]: their content joins the innermost frame.
    flattened: usize,
    /// The text of the open paragraph (also of a tight item's, which has no tag), heading or cell.
    inlines: Inlines,
    code: Option<(Option<String>, String)>,
    html: Option<String>,
    table: Table,
    cells: Vec<Vec<Inline>>,
}

impl Builder {
    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) => self.text(&text),
            Event::Code(text) => self.inlines.code(&text),
            Event::InlineHtml(text) => html::inline(&text, &mut self.inlines),
            Event::SoftBreak => self.inlines.text(" "),
            Event::HardBreak => self.inlines.line_break(),
            Event::Rule => {
                self.end_paragraph();
                self.push(Block::Rule);
            }
            Event::TaskListMarker(done) => self.task(done),
            // Off in `OPTIONS`; their text would still be text.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
        }
    }

    pub(super) fn finish(mut self) -> Prose {
        self.end_paragraph();
        self.prose
    }

    fn text(&mut self, text: &str) {
        match (&mut self.code, &mut self.html) {
            (Some((_, code)), _) => code.push_str(text),
            (None, Some(html)) => html.push_str(text),
            (None, None) => self.inlines.text(text),
        }
    }

    fn task(&mut self, done: bool) {
        match self.frames.last_mut() {
            Some(Frame::Item(item)) if self.flattened == 0 => item.task = Some(done),
            _ => self.inlines.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.inlines.emphasis += 1,
            Tag::Strong => self.inlines.strong += 1,
            Tag::Strikethrough => self.inlines.strike += 1,
            Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. } => {
                self.inlines.start_link(link_type, &dest_url);
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            block => {
                self.end_paragraph();
                self.start_block(block);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.loosen(),
            Tag::CodeBlock(kind) => self.code = Some((language(&kind), String::new())),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::BlockQuote(_) => self.open(Frame::Quote(Vec::new()), 1),
            // A list is nothing without an item: it needs room for both.
            Tag::List(start) => self.open(Frame::List { start, loose: false, items: Vec::new() }, 2),
            Tag::Item => self.open(Frame::Item(Item::default()), 1),
            Tag::Table(alignments) => {
                self.table.alignments = alignments.into_iter().map(Alignment::from).collect();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.inlines.emphasis -= 1,
            TagEnd::Strong => self.inlines.strong -= 1,
            TagEnd::Strikethrough => self.inlines.strike -= 1,
            TagEnd::Link | TagEnd::Image => self.inlines.end_link(),
            TagEnd::Heading(level) => {
                let text = self.inlines.take(&mut self.prose.links);
                self.push(Block::Heading { level: level as u8, text });
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::TableCell => self.cells.push(self.inlines.take(&mut self.prose.links)),
            TagEnd::TableHead => self.table.head = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.table.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => {
                let table = std::mem::take(&mut self.table);
                self.push(Block::Table(table));
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => {
                self.end_paragraph();
                self.close();
            }
            _ => self.end_paragraph(),
        }
    }

    /// Opens a container that needs `room` levels to be represented.
    fn open(&mut self, frame: Frame, room: usize) {
        if self.flattened > 0 || self.frames.len() + room > MAX_DEPTH {
            self.flattened += 1;
        } else {
            self.frames.push(frame);
        }
    }

    fn close(&mut self) {
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        match self.frames.pop() {
            Some(Frame::Quote(blocks)) => self.push(Block::Quote(blocks)),
            Some(Frame::List { start, loose, items }) => {
                self.push(Block::List(List { start, tight: !loose, items }));
            }
            Some(Frame::Item(item)) => {
                if let Some(Frame::List { items, .. }) = self.frames.last_mut() {
                    items.push(item);
                }
            }
            None => {}
        }
    }

    /// A paragraph with a tag of its own directly in an item: the list is a loose one.
    fn loosen(&mut self) {
        if self.flattened > 0 {
            return;
        }
        if let [.., Frame::List { loose, .. }, Frame::Item(_)] = self.frames.as_mut_slice() {
            *loose = true;
        }
    }

    fn end_paragraph(&mut self) {
        let inlines = self.inlines.take(&mut self.prose.links);
        if !inlines.is_empty() {
            self.push(Block::Paragraph(inlines));
        }
    }

    fn end_code(&mut self) {
        if let Some((language, mut text)) = self.code.take() {
            text.truncate(text.strip_suffix('\n').map_or(text.len(), str::len));
            self.push(Block::Code { language, text });
        }
    }

    fn end_html(&mut self) {
        if let Some(text) = self.html.take() {
            html::block(&text, &mut self.inlines);
            self.end_paragraph();
        }
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Quote(blocks) | Frame::Item(Item { blocks, .. })) => blocks.push(block),
            Some(Frame::List { .. }) | None => self.prose.blocks.push(block),
        }
    }
}

/// The first word of a fence's info string.
fn language(kind: &CodeBlockKind<'_>) -> Option<String> {
    match kind {
        CodeBlockKind::Fenced(info) => {
            info.split([' ', '\t', ',']).next().filter(|word| !word.is_empty()).map(str::to_owned)
        }
        CodeBlockKind::Indented => None,
    }
}

impl From<pulldown_cmark::Alignment> for Alignment {
    fn from(alignment: pulldown_cmark::Alignment) -> Self {
        match alignment {
            pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Self::Left,
            pulldown_cmark::Alignment::Center => Self::Center,
            pulldown_cmark::Alignment::Right => Self::Right,
        }
    }
}
