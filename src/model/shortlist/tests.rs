//! Changes can be taken back, and what other programs wrote stays.

use super::*;

fn entry(id: &str) -> ShortlistEntry {
    let record = Record {
        id: ProposalId::new(id),
        title: id.to_uppercase(),
        project: Some("Tide".to_owned()),
        term: Some("LFX 2026 Sep–Nov".to_owned()),
        upstream: Vec::new(),
        apply: None,
    };
    ShortlistEntry {
        record,
        source: "ideas.md".to_owned(),
        status: ApplicationStatus::Considering,
        note: String::new(),
        tasks: Vec::new(),
    }
}

#[test]
fn every_change_can_be_taken_back() {
    let mut list = Shortlist::default();
    list.apply(&ShortlistChange::add(entry("one")));
    let applied = ShortlistEntry { status: ApplicationStatus::Applied, ..entry("one") };
    for change in [
        ShortlistChange::add(entry("two")),
        ShortlistChange::remove(entry("one")),
        ShortlistChange::edit(entry("one"), applied),
        ShortlistChange::Hide(Hidden::Project("Tide".to_owned())),
    ] {
        let before = list.clone();
        list.apply(&change);
        assert_ne!(list, before, "{change:?}");
        list.apply(&change.clone().reversed());
        assert_eq!(list, before, "{change:?}");
    }
}

#[test]
fn programs_that_change_different_things_keep_both() {
    let mut list = Shortlist { entries: vec![entry("one")], hidden: Vec::new() };
    let noted = ShortlistEntry { note: "Ask Ada.".to_owned(), ..entry("one") };
    let applied = ShortlistEntry { status: ApplicationStatus::Applied, ..entry("one") };
    list.apply(&ShortlistChange::edit(entry("one"), noted));
    list.apply(&ShortlistChange::edit(entry("one"), applied.clone()));
    assert_eq!((list.entries[0].note.as_str(), list.entries[0].status), ("Ask Ada.", applied.status));
    list.apply(&ShortlistChange::remove(entry("one")));
    assert_eq!(list.entries.len(), 1, "what was written since is not thrown away");
    list.apply(&ShortlistChange::add(entry("one")));
    assert_eq!((list.entries.len(), list.entries[0].note.as_str()), (1, "Ask Ada."));
}

#[test]
fn applications_are_counted_by_term() {
    let with = |id: &str, status| ShortlistEntry { status, ..entry(id) };
    let mut other = with("d", ApplicationStatus::Applied);
    other.record.term = Some("GSoC 2026".to_owned());
    assert_eq!(other.programme(), Some("GSoC"));
    let entries = vec![
        with("a", ApplicationStatus::Applied),
        with("b", ApplicationStatus::Accepted),
        with("c", ApplicationStatus::Declined),
        other,
    ];
    let list = Shortlist { entries, hidden: Vec::new() };
    assert_eq!(list.applications_beside(&entry("x")), 2);
    assert_eq!(list.applications_beside(&list.entries[0]), 1, "without itself");
    assert_eq!(entry("x").programme(), Some("LFX"));
    let mut unnamed = entry("x");
    unnamed.record.term = Some("2026 Term 2".to_owned());
    assert_eq!(unnamed.programme(), None);
}

#[test]
fn a_status_has_one_name_in_any_case() {
    for status in ApplicationStatus::ALL {
        assert_eq!(ApplicationStatus::named(&status.name().to_uppercase()), Some(*status));
    }
    assert_eq!(ApplicationStatus::named("done"), None);
}
