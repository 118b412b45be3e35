//! Links: where the work is discussed upstream, and where to apply.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::markdown::inline;
use crate::markdown::outline::{Anchor, Outline};
use crate::model::url::LONGEST;
use crate::model::{Link, Span};

/// The common part of the addresses of LFX projects.
const LFX_PROJECT: &str = "mentorship.lfx.linuxfoundation.org/project/";
/// The parts that tell addresses of issues and their like.
const DISCUSSIONS: &[&str] = &["/issues/", "/pull/", "/pulls/", "/discussions/", "/-/merge_requests/"];

/// The addresses in a span, in order: links and bare ones, http and https only.
pub(super) fn in_span(text: &str, outline: &Outline<'_>, span: Span) -> Vec<Link> {
    let mut links = Vec::new();
    let mut at = span.start;
    for anchor in outline.links_in(span) {
        // A link within an image within a link begins before the one around it ends.
        if anchor.span.start >= at {
            bare(text, outline, Span::new(at, anchor.span.start), &mut links);
            at = anchor.span.end.min(span.end);
            links.extend(of_anchor(text, anchor));
        }
    }
    bare(text, outline, Span::new(at, span.end), &mut links);
    links
}

/// Whether an address is that of an LFX project, where people apply.
pub(super) fn is_application(link: &Link) -> bool {
    mentions_application(&link.url)
}

/// Whether an address is that of an issue, a pull request or a discussion.
pub(super) fn is_discussion(link: &Link) -> bool {
    DISCUSSIONS.iter().any(|part| link.url.contains(part))
}

/// Whether a text may hold the address of an LFX project.
pub(super) fn mentions_application(text: &str) -> bool {
    static PROJECT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(LFX_PROJECT));
    PROJECT.find(text.as_bytes()).is_some()
}

fn of_anchor(text: &str, anchor: &Anchor<'_>) -> Option<Link> {
    if !is_web(&anchor.url) {
        return None;
    }
    let words = inline::plain(anchor.words.of(text));
    let words = (!words.is_empty() && words != anchor.url).then(|| words.into_owned());
    Some(Link { url: anchor.url.clone().into_owned(), text: words, span: anchor.span })
}

fn is_web(url: &str) -> bool {
    let scheme =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let has_scheme = (scheme("http://") && url.len() > 7) || (scheme("https://") && url.len() > 8);
    has_scheme && url.len() <= LONGEST
}

/// The addresses in text without links, definitions of links left out.
fn bare(text: &str, outline: &Outline<'_>, span: Span, links: &mut Vec<Link>) {
    let mut at = span.start;
    let first = outline.silent.partition_point(|silent| silent.start < span.start);
    for silent in outline.silent[first..].iter().take_while(|silent| silent.start < span.end) {
        words(text, Span::new(at, silent.start), links);
        at = silent.end.clamp(at, span.end);
    }
    words(text, Span::new(at, span.end), links);
}

/// The addresses among words: `https://…` and `owner/repository#number`.
fn words(text: &str, span: Span, links: &mut Vec<Link>) {
    let source = span.of(text);
    let mut done = 0;
    for mark in memchr::memchr2_iter(b':', b'#', source.as_bytes()) {
        if mark < done || !begins_address(&source.as_bytes()[mark..]) {
            continue;
        }
        let start = done + source[done..mark].trim_end_matches(|c| !is_border(c)).len();
        done = source[mark..].find(is_border).map_or(source.len(), |length| mark + length);
        links.extend(of_word(&source[start..done], span.start + start));
    }
}

/// Whether a colon or a `#`, with what stands behind it, can be that of an address: most of a text's
/// are not, and need no look at the word around them.
fn begins_address(mark: &[u8]) -> bool {
    mark.starts_with(b"://") || matches!(mark, [b'#', digit, ..] if digit.is_ascii_digit())
}

fn is_border(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '|' | '“' | '”' | '，' | '（' | '）')
}

fn of_word(word: &str, offset: usize) -> Option<Link> {
    // A backslash at the end of a line breaks it.
    let word = word.strip_suffix('\\').unwrap_or(word);
    let (skipped, url) =
        match memchr::memchr_iter(b'h', word.as_bytes()).find(|&at| word[at..].starts_with("http")) {
            Some(at) if is_web(&word[at..]) => (at, Cow::Borrowed(without_closing(&word[at..]))),
            _ => {
                let skipped = word.len() - word.trim_start_matches(['(', '[', '*', '_']).len();
                let reference = without_closing(&word[skipped..]);
                (skipped, Cow::Owned(issue_url(reference)?))
            }
        };
    let length = match &url {
        Cow::Borrowed(url) => url.len(),
        Cow::Owned(_) => without_closing(&word[skipped..]).len(),
    };
    let text = matches!(url, Cow::Owned(_)).then(|| word[skipped..skipped + length].to_owned());
    let span = Span::new(offset + skipped, offset + skipped + length);
    is_web(&url).then(|| Link { url: url.into_owned(), text, span })
}

/// An address without the punctuation that closes the sentence, or a bracket opened before it.
fn without_closing(word: &str) -> &str {
    let count = |bracket: u8| word.bytes().filter(|&byte| byte == bracket).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    word.trim_end_matches(|c: char| {
        if c == ')' && unopened > 0 {
            unopened -= 1;
            return true;
        }
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '\'' | ']')
    })
}

/// The address of `owner/repository#number` on GitHub.
fn issue_url(reference: &str) -> Option<String> {
    let (path, number) = reference.split_once('#')?;
    let (owner, repository) = path.split_once('/')?;
    let name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (name(owner) && name(repository) && digits)
        .then(|| format!("https://github.com/{owner}/{repository}/issues/{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(value: &str) -> Vec<String> {
        let links = in_span(value, &Outline::of(value), Span::new(0, value.len()));
        links.into_iter().map(|link| link.url).collect()
    }

    #[test]
    fn every_form_of_an_address_is_read_once_and_in_order() {
        assert_eq!(
            urls("See https://example.org/1, [two](https://example.org/2) and <https://example.org/3>."),
            ["https://example.org/1", "https://example.org/2", "https://example.org/3"]
        );
        assert_eq!(urls("[https://example.org/1](https://example.org/1)"), ["https://example.org/1"]);
        assert_eq!(urls("(https://example.org/a_(b))"), ["https://example.org/a_(b)"]);
        assert_eq!(urls("acme/tool#12."), ["https://github.com/acme/tool/issues/12"]);
        assert_eq!(urls("[x](example.org) mailto:a@example.org, ftp://example.org #4 http://"), [""; 0]);
    }

    #[test]
    fn words_that_are_not_the_address_are_kept() {
        let value = "[**RFE** 4](https://example.org/4) acme/tool#12";
        let links = in_span(value, &Outline::of(value), Span::new(0, value.len()));
        let texts: Vec<_> = links.iter().map(|link| link.text.as_deref()).collect();
        assert_eq!(texts, [Some("RFE 4"), Some("acme/tool#12")]);
        assert_eq!(links[1].span.of(value), "acme/tool#12");
    }
}
