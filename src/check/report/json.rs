//! `json`: one object with everything; `assets/check.schema.json` is its schema.

use std::collections::HashMap;

use serde::Serialize;

use super::content::{Report, Summary};
use crate::check::diagnostic::{Diagnostic, Edit};
use crate::model::{FieldKind, SafeText, Span};

/// The schema of the object, in JSON.
pub const SCHEMA: &str = include_str!("../../../assets/check.schema.json");

/// The version of the object; keys are only added to one.
const VERSION: u32 = 2;

#[derive(Serialize)]
struct Envelope<'a> {
    version: u32,
    tool: Tool,
    summary: Counts,
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    proposals: usize,
    error: usize,
    warning: usize,
    info: usize,
    fixable: Fixable,
    suppressed: usize,
}

#[derive(Serialize)]
struct Fixable {
    safe: usize,
    r#unsafe: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    notes: &'a [String],
    path: String,
    range: Range,
    subject: Subject<'a>,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
    fingerprint: String,
    suppressed: bool,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Subject<'a> {
    project: Option<&'a str>,
    proposal: Option<&'a str>,
    id: Option<&'a str>,
    field: Option<&'static str>,
    index: Option<usize>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Fix<'a> {
    applicability: &'static str,
    message: &'a str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    range: Range,
    text: &'a str,
}

pub(super) fn write(report: &Report<'_>) -> SafeText {
    let Summary { files, proposals, errors, warnings, infos, safe, unsafely, suppressed, .. } =
        report.summary();
    let envelope = Envelope {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        summary: Counts {
            files,
            proposals,
            error: errors,
            warning: warnings,
            info: infos,
            fixable: Fixable { safe, r#unsafe: unsafely },
            suppressed,
        },
        diagnostics: (report.diagnostics.iter().zip(fingerprints(report)))
            .map(|(found, fingerprint)| item(report, found, fingerprint))
            .collect(),
    };
    text(&envelope)
}

/// A value as JSON on a line.
pub(super) fn text(value: &impl Serialize) -> SafeText {
    let mut out = SafeText::default();
    // Strings and numbers always serialise.
    out.json(&serde_json::to_string(value).unwrap_or_default());
    out.end_line();
    out
}

fn item<'a>(report: &Report<'_>, found: &'a Diagnostic, fingerprint: String) -> Item<'a> {
    let change = |edit: &'a Edit| Change { range: range(report, found, edit.span), text: &edit.text };
    Item {
        code: found.rule.code,
        name: found.rule.name,
        severity: found.severity.name(),
        message: &found.message,
        help: found.help.as_deref(),
        notes: &found.notes,
        path: report.path(found),
        range: range(report, found, found.span),
        subject: Subject {
            project: found.subject.project.as_deref(),
            proposal: found.subject.title.as_deref(),
            id: found.subject.proposal.as_ref().map(crate::model::ProposalId::as_str),
            field: found.subject.field.map(FieldKind::name),
            index: found.subject.index,
        },
        related: found
            .related
            .iter()
            .map(|related| Related { message: &related.message, range: range(report, found, related.span) })
            .collect(),
        fix: found.fix.as_ref().map(|fix| Fix {
            applicability: fix.applicability.name(),
            message: &fix.message,
            edits: fix.edits.iter().map(change).collect(),
        }),
        fingerprint,
        suppressed: found.suppressed,
    }
}

fn range(report: &Report<'_>, found: &Diagnostic, span: Span) -> Range {
    let (start, end) = report.places(found, span);
    Range {
        start: Place { line: start.line, column: start.column, byte: span.start },
        end: Place { line: end.line, column: end.column, byte: span.end },
    }
}

/// The fingerprint of each finding, which stays while lines move: its rule, its subject and its words, and which of those that have
/// all of that in common it is.
pub(super) fn fingerprints(report: &Report<'_>) -> Vec<String> {
    let mut seen: HashMap<u64, u64> = HashMap::new();
    let fingerprint = |found| {
        let hash = hash(report, found);
        let before = seen.entry(hash).or_default();
        // The first one is known by the hash alone.
        let known = if *before == 0 { hash } else { hashed(hash, before.to_string().bytes()) };
        *before += 1;
        format!("fnv1a:{known:016x}")
    };
    report.diagnostics.iter().map(fingerprint).collect()
}

fn hash(report: &Report<'_>, found: &Diagnostic) -> u64 {
    let id = found.subject.proposal.as_ref().map_or("", crate::model::ProposalId::as_str);
    let project = found.subject.project.as_deref().unwrap_or_default();
    let path = report.path(found);
    let parts = [found.rule.code, &path, project, id, &found.message];
    hashed(0xcbf2_9ce4_8422_2325, parts.iter().flat_map(|part| part.bytes().chain([0])))
}

/// FNV-1a, 64 bits, from a hash on: stable on every machine and in every version.
fn hashed(hash: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
