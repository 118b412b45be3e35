//! The reader is total: any text gives a value, and every span of it lies in the text.

use mentor_tui::markdown::{dedent, excerpt};
use mentor_tui::model::{Dialect, Document, Entry, FieldKind, Listing, Origin, Span};
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
    "#### 1.1 Difficulty: hard\n\n",
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
pub(crate) fn check(source: &str) {
    let listing = parse::listing(Document::new(Origin::Stdin, source));
    let text = listing.document.text();
    let derived = listing.dialect == Dialect::LfxExport;
    assert_eq!(derived, text != source, "only an export is derived");
    let holds = |outer: Span, inner: Span| outer.start <= inner.start && inner.end <= outer.end;
    let lies_in = |span: Span| text.get(span.start..span.end).is_some();
    let mut end = 0;
    for proposal in &listing.proposals {
        let section = proposal.section;
        assert!(lies_in(section) && lies_in(proposal.heading), "{section:?}");
        assert!(end <= section.start, "sections are in order and apart");
        assert!(holds(section, proposal.heading), "{:?} in {section:?}", proposal.heading);
        end = section.end;
        let mut field_end = 0;
        for field in &proposal.fields {
            assert!(lies_in(field.label) && lies_in(field.value), "{field:?}");
            // Text that several proposals share is above each of them.
            let shared = field.label.is_empty() && field.value.end <= section.start;
            // The labels of a table stand in its header, above every row.
            let labelled = listing.dialect == Dialect::Table || holds(section, field.label);
            assert!(shared || labelled && holds(section, field.value), "{field:?} in {section:?}");
            let graded = holds(proposal.heading, field.value);
            let apart = graded
                || field.value.end <= proposal.heading.start
                || proposal.heading.end <= field.value.start;
            assert!(apart, "{field:?} is apart from the title");
            assert!(field_end <= field.value.start, "{field:?} is apart from those before it in {text}");
            assert_eq!(field.value.trim(text), field.value, "values have no white space around them");
            field_end = field.value.end;
        }
        let mut skills = proposal.skills.iter().map(|skill| skill.span);
        let mentors = proposal.mentors.iter().map(|mentor| mentor.span);
        let links = proposal.upstream.iter().chain(&proposal.apply).map(|link| link.span);
        // People and skills may stand outside several proposals, for all of them.
        let has = |kind| proposal.fields_of(kind).any(|field| !field.value.is_empty());
        let placed = |span, kind| lies_in(span) && (holds(section, span) || !has(kind));
        assert!(mentors.clone().all(|span| placed(span, FieldKind::Mentors)));
        assert!(skills.all(|span| placed(span, FieldKind::Skills)), "{section:?}");
        for span in links {
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
    let description = excerpt::of_fields(Entry { listing, proposal }, FieldKind::Description);
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

/// Pieces that exports, forms, front matter and tables are made of, whole and broken.
const OTHER_PIECES: &[&str] = &[
    "{\"programs\": [",
    "{\"program_name_short\": \"Mend\", \"description\": \"# a\\n```\\n\"",
    "\"mentors\": [{\"name\": \"Ada\", \"github_handle\": \"@ada\"}]",
    "\"technologies\": \"Go, Rust\"",
    "\"prerequisites\": {\"a\": [1, {\"b\": null}]}",
    "\"lfx_url\": 7",
    "null",
    "\"\\u0000\\n\"",
    "}",
    "]",
    "}]}",
    "---\n",
    "+++\n",
    "...\n",
    "title: Mend\n",
    "title = \"Mend\"\n",
    "mentors:\n  - name: Ada\n",
    "mentors = [\"Ada (@ada)\"]\n",
    "difficulty: 'härd'\n",
    "skills: [Go, \"Rust\"]\n",
    "a: &a [*a, |\n",
    "[x]\ny = 1\n",
    "### CNCF Project\n\n",
    "### Title\n\n",
    "### Program Description\n\n",
    "### Mentors\n\n",
    "### Recommended Skills\n\n",
    "_No response_\n\n",
    "- [x] Go\n- [ ] Rust\n",
    "Ada | @ada | ada@example.org | ada\n",
    "Name: Ada\nEmail: ada@example.org\n\n",
    "| Idea | Project | Mentors | Skills |\n|-|-|-|-|\n",
    "| **Mend**<br>[Apply](https://example.org/1) | K | Ada, Bo | Go |\n",
    "| Mentors | Ada |\n|-|-|\n| Skills | Go |\n",
    "| x\n",
    "# T\n\n",
    "é日",
    "\r\n",
    ", ",
    "\n",
];

fn others() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(OTHER_PIECES), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_mix_of_other_pieces_gives_a_value(text in others()) {
        check(&text);
    }

    #[test]
    fn front_matter_of_any_pieces_is_sound(front in others(), body in others()) {
        check(&format!("---\ntitle: a\n{front}\n---\n{body}"));
        check(&format!("+++\ntitle = 'a'\n{front}\n+++\n{body}"));
    }

    #[test]
    fn an_export_cut_anywhere_gives_a_value(cut in 0_usize..EXPORT.len()) {
        let cut = (0..=cut).rev().find(|&at| EXPORT.is_char_boundary(at)).unwrap_or(0);
        check(&EXPORT[..cut]);
    }

    #[test]
    fn an_export_of_any_text_is_sound(words in "(?s).{0,200}") {
        let words = serde_json::Value::from(words);
        check(&format!(
            "{{\"programs\": [{{\"cncf_project\": {words}, \"program_name_short\": {words}, \"description\": {words},
            \"skills\": {words}, \"mentors\": [{{\"name\": {words}, \"github_handle\": {words}, \"email\": {words}}}],
            \"upstream_issue_url\": {words}, \"lfx_url\": {words}, \"x\": [{words}, {{\"y\": {words}}}]}}]}}"
        ));
    }
}

/// The fixture of an export.
const EXPORT: &str = include_str!("../fixtures/export.json");

#[test]
fn hostile_shapes_are_harmless() {
    let nested: Vec<String> = (0..1_000).map(|depth| format!("{}- \n", " ".repeat(depth))).collect();
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
        format!("{{\"programs\": [{}", "{\"a\": [".repeat(50_000)),
        format!("{{\"programs\": [{{\"a\": {}1{}}}]}}", "[".repeat(100), "]".repeat(100)),
        format!("---\ntitle: a\nb: {}\n---\n", "{a: ".repeat(10_000)),
        format!("---\ntitle: a\n{}\n---\n", nested.concat()),
        format!("+++\na = {}\n+++\n", "{ b = ".repeat(10_000)),
        format!("| Idea | Mentors |\n|-|-|\n{}", "| a | b |\n".repeat(5_000)),
        String::new(),
    ];
    for shape in shapes {
        check(&shape);
    }
}
