//! Help for somebody who is lost: the nearest subcommand, and what a bug report needs.

use super::{LISTING, room};

#[test]
fn a_mistyped_subcommand_gets_the_nearest_name() {
    let run = room().run(&["lsit", "ideas.md"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    let sentence = "error: there is no file or command lsit; did you mean `mentor-tui list`?\n";
    assert!(run.err.starts_with(sentence), "{}", run.err);
    let room = room().with("lsit", LISTING);
    assert_eq!(room.run(&["lsit"]).status, 0, "a file of that name is read");
}

#[test]
fn doctor_names_the_folders_and_nothing_private() {
    let room = room().with(".config/mentor-tui/config.toml", "[zebra]\n");
    let user = room.path().file_name().unwrap().to_str().unwrap();
    let variables = [("USER", user), ("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22"), ("SECRET", "hidden")];
    let run = room.run_with_variables(&["doctor"], &variables);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "the problems are in the report, once");
    for part in [
        "~/.config/mentor-tui/config.toml (1 problem, see below)\n",
        "~/state/mentor-tui (not there)\n",
        " SSH_CONNECTION=(set) ",
        "output         no terminal\n",
        "[zebra]",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    for private in [user, "192.0.2.1", "hidden", room.path().to_str().unwrap()] {
        assert!(!run.out.contains(private), "{private}: {}", run.out);
    }
}
