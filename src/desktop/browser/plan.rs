//! Which program opens an address here, decided from the environment and from which programs there are.

use crate::desktop::{Environment, command_line, programs};

/// Browsers that draw on the terminal, where the screen already is.
const ON_THE_TERMINAL: &[&str] =
    &["browsh", "carbonyl", "elinks", "links", "links2", "lynx", "netrik", "w3m", "www-browser"];

/// Why an address was not opened. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is no address that is safe to hand over: say so, do nothing more.
    #[error("Not opened: {0}")]
    Address(&'static str),
    /// No browser can run here: show the address and send it to the clipboard.
    #[error("No browser ({0})")]
    NoBrowser(&'static str),
    /// A browser should have run and did not: show the address, and say this.
    #[error("Not opened: {0}")]
    Failed(String),
}

impl OpenError {
    /// Whether the address itself is fine, so that showing and copying it helps.
    pub fn address_is_fine(&self) -> bool {
        !matches!(self, Self::Address(_))
    }
}

/// The program to start.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BrowserPlan {
    /// The first of these that is there; never empty.
    Chosen(Vec<Browser>),
    /// The launcher of the desktop.
    Desktop,
}

/// A browser as `BROWSER` names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Browser {
    /// The program, by name or path.
    pub(super) program: String,
    /// Its arguments; `%s` in one is replaced by the address.
    arguments: Vec<String>,
}

impl Browser {
    /// Reads one part of `BROWSER`: `firefox`, `firefox --new-tab %s`. `None` where it is empty.
    fn read(part: &str, environment: &Environment) -> Option<Self> {
        let is_program = |name: &str| programs::is_found(name, environment);
        let words = command_line::split(part, environment.platform, is_program);
        let mut words =
            words.unwrap_or_else(|| part.split_whitespace().map(str::to_owned).collect()).into_iter();
        let program = words.next()?;
        let mut arguments: Vec<_> = words.collect();
        if !arguments.iter().any(|argument| argument.contains("%s")) {
            arguments.push("%s".to_owned());
        }
        Some(Self { program, arguments })
    }

    /// The arguments with which it opens `url`. No shell reads them.
    pub(super) fn arguments(&self, url: &str) -> Vec<String> {
        self.arguments.iter().map(|argument| argument.replace("%s", url)).collect()
    }
}

/// Decides. What the user chose in `BROWSER` counts everywhere, on a server without a display too:
/// such a choice is often a helper that reaches the user's own machine.
pub(super) fn plan(environment: &Environment) -> Result<BrowserPlan, OpenError> {
    if let Some(choice) = &environment.browser {
        return chosen(choice, environment);
    }
    if environment.remote && !environment.has_display {
        return Err(OpenError::NoBrowser("SSH session"));
    }
    if environment.needs_display && !environment.has_display {
        return Err(OpenError::NoBrowser("no display"));
    }
    Ok(BrowserPlan::Desktop)
}

fn chosen(choice: &str, environment: &Environment) -> Result<BrowserPlan, OpenError> {
    // A path may hold the separator, too.
    let is_one = programs::is_found(choice.trim(), environment);
    let separator = environment.platform.list_separator();
    let parts = choice.split(|c| !is_one && c == separator);
    let named: Vec<_> = parts.filter_map(|part| Browser::read(part, environment)).collect();
    let nothing_named = named.is_empty();
    let beside: Vec<_> = named.into_iter().filter(|browser| !on_the_terminal(browser, environment)).collect();
    match beside.is_empty() {
        false => Ok(BrowserPlan::Chosen(beside)),
        true if nothing_named => Ok(BrowserPlan::Desktop),
        true => Err(OpenError::NoBrowser("the one in BROWSER needs the terminal")),
    }
}

fn on_the_terminal(browser: &Browser, environment: &Environment) -> bool {
    ON_THE_TERMINAL.contains(&environment.platform.program_name(&browser.program))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::Platform;

    fn here() -> Environment {
        Environment { needs_display: true, has_display: true, ..Environment::default() }
    }

    fn choosing(browser: &str) -> Environment {
        Environment { browser: Some(browser.to_owned()), has_display: false, remote: true, ..here() }
    }

    #[test]
    fn a_desktop_is_where_windows_can_open() {
        let no_browser = |environment| matches!(plan(&environment), Err(OpenError::NoBrowser(_)));
        assert_eq!(plan(&here()), Ok(BrowserPlan::Desktop));
        assert_eq!(plan(&Environment { remote: true, ..here() }), Ok(BrowserPlan::Desktop));
        assert!(no_browser(Environment { has_display: false, ..here() }));
        // macOS, Windows, WSL: no display is named, and none is needed, unless one is far away.
        let own_windows = Environment { needs_display: false, has_display: false, ..here() };
        assert_eq!(plan(&own_windows), Ok(BrowserPlan::Desktop));
        assert!(no_browser(Environment { remote: true, ..own_windows }));
    }

    #[test]
    fn the_users_choice_counts_everywhere() {
        let Ok(BrowserPlan::Chosen(browsers)) = plan(&choosing("firefox --new-tab=%s")) else { panic!() };
        assert_eq!(browsers[0].program, "firefox");
        assert_eq!(browsers[0].arguments("https://example.org/$(x)"), ["--new-tab=https://example.org/$(x)"]);
    }

    #[test]
    fn browsers_on_the_terminal_are_passed_over() {
        assert!(matches!(plan(&choosing("/usr/bin/w3m")), Err(OpenError::NoBrowser(_))));
        assert_eq!(plan(&choosing("  ")), Ok(BrowserPlan::Desktop));
        for (platform, choice) in [
            (Platform::Unix, "lynx:firefox::links"),
            (Platform::MacOs, "lynx:firefox::links"),
            (Platform::Windows, "lynx;firefox;;C:/links.exe"),
        ] {
            assert_eq!(chosen_programs(&Environment { platform, ..choosing(choice) }), ["firefox"]);
        }
    }

    fn chosen_programs(environment: &Environment) -> Vec<String> {
        let Ok(BrowserPlan::Chosen(browsers)) = plan(environment) else { panic!("{:?}", plan(environment)) };
        browsers.into_iter().map(|browser| browser.program).collect()
    }

    #[test]
    fn a_path_with_a_blank_is_one_program() {
        let room = programs::tests::folder_with(&["My Browser"]);
        let path = room.path().join("My Browser");
        let path = path.to_str().unwrap();
        for (choice, arguments) in
            [(path.to_owned(), &["%s"][..]), (format!("{path} --new-tab %s"), &["--new-tab", "%s"])]
        {
            let Ok(BrowserPlan::Chosen(browsers)) = plan(&choosing(&choice)) else { panic!("{choice}") };
            assert_eq!(
                (browsers[0].program.as_str(), &browsers[0].arguments[..]),
                (path, &arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>()[..])
            );
        }
        let windows = Environment { platform: Platform::Windows, ..choosing(r#"nowhere;"C:\A b\c.exe" %s"#) };
        assert_eq!(chosen_programs(&windows), ["nowhere", r"C:\A b\c.exe"]);
    }
}
