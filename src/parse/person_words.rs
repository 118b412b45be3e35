//! Words of an entry of people that are no name: roles, places of names, brackets.

use super::contact::is_handle;

/// Sites on which people have names: only those of GitHub are kept.
pub(super) const SITES: &[&str] =
    &["github", "slack", "discord", "zulip", "matrix", "irc", "twitter", "x", "mastodon", "telegram"];
/// Words in lower case within names.
pub(super) const PARTICLES: &[&str] =
    &["de", "la", "van", "der", "den", "von", "del", "da", "dos", "di", "el", "al", "bin", "y"];
/// The words for a mentor who is not named yet.
const NOBODY: &[&str] = &[
    "tbd",
    "tba",
    "tbc",
    "n/a",
    "na",
    "none",
    "none yet",
    "todo",
    "unknown",
    "to be determined",
    "to be announced",
    "to be confirmed",
    "to be decided",
    "others",
    "more",
    "various",
    "anyone",
    "open",
    "pending",
];
/// The words that may stand before a name and a colon.
const ROLES: &[&str] = &[
    "alternate",
    "potential",
    "possible",
    "primary",
    "secondary",
    "backup",
    "adjunct",
    "lead",
    "name",
    "mentor",
    "co",
    "main",
];

/// A name without the full stop of its sentence; that of an abbreviation stays.
pub(super) fn without_full_stop(name: &str) -> &str {
    const ABBREVIATION: usize = 3;
    let last = name.rsplit(' ').next().unwrap_or_default();
    let is_word = last.len() > ABBREVIATION + 1 && !last.trim_end_matches('.').contains('.');
    if is_word { name.strip_suffix('.').unwrap_or(name) } else { name }
}

/// The name in a shortcode of a generator of sites that mentions somebody: `{{% mention "ada" %}}`.
pub(super) fn mentioned(entry: &str) -> Option<&str> {
    let inner = entry.trim().strip_prefix("{{")?;
    let inner = &inner[..inner.find("}}")?];
    let inner = inner.trim_matches(['%', '<', '>', ' ']);
    let name = inner.strip_prefix("mention")?.trim().trim_matches(['"', '\'', '“', '”']);
    (!name.is_empty() && !name.contains(' ')).then_some(name.trim_start_matches('@'))
}

/// Whether words stand for somebody who is not known yet.
pub(super) fn is_nobody(words: &str) -> bool {
    let words = words.trim().trim_end_matches('.');
    let lower = words.to_ascii_lowercase();
    let keeps_place = ["firstname", "first name", "lastname", "your name"];
    NOBODY.contains(&lower.as_str()) || keeps_place.iter().any(|place| lower.contains(place))
}

/// Whether the brackets behind a name hold a handle without its `@`: one word in lower case that is no
/// role and no pronoun.
pub(super) fn is_bare_handle(inner: &str) -> bool {
    const NO_HANDLES: &[&str] =
        &["they", "them", "remote", "main", "backup", "advisor", "former", "optional"];
    inner.len() > 3
        && inner.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && is_handle(inner)
        && !is_role(inner)
        && !NO_HANDLES.contains(&inner)
}

/// A name without the quotes around all of it, which keep its comma.
pub(super) fn without_quotes(name: &str) -> &str {
    let inner = |open, close| name.strip_prefix(open).and_then(|name: &str| name.strip_suffix(close));
    inner('"', '"').or_else(|| inner('“', '”')).unwrap_or(name)
}

/// The length of an image, which tells nobody.
pub(super) fn image(rest: &str) -> usize {
    let words = 1 + matching(&rest[1..], ['[', '['], [']', ']']);
    let target = &rest[words..];
    words + if target.starts_with('(') { matching(target, ['(', '('], [')', ')']) } else { 0 }
}

/// Whether a part of the parentheses after a name is a handle that stands there without its `@`: the
/// first part before a comma, and one word.
pub(super) fn is_listed_handle(inner: &str, part: &str) -> bool {
    let first = inner.split([',', '，', ';']).next().unwrap_or_default().trim();
    part == first && is_handle(first) && inner.contains([',', '@', '，'])
}

/// Whether words only say what somebody is to a proposal.
pub(super) fn is_role(words: &str) -> bool {
    let words = words.to_lowercase();
    words.split([' ', '-']).all(|word| ROLES.contains(&word.trim_end_matches('s')))
}

/// Whether words before a link are no name: the role of the person (`Alternate mentor (for maps)`), or an aside.
pub(super) fn is_said_before_name(words: &str) -> bool {
    let before = words.split(['(', '（']).next().unwrap_or_default();
    let before = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_'));
    !words.trim().is_empty()
        && (before.is_empty() || is_role(before))
        && words
            .trim_end()
            .ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | '）' | ':' | '*' | '_'))
}

/// A name without the parentheses that close it: nothing tells whether they belong to it.
pub(super) fn without_aside(name: &str) -> &str {
    match name.split_once(['(', '（']) {
        Some((before, aside)) if aside.ends_with([')', '）']) && !before.trim().is_empty() => {
            before.trim_end()
        }
        _ => name,
    }
}

/// A name without the handle in brackets behind it.
pub(super) fn without_handle<'a>(name: &'a str, handle: Option<&str>) -> &'a str {
    let bracket = name.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
    match (bracket, handle) {
        (Some((before, inner)), Some(handle))
            if inner.trim_start_matches('@').eq_ignore_ascii_case(handle) =>
        {
            before.trim_end()
        }
        _ => name,
    }
}

/// Where parts inside parentheses end.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '[' | ']' | '(' | ')' | '|')
}

/// The length of a bracketed text, its closing bracket included; all of it where none closes.
pub(super) fn matching(text: &str, open: [char; 2], close: [char; 2]) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if open.contains(&c) {
            depth += 1;
        } else if close.contains(&c) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + c.len_utf8();
            }
        }
    }
    text.len()
}
