//! The reader is total: any text gives a value, and every span of it lies in the text.

use mentor_tui::markdown::dedent;
use mentor_tui::model::{Document, Entry, FieldKind, Listing, Origin, Span};
use mentor_tui::parse;
use proptest::prelude::*;

/// Pieces that listings are made of, whole and broken.
const PIECES: &[&str] = &[
    "# ",
    "## ",
    "### Kestrel\n\n",
    "#### ",
    "Title\n---\n",
    "- ",
    "  - ",
    "    ",
    "\t",
    "1. ",
    "> ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "Description:",
    "- Description: ",
    "- **Recommended Skills**:\n",
    "Mentor(s)",
    "**Mentors:** ",
    "- Upstream Issue: ",
    "expectedOutcome:\n",
    "description: |\n",
    "Type: x",
    "<br/>",
    "```\n",
    "~~~",
    "---\n",
    "(@ada, ada@example.org)",
    "Ada Byron",
    "[Ada](https://github.com/ada)",
    "(",
    ")",
    "（",
    "，",
    "[",
    "](",
    "]",
    "https://example.org/1",
    "acme/tool#12",
    "https://mentorship.lfx.linuxfoundation.org/project/1",
    "<",
    ">",
    "|",
    "| a | b |\n|---|---|\n",
    "[ref]: https://example.org \"t\"\n",
    "*",
    "**",
    "_",
    "`",
    "\\",
    "&amp;",
    "&",
    ";",
    ",",
    ".",
    ":",
    "：",
    "é",
    "\u{a0}",
    "🗂",
    "日本",
    "\0",
    "e\u{301}",
    "a AT b DOT c",
    " - Primary",
    " and ",
    "<!-- ",
    " -->",
    "Fields\n\n",
    "Basic info\n\n",
    "(sample)",
    "{",
    "=",
    "Skills: a, b; c\n",
];

fn listings() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Holds everything that was read to the text that it was read from.
fn check(text: &str) {
    let listing = parse::listing(Document::new(Origin::Stdin, text));
    let holds = |outer: Span, inner: Span| outer.start <= inner.start && inner.end <= outer.end;
    let lies_in = |span: Span| text.get(span.start..span.end).is_some();
    let mut end = 0;
    for proposal in &listing.proposals {
        let section = proposal.section;
        assert!(lies_in(section) && lies_in(proposal.heading), "{section:?}");
        assert!(end <= section.start, "sections are in order and apart");
        assert!(holds(section, proposal.heading), "{:?} in {section:?}", proposal.heading);
        end = section.end;
        let mut field_end = proposal.heading.end;
        for field in &proposal.fields {
            assert!(lies_in(field.label) && lies_in(field.value), "{field:?}");
            assert!(holds(section, field.label) && holds(section, field.value), "{field:?} in {section:?}");
            assert!(field_end <= field.value.start, "fields are in order and apart");
            assert_eq!(field.value.trim(text), field.value, "values have no white space around them");
            field_end = field.value.end;
        }
        let skills = proposal.skills.iter().map(|skill| skill.span);
        let mentors = proposal.mentors.iter().map(|mentor| mentor.span);
        let links = proposal.upstream.iter().chain(&proposal.apply).map(|link| link.span);
        for span in skills.chain(mentors).chain(links) {
            assert!(lies_in(span) && holds(section, span), "{span:?} in {section:?}");
        }
        markdown_keeps_every_word(&listing, proposal);
    }
    let places: Vec<_> = listing.remarks.iter().map(|remark| remark.span).collect();
    assert!(places.iter().all(|&span| lies_in(span)));
    assert!(places.is_sorted(), "remarks are in document order");
    let ids: std::collections::HashSet<_> = listing.proposals.iter().map(|proposal| &proposal.id).collect();
    assert_eq!(ids.len(), listing.proposals.len(), "identities differ");
}

/// Taking indentation away changes white space only.
fn markdown_keeps_every_word(listing: &Listing, proposal: &mentor_tui::model::Proposal) {
    let text = listing.document.text();
    for field in &proposal.fields {
        let markdown = dedent::dedent(text, field.value);
        assert!(markdown.split_whitespace().eq(field.value.of(text).split_whitespace()), "{markdown:?}");
    }
    let description = dedent::field_markdown(Entry { listing, proposal }, FieldKind::Description);
    assert_ne!(description.as_deref(), Some(""));
}

proptest! {
    #[test]
    fn any_text_gives_a_value(text in "(?s).{0,400}") {
        check(&text);
    }

    #[test]
    fn any_mix_of_pieces_gives_a_value(text in listings()) {
        check(&text);
    }

    #[test]
    fn a_proposal_of_any_pieces_is_sound(body in listings()) {
        check(&format!("### P\n\n#### T\n\n- Description: d\n- Mentors: {body}\n- Skills: {body}\n- Issue: {body}"));
    }
}

#[test]
fn hostile_shapes_are_harmless() {
    let shapes = [
        "a".repeat(1 << 20),
        "\0".repeat(1 << 16),
        ">".repeat(10_000),
        "- ".repeat(10_000),
        format!("# a\n- Description: a\n- Mentors: {}", "(".repeat(20_000)),
        format!("# a\n- Description: a\n- Mentors: {}", "[a](".repeat(20_000)),
        format!("# a\n- Description: a\n- Upstream: https://example.org/{}", ")".repeat(20_000)),
        format!("# a\n- Description: a\n- Mentors: {}", "< ".repeat(20_000)),
        "# a\n- Description: a\n- Skills: b\n".repeat(2_000),
        "```\n# a\n".to_owned(),
        String::new(),
    ];
    for shape in shapes {
        check(&shape);
    }
}
