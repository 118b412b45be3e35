//! One answer of a program: as long as it may be, as late as it may come.

use std::io::{self, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::GitError;

/// The most bytes of standard error that are read.
const SAID: u64 = 64 * 1024;

/// The most characters of a sentence that is quoted.
const QUOTED: usize = 200;

/// The output of a program, and its exit status.
#[derive(Debug)]
pub(super) struct GitAnswer {
    pub(super) status: ExitStatus,
    /// On its standard output.
    pub(super) out: Vec<u8>,
    /// On its standard error.
    pub(super) said: Vec<u8>,
}

impl GitAnswer {
    /// The standard output, if the program succeeded.
    pub(super) fn expect_success(self) -> Result<Vec<u8>, GitError> {
        if self.status.success() { Ok(self.out) } else { Err(GitError::Refused(self.sentence())) }
    }

    /// The first line of standard error, without git's own prefixes.
    fn sentence(&self) -> String {
        let said = String::from_utf8_lossy(&self.said);
        let Some(line) = said.lines().find(|line| !line.trim().is_empty()) else {
            return self.status.to_string();
        };
        let line =
            ["fatal: ", "error: "].iter().fold(line, |line, sign| line.strip_prefix(sign).unwrap_or(line));
        line.chars().take(QUOTED).collect()
    }
}

/// Runs a command without any input, and waits for its end.
///
/// # Errors
///
/// When it does not start, writes more than `most` bytes, or does not end within `patience`: then it is ended.
pub(super) fn to(mut command: Command, most: u64, patience: Duration) -> io::Result<GitAnswer> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let out = child.stdout.take().map(|pipe| in_background(pipe, most));
    let said = child.stderr.take().map(|pipe| in_background(pipe, SAID));
    let read = || -> io::Result<(Vec<u8>, Vec<u8>)> {
        let late = |_| io::Error::new(io::ErrorKind::TimedOut, format!("no answer within {patience:?}"));
        let mut pipes = [out, said].into_iter().map(|pipe| match pipe {
            Some(pipe) => pipe?.recv_timeout(patience).map_err(late)?,
            None => Ok(Vec::new()),
        });
        let mut next = || pipes.next().unwrap_or_else(|| Ok(Vec::new()));
        Ok((next()?, next()?))
    };
    let outcome = read();
    if outcome.is_err() {
        // It may have ended by itself.
        let _ = child.kill();
    }
    let status = child.wait()?;
    let (out, said) = outcome?;
    Ok(GitAnswer { status, out, said })
}

/// Reads a pipe on a thread of its own, so that neither of two can wait for the other.
fn in_background(
    mut pipe: impl Read + Send + 'static,
    most: u64,
) -> io::Result<mpsc::Receiver<io::Result<Vec<u8>>>> {
    let (sender, read) = mpsc::channel();
    let work = move || {
        let mut bytes = Vec::new();
        let outcome = match pipe.by_ref().take(most + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > most => Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("its answer is longer than {most} bytes"),
            )),
            Ok(_) => Ok(bytes),
            Err(error) => Err(error),
        };
        // The caller may have given up.
        let _ = sender.send(outcome);
    };
    thread::Builder::new().name("git".to_owned()).spawn(work)?;
    Ok(read)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Long enough for every answer that comes.
    const LONG: Duration = Duration::from_secs(60);

    #[expect(clippy::disallowed_methods, reason = "a shell stands in for git")]
    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn an_answer_has_a_status_and_words() {
        let answer = to(shell("echo yes; echo 'fatal: no\nmore' >&2; exit 3"), 10, LONG).unwrap();
        assert_eq!((answer.status.code(), answer.out.as_slice()), (Some(3), &b"yes\n"[..]));
        assert_eq!(answer.expect_success().unwrap_err().to_string(), "git says: no");
        let silent = to(shell("exit 3"), 10, LONG).unwrap();
        assert_eq!(silent.expect_success().unwrap_err().to_string(), "git says: exit status: 3");
    }

    #[test]
    fn an_answer_without_an_end_meets_the_limit() {
        let error = to(shell("while :; do echo yes; done"), 1000, LONG).unwrap_err();
        assert_eq!(error.to_string(), "its answer is longer than 1000 bytes");
        assert_eq!(to(shell("printf 1234"), 4, LONG).unwrap().out, b"1234");
        assert!(to(shell("while :; do echo no >&2; done"), 1000, LONG).is_err());
    }

    #[test]
    fn an_answer_that_does_not_come_is_not_waited_for() {
        let error = to(shell("exec sleep 1000"), 1000, Duration::from_millis(20)).unwrap_err();
        assert_eq!(error.to_string(), "no answer within 20ms");
    }
}
