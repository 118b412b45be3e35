//! `check` from outside: what it writes where, its exit status, and what it does to files.

use std::fs;
use std::io::{BufRead, BufReader};

use crate::support::room::Room;

/// A listing with a warning that is fixed safely, one that is not, and no error.
const WARNED: &str = include_str!("../check/rules/mentor-handle-no-at.bad.md");
/// A listing with an error.
const WRONG: &str = include_str!("../check/rules/mentor-email-missing.bad.md");
/// A listing without a problem.
const GOOD: &str = include_str!("../check/rules/label-typo.good.md");

fn room() -> Room {
    Room::new().with("good.md", GOOD).with("warned.md", WARNED).with("wrong.md", WRONG)
}

#[test]
fn the_status_tells_what_was_found() {
    let room = room();
    let status = |arguments: &[&str]| room.run(&[&["check"], arguments].concat()).status;
    assert_eq!(status(&["good.md"]), 0);
    assert_eq!(status(&["warned.md"]), 0, "warnings do not fail");
    assert_eq!(status(&["warned.md", "--fail-on", "warning"]), 1);
    assert_eq!(status(&["wrong.md"]), 1);
    assert_eq!(status(&["wrong.md", "--fail-on", "never"]), 0);
    assert_eq!(status(&["wrong.md", "--ignore", "MT201"]), 0);
    assert_eq!(status(&["wrong.md", "--select", "mentor-syntax"]), 0);
    assert_eq!(status(&["gone.md"]), 2);
    assert_eq!(status(&["wrong.md", "--select", "MT999"]), 2);
    assert_eq!(status(&["wrong.md", "--term", "soon"]), 2);
    assert_eq!(status(&["--fix"]), 2, "what nobody named is not written");
    assert_eq!(room.with("notes.md", "# Notes\n").run(&["check", "notes.md"]).status, 2);
}

#[test]
fn without_a_path_what_was_open_last_is_checked_or_the_sample() {
    let room = room();
    let sample = room.run(&["check", "--sample"]);
    assert!(sample.status < 2 && sample.err.starts_with("1 file, "), "{sample:?}");
    assert_eq!(room.run(&["check"]), sample);
    let path = room.path().join("warned.md").display().to_string();
    let room = room.with("state/mentor-tui/state.json", format!("{{\"schema\":1,\"last\":[\"{path}\"]}}\n"));
    let run = room.run(&["check"]);
    assert!(run.status == 0 && run.out.contains("warned.md:11:16: warning[MT204]"), "{run:?}");
    assert!(
        run.err.starts_with("mentor-tui: no PATH given; reading what you last had open: ~/warned.md\n"),
        "{}",
        run.err
    );
    assert_eq!(room.run(&["check", "--sample"]), sample);
    assert_eq!(room.run(&["check", "--sample", "warned.md"]).status, 2);
}

#[test]
fn a_pipe_gets_a_line_for_each_finding_and_the_summary_goes_beside() {
    let run = room().run(&["check", "warned.md", "good.md"]);
    assert_eq!(run.out, "warned.md:11:16: warning[MT204]: the handle `ada-byron` has no `@` [*]\n");
    assert!(
        run.err.starts_with("2 files, 2 proposals: 0 errors, 1 warning, 0 infos. 1 fixable with --fix."),
        "{}",
        run.err
    );
    let quiet = room().run(&["check", "--quiet", "wrong.md"]);
    assert_eq!((quiet.status, quiet.out.as_str(), quiet.err.as_str()), (1, "", ""));
}

#[test]
fn a_report_goes_into_a_file_and_into_the_summary_of_a_step() {
    let room = room();
    let run = room.run(&["check", "wrong.md", "--output-format", "json", "--output-file", "report.json"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    let written: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(room.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(written["summary"]["error"], 1);
    let room = Room::new().with("programs/wrong.md", WRONG);
    let workspace = room.path().display().to_string();
    let file = format!("{workspace}/programs/wrong.md");
    let step = [("GITHUB_STEP_SUMMARY", "summary.md"), ("GITHUB_WORKSPACE", &workspace)];
    let run = room.run_with_variables(&["check", &file, "--output-format", "github"], &step);
    assert!(run.out.starts_with("::error file=programs/wrong.md,line=11,endLine=11,col=5,"), "{}", run.out);
    let run = room.run_with_variables(&["check", &file, "--output-format", "sarif"], &step);
    assert!(run.out.contains(r#""uri":"programs/wrong.md","uriBaseId":"%SRCROOT%""#), "{}", run.out);
    assert!(fs::read_to_string(room.path().join("summary.md")).unwrap().contains("MT201"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_summary_that_is_no_regular_file_gets_a_sentence() {
    let room = room();
    let pipe = room.path().join("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    for (path, kind) in [("pipe", "a pipe"), (".", "a directory"), ("/dev/null", "a device")] {
        let step = [("GITHUB_STEP_SUMMARY", path)];
        let run = room.run_with_variables(&["check", "wrong.md", "--output-format", "github"], &step);
        assert_eq!(run.status, 1);
        let expected = format!("mentor-tui: cannot write {path}: it is {kind}, not a regular file");
        assert!(run.err.starts_with(&expected), "{}", run.err);
    }
}

#[test]
fn fixes_are_written_and_a_diff_writes_nothing() {
    let room = room();
    let text = || fs::read_to_string(room.path().join("warned.md")).unwrap();
    let diff = room.run(&["check", "--diff", "warned.md"]);
    assert_eq!(diff.status, 1);
    assert!(
        diff.out.contains(
            "\n-  - Ada Byron (ada-byron, ada@example.org)\n+  - Ada Byron (@ada-byron, ada@example.org)\n"
        ),
        "{}",
        diff.out
    );
    assert_eq!(text(), WARNED);
    let fix = room.run(&["check", "--fix", "warned.md"]);
    assert_eq!((fix.status, fix.out.as_str()), (0, ""));
    assert_eq!(text(), WARNED.replace("(ada-byron", "(@ada-byron"));
    assert_eq!(room.run(&["check", "--diff", "warned.md"]).status, 0, "nothing is left to mend");
}

#[test]
fn line_ends_and_the_mark_before_the_text_stay() {
    let marked = format!("\u{feff}{}", WARNED.replace('\n', "\r\n"));
    let room = Room::new().with("warned.md", &marked);
    assert_eq!(room.run(&["check", "--fix", "warned.md"]).status, 0);
    let fixed = fs::read_to_string(room.path().join("warned.md")).unwrap();
    assert_eq!(fixed, marked.replace("(ada-byron", "(@ada-byron"));
}

#[test]
fn a_merge_that_was_not_finished_is_left_alone() {
    let text = format!("{WARNED}\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n");
    let room = Room::new().with("warned.md", &text);
    let run = room.run(&["check", "--fix", "warned.md"]);
    assert!(run.status == 1 && run.out.contains("MT901"), "{run:?}");
    let said = "mentor-tui: warned.md was not fixed: it has the marks of an unfinished merge\n1 file, ";
    assert!(run.err.starts_with(said) && !run.err.contains("fixable"), "{}", run.err);
    assert!(!run.out.contains("[*]"), "{}", run.out);
    assert_eq!(fs::read_to_string(room.path().join("warned.md")).unwrap(), text);
}

#[test]
fn findings_are_narrowed_to_a_mentor_a_project_or_a_proposal() {
    let room = room();
    let lines = |arguments: &[&str]| {
        room.run(&[&["check", "wrong.md", "warned.md"], arguments].concat()).out.lines().count()
    };
    assert_eq!(lines(&[]), 2);
    assert_eq!(lines(&["--mentor", "@Ada-Byron"]), 2);
    assert_eq!(lines(&["--mentor", "ada@example.org"]), 1);
    assert_eq!(lines(&["--mentor", "@nobody"]), 0);
    assert_eq!(lines(&["--only-project", "harb"]), 2);
    assert_eq!(lines(&["--only-proposal", "gulls"]), 0);
}

#[test]
fn every_rule_explains_itself_and_the_schema_is_printed() {
    let room = room();
    let page = room.run(&["check", "--explain", "MT401"]);
    assert!(page.status == 0 && page.out.starts_with("# MT401 title-too-long (error)\n"), "{page:?}");
    let all = room.run(&["check", "--explain", "all"]).out;
    assert_eq!(all.matches("## Use instead").count(), mentor_tui::check::rules::RULES.len());
    assert_eq!(room.run(&["check", "--explain", "titel-too-long"]).status, 2);
    let schema = room.run(&["check", "--schema"]).out;
    assert!(serde_json::from_str::<serde_json::Value>(&schema).is_ok());
}

#[test]
fn who_asks_for_nobodys_proposals_is_told() {
    let room = room();
    for (option, value, said) in [
        ("--mentor", "@nobody", "no proposal there has the mentor @nobody"),
        ("--mentor", "@ada-bryon", "no proposal there has the mentor @ada-bryon; did you mean @ada-byron?"),
        ("--only-project", "Kepler", "no project there has \"Kepler\" in its name"),
        ("--only-proposal", "gulls", "no proposal there has \"gulls\" in its title or as its id"),
    ] {
        let run = room.run(&["check", "good.md", option, value]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{option}");
        assert_eq!(run.err, format!("mentor-tui: {said}\n"));
    }
    let run =
        room.run(&["check", "good.md", "warned.md", "--mentor", "@bo-chen", "--only-project", "harbor"]);
    assert!(run.err.starts_with("2 files, 2 proposals: "), "{}", run.err);
    let text = format!("{GOOD}\n#### Count the gulls\n\n{}", &GOOD[GOOD.find("- Description").unwrap()..]);
    let room = room.with("two.md", text.replace("#### Read", "#### Draw"));
    let run = room.run(&["check", "two.md", "--only-proposal", "gulls"]);
    assert!(run.err.starts_with("1 file, 1 of 2 proposals: "), "{}", run.err);
}

#[test]
fn a_project_writes_down_what_it_wants() {
    let written =
        "[check]\nfail-on = \"warning\"\n[check.severity]\nMT204 = \"info\"\n[check.limits]\ntitle = 20\n";
    let room = room().with("mentor-tui.toml", written);
    let run = room.run(&["check", "warned.md"]);
    assert!(
        run.status == 1 && run.out.contains("info[MT204]") && run.out.contains("error[MT401]"),
        "{run:?}"
    );
    let run = room.run(&["check", "warned.md", "--ignore", "MT401"]);
    assert_eq!(run.status, 0, "an info does not fail");
    let run = room.run(&["check", "warned.md", "--ignore", "MT401", "--fail-on", "info"]);
    assert_eq!(run.status, 1, "what is typed counts");
    let room = room.with("mentor-tui.toml", "[check.severity]\nMT2 = \"off\"\n");
    let run = room.run(&["check", "warned.md"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "what is off does not run");
    let run = room.run(&["check", "warned.md", "--select", "MT204"]);
    assert!(run.out.contains("warning[MT204]"), "what is typed counts: {run:?}");
}

#[test]
fn a_slip_in_what_is_written_down_is_told_with_its_place_and_left_out() {
    let slips = "[check]\nignroe = []\nfail-on = \"warn\"\nignore = [\"MT999\", \"titel-too-long\", \"MT208\"]\n\
                 [check.severity]\nMT204 = \"never\"\nMT998 = \"info\"\n[check.limits]\ntitel = 3\n";
    let room = room().with("mentor-tui.toml", slips);
    let run = room.run(&["check", "warned.md"]);
    assert!(run.status == 0 && run.out.contains("warning[MT204]"), "{run:?}");
    let base = format!("mentor-tui: {}/mentor-tui.toml:", "~");
    let said: Vec<&str> = run.err.lines().filter_map(|line| line.strip_prefix(&base)).collect();
    assert_eq!(
        said,
        [
            "2:1: nothing is called check.ignroe, so it is ignored; did you mean check.ignore?",
            "4:11: there is no rule `MT999`, so it is ignored",
            "4:20: there is no rule `titel-too-long`, so it is ignored; did you mean `title-too-long`?",
            "6:9: check.severity.MT204: \"never\" is not error, warning, info or off; ignored",
            "7:1: there is no rule `MT998`, so it is ignored",
            "9:1: nothing is called check.limits.titel, so it is ignored; there is title, description, mentors-max, \
             proposals-per-project",
            "3:11: check.fail-on: \"warn\" is not error, warning, info or never; ignored",
        ],
        "{}",
        run.err
    );
}

#[test]
fn what_a_person_has_written_down_counts_where_the_project_says_nothing() {
    let mine = "[check]\nfail-on = \"warning\"\nignore = [\"MT208\"]\n[check.severity]\nMT204 = \"info\"\n";
    let room = room().with("mine.toml", mine);
    let codes = |arguments: &[&str]| {
        let run = room.run(&[&["check", "warned.md"], arguments].concat());
        (run.status, run.out.matches("info[MT204]").count(), run.out.matches("error[MT401]").count())
    };
    assert_eq!(codes(&["--config", "mine.toml"]), (0, 1, 0));
    let home = room.path().join(".config/mentor-tui");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("config.toml"), mine).unwrap();
    assert_eq!(codes(&[]), (0, 1, 0), "the usual place");
    assert_eq!(codes(&["--no-config"]), (0, 0, 0));
    let theirs = "[check.severity]\nMT204 = \"warning\"\n[check.limits]\ntitle = 20\n";
    fs::write(room.path().join("mentor-tui.toml"), theirs).unwrap();
    assert_eq!(codes(&["--ignore", "MT401"]), (1, 0, 0), "theirs over mine: a warning, which fails for me");
    assert_eq!(codes(&[]), (1, 0, 1));
    assert_eq!(codes(&["--config", "mine.toml"]), (0, 1, 0), "the one that was named counts alone");
    assert_eq!(codes(&["--no-config"]), (0, 0, 0), "none counts");
}

#[test]
fn a_project_that_nobody_knows_is_written_down() {
    let listing = GOOD.replace("### Harbor", "### Tide Clock");
    let listing =
        listing.replace("https://example.org/tides/12", "https://github.com/example/tides/issues/12");
    let room = room().with("clock.md", &listing);
    let run = |room: &Room| room.run(&["check", "clock.md", "--profile", "cncf"]).out;
    assert!(run(&room).contains("the form knows no project `Tide Clock`"), "{}", run(&room));
    let room = room.with("mentor-tui.toml", "[check.projects]\n\"Tide Clock\" = [\"example\"]\n");
    assert_eq!(run(&room), "");
    let room = room.with("mentor-tui.toml", "[check.projects]\n\"Tide Clock\" = [\"somebody-else\"]\n");
    assert!(run(&room).contains("`example` is not a known organisation of `Tide Clock`"), "{}", run(&room));
}

#[test]
fn a_watch_says_what_a_save_changed() {
    let room = room();
    let mut child = room.spawn(&["check", "--watch", "warned.md"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("MT204"));
    // As vim saves: a new file, renamed over the old one.
    let save = |text: &str| {
        fs::write(room.path().join("warned.md~"), text).unwrap();
        fs::rename(room.path().join("warned.md~"), room.path().join("warned.md")).unwrap();
    };
    save(&WARNED.replace("(ada-byron", "(@ada-byron"));
    let said = lines.next().unwrap().unwrap();
    assert!(said.starts_with("fixed 1, new 0. 1 file, 1 proposal: 0 errors, 0 warnings, 0 infos."), "{said}");
    save(&WARNED.replace("(ada-byron", "(@ada-byron").replace("(@bo-chen", "(bo-chen"));
    assert!(lines.next().unwrap().unwrap().contains("the handle `bo-chen` has no `@`"));
    assert!(lines.next().unwrap().unwrap().starts_with("fixed 0, new 1."));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_watch_whose_reader_goes_ends_with_the_status_of_its_findings() {
    let room = room();
    assert_eq!(room.run_unread(&["check", "--watch", "wrong.md"]).0, 1, "nobody ever reads");
    assert_eq!(room.run_unread(&["check", "--watch", "warned.md"]).0, 0);
    let mut child = room.spawn(&["check", "--watch", "warned.md"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("MT204"));
    drop(lines);
    fs::write(room.path().join("warned.md"), WRONG).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1), "the reader is gone when there is something to tell");
}

#[test]
fn a_watch_knows_findings_below_a_renamed_heading_and_waits_for_what_is_gone() {
    let text = WARNED.replace("(@bo-chen", "(bo-chen");
    let other = format!("{text}\n#### Count the gulls\n\n{}", &WRONG[WRONG.find("- Description").unwrap()..]);
    let room = room().with("ideas.md", &other);
    let mut child = room.spawn(&["check", "--watch", "ideas.md"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    let save = |text: &str| {
        fs::write(room.path().join("ideas.md~"), text).unwrap();
        fs::rename(room.path().join("ideas.md~"), room.path().join("ideas.md")).unwrap();
    };
    let mut next = || lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("fixed ")).unwrap();
    assert!(
        said.next().unwrap().unwrap().starts_with("1 file, 2 proposals: "),
        "the first report is written"
    );
    let mended = other.replace("(ada-byron", "(@ada-byron").replace("(bo-chen", "(@bo-chen");
    save(&mended.replace("### Harbor", "### Habor"));
    assert!(next().starts_with("fixed 2, new 1."), "a project that was renamed");
    save(&other.replace("Count the gulls", "Count the terns"));
    assert!(next().starts_with("fixed 1, new 2."), "a title that was renamed, and the project as it was");
    fs::remove_file(room.path().join("ideas.md")).unwrap();
    assert_eq!(said.next().unwrap().unwrap(), "mentor-tui: ideas.md is gone; waiting for it");
    save(&other.replace("Count the gulls", "Count the terns"));
    assert!(next().starts_with("fixed 0, new 0."), "it is back");
    child.kill().unwrap();
    child.wait().unwrap();
}
