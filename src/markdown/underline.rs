//! Underlined headings that nobody meant: a paragraph with a `---` right below it.

/// How much text a title may have before a line of hyphens makes a heading of it, in bytes.
const LONGEST_TITLE: usize = 120;

/// Whether a heading (its whole source) is a paragraph above a rule: it is underlined with hyphens,
/// and it has several lines, is long, says `label: value` above just `---`, or ends like a sentence or an address.
#[must_use]
pub fn is_accident(heading: &str) -> bool {
    if heading.starts_with('#') {
        return false;
    }
    let Some((above, rule)) = heading.trim_end().rsplit_once(['\n', '\r']) else { return false };
    let rule = rule.trim();
    if !rule.starts_with('-') {
        return false;
    }
    let words = above.trim();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    words.contains(['\n', '\r'])
        || words.len() > LONGEST_TITLE
        || (rule == "---" && words.contains(": "))
        || words.ends_with(['.', '!', '?', ':', ';', ','])
        || words.ends_with(":**")
        || last.contains("://")
}
