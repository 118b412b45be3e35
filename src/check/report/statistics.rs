//! `--statistics`: how often each rule was broken.

use serde::Serialize;

use super::content::Report;
use super::json;
use crate::check::rule::Applicability;
use crate::check::rule::Rule;
use crate::model::SafeText;

#[derive(Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    count: usize,
    fixable: usize,
}

pub(super) fn text(report: &Report<'_>) -> SafeText {
    let rows = rows(report);
    let width = rows.first().map_or(0, |row| row.count.to_string().len());
    let mut out = SafeText::default();
    for row in &rows {
        let mark = if row.fixable > 0 { "[*]" } else { "   " };
        out.line(format_args!("{:>width$}  {}  {mark}  {}", row.count, row.code, row.name));
    }
    out
}

pub(super) fn json(report: &Report<'_>) -> SafeText {
    json::text(&rows(report))
}

/// Most often first, then by code.
fn rows(report: &Report<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for found in report.shown() {
        let Rule { code, name, .. } = *found.rule;
        let fixable = found.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
        match rows.iter_mut().find(|row| row.code == code) {
            Some(row) => {
                row.count += 1;
                row.fixable += usize::from(fixable);
            }
            None => rows.push(Row { code, name, count: 1, fixable: usize::from(fixable) }),
        }
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.count), row.code));
    rows
}
