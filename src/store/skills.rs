//! The file of the person's own skills: `skills.txt`, a skill a line.
//!
//! It may be edited by hand; lines that begin with `# ` are comments and stay.

#![expect(clippy::disallowed_methods, reason = "the first skills make the folder")]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::files::{self, FileError};

const NAME: &str = "skills.txt";
/// The most bytes that the file may have: more skills than anybody has.
const MOST: u64 = 1 << 20;
/// A line that begins with it is a comment; `#` alone may begin a skill.
const COMMENT: &str = "# ";
/// The comment of a new file.
const ABOUT: &str = "# Your skills, one a line. The panel \"my skills\" of mentor-tui writes them here.";

/// The path of the file in a directory (see [`super::paths::data`]).
pub fn path(directory: &Path) -> PathBuf {
    directory.join(NAME)
}

/// Reads the skills in a directory; none if there is no file.
///
/// # Errors
///
/// When the file cannot be read, or is no text.
pub fn read(directory: &Path) -> Result<Vec<String>, FileError> {
    let text = text(directory)?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(COMMENT));
    Ok(lines.map(str::to_owned).collect())
}

/// Writes the skills in a directory, which is made if needed. The comments in the file stay, at its beginning.
///
/// # Errors
///
/// When the file cannot be read or written. It is then as it was.
pub fn write(directory: &Path, skills: &[String]) -> io::Result<()> {
    let text = text(directory).map_err(|error| io::Error::other(error.to_string()))?;
    let mut comments: Vec<&str> = text.lines().filter(|line| line.starts_with(COMMENT)).collect();
    if text.is_empty() {
        comments.push(ABOUT);
    }
    fs::create_dir_all(directory)?;
    files::replace(&path(directory), |out| {
        comments.iter().try_for_each(|comment| writeln!(out, "{comment}"))?;
        skills.iter().try_for_each(|skill| writeln!(out, "{skill}"))
    })
}

fn text(directory: &Path) -> Result<String, FileError> {
    match files::read_text(&path(directory), MOST) {
        Err(error) if error.is_missing() => Ok(String::new()),
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_are_lines_and_comments_stay() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("new/data");
        assert_eq!(read(&directory).unwrap(), [""; 0]);
        write(&directory, &["go".to_owned(), "C#".to_owned()]).unwrap();
        assert_eq!(read(&directory).unwrap(), ["go", "C#"]);
        fs::write(path(&directory), "# mine\n\n  rust  \n#hashtags\n# more\n").unwrap();
        assert_eq!(read(&directory).unwrap(), ["rust", "#hashtags"]);
        write(&directory, &["go".to_owned()]).unwrap();
        assert_eq!(files::read_text(&path(&directory), MOST).unwrap(), "# mine\n# more\ngo\n");
    }

    #[test]
    fn what_is_no_text_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        fs::write(path(room.path()), b"\xff\xfe\xff").unwrap();
        assert!(read(room.path()).is_err());
        assert!(write(room.path(), &["go".to_owned()]).is_err());
        assert_eq!(files::read(&path(room.path()), MOST).unwrap(), b"\xff\xfe\xff");
    }
}
