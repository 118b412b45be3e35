//! `sarif`: the Static Analysis Results Interchange Format, 2.1.0.

use std::path::MAIN_SEPARATOR;

use serde::Serialize;
use serde_json::{Value, json};

use super::content::Report;
use super::json;
use crate::check::diagnostic::Diagnostic;
use crate::check::rule::Rule;
use crate::check::rule::{Applicability, Severity};
use crate::check::rules::RULES;
use crate::model::url::percent_encoded_path;
use crate::model::{SafeText, Span};

/// In bytes.
const LONGEST_SNIPPET: usize = 1024;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    results: Vec<Finding>,
    column_kind: &'static str,
    original_uri_base_ids: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Value>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

pub(super) fn write(report: &Report<'_>) -> SafeText {
    let run = Run {
        tool: json!({ "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "rules": RULES.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
        }}),
        results: (report.diagnostics.iter().zip(json::fingerprints(report)))
            .map(|(found, fingerprint)| result(report, found, &fingerprint))
            .collect(),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({ "%SRCROOT%": { "description": { "text": "where the check was run" } } }),
    };
    json::text(&json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": format!("Reports {}.", rule.summary) },
        "fullDescription": { "text": rule.why },
        "help": { "text": rule.page(), "markdown": rule.page() },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": ["mentorship"] },
    })
}

fn result(report: &Report<'_>, found: &Diagnostic, fingerprint: &str) -> Finding {
    let code = found.rule.code;
    let mut text = found.message.clone();
    if let Some(help) = &found.help {
        text += &format!("\nhelp: {help}");
    }
    let mut location = json!({ "physicalLocation": physical(report, found, found.span) });
    if let Some(name) = subject(found) {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": name }]);
    }
    let related = |(id, related): (usize, &crate::check::Related)| {
        json!({
            "id": id,
            "message": { "text": related.message },
            "physicalLocation": physical(report, found, related.span),
        })
    };
    let safe = found.fix.iter().filter(|fix| fix.applicability == Applicability::Safe);
    let fixes = safe.map(|fix| {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                json!({
                    "deletedRegion": region(report, found, edit.span),
                    "insertedContent": { "text": edit.text },
                })
            })
            .collect();
        json!({
            "description": { "text": fix.message },
            "artifactChanges": [{ "artifactLocation": artifact(report, found), "replacements": replacements }],
        })
    });
    Finding {
        rule_id: code,
        rule_index: RULES.iter().position(|rule| rule.code == code).unwrap_or_default(),
        level: level(found.severity),
        message: Text { text },
        locations: vec![location],
        related_locations: found.related.iter().enumerate().map(related).collect(),
        partial_fingerprints: json!({ "mentorTui/v1": fingerprint }),
        fixes: fixes.collect(),
        suppressions: if found.suppressed { vec![json!({ "kind": "inSource" })] } else { Vec::new() },
    }
}

/// The project and the proposal.
fn subject(found: &Diagnostic) -> Option<String> {
    let names = [&found.subject.project, &found.subject.title].into_iter().flatten();
    let names: Vec<&str> = names.map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join("/"))
}

fn physical(report: &Report<'_>, found: &Diagnostic, span: Span) -> Value {
    let mut region = region(report, found, span);
    // A long one would be written once for each finding that it belongs to; readers have the file.
    if span.len() <= LONGEST_SNIPPET {
        region["snippet"] = json!({ "text": span.of(report.document(found).text()) });
    }
    json!({ "artifactLocation": artifact(report, found), "region": region })
}

fn region(report: &Report<'_>, found: &Diagnostic, span: Span) -> Value {
    let (start, end) = report.places(found, span);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    })
}

fn artifact(report: &Report<'_>, found: &Diagnostic) -> Value {
    location(&report.path(found), MAIN_SEPARATOR)
}

/// Where a document is: an address, a path of the system as a URI, or a path from where the check was run.
fn location(path: &str, separator: char) -> Value {
    if path.contains("://") {
        return json!({ "uri": percent_encoded_path(path) });
    }
    // A URI has slashes only; elsewhere than on Windows a backslash is a letter of the name.
    let is_windows = separator == '\\';
    let path = if is_windows { path.replace(separator, "/") } else { path.to_owned() };
    let is_on_drive = is_windows && path.get(1..3) == Some(":/");
    match path.strip_prefix('/').or_else(|| is_on_drive.then_some(&*path)) {
        Some(absolute) => json!({ "uri": format!("file:///{}", percent_encoded_path(absolute)) }),
        None => {
            json!({ "uri": percent_encoded_path(path.trim_start_matches("./")), "uriBaseId": "%SRCROOT%" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(percent_encoded_path("a b/é.md"), "a%20b/%C3%A9.md");
        let uri = |path, separator| location(path, separator)["uri"].as_str().unwrap().to_owned();
        assert_eq!(uri("./a/b.md", '/'), "a/b.md");
        assert_eq!(uri("/a/b.md", '/'), "file:///a/b.md");
        assert_eq!(uri(r"a\b.md", '/'), "a%5Cb.md");
        assert_eq!(uri(r".\a\b.md", '\\'), "a/b.md");
        assert_eq!(uri(r"C:\a b\c.md", '\\'), "file:///C:/a%20b/c.md");
        assert_eq!(uri("https://example.org/a.md", '\\'), "https://example.org/a.md");
    }
}
