//! Streams: what goes into the program and comes out of it, pipes, files and colours.

use super::{LISTING, room};
use crate::support::room::Room;

#[test]
fn colours_are_where_they_are_wanted() {
    let room = room();
    let marked = |arguments: &[&str], variables: &[(&str, &str)]| {
        room.run_with_variables(arguments, variables).out.contains('\u{1b}')
    };
    assert!(!marked(&["show", "ideas.md", "2"], &[]));
    assert!(marked(&["show", "--color=always", "ideas.md", "2"], &[("NO_COLOR", "1")]));
    assert!(marked(&["show", "ideas.md", "2"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!marked(&["show", "ideas.md", "2"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!marked(&["show", "--color", "never", "ideas.md", "2"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn a_pipe_that_closes_early_is_success_and_silence() {
    let section = LISTING.split_once("## Harbour").unwrap().1;
    let large = (0..1_000).fold(String::new(), |text, n| text + &format!("## Harbour {n}\n{section}\n"));
    let room = room().with("large.md", large);
    for arguments in [&["large.md"][..], &["list", "--format", "json", "large.md"]] {
        assert_eq!(room.run_and_close(arguments), (0, String::new()), "{arguments:?}");
    }
}

#[test]
fn what_was_found_decides_also_when_the_reader_went_early() {
    let wrong = include_str!("../check/rules/mentor-email-missing.bad.md");
    let (head, proposal) = wrong.split_once("#### ").unwrap();
    // More than what is written at once.
    let large = (0..150).fold(head.to_owned(), |text, n| text + &format!("#### {n} {proposal}\n"));
    let warned = include_str!("../check/rules/mentor-handle-no-at.bad.md");
    let room = Room::new().with("large.md", large).with("wrong.md", wrong).with("warned.md", warned);
    let status = |arguments: &[&str]| {
        let (status, said) = room.run_unread(&[&["check"], arguments].concat());
        assert!(!said.contains("standard output"), "{arguments:?}: {said}");
        status
    };
    for format in ["full", "concise", "json", "github", "sarif", "markdown"] {
        assert_eq!(status(&["large.md", "--output-format", format]), 1, "{format}");
    }
    assert_eq!(status(&["large.md", "--fail-on", "never"]), 0);
    assert_eq!(status(&["large.md", "--statistics"]), 1);
    assert_eq!(status(&["wrong.md"]), 1);
    assert_eq!(status(&["warned.md"]), 0);
    assert_eq!(status(&["warned.md", "--diff"]), 1);
    assert_eq!(status(&["wrong.md", "gone.md"]), 2, "something that was named is missing");
    assert_eq!(status(&["--explain", "all"]), 0, "there the text is the point");
    assert_eq!(room.run_unread(&["list", "large.md"]).0, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let room = room().with("warned.md", include_str!("../check/rules/mentor-handle-no-at.bad.md"));
    for arguments in [
        &["list", "ideas.md"][..],
        &["check", "warned.md"],
        &["check", "--explain", "all"],
        &["check", "--schema"],
        &["show", "ideas.md", "1"],
        &["export", "ideas.md"],
        &["--help"],
        &["--version"],
    ] {
        let run = room.run_into("/dev/full", arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        let full =
            run.err.lines().any(|line| line.starts_with("mentor-tui: cannot write to standard output: "));
        assert!(full, "{arguments:?}: {}", run.err);
    }
}

#[test]
#[cfg(unix)]
fn standard_input_that_nobody_named_is_not_read_and_that_is_said() {
    let note = "mentor-tui: standard input is not read; add - to read it\n";
    for (arguments, expected) in
        [(&["list"][..], note), (&[], note), (&["list", "ideas.md"], ""), (&["list", "--sample"], "")]
    {
        let run = room().run_from("ideas.md", arguments);
        assert_eq!((run.status, run.err.as_str()), (0, expected), "{arguments:?}");
        assert_eq!(room().run_with_input(arguments, b"").err, "", "{arguments:?}");
    }
}
