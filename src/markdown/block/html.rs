//! HTML in Markdown: `<br>` breaks, comments are hidden, everything else is text as it stands.

use super::inline::Inlines;

/// One tag or comment within running text.
pub(super) fn inline(html: &str, inlines: &mut Inlines) {
    if is_break(html) {
        inlines.line_break();
    } else if !html.starts_with("<!--") {
        inlines.text(html);
    }
}

/// A block of HTML. Its lines stay lines.
pub(super) fn block(html: &str, inlines: &mut Inlines) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, markup) = rest.split_at(at);
        lines(before, inlines);
        // What is never closed hides nothing: the rest of the text would be gone.
        let end = match markup.strip_prefix("<!--") {
            Some(comment) => comment.find("-->").map(|end| "<!--".len() + end + "-->".len()),
            // Up to the next bracket only: it closes this tag, or opens another.
            None if is_break(markup) => {
                markup[1..].find(['<', '>']).map(|end| end + 2).filter(|end| markup[..*end].ends_with('>'))
            }
            None => None,
        };
        let (tag, after) = markup.split_at(end.unwrap_or(1));
        if end.is_some() {
            inline(tag, inlines);
        } else {
            inlines.text(tag);
        }
        if end.is_none() && markup.starts_with("<!--") {
            return lines(after, inlines);
        }
        rest = after;
    }
    lines(rest, inlines);
}

fn lines(text: &str, inlines: &mut Inlines) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            inlines.line_break();
        }
        // Indentation is the markup's own; a space between words and tags is not.
        inlines.text(if index > 0 { line.trim_start() } else { line });
    }
    if text.ends_with('\n') {
        inlines.line_break();
    }
}

/// Whether a text begins with `<br>` in any spelling: `<BR/>`, `<br clear="all">`, `</br>`.
fn is_break(html: &str) -> bool {
    let tag = html.strip_prefix("</").or_else(|| html.strip_prefix('<')).unwrap_or_default().as_bytes();
    matches!(tag, [b'b' | b'B', b'r' | b'R', next, ..] if matches!(next, b'>' | b'/') || next.is_ascii_whitespace())
}
