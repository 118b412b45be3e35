//! Catalogs for the unit tests of the command line, made without reading any Markdown.

use crate::model::{
    Catalog, Document, Field, FieldKind, Link, Listing, Mentor, Origin, Proposal, ProposalId, Skill,
    SkillLevel, Span,
};

/// A catalog of one listing with these titles, and nothing else.
pub(crate) fn catalog(titles: &[&str]) -> Catalog {
    listing("", titles.iter().map(|title| proposal(title)).collect())
}

/// A catalog of one listing with this text.
pub(crate) fn listing(text: &str, proposals: Vec<Proposal>) -> Catalog {
    Catalog::new(vec![Listing::new(Document::new(Origin::File("ideas.md".into()), text), proposals)])
}

/// A proposal with a title and nothing else; its slug is the title in lower case with hyphens.
pub(crate) fn proposal(title: &str) -> Proposal {
    Proposal::new(
        ProposalId::new(title.to_lowercase().replace(' ', "-")),
        title.to_owned(),
        Span::default(),
        Span::default(),
    )
}

/// A proposal of a project, with skills.
pub(crate) fn of_project(project: &str, title: &str, skills: &[&str]) -> Proposal {
    let skill = |text: &&str| Skill {
        text: (*text).to_owned(),
        span: Span::default(),
        level: SkillLevel::Unsaid,
        aside: None,
    };
    Proposal {
        project: Some(project.to_owned()),
        skills: skills.iter().map(skill).collect(),
        ..proposal(title)
    }
}

/// A listing with one proposal that has everything, and the catalog of it.
pub(crate) fn complete() -> Catalog {
    let text =
        "### Mend the net\n- Description: A net\n  with *holes*.\n- Goal: No \u{9b}holes\n- Prior art: -\n";
    let spot = |words: &str| {
        let start = text.find(words).unwrap_or_default();
        Span::new(start, start + words.len())
    };
    let field = |kind, label, value| Field { kind, label: spot(label), value: spot(value) };
    let mentor = |name: &str, github: Option<&str>, primary| Mentor {
        name: name.to_owned(),
        github: github.map(str::to_owned),
        email: github.map(|handle| format!("{handle}@example.org")),
        primary,
        span: Span::default(),
    };
    let link = |url: &str| Link { url: url.to_owned(), text: None, span: Span::default() };
    let proposal = Proposal {
        subproject: Some("Docs".to_owned()),
        heading: Span::new(0, 16),
        fields: vec![
            field(FieldKind::Description, "Description", "A net\n  with *holes*."),
            field(FieldKind::Outcome, "Goal", "No \u{9b}holes"),
            Field { value: Span::at(text.len()), ..field(FieldKind::Other, "Prior art", "") },
        ],
        mentors: vec![mentor("Ada Example", Some("ada"), true), mentor("Bo Example", None, false)],
        upstream: vec![link("https://example.org/net/1"), link("https://example.org/net/2")],
        apply: Some(link("https://example.org/apply")),
        size: Some("175 hours".to_owned()),
        status: Some("taken".to_owned()),
        ..of_project("Harbour", "Mend the net", &["Go", "Knots & \u{202e}bends"])
    };
    listing(text, vec![proposal])
}
