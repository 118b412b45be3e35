//! The table of rules; each has a file of its own below this one.

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
mod misfiled_proposal;
mod missing_field;
mod odd_character;
mod placeholder;
mod prelude;
mod project_section;
mod seen_before;
mod single_mentor;
mod title_repeats_project;
mod title_too_long;
mod too_many_mentors;
mod too_many_proposals;
mod unknown_field;
mod unknown_project;
mod unread_proposal;
mod unreadable;
mod unused_suppression;
mod upstream_duplicate;
mod upstream_foreign_org;
mod upstream_link_form;
mod upstream_multiple;
mod upstream_not_issue;
mod upstream_not_url;
mod whitespace;

use super::reporter::Check;
use super::rule::{Applicability, Rule};

// The modules are declared outside of the macro, because rustfmt follows no declaration inside of one.
macro_rules! table {
    ($($module:ident),* $(,)?) => {
        /// Every rule, in the order of the codes.
        pub static RULES: &[&Rule] = &[$(&$module::RULE),*];
        /// How each of [`RULES`] looks at a document, in the same order.
        pub(super) static CHECKS: &[Check] = &[$($module::CHECK),*];
    };
}

table![
    missing_field,
    empty_field,
    duplicate_field,
    heading_level,
    misfiled_proposal,
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
    unread_proposal,
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

/// The error for a selector that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule `{name}`{}", near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
pub struct UnknownRule {
    pub name: String,
    /// The rule whose name is nearest, if one is near.
    pub near: Option<&'static str>,
}

/// Names that rules had before: (old, new).
const RENAMED: &[(&str, &str)] = &[("misfiled-program", "misfiled-proposal")];

/// The rule with this code or name, or `None`. Case does not matter, and names of earlier versions are known.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    let renamed = RENAMED.iter().find(|(old, _)| old.eq_ignore_ascii_case(code_or_name));
    let code_or_name = renamed.map_or(code_or_name, |(_, new)| new);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::settings::Settings;

    #[test]
    fn rules_are_selected_by_code_name_and_beginning() {
        let wanted = |settings: &Settings| {
            let wanted = RULES.iter().filter(|rule| settings.wants(rule));
            wanted.map(|rule| rule.code).collect::<Vec<_>>()
        };
        let mut settings = Settings::default();
        assert!(!wanted(&settings).contains(&"MT108"), "house style is asked for");
        settings.select(&selected("mt30").unwrap());
        settings.select(&selected("title-too-long").unwrap());
        settings.ignore(&selected("MT304").unwrap());
        assert_eq!(wanted(&settings), ["MT301", "MT302", "MT303", "MT305", "MT306", "MT401"]);
        let unknown = selected("titel-too-long").unwrap_err();
        assert_eq!(unknown.to_string(), "there is no rule `titel-too-long`; did you mean `title-too-long`?");
        assert!(selected("").is_err() && selected("MT").is_ok());
        assert_eq!(find("Misfiled-Program").map(|rule| rule.name), Some("misfiled-proposal"));
    }
}
