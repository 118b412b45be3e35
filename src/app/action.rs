//! Actions: everything that a key, the mouse or the palette can ask for; and effects: what the
//! state asks of the world in return.

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
    /// The same with the section before this one.
    PreviousSection,
    /// Gives the focus to the other pane.
    OtherPane,
    /// From the list into the detail; from an input or a menu: take it.
    GoIn,
    /// Back to where one came from. Never quits.
    ComeBack,
    /// Types into the filter bar.
    Filter,
    /// Takes the part of the filter out that leaves nothing.
    DropTerm,
    /// Shows the values of the facets.
    ShowFacets,
    /// Goes on to the next facet.
    NextFacet,
    /// Goes back to the facet before.
    PreviousFacet,
    /// Shows the orders that the list can stand in.
    ShowOrders,
    /// Puts the list in an order.
    Sort(Order),
    /// Puts what comes last in the list first.
    ReverseOrder,
    /// Marks the selected proposal, or takes its mark away.
    ToggleMark,
    /// Shows the marked proposals side by side.
    Compare,
    /// Searches in the text of the detail.
    Find,
    /// Counts what is listed: skills, projects, mentors, sizes, difficulties.
    ShowCounts,
    /// The next match of the search in the text.
    NextMatch,
    /// The match before.
    PreviousMatch,
    /// Opens the upstream issue.
    OpenUpstream,
    /// Shows every link of the proposal.
    ShowLinks,
    /// Shows the section's source, or the rendered text again.
    ToggleSource,
    /// Gives the whole screen to the pane with the focus, or splits it again.
    ToggleZoom,
    /// Hides the detail, or shows it again.
    TogglePreview,
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
    /// Leaves what lies on top; at the root, the program.
    Leave,
    /// Leaves the program.
    Quit,
    /// Changes the text of the input that has the focus.
    Edit(Edit),
    /// Selects a row of the list, counted from the first row on the screen (mouse).
    SelectRow(usize),
    /// Takes a row of the menu or the facets, counted from the first row on the screen (mouse).
    TakeRow(usize),
    /// Gives the focus to the detail (mouse).
    FocusDetail,
    /// Moves the selection of the list, whatever has the focus (mouse wheel).
    MoveList(Step),
    /// Scrolls the detail by a few rows (mouse wheel).
    ScrollWheel(Step),
    /// Follows a target of the detail, by its number on the page (mouse): shows the address of a link,
    /// filters by a skill or a mentor.
    Follow(usize),
}

/// Something that the state asks of the world outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show an address in the browser.
    Open(String),
    /// Keep the filter for the next start.
    KeepFilter,
    /// Read the document again.
    Reload,
    /// Draw the whole screen anew.
    Redraw,
    /// Capture the mouse, or let go of it.
    CaptureMouse(bool),
    /// Stop, and come back when the shell says so.
    Suspend,
    /// Leave the program.
    Quit,
}
