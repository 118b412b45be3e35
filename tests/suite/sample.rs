//! The built-in sample: everything in it is invented, and all of it is read.

use std::collections::HashSet;

use mentor_tui::model::{Document, FieldKind, Listing, Origin, Proposal, RemarkKind};
use mentor_tui::parse;

const SAMPLE: &str = include_str!("../../assets/sample.md");

fn sample() -> Listing {
    parse::listing(Document::new(Origin::Sample, SAMPLE))
}

#[test]
fn its_addresses_belong_to_nobody() {
    let hosts = ["example.org", "example.net", "example.com"];
    for (at, _) in SAMPLE.match_indices("://") {
        let rest = &SAMPLE[at + 3..];
        let apply = "mentorship.lfx.linuxfoundation.org/project/";
        let invented =
            rest.strip_prefix(apply).is_some_and(|id| id.starts_with("00000000-") || id.starts_with('…'));
        assert!(invented || hosts.iter().any(|host| rest.starts_with(host)), "{rest:.60}");
    }
    for (at, _) in SAMPLE.match_indices('@').filter(|(at, _)| SAMPLE[..*at].ends_with(char::is_alphanumeric))
    {
        let rest = &SAMPLE[at + 1..];
        assert!(hosts.iter().any(|host| rest.starts_with(host)), "{rest:.60}");
    }
}

#[test]
fn every_proposal_is_read_with_what_a_mentee_looks_for() {
    let proposals = sample().proposals;
    assert_eq!(proposals.len(), 28);
    assert_eq!(proposals.iter().map(|proposal| &proposal.project).collect::<HashSet<_>>().len(), 9);
    for proposal in &proposals {
        let Proposal { title, project, skills, mentors, upstream, .. } = proposal;
        assert!(project.is_some(), "{title}");
        assert!(!skills.is_empty() && !mentors.is_empty() && !upstream.is_empty(), "{title}");
        assert!(mentors.iter().all(|mentor| mentor.github.is_some()), "{title}: {mentors:?}");
        for kind in [FieldKind::Description, FieldKind::Outcome] {
            assert!(proposal.fields_of(kind).next().is_some_and(|field| !field.value.is_empty()), "{title}");
        }
    }
}

#[test]
fn it_shows_what_the_reader_knows() {
    let Listing { proposals, remarks, .. } = sample();
    let count = |has: fn(&Proposal) -> bool| proposals.iter().filter(|proposal| has(proposal)).count();
    assert_eq!(count(|proposal| proposal.subproject.is_some()), 3);
    assert_eq!(count(|proposal| proposal.apply.is_some()), 2);
    assert_eq!(count(|proposal| proposal.upstream.len() > 1), 2);
    assert_eq!(count(|proposal| proposal.mentors.iter().any(|mentor| mentor.primary)), 4);
    assert_eq!(count(|proposal| proposal.difficulty.is_some()), 7);
    assert_eq!(count(|proposal| proposal.size.is_some()), 5);
    assert_eq!(count(|proposal| proposal.fields_of(FieldKind::Other).next().is_some()), 2);
    let kinds: HashSet<_> = remarks.iter().map(|remark| remark.kind).collect();
    for kind in [
        RemarkKind::LabelWithoutColon,
        RemarkKind::LabelLikeYaml,
        RemarkKind::UnknownLabel,
        RemarkKind::HeadingLevel,
        RemarkKind::RepeatedProject,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    for kind in [RemarkKind::Unplaced, RemarkKind::UnreadMentor, RemarkKind::UpstreamWithoutAddress] {
        assert!(!kinds.contains(&kind), "{kind:?}");
    }
}
