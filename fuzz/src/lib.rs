//! Shared by the fuzz targets: how an input becomes a listing, and the laws that hold for every listing.

use mentor_tui::markdown::mail::EmailVisibility;
use mentor_tui::model::{Catalog, Document, Listing, Origin};
use mentor_tui::parse;
use mentor_tui::ui::page::Page;
use mentor_tui::ui::row::Row;
use mentor_tui::ui::text;

/// The widths, in cells, at which pages are laid out: narrower than any window, and a usual one.
const WIDTHS: [usize; 3] = [1, 17, 80];

/// The text of an input. `None` where it is not UTF-8: the reader is given decoded text.
#[must_use]
pub fn decoded(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

/// Reads a document that has the name of a file, since a name may tell its form.
#[must_use]
pub fn listing(text: &str) -> Listing {
    parse::listing(Document::new(Origin::File("ideas.md".into()), text))
}

/// A catalog of one document.
#[must_use]
pub fn catalog(text: &str) -> Catalog {
    Catalog::new(vec![listing(text)])
}

/// Reads a document, holds every span to its text, and lays out every proposal.
///
/// # Panics
///
/// When a law is broken: that is a finding.
pub fn read(text: &str) {
    let listing = listing(text);
    let source = listing.document.text();
    let mut end = 0;
    for proposal in &listing.proposals {
        assert!(end <= proposal.section.start, "sections are in order and apart");
        end = proposal.section.end;
        let parts = [proposal.section, proposal.heading];
        let fields = proposal.fields.iter().flat_map(|field| [field.label, field.value]);
        let skills = proposal.skills.iter().map(|skill| skill.span);
        let mentors = proposal.mentors.iter().map(|mentor| mentor.span);
        let links = proposal.upstream.iter().chain(&proposal.apply).map(|link| link.span);
        for span in parts.into_iter().chain(fields).chain(skills).chain(mentors).chain(links) {
            assert!(source.get(span.start..span.end).is_some(), "{span:?} lies in the text");
        }
    }
    for remark in &listing.remarks {
        assert!(source.get(remark.span.start..remark.span.end).is_some(), "{remark:?} lies in the text");
    }
    let catalog = Catalog::new(vec![listing]);
    for entry in catalog.iter() {
        for width in WIDTHS {
            let page = Page::rendered(entry, width, EmailVisibility::default());
            let fits = |row: &Row| text::width(&row.text()) <= width;
            assert!(page.rows.iter().all(fits), "no row is wider than {width}");
        }
    }
}
