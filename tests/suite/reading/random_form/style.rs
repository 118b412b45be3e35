//! The ways in which labels look.

use super::chance::Chance;
use super::form::Unit;

/// How a label looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `**Label:** value`
    BoldIn,
    /// `**Label**: value`
    BoldOut,
    /// Both of them, by two people.
    BoldMixed,
    /// `**Label**` on a line of its own.
    BoldLine,
    /// `**Label** – value`
    BoldDash,
    /// `**Label**` and the value on the next line of the paragraph.
    BoldBreak,
    /// `> **Label:** value`
    Quote,
    /// `*Label:* value`
    Italic,
    /// `Label: value`
    Plain,
    /// `Label: value`, the lines of one paragraph.
    Lines,
    /// `**Label:** value`, with breaks between.
    Breaks,
    /// `- **Label:** value`
    ItemBoldIn,
    /// `- **Label**: value`
    ItemBoldOut,
    /// `- *Label:* value`
    ItemItalic,
    /// `- Label: value`
    ItemPlain,
    /// `1. Label: value`
    Numbered,
    /// A heading below that of the idea.
    Below,
    /// A heading beside that of the idea.
    Beside,
    /// A table of two columns.
    Table,
    /// A table of one row.
    OneRow,
    /// In brackets behind the title.
    Brackets,
    /// Front matter, or columns where the ideas are rows.
    Keys,
}

impl Style {
    /// Any that suits an idea.
    pub(super) fn of(unit: Unit, is_chinese: bool, chance: &mut Chance) -> Self {
        use Style::{
            Below, Beside, BoldBreak, BoldDash, BoldIn, BoldLine, BoldMixed, BoldOut, Brackets, Breaks,
            Italic, ItemBoldIn, ItemBoldOut, ItemItalic, ItemPlain, Keys, Lines, Numbered, OneRow, Plain,
            Quote, Table,
        };
        const ITEMS: &[Style] = &[ItemBoldIn, ItemBoldOut, ItemItalic, ItemPlain];
        const INLINE: &[Style] =
            &[BoldIn, BoldIn, BoldOut, BoldMixed, Italic, Plain, Lines, Breaks, Table, BoldDash, BoldBreak];
        let all = match unit {
            Unit::Row => vec![Keys],
            Unit::Item if is_chinese => ITEMS.to_vec(),
            Unit::Item => [ITEMS, &[Brackets]].concat(),
            Unit::BoldParagraph => [ITEMS, INLINE, &[OneRow, Quote]].concat(),
            Unit::File => [ITEMS, INLINE, &[Below, Below, Below, BoldLine, Keys, Keys, Quote]].concat(),
            Unit::Document => [ITEMS, INLINE, &[Below, Below, Below, BoldLine]].concat(),
            Unit::Heading => {
                [ITEMS, INLINE, &[OneRow, Below, Below, Beside, BoldLine, Quote, Numbered]].concat()
            }
            Unit::NumberedHeading => [ITEMS, INLINE, &[OneRow, Below, Below, BoldLine, Numbered]].concat(),
        };
        match chance.pick(&all) {
            // Marks behind a wide colon do not end bold text.
            BoldIn | BoldMixed | Italic | Breaks | BoldDash | Quote if is_chinese => BoldOut,
            ItemBoldIn | ItemItalic if is_chinese => ItemBoldOut,
            style => style,
        }
    }

    pub(super) fn is_item(self) -> bool {
        matches!(self, Self::ItemBoldIn | Self::ItemBoldOut | Self::ItemItalic | Self::ItemPlain)
    }

    /// Whether what follows a value belongs to its label.
    pub(super) fn takes_what_follows(self) -> bool {
        matches!(self, Self::BoldLine | Self::Below | Self::Beside)
    }

    /// Whether a value may be a list.
    pub(super) fn takes_lists(self) -> bool {
        use Style::{BoldIn, BoldMixed, BoldOut, ItemBoldIn, ItemBoldOut, ItemPlain, Plain};
        let by_colon = matches!(self, BoldIn | BoldOut | BoldMixed | Plain);
        by_colon || self.takes_what_follows() || matches!(self, ItemBoldIn | ItemBoldOut | ItemPlain)
    }
}
