//! The part of the screen under the mouse, and the actions of clicks, hints and the wheel on it.

use crate::app::action::{Action, Step};
use crate::search::facets::Facet;

/// The part of the screen under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A row of the list, by the lines below the first row in view.
    ListRow(usize),
    /// The list, but none of its rows.
    List,
    /// The line between list and detail.
    Divider,
    /// A link, a skill or a mentor of the detail, by its number on the page.
    Link(usize),
    /// The detail, but none of these.
    Detail,
    /// A row of the menu, the facets or the counts, counted from the first row in view.
    MenuRow(usize),
    /// The tab of a facet.
    Tab(Facet),
    /// The menu, facets or help, but none of their rows.
    Layer,
    /// The screen beside a panel.
    Beside,
    /// The filter bar.
    Bar,
}

impl Target {
    /// The action of a click; `None` when it has none.
    pub fn click(self) -> Option<Action> {
        match self {
            Self::ListRow(row) => Some(Action::SelectRow(row)),
            Self::Link(link) => Some(Action::ClickLink(link)),
            Self::Detail => Some(Action::FocusDetail),
            Self::Divider => Some(Action::GrabDivider),
            Self::MenuRow(row) => Some(Action::ActivateRow(row)),
            Self::Tab(facet) => Some(Action::ShowFacet(facet)),
            Self::Beside => Some(Action::Close),
            Self::List | Self::Layer | Self::Bar => None,
        }
    }

    /// The action of a hint on it; `None` when there is nothing to follow.
    pub fn follow(self) -> Option<Action> {
        match self {
            Self::Link(link) => Some(Action::FollowLink(link)),
            _ => None,
        }
    }

    /// The action of the wheel: it scrolls the part under the mouse.
    pub fn wheel(self, step: Step) -> Option<Action> {
        match self {
            Self::ListRow(_) | Self::List => Some(Action::MoveList(step)),
            Self::Link(_) | Self::Detail => Some(Action::ScrollWheel(step)),
            Self::MenuRow(_) | Self::Tab(_) | Self::Layer | Self::Beside => Some(Action::Move(step)),
            Self::Bar | Self::Divider => None,
        }
    }
}
