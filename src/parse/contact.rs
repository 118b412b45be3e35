//! Contacts: handles on GitHub, e-mail addresses, plain and hidden from machines.

/// How GitHub's addresses begin, without the scheme.
const GITHUB: &[&str] = &["github.com/", "www.github.com/"];

/// Whether a word is a GitHub handle: letters, digits and hyphens, at most 39.
pub(super) fn is_handle(word: &str) -> bool {
    let bytes = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=39).contains(&word.len()) && word.bytes().all(bytes)
}

pub(super) fn is_of(table: &[&str], word: &str) -> bool {
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn is_email(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    let is_foreign = |c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | ',' | ';' | ':' | '/' | '@') || c.is_whitespace()
    };
    let is_part = |part: &str| !part.is_empty() && !part.contains(is_foreign);
    is_part(local) && is_part(domain) && domain.contains('.')
}

/// Whether a word is an e-mail address without any character that would have to be looked at twice.
pub(super) fn is_plain_email(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    let in_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'+');
    !local.is_empty()
        && local.bytes().all(in_part)
        && domain.bytes().all(in_part)
        && domain.bytes().any(|byte| byte == b'.')
        && domain.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether a text is an address that is hidden from machines (`x AT y DOT z`): a word, "at", and a
/// domain; what has more words is a sentence.
pub(super) fn is_obfuscated(text: &str) -> bool {
    let says_at = |text: &str| text.as_bytes().windows(2).any(|pair| pair.eq_ignore_ascii_case(b"at"));
    if text.contains('@') || !says_at(text) {
        return false;
    }
    let lower = text.to_lowercase();
    let at = [" at ", "[at]", "(at)", "{at}", "-at-"].into_iter().find_map(|at| lower.split_once(at));
    let Some((local, domain)) = at else { return false };
    let dotted = |text: &str| {
        let words = ["[dot]", "(dot)", "{dot}", " dot "];
        words.into_iter().fold(text.to_owned(), |text, dot| text.replace(dot, "."))
    };
    let (local, domain) = (dotted(local), dotted(domain));
    let is_word = |text: &str| text.split('.').all(|part| part.split_whitespace().count() == 1);
    is_word(&local) && is_word(&domain) && domain.contains('.')
}

/// The handle of a profile on GitHub: one step below the site, nothing below that.
pub(super) fn profile(url: &str) -> Option<&str> {
    let address = url.split_once("://").map_or(url, |(_, address)| address);
    let handle = GITHUB.iter().find_map(|site| address.strip_prefix(site))?.trim_end_matches('/');
    is_handle(handle).then_some(handle)
}

pub(super) fn is_site(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "github" | "mail" | "email" | "e-mail" | "gh")
}
