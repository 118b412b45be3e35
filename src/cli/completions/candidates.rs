//! Candidates for the word at the cursor: options, subcommands, and values, from the same tables as the arguments.

use clap::{Arg, Command, ValueHint};

use super::candidate::Candidate;
use super::line::{Line, Place};
use super::listing;
use crate::check::rules::RULES;
use crate::cli::themes;
use crate::search::Scope;
use crate::search::facets::Facet;
use crate::search::skills::SkillTag;
use crate::search::sort::Order;
use crate::store::sources;

/// The candidates for the word at the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Candidates {
    /// Whether the names of files can.
    pub(super) files: bool,
    pub(super) words: Vec<Candidate>,
}

/// Where the values of an argument come from that its parser does not list: by the name of its field.
type Source = fn(&Line<'_>) -> Vec<Candidate>;

const SOURCES: &[(&str, Source)] = &[
    ("explain", |_| rules().chain([Candidate::new("all", "Every rule")]).collect()),
    ("facet", |_| Facet::ALL.map(|facet| Candidate::new(facet.name(), "")).into()),
    ("filter", |_| {
        Scope::all().map(|scope| Candidate::new(format!("{}:", scope.name()), scope.help())).collect()
    }),
    ("ignore", |_| rules().collect()),
    ("mentor", listing::mentors),
    ("only_project", listing::projects),
    ("only_proposal", listing::proposals),
    ("paths", places),
    ("select", |_| rules().collect()),
    ("skills", |_| SkillTag::all().map(|skill| Candidate::new(skill.name(), skill.area().name())).collect()),
    ("sort", |_| Order::all().map(|order| Candidate::new(order.name(), order.help())).collect()),
    ("theme", |_| themes()),
    ("words", listing::proposals),
];

/// The addresses of the known sources, once a word begins like one: before that a file is meant.
fn places(line: &Line<'_>) -> Vec<Candidate> {
    let is_begun = matches!(line.place, Place::Word(typed) if typed.starts_with("gh"));
    let known = sources::known().into_iter().filter(|_| is_begun);
    known.map(|source| Candidate::new(source.address, source.name)).collect()
}

fn themes() -> Vec<Candidate> {
    let folder = themes::folder();
    let all = themes::described(folder.as_deref());
    all.into_iter().map(|(name, about)| Candidate::new(name, about)).collect()
}

fn rules() -> impl Iterator<Item = Candidate> {
    RULES.iter().map(|rule| Candidate::new(rule.name, rule.summary))
}

/// The candidates for the word at the cursor of a line.
pub(super) fn of(line: &Line<'_>) -> Candidates {
    match line.place {
        Place::Value { option, before, typed } => {
            let Candidates { files, words } = values(option, line, typed);
            let whole = |it: Candidate| Candidate { word: before.to_owned() + &it.word, ..it };
            Candidates { files, words: words.into_iter().map(whole).collect() }
        }
        Place::Option(typed) => Candidates { files: false, words: options(line.command, typed).collect() },
        Place::Word(typed) => {
            let mut found = Candidates::default();
            if line.words.is_empty() {
                found.words.extend(subcommands(line.command, typed));
            }
            for argument in positionals(line.command, line.words.len()) {
                let Candidates { files, words } = values(argument, line, typed);
                found.files |= files;
                found.words.extend(words);
            }
            found
        }
    }
}

fn options(command: &Command, typed: &str) -> impl Iterator<Item = Candidate> {
    let shown = command.get_arguments().filter(|option| !option.is_hide_set());
    let long = shown.filter_map(|option| {
        let name = option.get_long()?;
        let equals =
            if option.is_require_equals_set() && option.get_num_args()?.min_values() > 0 { "=" } else { "" };
        Some(Candidate::new(format!("--{name}{equals}"), first_line(option.get_help())))
    });
    long.filter(move |it| it.word.starts_with(typed))
}

fn subcommands(command: &Command, typed: &str) -> impl Iterator<Item = Candidate> {
    let shown = command.get_subcommands().filter(|it| !it.is_hide_set());
    let shown = shown.map(|it| Candidate::new(it.get_name(), first_line(it.get_about())));
    shown.filter(move |it| it.word.starts_with(typed))
}

/// The arguments that a word can be which stands behind so many others.
fn positionals(command: &Command, behind: usize) -> impl Iterator<Item = &Arg> {
    let all: Vec<&Arg> = command.get_positionals().filter(|it| !it.is_hide_set()).collect();
    let takes_several = |it: &Arg| it.get_num_args().is_some_and(|range| range.max_values() > 1);
    let first = behind.min(all.len().saturating_sub(1));
    let first = all.iter().position(|it| takes_several(it)).map_or(first, |several| several.min(first));
    let end = all.iter().skip(first).position(|it| !takes_several(it)).map_or(all.len(), |at| first + at + 1);
    let is_over = behind >= all.len() && !all.iter().any(|it| takes_several(it));
    all.into_iter().take(if is_over { 0 } else { end }).skip(first)
}

/// The values of an argument that go on as typed; behind a comma where they are a list.
fn values(argument: &Arg, line: &Line<'_>, typed: &str) -> Candidates {
    let is_list = argument.get_value_delimiter().is_some();
    let (before, typed) = match typed.rfind(',').filter(|_| is_list) {
        Some(comma) => typed.split_at(comma + 1),
        None => ("", typed),
    };
    let id = argument.get_id().as_str();
    let all = if let Some((_, source)) = SOURCES.iter().find(|(name, _)| *name == id) {
        source(line)
    } else {
        let possible = argument.get_possible_values();
        let shown = possible.iter().filter(|value| !value.is_hide_set());
        shown.map(|value| Candidate::new(value.get_name(), first_line(value.get_help()))).collect()
    };
    let fits = |it: &Candidate| it.word.to_lowercase().starts_with(&typed.to_lowercase());
    let whole = |it: Candidate| Candidate { word: before.to_owned() + &it.word, ..it };
    let files = match argument.get_value_hint() {
        ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath => true,
        // Listings, then proposals.
        _ => id == "words",
    };
    Candidates { files, words: all.into_iter().filter(fits).map(whole).collect() }
}

fn first_line(help: Option<&clap::builder::StyledStr>) -> String {
    help.map(ToString::to_string).unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    /// The words that can stand at the end of a line, and whether files can.
    fn offered(line: &str) -> (Vec<String>, bool) {
        let command = args::command();
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let Candidates { files, words } = of(&Line::read(&command, &words));
        (words.into_iter().map(|it| it.word).collect(), files)
    }

    #[track_caller]
    fn offers(line: &str, words: &[&str]) {
        assert_eq!(offered(line).0, words, "{line}");
    }

    #[test]
    fn options_and_subcommands_are_completed() {
        offers("mentor-tui lis", &["list"]);
        offers("mentor-tui list --so", &["--sort"]);
        offers("mentor-tui --sample list --offl", &["--offline"]);
        offers("mentor-tui list --filter list --rev", &["--reverse"]);
        offers("mentor-tui ideas.md lis", &[]);
        assert!(offered("mentor-tui ideas.md lis").1);
        let (all, files) = offered("mentor-tui ");
        assert!(
            files && all.contains(&"check".to_owned()) && all.contains(&"completions".to_owned()),
            "{all:?}"
        );
        offers("mentor-tui help lis", &["list"]);
    }

    #[test]
    fn values_come_from_the_tables_of_the_program() {
        offers("mentor-tui list --sort ti", &["title"]);
        offers("mentor-tui --sort=ti", &["--sort=title"]);
        offers("mentor-tui --theme hi", &["high-contrast"]);
        offers("mentor-tui theme show hi", &["high-contrast"]);
        offers("mentor-tui facets ideas.md sk", &["skills"]);
        offers("mentor-tui facets sk", &["skills"]);
        offers("mentor-tui check --explain title-too", &["title-too-long"]);
        offers("mentor-tui check --ignore title-too-long,label-ty", &["title-too-long,label-typo"]);
        offers("mentor-tui --skills go,kuberne", &["go,kubernetes"]);
        offers("mentor-tui list --filter proj", &["project:"]);
        offers("mentor-tui gh:cncf/mentoring/programs/l", &["gh:cncf/mentoring/programs/lfx-mentorship"]);
        offers("mentor-tui completions fi", &["fish"]);
        offers("mentor-tui completions fish fi", &[]);
        assert!(offered("mentor-tui check -o ").1 && !offered("mentor-tui list --filter ").1);
    }

    #[test]
    fn the_listing_on_the_line_has_its_proposals() {
        offers(
            "mentor-tui show --sample featherledger-merge",
            &["featherledger-merge-two-notebooks-without-losing-a-wren"],
        );
    }

    #[test]
    fn every_source_belongs_to_an_argument() {
        let command = args::command();
        let commands = || std::iter::once(&command).chain(command.get_subcommands());
        for (id, _) in SOURCES {
            let is_there = commands().flat_map(Command::get_arguments).any(|it| it.get_id() == id);
            assert!(is_there, "{id}");
        }
    }
}
