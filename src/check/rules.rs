//! The rules: one static table, one file for each.

mod description_short;
mod description_too_long;
mod duplicate_field;
mod duplicate_mentor;
mod empty_field;
mod field_not_nested;
mod form_challenge;
mod form_lfid_missing;
mod form_mentor_count;
mod form_mentor_duplicate;
mod form_mentor_line;
mod form_prerequisite;
mod form_section;
mod form_skills;
mod form_upstream;
mod heading_level;
mod label_shape;
mod label_style;
mod label_typo;
mod link_without_scheme;
mod mentor_drift;
mod mentor_email_invalid;
mod mentor_email_missing;
mod mentor_handle_invalid;
mod mentor_handle_link;
mod mentor_handle_missing;
mod mentor_handle_no_at;
mod mentor_syntax;
mod misfiled_program;
mod missing_field;
mod odd_character;
mod placeholder;
mod project_section;
mod seen_before;
mod single_mentor;
mod title_repeats_project;
mod title_too_long;
mod too_many_mentors;
mod too_many_proposals;
mod unknown_field;
mod unknown_project;
mod unreadable;
mod unused_suppression;
mod upstream_duplicate;
mod upstream_foreign_org;
mod upstream_link_form;
mod upstream_multiple;
mod upstream_not_issue;
mod upstream_not_url;
mod whitespace;

use super::context::{Case, Context};
use super::diagnostic::{Applicability, Severity};
use super::findings::Findings;
use super::settings::UnknownRule;
use super::template::Profile;
use crate::model::Dialect;

/// One rule: what it is called, how much it counts, what it looks at, and its page.
#[derive(Debug)]
pub struct Rule {
    /// `MT` and three digits, the first of which is the family. Never used for another rule again.
    pub code: &'static str,
    /// Words joined by hyphens.
    pub name: &'static str,
    /// How much it counts; single findings may count less.
    pub severity: Severity,
    /// It is house style: it counts only when asked for.
    pub pedantic: bool,
    /// The best way to mend it that it can offer.
    pub fix: Option<Applicability>,
    /// Whose rule it is.
    pub profiles: &'static [Profile],
    /// In which forms of documents it can look.
    pub dialects: &'static [Dialect],
    /// What it catches, for tables: one phrase.
    pub summary: &'static str,
    /// Why that is bad, and what it does and does not report: paragraphs of Markdown.
    pub why: &'static str,
    /// A piece of a listing that it reports.
    pub example: &'static str,
    /// The same without the problem.
    pub instead: &'static str,
    /// How it looks.
    pub(super) check: Check,
}

/// How a rule looks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// At each proposal.
    Proposal(fn(&Case<'_, '_>, &mut Findings<'_>)),
    /// At a listing as a whole.
    Listing(for<'a> fn(&Context<'a>, &mut Findings<'a>)),
    /// At the comments that suppress findings: last, when it is known what they hide.
    Comments,
}

/// Everybody's rule.
const EVERYBODY: &[Profile] = &Profile::ALL;
/// The CNCF's rule.
const CNCF: &[Profile] = &[Profile::Cncf];
/// In every form.
const EVERYWHERE: &[Dialect] = &Dialect::ALL;
/// Where the text of a field is what somebody wrote by hand.
const WRITTEN: &[Dialect] = &[Dialect::Sections];
/// Where proposals are written one below the other.
const LISTINGS: &[Dialect] = &[Dialect::Sections, Dialect::LfxExport];

/// In the form that proposals are filed with.
const FORMS: &[Dialect] = &[Dialect::IssueForm];
/// Wherever the mentors of a proposal are known one by one.
const NAMED: &[Dialect] = &[Dialect::Sections, Dialect::LfxExport, Dialect::IssueForm];

// The modules are declared above, not in here: rustfmt follows only declarations that stand outside of macros.
macro_rules! table {
    ($($module:ident),* $(,)?) => {
        /// Every rule, in the order of the codes.
        pub static RULES: &[&Rule] = &[$(&$module::RULE),*];
    };
}

table![
    missing_field,
    empty_field,
    duplicate_field,
    heading_level,
    misfiled_program,
    label_typo,
    label_shape,
    label_style,
    field_not_nested,
    unknown_field,
    mentor_email_missing,
    mentor_email_invalid,
    mentor_handle_missing,
    mentor_handle_no_at,
    mentor_handle_invalid,
    mentor_handle_link,
    mentor_syntax,
    single_mentor,
    too_many_mentors,
    duplicate_mentor,
    placeholder,
    mentor_drift,
    upstream_not_url,
    upstream_not_issue,
    upstream_multiple,
    upstream_duplicate,
    upstream_link_form,
    upstream_foreign_org,
    title_too_long,
    title_repeats_project,
    description_too_long,
    description_short,
    link_without_scheme,
    odd_character,
    whitespace,
    too_many_proposals,
    unknown_project,
    project_section,
    seen_before,
    unused_suppression,
    unreadable,
    form_section,
    form_mentor_count,
    form_mentor_line,
    form_lfid_missing,
    form_mentor_duplicate,
    form_skills,
    form_prerequisite,
    form_challenge,
    form_upstream,
];

impl Rule {
    /// Its page, in Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let fix = match self.fix {
            None => "It has to be mended by hand.",
            Some(Applicability::Safe) => "`--fix` mends it: what is read stays the same.",
            Some(Applicability::Unsafe) => {
                "`--unsafe-fixes` mends it: what is read changes, so look at `--diff` first."
            }
            Some(Applicability::Placeholder) => "The report shows what to fill in.",
        };
        let profiles: Vec<&str> = self.profiles.iter().map(|profile| profile.name()).collect();
        let asked = if self.pedantic { ", with `--pedantic` only" } else { "" };
        format!(
            "# {} {} ({}{asked})\n\n## What it does\n\nReports {}.\n\n## Why is this bad?\n\n{}\n\n## Example\n\n\
             ```markdown\n{}\n```\n\n## Use instead\n\n```markdown\n{}\n```\n\n{fix}\n\nProfiles: {}.\n",
            self.code,
            self.name,
            self.severity.name(),
            self.summary,
            self.why,
            self.example,
            self.instead,
            profiles.join(", "),
        )
    }
}

/// The rule with this code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    let is = |rule: &&Rule| {
        rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name)
    };
    RULES.iter().copied().find(is)
}

/// The rules with this code, name, or beginning of a code.
///
/// # Errors
///
/// When there is none.
pub fn selected(selector: &str) -> Result<Vec<&'static Rule>, UnknownRule> {
    let begins = |rule: &&Rule| {
        selector.len() >= 2
            && rule.code.get(..selector.len()).is_some_and(|code| code.eq_ignore_ascii_case(selector))
    };
    let found: Vec<&Rule> = match find(selector) {
        Some(rule) => vec![rule],
        None => RULES.iter().copied().filter(begins).collect(),
    };
    if !found.is_empty() {
        return Ok(found);
    }
    let near =
        RULES.iter().map(|rule| (strsim::osa_distance(rule.name, &selector.to_lowercase()), rule.name));
    let near = near.min().filter(|(slips, name)| slips * 3 <= name.len()).map(|(_, name)| name);
    Err(UnknownRule { name: selector.to_owned(), near })
}

/// The table of all rules in Markdown, for the README.
#[must_use]
pub fn markdown_table() -> String {
    let mut table = "| code | name | severity | fix | reports |\n|---|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let fix = rule.fix.map_or("", Applicability::name);
        let asked = if rule.pedantic { ", pedantic" } else { "" };
        table += &format!(
            "| {} | `{}` | {}{asked} | {fix} | {} |\n",
            rule.code,
            rule.name,
            rule.severity.name(),
            rule.summary
        );
    }
    table
}
