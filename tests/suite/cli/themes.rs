//! `theme`: the themes by name, one as TOML, and what is wrong in a file.

use crate::support::room::Room;

const MINE: &str = "inherits = \"catppuccin-mocha\"\naccent = \"bold #ffffff\"\n";

#[test]
fn themes_are_listed_shown_and_read_back() {
    let room = Room::new();
    let list = room.run(&["theme", "list"]);
    assert_eq!((list.status, list.err.as_str()), (0, ""));
    for name in
        ["terminal", "catppuccin-mocha", "catppuccin-latte", "gruvbox-dark", "nord", "tokyo-night", "mono"]
    {
        assert!(
            list.out.lines().any(|line| line.split_whitespace().next() == Some(name)),
            "{name}: {}",
            list.out
        );
    }
    let shown = room.run(&["theme", "show", "nord"]);
    assert!(
        shown.status == 0 && shown.out.contains("\nselection = \"#e5e9f0 on #3b4252 bold\"\n"),
        "{}",
        shown.out
    );
    let room = room.with("again.toml", &shown.out);
    let check = room.run(&["theme", "check", "again.toml"]);
    assert_eq!((check.status, check.out.as_str()), (0, "again.toml: no mistakes\n"));
}

#[test]
fn what_is_wrong_in_a_theme_is_told_with_its_place() {
    let room = Room::new().with("mine.toml", MINE).with(
        "wrong.toml",
        "inherits = \"nord\"\nacent = \"red\"\nlink = \"bluee\"\ndim = \"#3b4252\"\nrule = 3\n",
    );
    assert_eq!(room.run(&["theme", "check", "mine.toml"]).status, 0);
    let run = room.run(&["theme", "check", "wrong.toml"]);
    assert_eq!(run.status, 1);
    let lines: Vec<_> = run.out.lines().collect();
    let has =
        |start: &str, end: &str| lines.iter().any(|line| line.starts_with(start) && line.ends_with(end));
    assert!(has("wrong.toml:2:1: there is no role \"acent\"", "did you mean accent?"), "{lines:#?}");
    assert!(has("wrong.toml:3:8: link: \"bluee\" is neither", "did you mean blue?"), "{lines:#?}");
    assert!(has("wrong.toml:5:8: rule must be a text", "integer"), "{lines:#?}");
    assert!(has("dim: contrast of ", "between text and background"), "{lines:#?}");
    for (arguments, sentence) in [
        (&["theme", "show", "nrod"][..], "mentor-tui: there is no theme \"nrod\"; did you mean nord?"),
        (&["theme", "check", "gone.toml"], "mentor-tui: cannot read the theme gone.toml"),
    ] {
        let run = room.run(arguments);
        assert!(run.status == 2 && run.err.starts_with(sentence), "{run:?}");
    }
}
