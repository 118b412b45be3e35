//! `doctor`: what a bug report needs, and nothing private.

#![expect(clippy::disallowed_methods, reason = "it looks at the variables and folders that the program uses")]

use std::env;
use std::ffi::OsString;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use super::args;
use super::configuration::Configuration;
use super::console::{self, Console};
use super::context::Context;
use super::error::CliError;
use super::status::Status;
use super::when::When;
use crate::desktop::editor::Editor;
use crate::desktop::pager::Pager;
use crate::desktop::{Environment, browser, clipboard};
use crate::store::paths;
use crate::write::output::{Out, plain, quiet};

/// Variables that change what is written, with their values.
const SHOWN: &[&str] = &[
    "TERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "COLORTERM",
    "COLUMNS",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "LESS",
];

/// Variables that count by being there; their values name hosts, displays or accounts.
const SET: &[&str] = &[
    "TMUX",
    "STY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "GITHUB_TOKEN",
    "GITHUB_SERVER_URL",
    "GITHUB_API_URL",
    "GITLAB_TOKEN",
    "GITLAB_HOST",
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
];

/// The width of the names before the facts.
const NAMES: usize = 15;

/// Prints what there is. It starts no program and contacts nobody.
pub(super) fn run(context: &Context, out: &mut Out<'_>) -> Result<Status, CliError> {
    let environment = Environment::from_process();
    let person = Person::of_process();
    let console = context.console;
    let mut facts = vec![
        ("version", args::VERSION.to_owned()),
        ("system", format!("{} {}", env::consts::OS, env::consts::ARCH)),
        ("output", output(console)),
        ("characters", characters().to_owned()),
        ("colours", if console.color { "used" } else { "not used" }.to_owned()),
        ("hyperlinks", if console::takes_hyperlinks(When::Auto) { "used" } else { "not used" }.to_owned()),
        ("clipboard", or_none(&clipboard::ways(&environment).join(", then "))),
        ("browser", sentence(browser::launcher(&environment))),
        ("editor", sentence(Editor::of(&environment).map(|editor| editor.name().to_owned()))),
        ("pager", pager(&environment)),
    ];
    facts.push(("configuration", configuration(&context.configuration, paths::config().as_deref())));
    facts.push(("state", folder(paths::state().as_deref())));
    facts.push(("data", folder(paths::data().as_deref())));
    facts.push(("cache", folder(paths::cache().as_deref())));
    let variables = variables(|name| env::var_os(name));
    facts.push((
        "variables",
        if variables.is_empty() { "none that counts".to_owned() } else { variables.join(" ") },
    ));
    for (name, fact) in facts {
        let name = format!("{name:NAMES$}");
        out.marked_line(&[quiet(&name), plain(&person.removed_from(&fact))])?;
    }
    for complaint in context.configuration.complaints() {
        out.line(format_args!("{}", person.removed_from(complaint)))?;
    }
    Ok(Status::Success)
}

fn output(console: Console) -> String {
    match (console.width, console::rows()) {
        (Some(width), Some(rows)) => format!("a terminal of {width}×{rows}"),
        _ => "no terminal".to_owned(),
    }
}

fn characters() -> &'static str {
    if console::is_ascii(When::Auto) { "ASCII (the locale is not UTF-8)" } else { "UTF-8" }
}

fn pager(environment: &Environment) -> String {
    match Pager::of(environment) {
        Ok(Some(pager)) => pager.name(environment).to_owned(),
        Ok(None) => "none (PAGER names none)".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn sentence(found: Result<String, impl Display>) -> String {
    found.unwrap_or_else(|error| error.to_string())
}

fn or_none(list: &str) -> String {
    if list.is_empty() { "none".to_owned() } else { list.to_owned() }
}

fn configuration(read: &Configuration, path: Option<&Path>) -> String {
    let Some(path) = path else { return NO_HOME.to_owned() };
    let complaints = read.complaints().count();
    let state = match (path.exists(), complaints) {
        (false, 0) => "not there".to_owned(),
        (true, 0) => "read".to_owned(),
        (_, 1) => "1 problem, see below".to_owned(),
        (_, several) => format!("{several} problems, see below"),
    };
    format!("{} ({state})", paths::tilde(path))
}

/// Stands for a folder where there is no home folder.
const NO_HOME: &str = "none (there is no home folder)";

/// A folder, how many files are in it, and their size.
fn folder(path: Option<&Path>) -> String {
    let Some(path) = path else { return NO_HOME.to_owned() };
    let Ok(entries) = fs::read_dir(path) else { return format!("{} (not there)", paths::tilde(path)) };
    let sizes: Vec<u64> = entries.filter_map(|entry| Some(entry.ok()?.metadata().ok()?.len())).collect();
    let (files, kib) = (sizes.len(), sizes.iter().sum::<u64>().div_ceil(1024));
    format!("{} ({files} {}, {kib} KiB)", paths::tilde(path), if files == 1 { "file" } else { "files" })
}

/// The variables that count, as a shell would set them; only the names of those whose values are private.
fn variables(variable: impl Fn(&str) -> Option<OsString>) -> Vec<String> {
    let shown = SHOWN.iter().filter_map(|name| Some(format!("{name}={}", variable(name)?.to_string_lossy())));
    let set = SET.iter().filter(|name| variable(name).is_some_and(|value| !value.is_empty()));
    shown.chain(set.map(|name| format!("{name}=(set)"))).collect()
}

/// The person at the machine, whose names are removed from what is printed.
struct Person {
    home: Option<String>,
    names: Vec<String>,
}

impl Person {
    fn of_process() -> Self {
        let text = |name: &str| env::var_os(name)?.into_string().ok().filter(|value| !value.is_empty());
        Self {
            home: text("HOME").or_else(|| text("USERPROFILE")),
            names: ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(text).collect(),
        }
    }

    /// The text with `~` for the home folder, and `(user)` for a folder that is called like the person.
    fn removed_from(&self, text: &str) -> String {
        let is_separator = |c: char| c == '/' || c == '\\';
        let home = self.home.as_deref().map(|home| home.trim_end_matches(is_separator));
        let text = match home.filter(|home| !home.is_empty()) {
            Some(home) => text.replace(home, "~"),
            None => text.to_owned(),
        };
        let mut shown = String::new();
        for part in text.split_inclusive(is_separator) {
            let name = part.trim_end_matches(is_separator);
            if self.names.iter().any(|it| it == name) {
                shown += "(user)";
                shown += &part[name.len()..];
            } else {
                shown += part;
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_person_are_removed() {
        let person = Person { home: Some("/home/ada/".to_owned()), names: vec!["ada".to_owned()] };
        assert_eq!(person.removed_from("/home/ada/x (read)"), "~/x (read)");
        assert_eq!(person.removed_from("/data/ada/x, adaptor"), "/data/(user)/x, adaptor");
        assert_eq!(person.removed_from("/home/adam"), "~m", "rather too much than too little");
        let root = Person { home: Some("/".to_owned()), names: vec![] };
        assert_eq!(root.removed_from("/x"), "/x");
    }

    #[test]
    fn values_that_name_hosts_are_not_shown() {
        let set = |name: &str| match name {
            "TERM" => Some("xterm".into()),
            "SSH_CONNECTION" => Some("192.0.2.1 1 192.0.2.2 22".into()),
            "TMUX" => Some("".into()),
            "SECRET" => Some("x".into()),
            _ => None,
        };
        assert_eq!(variables(set), ["TERM=xterm", "SSH_CONNECTION=(set)"]);
    }

    #[test]
    fn a_folder_is_measured() {
        let room = tempfile::tempdir().unwrap();
        std::fs::write(room.path().join("a"), [0; 1025]).unwrap();
        assert!(folder(Some(room.path())).ends_with("(1 file, 2 KiB)"));
        assert!(folder(Some(&room.path().join("b"))).ends_with("b (not there)"));
        assert_eq!(folder(None), NO_HOME);
    }
}
