//! Output: all text of the command line passes here on its way to standard output, standard error or a file.
//!
//! [`Out`] is the only holder of those, and takes [safe text](crate::model::SafeText) alone: it is no
//! [`std::io::Write`], so that nothing can be written around the filter.

use std::fmt;
use std::io::{self, Write};

use serde::Serialize;

use crate::model::{Mark, Marked, SafeText};
use crate::ui::row::{Piece, Role, Tone};

/// So many bytes are gathered before they are written.
const SPILL: usize = 16 * 1024;

/// Where text goes, line by line. Call [`Out::flush`] at the end: what is gathered is not written by itself.
pub(crate) struct Out<'a> {
    text: SafeText,
    /// Whether bold text and the like are wanted.
    with_marks: bool,
    /// `None` where the text is only gathered.
    sink: Option<Box<dyn Write + 'a>>,
    at_closed_pipe: AtClosedPipe,
}

/// The reaction to a closed pipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AtClosedPipe {
    /// Writing fails, so that the run ends early: the text was its point.
    Fail,
    /// Text is dropped, so that the run goes on to its exit status.
    GoOn,
}

impl Out<'static> {
    /// Standard output, which is held until the end.
    pub(crate) fn stdout(with_marks: bool) -> Self {
        Self { with_marks, ..Self::to(io::stdout().lock()) }
    }

    /// Standard error.
    pub(crate) fn stderr() -> Self {
        Self::to(io::stderr().lock())
    }

    /// No place: the text is gathered, for [`Out::take_gathered`].
    pub(crate) fn nowhere(with_marks: bool) -> Self {
        Self { text: SafeText::default(), with_marks, sink: None, at_closed_pipe: AtClosedPipe::Fail }
    }
}

impl<'a> Out<'a> {
    /// A stream that the caller has.
    pub(crate) fn to(sink: impl Write + 'a) -> Self {
        Self {
            text: SafeText::default(),
            with_marks: false,
            sink: Some(Box::new(sink)),
            at_closed_pipe: AtClosedPipe::Fail,
        }
    }

    /// Takes the text that was gathered, and whether it has marks. `None` where text goes somewhere.
    pub(crate) fn take_gathered(&mut self) -> Option<(SafeText, bool)> {
        self.sink.is_none().then(|| (std::mem::take(&mut self.text), self.with_marks))
    }

    /// Goes on where the reader has gone: the exit status matters more than the text.
    pub(crate) fn outlive_reader(&mut self) {
        self.at_closed_pipe = AtClosedPipe::GoOn;
    }

    /// Writes one line; see [`SafeText::line`].
    pub(crate) fn line(&mut self, words: fmt::Arguments<'_>) -> io::Result<()> {
        self.text.line(words);
        self.spill()
    }

    /// Writes an empty line.
    pub(crate) fn empty_line(&mut self) -> io::Result<()> {
        self.line(format_args!(""))
    }

    /// Writes parts of a line.
    pub(crate) fn marked(&mut self, parts: &[Marked<'_>]) {
        for part in parts {
            self.text.marked(part, self.with_marks);
        }
    }

    /// Writes a tab, between columns for programs.
    pub(crate) fn tab(&mut self) {
        self.text.tab();
    }

    /// Writes a line of parts, without the white space at its end.
    pub(crate) fn marked_line(&mut self, parts: &[Marked<'_>]) -> io::Result<()> {
        self.text.marked_line(parts, self.with_marks);
        self.spill()
    }

    /// Writes a text of several lines; see [`SafeText::lines`].
    pub(crate) fn lines(&mut self, text: &str) -> io::Result<()> {
        self.text.lines(text);
        self.spill()
    }

    /// Writes text that is safe already.
    pub(crate) fn append(&mut self, text: &SafeText) -> io::Result<()> {
        self.text.append(text);
        self.spill()
    }

    /// Writes a value as JSON on a line; see [`SafeText::json`].
    pub(crate) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(JsonSink(self), value)?;
        self.empty_line()
    }

    /// Writes a value as JSON on several lines, indented.
    pub(crate) fn pretty_json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(JsonSink(self), value)?;
        self.empty_line()
    }

    /// Writes a record of CSV.
    pub(crate) fn record(&mut self, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
        let mut record = csv::WriterBuilder::new().from_writer(Vec::new());
        record.write_record(cells)?;
        let record = record.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        self.text.record(&String::from_utf8_lossy(&record));
        self.spill()
    }

    /// Writes all that is gathered to where it goes.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.write_out(|sink| sink.flush())
    }

    fn spill(&mut self) -> io::Result<()> {
        if self.text.as_str().len() < SPILL { Ok(()) } else { self.write_out(|_| Ok(())) }
    }

    /// Writes what is gathered, and does something more.
    fn write_out(&mut self, then: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let Some(sink) = &mut self.sink else { return Ok(()) };
        let written = sink.write_all(self.text.as_str().as_bytes()).and_then(|()| then(sink));
        self.text.clear();
        match written {
            Err(error)
                if error.kind() == io::ErrorKind::BrokenPipe && self.at_closed_pipe == AtClosedPipe::GoOn =>
            {
                self.sink = Some(Box::new(io::sink()));
                Ok(())
            }
            written => written,
        }
    }
}

/// The writer that is given to the JSON serializer only.
struct JsonSink<'o, 'a>(&'o mut Out<'a>);

impl Write for JsonSink<'_, '_> {
    /// Takes as much as is whole characters.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let json = match std::str::from_utf8(bytes) {
            Ok(json) => json,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        };
        if json.is_empty() && !bytes.is_empty() {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        self.0.text.json(json);
        self.0.spill()?;
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everything that `write` writes, as one text.
pub(crate) fn gathered(
    with_marks: bool,
    write: impl FnOnce(&mut Out<'_>) -> io::Result<()>,
) -> io::Result<SafeText> {
    let mut out = Out::nowhere(with_marks);
    write(&mut out)?;
    Ok(out.text)
}

/// Everything that `write` writes, as one text, and what it returns.
#[cfg(test)]
pub(crate) fn written<T>(write: impl FnOnce(&mut Out<'_>) -> T) -> (String, T) {
    let mut out = Out::nowhere(false);
    let outcome = write(&mut out);
    (out.text.into_string(), outcome)
}

/// Text as it is.
pub(crate) fn plain(text: &str) -> Marked<'_> {
    Marked::new(text, [])
}

/// Text that stands out: titles, headings.
pub(crate) fn strong(text: &str) -> Marked<'_> {
    Marked::new(text, [Mark::Strong])
}

/// Text that steps back: numbers, counts.
pub(crate) fn quiet(text: &str) -> Marked<'_> {
    Marked::new(text, [Mark::Quiet])
}

/// A piece of laid-out text; its tone says how it looks.
pub(crate) fn piece(piece: &Piece) -> Marked<'_> {
    Marked::new(piece.text.as_str(), marks(piece.tone))
}

fn marks(tone: Tone) -> Vec<Mark> {
    let role = match tone.role {
        Role::Text | Role::Listing | Role::Plus => None,
        Role::Title | Role::Section | Role::Heading(_) | Role::Code | Role::Problem(_) | Role::Have => {
            Some(Mark::Strong)
        }
        Role::Label | Role::Mark | Role::Quiet | Role::Missing => Some(Mark::Quiet),
        Role::Link => Some(Mark::Link),
    };
    let marks = [(tone.strong, Mark::Strong), (tone.emphasis, Mark::Emphasis), (tone.strike, Mark::Strike)];
    role.into_iter()
        .chain(marks.into_iter().filter_map(|(is_marked, mark)| is_marked.then_some(mark)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_nothing_is_obeyed() {
        let hostile = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{200b}\u{2028}\u{feff}\u{e0041}\r\n\t\"é漢\0";
        let json = gathered(false, |out| out.json(&[hostile])).unwrap().into_string();
        assert!(!json.contains(|c: char| c != '\n' && crate::model::safe::shown(c) != Some(c)), "{json}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [hostile]);
    }
}
