//! The links of a proposal: upstream first, then where to apply, the repository, the mentors, the
//! text, and what to look at next.

mod steps;

use std::collections::HashSet;

use super::address;
use super::picker::{Choice, MenuItem};
use crate::markdown::mail::EmailVisibility;
use crate::markdown::{block, dedent};
use crate::model::{Entry, Field, Link, Origin, Url};
use steps::UpstreamRepository;

/// The upstream links as menu items.
pub fn upstream(entry: Entry<'_>, emails: EmailVisibility) -> Vec<MenuItem> {
    let origin = entry.listing.document.origin();
    let several = entry.proposal.upstream.len() > 1;
    let numbered = entry.proposal.upstream.iter().enumerate().map(|(at, link)| {
        let name = if several { format!("Upstream {}", at + 1) } else { "Upstream".to_owned() };
        item(
            &link.text.as_ref().map_or(name.clone(), |text| format!("{name}: {text}")),
            &link.url,
            origin,
            emails,
        )
    });
    numbered.collect()
}

/// Every link of a proposal as menu items, each address once.
pub fn all(entry: Entry<'_>, emails: EmailVisibility) -> Vec<MenuItem> {
    let proposal = entry.proposal;
    let item = |name: &str, url: &str| item(name, url, entry.listing.document.origin(), emails);
    let repositories = repositories(&proposal.upstream);
    let mut items = upstream(entry, emails);
    items.extend(proposal.apply.iter().map(|link| item("Apply", &link.url)));
    items.extend(
        repositories.iter().map(|found| item(&format!("Repository {}", found.name()), &found.address())),
    );
    for mentor in &proposal.mentors {
        if let Some(handle) = &mentor.github {
            items.push(item(&format!("Mentor {}", mentor.name), &format!("https://github.com/{handle}")));
        }
    }
    for field in &proposal.fields {
        let markdown = dedent::dedent(entry.text(), field.value);
        let prose = block::prose(&markdown, &entry.listing.references);
        let words = prose.link_words();
        let named = prose.links.iter().zip(&words);
        items.extend(named.map(|(url, words)| item(&text_name(entry, field, words, url), url)));
    }
    for repository in &repositories {
        let pages = repository.pages();
        items.extend(pages.map(|(page, url)| item(&format!("Next: {page} of {}", repository.name()), &url)));
    }
    let mut seen = HashSet::new();
    items.retain(|item| seen.insert(identity(&item.note)));
    items
}

/// The repositories that issues lie in, each once.
fn repositories(upstream: &[Link]) -> Vec<UpstreamRepository<'_>> {
    let mut found: Vec<UpstreamRepository<'_>> = Vec::new();
    for repository in upstream.iter().filter_map(|link| UpstreamRepository::of(&link.url)) {
        if found.iter().all(|known| known.address() != repository.address()) {
            found.push(repository);
        }
    }
    found
}

/// A link in the text by its own words; one that is only its address by the field that it is in.
fn text_name(entry: Entry<'_>, field: &Field, words: &str, url: &str) -> String {
    let is_address = words.trim_end_matches('/') == url.trim_end_matches('/') || words.starts_with("http");
    let words = if is_address { field.label.of(entry.text()) } else { words };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A key that is the same for all spellings of an address: no slash at the end, and scheme and host in
/// small letters.
fn identity(url: &str) -> String {
    let url = url.trim_end_matches('/');
    let Url { scheme, authority, .. } = Url::split(url);
    let host_end = scheme.map_or(0, |scheme| scheme.len() + "://".len()) + authority.len();
    url[..host_end].to_ascii_lowercase() + &url[host_end..]
}

fn item(name: &str, url: &str, origin: &Origin, emails: EmailVisibility) -> MenuItem {
    let name = if name.is_empty() { "Text" } else { name };
    let name = emails.in_text(name).into_owned();
    let shown = emails.in_address(url).into_owned();
    match address::destination(origin, url) {
        Ok(_) => MenuItem { name, note: shown, keywords: "", choice: Choice::Open(url.to_owned()) },
        Err(reason) => MenuItem {
            name: format!("{name} (cannot be opened)"),
            choice: Choice::Refuse(format!("Not opened: {reason}: {shown}")),
            note: shown,
            keywords: "",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_one_identity() {
        assert_eq!(identity("HTTPS://Example.org/"), identity("https://example.org"));
        assert_eq!(identity("https://Example.org/A/"), "https://example.org/A");
        assert_ne!(identity("https://example.org/a"), identity("https://example.org/A"));
        assert_eq!(identity("mailto:…@example.org"), "mailto:…@example.org");
    }

    #[test]
    fn what_cannot_be_opened_is_listed_as_that() {
        let MenuItem { name, note, choice, .. } =
            item("Write", "mailto:a@example.org", &Origin::Stdin, EmailVisibility::Masked);
        assert_eq!((name.as_str(), note.as_str()), ("Write (cannot be opened)", "mailto:…@example.org"));
        let sentence = "Not opened: it is no http or https address: mailto:…@example.org";
        assert_eq!(choice, Choice::Refuse(sentence.to_owned()));
        assert_eq!(item("", "https://example.org", &Origin::Stdin, EmailVisibility::Masked).name, "Text");
    }
}
