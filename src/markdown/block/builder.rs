//! From events to blocks.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::html::{self, Element, Token};
use super::inline::Inlines;
use super::{Alignment, Block, Inline, Item, List, MAX_DEPTH, Marks, Prose, Run, Table};

/// A container that is open.
enum Frame {
    Quote(Vec<Block>),
    List { start: Option<u64>, loose: bool, items: Vec<Item> },
    Item(Item),
    Details { summary: Vec<Inline>, blocks: Vec<Block> },
    Footnote { label: String, blocks: Vec<Block> },
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
    /// In a heading or a table nothing but running text has room; nor has it in a link.
    in_line: bool,
    table: Table,
    cells: Vec<Vec<Inline>>,
}

impl Builder {
    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // Math is off in `PROSE`; its text would still be text.
            Event::Text(text) | Event::Html(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => self.inlines.code(&text),
            Event::InlineHtml(text) => self.tokens(&text, false),
            Event::SoftBreak => self.inlines.text(" "),
            Event::HardBreak => self.inlines.line_break(),
            Event::Rule => {
                self.end_paragraph();
                self.push(Block::Rule);
            }
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(label) => self.text(&footnote(&label)),
        }
    }

    pub(super) fn finish(mut self) -> Prose {
        self.end_paragraph();
        self.close_details();
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
            Tag::BlockQuote(kind) => {
                self.open(Frame::Quote(Vec::new()), 1);
                if let Some(kind) = kind {
                    self.push(alert(kind));
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.open(Frame::Footnote { label: label.into_string(), blocks: Vec::new() }, 1);
            }
            Tag::Heading { .. } => self.in_line = true,
            // A list is nothing without an item: it needs room for both.
            Tag::List(start) => self.open(Frame::List { start, loose: false, items: Vec::new() }, 2),
            Tag::Item => self.open(Frame::Item(Item::default()), 1),
            Tag::Table(alignments) => {
                self.in_line = true;
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
                self.in_line = false;
                let text = self.inlines.take(&mut self.prose.links);
                self.push(Block::Heading { level: level as u8, text });
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::TableCell => self.cells.push(self.inlines.take(&mut self.prose.links)),
            TagEnd::TableHead => self.table.head = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.table.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => {
                self.in_line = false;
                let table = std::mem::take(&mut self.table);
                self.push(Block::Table(table));
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
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
        self.close_details();
        match self.frames.pop() {
            Some(Frame::Quote(blocks)) => self.push(Block::Quote(blocks)),
            Some(Frame::Details { summary, blocks }) => self.push(Block::Details { summary, blocks }),
            Some(Frame::Footnote { label, blocks }) => {
                self.push(Block::Footnote { label: footnote(&label), blocks });
            }
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
            self.tokens(&text, true);
            self.end_paragraph();
        }
    }

    fn tokens(&mut self, html: &str, is_block: bool) {
        for token in html::tokens(html) {
            match token {
                Token::Text(text) if is_block => self.inlines.lines(&text),
                Token::Text(text) => self.inlines.text(&text),
                Token::Tag { element, closing, attributes } => self.element(element, closing, attributes),
            }
        }
    }

    fn element(&mut self, element: Element, closing: bool, attributes: &str) {
        let attribute = |name| html::attribute(attributes, name);
        match element {
            Element::Strong | Element::Emphasis | Element::Strike | Element::Code => {
                self.inlines.html_mark(element, closing);
            }
            Element::Link if closing => self.inlines.end_html_link(),
            Element::Link => {
                if let Some(address) = attribute("href") {
                    self.inlines.start_html_link(&address);
                }
            }
            Element::Image => {
                self.inlines.start_html_link(&attribute("src").unwrap_or_default());
                self.inlines.text(&attribute("alt").unwrap_or_default());
                self.inlines.end_html_link();
            }
            Element::Break => self.inlines.line_break(),
            Element::Paragraph | Element::Details | Element::Summary
                if self.in_line || self.inlines.is_in_link() =>
            {
                self.inlines.line_break();
            }
            Element::Summary if closing => self.end_summary(),
            Element::Summary | Element::Paragraph => self.end_paragraph(),
            Element::Details => self.details(closing),
        }
    }

    fn details(&mut self, closing: bool) {
        self.end_paragraph();
        if self.flattened > 0 {
            return;
        }
        if closing && matches!(self.frames.last(), Some(Frame::Details { .. })) {
            if let Some(Frame::Details { summary, blocks }) = self.frames.pop() {
                self.push(Block::Details { summary, blocks });
            }
        } else if !closing && self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame::Details { summary: Vec::new(), blocks: Vec::new() });
        }
    }

    /// The words of a summary are those of its details, where it stands at their start.
    fn end_summary(&mut self) {
        match self.frames.last_mut() {
            Some(Frame::Details { summary, blocks })
                if self.flattened == 0 && summary.is_empty() && blocks.is_empty() =>
            {
                *summary = self.inlines.take(&mut self.prose.links);
            }
            _ => self.end_paragraph(),
        }
    }

    /// Details that nothing closed end with what holds them.
    fn close_details(&mut self) {
        while self.flattened == 0 && matches!(self.frames.last(), Some(Frame::Details { .. })) {
            self.details(true);
        }
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(
                Frame::Quote(blocks)
                | Frame::Item(Item { blocks, .. })
                | Frame::Details { blocks, .. }
                | Frame::Footnote { blocks, .. },
            ) => blocks.push(block),
            Some(Frame::List { .. }) | None => self.prose.blocks.push(block),
        }
    }
}

/// How a footnote is referred to, and what stands before it.
fn footnote(label: &str) -> String {
    format!("[{label}]")
}

/// The word that GitHub writes above an alert.
fn alert(kind: BlockQuoteKind) -> Block {
    let word = match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    };
    let marks = Marks { strong: true, ..Marks::default() };
    Block::Paragraph(vec![Inline::Run(Run { text: word.to_owned(), marks, link: None })])
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
