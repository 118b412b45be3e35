//! The arguments of `check`. The doc comments of the fields are the help that users read.

use std::path::PathBuf;

use super::choices::one_explained;
use super::shared::Listings;
use crate::check::report::ReportFormat;
use crate::check::{Ruleset, Severity, Threshold};

const EXAMPLES: &str = "\
Examples:
  mentor-tui check                                what you last had open; --sample: the built-in sample
  mentor-tui check proposals.md                   every problem, with its line
  mentor-tui check --fix proposals.md             apply the safe fixes
  mentor-tui check --diff proposals.md            print them as a diff instead
  mentor-tui check --watch proposals.md           check again at every save
  mentor-tui check --mentor @ada proposals.md     only the proposals of one mentor
  mentor-tui check --diff-base main ideas.md      only on lines that changed since a revision
  mentor-tui check --explain title-too-long       the page of a rule

Suppress a problem with a comment in the document, and say why:
  <!-- mentor-disable-next-line MT208 -- the other mentor joins in June -->

A file mentor-tui.toml beside the listing, or in a folder above it in the repository, holds the settings of a project:
  [check]  fail-on = \"warning\", ignore = [\"MT402\"], and the tables
  [check.severity] (error, warning, info, off)  [check.limits]  [check.project-aliases]  [check.projects]

Exit status: 0 no problems at or above --fail-on, 1 some, 2 could not run, or there are no proposals.";

/// Check listings: problems, their lines, and their fixes
///
/// Each problem has a code, a place and help. The rules are those of the programme that the document belongs to:
/// CNCF's listings are checked against CNCF's template of their term, others only by the rules that apply everywhere.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,

    /// The output [default: full on a terminal, concise in a pipe]
    #[arg(long, value_name = "FORMAT", help_heading = "Report")]
    #[arg(value_parser = one_explained(ReportFormat::ALL.iter().copied(), ReportFormat::name, explain_format))]
    pub(crate) output_format: Option<ReportFormat>,
    /// Write the report to this file
    #[arg(long, short, value_name = "FILE", help_heading = "Report")]
    pub(crate) output_file: Option<PathBuf>,
    /// Print only how often each rule was broken
    #[arg(long, help_heading = "Report")]
    pub(crate) statistics: bool,
    /// Print no problems, only errors of the run; use the exit status
    #[arg(long, short, help_heading = "Report")]
    pub(crate) quiet: bool,
    /// Exit with status 1 from this severity on [default: error]
    #[arg(long, value_name = "SEVERITY", help_heading = "Report")]
    #[arg(value_parser = one_explained(Threshold::ALL, Threshold::name, explain_threshold))]
    pub(crate) fail_on: Option<Threshold>,

    /// Run only these rules: a code, a name, or the beginning of a code (MT2)
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(crate) select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(crate) ignore: Vec<String>,
    /// Run the rules of house style, too
    #[arg(long, help_heading = "Rules")]
    pub(crate) pedantic: bool,
    /// The programme whose rules apply [default: found from the document]
    #[arg(long, value_name = "PROFILE", help_heading = "Rules")]
    #[arg(value_parser = one_explained(Ruleset::ALL.iter().copied(), Ruleset::name, explain_ruleset))]
    pub(crate) profile: Option<Ruleset>,
    /// The term of the template, as "2026 Term 3" [default: found from the path or the document]
    #[arg(long, value_name = "TERM", help_heading = "Rules")]
    pub(crate) term: Option<String>,
    /// Print the page of a rule; `all` for every rule
    #[arg(long, value_name = "RULE", conflicts_with_all = ["paths", "schema"], help_heading = "Rules")]
    pub(crate) explain: Option<String>,
    /// Print the JSON Schema of --output-format json
    #[arg(long, conflicts_with = "paths", help_heading = "Report")]
    pub(crate) schema: bool,

    /// Only problems of projects with this in their name
    #[arg(long, value_name = "NAME", help_heading = "Which problems")]
    pub(crate) only_project: Option<String>,
    /// Only problems of proposals with this in their title, or with this id
    #[arg(long, value_name = "TITLE", help_heading = "Which problems")]
    pub(crate) only_proposal: Option<String>,
    /// Only problems of the proposals of this mentor: @handle, address or name
    #[arg(long, value_name = "@HANDLE", help_heading = "Which problems")]
    pub(crate) mentor: Option<String>,
    /// Only problems on lines that changed since the common ancestor of this revision and HEAD; asks git
    #[arg(long, value_name = "REV", help_heading = "Which problems")]
    pub(crate) diff_base: Option<String>,

    /// Apply the safe fixes: what is read stays the same (title, project, mentors, skills, links, words of the
    /// fields), apart from the indentation and the spelling of labels. Needs a PATH
    #[arg(long, requires = "paths", help_heading = "Fixes")]
    pub(crate) fix: bool,
    /// Apply the other fixes, too; look at --diff first. Needs a PATH
    #[arg(long, requires = "paths", help_heading = "Fixes")]
    pub(crate) unsafe_fixes: bool,
    /// Print what --fix would change as a diff, and write nothing
    #[arg(long, help_heading = "Fixes")]
    pub(crate) diff: bool,
    /// Check again whenever a file changes, until interrupted
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "diff", "output_file"], help_heading = "Fixes")]
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
        ReportFormat::Full => "Each problem with its text",
        ReportFormat::Concise => "A line for each problem: path:line:column: severity[code]: message",
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
        Threshold::At(Severity::Info) => "Everything",
        Threshold::Never => "Nothing",
    }
}

/// The explanation of a ruleset in the help.
fn explain_ruleset(ruleset: Ruleset) -> &'static str {
    match ruleset {
        Ruleset::Cncf => "Mentorships of the CNCF through LFX",
        Ruleset::Gsoc => "Google Summer of Code",
        Ruleset::Generic => "The rules that apply everywhere",
    }
}
