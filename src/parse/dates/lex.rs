//! The tokens of a piece of plain text: numbers, words, signs.

/// A token with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Offsets in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number of so many digits.
    Number { value: u32, digits: u8 },
    /// Letters, in lower case and without accents.
    Word { folded: String, is_capital: bool },
    /// Any other character that is no white space; each one of a script without spaces.
    Sign(char),
}

/// A number of more digits is no part of a date.
const MOST_DIGITS: usize = 4;

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut run = |is_part: fn(char) -> bool| {
            while let Some(&(at, next)) = chars.peek().filter(|(_, next)| is_part(*next)) {
                end = at + next.len_utf8();
                chars.next();
            }
            end
        };
        let (kind, end) = if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            (number(&text[start..end]), end)
        } else if is_letter(c) {
            let end = run(|c| is_letter(c) || c == '\'' || c == '’');
            (word(&text[start..end]), end)
        } else {
            (Kind::Sign(c), end)
        };
        tokens.push(Token { kind, start, end });
    }
    tokens
}

/// Letters of scripts that put spaces between words.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_ideograph(c)
}

/// Characters of scripts without spaces.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

fn number(digits: &str) -> Kind {
    let value = if digits.len() <= MOST_DIGITS { digits.parse().unwrap_or(u32::MAX) } else { u32::MAX };
    Kind::Number { value, digits: u8::try_from(digits.len()).unwrap_or(u8::MAX) }
}

fn word(letters: &str) -> Kind {
    let is_capital = letters.chars().next().is_some_and(char::is_uppercase);
    Kind::Word { folded: fold(letters), is_capital }
}

/// A word in lower case, without accents.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    crate::model::fold::text(word).to_lowercase()
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word { folded, .. } => Some(folded),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<u32> {
        match self.kind {
            Kind::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Sign('-' | '–' | '—' | '−' | '~' | '～' | '→'))
    }
}
