//! Opens addresses in the browser of the user.
//!
//! Addresses come out of documents that anybody may have written, so only absolute http and https addresses are
//! opened, and only in browsers that do not need the terminal, where the screen is.

mod plan;

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::Environment;
use super::programs;
use crate::model::url;
use plan::BrowserPlan;

pub use plan::OpenError;

/// The program that runs another one in a session of its own.
#[cfg(unix)]
const SETSID: &str = "setsid";

/// Where an address was handed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The name of the program that was asked.
    pub program: String,
}

impl fmt::Display for Opened {
    /// For the status line: `opened with xdg-open`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "opened with {}", self.program)
    }
}

/// Opens an address in the user's browser: the first of `BROWSER` that is there, else the desktop's.
///
/// The program is detached from the terminal and has no standard input, output or error. A launcher
/// is watched for a quarter of a second at most, so that one that fails at once is not called a
/// success; a caller with a screen to draw calls this on a thread of its own.
///
/// # Errors
///
/// When the address is not handed over ([`OpenError::Address`]), there is nothing to hand it to
/// ([`OpenError::NoBrowser`]), or what there is does not work ([`OpenError::Failed`]).
pub fn open(url: &str, environment: &Environment) -> Result<Opened, OpenError> {
    url::check(url).map_err(OpenError::Address)?;
    open_with(url, environment)
}

/// Opens a file as [`open()`] opens addresses.
///
/// # Errors
///
/// As of [`open()`]; also when the path of the file cannot be known.
pub fn open_file(path: &Path, environment: &Environment) -> Result<Opened, OpenError> {
    let path = std::path::absolute(path).map_err(|error| OpenError::Failed(error.to_string()))?;
    let path = path.to_string_lossy().replace('\\', "/").replace('%', "%25").replace('?', "%3F");
    let url = format!(
        "file://{}{}",
        if path.starts_with('/') { "" } else { "/" },
        url::percent_encoded_path(&path)
    );
    open_with(&url, environment)
}

/// Hands an address to the first of the user's browsers, else to the desktop.
fn open_with(url: &str, environment: &Environment) -> Result<Opened, OpenError> {
    match plan::plan(environment)? {
        BrowserPlan::Chosen(browsers) => open_chosen(url, &browsers, environment),
        BrowserPlan::Desktop => open_desktop(url, environment),
    }
}

/// The program that would open an address here, by its name.
///
/// # Errors
///
/// When there is none.
pub fn launcher(environment: &Environment) -> Result<String, OpenError> {
    let name = |program: &str| environment.platform.program_name(program).to_owned();
    match plan::plan(environment)? {
        BrowserPlan::Chosen(browsers) => {
            let there = browsers.iter().find(|browser| programs::is_found(&browser.program, environment));
            there.map(|browser| name(&browser.program)).ok_or_else(|| not_there(&browsers))
        }
        BrowserPlan::Desktop => desktop_launcher("https://example.org/", environment)
            .map(|it| name(&it.get_program().to_string_lossy())),
    }
}

/// Starts the first of the user's own browsers that is there.
fn open_chosen(
    url: &str,
    browsers: &[plan::Browser],
    environment: &Environment,
) -> Result<Opened, OpenError> {
    for browser in browsers {
        match start(&browser.program, &browser.arguments(url), environment) {
            Ok(()) => {
                return Ok(Opened {
                    program: environment.platform.program_name(&browser.program).to_owned(),
                });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(OpenError::Failed(format!("{} did not start: {error}", browser.program)));
            }
        }
    }
    Err(not_there(browsers))
}

fn not_there(browsers: &[plan::Browser]) -> OpenError {
    let names: Vec<_> = browsers.iter().map(|browser| browser.program.as_str()).collect();
    OpenError::Failed(format!("BROWSER names {}, which is not there", names.join(", ")))
}

/// The first launcher of the desktop that may be there.
fn desktop_launcher(url: &str, environment: &Environment) -> Result<Command, OpenError> {
    let is_there =
        |launcher: &Command| programs::is_there(&launcher.get_program().to_string_lossy(), environment);
    let there = open::commands(url).into_iter().find(is_there);
    there.ok_or(OpenError::NoBrowser("neither xdg-open nor another launcher is installed"))
}

/// Starts a program of its own: without the terminal's input and output, out of reach of its
/// ctrl-c, and without a zombie once it ends.
///
/// In a session of its own it cannot write to the terminal by another name either (`/dev/tty`). The
/// standard library makes none, so that is for `setsid`, where it is installed.
fn start(program: &str, arguments: &[impl AsRef<OsStr>], environment: &Environment) -> io::Result<()> {
    let mut command = detached(program, environment)?;
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    // It has started; who does not wait for its end only leaves its number taken until the own one.
    let _ = thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait());
    Ok(())
}

/// The command that runs a program apart from the terminal.
#[cfg(unix)]
fn detached(program: &str, environment: &Environment) -> io::Result<Command> {
    let file = programs::found(program, environment).ok_or(io::ErrorKind::NotFound)?;
    if let Ok(mut command) = programs::command(SETSID, environment) {
        command.arg(file);
        return Ok(command);
    }
    let mut command = programs::command(program, environment)?;
    // Not with `setsid`: the leader of a group cannot leave its session without a fork.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    Ok(command)
}

/// The command that runs a program apart from the terminal.
#[cfg(not(unix))]
fn detached(program: &str, environment: &Environment) -> io::Result<Command> {
    programs::command(program, environment)
}

/// Asks the desktop, through the crate that knows every desktop's launchers and their order. It looks for them in
/// relative folders of `PATH`, too: where there are such, the first launcher that is elsewhere is started here.
fn open_desktop(url: &str, environment: &Environment) -> Result<Opened, OpenError> {
    let launcher = desktop_launcher(url, environment)?;
    let program = launcher.get_program().to_string_lossy();
    let name = environment.platform.program_name(&program);
    // Windows has its launcher in a folder of its own.
    let opened = if cfg!(windows) || programs::are_absolute(&environment.programs) {
        open::that_detached(url)
    } else {
        start(&program, &launcher.get_args().collect::<Vec<_>>(), environment)
    };
    match opened {
        Ok(()) => Ok(Opened { program: name.to_owned() }),
        Err(_) => Err(OpenError::Failed(format!("{name} could not open it"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::Platform;

    const URL: &str = "https://example.org/gauge/1";

    fn choosing(browser: &str) -> Environment {
        Environment { browser: Some(browser.to_owned()), platform: Platform::Unix, ..Environment::default() }
    }

    #[test]
    fn an_unsafe_address_reaches_no_program() {
        let refusal = open("file:///etc/passwd", &choosing("true")).unwrap_err();
        assert_eq!(refusal.to_string(), "Not opened: it is no http or https address");
        assert!(!refusal.address_is_fine());
    }

    #[test]
    fn without_a_launcher_it_says_so() {
        let nothing_installed = Environment { has_display: true, ..Environment::default() };
        let refusal = open(URL, &nothing_installed).unwrap_err();
        assert_eq!(launcher(&nothing_installed).unwrap_err(), refusal);
        if cfg!(all(unix, not(target_os = "macos"))) {
            let sentence = "No browser (neither xdg-open nor another launcher is installed)";
            assert_eq!(refusal.to_string(), sentence);
        }
    }

    #[test]
    fn a_choice_that_is_not_there_is_named() {
        let refusal = open(URL, &choosing("no-such-browser-1:no-such-browser-2")).unwrap_err();
        let sentence = "Not opened: BROWSER names no-such-browser-1, no-such-browser-2, which is not there";
        assert_eq!(refusal.to_string(), sentence);
        assert!(refusal.address_is_fine());
    }

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "makes a stub of a browser and reads what it got")]
    fn the_users_choice_gets_exactly_the_address() {
        use std::os::unix::fs::PermissionsExt;

        let room = tempfile::tempdir().unwrap();
        let (stub, fifo) = (room.path().join("stub"), room.path().join("said"));
        assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        std::fs::write(&stub, "#!/bin/sh\nprintf '%s|' \"$@\" > \"${0%/*}/said\"\n").unwrap();
        std::fs::set_permissions(&stub, std::fs::Permissions::from_mode(0o755)).unwrap();

        let browser = format!("no-such-browser:{} --new-tab %s", stub.display());
        let opened = open(URL, &choosing(&browser)).unwrap();
        assert_eq!(opened.to_string(), "opened with stub");
        // Reading a FIFO waits for its writer: no sleeping, no polling.
        assert_eq!(std::fs::read_to_string(&fifo).unwrap(), format!("--new-tab|{URL}|"));
    }
}
