//! What the facts at the top of a page say.

use std::collections::HashSet;

use crate::app::viewport::PageTarget;
use crate::markdown::glyphs::LEADS_TO;
use crate::model::{Link, Mentor, Url};
use crate::search::facets::Facet;
use crate::search::skills;

/// What a fact says, and what is behind it.
pub(super) struct FactValue {
    pub(super) text: String,
    pub(super) target: Option<PageTarget>,
    /// Whether it explains what stands before it.
    pub(super) is_chip: bool,
}

/// A skill as written and, where that is another, the one name of each skill that it means.
pub(super) fn skill_values(written: &str) -> Vec<FactValue> {
    let mut meant = skills::meant(written);
    let mut seen = HashSet::new();
    meant.retain(|skill| seen.insert(*skill));
    let value = |text: String, value: &str, is_chip| {
        let target = Some(PageTarget::Value(Facet::Skills, value.to_owned()));
        FactValue { text, target, is_chip }
    };
    let mut values = match meant.as_slice() {
        [skill] if skill.name().eq_ignore_ascii_case(written) => {
            return vec![value(written.to_owned(), skill.name(), false)];
        }
        [skill] => vec![value(written.to_owned(), skill.name(), false)],
        _ => vec![value(written.to_owned(), written, false)],
    };
    for (at, skill) in meant.iter().enumerate() {
        let arrow = if at == 0 { LEADS_TO.as_str() } else { "" };
        let comma = if at + 1 < meant.len() { "," } else { "" };
        values.push(value(format!("{arrow}{}{comma}", skill.name()), skill.name(), true));
    }
    values
}

pub(super) fn mentor_name(mentor: &Mentor) -> String {
    let handle = mentor.github.as_ref().map(|handle| format!("@{handle}"));
    let mut text = match handle {
        Some(handle) if mentor.name.trim_start_matches('@') == handle.trim_start_matches('@') => handle,
        Some(handle) => format!("{} {handle}", mentor.name),
        None => mentor.name.clone(),
    };
    if mentor.primary {
        text.push_str(" (primary)");
    }
    text
}

/// An address as short as it stays clear: `owner/repository#12` for issues and pull requests on
/// GitHub, else without its scheme.
pub(super) fn short_address(link: &Link) -> String {
    let url = Url::split(&link.url);
    if url.site() == "github.com"
        && (url.query, url.fragment) == (None, None)
        && let [owner, repository, "issues" | "pull", number] = url.segments().collect::<Vec<_>>().as_slice()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("{owner}/{repository}#{number}");
    }
    link.url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn issues_are_shown_short_and_other_addresses_without_scheme() {
        let short =
            |url: &str| short_address(&Link { url: url.to_owned(), text: None, span: Span::default() });
        assert_eq!(short("https://github.com/example/boat/issues/12"), "example/boat#12");
        assert_eq!(short("https://github.com/example/boat/issues?q=1"), "github.com/example/boat/issues?q=1");
        assert_eq!(short("http://example.org/a/"), "example.org/a");
    }
}
