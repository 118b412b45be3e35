//! Somebody means harm: nothing that they wrote speaks to a terminal, in no format of no subcommand.

use crate::support::room::Room;
use crate::support::walk::{
    EVIL, FORGED, OUTPUT, configuration, earlier, file_name, folder, front_matter, left_in, lines, listing,
};

fn room() -> Room {
    Room::new()
        .with(&file_name(), listing())
        .with("ideas.md", listing())
        .with("earlier.md", earlier())
        .with(&format!("{}/ideas.md", folder()), listing())
        .with(&format!("{}/front.md", folder()), front_matter())
        .with(".config/mentor-tui/config.toml", configuration())
        .with("mentor-tui.toml", configuration())
}

#[test]
fn nothing_of_a_hostile_listing_speaks_to_the_terminal_in_a_pipe_or_a_file() {
    let asked = room();
    let lines = lines(
        |arguments| {
            let run = asked.run(arguments);
            (run.out, run.err)
        },
        |_| true,
    );
    assert!(lines.len() > 60, "{}", lines.len());
    let (mut written, mut files) = (0, 0);
    for line in &lines {
        let room = room();
        let run = room.run(&line.iter().map(String::as_str).collect::<Vec<_>>());
        let marks = line.iter().any(|word| word == "--color=always");
        let file = std::fs::read_to_string(room.path().join(OUTPUT)).unwrap_or_default();
        for (what, text) in [("out", &run.out), ("err", &run.err), ("file", &file)] {
            assert_eq!(left_in(text, marks), [""; 0], "{line:?}: {what}: {text:?}");
        }
        // The listing may say it on a line of its own; the name of its file and an argument may not.
        let told = line.iter().filter(|word| word.contains("github") || word.contains("concise")).count();
        let forged = |text: &String| text.lines().any(|line| line.starts_with(FORGED));
        assert!(!forged(&run.err), "{line:?}: {run:?}");
        assert!(told == 0 || !forged(&run.out), "{line:?}: {run:?}");
        written += usize::from(!run.out.is_empty());
        files += usize::from(!file.is_empty());
        assert!((0..=2).contains(&run.status), "{line:?}: {run:?}");
    }
    assert!(written > lines.len() / 2 && files >= 10, "{written} and {files} of {}", lines.len());
}

#[test]
fn json_says_all_that_was_written() {
    let said = room().run(&["list", "--format", "json", "ideas.md"]).out;
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    let title = json["proposals"][0]["title"].as_str().unwrap();
    assert!(
        title.contains("\u{1b}[31m") && title.contains('\u{202e}') && title.contains('\u{e0061}'),
        "{title:?}"
    );
}

#[test]
fn the_summary_of_a_step_is_a_file_too() {
    let room = room();
    let summary = room.path().join("summary").display().to_string();
    let arguments = ["check", "--output-format", "github", "ideas.md"];
    let run = room.run_with_variables(&arguments, &[("GITHUB_STEP_SUMMARY", &summary)]);
    let summary = std::fs::read_to_string(summary).unwrap();
    assert!(summary.contains("MT") && run.out.contains("::error file="), "{summary}");
    assert_eq!(left_in(&summary, false), [""; 0], "{summary:?}");
}

#[test]
fn what_was_opened_last_is_told_in_safe_words() {
    let state = format!("{{\"schema\":1,\"last\":[{},\"gone {EVIL}\"]}}", serde_json::json!(file_name()));
    let state = state.replace(EVIL, &serde_json::json!(EVIL).to_string().replace('"', ""));
    let run = room().with("state/mentor-tui/state.json", state).run(&["list"]);
    assert!(run.err.contains("last had open"), "{}", run.err);
    assert_eq!(left_in(&run.err, false), [""; 0], "{:?}", run.err);
}
