//! The table of all settings. From it come the reader of the configuration file, the file of the defaults, the JSON
//! Schema and the table in the documents.
//!
//! To add a setting, add a row, and take it where the others of its table are taken.

/// A setting of the configuration file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The table that it stands in.
    pub table: &'static str,
    /// Its key; empty where the keys of the table are free.
    pub key: &'static str,
    pub kind: Kind,
    /// Its effect, in sentences.
    pub about: &'static str,
    /// The option that overrules it; empty where there is none.
    pub option: &'static str,
}

/// The values that a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// On or off, with the default.
    Switch(bool),
    /// One of several names, with the default.
    Name(Names, &'static str),
    /// A list of words, none by default; an example.
    Words(&'static str),
    /// A table whose keys are free, empty by default; an example of a line.
    Lines(Line, &'static str),
    /// The keys of the screen; the default is the key table.
    Keys,
    /// A table for each path or address.
    Readings,
    /// Tables of the name, one for each source.
    Tables,
}

/// The names that a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Built-in themes; there may be others.
    Themes,
    /// Lines of a proposal.
    Rows,
    Orders,
    When,
    /// Severities, and `never`.
    Thresholds,
    /// Severities, and `off`.
    Severities,
    /// Limits of rules.
    Limits,
    /// Programmes that take a number of applications.
    Programmes,
}

/// The value of a line in a table with free keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Text,
    /// One of these names.
    Name(Names),
    /// A number; the keys are these names.
    Number(Names),
    Words,
}

const fn row(
    table: &'static str,
    key: &'static str,
    kind: Kind,
    option: &'static str,
    about: &'static str,
) -> Setting {
    Setting { table, key, kind, about, option }
}

/// Settings of the screen and of what is written.
#[rustfmt::skip]
pub mod ui {
    use super::{Kind, Names, Setting, row};

    pub const THEME: Setting = row("ui", "theme", Kind::Name(Names::Themes, "terminal"), "--theme", "The colours of the screen.");
    pub const ROWS: Setting = row("ui", "rows", Kind::Name(Names::Rows, "auto"), "--rows", "The lines of a proposal in the list; auto is two where there is room.");
    pub const PROBLEMS: Setting = row("ui", "problems", Kind::Switch(false), "", "Whether the mentor view is on at the start: problems beside the titles, and how ready proposals are.");
    pub const MOUSE: Setting = row("ui", "mouse", Kind::Switch(true), "--no-mouse", "Whether the mouse selects and scrolls. If not, it is left to the terminal.");
    pub const HYPERLINKS: Setting = row("ui", "hyperlinks", Kind::Name(Names::When, "auto"), "--hyperlinks", "When links can be clicked in the terminal itself (OSC 8).");
    pub const ASCII: Setting = row("ui", "ascii", Kind::Name(Names::When, "auto"), "--ascii", "When lines, marks and bars are plain characters. Counts from the next start.");
    pub const WATCH: Setting = row("ui", "watch", Kind::Switch(true), "--no-watch", "Whether files are read again when they change. Counts from the next start.");
    pub const SORT: Setting = row("ui", "sort", Kind::Name(Names::Orders, "best"), "--sort", "The order of the list at the start: of a document whose order was never changed.");
    pub const REVERSE: Setting = row("ui", "reverse", Kind::Switch(false), "--reverse", "Whether that order is reversed.");
}

/// Settings about the user.
#[rustfmt::skip]
pub mod profile {
    use super::{Kind, Setting, row};

    pub const SKILLS: Setting = row("profile", "skills", Kind::Words("[\"go\", \"rust\"]"), "--skills", "Your skills: each proposal then says what fits and what is missing.");
}

/// Settings of `check`.
#[rustfmt::skip]
pub mod check {
    use super::{Kind, Line, Names, Setting, row};

    pub const FAIL_ON: Setting = row("check", "fail-on", Kind::Name(Names::Thresholds, "error"), "--fail-on", "The lowest severity with which `check` fails.");
    pub const SELECT: Setting = row("check", "select", Kind::Words("[\"MT2\"]"), "--select", "Only these rules, by code, prefix or name; all when empty.");
    pub const IGNORE: Setting = row("check", "ignore", Kind::Words("[\"MT402\"]"), "--ignore", "None of these rules.");
    pub const SEVERITY: Setting = row("check", "severity", Kind::Lines(Line::Name(Names::Severities), "single-mentor = \"info\""), "", "The severity of single rules.");
    pub const LIMITS: Setting = row("check", "limits", Kind::Lines(Line::Number(Names::Limits), "title = 90"), "", "The limits of single rules.");
    pub const ALIASES: Setting = row("check", "project-aliases", Kind::Lines(Line::Text, "\"Tide Clock - Core\" = \"Tide Clock\""), "", "Other names of projects, each with the right one.");
    pub const PROJECTS: Setting = row("check", "projects", Kind::Lines(Line::Words, "\"Tide Clock\" = [\"tide\"]"), "", "Projects with the GitHub organisations that are theirs.");
}

/// Settings of the shortlist.
#[rustfmt::skip]
pub mod shortlist {
    use super::{Kind, Line, Names, Setting, row};

    pub const SLOTS: Setting = row("shortlist", "slots", Kind::Lines(Line::Number(Names::Programmes), "LFX = 3"), "", "How many applications a programme takes at a time; 0 is any number. LFX takes 3.");
}

/// How documents are read: a table for each path or address.
pub const READING: Setting = row(
    "reading",
    "",
    Kind::Readings,
    "",
    "How the documents below a path or an address are read: `unit`, `labels`; `list --explain` writes such a table.",
);

/// The keys of the screen.
pub const KEYS: Setting = row(
    "keys",
    "",
    Kind::Keys,
    "",
    "The keys of each action: one, a list, or [] for none. A key for an action is no longer that of another one.",
);

/// Filters with names.
pub const SAVED_FILTERS: Setting = row(
    "saved-filters",
    "",
    Kind::Lines(Line::Text, "rust = \"skill:rust -has:upstream\""),
    "--saved",
    "Filters with names, for the commands of the screen (`Filter: NAME`) and for --saved.",
);

/// A table of a source.
pub const SOURCE_EXAMPLE: &str = "[[source]]\nname = \"Tide Clock\"\naddress = \"gh:tide/ideas\"";

/// Sources of listings.
pub const SOURCE: Setting = row(
    "source",
    "",
    Kind::Tables,
    "",
    "A place of your own on the start page: `name` and `address` (an address or a path); `programme`, `organisation` and `year` may be left out. One table for each.",
);

/// Every setting, in the order of the documents.
pub const SETTINGS: &[Setting] = &[
    ui::THEME,
    ui::ROWS,
    ui::PROBLEMS,
    ui::MOUSE,
    ui::HYPERLINKS,
    ui::ASCII,
    ui::WATCH,
    ui::SORT,
    ui::REVERSE,
    profile::SKILLS,
    check::FAIL_ON,
    check::SELECT,
    check::IGNORE,
    check::SEVERITY,
    check::LIMITS,
    check::ALIASES,
    check::PROJECTS,
    shortlist::SLOTS,
    SAVED_FILTERS,
    SOURCE,
    READING,
    KEYS,
];

impl Setting {
    /// Its value in words that follow "must be ".
    pub(super) fn expected(&self) -> String {
        let example = |line: &str| format!("{{ {line} }}");
        match self.kind {
            Kind::Switch(_) => "true or false".to_owned(),
            Kind::Name(_, default) => format!("a word, as {default:?}"),
            Kind::Words(example) => format!("a list of words, as {example}"),
            Kind::Lines(Line::Text | Line::Name(_), line) => format!("a table, as {}", example(line)),
            Kind::Lines(Line::Number(_), line) => format!("a table of numbers, as {}", example(line)),
            Kind::Lines(Line::Words, line) => format!("a table of lists, as {}", example(line)),
            Kind::Keys => "a key, a list of keys, or false".to_owned(),
            Kind::Readings => "a table".to_owned(),
            Kind::Tables => "a table, as { name = \"Tide Clock\", address = \"gh:tide/ideas\" }".to_owned(),
        }
    }
}
