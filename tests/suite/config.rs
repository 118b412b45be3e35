//! `config`: where the file is, what can stand in it, and what is wrong in it.

use serde_json::Value;

use crate::support::room::{Room, Run};

/// Where the file is in a room.
const PATH: &str = ".config/mentor-tui/config.toml";

/// The mistakes that `config check` prints of a text, without the path of the file.
fn mistakes(text: &str) -> Vec<String> {
    let Run { status, out, err } =
        Room::new().with("config.toml", text).run(&["config", "check", "config.toml"]);
    assert_eq!((status, err.as_str()), (1, ""), "{text}: {out}");
    out.lines().map(str::to_owned).collect()
}

/// The default file with its settings as settings.
fn uncommented() -> String {
    let Run { out, .. } = Room::new().run(&["config", "default"]);
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
        _ => format!("{line}\n"),
    };
    out.lines().map(line).collect()
}

fn value(text: &str) -> Value {
    let table: toml::Table = text.parse().unwrap();
    serde_json::to_value(table).unwrap()
}

#[test]
fn the_path_is_that_of_the_option_the_environment_or_the_system() {
    let room = Room::new();
    let usual = room.run(&["config", "path"]);
    assert_eq!(usual.out.trim_end(), room.path().join(PATH).display().to_string());
    let named = room.run_with_variables(&["config", "path"], &[("MENTOR_TUI_CONFIG", "/a/b.toml")]);
    assert_eq!(named.out, "/a/b.toml\n");
    let variables = [("MENTOR_TUI_CONFIG", "/a/b.toml")];
    assert_eq!(
        room.run_with_variables(&["config", "path", "--config", "c.toml"], &variables).out,
        "c.toml\n"
    );
    assert_eq!(room.run_with_variables(&["config", "path"], &[("MENTOR_TUI_CONFIG", "")]), usual);
    let none = room.run(&["--no-config", "config", "path"]);
    assert_eq!((none.status, none.out.as_str()), (2, ""));
    assert!(none.err.contains("--config FILE or MENTOR_TUI_CONFIG names one"), "{}", none.err);
}

#[test]
fn a_file_that_the_environment_names_counts_and_is_missed() {
    let room = Room::new().with("mine.toml", "[check]\nfail-on = \"wraning\"\n");
    let run = |name| room.run_with_variables(&["config", "check"], &[("MENTOR_TUI_CONFIG", name)]);
    assert!(run("mine.toml").out.starts_with("mine.toml:2:11: check.fail-on"), "{:?}", run("mine.toml"));
    let missing = run("yours.toml");
    assert_eq!((missing.status, missing.out.as_str()), (2, ""));
    assert!(missing.err.contains("cannot read yours.toml: there is no such file"), "{}", missing.err);
    let list = room.run_with_variables(&["list", "--sample"], &[("MENTOR_TUI_CONFIG", "yours.toml")]);
    assert!(list.err.contains("cannot read the configuration yours.toml"), "{}", list.err);
}

#[test]
fn without_a_file_every_setting_has_its_default() {
    let Run { status, out, err } = Room::new().run(&["config", "check"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.ends_with("config.toml: no such file, so every setting has its default\n"), "{out}");
}

#[test]
fn the_default_file_has_no_mistakes_and_fits_the_schema() {
    let room = Room::new();
    let default = room.run(&["config", "default"]);
    assert_eq!((default.status, default.err.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&room.run(&["config", "schema"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for text in [default.out, uncommented()] {
        let room = Room::new().with("config.toml", &text);
        let check = room.run(&["config", "check", "config.toml"]);
        assert_eq!((check.status, check.out.as_str()), (0, "config.toml: no mistakes\n"));
        let faults: Vec<_> = validator.iter_errors(&value(&text)).map(|error| error.to_string()).collect();
        assert_eq!(faults, [""; 0]);
    }
}

#[test]
fn the_schema_refuses_what_the_program_complains_of() {
    let schema: Value = serde_json::from_str(&Room::new().run(&["config", "schema"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for text in [
        "[iu]\n",
        "[ui]\nthem = \"mono\"\n",
        "[ui]\nmouse = \"on\"\n",
        "[ui]\nsort = \"titel\"\n",
        "[profile]\nskills = \"go\"\n",
        "[check]\nfail-on = \"off\"\n",
        "[check.severity]\nsingle-mentor = \"never\"\n",
        "[check.limits]\nlength = 3\n",
        "[check.limits]\ntitle = -3\n",
        "[check.projects]\n\"Tide Clock\" = \"tide\"\n",
        "[saved-filters]\nrust = true\n",
        "[reading.\"a.md\"]\nunit = \"h7\"\n",
        "[keys]\nreloda = \"x\"\n",
        "[keys]\nreload = true\n",
        "[keys.list]\ncursor-left = \"x\"\n",
        "[keys.lst]\nreload = \"x\"\n",
    ] {
        assert!(!validator.is_valid(&value(text)), "{text}");
        assert_eq!(mistakes(text).len(), 1, "{text}");
    }
    for text in [
        "[keys]\nreload = false\n",
        "[keys.list]\nreload = [\"x\", \"F5\"]\n",
        "[saved-filters]\na = \"b\"\n",
    ] {
        assert!(validator.is_valid(&value(text)), "{text}");
    }
}

#[test]
fn mistakes_are_printed_with_their_places_in_the_order_of_the_lines() {
    let text = "[check]\nfail-on = \"wraning\"\nselect = [\"MT4020\"]\n[keys]\nreloda = \"x\"\n[ui]\nthem = 1\nsort = \"titel\"\n\
                [saved-filters]\nrust = \"skil:rust\"\n[profile]\nskills = [\"kubrnetes\"]\n";
    let found = mistakes(text);
    let places = ["2:11", "3:11", "5:1", "7:1", "8:8", "10:1"];
    assert_eq!(found.len(), places.len() + 1, "{found:#?}");
    for (mistake, place) in found.iter().zip(places) {
        assert!(mistake.starts_with(&format!("config.toml:{place}: ")), "{mistake}");
    }
    assert!(
        found[2].ends_with("did you mean reload?") && found[3].ends_with("did you mean ui.theme?"),
        "{found:#?}"
    );
    assert!(found[4].ends_with("did you mean title?") && found[6].contains("did you mean kubernetes?"));
    assert_eq!(found[5], "config.toml:10:1: saved-filters.rust: no field skil: – try skill:");
    // A name that stands on the screen is no name of an action, but it leads to one.
    assert!(mistakes("[keys]\nsort = \"t\"\n")[0].ends_with("did you mean show-orders?"));
    let broken = mistakes("[ui\n");
    assert!(broken.len() == 1 && broken[0].starts_with("config.toml:1:4: "), "{broken:?}");
}

/// One for each kind of conflict.
#[test]
fn conflicts_of_keys_are_named_with_both_lines() {
    let conflict = |text: &str| mistakes(text).join("\n");
    // Two actions for all places.
    let found = conflict("[keys]\nreload = \"x\"\nshow-stats = [\"i\", \"x\"]\ntoggle-emails = false\n");
    assert!(found.contains("config.toml:3:20: ") && found.contains("(config.toml:2:10)"), "{found}");
    // Two actions for one place.
    let found = conflict("[keys.list]\nreload = \"I\"\nshow-stats = \"I\"\n");
    assert!(found.contains("config.toml:3:14: ") && found.contains("(config.toml:2:10)"), "{found}");
    // One for all places and one for a single place, which wins.
    let found = conflict("[keys]\nreload = \"I\"\n[keys.list]\nshow-stats = \"I\"\n");
    assert!(found.starts_with("config.toml:2:10: ") && found.contains("(config.toml:4:14)"), "{found}");
    assert!(found.ends_with("it stays with show-stats in list"), "{found}");
    // The only key of an action that no line is about.
    let found = conflict("[keys]\nreload = \"o\"\n");
    assert!(
        found.starts_with("config.toml:2:1: ") && found.contains("takes the only key of open-upstream"),
        "{found}"
    );
    // A key that is text there.
    let found = conflict("[keys.filter-bar]\nenter = \"x\"\n");
    assert_eq!(found, "config.toml:2:9: keys.filter-bar: \"x\" is text there; ignored");
    // No way out.
    let found = conflict("[keys]\nback = []\nclose = []\nquit = []\n");
    assert!(found.contains("no key leads out of"), "{found}");
}

#[test]
fn the_file_of_a_project_is_checked_as_one() {
    let text = "[check]\nfail-on = \"wraning\"\n[reading]\nunit = \"h9\"\n[ui]\nmouse = true\n";
    let room = Room::new().with("mentor-tui.toml", text);
    let Run { status, out, .. } = room.run(&["config", "check", "mentor-tui.toml"]);
    assert_eq!(status, 1);
    let places: Vec<&str> =
        out.lines().filter_map(|line| line.strip_prefix("mentor-tui.toml:")?.split(": ").next()).collect();
    assert_eq!(places, ["2:11", "4:8", "5:2"], "{out}");
}

#[cfg(unix)]
#[test]
fn the_editor_gets_the_file_at_its_first_mistake_and_the_file_is_checked_afterwards() {
    use std::os::unix::fs::PermissionsExt;

    let room = Room::new()
        .with("vi", "#!/bin/sh\necho \"$@\" > arguments\n[ -z \"$TEXT\" ] || printf \"$TEXT\" > \"$2\"\n");
    let editor = room.path().join("vi");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let edit = |text: &str| {
        room.run_with_variables(&["config", "edit"], &[("EDITOR", editor.to_str().unwrap()), ("TEXT", text)])
    };
    let path = room.path().join(PATH);
    let arguments = || std::fs::read_to_string(room.path().join("arguments")).unwrap();
    let first = edit("");
    assert_eq!((first.status, first.out.ends_with("config.toml: no mistakes\n")), (0, true), "{first:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), room.run(&["config", "default"]).out);
    assert_eq!(arguments(), format!("+1 {}\n", path.display()));
    let wrong = edit("[ui]\\n\\nthem = 1\\n");
    assert_eq!((wrong.status, wrong.out.contains("config.toml:3:1: ")), (1, true), "{wrong:?}");
    let _ = edit("");
    assert_eq!(arguments(), format!("+3 {}\n", path.display()));
}

#[test]
fn a_saved_filter_is_used_by_its_name() {
    let room = Room::new()
        .with(".config/mentor-tui/config.toml", "[saved-filters]\nmine = \"skill:rust\"\nyours = \"go\"\n");
    let filtered = room.run(&["list", "--sample", "--filter", "skill:rust"]);
    assert_ne!(filtered.out, "");
    for arguments in [["--saved", "mine", "list", "--sample"], ["list", "--sample", "--saved", "mine"]] {
        assert_eq!(room.run(&arguments), filtered);
    }
    assert_eq!(room.run(&["--sample", "--saved", "mine"]), filtered, "without a subcommand");
    let unknown = room.run(&["stats", "--sample", "--saved", "min"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("there is no saved filter \"min\"; did you mean mine?"), "{}", unknown.err);
    for arguments in
        [&["show", "--saved", "mine", "--sample", "1"][..], &["list", "--saved", "mine", "--filter", "go"]]
    {
        assert_eq!(room.run(arguments).status, 2, "{arguments:?}");
    }
}
