//! `stats`: what the proposals ask for and who offers it, counted, as text or JSON.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::args::{StatsArgs, TextOrJson};
use super::console::Console;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use super::{catalog, list, select};
use crate::markdown::glyphs::{self, LEVEL_8, LEVELS};
use crate::model::Term;
use crate::search::statistics::{Bar, Section, Statistics, Subject};
use crate::ui::stats::{Columns, heights, length, name};
use crate::ui::text::{cut, pad};
use crate::write::json;
use crate::write::output::{Out, plain, quiet, strong};

/// So many bars of a section are shown on a terminal; a pipe gets all.
const SHOWN: usize = 15;
/// The cells of a line that hold nothing: the indentation and the gaps.
const BLANK: usize = 5;

/// Counts what fits.
pub(super) fn run(
    stats: &StatsArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&stats.listings.paths, &context.settings, messages)?.catalog;
    let filter = stats.filter.as_deref().filter(|filter| !filter.trim().is_empty());
    let profile = &context.configuration.profile;
    let (index, chosen) = select::searched(&catalog, filter, profile, messages);
    let statistics = Statistics::of(&catalog, &index, &chosen);
    match stats.format {
        TextOrJson::Json => out.json(&Envelope { schema: json::SCHEMA, statistics: &statistics })?,
        TextOrJson::Text => write(out, &statistics, &context.console)?,
    }
    catalog::expect_proposals(&catalog)?;
    match filter {
        Some(filter) if chosen.is_empty() => Err(list::nothing_fits(&catalog, filter, profile)),
        _ => Ok(Status::Success),
    }
}

/// `{"schema":1,"proposals":…,"terms":[…],"skills":[…],…}`: all sections are there, in one order.
struct Envelope<'a> {
    schema: u32,
    statistics: &'a Statistics,
}

#[derive(Serialize)]
struct JsonCount<'a> {
    name: Option<&'a str>,
    count: usize,
    filter: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_term: Option<&'a [usize]>,
}

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Statistics { proposals, terms, sections } = self.statistics;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &self.schema)?;
        map.serialize_entry("proposals", proposals)?;
        map.serialize_entry("terms", &terms.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        for subject in Subject::ALL {
            let section = sections.iter().find(|section| section.subject == subject);
            let bars = section.into_iter().flat_map(|section| &section.bars);
            let count = |bar| JsonCount::new(subject, bar);
            map.serialize_entry(subject.key(), &bars.map(count).collect::<Vec<_>>())?;
        }
        map.end()
    }
}

impl<'a> JsonCount<'a> {
    fn new(subject: Subject, bar: &'a Bar) -> Self {
        let by_term = (subject == Subject::Skills).then_some(bar.history.as_slice());
        Self { name: bar.name.as_deref(), count: bar.count, filter: &bar.clause, by_term }
    }
}

/// Writes the sections below one another: on a terminal with bars, else names and counts only.
fn write(out: &mut Out<'_>, statistics: &Statistics, console: &Console) -> Result<(), CliError> {
    for (at, section) in statistics.sections.iter().enumerate() {
        if at > 0 {
            out.empty_line()?;
        }
        let mut head = vec![strong(section.subject.title())];
        let by_term;
        if let ([first, .., last], Subject::Skills) = (statistics.terms.as_slice(), section.subject) {
            by_term = match console.width {
                Some(_) => glyphs::sentence(&format!("by term, {first} to {last}")).into_owned(),
                None => format!("in all, then by term: {}", heads(&statistics.terms)),
            };
            head.extend([plain("  "), quiet(&by_term)]);
        }
        out.marked_line(&head)?;
        for line in lines(section, console.width) {
            out.line(format_args!("  {line}"))?;
        }
    }
    Ok(())
}

/// The lines of a section for a terminal of some width, or for a pipe.
fn lines(section: &Section, width: Option<usize>) -> Vec<String> {
    let shown = if width.is_some() { SHOWN } else { usize::MAX };
    let bars = || section.bars.iter().take(shown);
    let counts = bars().map(|bar| (name(section, bar), bar.count));
    let terms = bars().map(|bar| bar.history.len()).max().unwrap_or(0);
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(BLANK));
    let columns = Columns::share(counts, terms, room);
    let line = |bar: &Bar| {
        let name = pad(&cut(&name(section, bar), columns.name), columns.name);
        let head = format!("{name}  {:>digits$}", bar.count, digits = columns.count);
        let history = if columns.history > 0 { bar.history.as_slice() } else { &[] };
        let line = match width {
            Some(_) => {
                let bar = LEVEL_8.repeat(length(bar.count, section, columns.bar));
                let sparks: String = heights(history).map(|height| LEVELS[height].as_str()).collect();
                format!("{head} {bar:room$} {sparks}", room = columns.bar)
            }
            None => format!("{head}  {}", numbers(history)),
        };
        line.trim_end().to_owned()
    };
    let mut lines: Vec<String> = bars().map(line).collect();
    let more = section.bars.len().saturating_sub(shown);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

fn numbers(history: &[usize]) -> String {
    history.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The terms that the columns of a history stand for, in their order.
fn heads(terms: &[Term]) -> String {
    let names = terms.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    glyphs::sentence(&names).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::output;

    fn section() -> Section {
        let bar = |name: Option<&str>, count, history: &[usize]| Bar {
            name: name.map(str::to_owned),
            count,
            clause: String::new(),
            history: history.to_vec(),
        };
        let mut bars = vec![bar(Some("go"), 40, &[4, 36]), bar(Some("漢字の\u{1b}skill"), 3, &[3, 0])];
        bars.push(bar(None, 1, &[0, 1]));
        bars.extend((0..14).map(|_| bar(Some("x"), 1, &[1, 0])));
        Section { subject: Subject::Skills, bars }
    }

    #[test]
    fn a_terminal_gets_bars_and_the_first_of_them() {
        let lines = lines(&section(), Some(40));
        insta::assert_snapshot!(lines[..3].join("\n"), @r"
        go            40 ██████████████████ ▁█
        漢字の�skill   3 ██                 █
        not stated     1 █                   █
        ");
        assert_eq!((lines.len(), lines[15].as_str()), (16, "and 2 more"));
    }

    #[test]
    fn a_pipe_gets_all_as_numbers() {
        let lines = lines(&section(), None);
        assert_eq!(lines.len(), 17);
        assert_eq!(lines[0], "go            40  4 36");
        assert_eq!(lines[2], "not stated     1  0 1");
    }

    #[test]
    fn the_columns_of_terms_have_heads() {
        let terms = [2025, 2026].map(|year| Term { year, season: None, programme: None }).to_vec();
        let statistics = Statistics { proposals: 40, terms, sections: vec![section()] };
        let (out, ()) = output::written(|out| write(out, &statistics, &Console::default()).unwrap());
        assert!(out.starts_with("Most wanted skills  in all, then by term: 2025, 2026\n"), "{out}");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for columns in 20..120 {
            for line in lines(&section(), Some(columns)) {
                assert!(2 + crate::ui::text::width(&line) <= columns, "{columns}: {line:?}");
            }
        }
    }
}
