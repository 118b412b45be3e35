//! Labels: how the label of a field is written, out of the text around it.

use crate::model::{Field, Span};

/// How the label of a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LabelSyntax {
    /// The whole line up to the label: indentation, bullet, emphasis.
    pub(super) before: Span,
    /// How far the line is indented, in bytes.
    pub(super) indent: usize,
    /// The bullet, where it has one: what it is, and where it stands.
    pub(super) bullet: Option<(u8, usize)>,
    /// The words are in bold.
    pub(super) bold: bool,
    /// The words with what belongs to them: emphasis, colon.
    pub(super) whole: Span,
    /// Where the colon stands; `None` when there is none.
    pub(super) colon: Option<Span>,
    /// Marks of emphasis between words and colon that end what never began.
    pub(super) stray: Option<Span>,
}

impl LabelSyntax {
    /// The label of a field; `None` when prose has none, or where it is a heading, a cell of a
    /// table, a quote or anything else than the start of a line.
    pub(super) fn of(text: &str, field: &Field) -> Option<Self> {
        let words = field.label;
        if words.is_empty() {
            return None;
        }
        let start = text[..words.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let before = Span::new(start, words.start);
        let lead = before.of(text);
        if lead.contains(|c: char| !matches!(c, ' ' | '\t' | '-' | '*' | '+' | '_')) {
            return None;
        }
        let indent = lead.len() - lead.trim_start().len();
        let mark = lead.as_bytes().get(indent).copied();
        let spaced = lead.as_bytes().get(indent + 1).is_none_or(|next| *next != b'*' && *next != b'_');
        let bullet = mark.filter(|mark| matches!(mark, b'-' | b'+') || (*mark == b'*' && spaced));
        let bold = lead[indent..].contains("**") || lead[indent..].contains("__");
        let rest = &text[words.end..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let marks = line.len() - line.trim_start_matches(['*', '_', ' ', '\\']).len();
        // Text in parentheses belongs to the words (`Upstream Issue (URL)`).
        let colon = [':', '：'].into_iter().find(|colon| line[marks..].starts_with(*colon));
        let colon = colon.map(|colon| Span::new(words.end + marks, words.end + marks + colon.len_utf8()));
        let opened = lead[indent + usize::from(bullet.is_some())..].contains(['*', '_']);
        let stray = colon.map(|colon| Span::new(words.end, colon.start));
        let stray = stray.filter(|stray| !opened && stray.of(text).contains(['*', '_']));
        let emphasis = lead.len() - lead.trim_end_matches(['*', '_']).len();
        let emphasis = if bold { emphasis } else { 0 };
        let after = &text[colon.map_or(words.end, |colon| colon.end)..];
        let closing = if bold { after.len() - after.trim_start_matches(['*', '_']).len() } else { 0 };
        let end = colon.map_or(words.end, |colon| colon.end) + closing;
        Some(Self {
            before,
            indent,
            bullet: bullet.map(|bullet| (bullet, start + indent)),
            bold,
            whole: Span::new(words.start - emphasis, end),
            colon,
            stray,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FieldKind;

    fn label(line: &str, words: &str) -> Option<(Option<char>, bool, bool, String)> {
        let start = line.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let field = Field { kind: FieldKind::Skills, label: span, value: Span::at(line.len()) };
        let label = LabelSyntax::of(line, &field)?;
        let bullet = label.bullet.map(|(bullet, _)| char::from(bullet));
        Some((bullet, label.bold, label.colon.is_some(), label.whole.of(line).to_owned()))
    }

    #[test]
    fn labels_are_taken_apart() {
        let read = |line| label(line, "Skills");
        let plain = |bullet, bold, colon, whole: &str| Some((bullet, bold, colon, whole.to_owned()));
        assert_eq!(read("- Skills: Go"), plain(Some('-'), false, true, "Skills:"));
        assert_eq!(read("* Skills"), plain(Some('*'), false, false, "Skills"));
        assert_eq!(read("**Skills**: Go"), plain(None, true, true, "**Skills**:"));
        assert_eq!(read("- **Skills:** Go"), plain(Some('-'), true, true, "**Skills:**"));
        assert_eq!(read("-Skills：Go"), plain(Some('-'), false, true, "Skills："));
        assert_eq!(read("### Skills"), None);
        assert_eq!(read("> Skills: Go"), None);
    }
}
