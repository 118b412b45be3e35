//! Sentences about documents that hold no proposals or were left out.

use std::sync::Arc;

use crate::markdown::outline::Outline;
use crate::model::{Catalog, Listing};
use crate::parse;
use crate::source::Skipped;

/// Numbers of files that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Files of directories that were read and hold no proposals.
    pub without_proposals: usize,
    /// Entries of directories that were not read.
    pub skipped: Skipped,
}

impl LeftOut {
    /// The numbers as a sentence; `None` if all are zero.
    pub fn sentence(self) -> Option<String> {
        let Self { without_proposals, skipped } = self;
        let counts = [
            (without_proposals, "without proposals"),
            (skipped.hidden, "hidden"),
            (skipped.ignored, "ignored"),
            (skipped.linked, "linked from elsewhere"),
            (skipped.special, "pipes or devices"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, what)| format!("{count} {what}")).collect();
        (!counts.is_empty()).then(|| format!("Left out: {}.", counts.join(", ")))
    }
}

/// A sentence without a full stop for each named document without proposals, about its content. Empty if no document
/// has any proposals: [`why_empty`] explains that.
pub fn without_proposals(catalog: &Catalog) -> Vec<String> {
    let listings = catalog.listings().iter().filter(|listing| listing.proposals.is_empty());
    let why = |listing: &Arc<Listing>| {
        format!("no proposals in {}: {}", listing.document.origin(), found_instead(listing.document.text()))
    };
    if catalog.is_empty() { Vec::new() } else { listings.map(why).collect() }
}

/// A sentence without a full stop about the content of a catalog without proposals; `None` if it has some.
pub fn why_empty(catalog: &Catalog) -> Option<String> {
    if !catalog.is_empty() {
        return None;
    }
    let texts = catalog.listings().iter().map(|listing| listing.document.text());
    let instead = found_instead(&texts.collect::<String>());
    Some(format!("no proposals in {}: {instead}", name(catalog)))
}

/// The name of the documents in sentences.
pub fn name(catalog: &Catalog) -> String {
    match catalog.listings() {
        [listing] => listing.document.origin().to_string(),
        several => format!("{} documents", several.len()),
    }
}

/// The content of a text without proposals, in words that follow "no proposals in …: ".
fn found_instead(text: &str) -> String {
    let headings = match Outline::of(text).headings.len() {
        0 if text.trim().is_empty() => return "it is empty".to_owned(),
        0 => return parse::what_json_lacks(text).unwrap_or_else(|| "it has no headings".to_owned()),
        1 => "1 heading, but no".to_owned(),
        several => format!("{several} headings, but none with"),
    };
    format!("{headings} fields such as Description or Mentor(s) below it")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::model::{Document, Origin};

    #[test]
    fn what_is_left_out_is_counted_by_its_reason() {
        let skipped = Skipped { hidden: 1, ignored: 0, linked: 2, special: 3 };
        let sentence = LeftOut { without_proposals: 12, skipped }.sentence();
        let expected =
            "Left out: 12 without proposals, 1 hidden, 2 linked from elsewhere, 3 pipes or devices.";
        assert_eq!(sentence.as_deref(), Some(expected));
        assert_eq!(LeftOut::default().sentence(), None);
    }

    #[test]
    fn each_document_in_vain_is_told_unless_all_are() {
        let listing =
            |name: &str, text: &str| parse::listing(Document::new(Origin::File(PathBuf::from(name)), text));
        let idea = listing("ideas.md", "# A\n\n- Description: B\n- Mentor(s): Ada Byron\n");
        let vain = [listing("a.md", ""), listing("b.md", "Dear all,\n")];
        let expected = ["no proposals in a.md: it is empty", "no proposals in b.md: it has no headings"];
        let [a, b] = &vain;
        assert_eq!(without_proposals(&Catalog::new(vec![a.clone(), idea, b.clone()])), expected);
        assert_eq!(without_proposals(&Catalog::new(vain.into())), [] as [&str; 0]);
    }

    #[test]
    fn a_text_without_proposals_is_told_by_what_it_has() {
        let fields = "fields such as Description or Mentor(s) below it";
        assert_eq!(found_instead(" \n"), "it is empty");
        assert_eq!(found_instead("Dear all,\n"), "it has no headings");
        assert_eq!(found_instead("{\"programs\": ["), "its JSON breaks off; save or download it again");
        assert_eq!(found_instead("{\"a\": 1,\n]"), "its JSON is broken in line 2");
        assert_eq!(found_instead("{\"a\": 1}"), "it is JSON, but no export with `programs`");
        assert_eq!(found_instead("# One\n"), format!("1 heading, but no {fields}"));
        assert_eq!(found_instead("# One\n## Two\n"), format!("2 headings, but none with {fields}"));
    }
}
