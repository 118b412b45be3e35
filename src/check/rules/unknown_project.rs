//! MT602: a project that the form does not know.

use std::collections::HashSet;

use super::{CNCF, Check, Rule, WRITTEN};
use crate::check::context::Context;
use crate::check::diagnostic::{Applicability, Edit, Severity};
use crate::check::findings::Findings;
use crate::check::projects::Projects;
use crate::markdown::outline::Heading;

pub(super) const RULE: Rule = Rule {
    code: "MT602",
    name: "unknown-project",
    severity: Severity::Warning,
    pedantic: false,
    fix: Some(Applicability::Unsafe),
    profiles: CNCF,
    dialects: WRITTEN,
    summary: "a project whose heading is not the name that the proposal form knows",
    why: "LFX titles, statistics and searches go by the name on the form. A project that was renamed, a group, or one that \
          is new can be right all the same: `project-aliases` or `projects` in the configuration says so. Documents of terms \
          before 2023 are not judged: projects were renamed and archived since.",
    example: "### LitmusChaos\n\n#### Read tides in the browser",
    instead: "### Litmus\n\n#### Read tides in the browser",
    check: Check::Listing(check),
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // The form has been there since 2026; the template of the years before 2023 asked for no names.
    if !context.template.is_modern() {
        return;
    }
    let mut reported: HashSet<&str> = HashSet::new();
    for section in context.sections() {
        let heading = &context.headings()[section.heading];
        let is_alias =
            context.settings.aliases.iter().any(|(written, _)| written.eq_ignore_ascii_case(&heading.title));
        if is_alias || context.is_document_title(heading) || !reported.insert(&heading.title) {
            continue;
        }
        judge(context, heading, findings);
    }
}

fn judge(context: &Context<'_>, heading: &Heading, findings: &mut Findings<'_>) {
    let title = heading.title.as_str();
    let projects = Projects::get();
    match context.project(title) {
        Some(project) if project.name == title => {}
        Some(project) => {
            let message = format!("the form calls `{title}` `{}`", project.name);
            let finding = findings.about_project(title, heading.words, message);
            if heading.words.of(context.text) == title {
                let edit = Edit::replace(heading.words, project.name.as_ref());
                finding.fix(Applicability::Unsafe, format!("write `{}`", project.name), vec![edit]);
            }
        }
        None => {
            let message = format!("the form knows no project `{title}`");
            let finding = findings.about_project(title, heading.words, message);
            if let Some(part) = projects.beginning(title) {
                finding.help(format!("is it a part of `{}`? Then that is the project", part.name));
            } else if let Some(near) = projects.near(title) {
                finding.help(format!("did you mean `{}`?", near.name));
            } else {
                finding.help("check its name on the CNCF landscape");
            }
        }
    }
}
