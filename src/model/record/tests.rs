//! Records find their proposals after every kind of edit, and never another one.

use super::*;
use crate::model::{Document, Link, Listing, Origin, Programme, Proposal, Season, Span};

const SPAN: Span = Span { start: 0, end: 0 };

fn link(url: &str) -> Link {
    Link { url: url.to_owned(), text: None, span: SPAN }
}

/// A proposal of a project; its identity is made of both.
fn proposal(project: &str, title: &str) -> Proposal {
    let id = fold::name(&format!("{project} {title}")).replace(' ', "-");
    let mut proposal = Proposal::new(ProposalId::new(id), title, SPAN, SPAN);
    proposal.project = Some(project.to_owned());
    proposal
}

fn with_issue(project: &str, title: &str, number: usize) -> Proposal {
    let mut proposal = proposal(project, title);
    proposal.upstream = vec![link(&format!("https://code.example.org/tide/clock/issues/{number}"))];
    proposal
}

fn with_apply(project: &str, title: &str, url: &str) -> Proposal {
    let mut proposal = proposal(project, title);
    proposal.apply = Some(link(url));
    proposal
}

fn listing(path: &str, proposals: Vec<Proposal>) -> Listing {
    Listing::new(Document::new(Origin::File(path.into()), ""), proposals)
}

fn catalog(proposals: Vec<Proposal>) -> Catalog {
    Catalog::new(vec![listing("ideas.md", proposals)])
}

fn records(catalog: &Catalog) -> Vec<Record> {
    catalog.iter().map(Record::of).collect()
}

/// Where the records of some proposals are found among others.
fn found(kept: Vec<Proposal>, now: Vec<Proposal>) -> Vec<Option<usize>> {
    resolve(&records(&catalog(kept)), &catalog(now))
}

#[test]
fn a_proposal_is_found_after_a_move_and_lost_when_it_is_gone() {
    let (one, two, three) = (proposal("Tide", "One"), proposal("Tide", "Two"), proposal("Reef", "Three"));
    let kept = vec![one.clone(), two.clone(), three.clone()];
    assert_eq!(found(kept.clone(), vec![three.clone(), one.clone(), two]), [Some(1), Some(2), Some(0)]);
    assert_eq!(found(kept.clone(), vec![one, three]), [Some(0), None, Some(1)]);
    assert_eq!(found(kept, vec![]), [None; 3]);
    assert_eq!(found(vec![], vec![proposal("Tide", "One")]), []);
}

#[test]
fn a_new_title_is_seen_through_by_the_issue_and_the_link() {
    let apply = "https://apply.example.org/project/764a";
    assert_eq!(found(vec![with_issue("Tide", "Old", 14)], vec![with_issue("Tide", "New", 14)]), [Some(0)]);
    let kept = vec![with_apply("Tide", "Old", apply)];
    assert_eq!(found(kept.clone(), vec![with_apply("Tide Clock", "New", apply)]), [Some(0)]);
    let two = vec![with_apply("Tide", "New", apply), with_apply("Tide", "Newer", apply)];
    assert_eq!(found(kept, two), [None], "two have it");
}

#[test]
fn a_page_that_all_share_says_nothing_outside_the_project() {
    let front = "https://apply.example.org/";
    let kept = vec![with_apply("Tide", "Old", front)];
    assert_eq!(found(kept.clone(), vec![with_apply("Reef", "New", front)]), [None]);
    assert_eq!(found(kept, vec![with_apply("Tide", "New", front)]), [Some(0)]);
}

#[test]
fn the_issue_counts_more_than_a_title_that_another_one_took() {
    let kept = vec![with_issue("Tide", "Validate tables", 14)];
    let now = vec![with_issue("Tide", "Validate tables", 99), with_issue("Tide", "Check tables", 14)];
    assert_eq!(found(kept, now), [Some(1)]);
    let kept = vec![with_issue("Tide", "Validate tables", 14)];
    assert_eq!(
        found(kept, vec![with_issue("Tide", "Validate tables", 99)]),
        [Some(0)],
        "the issue was moved"
    );
}

#[test]
fn another_file_of_the_listing_holds_the_same_proposals() {
    let kept = records(&catalog(vec![proposal("Tide", "One")]));
    let elsewhere = Catalog::new(vec![
        listing("other.md", vec![proposal("Reef", "Three")]),
        listing("copy/term.md", vec![proposal("Tide", "One")]),
    ]);
    assert_eq!(resolve(&kept, &elsewhere), [Some(1)]);
    let mut renamed = kept;
    renamed[0].id = ProposalId::new("tide-one-copy-term");
    assert_eq!(resolve(&renamed, &elsewhere), [Some(1)], "by title and project");
}

#[test]
fn nearly_the_same_title_is_found_where_nothing_else_has_one() {
    let kept = || vec![proposal("Tide", "Validate tide tables")];
    let longer = proposal("Tide", "Validate tide tables before publishing");
    let formed = proposal("Tide", "Validating the tide tables");
    assert_eq!(found(kept(), vec![proposal("Tide", "Other"), longer.clone()]), [Some(1)]);
    assert_eq!(found(kept(), vec![longer.clone(), formed]), [None], "two candidates");
    assert_eq!(
        found(kept(), vec![proposal("Reef", "Validating the tide tables")]),
        [None],
        "another project"
    );
    let both = vec![proposal("Tide", "Validate tide tables"), longer.clone()];
    assert_eq!(found(both, vec![longer]), [None, Some(0)], "it is found for another record");
    let issues =
        (with_issue("Tide", "Validate tide tables", 1), with_issue("Tide", "Validating tide tables", 2));
    assert_eq!(found(vec![issues.0], vec![issues.1]), [None], "it has another issue");
}

#[test]
fn a_proposal_of_another_term_is_another_one() {
    let term = |year| {
        Some(Term { year, season: Some(Season::Term(3)), programme: Some(Programme::Lfx) }.normalized())
    };
    let of = |path: &str, year| {
        let mut listing = listing(path, vec![with_issue("Tide", "One", 14)]);
        listing.term = term(year);
        listing
    };
    let mut kept = records(&Catalog::new(vec![of("a.md", 2026)]));
    assert_eq!(kept[0].term.as_deref(), Some("LFX 2026 Sep–Nov"));
    assert_eq!(resolve(&kept, &Catalog::new(vec![of("a.md", 2025)])), [None]);
    let both = Catalog::new(vec![of("2025/a.md", 2025), of("2026/a.md", 2026)]);
    assert_eq!(resolve(&kept, &both), [Some(1)]);
    kept[0].term = Some("LFX 2026 Term 3".to_owned());
    assert_eq!(resolve(&kept, &both), [Some(1)], "another name of the term");
    kept[0].term = None;
    assert_eq!(resolve(&kept, &Catalog::new(vec![of("a.md", 2025)])), [Some(0)]);
}

#[test]
fn two_records_of_one_issue_are_told_apart_by_their_titles() {
    let kept = vec![with_issue("Tide", "Draw charts", 14), with_issue("Tide", "Send notices", 14)];
    let now = vec![with_issue("Tide", "Send notices to harbours", 14)];
    assert_eq!(found(kept, now), [None, None], "too short a title to tell");
    let kept = vec![with_issue("Tide", "Draw charts", 14), with_issue("Tide", "Send early notices", 14)];
    let now = vec![with_issue("Tide", "Send early notices to harbours", 14)];
    assert_eq!(found(kept, now), [None, Some(0)]);
    let twice = vec![with_issue("Tide", "Old", 14), with_issue("Tide", "Old", 14)];
    let all = records(&catalog(twice));
    assert_eq!(resolve(&all, &catalog(vec![with_issue("Tide", "New", 14)])), [Some(0), Some(0)]);
}

#[test]
fn ten_thousand_titles_that_all_changed_take_no_time() {
    let all = |verb: &str| {
        let titles =
            (0..10_000).map(|number| proposal("Tide", &format!("{verb} the table of harbour x{number}")));
        catalog(titles.collect())
    };
    let kept = records(&all("Validate"));
    let found = resolve(&kept, &all("Validating"));
    assert!(found.iter().enumerate().all(|(index, place)| *place == Some(index)));
}
