//! Tests of what can be typed.

use super::*;
use crate::search::facets::Facet;

pub(super) fn typed(line: &str) -> Result<Arguments, CliError> {
    read(std::iter::once("mentor-tui").chain(line.split_whitespace()).map(OsString::from))
}

#[test]
fn the_definition_holds_together() {
    Arguments::command().debug_assert();
}

#[test]
fn the_last_word_after_facets_is_what_is_counted() {
    let facets = |line| match typed(line).unwrap().subcommand {
        Some(Subcommand::Facets(facets)) => (facets.listings.paths, facets.facet),
        other => panic!("{other:?}"),
    };
    assert_eq!(facets("facets skills"), (vec![], Facet::Skills));
    assert_eq!(facets("facets a.md b.md mentors"), (vec!["a.md".into(), "b.md".into()], Facet::Mentors));
    assert_eq!(facets("facets skills size --filter go"), (vec!["skills".into()], Facet::Size));
    for line in ["facets", "facets a.md", "facets skills a.md", "facets - - skills"] {
        assert!(typed(line).is_err(), "{line}");
    }
    let (said, ()) = crate::write::output::written(|err| typed("facets a.md").unwrap_err().write(err));
    assert!(said.contains("not a facet; end with one of skills, projects, mentors, terms"), "{said}");
}

#[test]
fn an_argument_that_is_repeated_begins_no_line() {
    let said = |words: &[&str]| {
        let error = read(["mentor-tui"].iter().chain(words).map(OsString::from)).unwrap_err();
        crate::write::output::written(|err| error.write(err)).0
    };
    for words in [
        &["--no\n::error::such"][..],
        &["list", "--format", "a\n::error::b"],
        &["list", "--sort=a\r\n::error::b"],
        &["check", "--fail-on", "\u{2028}::error::\u{1b}[2J"],
    ] {
        let said = said(words);
        assert!(!said.contains(['\u{1b}', '\u{2028}']), "{said}");
        assert!(said.contains("::error::") && !said.contains("\n::error::"), "{said}");
    }
}

#[test]
fn the_help_names_every_order_and_facet() {
    let mut command = Arguments::command();
    let mut help = |name| command.find_subcommand_mut(name).unwrap().render_long_help().to_string();
    let (list, facets) = (help("list"), help("facets"));
    for order in Order::all().map(Order::name) {
        assert!(list.contains(order), "{order}");
    }
    for facet in Facet::ALL.map(Facet::name) {
        assert!(facets.contains(facet), "{facet}");
    }
    let words: Vec<&str> = list.split_whitespace().collect();
    assert!(words.join(" ").contains("fit (with --skills)"));
}

#[test]
fn nothing_that_was_typed_is_ignored() {
    for line in [
        "a.md list",
        "--hyperlinks never list",
        "--filter go list",
        "--sort title list",
        "--reverse list",
        "--sort name",
        "--no-mouse show 1",
        "list --no-mouse",
        "--print list",
        "list --print",
        "--print=yaml a.md",
        "show 1 --filter x",
        "list --sort best",
        "list --sort name",
        "list --unread --sort title",
    ] {
        assert!(typed(line).is_err(), "{line}");
    }
    for line in ["- a.md -", "list - -", "show - - 1"] {
        assert!(typed(line).is_err(), "{line}");
    }
    for line in ["--sample a.md", "--sample list a.md", "show --sample a.md 1"] {
        assert!(typed(line).is_err(), "{line}");
    }
    for line in ["--sample", "--sample list", "show 1 --sample"] {
        assert!(typed(line).unwrap().sample, "{line}");
    }
    for line in ["--color never list", "list --color=always a.md", "./list --filter list"] {
        assert!(typed(line).is_ok(), "{line}");
    }
}
