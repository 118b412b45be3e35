//! The list on a terminal: columns that fit its width.

use std::io;

use crate::markdown::glyphs::{self, DOT, NONE, RULE, RULE_BEFORE};
use crate::model::{Catalog, Entry, Proposal, Term, safe};
use crate::search::{Profile, skills};
use crate::ui::text::{cut, pad, width};
use crate::write::output::{Out, plain, quiet, strong};

/// How the list is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Whether each project is a heading above its proposals, rather than a column.
    pub(super) grouped: bool,
    /// Columns of the terminal.
    pub(super) width: usize,
}

/// A row: its number, how it fits, and what it is about.
struct TableRow<'a> {
    number: usize,
    /// `3/4`; `–` where no skill is named, nothing at all without a profile.
    fit: String,
    proposal: &'a Proposal,
    /// The term of its listing, where there are several.
    term: Option<&'a Option<Term>>,
}

impl TableRow<'_> {
    /// Whether another one stands under the same headings.
    fn is_beside(&self, other: &Self) -> bool {
        self.term == other.term && self.proposal.project_path() == other.proposal.project_path()
    }
}

/// The text between two columns.
const GAP: &str = "  ";

/// The least that is worth being shown of a column of skills, in display cells.
const LEAST: usize = 8;

/// The widths of the columns, in display cells. The last one is not padded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TableColumns {
    number: usize,
    /// 0 without a profile.
    fit: usize,
    title: usize,
    project: usize,
    skills: usize,
}

/// Writes the chosen proposals in columns.
pub(super) fn write(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
    layout: Layout,
) -> io::Result<()> {
    let has_terms = catalog.terms().len() > 1;
    let row = |&index: &usize| {
        let Entry { listing, proposal } = catalog.get(index)?;
        let term = has_terms.then_some(&listing.term);
        Some(TableRow { number: index + 1, fit: fit(profile, proposal), proposal, term })
    };
    let rows: Vec<TableRow<'_>> = chosen.iter().filter_map(row).collect();
    let columns = columns(&rows, layout);
    if !layout.grouped {
        return rows.iter().try_for_each(|row| write_row(out, row, columns));
    }
    let mut term = None;
    for (at, group) in rows.chunk_by(TableRow::is_beside).enumerate() {
        if at > 0 {
            out.empty_line()?;
        }
        if let Some(of_group) = group[0].term.filter(|of_group| term != Some(*of_group)) {
            term = Some(of_group);
            let name = of_group.as_ref().map_or_else(|| "No term".to_owned(), ToString::to_string);
            let line = format!("{RULE_BEFORE}{} ", safe(&glyphs::sentence(&name)));
            let line = cut(&line, layout.width);
            let rest = RULE.repeat(layout.width.saturating_sub(width(&line)));
            out.marked_line(&[strong(&line), quiet(&rest)])?;
        }
        if let Some(project) = group[0].proposal.project_path() {
            let count = group.len().to_string();
            let project = safe(&project);
            let project = cut(&project, layout.width.saturating_sub(GAP.len() + count.len()));
            out.marked_line(&[strong(&project), plain(GAP), quiet(&count)])?;
        }
        group.iter().try_for_each(|row| write_row(out, row, columns))?;
    }
    Ok(())
}

/// How a proposal fits, as short as it can be said: `3/4`.
fn fit(profile: &Profile, proposal: &Proposal) -> String {
    if profile.is_empty() {
        return String::new();
    }
    let fit = profile.fit(proposal, &skills::wanted(&proposal.skills)).filter(|fit| fit.needed() > 0);
    fit.map_or_else(|| NONE.to_string(), |fit| fit.share())
}

/// Shares the width out: titles come first, for they are what people read; then the project; the
/// skills get what is left.
fn columns(rows: &[TableRow<'_>], layout: Layout) -> TableColumns {
    let widest =
        |cells: &dyn Fn(&Proposal) -> usize| rows.iter().map(|row| cells(row.proposal)).max().unwrap_or(0);
    let last = rows.iter().map(|row| row.number).max().unwrap_or(0);
    let number = last.to_string().len();
    let fit = rows.iter().map(|row| width(&row.fit)).max().unwrap_or(0);
    let room =
        layout.width.saturating_sub(2 * GAP.len() + number + if fit > 0 { fit + GAP.len() } else { 0 });
    let places = if layout.grouped {
        0
    } else {
        widest(&|row| row.project_path().map_or(0, |place| width(&safe(&place))))
    };
    let project = places.min(room / 4);
    let room = room.saturating_sub(if project > 0 { GAP.len() + project } else { 0 });
    let longest = widest(&|row| width(&safe(&row.title)));
    let titles = longest.min((room * 3 / 4).max(room.saturating_sub(40)));
    match room.saturating_sub(titles + GAP.len()) {
        skills if skills >= LEAST => TableColumns { number, fit, title: titles, project, skills },
        _ => TableColumns { number, fit, title: longest.min(room), project, skills: 0 },
    }
}

fn write_row(out: &mut Out<'_>, row: &TableRow<'_>, columns: TableColumns) -> io::Result<()> {
    let TableRow { number, fit, proposal: row, .. } = row;
    let number = format!("{number:>width$}", width = columns.number);
    let mut cells = Vec::new();
    if columns.fit > 0 {
        cells.push((fit.clone(), columns.fit));
    }
    cells.push((row.title.clone(), columns.title));
    if columns.project > 0 {
        cells.push((row.project_path().unwrap_or_default(), columns.project));
    }
    if columns.skills > 0 {
        let skills: Vec<_> = row.skills.iter().map(|skill| skill.text.as_str()).collect();
        cells.push((skills.join(DOT.as_str()), columns.skills));
    }
    let line = cells.iter().map(|(text, width)| pad(&safe(text), *width)).collect::<Vec<_>>().join(GAP);
    out.marked_line(&[plain(GAP), quiet(&number), plain(GAP), plain(&line)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin};
    use crate::write::fixtures::{listing, of_project, proposal};
    use crate::write::output;

    fn catalog() -> Catalog {
        let mut docs = of_project("Harbour", "Describe the knots in 漢字", &["Writing"]);
        docs.subproject = Some("Docs".to_owned());
        let mut proposals = vec![proposal("Without a project")];
        proposals.extend((0..8).map(|n| of_project("Harbour", &format!("Mend net {n}"), &["Go", "Knots"])));
        proposals.push(docs);
        proposals.push(of_project(
            "A lighthouse",
            "A lamp that turns, and says by how much it did",
            &["Rust", "Embedded systems", "Optics"],
        ));
        listing("", proposals)
    }

    fn written(chosen: &[usize], grouped: bool, width: usize, color: bool) -> String {
        written_for(&[], chosen, grouped, width, color)
    }

    fn written_for(skills: &[&str], chosen: &[usize], grouped: bool, width: usize, color: bool) -> String {
        let profile = Profile::new(skills);
        let layout = Layout { grouped, width };
        let write = |out: &mut Out<'_>| write(out, &catalog(), chosen, &profile, layout);
        output::gathered(color, write).unwrap().into_string()
    }

    #[test]
    fn projects_are_headings_above_aligned_columns() {
        insta::assert_snapshot!(written(&[0, 7, 8, 9, 10], true, 72, false), @r"
           1  Without a project

        Harbour  2
           8  Mend net 6                                      Go · Knots
           9  Mend net 7                                      Go · Knots

        Harbour / Docs  1
          10  Describe the knots in 漢字                      Writing

        A lighthouse  1
          11  A lamp that turns, and says by how much it did  Rust · Embedded s…
        ");
    }

    #[test]
    fn terms_are_headings_where_there_are_several() {
        let of_year = |year: u16, project: &str| {
            let term = Some(Term { year, season: None, programme: None });
            let document = Document::new(Origin::Stdin, "");
            Listing { term, ..Listing::new(document, vec![of_project(project, &format!("In {year}"), &[])]) }
        };
        let catalog = Catalog::new(vec![of_year(2024, "Harbour"), of_year(2025, "Harbour")]);
        let layout = Layout { grouped: true, width: 30 };
        let write = |out: &mut Out<'_>| write(out, &catalog, &[0, 1], &Profile::default(), layout);
        insta::assert_snapshot!(output::gathered(false, write).unwrap(), @r"
        ── 2024 ──────────────────────
        Harbour  1
          1  In 2024

        ── 2025 ──────────────────────
        Harbour  1
          2  In 2025
        ");
    }

    #[test]
    fn what_was_filtered_is_one_column_more() {
        insta::assert_snapshot!(written(&[10, 9, 1], false, 72, false), @r"
        11  A lamp that turns, and says by how m…  A lighthouse    Rust · Emb…
        10  Describe the knots in 漢字             Harbour / Docs  Writing
         2  Mend net 0                             Harbour         Go · Knots
        ");
    }

    #[test]
    fn who_tells_their_skills_sees_what_fits() {
        let written = written_for(&["golang"], &[0, 1, 10], false, 60, false);
        let fits: Vec<_> = written.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
        assert_eq!(fits, ["–", "1/1", "0/2"], "{written}");
    }

    #[test]
    fn marks_are_where_they_are_wanted() {
        let plain = written(&[1], true, 60, false);
        let marked = written(&[1], true, 60, true);
        assert_eq!(marked.replace("\u{1b}[1m", "").replace("\u{1b}[2m", "").replace("\u{1b}[0m", ""), plain);
        assert!(marked.contains("\u{1b}[1mHarbour\u{1b}[0m"), "{marked:?}");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let all: Vec<_> = (0..11).collect();
        for width in 16..100 {
            for grouped in [true, false] {
                for skills in [&[] as &[&str], &["go", "rust"]] {
                    for line in written_for(skills, &all, grouped, width, false).lines() {
                        assert!(super::width(line) <= width, "{width}: {line:?}");
                    }
                }
            }
        }
    }
}
