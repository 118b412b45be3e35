//! Export: the shortlist, or the proposals that are listed, to a file or the clipboard.

use super::App;
use super::Layer;
use super::action::{Action, Exported};
use super::picker::{Choice, MenuItem, Picker};
use super::prompt::Prompt;
use crate::model::counted;

/// Shows the formats and where to write them.
pub(super) fn show(app: &mut App) {
    let of = exported(app);
    let count = match of {
        Exported::Proposals => app.exported().len(),
        Exported::Shortlist => app.shelf().list().entries.len(),
    };
    if count == 0 {
        return app.state.inform("No proposals to export.");
    }
    let item = |name: String, action| MenuItem {
        name,
        note: String::new(),
        keywords: "",
        choice: Choice::Run(action),
    };
    let formats = || app.state.offers.formats_of(of).iter().enumerate();
    let files = formats().map(|(at, format)| item(format!("{format} to a file"), Action::ExportToFile(at)));
    let copies = formats()
        .map(|(at, format)| item(format!("{format} to the clipboard"), Action::ExportToClipboard(at)));
    // A shortlist is mostly pasted into a message.
    let items: Vec<MenuItem> = match of {
        Exported::Proposals => files.chain(copies).collect(),
        Exported::Shortlist => copies.chain(files).collect(),
    };
    let title = format!("Export {}", counted(count, "proposal"));
    app.layers.push(Layer::Menu(Box::new(Picker::new(title, items))));
}

/// The thing to export: the shortlist where that is on the screen.
pub(super) fn exported(app: &App) -> Exported {
    let is_open = app.layers.iter().any(|layer| matches!(layer, Layer::Shortlist(_)));
    if is_open { Exported::Shortlist } else { Exported::Proposals }
}

/// Asks for the name of the file.
pub(super) fn ask(app: &mut App, format: usize) {
    let of = exported(app);
    let name = app.state.offers.formats_of(of).get(format).copied().unwrap_or_default();
    let prompt = Prompt::new(format!("Export as {name}: file name"), of, format);
    app.layers.push(Layer::Prompt(Box::new(prompt)));
}

impl App {
    /// The catalog indexes of the proposals to export: those that are listed.
    pub fn exported(&self) -> Vec<usize> {
        self.state.browsing.list.proposals().collect()
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
