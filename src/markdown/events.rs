//! The one place with pulldown-cmark's options, so that every reader sees the same Markdown.

use pulldown_cmark::Options;

/// The Markdown that listings are read with: `CommonMark` with GitHub's tables, strike-through and
/// task lists. Math, footnotes, smart punctuation, wiki links and front matter stay off: `$`, `[^`,
/// `--` and `---` occur in listings as plain text.
pub const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS);
