//! The file that a panic leaves behind.

#![expect(clippy::disallowed_methods, reason = "writing the report is what this module is for")]

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, SystemTime};

use crate::files;
use crate::model::SafeText;

/// A panic, as its report describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrashReport {
    pub message: String,
    /// Where it was: `file:line:column`, where that is known.
    pub location: Option<String>,
    /// The stack, as the runtime prints it.
    pub backtrace: String,
}

impl fmt::Display for CrashReport {
    /// The whole report, as in its file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let location = self.location.as_deref().unwrap_or("unknown place");
        writeln!(f, "{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))?;
        writeln!(f, "on {} ({})", std::env::consts::OS, std::env::consts::ARCH)?;
        writeln!(f, "panicked at {location}:\n{}\n\n{}", self.message, self.backtrace)
    }
}

/// Writes the report to a new file in `directory` (which is made if needed) and gives its path.
/// The file is whole or not there.
///
/// # Errors
///
/// When the directory cannot be made or the file cannot be written.
pub fn write(report: &CrashReport, directory: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(directory)?;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let path = directory.join(format!("crash-{}-{}.txt", since.as_secs(), process::id()));
    // A panic may repeat what a listing says, and the report is read on a terminal.
    let mut text = SafeText::default();
    text.lines(&report.to_string());
    files::replace(&path, |out| out.write_all(text.as_str().as_bytes()))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> CrashReport {
        CrashReport {
            message: "index out of bounds: \u{1b}]0;x\u{7}".to_owned(),
            location: Some("src/app.rs:1:2".to_owned()),
            backtrace: "0: main".to_owned(),
        }
    }

    #[test]
    fn the_report_is_the_only_file_left() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("state/mentor-tui");
        let path = write(&report(), &directory).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(concat!("mentor-tui ", env!("CARGO_PKG_VERSION"), "\n")), "{text}");
        let end = "panicked at src/app.rs:1:2:\nindex out of bounds: \u{fffd}]0;x\u{fffd}\n\n0: main\n";
        assert!(text.ends_with(end), "{text}");
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_a_value() {
        let room = tempfile::tempdir().unwrap();
        let file = room.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(write(&report(), &file.join("below")).is_err());
    }
}
