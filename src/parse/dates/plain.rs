//! The plain text of a piece of Markdown, with the place of each part.

/// Text without marks, and where it stands in the source.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    /// Offsets in the text and in the source, in order, at which a run begins that is the same in both.
    runs: Vec<(usize, usize)>,
}

impl Plain {
    /// The place in the source of an offset in the text.
    pub(super) fn source(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|&(at, _)| at <= offset);
        after.checked_sub(1).map_or(0, |at| self.runs[at].1 + (offset - self.runs[at].0))
    }

    fn push(&mut self, c: char, source: usize) {
        let at = self.text.len();
        if self.runs.last().is_none_or(|&(text, from)| from + (at - text) != source) {
            self.runs.push((at, source));
        }
        self.text.push(c);
    }

    /// One space for whatever was left out.
    fn space(&mut self, source: usize) {
        if !self.text.ends_with(' ') {
            self.push(' ', source);
        }
    }
}

/// The plain text of `source[start..end]`: without emphasis, addresses, tags, code, comments, and what is struck through.
pub(super) fn of(source: &str, start: usize, end: usize) -> Plain {
    let mut plain = Plain::default();
    let text = &source[..end];
    let mut at = start;
    // Nothing is looked for again that was not found behind an earlier place: the time stays linear.
    let mut absent: [bool; 5] = [false; 5];
    let mut find = |which: usize, sign: &str, from: usize| -> Option<usize> {
        if absent[which] {
            return None;
        }
        let found = memchr::memmem::find(&text.as_bytes()[from..], sign.as_bytes()).map(|ahead| from + ahead);
        absent[which] = found.is_none();
        found
    };
    let mut is_line_start = true;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let next = at + c.len_utf8();
        let was_start = std::mem::replace(&mut is_line_start, false);
        match c {
            '\n' | '\r' => {
                plain.space(at);
                is_line_start = true;
                at = next;
            }
            ' ' | '\t' | '>' | '\u{a0}' if was_start => {
                is_line_start = true;
                at = next;
            }
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                let escaped = rest[1..].chars().next().unwrap_or(' ');
                plain.push(escaped, next);
                at = next + escaped.len_utf8();
            }
            '~' if rest.starts_with("~~") => {
                at = find(0, "~~", at + 2).map_or(at + 2, |close| close + 2);
                plain.space(at.min(text.len()));
            }
            '`' => match find(1, "`", next) {
                Some(close) => {
                    plain.space(at);
                    at = close + 1;
                }
                None => at = next,
            },
            '<' if rest.starts_with("<!--") => {
                plain.space(at);
                at = find(2, "-->", at + 4).map_or(text.len(), |close| close + 3);
            }
            '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                if let Some(close) = find(3, ">", next) {
                    plain.space(at);
                    let ending = struck_by(&text[next..close]);
                    let ending = ending.and_then(|ending| Some(find(4, ending, close)? + ending.len()));
                    at = ending.unwrap_or(close + 1);
                } else {
                    plain.push(c, at);
                    at = next;
                }
            }
            '*' | '[' => at = next,
            '_' => {
                let inside = plain.text.ends_with(char::is_alphanumeric)
                    && rest[1..].starts_with(char::is_alphanumeric);
                if inside {
                    plain.push(c, at);
                }
                at = next;
            }
            ']' => at = after_link(text, next),
            'h' if (rest.starts_with("http://") || rest.starts_with("https://")) => {
                let length = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '|' | '"' | '，' | '。'));
                plain.space(at);
                at += length.unwrap_or(rest.len());
            }
            '&' => {
                let (shown, length) = entity(rest).unwrap_or((c, 1));
                plain.push(shown, at);
                at += length;
            }
            c if c.is_whitespace() => {
                plain.space(at);
                at = next;
            }
            '\u{200b}' | '\u{feff}' => at = next,
            c => {
                plain.push(c, at);
                at = next;
            }
        }
    }
    plain
}

/// The end of what a tag strikes through; `None` for any other tag.
fn struck_by(tag: &str) -> Option<&'static str> {
    let tags = [("del", "</del>"), ("s", "</s>"), ("strike", "</strike>")];
    tags.into_iter().find(|(name, _)| tag.eq_ignore_ascii_case(name)).map(|(_, end)| end)
}

/// An address holds no white space but before its title; a longer one is looked at as text.
const LONGEST: usize = 2048;

/// The offset behind the address of a link, or behind the name of its definition.
fn after_link(text: &str, at: usize) -> usize {
    let close = match text.as_bytes().get(at) {
        Some(b'(') => ')',
        Some(b'[') => ']',
        _ => return at,
    };
    let rest = crate::model::start_of(&text[at..], LONGEST);
    rest.find(close).map_or(at, |length| at + length + close.len_utf8())
}

fn entity(rest: &str) -> Option<(char, usize)> {
    const ENTITIES: [(&str, char); 5] =
        [("&nbsp;", ' '), ("&ndash;", '–'), ("&mdash;", '—'), ("&amp;", '&'), ("&#8211;", '–')];
    ENTITIES.iter().find(|(name, _)| rest.starts_with(name)).map(|&(name, shown)| (shown, name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        of(text, 0, text.len()).text.trim().to_owned()
    }

    #[test]
    fn marks_addresses_code_and_what_is_struck_are_left_out() {
        assert_eq!(
            plain("**May 1st** ~~May 2nd~~ [apply](https://example.org/2031-01-01) by"),
            "May 1st apply by"
        );
        assert_eq!(plain("a <!-- May 3 --> `May 4` <del>May 5</del> b\n> c"), "a b c");
        assert_eq!(plain("\\(4 weeks\\) snake_case _so_"), "(4 weeks) snake_case so");
        assert_eq!(plain("<!-- never closed"), "");
    }

    #[test]
    fn every_place_is_known() {
        let text = "**Apply** by [May 4](x)\n> or May 5";
        let plain = of(text, 0, text.len());
        for words in ["Apply", "May 4", "or", "May 5"] {
            assert_eq!(plain.source(plain.text.find(words).unwrap()), text.find(words).unwrap(), "{words}");
        }
    }
}
