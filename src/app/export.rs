//! Export: the marked proposals, or those that are listed, to a file or the clipboard.

use super::App;
use super::Layer;
use super::action::Action;
use super::picker::{Choice, MenuItem, Picker};
use super::prompt::Prompt;
use crate::model::counted;

/// Shows the formats and where to write them.
pub(super) fn show(app: &mut App) {
    let count = app.exported().len();
    if count == 0 {
        return app.state.inform("No proposals to export.");
    }
    let item = |name: String, action| MenuItem {
        name,
        note: String::new(),
        keywords: "",
        choice: Choice::Run(action),
    };
    let formats = || app.state.offers.formats.iter().enumerate();
    let files = formats().map(|(at, format)| item(format!("{format} to a file"), Action::ExportToFile(at)));
    let copies = formats()
        .map(|(at, format)| item(format!("{format} to the clipboard"), Action::ExportToClipboard(at)));
    let items: Vec<MenuItem> = files.chain(copies).collect();
    let title = format!("Export {}", counted(count, "proposal"));
    app.layers.push(Layer::Menu(Box::new(Picker::new(title, items))));
}

/// Asks for the name of the file.
pub(super) fn ask(app: &mut App, format: usize) {
    let name = app.state.offers.formats.get(format).copied().unwrap_or_default();
    app.layers.push(Layer::Prompt(Box::new(Prompt::new(format!("Export as {name}: file name"), format))));
}

impl App {
    /// The catalog indexes of the proposals to export: the marked ones, otherwise those that are listed.
    pub fn exported(&self) -> Vec<usize> {
        let marked = self.marked();
        if marked.is_empty() { self.state.browsing.list.proposals().collect() } else { marked }
    }

    /// The file that was named for the export is there: asks whether to replace it.
    pub fn ask_to_replace(&mut self) {
        if let Some(Layer::Prompt(prompt)) = self.layers.last_mut() {
            let sentence = prompt.ask_to_replace();
            self.state.inform(sentence);
        }
    }

    /// The export is done.
    pub fn close_prompt(&mut self) {
        self.layers.pop_if(|layer| matches!(layer, Layer::Prompt(_)));
    }
}
