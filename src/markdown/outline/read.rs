//! The text of a heading, and the end of a fence.

use pulldown_cmark::HeadingLevel;

/// The level as a number, from 1 to 6.
pub(super) fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Whether the last line of a fenced block is its closing fence. Inside a quote or a list the
/// closing line carries the container's marks first.
pub(super) fn fence_closes(block: &str) -> bool {
    let mark = if block.starts_with('~') { '~' } else { '`' };
    let length = block.chars().take_while(|&c| c == mark).count();
    let mut lines = block.trim_end().rsplit(['\n', '\r']);
    let last = lines.next().unwrap_or_default();
    let closing = last.trim_start_matches([' ', '\t', '>']);
    lines.next().is_some() && closing.len() >= length && closing.chars().all(|c| c == mark)
}
