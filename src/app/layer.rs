//! The kinds of panels, in one table.

use super::compare::ComparePanel;
use super::copy_menu::CopyMenu;
use super::facets::FacetPanel;
use super::filter_bar::FilterBar;
use super::find_bar::FindBar;
use super::fix_panel::FixPanel;
use super::help::HelpPanel;
use super::hints::Hints;
use super::note_box::NoteBox;
use super::panel::Panel;
use super::picker::Picker;
use super::problems::panel::ProblemPanel;
use super::prompt::Prompt;
use super::qr_code::QrCode;
use super::shortlist_panel::ShortlistPanel;
use super::skills_panel::SkillsPanel;
use super::start::StartPanel;
use super::stats::StatsPanel;
use super::status_menu::StatusMenu;

/// Declares the kinds of panels, each with the type of its state.
macro_rules! layers {
    ($($(#[$doc:meta])* $kind:ident($state:ty),)*) => {
        /// A panel over the panes, which has the keyboard.
        #[derive(Debug, Clone)]
        pub enum Layer {
            $($(#[$doc])* $kind(Box<$state>),)*
        }

        impl Layer {
            /// The state of the panel.
            pub(super) fn panel(&self) -> &dyn Panel {
                match self {
                    $(Self::$kind(state) => state.as_ref(),)*
                }
            }

            /// The state of the panel, to be changed.
            pub(super) fn panel_mut(&mut self) -> &mut dyn Panel {
                match self {
                    $(Self::$kind(state) => state.as_mut(),)*
                }
            }
        }
    };
}

layers! {
    /// The filter bar while it is typed into.
    Filter(FilterBar),
    /// The search in the text while it is typed into.
    Find(FindBar),
    /// The keys and the query language.
    Help(HelpPanel),
    /// Proposals side by side.
    Compare(ComparePanel),
    /// A menu: links, commands, orders.
    Menu(Picker),
    /// Statistics of the listed proposals.
    Stats(StatsPanel),
    /// The values of the facets.
    Facets(FacetPanel),
    /// The problems that the check found.
    Problems(ProblemPanel),
    /// A fix, before it is made.
    Fix(FixPanel),
    /// The parts of a proposal that can be copied, each with its key.
    CopyMenu(CopyMenu),
    /// Letters on everything in view that can be followed.
    Hints(Hints),
    /// The name of a file to write.
    Prompt(Prompt),
    /// The person's skills.
    Skills(SkillsPanel),
    /// The places where listings are.
    Start(StartPanel),
    /// The QR code of an address.
    QrCode(QrCode),
    /// The shortlist.
    Shortlist(ShortlistPanel),
    /// The statuses of an application, each with its key.
    Statuses(StatusMenu),
    /// A note or a task that is being written.
    Note(NoteBox),
}
