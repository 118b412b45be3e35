//! Programs: where they are found, and how one is fed that works beside the screen.

use std::env;
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

/// The program as it is to be started. On Windows that is its file where there is one: a name alone would find
/// `code.exe`, and not `code.cmd`.
pub(super) fn resolved(program: &str, environment: &Environment) -> PathBuf {
    let file = found(program, environment).filter(|_| environment.platform == Platform::Windows);
    file.unwrap_or_else(|| program.into())
}

fn found(program: &str, environment: &Environment) -> Option<PathBuf> {
    let platform = environment.platform;
    let is_path = program.contains(|c| platform.is_separator(c));
    let folders = env::split_paths(&environment.programs).filter(|_| !is_path);
    let mut folders = is_path.then(PathBuf::new).into_iter().chain(folders);
    let names = platform.file_names(program);
    folders.find_map(|folder| names.iter().map(|name| folder.join(name)).find(|path| path.is_file()))
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
        // Whoever waited may have given up.
        let _ = sender.send(fed.and(status));
    };
    thread::Builder::new().name("feed".to_owned()).spawn(work)?;
    let status = ended.recv_timeout(PATIENCE).map_err(io::Error::other)??;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "makes files that are called like programs")]
    fn windows_finds_a_script_by_its_name() {
        let room = tempfile::tempdir().unwrap();
        std::fs::write(room.path().join("code.cmd"), "").unwrap();
        let on = |platform| Environment { platform, programs: room.path().into(), ..Environment::default() };
        assert_eq!(resolved("code", &on(Platform::Windows)), room.path().join("code.cmd"));
        assert_eq!(resolved("vim", &on(Platform::Windows)), Path::new("vim"));
        assert_eq!(resolved("code.cmd", &on(Platform::Unix)), Path::new("code.cmd"));
        assert!(is_found("code", &on(Platform::Windows)) && !is_found("code", &on(Platform::Unix)));
        let path = room.path().join("code.cmd");
        assert!(is_found(path.to_str().unwrap(), &on(Platform::Unix)));
        assert!(!is_found("", &on(Platform::Unix)));
    }
}
