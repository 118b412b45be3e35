//! Every way to have the program write something, found out from the program itself; and listings, names and
//! settings by somebody who means harm.

use std::collections::HashMap;

use mentor_tui::model::safe::shown;

/// Something of every kind that must not leave: escape sequences (colour, clear, title, clipboard, link), raw
/// C1 (CSI, OSC), other controls, bidirectional controls, separators, invisible characters and tags.
pub(crate) const EVIL: &str = "\u{1b}[31mred\u{1b}[2J\u{1b}]0;owned\u{1b}\\\u{1b}]52;c;cHduZWQ=\u{1b}\\\u{1b}]8;;https://evil.example\u{1b}\\\
    \u{9b}2J\u{9d}52;c;cHduZWQ=\u{9c}\u{85}\u{8}\u{b}\u{c}\u{202e}gpj\u{2066}\u{200f}\u{61c}\u{200b}\u{2060}\u{feff}\u{ad}\
    \u{2028}\u{2029}\u{fff9}\u{3164}\u{180e}\u{1d173}\u{e0001}\u{e0074}\u{e0061}\u{e007f}";

/// A line that a listing tries to forge.
pub(crate) const FORGED: &str = "::error::forged";

/// The name of a file by somebody who means harm, as far as the system lets it be.
pub(crate) fn file_name() -> String {
    if cfg!(unix) {
        format!("ideas \u{1b}]0;owned\u{7}\n{FORGED}\r\u{9b}2J\u{202e}\u{200b}.md")
    } else {
        "ideas \u{202e}\u{200b}\u{9b}.md".to_owned()
    }
}

/// A folder by somebody who means harm, and a listing in it.
pub(crate) fn folder() -> String {
    file_name().replace(".md", " folder")
}

/// Two proposals with [`EVIL`] in every place, and what `check` finds in each kind of place. Some of it is written
/// as character references.
pub(crate) fn listing() -> String {
    let mut text = format!(
        "---\ntitle: {EVIL}\nterm: 2026 {EVIL}\n---\n\n# CNCF mentorship ideas, 2026 Term 3 {EVIL}\n\n[ref]: https://example.org/{EVIL} \"{EVIL}\"\n\n"
    );
    text += &format!(
        "### Project {EVIL}\r{FORGED}\n\nSome words {EVIL}\n\n#### Title {EVIL} plugin \u{7}\u{7f}\n\n\
         - Description: Text {EVIL} plugin `code {EVIL}` [link {EVIL}](https://example.org/{EVIL}) [reference][ref] \
         &#27;[2J&#x9b;2J&#8238;&#8203;&rlm; <b>{EVIL}</b>\n\n  ```{EVIL}\n  code {EVIL}\n  ```\n\n  \
         | {EVIL} | b |\n  |---|---|\n  | {EVIL} | c |\n\n\
         - Expected Outcome: {EVIL}\n- Expected Outcome {EVIL}: {EVIL}\n- Recommended Skills: Rust{EVIL}, Go {EVIL}, plain words\n\
         - Difficulty: Medium {EVIL}\n- Project Size: 175 hours {EVIL}\n\
         - Mentor(s): Eve {EVIL} (@eve, eve{EVIL}@example.org), Mal{EVIL} (@mal)\n  - Eve {EVIL} @eve\n\
         - Upstream Issue: [a {EVIL}](https://example.org/1{EVIL}) example.org/2{EVIL} not an address {EVIL}\n\
         - LFX URL: https://example.org/apply{EVIL}\n- **Own label {EVIL}**: {EVIL}\n- Descripton: {EVIL}\n\n"
    );
    // A proposal that lacks most of it, and words that have no place.
    text + &format!("#### T {EVIL}\n\n- Description: d\n- Mentor(\n\n{EVIL}\n")
}

/// The same listing as it was: with other words in every place, and a proposal that is gone.
pub(crate) fn earlier() -> String {
    let gone = format!("#### Gone {EVIL}\n\n- Description: d {EVIL}\n- Mentor(s): Eve {EVIL}\n\n");
    listing().replace("plugin", "gadget").replace(", plain words", "").replace("#### T ", "#### Another ")
        + &gone
}

/// A proposal whose fields stand in front matter, with [`EVIL`] in all of them.
pub(crate) fn front_matter() -> String {
    let evil = escaped();
    format!(
        "---\ntitle: \"A crane {evil}\"\nproject: \"Harbour {evil}\"\nskills: [\"go {evil}\", rust]\nmentors: [\"Eve {evil} (@eve)\"]\n\
         difficulty: \"medium {evil}\"\nupstream: \"https://example.org/{evil}\"\nother: \"{evil}\"\n---\n\nText {EVIL}\n"
    )
}

/// [`EVIL`] as escapes in the strings of TOML and YAML.
fn escaped() -> String {
    EVIL.chars().fold(String::new(), |text, c| text + &format!("\\U{:08x}", u32::from(c)))
}

/// A configuration whose names and values come back in complaints.
pub(crate) fn configuration() -> String {
    let escaped = escaped();
    format!(
        "[profile]\nskills = [\"go{escaped}\"]\n\"name{escaped}\" = 1\n[\"x{escaped}\"]\n\
         [check]\nignore = [\"rule{escaped}\"]\nfail-on = \"bad{escaped}\"\n\
         [check.severity]\n\"r{escaped}\" = \"e{escaped}\"\n[check.limits]\n\"l{escaped}\" = 3\n"
    )
}

/// Standard output and standard error of a run of the program.
pub(crate) type Said = (String, String);

/// The arguments of every run: each subcommand with each of its options and each value that an option can have, all
/// found out by asking the program. `ask` runs it; `counts` tells which options are tried. Everything that can be asked for is written in every format; other
/// options have two of their values, meet the first of it, and are tried with two of the subcommands that have them.
pub(crate) fn lines(ask: impl Fn(&[&str]) -> Said, counts: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let name = file_name();
    let help = ask(&["--help"]).0;
    let commands = commands(&help);
    let mut lines = vec![vec![name.clone()]];
    let mut tries: HashMap<String, usize> = HashMap::new();
    for command in commands {
        let rests: &[&[&str]] = match command {
            "show" => &[&["1"], &["1", "2"]],
            "diff" => &[&["earlier.md"]],
            "facets" => &[&["skills"], &["projects"], &["mentors"], &["terms"], &["difficulty"], &["size"]],
            _ => &[&[]],
        };
        let line = |options: &[String], rest: &[&str]| -> Vec<String> {
            let mut line = vec![command.to_owned()];
            line.extend_from_slice(options);
            line.push(name.clone());
            line.extend(rest.iter().map(|&word| word.to_owned()));
            line
        };
        lines.extend(rests.iter().map(|rest| line(&[], rest)));
        let options = options(&ask(&[command, "--help"]).0);
        assert!(options.len() > 3, "{command}: {options:?}");
        let mut written = Vec::new();
        for (option, takes_value) in &options {
            let is_format = option.contains("format");
            let tried = tries.entry(option.clone()).or_insert(0);
            if UNENDING.contains(&option.as_str()) || !counts(option) || (*tried >= 2 && !is_format) {
                continue;
            }
            *tried += 1;
            if !takes_value {
                lines.push(line(std::slice::from_ref(option), rests[0]));
                continue;
            }
            let values = values(&ask(&[command, &format!("{option}=\u{1b}"), "ideas.md", "1"]).1);
            let values =
                if values.is_empty() { vec![format!("go {EVIL}"), FORGED.to_owned()] } else { values };
            let values = if is_format { values } else { values.into_iter().take(2).collect() };
            let typed: Vec<_> = values.iter().map(|value| format!("{option}={value}")).collect();
            let rests = if is_format { rests } else { &rests[..1] };
            for typed in &typed {
                lines.extend(rests.iter().map(|rest| line(std::slice::from_ref(typed), rest)));
            }
            if is_format {
                written.extend(typed);
            }
        }
        // Each format into a file, too, and with colours in a pipe.
        let outputs = options
            .iter()
            .filter(|(option, _)| option.starts_with("--output") && !option.ends_with("format"));
        for (output, _) in outputs {
            lines.extend(
                written.iter().map(|format| line(&[format.clone(), format!("{output}={OUTPUT}")], &[])),
            );
        }
        lines.extend(rests.iter().map(|rest| line(&["--color=always".to_owned()], rest)));
    }
    // So are complaints about the arguments.
    let wrong = ["--no-such", "--format", "--sort", "--explain", "--term", "--select", "--diff-base"];
    for word in wrong {
        lines.push(vec!["check".to_owned(), format!("{word}=a{EVIL}\n{FORGED}"), name.clone()]);
        lines.push(vec!["list".to_owned(), format!("{word}=a{EVIL}\n{FORGED}"), name.clone()]);
    }
    lines.push(vec!["show".to_owned(), name, format!("zebra {EVIL}")]);
    lines.push(vec!["list".to_owned(), format!("gone {EVIL}\n{FORGED}.md")]);
    for command in ["list", "check", "export"] {
        lines.push(vec![command.to_owned(), folder()]);
    }
    lines
}

/// The file that output goes to.
pub(crate) const OUTPUT: &str = "written";

/// Options whose run has no end. What they write goes through what `check` writes.
const UNENDING: &[&str] = &["--watch"];

/// The subcommands in a help.
pub(crate) fn commands(help: &str) -> Vec<&str> {
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|command| *command != "help")
        .collect();
    assert!(commands.contains(&"check") && commands.contains(&"list"), "{help}");
    commands
}

/// The options in a help, and whether each takes a value.
pub(crate) fn options(help: &str) -> Vec<(String, bool)> {
    let heads = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    heads
        .filter_map(|line| {
            let at = line.find("--")?;
            let length = line[at + 2..].find(|c: char| c != '-' && !c.is_ascii_alphanumeric());
            let end = length.map_or(line.len(), |length| at + 2 + length);
            let takes_value = line[end..].starts_with([' ', '=', '['])
                && line[end..].trim_start().starts_with(['<', '=', '[']);
            Some((line[at..end].to_owned(), takes_value))
        })
        .filter(|(option, _)| option != "--help")
        .collect()
}

/// The values that a complaint names as possible.
pub(crate) fn values(complaint: &str) -> Vec<String> {
    let named = complaint.split_once("[possible values: ").and_then(|(_, rest)| rest.split_once(']'));
    named.map(|(values, _)| values.split(", ").map(str::to_owned).collect()).unwrap_or_default()
}

/// The characters of a text that must not be written, and were. A line may end with CR LF where tables or terminals want it;
/// `marks` lets the escape sequences of bold text and colours through.
pub(crate) fn left_in(text: &str, marks: bool) -> Vec<String> {
    // On a terminal a line feed becomes CR LF, and that of CR LF, too.
    let mut text = text.replace("\r\r\n", "\n").replace("\r\n", "\n");
    if marks {
        text = without_marks(&text);
    }
    let left = text.chars().filter(|&c| shown(c) != Some(c) && !matches!(c, '\n' | '\t'));
    left.map(|c| c.escape_unicode().to_string()).collect()
}

fn without_marks(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        let parameters = &rest[at + 2..];
        let length = parameters.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b';')).count();
        if !parameters[length..].starts_with('m') {
            out.push('\u{1b}');
        }
        rest = parameters[length..].strip_prefix('m').unwrap_or(parameters);
    }
    out + rest
}
