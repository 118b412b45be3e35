//! The links of a proposal: upstream first, then where to apply, the mentors, the text.

use super::picker::{Choice, Item};
use crate::markdown::{block, dedent};
use crate::model::{Entry, Field};

/// The upstream links as menu items.
#[must_use]
pub fn upstream(entry: Entry<'_>) -> Vec<Item> {
    let several = entry.proposal.upstream.len() > 1;
    let numbered = entry.proposal.upstream.iter().enumerate().map(|(at, link)| {
        let name = if several { format!("Upstream {}", at + 1) } else { "Upstream".to_owned() };
        item(link.text.as_ref().map_or(name.clone(), |text| format!("{name}: {text}")), &link.url)
    });
    numbered.collect()
}

/// Every link of a proposal as menu items, each address once.
#[must_use]
pub fn all(entry: Entry<'_>) -> Vec<Item> {
    let proposal = entry.proposal;
    let mut items = upstream(entry);
    items.extend(proposal.apply.iter().map(|link| item("Apply", &link.url)));
    for field in &proposal.fields {
        let markdown = dedent::dedent(entry.text(), field.value);
        let prose = block::prose(&markdown, &entry.listing.references);
        let words = prose.link_words();
        items
            .extend(prose.links.iter().zip(words).map(|(link, words)| text_link(entry, field, &words, link)));
    }
    for mentor in &proposal.mentors {
        if let Some(handle) = &mentor.github {
            items.push(item(format!("Mentor {}", mentor.name), &format!("https://github.com/{handle}")));
        }
    }
    let mut seen = std::collections::HashSet::new();
    items.retain(|item| seen.insert(item.note.clone()));
    items
}

/// A link in the text by its own words; one that is only its address by the field that it is in.
fn text_link(entry: Entry<'_>, field: &Field, words: &str, url: &str) -> Item {
    let is_address = words.trim_end_matches('/') == url.trim_end_matches('/') || words.starts_with("http");
    let words = if is_address { field.label.of(entry.text()) } else { words };
    item(words.split_whitespace().collect::<Vec<_>>().join(" "), url)
}

fn item(name: impl Into<String>, url: &str) -> Item {
    let name = name.into();
    let name = if name.is_empty() { "Text".to_owned() } else { name };
    Item { name, note: url.to_owned(), choice: Choice::Open(url.to_owned()) }
}
