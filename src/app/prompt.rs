//! A prompt: the name of a file to write.

use super::action::{Action, Exported};
use super::effect::Effect;
use super::input::Input;
use super::keymap::{Focus, hint_in};
use super::panel::{Outcome, Panel};
use super::state::State;

/// The name of a file that is being typed.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// The question.
    pub title: String,
    /// The name.
    pub input: Input,
    /// The thing to write.
    of: Exported,
    /// The number of the format to write.
    format: usize,
    /// The name of a file that is there and may be replaced, once that was asked.
    replaced: Option<String>,
}

impl Prompt {
    /// A prompt without a name yet.
    pub(super) fn new(title: String, of: Exported, format: usize) -> Self {
        Self { title, input: Input::default(), of, format, replaced: None }
    }

    fn name(&self) -> &str {
        self.input.text().trim()
    }

    /// The named file is there. Returns the question whether to replace it.
    pub(super) fn ask_to_replace(&mut self) -> String {
        let name = self.name().to_owned();
        let question = format!(
            "{name} exists. Press {} again to replace it, or change the name.",
            hint_in(Focus::Prompt, Action::Enter)
        );
        self.replaced = Some(name);
        question
    }
}

impl Panel for Prompt {
    fn focus(&self) -> Focus {
        Focus::Prompt
    }

    fn input<'a>(&'a mut self, _: &'a mut State) -> Option<&'a mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, _: &mut State) {
        self.replaced = None;
    }

    /// Asks for the file to be written. The prompt stays until that is done.
    fn enter(&mut self, state: &mut State) -> Outcome {
        if self.name().is_empty() {
            state.inform("Type the name of a file first.");
            return Outcome::Stay;
        }
        let name = self.name().to_owned();
        let replace = self.replaced.as_ref() == Some(&name);
        Outcome::Ask(Effect::Export { of: self.of, format: self.format, file: Some(name), replace })
    }
}
