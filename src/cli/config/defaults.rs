//! `config default`: a configuration file in which every setting stands with its default, as a comment.
//!
//! Lines that begin with `#` and a space are sentences; those that begin with `#` alone are settings.

use super::about;
use super::keys::{self, DefaultLine};
use crate::app::keymap::Focus;
use crate::store::settings::{Kind, SETTINGS, SOURCE_EXAMPLE, Setting};
use crate::store::toml_text;

/// The widest line of sentences, in characters.
const WIDTH: usize = 100;

/// The file.
pub(super) fn file() -> String {
    let mut text = sentences(
        "The configuration of mentor-tui: every setting with its default, as a comment. To change one, uncomment its \
         line and edit the value; a running mentor-tui follows. `mentor-tui config check` reports mistakes.",
    );
    let mut table = "";
    for setting in SETTINGS {
        text.push('\n');
        if setting.table != table {
            table = setting.table;
            if setting.kind != Kind::Tables {
                text += &format!("[{table}]\n");
            }
        }
        text += &description(setting);
        if let Some(default) = about::default(setting) {
            text += &format!("#{} = {default}\n", setting.key);
        }
        if setting.kind == Kind::Tables {
            // It has no default, and an empty one lacks its keys.
            let lines = SOURCE_EXAMPLE.lines().map(|line| format!("#{line}\n"));
            text += &lines.collect::<String>();
        }
        if setting.kind == Kind::Keys {
            text += &key_tables();
        }
    }
    text
}

/// A setting in sentences.
fn description(setting: &Setting) -> String {
    let mut lines = sentences(setting.about);
    let values = about::values(setting);
    if !values.is_empty() && !matches!(setting.kind, Kind::Switch(_)) {
        lines += &sentences(&format!("Values: {values}"));
    }
    if let Some(example) = about::example(setting) {
        lines += &format!("# Example: {example}\n");
    }
    if !setting.option.is_empty() {
        lines += &format!("# Option: {}\n", setting.option);
    }
    lines
}

/// The default keys: those for all places, then a table for each place with keys of its own.
fn key_tables() -> String {
    let lines = keys::default_lines();
    let of = |focus: Option<Focus>| lines.iter().filter(move |line| line.focus == focus).map(line);
    let mut text: String = of(None).collect();
    for &focus in Focus::ALL {
        let lines: String = of(Some(focus)).collect();
        if !lines.is_empty() {
            text += &format!("\n[keys.{}]\n{lines}", focus.name());
        }
    }
    text
}

fn line(DefaultLine { action, keys, about, .. }: &DefaultLine) -> String {
    format!("#{action} = {}  # {about}\n", toml_text::list(keys))
}

/// A text as comments of several lines.
fn sentences(text: &str) -> String {
    let mut lines = String::new();
    let mut line = String::from("#");
    for word in text.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines += &line;
            lines.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line += word;
    }
    lines + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::configuration::of_text;

    /// The file with all its settings.
    fn uncommented() -> String {
        let lines = super::file();
        let lines = lines.lines().map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => setting,
            _ => line,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_defaults_are_understood_and_are_what_holds_without_a_file() {
        let nothing = of_text("");
        for text in [super::file(), uncommented()] {
            let configuration = of_text(&text);
            assert_eq!(configuration.complaints().collect::<Vec<_>>(), [""; 0]);
            assert_eq!(configuration.ui, nothing.ui);
            for &focus in Focus::ALL {
                let keys = |configuration: &crate::cli::configuration::Configuration| {
                    let mut keys: Vec<_> = configuration
                        .keymap
                        .bindings(focus)
                        .flat_map(|row| row.keys.iter().map(|key| (key.written(), row.action)))
                        .collect();
                    keys.sort_by(|one, other| one.0.cmp(&other.0));
                    keys
                };
                assert_eq!(keys(&configuration), keys(&nothing), "{focus:?}");
            }
        }
        assert_eq!(of_text(&super::file()).file, nothing.file, "all is a comment at first");
        assert!(uncommented().lines().filter(|line| line.starts_with("theme = ")).count() == 1);
    }

    #[test]
    fn every_setting_and_action_stands_in_it() {
        let text = uncommented();
        for setting in SETTINGS.iter().filter(|setting| !setting.key.is_empty()) {
            assert!(text.contains(&format!("\n{} = ", setting.key)), "{}", setting.key);
        }
        for binding in crate::app::keymap::BINDINGS.iter() {
            assert!(text.contains(&format!("\n{} = ", binding.action_id())), "{}", binding.id);
        }
    }
}
