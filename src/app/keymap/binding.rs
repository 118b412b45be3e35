//! A binding: keys, where they count, and what they do.

use strum::{IntoStaticStr, VariantArray};

use super::key::Key;
use crate::app::action::Action;

/// The part of the screen that has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Focus {
    /// The list of proposals.
    List,
    /// The detail of one proposal.
    #[strum(serialize = "reader")]
    Detail,
    /// The filter bar.
    #[strum(serialize = "filter-bar")]
    Filter,
    /// The search in the text of the detail.
    #[strum(serialize = "search")]
    Find,
    /// A menu: links, orders, themes.
    Menu,
    /// The help.
    Help,
    /// Proposals side by side.
    #[strum(serialize = "comparison")]
    Compare,
    /// The counts of what is listed.
    #[strum(serialize = "statistics")]
    Stats,
    /// The values of the facets.
    Facets,
    /// The problems.
    Problems,
    /// A panel that is being narrowed down by typing; the palette always is.
    Narrowing,
    /// A fix, before it is made.
    Fix,
    /// The choice of what to copy.
    CopyMenu,
    /// The hints on the detail: letters are theirs.
    Hints,
    /// A QR code.
    QrCode,
    /// The name of a file.
    Prompt,
    /// The panel of the person's skills.
    #[strum(serialize = "my-skills")]
    Skills,
    /// The shortlist.
    Shortlist,
    /// The choice of a status.
    Statuses,
    /// A note that is being written.
    Note,
    /// The start page.
    Start,
}

impl Focus {
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The place in a few words, behind “in” or “Help:”.
    pub fn place(self) -> &'static str {
        match self {
            Self::List => "the list",
            Self::Detail => "the reader",
            Self::Filter => "the filter",
            Self::Find => "the search in the text",
            Self::Menu => "a menu",
            Self::Help => "the help",
            Self::Compare => "the comparison",
            Self::Stats => "the statistics",
            Self::Facets => "the facets",
            Self::Problems => "the problems",
            Self::Narrowing => "a panel, while typing",
            Self::Fix => "a fix",
            Self::CopyMenu => "the copy menu",
            Self::Hints => "the hints",
            Self::QrCode => "a QR code",
            Self::Prompt => "a prompt",
            Self::Skills => "my skills",
            Self::Shortlist => "the shortlist",
            Self::Statuses => "the statuses",
            Self::Note => "a note",
            Self::Start => "the start page",
        }
    }

    /// Its name in a configuration of keys.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The place with a name; `None` where nothing is called so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|focus| focus.name() == name)
    }

    /// Whether a character says something by itself here: text, or a letter of a hint. It is never a command.
    pub fn takes_characters(self) -> bool {
        self.is_input() || self == Self::Hints
    }

    /// Whether printable keys are text here, never commands.
    pub fn is_input(self) -> bool {
        matches!(self, Self::Filter | Self::Find | Self::Narrowing | Self::Prompt | Self::Skills | Self::Note)
    }
}

/// One row of the table: keys, where they count, and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Its stable name, `place.what`. The part behind the dot is the name of its action.
    pub id: &'static str,
    /// Its heading in the help, an index into [`GROUPS`](super::GROUPS).
    pub group: usize,
    /// The key that leads to the place where the others count, for keys of a menu.
    pub after: Option<Key>,
    /// The keys, the one to show first in front; none where a configuration takes them away.
    pub keys: Vec<Key>,
    /// Where the keys count.
    pub focus: Vec<Focus>,
    /// The action that they ask for.
    pub action: Action,
    /// The action in one to three words, for the footer and the palette.
    pub name: &'static str,
    /// The rest of the sentence in the help.
    pub help: &'static str,
    /// Other words that find it in the palette; never shown.
    pub keywords: &'static str,
    /// Whether the footer shows it.
    pub in_footer: bool,
}

impl Binding {
    /// The stable name of its action, for a configuration of keys: one for each action.
    pub fn action_id(&self) -> &'static str {
        self.id.split_once('.').map_or(self.id, |(_, action)| action)
    }

    /// The name of its first key; `None` where it has none.
    pub fn key_name(&self) -> Option<String> {
        self.names().next()
    }

    /// Its keys as shown, `j ↓`; where another key comes first, with that one.
    pub fn key_names(&self) -> String {
        self.names().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let first = self.after.map(|key| format!("{} ", key.name())).unwrap_or_default();
        self.keys.iter().map(move |key| format!("{first}{}", key.name()))
    }

    /// Whether it belongs into the palette of a pane: something to do with a pane, and worth
    /// choosing from a menu. A single step down is not. The ways in and out of a pane count only
    /// where one stands; the filter and the search change the pane themselves.
    pub fn is_command(&self, pane: Focus) -> bool {
        let of_a_pane = self.focus.iter().any(|focus| matches!(focus, Focus::List | Focus::Detail))
            || matches!(self.action, Action::Copy(_));
        let is_step = matches!(self.action, Action::Move(_) | Action::ScrollDetail(_));
        let is_way = matches!(self.action, Action::Enter | Action::Back);
        // In the list it clears the filter, which has a command of its own.
        let is_twice = pane == Focus::List && self.action == Action::Back;
        of_a_pane
            && !is_step
            && !is_twice
            && (!is_way || self.focus.contains(&pane))
            && self.action != Action::ShowPalette
    }
}
