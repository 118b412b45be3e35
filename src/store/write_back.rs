//! Writing a changed document back to its file, unless the file changed since it was read.

#![expect(clippy::disallowed_methods, reason = "whether a file may be written is asked of the file")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::files::{self, FileError};
use crate::model::{Document, Encoding, Origin};

/// The mark that some editors put before UTF-8.
const MARK: &str = "\u{feff}";

/// Why a document was not written, in words that follow "it was not mended: ".
#[derive(Debug, thiserror::Error)]
pub enum WriteBackError {
    #[error("it is no file")]
    NoFile,
    #[error("the file is read-only")]
    ReadOnly,
    #[error("it is not UTF-8")]
    OtherEncoding,
    #[error("it changed since it was read")]
    Changed,
    /// The operating system refused to read or write it.
    #[error(transparent)]
    Failed(#[from] io::Error),
}

/// Replaces the text of a document in its file. Readers of the file see the old text or the new one, never a part.
///
/// # Errors
///
/// When it is no file of UTF-8 that may be written, or the file holds something else by now.
pub fn write(document: &Document, text: &str) -> Result<(), WriteBackError> {
    let Origin::File(path) = document.origin() else { return Err(WriteBackError::NoFile) };
    let mark = match document.encoding() {
        Encoding::Utf8 => "",
        Encoding::Utf8WithMark => MARK,
        Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Latin1 => {
            return Err(WriteBackError::OtherEncoding);
        }
    };
    // Replacing it would take no notice of that.
    if fs::metadata(path)?.permissions().readonly() {
        return Err(WriteBackError::ReadOnly);
    }
    let bytes = |text: &str| format!("{mark}{text}").into_bytes();
    replace_known(path, &bytes(document.text()), &bytes(text))
}

/// Replaces the content of a file by `new` if it is still `old`.
fn replace_known(path: &Path, old: &[u8], new: &[u8]) -> Result<(), WriteBackError> {
    match files::read(path, old.len() as u64) {
        Ok(found) if found == old => {}
        Ok(_) | Err(FileError::TooLarge(_)) => return Err(WriteBackError::Changed),
        Err(FileError::NotRegular(_)) => return Err(WriteBackError::NoFile),
        Err(error) => return Err(WriteBackError::Failed(error.into())),
    }
    Ok(files::replace(path, |out| out.write_all(new))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_written_as_it_was_read_or_not_at_all() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("ideas.md");
        let document = |encoding| Document::decoded(Origin::File(path.clone()), "old\r\n", encoding);
        fs::write(&path, "\u{feff}old\r\n").unwrap();
        assert!(matches!(write(&document(Encoding::Utf8), "new"), Err(WriteBackError::Changed)));
        assert!(matches!(write(&document(Encoding::Latin1), "new"), Err(WriteBackError::OtherEncoding)));
        write(&document(Encoding::Utf8WithMark), "new\r\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "\u{feff}new\r\n");
        assert!(matches!(write(&Document::new(Origin::Stdin, ""), ""), Err(WriteBackError::NoFile)));
        let gone = Document::new(Origin::File(room.path().join("gone.md")), "");
        assert!(matches!(write(&gone, ""), Err(WriteBackError::Failed(_))));
    }

    #[test]
    fn a_file_that_is_not_to_be_written_is_not() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("ideas.md");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let refusal = write(&Document::new(Origin::File(path.clone()), "old"), "new").unwrap_err();
        assert_eq!(refusal.to_string(), "the file is read-only");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}
