//! What the template looks like; that it reads back is `tests/export.rs`.

use super::*;
use crate::model::{Document, Link, Listing, Mentor, Origin, Proposal, ProposalId, Skill};

fn entry(text: &str, proposal: Proposal) -> Listing {
    Listing::new(Document::new(Origin::Stdin, text), vec![proposal])
}

fn written(listings: &[Listing]) -> String {
    markdown(listings.iter().map(|listing| Entry { listing, proposal: &listing.proposals[0] }))
}

fn proposal(title: &str, place: (Option<&str>, Option<&str>)) -> Proposal {
    let proposal = Proposal::new(ProposalId::new("p"), title, Span::default(), Span::default());
    let (project, subproject) = (place.0.map(str::to_owned), place.1.map(str::to_owned));
    Proposal { project, subproject, ..proposal }
}

#[test]
fn everything_has_its_place() {
    let text = "A net\n  with *holes*.";
    let skill = |text: &str, level| Skill { text: text.to_owned(), span: Span::default(), level };
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
