//! HTML in Markdown, as tokens: known tags, comments, and everything else as text as it stands.

use std::borrow::Cow;

/// A part of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text and unknown tags.
    Text(Cow<'a, str>),
    /// A tag that means something here.
    Tag {
        element: Element,
        closing: bool,
        /// The text between its name and its `>`.
        attributes: &'a str,
    },
}

/// The meaning of a known tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// `<br>`: a line break.
    Break,
    /// `<b>`.
    Strong,
    /// `<i>`.
    Emphasis,
    /// `<s>`.
    Strike,
    /// `<code>`.
    Code,
    /// `<a>`.
    Link,
    /// `<img>`.
    Image,
    /// `<details>`.
    Details,
    /// `<summary>`.
    Summary,
    /// `<p>`: a paragraph of its own.
    Paragraph,
}

const ELEMENTS: [(&str, Element); 18] = [
    ("a", Element::Link),
    ("b", Element::Strong),
    ("br", Element::Break),
    ("code", Element::Code),
    ("del", Element::Strike),
    ("details", Element::Details),
    ("div", Element::Paragraph),
    ("em", Element::Emphasis),
    ("i", Element::Emphasis),
    ("img", Element::Image),
    ("kbd", Element::Code),
    ("p", Element::Paragraph),
    ("s", Element::Strike),
    ("samp", Element::Code),
    ("strike", Element::Strike),
    ("strong", Element::Strong),
    ("summary", Element::Summary),
    ("tt", Element::Code),
];

/// Cuts HTML into tokens. What is never closed hides nothing: it is text.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    // Whether a comment that begins in the rest has an end: looked for once only.
    let mut comments_end = true;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            if !rest.starts_with('<') {
                return Some(Token::Text(decoded(take(&mut rest, |rest| rest.find('<')))));
            }
            if comments_end && let Some(comment) = rest.strip_prefix("<!--") {
                if let Some(end) = comment.find("-->") {
                    rest = &comment[end + "-->".len()..];
                    continue;
                }
                comments_end = false;
            }
            if let Some((tag, after)) = known(rest) {
                rest = after;
                return Some(tag);
            }
            return Some(Token::Text(decoded(take(&mut rest, |rest| rest[1..].find('<').map(|at| at + 1)))));
        }
    })
}

/// Takes what stands before a place in the rest; all of it where there is none.
fn take<'a>(rest: &mut &'a str, place: impl FnOnce(&str) -> Option<usize>) -> &'a str {
    let (taken, after) = rest.split_at(place(rest).unwrap_or(rest.len()));
    *rest = after;
    taken
}

/// The known tag at the start of a text, and what follows it.
fn known(text: &str) -> Option<(Token<'_>, &str)> {
    let (closing, inside) = match text.strip_prefix("</") {
        Some(inside) => (true, inside),
        None => (false, text.strip_prefix('<')?),
    };
    let name_end = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, attributes) = inside.split_at(name_end);
    let element = ELEMENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?.1;
    if !attributes.starts_with(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>') {
        return None;
    }
    // Up to the next bracket only: it closes this tag, or opens another.
    let end = attributes.find(['<', '>']).filter(|&end| attributes[end..].starts_with('>'))?;
    Some((Token::Tag { element, closing, attributes: &attributes[..end] }, &attributes[end + 1..]))
}

/// The value of an attribute, entities decoded.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c == '=' || c == '/' || c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (found, after) = rest.split_at(end);
        if found.is_empty() && after.is_empty() {
            return None;
        }
        let after = after.trim_ascii_start();
        let (value, after) =
            after.strip_prefix('=').map_or(("", after), |value| quoted(value.trim_ascii_start()));
        if found.eq_ignore_ascii_case(name) {
            return Some(decoded(value));
        }
        rest = after;
    }
}

/// The value at the start of a text, without its quotes, and what follows it.
fn quoted(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        _ => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

const ENTITIES: [(&str, char); 6] =
    [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\''), ("nbsp;", '\u{a0}')];

/// A text with the entities that occur in practice as what they mean.
fn decoded(text: &str) -> Cow<'_, str> {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut decoded = first.to_owned();
    for part in parts {
        let known = ENTITIES.iter().find_map(|(name, c)| Some((part.strip_prefix(name)?, *c)));
        let (rest, character) = known.unwrap_or((part, '&'));
        decoded.push(character);
        decoded.push_str(rest);
    }
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let shown = |token: Token<'_>| match token {
            Token::Text(text) => text.into_owned(),
            Token::Tag { element, closing, attributes } => {
                format!("[{}{element:?}{attributes}]", if closing { "/" } else { "" })
            }
        };
        assert_eq!(tokens(html).map(shown).collect::<String>(), expected, "{html}");
    }

    #[test]
    fn known_tags_are_told_from_text() {
        check("a<BR/>b</b ><i>c", "a[Break/]b[/Strong ][Emphasis]c");
        check("<a href='x'>y</a>", "[Link href='x']y[/Link]");
        check("<tab> <bra> <b, < b> 1 < 2 > 0", "<tab> <bra> <b, < b> 1 < 2 > 0");
        check("a<!-- <b> -->b<!-- c", "ab<!-- c");
        check("<b <b>", "<b [Strong]");
        check("R&amp;D&nbsp;&lt;x&gt; &c", "R&D\u{a0}<x> &c");
    }

    #[test]
    fn attributes_are_found_however_they_are_quoted() {
        let attributes = r#" class="a b" HREF = 'x?a&amp;b' alt=c/d hidden"#;
        assert_eq!(attribute(attributes, "href").as_deref(), Some("x?a&b"));
        assert_eq!(attribute(attributes, "alt").as_deref(), Some("c/d"));
        assert_eq!(attribute(attributes, "hidden").as_deref(), Some(""));
        assert_eq!(attribute(attributes, "src"), None);
        assert_eq!(attribute(" = = '", "x"), None);
    }
}
