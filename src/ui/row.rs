//! A row: one line of laid-out text, before any colour.
//!
//! Layout makes rows once for a width and keeps them; drawing only turns the visible ones into
//! styled cells. A piece says what its text *is* ([`Tone`]); how that looks is the theme's business.

use crate::check::Severity;

/// The meaning of a piece of text. Emphasis combines with the role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Tone {
    /// Its part on the page.
    pub role: Role,
    /// Strongly emphasised (`**text**`).
    pub strong: bool,
    /// Emphasised (`*text*`).
    pub emphasis: bool,
    /// Struck through (`~~text~~`).
    pub strike: bool,
}

/// The part that a piece plays on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Running text.
    #[default]
    Text,
    /// The title of a proposal.
    Title,
    /// The name of a field, or of another part of a page.
    Section,
    /// A heading inside prose with its level (1 to 6).
    Heading(u8),
    /// The name of a line of facts (`Skills`, `Mentors`).
    Label,
    /// Code among words.
    Code,
    /// A line of a code block.
    Listing,
    /// The words of a link.
    Link,
    /// Signs that the page adds: bullets, numbers, quote bars, rules,
    /// table lines.
    Mark,
    /// The sign of something that is wrong, and of how bad it is.
    Problem(Severity),
    /// The sign of a skill that the reader has.
    Have,
    /// The sign and the name of a required skill that the reader lacks.
    Missing,
    /// The sign of a skill that is nice to have.
    Plus,
    /// Said quietly: addresses behind links, counts, hints.
    Quiet,
}

impl Tone {
    /// Plain text in a role.
    pub const fn of(role: Role) -> Self {
        Self { role, strong: false, emphasis: false, strike: false }
    }
}

/// A run of text of one tone within a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The text: no line ends, no control characters.
    pub text: String,
    /// Its meaning.
    pub tone: Tone,
    /// The link that it belongs to, as an index into the page's links.
    pub link: Option<usize>,
}

impl Piece {
    /// A piece that is no link.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, link: None }
    }
}

/// How a row follows the one above it, so that a search finds words across a wrapped line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Break {
    /// A new paragraph, item or line.
    #[default]
    Hard,
    /// The same paragraph: wrapped at a space, which is on neither row.
    Space,
    /// The same word: broken inside it.
    Word,
}

/// One line of laid-out text, never wider than the width it was laid out for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// How it follows the row above.
    pub follows: Break,
}

impl Row {
    /// A row of one piece.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { pieces: vec![Piece::new(text, tone)], follows: Break::Hard }
    }

    /// Its text, all pieces together.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}
