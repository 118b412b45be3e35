//! Reference links as plain links: Markdown that stands without its document.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag};

use super::events::PROSE;
use crate::model::{References, safe};

/// The Markdown with every `[text][label]` whose definition stands elsewhere in its document as
/// `[text]` and what `target` writes for the address: `(address)`, mostly. What is defined in the Markdown
/// itself stays as it is.
pub fn inlined<'a>(
    markdown: &'a str,
    references: &References,
    mut target: impl FnMut(&str) -> String,
) -> Cow<'a, str> {
    if !markdown.contains('[') {
        return Cow::Borrowed(markdown);
    }
    let resolve = |link: BrokenLink<'_>| {
        let url = references.get(&link.reference)?;
        Some((CowStr::from(url.to_owned()), CowStr::Borrowed("")))
    };
    let mut found = Vec::new();
    for (event, range) in
        Parser::new_with_broken_link_callback(markdown, PROSE, Some(resolve)).into_offset_iter()
    {
        let Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) =
            event
        else {
            continue;
        };
        if let Some(words) = words_end(&markdown[range.clone()], link_type) {
            let words = range.start + words;
            // The brackets of `[label][]` lie in its range or behind it.
            let collapsed = link_type == LinkType::CollapsedUnknown && markdown[words..].starts_with("[]");
            let behind = if collapsed { "[]".len() } else { 0 };
            found.push((words, range.end.max(words + behind), dest_url));
        }
    }
    if found.is_empty() {
        return Cow::Borrowed(markdown);
    }
    // An image in a link ends before the link does.
    found.sort_by_key(|&(start, ..)| start);
    let mut out = String::with_capacity(markdown.len());
    let mut at = 0;
    for (words_end, end, url) in found {
        out.push_str(&markdown[at..words_end]);
        out.push_str(&target(&url));
        at = end;
    }
    out.push_str(&markdown[at..]);
    Cow::Owned(out)
}

/// An address as the destination of a link.
pub fn destination(url: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !matches!(c, ' ' | '(' | ')' | '<' | '>' | '\\' | '&') && !c.is_control();
    if url.chars().all(is_plain) {
        return Cow::Borrowed(url);
    }
    let mut out = String::from("<");
    for c in safe(url).chars() {
        match c {
            '<' | '>' | '\\' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out + ">")
}

/// Where the words of a link end whose address stands elsewhere, their bracket included.
fn words_end(link: &str, kind: LinkType) -> Option<usize> {
    match kind {
        LinkType::ReferenceUnknown => link.rfind("][").map(|at| at + 1),
        LinkType::CollapsedUnknown => Some(link.strip_suffix("[]").unwrap_or(link).len()),
        LinkType::ShortcutUnknown => Some(link.len()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_reference_gets_its_address() {
        let mut references = References::default();
        references.define("a b", "https://example.org/a");
        references.define("c", "https://example.org/(c d");
        let target = |url: &str| format!("({})", destination(url));
        for (markdown, alone) in [
            ("See [the *net*][A B].", "See [the *net*](https://example.org/a)."),
            ("[a b][] and [c]", "[a b](https://example.org/a) and [c](<https://example.org/(c d>)"),
            ("[![p][c]][a b]", "[![p](<https://example.org/(c d>)](https://example.org/a)"),
            ("[x] `[c]` [y](z)", "[x] `[c]` [y](z)"),
            ("[e]\n\n[e]: https://example.org/e", "[e]\n\n[e]: https://example.org/e"),
        ] {
            assert_eq!(inlined(markdown, &references, target), alone);
        }
    }
}
