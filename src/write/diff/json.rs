//! The differences as JSON: `{"schema":1,"new":[…],"changed":[…],"continued":[…],"gone":[…],"same":…}`.

use std::io;

use serde::Serialize;

use super::sections::Compared;
use crate::model::{Entry, Record};
use crate::page::changes::{FieldChange, Pair};
use crate::write::json::SCHEMA;
use crate::write::output::Out;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    new: Vec<Proposal>,
    changed: Vec<Change<'a>>,
    continued: Vec<Change<'a>>,
    gone: Vec<Proposal>,
    /// How many do not differ.
    same: usize,
}

/// A proposal; `source` and `line` are `null` of one that is gone.
#[derive(Serialize)]
struct Proposal {
    id: String,
    title: String,
    project: Option<String>,
    term: Option<String>,
    upstream: Vec<String>,
    apply: Option<String>,
    source: Option<String>,
    line: Option<usize>,
}

/// A proposal that is in both, as it is and as it was.
#[derive(Serialize)]
struct Change<'a> {
    proposal: Proposal,
    before: Proposal,
    fields: Vec<Field<'a>>,
}

/// A field that differs. A version in which it is not there is `null`.
#[derive(Serialize)]
struct Field<'a> {
    #[serde(rename = "field")]
    label: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

/// Writes the differences on a line.
pub(super) fn write(out: &mut Out<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let comparison = compared.comparison;
    let now = |index: usize| compared.catalog.get(index).map(Proposal::now);
    let then = |at: usize| compared.past.get(at).map(|past| Proposal::then(&past.record));
    let versions = |pair: &Pair| Some((now(pair.new)?, then(pair.old)?));
    let changes = |pairs| Change::all(pairs, versions);
    out.json(&Envelope {
        schema: SCHEMA,
        new: comparison.new.iter().filter_map(|&index| now(index)).collect(),
        changed: changes(&comparison.changed),
        continued: changes(&comparison.continued),
        gone: comparison.gone.iter().filter_map(|&at| then(at)).collect(),
        same: comparison.same.len(),
    })
}

impl Proposal {
    fn now(entry: Entry<'_>) -> Self {
        let source = Some(entry.listing.document.origin().to_string());
        Self { source, line: Some(entry.line()), ..Self::then(&Record::of(entry)) }
    }

    fn then(record: &Record) -> Self {
        let Record { id, title, project, term, upstream, apply } = record.clone();
        Self { id: id.to_string(), title, project, term, upstream, apply, source: None, line: None }
    }
}

impl<'a> Change<'a> {
    /// The changes of some pairs; `versions` gives a proposal as it is and as it was.
    fn all(pairs: &'a [Pair], versions: impl Fn(&Pair) -> Option<(Proposal, Proposal)>) -> Vec<Self> {
        let change = |pair: &'a Pair| {
            let (proposal, before) = versions(pair)?;
            Some(Self { proposal, before, fields: pair.fields.iter().map(Field::of).collect() })
        };
        pairs.iter().filter_map(change).collect()
    }
}

impl<'a> Field<'a> {
    fn of(change: &'a FieldChange) -> Self {
        let said = |text: &'a str| (!text.is_empty()).then_some(text);
        Self { label: &change.label, old: said(&change.old), new: said(&change.new) }
    }
}
