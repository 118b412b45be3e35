//! Blocks and the inlines in them.

/// How many quotes, lists and items are represented inside each other. What is nested deeper is
/// kept, as text of the innermost one: it is unreadable anyway, and recursion over blocks stays safe.
pub const MAX_DEPTH: usize = 32;

/// The Markdown of one field, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
    /// The addresses of its links in the order of the text, one for each place that links.
    pub links: Vec<String>,
}

impl Prose {
    /// The words of each link, in the order of [`Prose::links`].
    pub fn link_words(&self) -> Vec<String> {
        let mut words = vec![String::new(); self.links.len()];
        for block in &self.blocks {
            block.each_run(&mut |run| {
                if let Some(words) = run.link.and_then(|link| words.get_mut(link)) {
                    words.push_str(&run.text);
                }
            });
        }
        words
    }
}

/// A block of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    Heading {
        /// Its rank, 1 to 6.
        level: u8,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A code block.
    Code {
        /// The first word after the fence, where there is one.
        language: Option<String>,
        /// The code without the last line end.
        text: String,
    },
    List(List),
    /// A block quote.
    Quote(Vec<Self>),
    Table(Table),
    /// Blocks that can be folded away on a web page (`<details>`); a terminal shows it whole.
    Details {
        /// The words that stay in view.
        summary: Vec<Inline>,
        /// The blocks that they fold away.
        blocks: Vec<Self>,
    },
    /// The definition of a footnote.
    Footnote {
        /// Its label, as its references have it.
        label: String,
        blocks: Vec<Self>,
    },
    /// A line across the page.
    Rule,
}

impl Block {
    /// Visits the runs of text in it, in order.
    fn each_run(&self, visit: &mut impl FnMut(&Run)) {
        let mut line = |inlines: &[Inline]| {
            for inline in inlines {
                if let Inline::Run(run) = inline {
                    visit(run);
                }
            }
        };
        match self {
            Self::Paragraph(text) | Self::Heading { text, .. } => line(text),
            Self::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| line(cell));
            }
            Self::List(list) => {
                for item in &list.items {
                    each_run(&item.blocks, visit);
                }
            }
            Self::Details { summary, blocks } => {
                line(summary);
                each_run(blocks, visit);
            }
            Self::Quote(blocks) | Self::Footnote { blocks, .. } => each_run(blocks, visit),
            Self::Code { .. } | Self::Rule => {}
        }
    }
}

fn each_run(blocks: &[Block], visit: &mut impl FnMut(&Run)) {
    for block in blocks {
        block.each_run(visit);
    }
}

/// A list and its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The number of the first item; a bullet list has none.
    pub start: Option<u64>,
    /// Whether its items stand without blank lines between them.
    pub tight: bool,
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// Whether the task is done, for an item that is a task.
    pub task: Option<bool>,
    pub blocks: Vec<Block>,
}

/// A table. Every row has as many cells as there are `alignments`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// How each column is aligned.
    pub alignments: Vec<Alignment>,
    /// The cells of the head.
    pub head: Vec<Vec<Inline>>,
    /// The rows below the head, by cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// Left, also where nothing was said.
    #[default]
    Left,
    /// In the middle.
    Center,
    Right,
}

/// A part of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Run(Run),
    /// A line break that the author asked for.
    Break,
}

/// Text with the same marks throughout.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The text; soft line breaks are spaces.
    pub text: String,
    pub marks: Marks,
    /// The link that it belongs to, as an index into [`Prose::links`].
    pub link: Option<usize>,
}

/// The emphasis of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four marks that combine freely, not a state")]
pub struct Marks {
    /// Strongly emphasised.
    pub strong: bool,
    /// Emphasised.
    pub emphasis: bool,
    /// Struck through.
    pub strike: bool,
    /// Inline code.
    pub code: bool,
}
