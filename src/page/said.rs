//! Said: the words of a proposal, field by field, so that two of its versions can be compared.

use super::facts::{self, Audience, Fact};
use super::fields;
use super::limits::TextRoom;
use super::word_diff;
use crate::markdown::mail::EmailVisibility;
use crate::markdown::plain::plain;
use crate::model::{Entry, FieldKind, Said, fingerprint, start_of};
use crate::search::Profile;

/// The most bytes of the words of a field that are kept.
const MOST: usize = 16 * 1024;
/// The name of the title among the fields.
pub const TITLE: &str = "Title";

/// A field, cut to its limit, with masked addresses.
fn kept(label: &str, text: &str) -> Said {
    let text = EmailVisibility::Masked.in_file(text);
    Said {
        label: label.to_owned(),
        fingerprint: fingerprint(word_diff::words(&text)),
        text: start_of(text.trim(), MOST).to_owned(),
    }
}

/// The fields of a proposal: its title, its facts, then its prose, each name once. The term is none of them: it is
/// the listing's.
pub fn said(entry: Entry<'_>) -> Vec<Said> {
    let profile = Profile::default();
    let audience = Audience { profile: &profile, emails: EmailVisibility::Shown };
    let mut fields: Vec<(String, String)> = vec![(TITLE.to_owned(), entry.proposal.title.clone())];
    let facts = facts::in_full(entry, audience).into_iter().filter(|(fact, _)| *fact != Fact::Term);
    fields.extend(facts.map(|(fact, words)| (fact.label().to_owned(), words)));
    for part in fields::parts(entry, &mut TextRoom::default()) {
        let label = match part.kind {
            FieldKind::Other => part.name,
            FieldKind::Skills => Fact::Skills.label(),
            FieldKind::Mentors => Fact::Mentors.label(),
            FieldKind::Upstream => Fact::Upstream.label(),
            FieldKind::Apply => Fact::Apply.label(),
            FieldKind::Size => Fact::Size.label(),
            kind => kind.label(),
        };
        let words = plain(&part.prose(entry));
        match fields.iter_mut().find(|(known, _)| known == label) {
            Some((_, known)) => *known += &format!("\n{words}"),
            None => fields.push((label.to_owned(), words)),
        }
    }
    fields.iter().map(|(label, words)| kept(label, words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Field, Link, Listing, Origin, Proposal, ProposalId, Span};

    fn said_of(text: &str) -> Vec<(String, String)> {
        let field = |kind, label: &str| {
            let start = text.find(label)?;
            let end = text[start..].find("\n\n").map_or(text.len(), |end| start + end);
            let value = Span::new(start + label.len() + 1, end.max(start + label.len() + 1));
            Some(Field { kind, label: Span::new(start, start + label.len()), value })
        };
        let fields = [field(FieldKind::Description, "About"), field(FieldKind::Other, "Notes")];
        let link = Link { url: "https://example.org/1".to_owned(), text: None, span: Span::default() };
        let whole = Span::new(0, text.len());
        let proposal = Proposal {
            fields: fields.into_iter().flatten().collect(),
            upstream: vec![link],
            ..Proposal::new(ProposalId::new("p"), "A net", Span::at(0), whole)
        };
        let listing = Listing::new(Document::new(Origin::Stdin, text), Vec::new());
        let said = said(Entry { listing: &listing, proposal: &proposal });
        said.into_iter().map(|said| (said.label, said.text)).collect()
    }

    #[test]
    fn a_field_has_one_name_and_no_marks() {
        let said = said_of("About: a *net*\nby ada@example.org\n\nNotes: [see](https://example.org)");
        let said: Vec<_> = said.iter().map(|(label, text)| (label.as_str(), text.as_str())).collect();
        assert_eq!(
            said,
            [
                ("Title", "A net"),
                ("Upstream", "https://example.org/1"),
                ("Description", "a net by …@example.org"),
                ("Notes", "see"),
            ]
        );
    }

    #[test]
    fn the_fingerprint_is_of_the_words() {
        let print = |text| kept("Notes", text).fingerprint;
        assert_eq!(print("a  net\n(new)"), print("a net ( new )"));
        assert_ne!(print("a net"), print("anet"));
        let long = kept("Notes", &"word ".repeat(MOST));
        assert!(long.text.len() <= MOST);
        assert_ne!(long.fingerprint, kept("Notes", &long.text).fingerprint, "all words count");
    }
}
