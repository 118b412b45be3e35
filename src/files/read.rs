//! Reading regular files of bounded size, without ever waiting for one.

#![expect(clippy::disallowed_methods, reason = "this is the one place that opens small files")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use super::error::{FileError, expect_regular};

/// Reads a regular file of at most `most` bytes.
///
/// # Errors
///
/// When it is no regular file, is larger, or cannot be read.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let file = open(path)?;
    if file.metadata()?.len() > most {
        return Err(FileError::TooLarge(most));
    }
    // It may grow meanwhile, and files of the kernel have no size at all.
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(FileError::TooLarge(most)) } else { Ok(bytes) }
}

/// Reads a regular file of at most `most` bytes of UTF-8.
///
/// # Errors
///
/// When it is no regular file, is larger, is not UTF-8, or cannot be read.
pub fn read_text(path: &Path, most: u64) -> Result<String, FileError> {
    String::from_utf8(read(path, most)?).map_err(|_| FileError::NotText)
}

/// Opens a regular file for reading, and nothing else.
///
/// # Errors
///
/// When it is no regular file, or cannot be opened.
pub fn open(path: &Path) -> Result<File, FileError> {
    open_with(path, OpenOptions::new().read(true))
}

/// Opens a regular file with options, and nothing else. Never waits for the other end of a pipe.
///
/// # Errors
///
/// When it is no regular file, or cannot be opened.
pub fn open_with(path: &Path, options: &mut OpenOptions) -> Result<File, FileError> {
    // Opening some devices already does something: they are not even opened.
    match fs::metadata(path) {
        Ok(metadata) => expect_regular(&metadata)?,
        // `options` may ask for a new file.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    // Between the look and the opening something else may have taken the name.
    let file = without_waiting(options).open(path)?;
    expect_regular(&file.metadata()?)?;
    Ok(file)
}

/// Whether a path leads to a terminal.
pub fn is_terminal(path: &Path) -> bool {
    without_waiting(OpenOptions::new().read(true)).open(path).is_ok_and(|file| file.is_terminal())
}

#[cfg(unix)]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed())
}

#[cfg(not(unix))]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("a");
        fs::write(&path, "four").unwrap();
        assert_eq!(read(&path, 4).unwrap(), b"four");
        assert!(matches!(read(&path, 3), Err(FileError::TooLarge(3))));
        assert!(read(&room.path().join("b"), 3).unwrap_err().is_missing());
        fs::write(&path, b"\xff").unwrap();
        assert!(matches!(read_text(&path, 3), Err(FileError::NotText)));
        assert_eq!(
            read(room.path(), 3).unwrap_err().to_string(),
            "it is a directory, not a regular file; remove it or put a file in its place"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_is_waited_for() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        mknodat(CWD, at("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", at("device")).unwrap();
        std::os::unix::fs::symlink("pipe", at("link")).unwrap();
        for (name, kind) in
            [("pipe", "a pipe"), ("link", "a pipe"), ("socket", "a socket"), ("device", "a device")]
        {
            let refused = |outcome| match outcome {
                Err(FileError::NotRegular(found)) => assert_eq!(found, kind, "{name}"),
                other => panic!("{name}: {other:?}"),
            };
            refused(read(&at(name), 9).map(drop));
            refused(open_with(&at(name), OpenOptions::new().write(true).create(true)).map(drop));
        }
    }
}
