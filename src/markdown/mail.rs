//! E-mail addresses in text, and their mask: who wants to reach a mentor writes below the upstream
//! issue, and what stands on a screen is seen by everybody who looks at it.

use std::borrow::Cow;

use super::block::{Block, Inline, Prose};
use super::glyphs::{self, Glyph};
use crate::model::url;

/// Replaces the part of an address before its `@`.
const MASK: Glyph = glyphs::ELLIPSIS;

/// Whether e-mail addresses are readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EmailVisibility {
    /// Their hosts only: `…@example.org`.
    #[default]
    Masked,
    /// As written.
    Shown,
}

impl EmailVisibility {
    /// The other way.
    pub fn toggled(self) -> Self {
        match self {
            Self::Masked => Self::Shown,
            Self::Shown => Self::Masked,
        }
    }

    /// A text as it may be read.
    pub fn in_text(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Masked => masked(text, MASK.as_str()),
            Self::Shown => Cow::Borrowed(text),
        }
    }

    /// A text of a file as it may be read: the same on every terminal.
    pub fn in_file(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Masked => masked(text, "…"),
            Self::Shown => Cow::Borrowed(text),
        }
    }

    /// The address of a link as it may be read. One of the web is never changed: it says where a
    /// click leads.
    pub fn in_address(self, url: &str) -> Cow<'_, str> {
        if url::check(url).is_ok() { Cow::Borrowed(url) } else { self.in_text(url) }
    }

    /// Prose as it may be read: texts, code and the addresses of its links.
    pub fn apply(self, prose: &mut Prose) {
        if self == Self::Masked {
            prose.blocks.iter_mut().for_each(mask_block);
            prose.links.iter_mut().for_each(|url| *url = self.in_address(url).into_owned());
        }
    }
}

fn mask_block(block: &mut Block) {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => mask_line(text),
        Block::Code { text, .. } => mask(text),
        Block::List(list) => list.items.iter_mut().flat_map(|item| &mut item.blocks).for_each(mask_block),
        Block::Quote(blocks) | Block::Footnote { blocks, .. } => blocks.iter_mut().for_each(mask_block),
        Block::Table(table) => {
            table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(|cell| mask_line(cell));
        }
        Block::Details { summary, blocks } => {
            mask_line(summary);
            blocks.iter_mut().for_each(mask_block);
        }
        Block::Rule => {}
    }
}

fn mask_line(inlines: &mut [Inline]) {
    for inline in inlines {
        if let Inline::Run(run) = inline {
            mask(&mut run.text);
        }
    }
}

fn mask(text: &mut String) {
    if let Cow::Owned(masked) = masked(text, MASK.as_str()) {
        *text = masked;
    }
}

/// A text without the names of its e-mail addresses.
fn masked<'t>(text: &'t str, mask: &str) -> Cow<'t, str> {
    let mut masked = String::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let name = text[done..at].rfind(|c| !is_of_name(c)).map_or(done, |before| {
            done + before + text[done + before..].chars().next().map_or(0, char::len_utf8)
        });
        if is_address(&text[name..at], &text[at + 1..]) {
            masked.push_str(&text[done..name]);
            masked.push_str(mask);
            done = at;
        }
    }
    match done {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(masked + &text[done..]),
    }
}

/// Whether a name and what follows its `@` are an e-mail address, not the place of a repository
/// (`git@host:…`) or a version (`package@1.2`).
fn is_address(name: &str, rest: &str) -> bool {
    let host = &rest[..rest.find(|c| !is_of_host(c)).unwrap_or(rest.len())];
    let is_repository = name == "git" && rest[host.len()..].starts_with(':');
    let host = host.trim_end_matches(['.', '-']);
    let last = host.rsplit_once('.').map_or("", |(_, last)| last);
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let is_domain = letters > 1 && !last.chars().any(char::is_numeric) && !host.starts_with('.');
    name.chars().any(char::is_alphanumeric) && is_domain && !is_repository
}

/// Letters, digits, what else stands in names, and what is not seen between them.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '\\') || is_unseen(c)
}

fn is_of_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-') || is_unseen(c)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::block::prose;
    use crate::markdown::plain::plain;
    use crate::model::References;

    #[test]
    fn the_name_is_masked_and_the_host_stays() {
        for (text, expected) in [
            ("Odile (odile.m+spring@example.org).", "Odile (…@example.org)."),
            ("a@example.org,b@sub.example.org.", "…@example.org,…@sub.example.org."),
            ("<a_b@example.org>", "<…@example.org>"),
            ("mailto:a@example.org?subject=x", "mailto:…@example.org?subject=x"),
            ("a\u{200b}@exa\u{200b}mple.org", "…@exa\u{200b}mple.org"),
            ("见é@例え.テスト", "…@例え.テスト"),
            ("a\\_b\\@example.org", "…@example.org"),
        ] {
            assert_eq!(masked(text, "…"), expected);
        }
    }

    #[test]
    fn what_is_no_mail_stays() {
        for text in [
            "",
            "@odile",
            "(@odile)",
            "@scope/package",
            "package@1.2.3",
            "git@github.com:a/b.git",
            "a @ example.org",
            "a@localhost",
            "x@",
            "@@",
            "a@.org",
        ] {
            assert!(matches!(masked(text, "…"), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn prose_is_masked_wherever_it_has_words() {
        let markdown = "# a@example.org\n\n- **b@example.org** [c@example.org](mailto:c@example.org)\n\n\
            > d&#64;example.org `e@example.org`\n\n```\nf@example.org\n```\n\n|g@example.org|\n|-|\n|h@example.org|\n\n\
            <i@example.org> https://example.org/?to=j@example.org\n";
        let mut masked = prose(markdown, &References::default());
        let shown = masked.clone();
        EmailVisibility::Shown.apply(&mut masked);
        assert_eq!(masked, shown);
        EmailVisibility::Masked.apply(&mut masked);
        let names = |letter: char| plain(&masked).contains(&format!("{letter}@"));
        assert_eq!(('a'..='j').filter(|&letter| names(letter)).collect::<String>(), "");
        assert_eq!(masked.links, ["mailto:…@example.org", "https://example.org/?to=j@example.org"]);
    }
}
