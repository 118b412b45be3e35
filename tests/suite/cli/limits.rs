//! Paths that are no regular files, streams without an end, and full disks: a sentence, never a hang.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::room as ideas;
use crate::support::room::{Room, Run, finished};

/// A stack so large that the system starts no thread at all.
const NO_THREAD: (&str, &str) = ("RUST_MIN_STACK", "140000000000000");

type Make = fn(&Path);

/// Everything that may have the name of a file, with a word of the sentence about it. `None`: as if there
/// were none.
const KINDS: [(Option<&str>, Make); 5] = [
    (Some("a pipe"), |path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success())),
    (Some("a device"), |path| symlink("/dev/zero", path).unwrap()),
    (Some("a directory"), |path| fs::create_dir(path).unwrap()),
    (Some("larger than"), |path| fs::File::create(path).unwrap().set_len(1 << 30).unwrap()),
    (None, |path| symlink("gone", path).unwrap()),
];

#[test]
fn every_file_that_is_read_unasked_is_a_regular_one() {
    for (path, arguments, status) in [
        (".config/mentor-tui/config.toml", &["list", "ideas.md"][..], 0),
        ("state/mentor-tui/state.json", &["list"], 0),
        (".gitignore", &["list", "."], 0),
        (".ignore", &["list", "."], 0),
        ("mentor-tui.toml", &["check", "ideas.md"], 2),
    ] {
        for (kind, make) in KINDS {
            let room =
                ideas().with(".git/HEAD", "").with("state/mentor-tui/x", "").with(".config/mentor-tui/x", "");
            make(&room.path().join(path));
            let run = room.run(arguments);
            let said = format!("{path}, {kind:?}: {}", run.err);
            match kind {
                Some(kind) => assert!(run.err.contains(kind) && run.status == status, "{said}"),
                // Whoever keeps a project's rules in a file wants to know that they do not hold.
                None if path == "mentor-tui.toml" => assert_eq!(run.status, 2, "{said}"),
                None => assert_eq!((run.status, run.err.as_str()), (0, ""), "{said}"),
            }
            if status == 0 {
                assert!(!run.out.is_empty(), "{said}");
            }
        }
    }
}

#[test]
fn a_configuration_that_was_named_is_a_file() {
    let room = ideas();
    symlink("/dev/zero", room.path().join("config")).unwrap();
    let run = room.run(&["--config", "config", "list", "ideas.md"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("cannot read the configuration config: it is a device"), "{}", run.err);
}

#[test]
fn a_device_is_no_listing_and_a_pipe_is_one() {
    let room = ideas();
    for device in ["/dev/zero", "/dev/null"] {
        let run = room.run(&["list", device]);
        let sentence = "it is a device or a socket; name a file or a pipe";
        assert_eq!((run.status, run.err), (2, format!("mentor-tui: cannot read {device}: {sentence}\n")));
    }
    let listed = room.run(&["list", "ideas.md"]).out;
    let through_pipe = in_shell(&room, "cat ideas.md | \"$PROGRAM\" list /dev/stdin");
    assert_eq!((through_pipe.status, through_pipe.out), (0, listed));
}

/// A path that leads in a circle, and a folder that nobody would call small.
#[test]
fn links_in_circles_and_many_files_come_to_an_end() {
    let room = ideas();
    fs::create_dir(room.path().join("term")).unwrap();
    symlink("../term", room.path().join("term/again")).unwrap();
    symlink("b.md", room.path().join("term/a.md")).unwrap();
    symlink("a.md", room.path().join("term/b.md")).unwrap();
    (0..5_000).for_each(|number| fs::write(room.path().join(format!("term/{number}.txt")), "").unwrap());
    fs::copy(room.path().join("ideas.md"), room.path().join("term/ideas.md")).unwrap();
    let run = room.run(&["list", "term"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 2), "{}", run.err);
}

#[test]
fn without_threads_everything_is_read_all_the_same() {
    let room = ideas().with("more.md", "# More\n\n## One\n\n- Description: a\n- Mentor(s): Ada Example\n");
    for arguments in
        [&["list", "ideas.md", "more.md"][..], &["check", "."], &["list", "--filter", "\"net has\"", "."]]
    {
        let run = room.run_with_variables(arguments, &[NO_THREAD]);
        assert_eq!(run, room.run(arguments), "{arguments:?}");
    }
    let run = room.run_with_variables(&["list", "http://localhost:9/a.md"], &[NO_THREAD]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("the system starts no thread"), "{}", run.err);
}

#[test]
fn what_is_written_never_takes_the_place_of_something_else() {
    let room = ideas().with("kept.csv", "kept");
    let at = |name: &str| room.path().join(name);
    let export = |to: &str| room.run(&["export", "--format", "csv", "--output", to, "ideas.md"]);
    let report = |to: &str| room.run(&["check", "--output-format", "json", "--output-file", to, "ideas.md"]);
    let mut permissions = fs::metadata(at("kept.csv")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(at("kept.csv"), permissions).unwrap();
    symlink("made.csv", at("dangling")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    symlink("/dev/full", at("full")).unwrap();
    symlink("no/such.csv", at("nowhere")).unwrap();
    for write in [&export as &dyn Fn(&str) -> Run, &report] {
        for (to, why) in [
            ("kept.csv", "the file is read-only"),
            ("full", "No space left on device"),
            ("nowhere", "No such file or directory"),
            ("folder", "it is a directory"),
        ] {
            let run = write(to);
            assert_eq!(run.status, 2, "{to}: {}", run.err);
            assert!(run.err.contains(&format!("cannot write {to}: {why}")), "{}", run.err);
        }
        let run = write("dangling");
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(fs::metadata(at("made.csv")).unwrap().len() > 0, "written through the link");
        fs::remove_file(at("made.csv")).unwrap();
        let run = write("/dev/stdout");
        assert!(run.status == 0 && !run.out.is_empty(), "{}", run.err);
    }
    assert!(["dangling", "full", "nowhere"].iter().all(|link| at(link).is_symlink()));
    assert_eq!(fs::read_to_string(at("kept.csv")).unwrap(), "kept");
}

/// The signal of that limit would end the program in the middle of a write.
#[test]
fn a_limit_on_the_size_of_files_is_a_sentence() {
    let room = ideas().with("old.csv", "old");
    let run = in_shell(&room, "ulimit -f 0; exec \"$PROGRAM\" export --output old.csv ideas.md");
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("cannot write old.csv: File too large"), "{}", run.err);
    assert_eq!(fs::read_to_string(room.path().join("old.csv")).unwrap(), "old");
    assert!(!names(&room).iter().any(|name| name.contains(".part")));
}

#[test]
fn what_a_killed_program_left_beside_a_file_goes_with_the_next_write() {
    let room = ideas().with(".mentor-tui-Ab3dEf9h.part", "half").with(".other-Ab3dEf9h.part", "");
    assert_eq!(room.run(&["export", "--output", "new.md", "ideas.md"]).status, 0);
    let names = names(&room);
    assert!(!names.contains(&".mentor-tui-Ab3dEf9h.part".to_owned()), "{names:?}");
    assert!(names.contains(&".other-Ab3dEf9h.part".to_owned()), "it is not ours");
}

fn names(room: &Room) -> Vec<String> {
    let entries = fs::read_dir(room.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Runs a script, in which `$PROGRAM` is the program.
fn in_shell(room: &Room, script: &str) -> Run {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", script]).current_dir(room.path()).env("HOME", room.path());
    finished(&shell.env("PROGRAM", env!("CARGO_BIN_EXE_mentor-tui")).output().unwrap())
}
