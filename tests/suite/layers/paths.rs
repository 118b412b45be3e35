//! The paths that a Rust source names, found without a parser: enough of the language to tell code
//! from comments and strings, and to spread `use` trees out.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

/// A path as written, spread out of its `use` tree: `["crate", "model", "Span"]`.
#[derive(Clone)]
pub(crate) struct Named {
    /// The segments; the first is never empty.
    pub(crate) segments: Vec<String>,
    /// The inline modules (`mod tests { … }`) around it, outermost first.
    pub(crate) inside: Vec<String>,
    /// The line, from 1.
    pub(crate) line: usize,
    /// Whether a `use` brings it into scope, and whether that is public: `use`, `pub use`, `pub(crate) use`.
    pub(crate) import: Option<Import>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Import {
    Private,
    Public,
}

/// Every path of two segments or more in the code, and every path in a `use`. Many tests ask for the same sources: each
/// is looked through once.
pub(crate) fn named(source: &str) -> Arc<[Named]> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Arc<[Named]>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().expect("nothing panics while it is locked");
    Arc::clone(known.entry(source.to_owned()).or_insert_with(|| find_named(source).into()))
}

fn find_named(source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut scopes: Vec<(String, usize)> = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let inside = || scopes.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        match token.text {
            // `+ use<'a>` says what a type captures.
            "use" if tokens.get(at + 1).is_none_or(|next| next.text != "<") => {
                let is_public =
                    at.checked_sub(1).is_some_and(|before| matches!(tokens[before].text, "pub" | ")"));
                let import = Some(if is_public { Import::Public } else { Import::Private });
                let mut spread = Vec::new();
                at = spread_use(&tokens, at + 1, &[], &mut spread);
                found.extend(spread.into_iter().map(|segments| Named {
                    segments,
                    inside: inside(),
                    line: token.line,
                    import,
                }));
                continue;
            }
            "mod" if tokens.get(at + 2).is_some_and(|next| next.text == "{") => {
                scopes.push((tokens[at + 1].text.to_owned(), depth));
                at += 1;
            }
            // `pub(in crate::app)` says who may see an item.
            "in" if at > 1 && tokens[at - 2].text == "pub" => {
                at = path(&tokens, at + 1).1;
                continue;
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                scopes.pop_if(|(_, opened)| *opened == depth);
            }
            _ if token.is_word() => {
                let (segments, next) = path(&tokens, at);
                if segments.len() > 1 {
                    found.push(Named { segments, inside: inside(), line: token.line, import: None });
                }
                at = next;
                continue;
            }
            // The rest of a path whose beginning is a type (`<T as Trait>::name`).
            "::" if tokens.get(at + 1).is_some_and(Token::is_word) => at += 1,
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads `a::b::c` from `at`; gives its segments and the place after it.
fn path(tokens: &[Token<'_>], mut at: usize) -> (Vec<String>, usize) {
    let mut segments = vec![tokens[at].text.to_owned()];
    while tokens.get(at + 1).is_some_and(|token| token.text == "::")
        && tokens.get(at + 2).is_some_and(Token::is_word)
    {
        at += 2;
        segments.push(tokens[at].text.to_owned());
    }
    (segments, at + 1)
}

/// Spreads the `use` tree at `at` into its paths, each after `prefix`; gives the place after it.
fn spread_use(tokens: &[Token<'_>], mut at: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut segments = prefix.to_vec();
    let mut group = false;
    while let Some(token) = tokens.get(at) {
        match token.text {
            "{" => {
                group = true;
                at += 1;
                while tokens.get(at).is_some_and(|token| token.text != "}") {
                    at = spread_use(tokens, at, &segments, found);
                    // A mark that no tree holds is passed over as well, or this would never end.
                    at += usize::from(tokens.get(at).is_some_and(|token| token.text != "}"));
                }
            }
            "as" => at += 1,
            "," | "}" | ";" => break,
            "::" => {}
            text => segments.push(text.to_owned()),
        }
        at += 1;
    }
    if !group && !segments.is_empty() {
        // `crate::model::{self}` names `crate::model`.
        if segments.len() > 1 {
            segments.pop_if(|last| last == "self");
        }
        found.push(segments);
    }
    at
}

/// A word, `::`, a single mark, or a string with its quotes.
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    pub(crate) line: usize,
}

impl<'a> Token<'a> {
    /// Returns what stands between the quotes of a string, and `None` for any other token.
    pub(crate) fn string(&self) -> Option<&'a str> {
        let quoted = self.text.trim_start_matches(['b', 'c', 'r']).trim_matches('#');
        let inner = quoted.strip_prefix('"')?;
        Some(inner.strip_suffix('"').unwrap_or(inner))
    }

    fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first == '_' || first.is_alphabetic())
    }
}

/// The code of a source as tokens: no comments, no strings, no lifetimes, no white space.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = tokens_and_strings(source);
    found.retain(|token| token.string().is_none());
    found
}

/// The code of a source as tokens, with its strings as they are written.
pub(crate) fn tokens_and_strings(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let (length, code) = match first {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (string(rest), true),
            '\'' => (quote(rest), false),
            ':' if rest.starts_with("::") => (2, true),
            _ if first.is_alphanumeric() || first == '_' => word(rest),
            _ => (first.len_utf8(), !first.is_whitespace()),
        };
        if code {
            found.push(Token { text: &rest[..length], line });
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    found
}

/// The length of a word, or of the literal that a word such as `r` or `b` opens; and whether it is a token.
fn word(rest: &str) -> (usize, bool) {
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let after = &rest[length..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    match &rest[..length] {
        "r" | "br" | "cr" if after[hashes..].starts_with('"') => {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = length + hashes + 1;
            let end = rest[body..].find(&close).map_or(rest.len(), |found| body + found + close.len());
            (end, true)
        }
        "b" | "c" if after.starts_with('"') => (length + string(after), true),
        "b" if after.starts_with('\'') => (length + quote(after), false),
        _ => (length, true),
    }
}

/// The length of a comment that may hold others.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a string, escapes seen.
fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal, or of a lifetime.
fn quote(rest: &str) -> usize {
    if let Some(escaped) = rest.strip_prefix("'\\") {
        let close = escaped.char_indices().skip(1).find(|(_, c)| *c == '\'');
        return close.map_or(rest.len(), |(at, _)| at + 3);
    }
    let mut after = rest.char_indices().skip(2);
    if let Some((at, '\'')) = after.next() {
        return at + 1;
    }
    rest[1..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest.len(), |end| end + 1)
}
