//! `markdown`: a comment for a review, polite and ready to paste.

use std::collections::HashMap;

use super::content::Report;
use crate::check::diagnostic::Diagnostic;
use crate::check::rule::Severity;
use crate::model::SafeText;

pub(super) fn write(report: &Report<'_>) -> SafeText {
    let mut out = SafeText::default();
    let mut groups: Vec<(String, Vec<&Diagnostic>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let first = report.shown().next().map(|first| first.listing);
    let several = report.shown().any(|found| Some(found.listing) != first);
    for found in report.shown() {
        let mut name = heading(found);
        if several {
            name += &format!(" ({})", report.path(found));
        }
        let at = *known.entry(name).or_insert_with_key(|name| {
            groups.push((name.clone(), Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(found);
    }
    if groups.is_empty() {
        out.lines("Thank you for the proposals. The check found no problems.");
        return out;
    }
    out.lines("Thank you for the proposals. Please have a look at these places:");
    for (name, group) in groups {
        out.end_line();
        out.line(format_args!("### {}", escaped(&name)));
        out.lines("\n| line | | problem | fix |\n|--:|---|---|---|");
        for found in group {
            let (start, _) = report.places(found, found.span);
            let mark = match found.severity {
                Severity::Error => "**fix**",
                Severity::Warning => "please consider",
                Severity::Info => "note",
            };
            let help = found.fix.as_ref().map(|fix| &fix.message).or(found.help.as_ref());
            out.line(format_args!(
                "| {} | {mark} | {} (`{}`) | {} |",
                start.line,
                escaped(&found.message),
                found.rule.code,
                help.map_or(String::new(), |help| escaped(help))
            ));
        }
    }
    out.end_line();
    out.line(format_args!("{}", report.summary().sentence()));
    out
}

/// Whom findings are about.
fn heading(found: &Diagnostic) -> String {
    match (&found.subject.project, &found.subject.title) {
        (Some(project), Some(title)) => format!("{project}: {title}"),
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => "The whole document".to_owned(),
    }
}

/// A text as it may stand in a cell: it cannot end the cell, call for people or hold HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for c in text.replace(['\n', '\r'], " ").chars() {
        match c {
            '|' => out.push_str("\\|"),
            '<' if !code => out.push_str("&lt;"),
            // A mention would call people whom the comment only speaks of: a space without width ends it.
            '@' if !code => out.push_str("@&#8203;"),
            '`' => {
                code = !code;
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_text_only() {
        assert_eq!(escaped("a|b <c>\n@d `@e<`"), "a\\|b &lt;c> @&#8203;d `@e<`");
    }
}
