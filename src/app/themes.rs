//! The menu of themes.

use super::action::Action;
use super::picker::{Choice, MenuItem, Picker};
use super::{App, Layer};

impl App {
    /// Sets the themes that there are, and the place of the one in use.
    pub fn offer_themes(&mut self, names: Vec<String>, in_use: usize) {
        (self.state.offers.themes, self.state.offers.theme) = (names, in_use);
    }

    /// Sets the place of the theme in use.
    pub fn set_theme_in_use(&mut self, at: usize) {
        self.state.offers.theme = at;
    }

    /// Sets the formats of an export.
    pub fn offer_formats(&mut self, names: Vec<&'static str>) {
        self.state.offers.formats = names;
    }
}

/// Shows the themes.
pub(super) fn show(app: &mut App) {
    let offers = &app.state.offers;
    if offers.themes.is_empty() {
        return app.state.inform("No themes without colours (NO_COLOR, --color never).");
    }
    let item = |(at, name): (usize, &String)| MenuItem {
        name: name.clone(),
        note: String::new(),
        keywords: "",
        choice: Choice::Run(Action::UseTheme(at)),
    };
    let items = offers.themes.iter().enumerate().map(item).collect();
    let picker = Picker::new("Theme", items).with_current(offers.theme);
    app.layers.push(Layer::Menu(Box::new(picker)));
}
