//! Remarks: what the reader tolerated, or could not place.
//!
//! The reader never refuses and never drops: what it had to guess, and what it could not place, is
//! kept here with its span. One cause gives one remark.

use super::Span;

/// The subject of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RemarkKind {
    /// The text was not UTF-8 and was read as Windows-1252.
    DecodedAsLatin1,
    LabelWithoutColon,
    /// A label that is spelt nearly like a known one, and was read as that.
    LabelMisspelt,
    /// A label in the style of YAML (`description: |`, `expectedOutcome:`).
    LabelLikeYaml,
    /// A label that this program does not know; its text is kept under it.
    UnknownLabel,
    /// Text of a proposal that belongs to no field.
    Unplaced,
    /// The title of what looks like a proposal and was not read as one.
    UnreadProposal,
    /// A mentor entry in which no person could be recognised.
    UnreadMentor,
    /// An upstream field without an address.
    UpstreamWithoutAddress,
    /// A project heading that stands twice, one directly below the other.
    RepeatedProject,
    /// A proposal's heading at another level than its siblings.
    HeadingLevel,
    /// A code fence that is never closed.
    UnclosedFence,
    /// It begins like an export but is no valid JSON.
    BrokenExport,
    /// A program of an export in which a value is of another kind than it should be.
    UnreadProgram,
    /// Front matter that is no valid YAML or TOML.
    BrokenFrontMatter,
}

impl RemarkKind {
    /// Whether it is about text that the reader could not place.
    pub fn is_unread(self) -> bool {
        matches!(
            self,
            Self::Unplaced | Self::UnreadProposal | Self::UnreadMentor | Self::UpstreamWithoutAddress
        )
    }

    /// One sentence for people.
    pub fn message(self) -> &'static str {
        match self {
            Self::DecodedAsLatin1 => "the text is not UTF-8; it was read as Windows-1252",
            Self::LabelWithoutColon => "a label without a colon",
            Self::LabelMisspelt => "a label that is spelt nearly like a known one",
            Self::LabelLikeYaml => "a label in the style of YAML",
            Self::UnknownLabel => "a label that is not one of the known fields",
            Self::Unplaced => "text that belongs to no field",
            Self::UnreadProposal => "a heading that looks like a proposal and was not read as one",
            Self::UnreadMentor => "a mentor entry in which no person was recognised",
            Self::UpstreamWithoutAddress => "an upstream field without an address",
            Self::RepeatedProject => "a project heading that stands twice",
            Self::HeadingLevel => "a proposal's heading at another level than its siblings",
            Self::UnclosedFence => "a code fence that is never closed",
            Self::BrokenExport => "an export that is no valid JSON; it was read as Markdown",
            Self::UnreadProgram => "a program of the export that could not be read",
            Self::BrokenFrontMatter => "front matter that is no valid YAML or TOML",
        }
    }
}

/// Something that the reader tolerated or could not place, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    pub kind: RemarkKind,
    pub span: Span,
}

/// The lines within a part of a text that a reader could not place, in order, each once and without
/// its end, together with what is remarked about it. `remarks` are in document order.
pub fn unread_lines(text: &str, remarks: &[Remark], within: Span) -> Vec<(Span, RemarkKind)> {
    let first = remarks.partition_point(|remark| remark.span.start < within.start);
    let remarks = remarks[first..].iter().take_while(|remark| remark.span.start < within.end);
    let mut lines: Vec<(Span, RemarkKind)> = Vec::new();
    // The end of the last line that was looked at: none is looked at twice, however many remarks it has.
    let mut done = None;
    for remark in remarks.filter(|remark| remark.kind.is_unread()) {
        let mut at = match done {
            Some(done) if remark.span.start <= done => done + 1,
            _ => line_start(text, remark.span.start),
        };
        while at < remark.span.end {
            let end =
                memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end);
            if !text[at..end].trim().is_empty() {
                lines.push((Span::new(at, end), remark.kind));
            }
            done = Some(end);
            at = end + 1;
        }
    }
    lines
}

fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..offset]).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unread_lines_are_whole_and_told_once() {
        let text = "one\nMentor: TBD, ???\r\n\r\nlast\n";
        let remark = |kind, part: &str| {
            let start = text.find(part).unwrap();
            Remark { kind, span: Span::new(start, start + part.len()) }
        };
        let remarks = [
            remark(RemarkKind::UnknownLabel, "one"),
            remark(RemarkKind::UnreadMentor, "TBD"),
            remark(RemarkKind::UnreadMentor, "???\r\n\r\nlast"),
        ];
        let lines = |within| {
            let lines = unread_lines(text, &remarks, within);
            lines.into_iter().map(|(line, _)| line.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(lines(Span::new(0, text.len())), ["Mentor: TBD, ???", "last"]);
        assert_eq!(lines(Span::new(0, 4)), [""; 0]);
    }
}
