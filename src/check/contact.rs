//! Handles, addresses and what only keeps a place: as LFX judges them.

use crate::model::{Catalog, Span, fold};

/// The most characters of a handle.
const LONGEST_HANDLE: usize = 39;

/// Words for an undecided value, in lower case.
const UNDECIDED: &[&str] =
    &["tbd", "tba", "todo", "n/a", "xxx", "to be determined", "to be announced", "???"];

/// Words of the template itself: a value with them was not filled in.
const TEMPLATE: &[&str] =
    &["Mentor Name (@mentor_github", "mentor@email.addy", "please use the same email address as you use"];

/// The most bytes of a placeholder.
const LONGEST_PLACEHOLDER: usize = 64;
/// The most bytes of a line of the template.
const LONGEST_TEMPLATE: usize = 400;

/// Whether it is a GitHub handle, without its `@`: letters and digits with single hyphens between.
pub(super) fn is_valid(handle: &str) -> bool {
    let bytes = handle.as_bytes();
    !bytes.is_empty()
        && bytes.len() <= LONGEST_HANDLE
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && !handle.starts_with('-')
        && !handle.ends_with('-')
        && !handle.contains("--")
}

/// The handle among those of a catalog that is nearest to a written one, where one is near.
#[must_use]
pub fn nearest_mentor<'c>(catalog: &'c Catalog, written: &str) -> Option<&'c str> {
    let written = fold::name(written.trim_start_matches('@'));
    let handles = catalog
        .iter()
        .flat_map(|entry| &entry.proposal.mentors)
        .filter_map(|mentor| mentor.github.as_deref());
    let near = handles.map(|handle| (strsim::osa_distance(&handle.to_lowercase(), &written), handle));
    near.filter(|(slips, handle)| slips * 3 <= handle.len()).min().map(|(_, handle)| handle)
}

/// Whether it has the form of an e-mail address: something, `@`, something with a dot inside.
pub(super) fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return false };
    let inner_dot = domain.char_indices().any(|(at, c)| c == '.' && at > 0 && at + 1 < domain.len());
    !local.is_empty() && inner_dot && !domain.contains('@') && !address.contains(char::is_whitespace)
}

/// Where an entry has something with `@` inside that is no address: `ada@tide@example.org`, `ada@`.
pub(super) fn broken_address(entry: &str) -> Option<Span> {
    let is_gap = |c: char| c.is_whitespace() || "()（）[]<>{}*`|,，;；".contains(c);
    let mut start = 0;
    for word in entry.split(is_gap) {
        let at = entry[start..].find(word).map_or(start, |at| start + at);
        start = at + word.len();
        let address = word.trim_start_matches("mailto:");
        if address.find('@').is_some_and(|at| at > 0) && !address.contains('/') && !is_address(address) {
            return Some(Span::new(start - address.len(), start));
        }
    }
    None
}

/// The address that an obfuscated one (`ada AT example DOT org`) most likely stands for.
pub(super) fn deobfuscated(address: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for word in address.split_whitespace() {
        let bare = word.trim_matches(['[', ']', '(', ')', '{', '}', '<', '>']);
        words.push(match bare.to_ascii_lowercase().as_str() {
            "at" => "@".to_owned(),
            "dot" => ".".to_owned(),
            _ => bare.to_owned(),
        });
    }
    let joined = words.concat();
    (joined != address && is_address(&joined)).then_some(joined)
}

/// Whether a whole value only keeps a place.
pub(super) fn is_placeholder(value: &str) -> bool {
    let bare = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '_' | '`' | '.'));
    let undecided = |word: &str| {
        UNDECIDED.iter().any(|known| {
            let word = word.trim_start_matches('@');
            word.eq_ignore_ascii_case(known)
                || word
                    .split_once('@')
                    .is_some_and(|(local, domain)| local.eq_ignore_ascii_case(known) && !domain.contains('.'))
        })
    };
    let angled = bare.starts_with('<')
        && !bare.starts_with("<!")
        && bare.ends_with('>')
        && !bare.contains([':', '@', '/']);
    let mut words = bare.split(['(', ')', ',', ' ']).filter(|word| !word.is_empty());
    // Values are long, placeholders short: most are recognized by their length.
    (!bare.is_empty()
        && bare.len() < LONGEST_PLACEHOLDER
        && (undecided(bare) || angled || words.all(undecided)))
        || (bare.len() < LONGEST_TEMPLATE && TEMPLATE.iter().any(|known| bare.contains(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_judged_as_github_does() {
        for handle in ["ada", "Ada-1", "a"] {
            assert!(is_valid(handle), "{handle}");
        }
        for handle in ["", "-ada", "ada-", "a--b", "a.b", "a_b", "@ada", &"a".repeat(40)] {
            assert!(!is_valid(handle), "{handle}");
        }
    }

    #[test]
    fn addresses_need_a_domain_with_a_dot() {
        assert!(is_address("ada@example.org"));
        for address in ["ada", "ada@", "ada@example", "@example.org", "a da@example.org", "a@b@c.d", "a@.org"]
        {
            assert!(!is_address(address), "{address}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_found_in_its_entry() {
        let broken = |entry: &'static str| broken_address(entry).map(|span| span.of(entry));
        assert_eq!(broken("Ada (@ada, ada@tide@example.org)"), Some("ada@tide@example.org"));
        assert_eq!(broken("Ada (@ada, [a](mailto:ada@))"), Some("ada@"));
        for entry in
            ["Ada (@ada)", "Ada @@ada", "Ada <https://example.org/@ada>", "Ada (@ada, ada@example.org)"]
        {
            assert_eq!(broken(entry), None, "{entry}");
        }
    }

    #[test]
    fn obfuscation_is_undone_where_it_can_be() {
        assert_eq!(deobfuscated("ada AT example DOT org").as_deref(), Some("ada@example.org"));
        assert_eq!(deobfuscated("ada [at] example.org").as_deref(), Some("ada@example.org"));
        assert_eq!(deobfuscated("ada AT gee-mail"), None);
        assert_eq!(deobfuscated("ada@example.org"), None);
    }

    #[test]
    fn only_a_whole_value_is_a_placeholder() {
        for value in ["TBD", "- **TODO**", "TBD (@tbd, tbd@email)", "<your name>", "???"] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in
            ["", "TODO list for tides", "Ada (@ada, ada@example.org)", "<https://example.org>", "<!-- x -->"]
        {
            assert!(!is_placeholder(value), "{value}");
        }
    }
}
