//! Programs: where they are found, how a command is made of one, and how one is fed that works beside the screen.
//!
//! Every command is made here. An entry of `PATH` that is relative or empty names another folder wherever the program
//! runs, in the end one that a stranger filled, so no program is looked for there.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::environment::Environment;
use super::platform::Platform;

/// How long a program may take with what it is fed.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether there is a file for a program: at its path, or by its name in one of the folders of `PATH`.
pub(super) fn is_found(program: &str, environment: &Environment) -> bool {
    found(program, environment).is_some()
}

/// Whether a program may be there: as an absolute path, or by name in one of the folders of `PATH`. Windows finds
/// programs in more ways than can be asked for, and always has its own launcher.
pub(super) fn is_there(program: &str, environment: &Environment) -> bool {
    environment.platform == Platform::Windows
        || Path::new(program).is_absolute()
        || found(program, environment).is_some()
}

/// The command that runs a program. What the program starts in turn is not found in a relative folder either.
///
/// # Errors
///
/// `NotFound` when there is no such program.
#[expect(clippy::disallowed_methods, reason = "every command is made here")]
pub(super) fn command(program: &str, environment: &Environment) -> io::Result<Command> {
    let file = found(program, environment).ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(file);
    match env::join_paths(folders(&environment.programs)) {
        // An empty `PATH` would mean the current folder.
        Ok(path) if !path.is_empty() => command.env("PATH", path),
        _ => command.env_remove("PATH"),
    };
    Ok(command)
}

/// Whether every folder of a `PATH` is the same wherever the program runs.
pub(super) fn are_absolute(programs: &OsStr) -> bool {
    env::split_paths(programs).all(|folder| folder.is_absolute())
}

/// The folders of a `PATH` that are the same wherever the program runs.
fn folders(programs: &OsStr) -> impl Iterator<Item = PathBuf> {
    env::split_paths(programs).filter(|folder| folder.is_absolute())
}

/// The file of a program: at its path, or by its name in one of the folders of `PATH`.
pub(super) fn found(program: &str, environment: &Environment) -> Option<PathBuf> {
    let platform = environment.platform;
    let is_path = program.contains(|c| platform.is_separator(c));
    let folders = folders(&environment.programs).filter(|_| !is_path);
    let mut folders = is_path.then(PathBuf::new).into_iter().chain(folders);
    let names = platform.file_names(program);
    folders.find_map(|folder| names.iter().map(|name| folder.join(name)).find(|path| is_program(path)))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Feeds a program on its standard input, and waits for its end; not for ever. It has no part in the
/// terminal: neither its output nor its ctrl-c. One that takes too long is left to itself.
///
/// # Errors
///
/// When it does not start, fails, or takes too long.
pub(super) fn feed(mut command: Command, input: Vec<u8>) -> io::Result<()> {
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let (sender, ended) = mpsc::channel();
    let work = move || {
        let fed = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(&input));
        let status = child.wait();
        // The caller may have given up.
        let _ = sender.send(fed.and(status));
    };
    thread::Builder::new().name("feed".to_owned()).spawn(work)?;
    let status = ended.recv_timeout(PATIENCE).map_err(io::Error::other)??;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A folder of files that can be run and do nothing.
    #[expect(clippy::disallowed_methods, reason = "makes files that are called like programs")]
    pub(in crate::desktop) fn folder_with(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            std::fs::write(&path, "").unwrap();
            #[cfg(unix)]
            std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        }
        folder
    }

    fn on(platform: Platform, programs: impl Into<std::ffi::OsString>) -> Environment {
        Environment { platform, programs: programs.into(), ..Environment::default() }
    }

    #[test]
    fn windows_finds_a_script_by_its_name() {
        let room = folder_with(&["code.cmd"]);
        let on = |platform| on(platform, room.path());
        let path = room.path().join("code.cmd");
        assert_eq!(found("code", &on(Platform::Windows)), Some(path.clone()));
        assert_eq!(found("vim", &on(Platform::Windows)), None);
        assert_eq!(found("code.cmd", &on(Platform::Unix)), Some(path.clone()));
        assert!(is_found("code", &on(Platform::Windows)) && !is_found("code", &on(Platform::Unix)));
        assert!(is_found(path.to_str().unwrap(), &on(Platform::Unix)));
        assert!(!is_found("", &on(Platform::Unix)));
    }

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a relative path begins there")]
    fn a_name_is_looked_for_only_in_absolute_folders() {
        let room = folder_with(&["tide"]);
        let absolute = room.path().to_str().unwrap();
        let up = "../".repeat(env::current_dir().unwrap().components().count() - 1);
        let relative = up.trim_end_matches('/').to_owned() + absolute;
        assert!(Path::new(&relative).join("tide").is_file(), "it could be found there: {relative}");
        for path in [relative.as_str(), "", "."] {
            assert_eq!(found("tide", &on(Platform::Unix, path)), None, "{path}");
        }
        let path = format!(":.:{relative}:{absolute}:");
        assert!(!are_absolute(path.as_ref()) && are_absolute(absolute.as_ref()));
        let command = command("tide", &on(Platform::Unix, path)).unwrap();
        assert_eq!(command.get_program(), room.path().join("tide"));
        let given: Vec<_> = command.get_envs().collect();
        assert_eq!(given, [(OsStr::new("PATH"), Some(OsStr::new(absolute)))], "nor by what it starts itself");
    }

    #[cfg(unix)]
    #[test]
    fn a_path_is_taken_as_it_is_if_it_can_be_run() {
        let room = folder_with(&["tide"]);
        let path = room.path().join("tide");
        let found = || found(path.to_str().unwrap(), &on(Platform::Unix, ""));
        assert_eq!(found(), Some(path.clone()));
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
        assert_eq!(found(), None);
        assert_eq!(command("tide", &on(Platform::Unix, "")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
