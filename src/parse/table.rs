//! Tables with a row for each proposal: which table is one, and what its columns hold.

use super::form::{Stated, learned};
use super::identity::Identities;
use super::inline_words::inline_words;
use super::labels::Meanings;
use super::lexicon::{self, Meaning};
use super::words::folded;
use super::{blocks, dedup, heading_words, indent, links, proposal, title};
use crate::markdown::inline;
use crate::markdown::outline::{Outline, Table};
use crate::model::{Field, FieldKind, Proposal, Remark, Span};

/// The headers of a column of titles, the surest first.
const TITLES: &[&str] = &[
    "mentorship",
    "title",
    "project title",
    "idea",
    "project idea",
    "proposal",
    "topic",
    "mentorship project",
    "program",
    "project",
    "project name",
    "name",
];
/// The headers of a column of projects.
const PROJECTS: &[&str] = &[
    "related project",
    "cncf project",
    "project",
    "organization",
    "organisation",
    "repository",
    "component",
];
/// The headers of a column that numbers the rows.
const NUMBERS: &[&str] = &["", "#", "no", "no.", "nr", "id"];
/// The headers of a table that tells who was chosen: its rows are no proposals.
const RESULTS: &[&str] = &["mentee", "student", "participant", "contributor", "intern"];
/// The word of a link that is an application whatever its address is.
const APPLY: &str = "apply";

/// The content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Project,
    Number,
    Field(FieldKind),
}

/// The proposals of all tables, in document order.
pub(super) fn read(
    text: &str,
    outline: &Outline<'_>,
    stated: &Stated,
    identities: &mut Identities,
    remarks: &mut Vec<Remark>,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    let lists_ideas = outline.headings.iter().any(|heading| lexicon::is_group(&heading.title));
    for table in &outline.tables {
        let Some(columns) = columns(text, table, lists_ideas, stated) else { continue };
        let project = project_above(outline, table);
        for row in table.rows.iter().skip(1) {
            let read = Row { text, outline, header: &table.rows[0], columns: &columns, cells: row };
            proposals.extend(read.proposal(project, identities, remarks));
        }
    }
    proposals
}

/// The content of the columns of a table whose rows are proposals: they have titles, and something
/// that only proposals have.
fn columns(text: &str, table: &Table, lists_ideas: bool, stated: &Stated) -> Option<Vec<Column>> {
    let header: Vec<String> =
        table.rows.first()?.iter().map(|cell| singular(&inline_words(cell.of(text)))).collect();
    if header.iter().any(|words| RESULTS.contains(&words.as_str())) {
        return None;
    }
    let of_list = || TITLES.iter().find_map(|title| header.iter().position(|words| words == title));
    // Without a header that names titles the first column holds them, where others hold facts of ideas.
    let first = || {
        let strong = header
            .iter()
            .filter_map(|words| lexicon::meaning(&folded(words)))
            .filter(|meaning| meaning.is_strong());
        let is_free = |words: &String| {
            !NUMBERS.contains(&words.as_str())
                && lexicon::meaning(&folded(words))
                    .is_none_or(|meaning| meaning == Meaning::Title || meaning.kind() == FieldKind::Other)
        };
        (strong.count() >= 2).then(|| header.iter().position(is_free)).flatten()
    };
    let said: Vec<Option<Meaning>> = table.rows[0].iter().map(|cell| stated.meaning(cell.of(text))).collect();
    let title = said
        .iter()
        .position(|meaning| *meaning == Some(Meaning::Title))
        .or_else(of_list)
        .or_else(|| header.iter().position(|words| lexicon::is_title_column(&folded(words))))
        .or_else(first)?;
    let mut column = |(at, words): (usize, &String)| {
        if at == title {
            Column::Title
        } else if let Some(meaning) = said[at] {
            if meaning == Meaning::Project { Column::Project } else { Column::Field(meaning.kind()) }
        } else if PROJECTS.contains(&words.as_str()) {
            Column::Project
        } else if NUMBERS.contains(&words.as_str()) {
            Column::Number
        } else {
            Column::Field(Meanings::default().meaning(words).map_or(FieldKind::Other, Meaning::kind))
        }
    };
    let mut columns: Vec<Column> = header.iter().enumerate().map(&mut column).collect();
    learn_columns(text, table, &header, &said, &mut columns);
    let is_core = |column: &Column| {
        matches!(
            column,
            Column::Field(
                FieldKind::Description
                    | FieldKind::Outcome
                    | FieldKind::Skills
                    | FieldKind::Mentors
                    | FieldKind::Difficulty
                    | FieldKind::Size
            )
        )
    };
    let is_strong = |column: &Column| {
        let strong = [FieldKind::Skills, FieldKind::Mentors, FieldKind::Difficulty, FieldKind::Size];
        matches!(column, Column::Field(kind) if strong.contains(kind))
    };
    // A description tells of anything: its rows are ideas below a heading that says so.
    (columns.iter().any(is_strong) || lists_ideas && columns.iter().any(is_core)).then_some(columns)
}

/// Gives the columns whose headers say nothing the fields that their cells tell.
fn learn_columns(
    text: &str,
    table: &Table,
    header: &[String],
    said: &[Option<Meaning>],
    columns: &mut [Column],
) {
    for (at, column) in
        columns.iter_mut().enumerate().filter(|(_, column)| **column == Column::Field(FieldKind::Other))
    {
        let cells = table.rows.iter().skip(1).filter_map(|row| row.get(at)).map(|cell| cell.of(text));
        let values: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let is_known = said[at].is_some() || Meanings::default().meaning(&header[at]).is_some();
        if values.len() > 1
            && !is_known
            && let Some(kind) = learned::kind_of(&folded(&header[at]), &values)
        {
            *column = Column::Field(kind);
        }
    }
}

/// Words in lower case, each that ends with `s` or `(s)` without it.
fn singular(words: &str) -> String {
    let words = words.to_lowercase().replace("(s)", "");
    let words = words.split_whitespace().map(|word| word.strip_suffix('s').unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// The heading above a table that names the project of its rows.
fn project_above<'a>(outline: &'a Outline<'_>, table: &Table) -> Option<&'a str> {
    let above = outline.headings.partition_point(|heading| heading.span.start < table.span.start);
    let heading = outline.headings[..above].last().filter(|heading| heading.level > 1)?;
    let title = heading.title.as_str();
    (!title.is_empty() && !heading_words::names_a_listing(title) && !heading_words::is_sample(title))
        .then_some(title)
}

/// A row, and what its columns hold.
struct Row<'a> {
    text: &'a str,
    outline: &'a Outline<'a>,
    header: &'a [Span],
    columns: &'a [Column],
    cells: &'a [Span],
}

impl Row<'_> {
    fn proposal(
        &self,
        above: Option<&str>,
        identities: &mut Identities,
        remarks: &mut Vec<Remark>,
    ) -> Option<Proposal> {
        let cell = self.cells_of(Column::Title).next()?;
        let (heading, rest) = self.title(cell);
        let title = inline_words(heading.of(self.text));
        if title.is_empty() || heading_words::is_sample(&title) {
            return None;
        }
        let mut projects = self.cells_of(Column::Project).map(|cell| inline_words(cell.of(self.text)));
        let project = projects.find(|project| !project.is_empty());
        let project = project.or_else(|| above.map(str::to_owned));
        let id = identities.give(project.iter().chain([&title]).map(String::as_str));
        let mut proposal = Proposal::new(id, title::clean(&title), heading, self.line()?);
        proposal.project = project;
        proposal.status = title::status(&title).map(str::to_owned);
        proposal::read_title(self.text, self.outline, heading, &mut proposal);
        let fields = self.fields(rest);
        proposal::fill(self.text, self.outline, fields, &mut proposal, remarks);
        if proposal.upstream.is_empty() {
            let found = self.cells.iter().flat_map(|&cell| links::in_span(self.text, self.outline, cell));
            proposal.upstream.extend(found.filter(links::is_discussion));
            dedup::keep_first(&mut proposal.upstream, |link| &link.url);
        }
        Some(proposal)
    }

    /// The whole line of the row.
    fn line(&self) -> Option<Span> {
        let first = self.cells.first()?;
        let rest = &self.text.as_bytes()[first.start..];
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        Some(Span::new(indent::line_start(self.text, first.start), first.start + end).trim(self.text))
    }

    fn cells_of(&self, column: Column) -> impl Iterator<Item = Span> {
        let cells = self.columns.iter().zip(self.cells);
        cells.filter(move |(known, _)| **known == column).map(|(_, &cell)| cell)
    }

    /// The title is what stands before the first line break of its cell.
    fn title(&self, cell: Span) -> (Span, Span) {
        let words = cell.of(self.text);
        let at = memchr::memchr_iter(b'<', words.as_bytes())
            .find_map(|at| Some((at, blocks::line_break(&words[at..])?)));
        let (length, skipped) = at.unwrap_or((words.len(), 0));
        let title = Span::new(cell.start, cell.start + length).trim(self.text);
        (title, Span::new(cell.start + length + skipped, cell.end).trim(self.text))
    }

    /// A field for each cell with words, in the order of the columns; what stands below the title is
    /// where to apply, or what the idea is.
    fn fields(&self, below: Span) -> Vec<Field> {
        let mut fields = Vec::new();
        for ((&column, &label), &value) in self.columns.iter().zip(self.header).zip(self.cells) {
            let field = match column {
                Column::Title => {
                    Field { kind: self.kind_below(below), label: Span::at(below.start), value: below }
                }
                Column::Field(kind) => Field { kind, label, value },
                Column::Project | Column::Number => continue,
            };
            fields.extend((!field.value.is_empty()).then_some(field));
        }
        fields
    }

    fn kind_below(&self, below: Span) -> FieldKind {
        let found = links::in_span(self.text, self.outline, below);
        let says = |words: &str| words.to_lowercase().contains(APPLY);
        let applies =
            |link: &crate::model::Link| links::is_application(link) || link.text.as_deref().is_some_and(says);
        if found.iter().any(applies) {
            FieldKind::Apply
        } else if found.iter().any(links::is_discussion) {
            FieldKind::Upstream
        } else if inline::plain(below.of(self.text)).is_empty() {
            FieldKind::Other
        } else {
            FieldKind::Description
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        let proposals =
            read(text, &Outline::of(text), &Stated::default(), &mut Identities::default(), &mut Vec::new());
        proposals.into_iter().map(|proposal| proposal.title).collect()
    }

    #[test]
    fn a_row_is_a_proposal_only_where_the_columns_say_so() {
        assert_eq!(
            titles("| Idea | Mentors |\n|-|-|\n| **One**<br>more | A |\n| Example | B |\n| | C |\n"),
            ["One"]
        );
        for table in [
            "| Activity | Mentor dates |\n|-|-|\n| Start | May |\n",
            "| Project | Idea |\n|-|-|\n| A | [b](#b) |\n",
            "| Project | Mentee | Mentors |\n|-|-|-|\n| A | B | C |\n",
        ] {
            assert!(titles(table).is_empty(), "{table}");
        }
    }

    #[test]
    fn a_column_of_projects_beside_titles_names_the_project() {
        let text = "| Project | Title | Mentors |\n|-|-|-|\n| Kestrel | [Mend](https://example.org/issues/1) | Ada |\n";
        let proposals =
            read(text, &Outline::of(text), &Stated::default(), &mut Identities::default(), &mut Vec::new());
        assert_eq!(proposals[0].project.as_deref(), Some("Kestrel"));
        assert_eq!(proposals[0].upstream[0].url, "https://example.org/issues/1");
        assert_eq!(proposals[0].mentors[0].name, "Ada");
        assert_eq!(Some(proposals[0].section.of(text)), text.lines().nth(2), "the whole row");
    }
}
