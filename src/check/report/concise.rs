//! `concise`: a line for each finding, as compilers write them: `path:line:column: severity[code]: message`.

use super::content::Report;
use crate::check::diagnostic::Diagnostic;
use crate::check::rule::Applicability;
use crate::model::SafeText;

pub(super) fn write(report: &Report<'_>) -> SafeText {
    let mut out = SafeText::default();
    report.shown().for_each(|found| out.line(format_args!("{}", line(report, found))));
    out
}

/// One finding. `[*]` marks what `--fix` fixes, `[~]` what `--unsafe-fixes` does.
pub(super) fn line(report: &Report<'_>, found: &Diagnostic) -> String {
    let (start, _) = report.places(found, found.span);
    let mark = match found.fix.as_ref().map(|fix| fix.applicability) {
        Some(Applicability::Safe) => " [*]",
        Some(Applicability::Unsafe) => " [~]",
        Some(Applicability::Placeholder) | None => "",
    };
    format!(
        "{}:{}:{}: {}[{}]: {}{mark}",
        report.path(found),
        start.line,
        start.column,
        found.severity.name(),
        found.rule.code,
        found.message
    )
}
