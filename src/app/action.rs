//! Actions: everything that a key, the mouse or the palette can ask for.

use crate::model::{ApplicationStatus, FieldKind};
use crate::search::edit::Choice;
use crate::search::facets::Facet;
use crate::search::sort::Order;

/// How far to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// One down.
    Down,
    /// One up.
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the beginning.
    First,
    /// To the end.
    Last,
}

/// How to change the text of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Puts a character in.
    Insert(char),
    /// Takes the character before the cursor out.
    DeleteBack,
    /// Takes the character under the cursor out.
    DeleteForward,
    /// Takes the word before the cursor out.
    DeleteWord,
    /// Takes everything before the cursor out.
    DeleteToStart,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the beginning of the text.
    Start,
    /// To the end of the text.
    End,
}

/// A part of a proposal that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyTarget {
    /// The address of the issue upstream.
    Upstream,
    /// The title.
    Title,
    /// The address to apply at.
    Apply,
    /// The Markdown of the section, as it is in the document.
    Section,
    /// The object of the JSON that `list` writes.
    Json,
    /// The command line that shows this very view.
    Command,
    /// The proposal as plain text.
    Plain,
}

impl CopyTarget {
    /// Its row in the copy menu.
    pub fn title(self) -> &'static str {
        match self {
            Self::Upstream => "upstream",
            Self::Title => "title",
            Self::Apply => "apply link",
            Self::Section => "Markdown",
            Self::Json => "JSON",
            Self::Command => "command",
            Self::Plain => "text",
        }
    }

    /// Its name in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upstream => "upstream address",
            Self::Title => "title",
            Self::Apply => "apply link",
            Self::Section => "Markdown of the section",
            Self::Json => "JSON",
            Self::Command => "command line",
            Self::Plain => "plain text",
        }
    }
}

/// The things that an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exported {
    /// The proposals that are listed.
    Proposals,
    /// The shortlist with statuses, notes and checklists.
    Shortlist,
}

/// The things to hide, or to show again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hiding {
    /// The selected proposal is hidden.
    Proposal,
    /// Every proposal of its project is hidden.
    Project,
    /// The selected proposal is shown again.
    Nothing,
}

/// Something that a person asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves in whatever has the focus: the selection of a list, the text of a pane.
    Move(Step),
    /// Scrolls the detail, whatever has the focus.
    ScrollDetail(Step),
    /// Selects the first proposal of the next project.
    NextProject,
    /// Selects the first proposal of this project, or of the one before.
    PreviousProject,
    /// Scrolls to the next section of the detail; of the counts, selects its first.
    NextSection,
    /// Scrolls to the previous section of the detail; of the statistics, selects its first row.
    PreviousSection,
    /// Gives the focus to the other pane.
    OtherPane,
    /// From the list into the detail; from an input or a menu: take it.
    Enter,
    /// Back to where one came from. Never quits.
    Back,
    /// Types into the filter bar.
    Filter,
    /// Takes the part of the filter out that leaves nothing.
    DropTerm,
    /// Undoes the last change to the filter or the order.
    Undo,
    /// Puts the filter before into the filter bar, as a shell does with commands.
    OlderFilter,
    /// Puts the filter after it into the filter bar, in the end what was typed.
    NewerFilter,
    /// Completes the word at the cursor of the filter bar; asked for again, by the next or previous completion.
    Complete {
        /// Whether by the next one.
        forward: bool,
    },
    /// Shows the values of the facets.
    ShowFacets,
    /// Goes on to the next facet.
    NextFacet,
    /// Goes back to the facet before.
    PreviousFacet,
    /// Shows a facet by its tab (mouse).
    ShowFacet(Facet),
    /// Requires the selected value of a facet or leaves it out; asked for again, takes that back.
    ChooseValue(Choice),
    /// Begins to narrow the panel on top down by typing.
    Narrow,
    /// Shows the orders that the list can stand in.
    ShowOrders,
    /// Puts the list in an order.
    Sort(Order),
    /// Puts what comes last in the list first.
    ReverseOrder,
    /// Puts the selected proposal on the shortlist, or takes it off.
    ToggleStar,
    /// Shows the shortlist.
    ShowShortlist,
    /// Shows the statuses, to choose that of the proposal.
    ShowStatuses,
    /// Sets the status of the proposal; puts it on the shortlist first.
    SetStatus(ApplicationStatus),
    /// Writes the note of the proposal; puts it on the shortlist first.
    WriteNote,
    /// Opens the note of the selected entry in the editor.
    EditNote,
    /// Shows the checklist of the proposal.
    ShowTasks,
    /// Ticks a task of the checklist, by its number, or no longer.
    ToggleTask(usize),
    /// Asks for a task of one's own.
    AddTask,
    /// Chooses the selected entry to be compared, or no longer.
    ChooseEntry,
    /// Shows what can be hidden.
    ShowHiding,
    /// Hides something for good, or shows it again.
    Hide(Hiding),
    /// Shows the marked proposals side by side.
    Compare,
    /// Goes to the next column of the comparison: keys act on its proposal.
    NextColumn,
    /// Goes to the column before.
    PreviousColumn,
    /// Shows the panel of the person's skills.
    ShowSkills,
    /// Offers the proposals that are like the selected one.
    ShowAlike,
    /// Searches in the text of the detail.
    Find,
    /// Shows what is new, changed or gone since the last visit.
    ShowNews,
    /// Counts what is listed: skills, projects, mentors, sizes, difficulties.
    ShowStats,
    /// Shows what the check found.
    ShowProblems,
    /// Shows what mentors need (problems beside titles, how ready a proposal is), or hides it.
    ToggleMentorView,
    /// Puts the problems below their proposals, or below the rules.
    GroupProblems,
    /// Shows the fix of the selected problem; where it is shown, makes it.
    PreviewFix,
    /// Take back the last fix, in its file.
    UndoFix,
    /// The next match of the search in the text.
    NextMatch,
    /// The match before.
    PreviousMatch,
    /// Opens the upstream issue.
    OpenUpstream,
    /// Asks the site of the upstream issue whether it is open, and who works on it.
    AskIssue,
    /// Shows every link of the proposal.
    ShowLinks,
    /// Shows a hint on every link in view.
    ShowHints,
    /// Shows the QR code of an address: the selected link of a menu, the one in the status line, or
    /// the upstream issue.
    ShowQrCode,
    /// Copies the address of the selected link of a menu.
    CopyLink,
    /// Shows what can be copied.
    ShowCopyMenu,
    /// Copies something of the proposal.
    Copy(CopyTarget),
    /// Shows the formats of an export.
    ShowExport,
    /// Asks for the file to export to, in a format by its number.
    ExportToFile(usize),
    /// Exports to the clipboard, in a format by its number.
    ExportToClipboard(usize),
    /// Shows the start page.
    ShowStart,
    /// Shows the terms.
    ShowTerms,
    /// Shows the proposals of a term, by its place among the terms (the newest first), or of all.
    UseTerm(Option<usize>),
    /// Shows the themes.
    ShowThemes,
    /// Uses a theme, by its number.
    UseTheme(usize),
    /// Filters by the saved filter of this place among them.
    UseFilter(usize),
    /// Shows all proposals again.
    ClearFilter,
    /// Goes to a field of the detail.
    Jump(FieldKind),
    /// Opens the document in the editor, at the proposal.
    OpenEditor,
    /// Shows the section's source, or the rendered text again.
    ToggleSource,
    /// Makes e-mail addresses readable, or masks them again.
    ToggleEmails,
    /// Gives the whole screen to the pane with the focus, or splits it again.
    ToggleZoom,
    /// Hides the detail, or shows it again.
    TogglePreview,
    /// Gives the list more columns.
    GrowList,
    /// Gives the list fewer columns.
    ShrinkList,
    /// Shows the next third pane, or none after the last.
    NextThird,
    /// Takes the line between the panes (mouse).
    GrabDivider,
    /// Puts the line between the panes into a column (mouse).
    DragDivider(u16),
    /// Lets the line between the panes go (mouse).
    ReleaseDivider,
    /// Reads the document again.
    Reload,
    /// Draws the whole screen anew.
    Redraw,
    /// Lists all commands.
    ShowPalette,
    /// Shows the keys.
    ShowHelp,
    /// Gives the mouse to the terminal, or takes it back.
    ToggleMouse,
    /// Stops the program and gives the terminal to the shell.
    Suspend,
    /// Closes the panel on top; without one, leaves the program.
    Close,
    /// Leaves the program.
    Quit,
    /// Changes the text of the input that has the focus.
    Edit(Edit),
    /// Selects a row of the list, by the lines below the first row in view (mouse).
    SelectRow(usize),
    /// Takes a row of the menu or the facets, counted from the first row on the screen (mouse).
    ActivateRow(usize),
    /// Gives the focus to the detail (mouse).
    FocusDetail,
    /// Moves the selection of the list, whatever has the focus (mouse wheel).
    MoveList(Step),
    /// Scrolls the detail by a few rows (mouse wheel).
    ScrollWheel(Step),
    /// Shows where a link of the detail leads, by its number on the page, and asks whether to open it;
    /// asked for again, opens it (mouse).
    ClickLink(usize),
    /// Follows a link of the detail, by its number on the page (hint).
    FollowLink(usize),
    /// Types a letter of a hint.
    TypeHint(char),
    /// Deletes the last letter that was typed of a hint; without one, closes the hints.
    DeleteHintLetter,
}
