//! The arguments of `check`. The doc comments of the fields are the help that users read.

use std::path::PathBuf;

use super::choices::one_explained;
use super::shared::Listings;
use crate::check::report::ReportFormat;
use crate::check::{Ruleset, Severity, Threshold};

const EXAMPLES: &str = "\
Examples:
  mentor-tui check                                what was open last; --sample: the built-in sample
  mentor-tui check proposals.md                   every problem, with the line that it is on
  mentor-tui check --fix proposals.md             mend what can be mended safely
  mentor-tui check --diff proposals.md            see that before it is done
  mentor-tui check --watch proposals.md           check again at every save
  mentor-tui check --mentor @ada proposals.md     only the proposals of one mentor
  mentor-tui check --diff-base main ideas.md      only lines that changed since a revision
  mentor-tui check --explain title-too-long       what a rule is about

Suppress a finding in the document, for a reason:
  <!-- mentor-disable-next-line MT208 -- the other mentor joins in June -->

A file mentor-tui.toml beside the listing, or above it in the repository, may set what is typed here every time:
  [check]  fail-on = \"warning\", ignore = [\"MT402\"], and the tables
  [check.severity] (error, warning, info, off)  [check.limits]  [check.project-aliases]  [check.projects]

Exit status: 0 fine, 1 findings at or above --fail-on, 2 could not run, or there are no proposals.";

/// Check listings: what is wrong, on which line, and how to mend it
///
/// Each finding has a code, a place and a way out. The rules are those of the programme that the document belongs
/// to: CNCF's listings are judged by CNCF's template of their term, others only by what is wrong everywhere.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,

    /// How to write it: full on a terminal, concise in a pipe
    #[arg(long, value_name = "FORMAT", help_heading = "Report")]
    #[arg(value_parser = one_explained(ReportFormat::ALL.iter().copied(), ReportFormat::name, explain_format))]
    pub(crate) output_format: Option<ReportFormat>,
    /// Write the report to this file
    #[arg(long, short, value_name = "FILE", help_heading = "Report")]
    pub(crate) output_file: Option<PathBuf>,
    /// Instead, how often each rule was broken
    #[arg(long, help_heading = "Report")]
    pub(crate) statistics: bool,
    /// Print nothing but what goes wrong; the exit status tells
    #[arg(long, short, help_heading = "Report")]
    pub(crate) quiet: bool,
    /// Fail from this severity on [default: error]
    #[arg(long, value_name = "SEVERITY", help_heading = "Report")]
    #[arg(value_parser = one_explained(Threshold::ALL, Threshold::name, explain_threshold))]
    pub(crate) fail_on: Option<Threshold>,

    /// Only these rules: a code, a name, or the beginning of a code (MT2)
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(crate) select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(crate) ignore: Vec<String>,
    /// The rules of house style, too
    #[arg(long, help_heading = "Rules")]
    pub(crate) pedantic: bool,
    /// By whose rules [default: found from the document]
    #[arg(long, value_name = "PROFILE", help_heading = "Rules")]
    #[arg(value_parser = one_explained(Ruleset::ALL.iter().copied(), Ruleset::name, explain_ruleset))]
    pub(crate) profile: Option<Ruleset>,
    /// Of which term, as "2026 Term 3" [default: found from the path or the document]
    #[arg(long, value_name = "TERM", help_heading = "Rules")]
    pub(crate) term: Option<String>,
    /// Instead, say what a rule is about; `all` for every rule
    #[arg(long, value_name = "RULE", conflicts_with_all = ["paths", "schema"], help_heading = "Rules")]
    pub(crate) explain: Option<String>,
    /// Instead, print the JSON schema of --output-format json
    #[arg(long, conflicts_with = "paths", help_heading = "Report")]
    pub(crate) schema: bool,

    /// Only findings about projects with this in their name
    #[arg(long, value_name = "NAME", help_heading = "Which findings")]
    pub(crate) only_project: Option<String>,
    /// Only findings about proposals with this in their title, or with this id
    #[arg(long, value_name = "TITLE", help_heading = "Which findings")]
    pub(crate) only_proposal: Option<String>,
    /// Only findings about the proposals of this mentor: @handle, address or name
    #[arg(long, value_name = "@HANDLE", help_heading = "Which findings")]
    pub(crate) mentor: Option<String>,
    /// Only findings on lines that changed since this revision, or since HEAD parted from it; asks git
    #[arg(long, value_name = "REV", help_heading = "Which findings")]
    pub(crate) diff_base: Option<String>,

    /// Mend what can be mended safely: what is read stays the same (title, project, mentors, skills, links, words of
    /// the fields), apart from the indentation and the spelling of the label that is mended. Needs a PATH
    #[arg(long, requires = "paths", help_heading = "Mending")]
    pub(crate) fix: bool,
    /// Mend the rest that can be mended, too: look at --diff first. Needs a PATH
    #[arg(long, requires = "paths", help_heading = "Mending")]
    pub(crate) unsafe_fixes: bool,
    /// Write nothing; print what --fix would change as a diff
    #[arg(long, help_heading = "Mending")]
    pub(crate) diff: bool,
    /// Check again whenever a file changes, until interrupted
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "diff", "output_file"], help_heading = "Mending")]
    pub(crate) watch: bool,
}

impl CheckArgs {
    /// Whether a page or a schema is asked for rather than a check.
    pub(crate) fn is_page(&self) -> bool {
        self.schema || self.explain.is_some()
    }
}

/// The explanation of a report's format in the help.
fn explain_format(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Full => "Each finding with the text that it is about",
        ReportFormat::Concise => "A line for each finding: path:line:column: severity[code]: message",
        ReportFormat::Json => "One object; see --schema",
        ReportFormat::Github => "Annotations of a GitHub workflow",
        ReportFormat::Sarif => "SARIF 2.1.0, for code scanning",
        ReportFormat::Markdown => "A comment for a review",
    }
}

/// The explanation of a threshold in the help.
fn explain_threshold(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::At(Severity::Error) => "Only errors",
        Threshold::At(Severity::Warning) => "Warnings and errors",
        Threshold::At(Severity::Info) => "Everything that is reported",
        Threshold::Never => "Nothing",
    }
}

/// The explanation of a ruleset in the help.
fn explain_ruleset(ruleset: Ruleset) -> &'static str {
    match ruleset {
        Ruleset::Cncf => "Mentorships of the CNCF through LFX",
        Ruleset::Gsoc => "Google Summer of Code",
        Ruleset::Generic => "What is wrong everywhere",
    }
}
