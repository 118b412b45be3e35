//! The environment variables that describe the desktop, read once and kept as a value.

#![expect(clippy::disallowed_methods, reason = "reading the environment is what this module is for")]

use std::env;
use std::ffi::OsString;

use super::platform::Platform;

/// A terminal multiplexer between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Multiplexer {
    /// tmux: `TMUX`.
    Tmux,
    /// GNU screen: `STY`.
    Screen,
}

/// The conditions that decide which programs open addresses, copy texts and edit files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for variables of its own")]
pub struct Environment {
    /// The user's own choice of browsers: `BROWSER`, separated like `PATH`.
    pub browser: Option<String>,
    /// Where programs are looked for: `PATH`.
    pub programs: OsString,
    /// Whether windows need a display server that has to be named (X11, Wayland).
    pub needs_display: bool,
    /// Whether one is named.
    pub has_display: bool,
    /// Whether that is one of Wayland.
    pub wayland: bool,
    /// Whether the session comes from another machine, over SSH.
    pub remote: bool,
    pub multiplexer: Option<Multiplexer>,
    /// The kind of terminal: `TERM`.
    pub terminal: String,
    /// The operating system.
    pub platform: Platform,
    /// The user's own choice of an editor, with the name of the variable: `VISUAL`, else `EDITOR`.
    pub editor: Option<(&'static str, String)>,
    /// The user's own choice of a pager: `PAGER`.
    pub pager: Option<String>,
    /// Whether the user chose the options of less: `LESS`, which may be empty.
    pub sets_less: bool,
}

impl Environment {
    /// The environment of this process.
    pub fn from_process() -> Self {
        Self::read(Platform::default(), |name| env::var_os(name))
    }

    /// The environment that `variable` knows. An empty variable counts as absent.
    fn read(platform: Platform, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let value = |name: &str| variable(name).filter(|value| !value.is_empty());
        let words = |name: &str| value(name).and_then(|value| value.into_string().ok());
        let any = |names: &[&str]| names.iter().any(|name| value(name).is_some());
        // The Windows Subsystem for Linux hands addresses to Windows, which has its desktop.
        let own_windows = platform.has_own_windows() || any(&["WSL_DISTRO_NAME", "WSL_INTEROP"]);
        Self {
            browser: words("BROWSER"),
            programs: value("PATH").unwrap_or_default(),
            needs_display: !own_windows,
            has_display: any(&["DISPLAY", "WAYLAND_DISPLAY"]),
            wayland: any(&["WAYLAND_DISPLAY"]),
            remote: any(&["SSH_CONNECTION", "SSH_TTY"]),
            // Where both are, it is unknown which is the inner one; tmux at least answers.
            multiplexer: [("TMUX", Multiplexer::Tmux), ("STY", Multiplexer::Screen)]
                .into_iter()
                .find_map(|(name, multiplexer)| any(&[name]).then_some(multiplexer)),
            terminal: words("TERM").unwrap_or_default(),
            platform,
            editor: ["VISUAL", "EDITOR"].into_iter().find_map(|name| Some((name, words(name)?))),
            pager: words("PAGER"),
            sets_less: variable("LESS").is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Environment {
        read_on(Platform::Unix, variables)
    }

    fn read_on(platform: Platform, variables: &[(&str, &str)]) -> Environment {
        Environment::read(platform, |wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn windows_and_macos_need_no_display_server() {
        assert!(read_on(Platform::Unix, &[]).needs_display);
        assert!(!read_on(Platform::MacOs, &[]).needs_display);
        assert!(!read_on(Platform::Windows, &[]).needs_display);
    }

    #[test]
    fn empty_variables_say_nothing() {
        let empty = read(&[("BROWSER", ""), ("DISPLAY", ""), ("SSH_TTY", "")]);
        assert_eq!(empty, read(&[]));
        assert!(!empty.has_display && !empty.remote && empty.browser.is_none());
    }

    #[test]
    fn every_variable_is_heard() {
        assert!(read(&[("WAYLAND_DISPLAY", "wayland-0")]).has_display);
        assert!(read(&[("DISPLAY", ":0")]).has_display);
        assert!(read(&[("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")]).remote);
        assert!(read(&[("SSH_TTY", "/dev/pts/1")]).remote);
        assert!(!read(&[("WSL_DISTRO_NAME", "Debian")]).needs_display);
        assert_eq!(read(&[("BROWSER", "firefox")]).browser.as_deref(), Some("firefox"));
        assert_eq!(read(&[("TMUX", "/tmp/s,1,0")]).multiplexer, Some(Multiplexer::Tmux));
        assert_eq!(read(&[("STY", "1.pts-1")]).multiplexer, Some(Multiplexer::Screen));
        assert_eq!(read(&[("TERM", "linux")]).terminal, "linux");
        assert_eq!(read(&[("PAGER", "less -S")]).pager.as_deref(), Some("less -S"));
        assert!(read(&[("LESS", "")]).sets_less && !read(&[]).sets_less);
        let editor = |variables: &[(&str, &str)]| read(variables).editor;
        assert_eq!(
            editor(&[("EDITOR", "vi"), ("VISUAL", "code -w")]),
            Some(("VISUAL", "code -w".to_owned()))
        );
        assert_eq!(editor(&[("EDITOR", "vi"), ("VISUAL", "")]), Some(("EDITOR", "vi".to_owned())));
    }
}
