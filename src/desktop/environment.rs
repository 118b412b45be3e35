//! What the environment says about the desktop, read once and kept as a value.

#![expect(clippy::disallowed_methods, reason = "reading the environment is what this module is for")]

use std::env;
use std::ffi::OsString;

/// What decides whether, and with which program, an address can be opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// The user's own choice of browsers: `BROWSER`, separated like `PATH`.
    pub browser: Option<String>,
    /// Where programs are looked for: `PATH`.
    pub programs: OsString,
    /// Whether windows need a display server that has to be named (X11, Wayland).
    pub needs_display: bool,
    /// Whether one is named.
    pub has_display: bool,
    /// Whether the session comes from another machine, over SSH.
    pub remote: bool,
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    pub fn from_process() -> Self {
        Self::read(|name| env::var_os(name))
    }

    /// The environment that `variable` knows. An empty variable counts as absent.
    fn read(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let value = |name: &str| variable(name).filter(|value| !value.is_empty());
        let any = |names: &[&str]| names.iter().any(|name| value(name).is_some());
        // The Windows Subsystem for Linux hands addresses to Windows, which has its desktop.
        let own_windows = cfg!(any(windows, target_os = "macos")) || any(&["WSL_DISTRO_NAME", "WSL_INTEROP"]);
        Self {
            browser: value("BROWSER").and_then(|value| value.into_string().ok()),
            programs: value("PATH").unwrap_or_default(),
            needs_display: !own_windows,
            has_display: any(&["DISPLAY", "WAYLAND_DISPLAY"]),
            remote: any(&["SSH_CONNECTION", "SSH_TTY"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Environment {
        Environment::read(|wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| OsString::from(value))
        })
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
    }
}
