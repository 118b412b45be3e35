//! The values of a configuration: names are looked up where they mean something, and what is none is a complaint.

use crate::app::RowLines;
use crate::app::keymap::{BINDINGS, Binding, Focus, KeyRequest};
use crate::check::{CheckLimits, Severity, Threshold};
use crate::cli::error::CliError;
use crate::cli::themes;
use crate::cli::when::When;
use crate::search::sort::{Order, Sort};
use crate::store::config::UiConfig;
use crate::store::settings::{Names, Setting, ui};
use crate::store::{KeyLine, LocatedString, hint};
use crate::ui::theme::{THEMES, Theme};

/// The severity of a rule that does not run.
pub(in crate::cli) const OFF: &str = "off";

/// The table `[ui]`, with the defaults for what it leaves out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::cli) struct Ui {
    pub(in crate::cli) theme: Theme,
    pub(in crate::cli) rows: RowLines,
    pub(in crate::cli) problems: bool,
    pub(in crate::cli) mouse: bool,
    pub(in crate::cli) hyperlinks: When,
    pub(in crate::cli) ascii: When,
    pub(in crate::cli) watch: bool,
    pub(in crate::cli) sort: Sort,
}

impl Default for Ui {
    fn default() -> Self {
        Self::of(&UiConfig::default(), &mut Vec::new())
    }
}

impl Ui {
    /// The values of the table. What is no name is a complaint.
    pub(super) fn of(table: &UiConfig, complaints: &mut Vec<String>) -> Self {
        let mut named = |written: &Option<LocatedString>, setting: &Setting, names| {
            let written = written.as_ref()?;
            let known = self::names(names);
            if known.contains(&written.text.as_str()) {
                return Some(written.text.clone());
            }
            let Setting { table, key, .. } = setting;
            let LocatedString { text, place } = written;
            let hint = hint(text, &known);
            complaints.push(format!("{place}: {table}.{key} is {text:?}, so it is ignored; {hint}"));
            None
        };
        let rows = named(&table.rows, &ui::ROWS, Names::Rows);
        let hyperlinks = named(&table.hyperlinks, &ui::HYPERLINKS, Names::When);
        let ascii = named(&table.ascii, &ui::ASCII, Names::When);
        let order = named(&table.sort, &ui::SORT, Names::Orders).and_then(|name| Order::named(&name));
        let theme = table.theme.as_ref().and_then(|LocatedString { text, place }| {
            let found = themes::find(text, themes::folder().as_deref());
            let complain =
                |error: CliError| complaints.push(format!("{place}: ui.theme: {}", error.sentence()));
            found.map_err(complain).ok()
        });
        Self {
            theme: theme.unwrap_or(Theme::TERMINAL),
            rows: rows.and_then(|name| RowLines::named(&name)).unwrap_or_default(),
            problems: table.problems.unwrap_or_default(),
            mouse: table.mouse.unwrap_or(true),
            hyperlinks: hyperlinks.and_then(|name| When::named(&name)).unwrap_or_default(),
            ascii: ascii.and_then(|name| When::named(&name)).unwrap_or_default(),
            watch: table.watch.unwrap_or(true),
            sort: Sort { order: order.unwrap_or_default(), reversed: table.reverse.unwrap_or_default() },
        }
    }
}

/// The names that a setting takes.
pub(in crate::cli) fn names(names: Names) -> Vec<&'static str> {
    match names {
        Names::Themes => THEMES.iter().map(|(name, ..)| *name).collect(),
        Names::Rows => RowLines::ALL.iter().map(|lines| lines.name()).collect(),
        Names::Orders => Order::all().map(Order::name).collect(),
        Names::When => When::ALL.iter().map(|when| when.name()).collect(),
        Names::Thresholds => Threshold::ALL.iter().map(|threshold| threshold.name()).collect(),
        Names::Severities => Severity::ALL.iter().map(|severity| severity.name()).chain([OFF]).collect(),
        Names::Limits => CheckLimits::NAMES.to_vec(),
        Names::Programmes => vec!["LFX", "GSoC"],
    }
}

/// The action whose name on the screen is `text`, such as show-orders for sort.
fn named_like(text: &str) -> Option<&'static str> {
    let is_called = |binding: &&Binding| binding.name.eq_ignore_ascii_case(text);
    BINDINGS.iter().find(is_called).map(Binding::action_id)
}

/// The lines of `[keys]` whose places and actions there are. What is unknown is a complaint.
pub(super) fn key_requests(lines: &[KeyLine], complaints: &mut Vec<String>) -> Vec<KeyRequest> {
    let contexts: Vec<&str> = Focus::ALL.iter().map(|focus| focus.name()).collect();
    let actions: Vec<&str> = BINDINGS.iter().map(Binding::action_id).collect();
    let mut requests = Vec::new();
    let mut unknown_contexts = Vec::new();
    for KeyLine { context, action, keys } in lines {
        let focus = context.as_ref().map(|context| (context, Focus::named(&context.text)));
        if let Some((context, None)) = focus {
            if !unknown_contexts.contains(&&context.place) {
                let LocatedString { text, place } = context;
                let hint = hint(text, &contexts);
                complaints
                    .push(format!("{place}: nothing is called [keys.{text}], so it is ignored; {hint}"));
                unknown_contexts.push(&context.place);
            }
            continue;
        }
        if !actions.contains(&action.text.as_str()) {
            let LocatedString { text, place } = action;
            let near = hint(text, &actions);
            let hint = match named_like(text) {
                _ if near.starts_with("did") => near,
                Some(action) => format!("did you mean {action}?"),
                None => "`mentor-tui config default` lists all".to_owned(),
            };
            complaints.push(format!("{place}: keys: no action is called {text}, so it is ignored; {hint}"));
            continue;
        }
        requests.push(KeyRequest {
            focus: focus.and_then(|(_, focus)| focus),
            action: action.text.clone(),
            keys: keys.iter().map(|key| (key.text.clone(), key.place.clone())).collect(),
            place: action.place.clone(),
        });
    }
    requests
}
