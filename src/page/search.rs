//! The search in the text: whether a page shows what is looked for.
//!
//! Reading the Markdown of a field takes its time, so its source is looked through first.

use super::facts::{self, FactPart};
use super::fields;
use super::limits::{FactRoom, TextRoom, short};
use crate::markdown::glyphs::MIDDLE_DOT;
use crate::markdown::mail::EmailVisibility;
use crate::markdown::plain::plain;
use crate::model::Entry;
use crate::search::{Finder, Needle, Pattern};

/// A search through pages.
#[derive(Debug)]
pub struct PageSearch {
    /// `None` where nothing is looked for.
    needle: Option<Needle>,
    /// Its words, the longest first: between them the source may hold marks.
    words: Vec<Finder>,
    bytes_read: usize,
}

impl PageSearch {
    pub fn new(text: &str) -> Self {
        let mut words = Pattern::new(text).parts();
        words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
        let words = words.iter().map(Finder::new).collect();
        Self { needle: Needle::new(text), words, bytes_read: 0 }
    }

    /// The bytes of Markdown that were read so far.
    pub fn bytes_read(&self) -> usize {
        self.bytes_read
    }

    /// Whether the page of a proposal shows the text; `fit` as for [`facts::facts`]. Text that only the source holds
    /// (an address behind words, a comment) does not count, and a word with marks inside may be missed.
    pub fn is_on_page(&mut self, entry: Entry<'_>, fit: &[String], emails: EmailVisibility) -> bool {
        let Some(needle) = &self.needle else { return false };
        if needle.is_in(&emails.in_text(&short(&entry.proposal.title))) {
            return true;
        }
        let mut room = FactRoom::default();
        for (fact, values) in facts::facts(entry, fit).iter().filter(|(fact, _)| fact.is_beside_list()) {
            let words = line(&facts::parts(values, None, &mut room));
            if needle.is_in(fact.label()) || needle.is_in(&emails.in_text(&words)) {
                return true;
            }
        }
        let mut room = TextRoom::default();
        for part in fields::parts(entry, &mut room) {
            if needle.is_in(part.name) {
                return true;
            }
            let source = part.value.of(entry.text());
            // A footnote may stand anywhere in the document.
            if source.contains("[^") || self.words.iter().all(|word| word.is_in(source)) {
                self.bytes_read += source.len();
                let mut prose = part.prose(entry);
                emails.apply(&mut prose);
                if needle.is_in(&plain(&prose)) {
                    return true;
                }
            }
        }
        room.note().is_some_and(|note| needle.is_in(&note))
    }

    /// Whether the source of a proposal holds the text.
    pub fn is_in_source(&mut self, entry: Entry<'_>, emails: EmailVisibility) -> bool {
        let source = emails.in_text(entry.proposal.section.of(entry.text()));
        self.bytes_read += source.len();
        self.needle.as_ref().is_some_and(|needle| source.lines().any(|line| needle.is_in(line)))
    }
}

/// The line that a page makes of the values of a fact.
fn line(parts: &[FactPart]) -> String {
    let mut line = String::new();
    for part in parts {
        if !line.is_empty() {
            line.push_str(&if part.is_chip { " ".to_owned() } else { format!(" {MIDDLE_DOT} ") });
        }
        line.push_str(&part.text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Field, FieldKind, Listing, Origin, Proposal, ProposalId, Span};

    #[track_caller]
    fn check(text: &str, needle: &str, expected: bool) {
        let whole = Span::new(0, text.len());
        let field = Field { kind: FieldKind::Other, label: Span::at(0), value: whole };
        let title = Proposal::new(ProposalId::new("p"), "Title", Span::at(text.len()), whole);
        let proposal = Proposal { fields: vec![field], subproject: Some("Łódź".to_owned()), ..title };
        let listing = Listing::new(Document::new(Origin::Stdin, text), Vec::new());
        let entry = Entry { listing: &listing, proposal: &proposal };
        assert_eq!(
            PageSearch::new(needle).is_on_page(entry, &[], EmailVisibility::Masked),
            expected,
            "{needle}"
        );
    }

    #[test]
    fn words_are_found_where_the_page_shows_them() {
        check("a *Red*, red fox", "red fox", true);
        check("a *Red*, red fox", "Red, red", true);
        check("a red fox", "Red", false);
        check("Die Straße", "strasse", true);
        check("[hay](https://example.org/needle)", "needle", false);
        check("one\n\ntwo", "one two", false);
        check("", "titl", true);
        check("", "part of", true);
        check("", "lodz", true);
        check("text", "introduction", true);
        check("text", "", false);
        check("Ada <ada@example.org>", "ada@", false);
    }
}
