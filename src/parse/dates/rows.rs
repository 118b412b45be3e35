//! Dates in tables.

use super::blocks::{Block, Shape};
use super::candidate::{Candidate, Group};
use super::edge;
use super::find::{self, Found};
use super::kind;
use super::phrase::{trimmed, words};
use super::plain::{self, Plain};
use super::year::year_of;
use crate::model::{PhaseKind, Span};

/// The dates of the rows of one table.
pub(super) fn read(text: &str, rows: &[Block], out: &mut Vec<Candidate>) {
    let cells = |row: &Block| -> Vec<Span> {
        match &row.shape {
            Shape::Row { cells, .. } => cells.clone(),
            _ => Vec::new(),
        }
    };
    let is_head = |row: &&Block| matches!(row.shape, Shape::Row { is_head: true, .. });
    let head: Vec<String> = rows.first().filter(is_head).map_or(Vec::new(), |row| {
        cells(row).iter().map(|cell| plain::of(text, cell.start, cell.end).text.trim().to_owned()).collect()
    });
    let heads = Heads::of(&head);
    for row in rows.iter().filter(|row| row.may_date) {
        let cells = cells(row);
        let read: Vec<Plain> = cells.iter().map(|cell| plain::of(text, cell.start, cell.end)).collect();
        let dated: Vec<Option<Found>> = read.iter().map(|cell| of_cell(&cell.text)).collect();
        let place = |at: usize, found: &Found| {
            Span::new(read[at].source(found.start), read[at].source(found.end.saturating_sub(1)) + 1)
        };
        let label = label(&read, &dated, &heads);
        let candidate = |found: Found, span: Span, at: usize| Candidate {
            found,
            span,
            kind: kind::of(&label, false),
            edge: edge::by_preposition(&read[at].text[..found.start]).or_else(|| edge::by_label(&label)),
            label: label.clone(),
            is_prose: false,
            group: Group::Table(row.group),
            year: head.get(at).and_then(|head| year_of(head)),
            is_sure: false,
        };
        if let (Some(from), Some(to)) = (heads.start, heads.end) {
            let day = |at: usize| dated.get(at).copied().flatten();
            match (day(from), day(to)) {
                (Some(first), Some(last)) => {
                    let found = Found { to: Some(last.last()), ..first };
                    let mut whole = candidate(found, place(from, &first), from);
                    (whole.is_sure, whole.kind) = (true, whole.kind.or(Some(PhaseKind::Coding)));
                    out.push(whole);
                }
                (Some(first), None) => out.push(Candidate {
                    edge: Some(edge::Edge::From),
                    ..candidate(first, place(from, &first), from)
                }),
                (None, Some(last)) => out
                    .push(Candidate { edge: Some(edge::Edge::To), ..candidate(last, place(to, &last), to) }),
                (None, None) => {}
            }
            continue;
        }
        // One column holds the dates: the first that has one.
        let Some((at, found)) = dated.iter().enumerate().find_map(|(at, found)| Some((at, (*found)?))) else {
            continue;
        };
        out.push(candidate(found, place(at, &found), at));
    }
}

/// The columns that the head names.
#[derive(Debug, Default)]
struct Heads {
    start: Option<usize>,
    end: Option<usize>,
    title: Option<usize>,
}

impl Heads {
    fn of(head: &[String]) -> Self {
        let find = |names: &[&str]| {
            head.iter().position(|head| {
                let folded = super::lex::fold(head);
                names.iter().any(|name| {
                    folded == *name
                        || folded.starts_with(&format!("{name} "))
                        || folded.ends_with(&format!(" {name}"))
                })
            })
        };
        let start = find(&["start", "from", "begin", "begins", "opens", "beginn", "debut", "inicio", "von"]);
        let end = find(&["end", "to", "until", "ends", "closes", "ende", "fin", "fim", "bis", "deadline"])
            .filter(|end| Some(*end) != start);
        let (start, end) =
            if end.is_some() { (start, end.filter(|_| start.is_some())) } else { (None, None) };
        let title = find(&[
            "title",
            "topic",
            "project",
            "phase",
            "event",
            "activity",
            "milestone",
            "what",
            "stage",
            "description",
            "achievement",
            "step",
        ]);
        Self { start, end, title }
    }
}

/// The date of a cell that begins with one.
fn of_cell(text: &str) -> Option<Found> {
    let found = find::all(text).into_iter().find(|found| found.from.day.exists())?;
    let before = trimmed(&text[..found.start]);
    (words(before) <= 2 && !edge::is_of_something_else(before)).then_some(found)
}

/// The name of a row: the cell below the head that says so, else the first that is no date and no number.
fn label(cells: &[Plain], dated: &[Option<Found>], heads: &Heads) -> String {
    let free = |at: &usize| dated.get(*at).is_some_and(Option::is_none);
    let tells = |at: &usize| {
        let words = trimmed(&cells[*at].text);
        let is_number =
            words.split_whitespace().count() <= 2 && words.ends_with(|c: char| c.is_ascii_digit());
        words.contains(char::is_alphabetic) && !is_number
    };
    let named = heads.title.filter(|at| *at < cells.len()).filter(free).filter(tells);
    let any = || (0..cells.len()).filter(free);
    let at =
        named.or_else(|| any().find(tells)).or_else(|| any().find(|at| !cells[*at].text.trim().is_empty()));
    let label = at.map(|at| trimmed(&cells[at].text)).unwrap_or_default();
    // A numbered milestone is one, whatever its title says.
    label.to_owned()
}
