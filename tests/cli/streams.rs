//! Streams: what goes into the program and comes out of it, pipes, files and colours.

use super::{LISTING, room};

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
    let large = (0..4_000).fold(String::new(), |text, n| text + &format!("## Harbour {n}\n{section}\n"));
    let room = room().with("large.md", large);
    for arguments in [&["large.md"][..], &["list", "--format", "json", "large.md"]] {
        assert_eq!(room.run_and_close(arguments), (0, String::new()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let run = room().run_into("/dev/full", &["list", "ideas.md"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("mentor-tui: cannot write to standard output: "), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn standard_input_that_nobody_named_is_not_read_and_that_is_said() {
    let note = "mentor-tui: standard input is not read; name it with -\n";
    for (arguments, expected) in
        [(&["list"][..], note), (&[], note), (&["list", "ideas.md"], ""), (&["list", "--sample"], "")]
    {
        let run = room().run_from("ideas.md", arguments);
        assert_eq!((run.status, run.err.as_str()), (0, expected), "{arguments:?}");
        assert_eq!(room().run_with_input(arguments, b"").err, "", "{arguments:?}");
    }
}
