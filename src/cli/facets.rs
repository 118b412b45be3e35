//! `facets`: what the proposals can be distinguished by, with counts.

use std::io;

use serde::Serialize;

use super::args::{FacetsArgs, TextOrJson};
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use super::{catalog, select};
use crate::loading;
use crate::model::Catalog;
use crate::search::edit::Choice;
use crate::search::facets::{Count, Facet, counts};
use crate::search::skills::Area;
use crate::write::json;
use crate::write::output::{Out, plain, quiet, strong};

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    facet: &'static str,
    counts: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    value: &'a str,
    area: Option<&'static str>,
    count: usize,
    /// The clause of the filter that leaves those.
    filter: String,
}

/// Counts the values of a facet among what fits.
pub(super) fn run(
    facets: &FacetsArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load(&facets.listings.paths, &context.settings, messages)?.catalog;
    write(&catalog, facets, context, out, messages)
}

fn write(
    catalog: &Catalog,
    &FacetsArgs { facet, format, ref filter, .. }: &FacetsArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let filter = filter.as_deref().filter(|filter| !filter.trim().is_empty());
    let profile = &context.configuration.profile;
    let (index, hits) = select::searched(catalog, filter, profile, messages);
    let counts = counts(catalog, &index, &hits, facet);
    match format {
        TextOrJson::Json => write_json(out, facet, &counts)?,
        TextOrJson::Text if context.console.is_terminal() => write_groups(out, facet, &counts)?,
        TextOrJson::Text => counts.iter().try_for_each(|it| {
            out.marked_line(&[quiet(&it.count.to_string()), plain(" "), plain(&facet.shown(it.name()))])
        })?,
    }
    catalog::expect_proposals(catalog)?;
    if counts.is_empty() {
        let (name, what) = (loading::name(catalog), facet.name());
        let filter = filter.map(|filter| format!(" that matches {filter:?}")).unwrap_or_default();
        return Err(CliError::nothing_found(format!("no proposal in {name}{filter} states its {what}")));
    }
    Ok(Status::Success)
}

fn write_json(out: &mut Out<'_>, facet: Facet, counts: &[Count]) -> io::Result<()> {
    let rows = counts.iter().map(|it| Row {
        value: it.name(),
        area: it.area.map(Area::name),
        count: it.count,
        filter: facet.choose("", &it.value, Choice::Included),
    });
    let counts = rows.collect();
    out.json(&Envelope { schema: json::SCHEMA, facet: facet.name(), counts })
}

/// The values under their areas, where they have some, the counts in a column.
fn write_groups(out: &mut Out<'_>, facet: Facet, counts: &[Count]) -> Result<(), CliError> {
    let digits = counts.iter().map(|count| count.count.to_string().len()).max().unwrap_or(0);
    let areas = Area::ALL.into_iter().map(Some).chain([None]);
    let mut is_first = true;
    for area in areas {
        let of_area: Vec<&Count> = counts.iter().filter(|count| count.area == area).collect();
        if of_area.is_empty() {
            continue;
        }
        if !std::mem::take(&mut is_first) {
            out.empty_line()?;
        }
        if let Some(area) = area {
            out.marked_line(&[strong(area.name())])?;
        }
        for counted in of_area {
            let count = format!("{:>digits$}", counted.count);
            out.marked_line(&[quiet(&count), plain("  "), plain(&facet.shown(counted.name()))])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Listings;
    use crate::cli::console::Console;
    use crate::write::{fixtures, output};

    fn written(
        filter: Option<&str>,
        facet: Facet,
        format: TextOrJson,
        width: Option<usize>,
    ) -> (String, bool) {
        let catalog = fixtures::listing(
            "",
            vec![
                fixtures::of_project("Har\u{1b}bour", "Mend the net", &["Golang", "k8s"]),
                fixtures::of_project("Lighthouse", "Turn the lamp", &["Go"]),
            ],
        );
        let context = Context { console: Console { width, color: false }, ..Context::default() };
        let facets =
            FacetsArgs { listings: Listings::default(), facet, filter: filter.map(str::to_owned), format };
        let write =
            |out: &mut Out<'_>| write(&catalog, &facets, &context, out, &mut Messages::default()).is_ok();
        output::written(write)
    }

    #[test]
    fn counts_are_lines_in_a_pipe_and_columns_on_a_terminal() {
        assert_eq!(written(None, Facet::Skills, TextOrJson::Text, None).0, "2 go\n1 kubernetes\n");
        let columns = "languages\n2  go\n\nplatforms\n1  kubernetes\n";
        assert_eq!(written(None, Facet::Skills, TextOrJson::Text, Some(80)).0, columns);
        let projects = written(None, Facet::Projects, TextOrJson::Text, Some(80));
        assert_eq!(projects, ("1  Har\u{fffd}bour\n1  Lighthouse\n".to_owned(), true));
    }

    #[test]
    fn json_has_an_envelope_even_for_nothing() {
        let (json, _) = written(Some("lamp"), Facet::Skills, TextOrJson::Json, None);
        let expected = r#"{"schema":1,"facet":"skills","counts":[{"value":"go","area":"languages","count":1,"filter":"skill:go"}]}"#;
        assert_eq!(json.trim_end(), expected);
        let (json, is_fine) = written(None, Facet::Size, TextOrJson::Json, None);
        assert_eq!(json, "{\"schema\":1,\"facet\":\"size\",\"counts\":[]}\n");
        assert!(!is_fine);
    }
}
