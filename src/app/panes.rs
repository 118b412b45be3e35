//! How the panes share the screen, as far as a person chose it: the width of the list, a third pane, the lines of a
//! row.

/// How many lines a proposal has in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowLines {
    /// Two where there is room.
    #[default]
    Auto,
    One,
    Two,
}

impl RowLines {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::One, Self::Two];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::One => "one",
            Self::Two => "two",
        }
    }

    /// The one with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lines| lines.name() == name)
    }

    /// Whether there are two, given whether there is room for them.
    pub fn are_two(self, has_room: bool) -> bool {
        match self {
            Self::Auto => has_room,
            Self::One => false,
            Self::Two => true,
        }
    }
}

/// The content of a third pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThirdPane {
    /// The values of a facet, with their counts.
    Facets,
    /// The problems, those of the selected proposal first.
    Problems,
}

impl ThirdPane {
    /// All of them, in the order in which one key goes through them.
    pub const ALL: [Self; 2] = [Self::Facets, Self::Problems];

    /// Its name in the state file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Facets => "facets",
            Self::Problems => "problems",
        }
    }

    /// The one with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.name() == name)
    }
}

/// The choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// The columns of the list beside the detail; `None` for what its titles need.
    pub list_columns: Option<u16>,
    /// The third pane, where there is room for it; `None` for none.
    pub third: Option<ThirdPane>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_row_are_named() {
        for lines in RowLines::ALL {
            assert_eq!(RowLines::named(lines.name()), Some(lines));
        }
        assert_eq!(RowLines::named("three"), None);
        assert!(
            RowLines::Auto.are_two(true) && !RowLines::Auto.are_two(false) && RowLines::Two.are_two(false)
        );
    }
}
