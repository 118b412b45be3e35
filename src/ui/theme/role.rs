//! The roles: what there is to style on a screen.

use ratatui::style::Style;
use strum::{IntoStaticStr, VariantArray};

/// A part that something plays on the screen. Its name in a theme file is that of the variant in kebab case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// Titles, prose, values. Its background is that of the screen.
    Text,
    /// Secondary text: second lines, counts, separators, placeholders.
    Dim,
    /// Headings: of projects, of sections, of the programme.
    Heading,
    /// The names of facts.
    Label,
    /// The selected thing, or one that can be acted on.
    Accent,
    /// A key in the footer and in the help.
    Key,
    /// The words of a link.
    Link,
    /// A sign of success.
    Success,
    /// A sign of a warning.
    Warning,
    /// A sign or a sentence of an error.
    Error,
    /// A sign that is neither.
    Info,
    /// The selected row of what has the keyboard.
    Selection,
    /// Dim text in that row, where the row has a background of its own.
    SelectionDim,
    /// The selected row of what has not the keyboard.
    SelectionOff,
    /// The mark before the selected row.
    Cursor,
    /// The lines around what has not the keyboard.
    Border,
    /// The lines around what has it.
    BorderFocus,
    /// The title of what has the keyboard.
    TitleFocus,
    /// The lines behind headings.
    Rule,
    /// The matches of the filter.
    Match,
    /// The matches of the search in the text.
    Found,
    /// The place of the search where one is.
    FoundCurrent,
    /// The sign of a skill that one has.
    ChipHave,
    /// The sign and the name of a required skill that one lacks.
    ChipMissing,
    /// The sign of a skill that is nice to have.
    ChipPlus,
    /// The sign of a proposal that is new.
    New,
    /// The sign of a proposal that changed.
    Changed,
    /// The sign of a proposal that was marked.
    Marked,
    /// The full part of a bar.
    Bar,
    /// The rest of a bar.
    BarOff,
    /// Code among words.
    Code,
    /// A line of a code block.
    CodeBlock,
}

/// How many roles there are.
pub(super) const ROLES: usize = Role::VARIANTS.len();

impl Role {
    /// Its name in a theme file.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The role with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|role| role.name() == name)
    }

    /// Whether it is drawn as lines only: nothing there has to be read.
    pub fn is_line(self) -> bool {
        matches!(self, Self::Border | Self::BorderFocus | Self::Rule | Self::Bar | Self::BarOff)
    }

    /// Whether it is quiet: it may be nearer to the background than text.
    pub fn is_dim(self) -> bool {
        matches!(self, Self::Dim | Self::Label | Self::SelectionDim | Self::ChipMissing)
    }
}

/// The styles of all roles, by their place among [`Role::VARIANTS`].
pub(super) type Styles = [Style; ROLES];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_name() {
        for &role in Role::VARIANTS {
            assert_eq!(Role::named(role.name()), Some(role));
        }
        assert_eq!(Role::SelectionOff.name(), "selection-off");
        assert_eq!(Role::named("Selection"), None);
    }
}
