//! The box in which a note is written: a few lines, saved when it is closed.

use super::action::Step;
use super::input::Input;
use super::keymap::Focus;
use super::panel::{Outcome, Panel};
use super::state::State;

/// The kind of text in the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The note of an entry.
    Note,
    /// A task of the checklist, on one line.
    Task,
}

/// Lines that are being written, one of them with the cursor.
#[derive(Debug, Clone)]
pub struct NoteBox {
    /// Whose note it is.
    pub title: String,
    pub written: Written,
    above: Vec<String>,
    /// The line with the cursor.
    pub line: Input,
    below: Vec<String>,
}

impl NoteBox {
    /// A box with a text in it, the cursor at the end.
    pub(super) fn new(title: String, text: &str, written: Written) -> Self {
        let mut above: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = Input::new(&above.pop().unwrap_or_default());
        Self { title, written, above, line, below: Vec::new() }
    }

    /// The text.
    pub(super) fn text(&self) -> String {
        self.lines().collect::<Vec<_>>().join("\n")
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let above = self.above.iter().map(String::as_str);
        above.chain([self.line.text()]).chain(self.below.iter().map(String::as_str))
    }

    /// The number of the line with the cursor, from 0.
    pub fn current(&self) -> usize {
        self.above.len()
    }

    /// Goes to another line.
    fn go(&mut self, down: bool) {
        let next =
            if down { (!self.below.is_empty()).then(|| self.below.remove(0)) } else { self.above.pop() };
        let Some(next) = next else { return };
        let line = std::mem::replace(&mut self.line, Input::new(&next)).text().to_owned();
        if down { self.above.push(line) } else { self.below.insert(0, line) }
    }
}

impl Panel for NoteBox {
    fn focus(&self) -> Focus {
        Focus::Note
    }

    fn input<'a>(&'a mut self, _: &'a mut State) -> Option<&'a mut Input> {
        Some(&mut self.line)
    }

    fn step(&mut self, step: Step, _: &mut State) {
        self.go(!matches!(step, Step::Up | Step::HalfUp | Step::PageUp | Step::First));
    }

    /// Begins a new line behind the cursor.
    fn enter(&mut self, _: &mut State) -> Outcome {
        if self.written == Written::Note {
            let before = self.line.before_cursor().to_owned();
            let mut after = Input::new(&self.line.text()[before.len()..]);
            after.edit(super::action::Edit::Start);
            self.above.push(before);
            self.line = after;
        }
        Outcome::Stay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_gone_through_and_nothing_of_them_is_lost() {
        let text = "one\ntwo\n\nfour";
        let mut note = NoteBox::new(String::new(), text, Written::Note);
        assert_eq!((note.current(), note.line.text()), (3, "four"));
        for expected in ["", "two", "one", "one"] {
            note.go(false);
            assert_eq!((note.line.text(), note.text().as_str()), (expected, text));
        }
        for expected in ["two", "", "four", "four"] {
            note.go(true);
            assert_eq!((note.line.text(), note.text().as_str()), (expected, text));
        }
        assert_eq!(NoteBox::new(String::new(), "", Written::Task).text(), "");
    }
}
