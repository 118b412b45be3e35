//! `man`: the manual page, made of the definition of the arguments.

use clap::{Arg, Command};

use super::args;
use super::error::CliError;
use super::status::Status;
use crate::search::query;
use crate::write::output::Out;

/// The sections that the arguments do not tell, as (heading, paragraphs): the first line of each is its term.
const SECTIONS: &[(&str, &[(&str, &str)])] = &[
    (
        "EXIT STATUS",
        &[
            ("0", "The run went well."),
            ("1", "Nothing was found; of check: there are problems at or above --fail-on."),
            ("2", "The run could not be done, or something that was named could not be read."),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("VISUAL, EDITOR", "The editor that e starts. VISUAL is asked first."),
            ("BROWSER", "The browser that o starts, instead of that of the desktop."),
            (
                "PAGER",
                "Where it is set and standard output is a terminal, text that is longer than the terminal is \
                 shown in it. Without it no pager is started.",
            ),
            (
                "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR",
                "Whether colours are used, where --color=auto.",
            ),
            (
                "GITHUB_TOKEN, GITHUB_SERVER_URL, GITHUB_API_URL",
                "The token that status asks GitHub with, and your own GitHub Enterprise and its interface, to which \
                 the token then belongs.",
            ),
            (
                "GITLAB_TOKEN, GITLAB_HOST",
                "The token that status asks GitLab with, and your own GitLab, to which the token then belongs.",
            ),
            ("http_proxy, https_proxy, all_proxy, no_proxy", "The proxy for the addresses that are named."),
            (
                "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
                "The folders of the configuration, of the state, of what you keep, and of documents from the web.",
            ),
        ],
    ),
    (
        "FILES",
        &[
            (
                "~/.config/mentor-tui/config.toml",
                "Your configuration, on Linux; mentor-tui doctor prints its place.",
            ),
            (
                "~/.local/state/mentor-tui/state.json",
                "The last paths, filters and orders. It can be deleted.",
            ),
            ("~/.local/share/mentor-tui/skills.txt", "Your skills, a line each, as set on the screen."),
            ("~/.cache/mentor-tui", "Documents from the web. They can be deleted."),
            ("mentor-tui.toml", "The configuration of a project, beside its listings or in a folder above."),
        ],
    ),
];

/// Prints the page.
pub(super) fn run(out: &mut Out<'_>) -> Result<Status, CliError> {
    out.lines(&page(&args::command()))?;
    Ok(Status::Success)
}

/// The page in the macros of man(7).
fn page(command: &Command) -> String {
    let mut page = Page::default();
    let version = env!("CARGO_PKG_VERSION");
    page.macro_line(&format!(".TH MENTOR-TUI 1 \"\" \"mentor-tui {}\" \"User Commands\"", escaped(version)));
    page.section("NAME");
    page.text(&format!("mentor-tui - {}", lower(&about(command.get_about()))));
    page.section("SYNOPSIS");
    page.code(&usage(command));
    page.section("DESCRIPTION");
    page.text(&about(command.get_long_about().or(command.get_about())));
    page.section("OPTIONS");
    command.get_arguments().for_each(|argument| page.argument(argument));
    page.section("COMMANDS");
    for subcommand in command.get_subcommands().filter(|it| !it.is_hide_set()) {
        page.subcommand(subcommand);
    }
    page.section("FILTER");
    for (form, help) in query::guide() {
        page.term(&form, help);
    }
    for (heading, entries) in SECTIONS {
        page.section(heading);
        entries.iter().for_each(|(term, text)| page.term(term, text));
    }
    if let Some(after) = command.get_after_help() {
        page.section("EXAMPLES");
        let after = after.to_string();
        let examples = after.split("\n\n").next().unwrap_or_default();
        page.code(examples.strip_prefix("Examples:\n").unwrap_or(examples));
    }
    page.0
}

/// The lines of a page in roff.
#[derive(Default)]
struct Page(String);

impl Page {
    fn macro_line(&mut self, line: &str) {
        self.0 += line;
        self.0.push('\n');
    }

    fn section(&mut self, heading: &str) {
        self.macro_line(&format!(".SH {heading}"));
    }

    /// Paragraphs.
    fn text(&mut self, text: &str) {
        for (number, paragraph) in text.split("\n\n").enumerate() {
            if number > 0 {
                self.macro_line(".PP");
            }
            for line in paragraph.lines() {
                self.macro_line(&escaped(line.trim()));
            }
        }
    }

    /// Lines as they are.
    fn code(&mut self, text: &str) {
        self.macro_line(".nf");
        text.lines().for_each(|line| self.macro_line(&escaped(line)));
        self.macro_line(".fi");
    }

    /// A term and its explanation, indented.
    fn term(&mut self, term: &str, text: &str) {
        self.macro_line(".TP");
        self.macro_line(&format!("\\fB{}\\fR", escaped(term)));
        self.text(text);
    }

    fn argument(&mut self, argument: &Arg) {
        if argument.is_hide_set() {
            return;
        }
        self.macro_line(".TP");
        self.macro_line(&signature(argument));
        self.text(&about(argument.get_long_help().or(argument.get_help())));
        let possible = argument.get_possible_values();
        let shown: Vec<_> = possible.iter().filter(|value| !value.is_hide_set()).collect();
        let takes_value = argument.get_action().takes_values();
        if shown.is_empty() || !takes_value || argument.is_hide_possible_values_set() {
            return;
        }
        if shown.iter().all(|value| value.get_help().is_none()) {
            let names: Vec<_> = shown.iter().map(|value| value.get_name()).collect();
            self.macro_line(".br");
            self.text(&format!("One of: {}", names.join(", ")));
        } else {
            self.macro_line(".RS");
            for value in shown {
                self.term(value.get_name(), &about(value.get_help()));
            }
            self.macro_line(".RE");
        }
    }

    fn subcommand(&mut self, command: &Command) {
        let name = escaped(command.get_name());
        self.macro_line(&format!(".SS mentor\\-tui {name}"));
        self.code(&usage(command));
        self.macro_line(".PP");
        self.text(&about(command.get_long_about().or(command.get_about())));
        // Those of every subcommand are explained once, above.
        command.get_arguments().filter(|it| !it.is_global_set()).for_each(|it| self.argument(it));
        for nested in command.get_subcommands().filter(|it| !it.is_hide_set()) {
            self.term(nested.get_name(), &about(nested.get_long_about().or(nested.get_about())));
            nested
                .get_arguments()
                .filter(|it| !it.is_global_set() && it.get_long().is_some())
                .for_each(|it| self.argument(it));
        }
        if let Some(after) = command.get_after_help() {
            self.macro_line(".PP");
            self.code(&after.to_string());
        }
    }
}

/// The usage of a command, without its label.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    usage.lines().map(|line| line.trim().to_owned() + "\n").collect()
}

/// The names of an argument and of its value, in bold and in italics.
fn signature(argument: &Arg) -> String {
    let short = argument.get_short().map(|letter| format!("\\fB\\-{letter}\\fR"));
    let long = argument.get_long().map(|name| format!("\\fB\\-\\-{}\\fR", escaped(name)));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let names_of_values = argument.get_value_names().unwrap_or_default();
    let value =
        names_of_values.iter().map(|name| format!("\\fI{}\\fR", escaped(name))).collect::<Vec<_>>().join(" ");
    if names.is_empty() {
        return value;
    }
    let names = names.join(", ");
    let is_optional = argument.get_num_args().is_some_and(|range| range.min_values() == 0);
    match (argument.get_action().takes_values(), argument.is_require_equals_set(), is_optional) {
        (false, ..) => names,
        (true, true, true) => format!("{names}[={value}]"),
        (true, true, false) => format!("{names}={value}"),
        (true, false, _) => format!("{names} {value}"),
    }
}

fn about(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Text in which roff finds no request and no escape.
fn escaped(line: &str) -> String {
    let text = line.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_request() {
        assert_eq!(escaped(r".a \b --c"), r"\&.a \eb \-\-c");
        assert_eq!(escaped("'x"), r"\&'x");
    }

    #[test]
    fn every_subcommand_and_every_option_is_on_the_page() {
        let command = args::command();
        let page = page(&command);
        for subcommand in command.get_subcommands() {
            assert!(page.contains(&format!(".SS mentor\\-tui {}\n", subcommand.get_name())), "{subcommand}");
            for option in subcommand.get_arguments().filter(|it| !it.is_hide_set()) {
                let Some(name) = option.get_long() else { continue };
                assert!(page.contains(&format!("\\fB\\-\\-{}\\fR", escaped(name))), "{name}");
            }
        }
        assert!(page.contains("\\fB\\-o\\fR, \\fB\\-\\-output\\-file\\fR \\fIFILE\\fR\n"), "{page}");
        assert!(page.contains("\\fB\\-\\-print\\fR[=\\fItext|markdown|json|jsonl|csv\\fR]\n"));
        let is_macro = |line: &str| {
            [".TH ", ".SH ", ".SS ", ".TP", ".PP", ".nf", ".fi", ".RS", ".RE", ".br"]
                .iter()
                .any(|it| line.starts_with(it))
        };
        assert!(page.lines().all(|line| !line.starts_with(['.', '\'']) || is_macro(line)));
    }
}
