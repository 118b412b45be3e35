//! The file keeps what people and other versions wrote, and refuses what is no shortlist.

use super::*;
use crate::model::shortlist::Task;
use crate::model::{ApplicationStatus, Hidden, ProposalId, Record, ShortlistEntry};

fn entry(id: &str) -> ShortlistEntry {
    ShortlistEntry {
        record: Record {
            id: ProposalId::new(id),
            title: format!("Title of {id}"),
            project: Some("Tide Clock".to_owned()),
            term: Some("LFX 2026 Sep–Nov".to_owned()),
            upstream: vec!["https://code.example.org/tide/issues/14".to_owned()],
            apply: None,
        },
        source: "ideas.md".to_owned(),
        status: ApplicationStatus::Considering,
        note: String::new(),
        tasks: Vec::new(),
    }
}

fn text(room: &tempfile::TempDir) -> String {
    fs::read_to_string(path(room.path())).unwrap()
}

#[test]
fn what_is_added_is_there_the_next_time_and_can_be_read_by_people() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("data/mentor-tui");
    assert_eq!(read(&folder).unwrap(), Shortlist::default());
    assert!(!folder.exists(), "reading makes nothing");
    let task =
        |text: &str, is_done, is_from_listing| Task { text: text.to_owned(), is_done, is_from_listing };
    let noted = ShortlistEntry {
        note: "Ask Ada.\nWait for \"the\" answer: \\o/".to_owned(),
        status: ApplicationStatus::Applied,
        tasks: vec![task("Resume", true, true), task("Ask a friend", false, false)],
        ..entry("one")
    };
    let changes = [
        ShortlistChange::add(noted.clone()),
        ShortlistChange::add(entry("two")),
        ShortlistChange::Hide(Hidden::Project("Reef".to_owned())),
        ShortlistChange::Hide(Hidden::Proposal(entry("three").record)),
    ];
    let list = update(&folder, &changes).unwrap();
    assert_eq!(read(&folder).unwrap(), list);
    assert_eq!((&list.entries[0], list.entries.len(), list.hidden.len()), (&noted, 2, 2));
    insta::assert_snapshot!(fs::read_to_string(path(&folder)).unwrap());
}

#[test]
fn what_this_version_does_not_know_and_comments_are_kept() {
    let room = tempfile::tempdir().unwrap();
    let before = "\
# Mine.
schema = 1
colour = \"blue\"

[[proposal]] # the best one
id = \"one\"
title = \"Title of one\"
status = \"interviewed\" # on Monday
score = 7

[[proposal.task]]
text = \"Resume\"
due = 2026-08-18

[[proposal]]
title = \"By hand\"

[next]
week = [1, 2]
";
    fs::write(path(room.path()), before).unwrap();
    let list = read(room.path()).unwrap();
    assert_eq!(list.entries[1].record.id.as_str(), "by-hand");
    let one = list.entries[0].clone();
    assert_eq!(one.status, ApplicationStatus::Considering);
    let noted = ShortlistEntry { note: "Ask Ada.".to_owned(), ..one.clone() };
    update(room.path(), &[ShortlistChange::edit(one, noted.clone())]).unwrap();
    let after = text(&room);
    assert_eq!(after, before.replace("score = 7\n", "score = 7\nnote = \"Ask Ada.\"\n"));
    let mut done = noted.clone();
    done.status = ApplicationStatus::Applied;
    done.tasks[0].is_done = true;
    update(room.path(), &[ShortlistChange::edit(noted, done)]).unwrap();
    let last = text(&room);
    assert_eq!(last, after.replace("interviewed", "applied").replace("08-18\n", "08-18\ndone = true\n"));
    update(room.path(), &[ShortlistChange::remove(list.entries[1].clone())]).unwrap();
    assert_eq!(text(&room), last.replace("[[proposal]]\ntitle = \"By hand\"\n\n", ""));
}

#[test]
fn what_is_no_shortlist_is_refused_and_left_as_it_is() {
    for (content, reason) in [
        ("schema = 2\nproposal = 7\n", "was written by a newer mentor-tui"),
        ("[ui]\ntheme = \"nord\"\n", "there is no line schema = 1"),
        ("schema = \"1\"\n", "its schema is none that there is"),
        ("schema = 1\n[[proposal]\n", "line 2: "),
        ("schema = 1\nproposal = [1]\n", "proposal is not written as [[proposal]]"),
        ("schema = 1\n[[proposal]]\nid = \"one\"\n", "[[proposal]] number 1: it has no title"),
        ("schema = 1\n[[proposal]]\ntitle = 1\n", "[[proposal]] number 1: title is not a text in quotes"),
        ("schema = 1\n[[hidden]]\n", "[[hidden]] number 1: it has neither title nor project"),
        ("schema = 1\n[[proposal]]\ntitle = \"a\"\n[[proposal]]\ntitle = \"a\"\n", "those of another one"),
        ("{\"schema\":1}", "line 1: "),
    ] {
        let room = tempfile::tempdir().unwrap();
        fs::write(path(room.path()), content).unwrap();
        let refused = update(room.path(), &[ShortlistChange::add(entry("one"))]).unwrap_err().to_string();
        assert!(refused.contains(reason) && !refused.contains('\n'), "{content}: {refused}");
        assert!(refused.starts_with(&path(room.path()).display().to_string()), "{refused}");
        assert_eq!(text(&room), content);
    }
}

#[test]
fn an_empty_file_is_a_shortlist_without_entries() {
    let room = tempfile::tempdir().unwrap();
    fs::write(path(room.path()), "\n").unwrap();
    assert_eq!(read(room.path()).unwrap(), Shortlist::default());
    update(room.path(), &[ShortlistChange::add(entry("one"))]).unwrap();
    assert_eq!(read(room.path()).unwrap().entries, [entry("one")]);
}

#[test]
fn a_change_that_changes_nothing_writes_nothing() {
    let room = tempfile::tempdir().unwrap();
    update(room.path(), &[ShortlistChange::remove(entry("one"))]).unwrap();
    assert!(!path(room.path()).exists());
}

#[test]
fn of_many_programs_at_once_none_loses_what_another_one_wrote() {
    const EACH: usize = 10;
    let room = tempfile::tempdir().unwrap();
    let folder = room.path();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let work = move || {
                for at in 0..EACH {
                    update(folder, &[ShortlistChange::add(entry(&format!("{writer}-{at}")))]).unwrap();
                }
            };
            std::thread::Builder::new().spawn_scoped(scope, work).unwrap();
        }
    });
    assert_eq!(read(folder).unwrap().entries.len(), 4 * EACH);
}

#[test]
fn a_place_that_cannot_be_written_is_a_sentence() {
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("file");
    fs::write(&file, "").unwrap();
    let refused = update(&file.join("below"), &[ShortlistChange::add(entry("one"))]).unwrap_err();
    assert!(matches!(refused, ShortlistError::Inaccessible { .. }), "{refused}");
}
