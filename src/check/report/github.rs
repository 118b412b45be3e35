//! `github`: commands of a workflow, which become annotations.
//!
//! GitHub shows ten annotations of each level in a step and drops the others without a word. So the worst
//! go first, what is alike is merged, and the last place says how many more there are; the summary of the
//! step holds them all.

use std::collections::HashMap;

use super::content::Report;
use super::markdown;
use crate::check::diagnostic::Diagnostic;
use crate::check::rule::Severity;
use crate::markdown::glyphs::ELLIPSIS;
use crate::model::{ProposalId, SafeText};

/// The most annotations of a level that a step shows.
const MOST: usize = 10;
/// The most bytes of a step's summary.
const SUMMARY: usize = 1024 * 1024;

/// The output of a workflow's step: commands to print, and the text for its summary.
#[derive(Debug)]
pub struct Github {
    /// The commands, a line each.
    pub commands: SafeText,
    /// The summary, in Markdown; at most a mebibyte.
    pub summary: SafeText,
}

impl Github {
    /// The commands and the summary of a report.
    #[must_use]
    pub fn new(report: &Report<'_>) -> Self {
        let (mut commands, mut left) = (SafeText::default(), 0);
        for severity in Severity::ALL {
            let merged = merged(report, severity);
            // The last notice says how many are left out, and needs a place itself.
            let most = if severity == Severity::Info { MOST - 1 } else { MOST };
            for group in merged.iter().take(most) {
                command(&mut commands, report, severity, group);
            }
            left += merged.iter().skip(most).map(Vec::len).sum::<usize>();
        }
        if left > 0 {
            commands.line(format_args!(
                "::notice title=mentor-tui::{ELLIPSIS} and {left} more, see the summary of the step"
            ));
        }
        let mut summary = markdown::write(report);
        if summary.as_str().len() > SUMMARY {
            summary.truncate_to_lines(SUMMARY - 64);
            summary.lines(&format!("\n{ELLIPSIS} and more."));
        }
        Self { commands, summary }
    }
}

/// The findings of a severity: those of one rule about one proposal together.
fn merged<'a>(report: &Report<'a>, severity: Severity) -> Vec<Vec<&'a Diagnostic>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: HashMap<(&str, usize, &ProposalId), usize> = HashMap::new();
    for found in report.shown().filter(|found| found.severity == severity) {
        let key = found.subject.proposal.as_ref().map(|id| (found.rule.code, found.listing, id));
        if let Some(at) = key.and_then(|key| known.get(&key)) {
            groups[*at].push(found);
            continue;
        }
        if let Some(key) = key {
            known.insert(key, groups.len());
        }
        groups.push(vec![found]);
    }
    groups
}

/// Adds one command. It is one line whatever it holds, so that no title can give a command of its own.
fn command(out: &mut SafeText, report: &Report<'_>, severity: Severity, group: &[&Diagnostic]) {
    let Some(first) = group.first() else { return };
    let level = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = report.places(first, first.span);
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let title = format!("{} {}", first.rule.code, first.rule.name);
    let lines = group.iter().enumerate().map(|(number, found)| {
        let (start, _) = report.places(found, found.span);
        if number == 0 { found.message.clone() } else { format!("line {}: {}", start.line, found.message) }
    });
    let help = first.fix.as_ref().map(|fix| &fix.message).or(first.help.as_ref());
    let help = help.map(|help| format!("help: {help}"));
    let message = lines.chain(help).collect::<Vec<_>>().join("\n");
    out.line(format_args!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}",
        property(&report.path(first)),
        start.line,
        end.line,
        property(&title),
        data(&message)
    ));
}

/// A text as it may stand behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as it may stand as a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_command_is_escaped() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
