//! Programs: where they are found, and how one is fed that works beside the screen.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a program may take with what it is fed.
const PATIENCE: Duration = Duration::from_secs(2);

/// The name to call a program by: without its directory.
pub(super) fn name(program: &str) -> String {
    let path = Path::new(program);
    path.file_name().and_then(OsStr::to_str).unwrap_or(program).to_owned()
}

/// Whether a program can be found: as a path, or by name in one of the directories of `programs`.
/// Windows finds programs in more ways than can be asked for, and always has its own launcher.
pub(super) fn is_there(program: &str, programs: &OsStr) -> bool {
    cfg!(windows)
        || Path::new(program).is_absolute()
        || env::split_paths(programs).any(|directory| directory.join(program).is_file())
}

/// The same, and whether there is a file where it is a path. What lies in no directory of `programs`
/// is named by a path with a separator.
pub(super) fn is_found(program: &str, programs: &OsStr) -> bool {
    if program.contains('/') { Path::new(program).is_file() } else { is_there(program, programs) }
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
