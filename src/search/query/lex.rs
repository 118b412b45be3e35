//! The pieces of a query: words, quotes, parentheses, signs, each with its place.

use std::ops::Range;

/// The kind of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, after a field's name and colon where there is one.
    Open,
    /// `)`.
    Close,
    /// `OR` or `|`.
    Or,
    /// `-` or `!` before something, or `NOT`.
    Not,
    /// `name:` before something, or alone.
    Field(String),
    /// A word; whether `~` stood before it.
    Word(String, bool),
    /// Text in quotes.
    Phrase(String),
    /// A comma between the values of a field.
    Comma,
}

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// The pieces of what was typed. `is_field` knows the names before a colon that make a field, with
/// what stands behind the colon.
pub(super) fn pieces(text: &str, is_field: impl Fn(&str, &str) -> bool) -> Vec<Piece> {
    let mut lexer = Lexer { text, at: 0, depth: 0, pieces: Vec::new() };
    while lexer.at < text.len() {
        lexer.unit(&is_field);
    }
    lexer.pieces
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Open parentheses: a `)` ends a word only where one is open.
    depth: usize,
    pieces: Vec<Piece>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, len: usize, kind: Kind) {
        self.pieces.push(Piece { span: self.at..self.at + len, kind });
        self.at += len;
    }

    /// One unit, or the white space before it.
    fn unit(&mut self, is_field: &impl Fn(&str, &str) -> bool) {
        let rest = self.rest();
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            self.at += blank;
            return;
        }
        let has_more = rest.chars().nth(1).is_some_and(|next| !next.is_whitespace());
        let is_word = |word: &str| {
            let after = rest.strip_prefix(word);
            after.is_some_and(|after| after.chars().next().is_none_or(char::is_whitespace))
        };
        match rest.chars().next() {
            Some('(') => {
                self.depth += 1;
                self.push(1, Kind::Open);
            }
            Some(')') => {
                self.depth = self.depth.saturating_sub(1);
                self.push(1, Kind::Close);
            }
            Some('|') => self.push(1, Kind::Or),
            Some('-' | '!') if has_more => self.push(1, Kind::Not),
            // A sign at the end is still being typed.
            Some('-' | '!' | '~') if !has_more => self.at += 1,
            _ if is_word("OR") => self.push(2, Kind::Or),
            _ if is_word("AND") => self.at += 3,
            _ if is_word("NOT") => self.push(3, Kind::Not),
            _ => self.value_or_field(is_field),
        }
    }

    fn value_or_field(&mut self, is_field: &impl Fn(&str, &str) -> bool) {
        let rest = self.rest();
        let name = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let after = rest[name..].strip_prefix(':');
        if after.is_some_and(|after| is_field(&rest[..name], after)) {
            let field = Kind::Field(rest[..name].to_owned());
            self.push(name + 1, field);
            self.values();
        } else {
            self.value(false);
        }
    }

    /// The values of a field, separated by commas, right behind its colon.
    fn values(&mut self) {
        loop {
            match self.rest().chars().next() {
                None | Some('(' | ')' | '|') => return,
                Some(',') => self.push(1, Kind::Comma),
                Some('-' | '!') => self.push(1, Kind::Not),
                Some(c) if c.is_whitespace() => return,
                Some(_) => self.value(true),
            }
        }
    }

    /// A word or a phrase; a comma ends a word where it is one of several.
    fn value(&mut self, listed: bool) {
        if let Some(quoted) = self.rest().strip_prefix('"') {
            let end = quoted.find('"');
            let phrase = quoted[..end.unwrap_or(quoted.len())].to_owned();
            let len = 1 + phrase.len() + usize::from(end.is_some());
            self.push(len, Kind::Phrase(phrase));
            return;
        }
        let rest = self.rest();
        let mut end = word_end(rest, listed);
        if self.depth > 0 {
            end = rest[..end].find(')').unwrap_or(end);
        }
        let typed = &rest[..end];
        let word = typed.strip_prefix('~').filter(|word| !word.is_empty());
        let kind = Kind::Word(word.unwrap_or(typed).to_owned(), word.is_some());
        self.push(end, kind);
    }
}

/// How long the word at the start of a text is, in bytes; never 0 where the text is not empty and
/// does not begin with white space.
fn word_end(text: &str, listed: bool) -> usize {
    let ends = |(at, c): &(usize, char)| *at > 0 && (c.is_whitespace() || *c == '|' || (listed && *c == ','));
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}
