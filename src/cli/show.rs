//! `show`: one proposal to read, several to compare; also as Markdown or JSON.

use std::io;

use super::args::ShowArgs;
use super::console::Console;
use super::error::CliError;
use super::messages::Messages;

use super::context::Context;
use super::status::Status;
use super::{catalog, compare, list, select, unread};
use crate::loading;
use crate::model::{Catalog, Entry};
use crate::search::Profile;
use crate::write::output::{Out, quiet};
use crate::write::{self, ExportFormat, markdown, text};

/// How many candidates an ambiguous name lists.
const CANDIDATES: usize = 10;

/// Shows the proposals that were named. Where one of them is not found, none is shown.
pub(super) fn run(
    show: &ShowArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&show.named.paths, &context.settings, messages)?.catalog;
    catalog::note_missed(&catalog, messages);
    let profile = &context.configuration.profile;
    let (chosen, found) = match find_all(&catalog, &show.named.proposals) {
        Ok(chosen) => (chosen, Ok(Status::Success)),
        Err(error) => (Vec::new(), Err(error)),
    };
    match show.format {
        ExportFormat::Text => {
            let entries: Vec<_> = chosen.iter().filter_map(|&index| catalog.get(index)).collect();
            match entries.as_slice() {
                [] => {}
                [entry] => write(out, *entry, profile, &context.console)?,
                several => compare::write(out, several, profile, &context.console)?,
            }
        }
        ExportFormat::Markdown => {
            let entries: Vec<_> = chosen.iter().filter_map(|&index| catalog.get(index)).collect();
            out.lines(&markdown::proposals(entries))?;
        }
        format => write::proposals(out, &catalog, &chosen, profile, format)?,
    }
    found
}

/// The proposals that names stand for, each once.
pub(super) fn find_all(catalog: &Catalog, names: &[String]) -> Result<Vec<usize>, CliError> {
    let mut chosen: Vec<usize> = Vec::new();
    for name in names {
        let index = find(catalog, name)?;
        if !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    Ok(chosen)
}

/// The one proposal that a name stands for.
pub(super) fn find(catalog: &Catalog, name: &str) -> Result<usize, CliError> {
    catalog::expect_proposals(catalog)?;
    let candidates = select::named(catalog, name);
    let document = loading::name(catalog);
    match candidates.as_slice() {
        [] => Err(CliError::nothing_found(format!(
            "no proposal in {document} has the number, id or title {name:?}"
        ))
        .with_hint("`mentor-tui list` prints the numbers and titles")),
        [found] => Ok(*found),
        several => {
            let sentence = format!("{name:?} matches {} proposals in {document}", several.len());
            Err(CliError::nothing_found(sentence)
                .with_hint("use a number")
                .with_candidates(lines(catalog, several)))
        }
    }
}

fn lines(catalog: &Catalog, several: &[usize]) -> Vec<String> {
    let mut lines: Vec<_> = several
        .iter()
        .take(CANDIDATES)
        .filter_map(|&index| Some(list::line(index, catalog.get(index)?.proposal)))
        .collect();
    if several.len() > CANDIDATES {
        lines.push(format!("and {} more", several.len() - CANDIDATES));
    }
    lines
}

/// Writes a proposal, and how much of it was not placed.
fn write(out: &mut Out<'_>, entry: Entry<'_>, profile: &Profile, console: &Console) -> io::Result<()> {
    text::proposal(out, entry, profile, console.width)?;
    if let Some(sentence) = unplaced(unread::count(entry)) {
        out.empty_line()?;
        out.marked_line(&[quiet(&sentence)])?;
    }
    Ok(())
}

/// Says how many lines of a proposal were not placed.
fn unplaced(count: usize) -> Option<String> {
    let lines = match count {
        0 => return None,
        1 => "1 line belongs".to_owned(),
        several => format!("{several} lines belong"),
    };
    Some(format!("{lines} to no field; `mentor-tui list --unread` prints them"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{fixtures, output};

    fn written(catalog: &Catalog, width: Option<usize>) -> String {
        let (entry, console) = (catalog.get(0).unwrap(), Console { width, color: false });
        output::gathered(false, |out| write(out, entry, &Profile::default(), &console)).unwrap().into_string()
    }

    fn shown(width: Option<usize>) -> String {
        let catalog = fixtures::complete();
        written(&catalog, width)
    }

    #[test]
    fn a_pipe_gets_the_markdown_as_it_was_written() {
        insta::assert_snapshot!(shown(None), @r"
        Mend the net
        Project   Harbour / Docs
        Status    taken
        Skills    Go, Knots & �bends
        Mentors   Ada Example (@ada, primary), Bo Example
        Upstream  https://example.org/net/1 https://example.org/net/2
        Apply     https://example.org/apply
        Size      175 hours

        Description
        A net
        with *holes*.

        Goal
        No �holes
        ");
    }

    #[test]
    fn a_terminal_gets_it_laid_out() {
        insta::assert_snapshot!(shown(Some(40)), @r"
        Mend the net
        Project   Harbour / Docs
        Status    taken
        Skills    Go, Knots & �bends
        Mentors   Ada Example (@ada, primary),
                  Bo Example
        Upstream  https://example.org/net/1
                  https://example.org/net/2
        Apply     https://example.org/apply
        Size      175 hours

        Description
        A net with holes.

        Goal
        No �holes
        ");
    }

    #[test]
    fn levels_the_term_and_what_was_not_placed_are_told() {
        let text = "# Term 02 - 2024 June - August\n\n### Mend the net\nSome words.\n\n- Description: A net.\n\
                    - Skills: Go, Knots (a plus), you will learn nets\n- Mentors: TBD\n";
        let document = crate::model::Document::new(crate::model::Origin::Stdin, text);
        let catalog = Catalog::new(vec![crate::parse::listing(document)]);
        insta::assert_snapshot!(written(&catalog, None), @r"
        Mend the net
        Skills        Go
        Nice to have  Knots (a plus)
        To learn      you will learn nets
        Term          2024 Jun–Aug

        Description
        A net.

        Mentors
        TBD

        2 lines belong to no field; `mentor-tui list --unread` prints them
        ");
    }

    #[test]
    fn a_name_that_fits_several_lists_them() {
        let titles: Vec<_> = (0..12).map(|n| format!("Mend net {n}")).collect();
        let catalog = fixtures::catalog(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        let (said, ()) = output::written(|err| find(&catalog, "NET").unwrap_err().write(err));
        insta::assert_snapshot!(said, @r#"
        mentor-tui: "NET" matches 12 proposals in ideas.md; use a number
          1. Mend net 0
          2. Mend net 1
          3. Mend net 2
          4. Mend net 3
          5. Mend net 4
          6. Mend net 5
          7. Mend net 6
          8. Mend net 7
          9. Mend net 8
          10. Mend net 9
          and 2 more
        "#);
    }
}
