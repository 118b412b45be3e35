//! Effects: everything that the state asks the shell to do.

use std::path::PathBuf;

use super::action::{CopyTarget, Exported};
use super::fix_preview::FixPreview;
use crate::model::{Origin, ShortlistChange, ShortlistEntry};

/// Something that the state asks of the world outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show an address in the browser.
    Open(String),
    /// Ask about upstream issues, by their addresses.
    AskIssues(Vec<String>),
    /// Keep the person's skills, and use them.
    KeepSkills(Vec<String>),
    /// Keep the filter for the next start.
    KeepFilter,
    /// Put a text on the clipboard: what it is called, and the text.
    Copy(&'static str, String),
    /// Put something on the clipboard that is written as the command line writes it.
    CopyWritten(CopyTarget),
    /// Open a document in the editor, at a line (from 1).
    Edit(Origin, usize),
    /// Show the fix of a problem, by its number in what was found in a document.
    PreviewFix(Origin, usize),
    /// Make a fix.
    ApplyFix(Box<FixPreview>),
    /// Show a file beside a document in the desktop's program for it.
    OpenFile(PathBuf),
    /// Write what is to be exported: in a format by its number, to a file or else the clipboard.
    Export {
        of: Exported,
        format: usize,
        file: Option<String>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Make changes to the file of the shortlist.
    SaveShortlist(Vec<ShortlistChange>),
    /// Open the note of an entry in the editor.
    EditNote(Box<ShortlistEntry>),
    /// Draw in another theme, by its number.
    UseTheme(usize),
    /// Show the start page, with what is known of its places now.
    ShowStart,
    /// Open a path or an address in place of what is open; `None` is the sample.
    OpenListing(Option<PathBuf>),
    /// Read the document again.
    Reload,
    /// Draw the whole screen anew.
    Redraw,
    /// Capture the mouse, or let go of it.
    CaptureMouse(bool),
    /// Stop, and come back when the shell says so.
    Suspend,
    /// Leave the program.
    Quit,
}
