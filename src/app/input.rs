//! An input: one line of text being typed, and the cursor in it.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::action::Edit;

/// One line of text and a cursor, which stands between user-perceived characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// Byte offset, on a grapheme boundary.
    cursor: usize,
}

impl Input {
    /// An input with text in it and the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut input = Self::default();
        input.paste(text);
        input
    }

    /// An input with text on both sides of the cursor.
    pub(super) fn around(before: &str, after: &str) -> Self {
        let mut input = Self::new(after);
        input.cursor = 0;
        input.paste(before);
        input
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Puts text in at the cursor. Line ends and tabs become spaces, other control characters are
    /// left out: a paste is never a command.
    pub fn paste(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
            .filter(|letter| !letter.is_control())
            .collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
        self.snap();
    }

    /// Changes the text or moves the cursor.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(letter) => self.paste(letter.encode_utf8(&mut [0; 4])),
            Edit::DeleteBack => self.delete_back_to(self.previous()),
            Edit::DeleteForward => {
                let end = self.next();
                self.text.replace_range(self.cursor..end, "");
                self.snap();
            }
            Edit::DeleteWord => {
                let word = self.before_cursor().unicode_word_indices().next_back();
                self.delete_back_to(word.map_or(0, |(start, _)| start));
            }
            Edit::DeleteToStart => self.delete_back_to(0),
            Edit::Left => self.cursor = self.previous(),
            Edit::Right => self.cursor = self.next(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
        }
    }

    fn delete_back_to(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
        self.snap();
    }

    fn previous(&self) -> usize {
        self.before_cursor().grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn next(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.cursor, |first| self.cursor + first.len())
    }

    /// An insertion or deletion can join what stands on both sides of the cursor into one
    /// grapheme: the cursor then goes behind it.
    fn snap(&mut self) {
        while !GraphemeCursor::new(self.cursor, self.text.len(), true)
            .is_boundary(&self.text, 0)
            .unwrap_or(true)
        {
            self.cursor += self.text[self.cursor..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_moves_by_what_people_see() {
        let mut input = Input::new("ae\u{301}👩‍👩‍👧b");
        input.edit(Edit::Left);
        input.edit(Edit::DeleteBack);
        assert_eq!(input.text(), "ae\u{301}b");
        input.edit(Edit::DeleteBack);
        assert_eq!(input.text(), "ab");
        input.edit(Edit::DeleteForward);
        input.edit(Edit::DeleteForward);
        assert_eq!((input.text(), input.before_cursor()), ("a", "a"));
    }

    #[test]
    fn a_paste_is_one_line_without_controls() {
        let mut input = Input::new("go\r\nrust\u{1b}[31m\t!");
        assert_eq!(input.text(), "go  rust[31m !");
        input.edit(Edit::DeleteWord);
        assert_eq!(input.text(), "go  rust[");
        input.edit(Edit::DeleteToStart);
        assert_eq!(input.text(), "");
        input.edit(Edit::DeleteWord);
        input.edit(Edit::DeleteBack);
    }

    #[test]
    fn deleting_between_two_halves_of_a_character_leaves_a_valid_cursor() {
        let mut input = Input::new("e");
        input.edit(Edit::Insert('x'));
        input.edit(Edit::Insert('\u{301}'));
        input.edit(Edit::Start);
        input.edit(Edit::Insert('a'));
        input.edit(Edit::Right);
        input.edit(Edit::DeleteForward);
        assert_eq!(input.before_cursor(), "ae");
    }
}
