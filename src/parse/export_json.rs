//! The official export of an LFX term (`lfx-export.json`): a JSON object whose `programs` are the
//! proposals.
//!
//! A string in JSON is escaped, so no span of the file is the text of a field. The export is
//! therefore rendered as a listing in Markdown, in the template that term pages follow, and that
//! text is what everything points into; a program's line is still that of the file.

mod page;
mod program;

use serde::Deserialize;
use serde_json::value::RawValue;

use self::page::Page;
use self::program::Program;
use super::identity::Identities;
use crate::model::{Anchor, Proposal, Remark, RemarkKind, Span};

/// How the key of the list is written: what an object without it holds is no export.
const KEY: &[u8] = b"\"programs\"";

/// The whole file; programs stay text until each is read, which keeps their places.
#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    programs: Vec<&'a RawValue>,
}

/// Markdown that was made of a document in another format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendering {
    /// The Markdown.
    pub text: String,
    /// Where its pieces stand in the document.
    pub anchors: Vec<Anchor>,
}

/// An export, read.
pub(super) struct Read {
    pub(super) rendering: Rendering,
    pub(super) proposals: Vec<Proposal>,
    pub(super) remarks: Vec<Remark>,
}

/// Reads an export; `None` when a text does not begin like one.
///
/// # Errors
///
/// The remark to make, when it begins like one and goes on as something else.
pub(super) fn read(text: &str) -> Option<Result<Read, Remark>> {
    if !is_object(text) || memchr::memmem::find(text.as_bytes(), KEY).is_none() {
        return None;
    }
    match serde_json::from_str(text) {
        Ok(export) => Some(Ok(render(text, &export))),
        Err(error) => Some(Err(Remark { kind: RemarkKind::BrokenExport, span: place(text, &error) })),
    }
}

/// Why JSON holds no proposals, in words for "no proposals in …: …"; `None` when a text is none.
pub fn what_json_lacks(text: &str) -> Option<String> {
    if !is_object(text) {
        return None;
    }
    Some(match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => "it is JSON, but no export with `programs`".to_owned(),
        Err(error) if error.is_eof() => "its JSON breaks off; save or download it again".to_owned(),
        Err(error) => format!("its JSON is broken in line {}", error.line()),
    })
}

/// Whether a text begins like an object in JSON: a brace and a key.
fn is_object(text: &str) -> bool {
    text.trim_start().strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"'))
}

/// Where an error is: the start of its line.
fn place(text: &str, error: &serde_json::Error) -> Span {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    Span::at(lines.map(str::len).sum())
}

fn render(text: &str, export: &Export<'_>) -> Read {
    let mut page = Page::default();
    let (mut proposals, mut remarks, mut anchors) = (Vec::new(), Vec::new(), Vec::new());
    let mut identities = Identities::default();
    let (mut line, mut counted) = (1, 0);
    for program in &export.programs {
        let start = (program.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..start]).count();
        counted = start;
        // Whatever stands before the first program is that program's, too.
        anchors.push(Anchor { offset: page.len(), line });
        if let Ok(program) = serde_json::from_str::<Program>(program.get()) {
            proposals.push(program.write(&mut page, &mut identities, &mut remarks));
        } else {
            let span = page.verbatim(program.get());
            remarks.push(Remark { kind: RemarkKind::UnreadProgram, span });
        }
    }
    Read { rendering: Rendering { text: page.finish(), anchors }, proposals, remarks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_object_with_programs_is_an_export() {
        for text in ["", "# A", "[1]", "{}", "{{% x %}} \"programs\"", "{\"a\": 1}"] {
            assert!(read(text).is_none(), "{text}");
        }
        assert!(read(" {\n \"programs\": []}").unwrap().is_ok());
    }

    #[test]
    fn what_breaks_off_is_told_where() {
        for text in ["{\n\"programs\": [\n{\"a\":", "{\n\"x\": 1,\n\"programs\": 7}"] {
            let remark = read(text).unwrap().err().unwrap();
            assert_eq!(
                (remark.kind, remark.span),
                (RemarkKind::BrokenExport, Span::at(text.rfind('\n').unwrap() + 1))
            );
        }
        let deep = format!("{{\"programs\": [{}", "[".repeat(100_000));
        assert!(read(&deep).unwrap().is_err());
    }

    #[test]
    fn one_bad_program_costs_no_other() {
        let text = "{\"programs\": [\n7,\n{\"program_name_short\": \"Mend\"},\n{\"description\": 1}]}";
        let read = read(text).unwrap().unwrap_or_else(|_| panic!("it is one"));
        assert_eq!(read.proposals.len(), 1);
        assert_eq!(read.remarks.len(), 2);
        assert!(read.rendering.text.contains("{\"description\": 1}"));
        let lines: Vec<_> = read.rendering.anchors.iter().map(|anchor| anchor.line).collect();
        assert_eq!(lines, [2, 3, 4]);
    }
}
