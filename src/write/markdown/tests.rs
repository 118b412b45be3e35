//! The look of the template; `tests/suite/export.rs` tests that it reads back.

use super::*;
use crate::model::{
    Catalog, Document, Link, Listing, Mentor, Origin, Proposal, ProposalId, Skill, SkillLevel,
};

fn entry(text: &str, proposal: Proposal) -> Listing {
    Listing::new(Document::new(Origin::Stdin, text), vec![proposal])
}

fn written(listings: &[Listing]) -> String {
    document(listings.iter().map(|listing| Entry { listing, proposal: &listing.proposals[0] }))
}

fn proposal(title: &str, place: (Option<&str>, Option<&str>)) -> Proposal {
    let proposal = Proposal::new(ProposalId::new("p"), title, Span::default(), Span::default());
    let (project, subproject) = (place.0.map(str::to_owned), place.1.map(str::to_owned));
    Proposal { project, subproject, ..proposal }
}

#[test]
fn everything_has_its_place() {
    let text = "A net\n  with *holes*.";
    let skill =
        |text: &str, level| Skill { text: text.to_owned(), span: Span::default(), level, aside: None };
    let link = |url: &str| Link { url: url.to_owned(), text: None, span: Span::default() };
    let value = Span::new(0, text.len());
    let proposal = Proposal {
        fields: vec![Field { kind: FieldKind::Description, label: Span::at(0), value }],
        skills: vec![
            skill("Nets", SkillLevel::WillLearn),
            skill("Go", SkillLevel::Required),
            skill("Knots & *bends*", SkillLevel::NiceToHave),
        ],
        mentors: vec![Mentor {
            name: "Ada Byron".to_owned(),
            github: Some("ada".to_owned()),
            email: None,
            primary: true,
            span: Span::default(),
        }],
        upstream: vec![link("https://example.org/1"), link("https://example.org/2")],
        apply: Some(link("https://example.org/apply")),
        size: Some("175 hours".to_owned()),
        ..proposal("Mend the net", (Some("Harbour"), Some("Docs")))
    };
    insta::assert_snapshot!(written(&[entry(text, proposal)]), @r"
    ### Harbour

    #### Docs

    ##### Mend the net

    - Description:

      A net
        with *holes*.
    - Required Skills:
      - Go
    - Nice to have:
      - Knots \& \*bends\*

      You will learn:
      - Nets
    - Mentor(s):
      - Ada Byron (@ada) - Primary
    - Upstream Issue:
      - https://example.org/1
      - https://example.org/2
    - LFX URL: https://example.org/apply
    - Project Size: 175 hours
    ");
}

#[test]
fn headings_stand_where_the_project_changes() {
    let places = [
        (None, None),
        (Some("Harbour"), None),
        (Some("Harbour"), None),
        (Some("Harbour"), Some("Docs")),
        (Some("Harbour"), None),
        (None, None),
    ];
    let listings: Vec<_> = places.iter().map(|&place| entry("", proposal("T", place))).collect();
    let text = written(&listings);
    let headings: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
    insta::assert_snapshot!(headings.join("\n"), @r"
    #### T
    ### Harbour
    #### T
    #### T
    #### Docs
    ##### T
    ### Harbour
    #### T
    ## Project ideas
    #### T
    ");
}

/// Where the words of each tell how much it is asked for, no order has to give way to headings.
#[test]
fn skills_of_several_levels_keep_their_order_where_their_words_tell_the_levels() {
    let listing = |skills: &str| {
        let text = format!("### Harbour\n\n#### Mend\n\n- Description: A net.\n{skills}- Mentor(s): Ada\n");
        parse::listing(Document::new(Origin::Stdin, text))
    };
    let skills = |skills: &str| {
        let written = written(&[listing(skills)]);
        let lines = written.split_inclusive('\n').skip_while(|line| !line.contains("Skills"));
        lines.take_while(|line| !line.contains("Mentor")).collect::<String>()
    };
    let told = "- Recommended Skills:\n  - Knots (preferred)\n  - Go\n  - Patience is required\n";
    assert_eq!(skills(told), told);
    let labelled =
        "- Required Skills:\n  - Patience\n- Recommended Skills:\n  - Go\n- Nice to have:\n  - Knots\n";
    assert_eq!(
        skills("- Nice to have: Knots\n- Recommended Skills: Go\n- Required Skills: Patience\n"),
        labelled
    );
}

#[test]
fn the_term_that_all_are_of_stands_first() {
    let listing = |term: &str| {
        let text =
            format!("# {term}\n\n### Harbour\n\n#### Mend\n\n- Description: A net.\n- Mentor(s): Ada\n");
        parse::listing(Document::new(Origin::Stdin, text))
    };
    let first = |terms: &[&str]| {
        let listings: Vec<_> = terms.iter().map(|term| listing(term)).collect();
        written(&listings).lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first(&["GSoC 2031"; 2]), "# GSoC 2031");
    assert_eq!(first(&["LFX Mentorship 2031, Term 2"]), "# LFX 2031 Jun–Aug");
    assert_eq!(first(&["Ideas of spring 2031"]), "# 2031 Spring");
    assert_eq!(first(&["GSoC 2031", "GSoC 2032"]), "### Harbour", "a document is of one term");
    assert_eq!(first(&["GSoC 2031", "Ideas"]), "### Harbour");
    assert_eq!(first(&["Ideas"]), "### Harbour");
    assert_eq!(first(&[]), "");
}

#[test]
fn skills_that_begin_with_a_mark_read_back() {
    let words = [
        "```net", "`a` b", "``c", "&amp; d", "&lt;", "*e* f", "[g](h)", "!i", "\\j", "<k>", "~~l~~", "# m",
        "1. n",
    ];
    let skill = |words: &&str| Skill {
        text: (*words).to_owned(),
        span: Span::default(),
        level: SkillLevel::Unsaid,
        aside: None,
    };
    let skills = words.iter().map(skill).collect();
    let markdown = written(&[entry("", Proposal { skills, ..proposal("Mend", (None, None)) })]);
    let read = parse::parse(&Document::new(Origin::Stdin, markdown.as_str())).proposals;
    let read: Vec<_> = read[0].skills.iter().map(|skill| skill.text.as_str()).collect();
    assert_eq!(read, words, "{markdown}");
}

#[test]
fn a_long_address_of_many_links_is_written_once_and_reads_back() {
    let long = format!("https://example.org/issues/{}", "1".repeat(400));
    let proposal = |title: &str| {
        format!("#### {title}\n\n- Description: See [the net][n].\n- Upstream: [it][n]\n- Mentors: Ada\n\n")
    };
    let text = format!("### Harbour\n\n{}{}\n## Links\n\n[n]: {long}\n", proposal("Mend"), proposal("Sew"));
    let read = |text: &str| Catalog::new(vec![parse::listing(Document::new(Origin::Stdin, text))]);
    let exported = document(read(&text).iter());
    assert_eq!(exported.matches(&long).count(), 1, "{exported}");
    let again = read(&exported);
    assert_eq!(again.len(), 2);
    for entry in again.iter() {
        assert_eq!(entry.proposal.upstream[0].url, long);
        assert_eq!(entry.listing.references.get("address-1"), Some(long.as_str()));
    }
    assert_eq!(document(again.iter()), exported, "{exported}");
}

#[test]
fn a_footnote_is_written_once_where_it_is_referred_to_first() {
    let text = |about: &str, note: &str| {
        let proposal = |title: &str| {
            format!(
                "### {title}\n\n- Description: {about} of {title}[^1]\n- Skills: Go\n- Mentor(s): Ada (@ada)\n\n"
            )
        };
        proposal("Net") + &proposal("Lamp") + &format!("[^1]: {note}\n\n    And more.\n")
    };
    let read = |text: String| parse::listing(Document::new(Origin::Stdin, text));
    let listings = [read(text("Old", "Before")), read(text("New", "After"))];
    let entries = listings
        .iter()
        .flat_map(|listing| listing.proposals.iter().map(move |proposal| Entry { listing, proposal }));
    let written = document(entries);
    assert_eq!(written.matches("[^1]: Before\n\n      And more.").count(), 1, "{written}");
    assert_eq!(written.matches("[^1-2]: After\n\n      And more.").count(), 1, "{written}");
    assert!(written.contains("Old of Lamp[^1]") && written.contains("New of Lamp[^1-2]"), "{written}");
    let again = read(written.clone());
    let again = again.proposals.iter().map(|proposal| Entry { listing: &again, proposal });
    assert_eq!(document(again), written);
}
