//! MT602: a project that the form does not know.

use std::collections::HashSet;

use super::prelude::*;
use crate::check::projects::Projects;
use crate::markdown::outline::Heading;

pub(super) const RULE: Rule = Rule {
    code: "MT602",
    name: "unknown-project",
    fix: Some(Applicability::Unsafe),
    summary: "a project whose heading is not the name that the proposal form knows",
    why: "LFX titles, statistics and searches use the name on the form. A renamed project, a group, or a new \
          project can be right all the same: add it to `project-aliases` or `projects` in the configuration. \
          Documents of terms before 2023 are not checked: projects have been renamed and archived since.",
    example: "### LitmusChaos\n\n#### Read tides in the browser",
    instead: "### Litmus\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
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
        judge(context, heading, reporter);
    }
}

fn judge(context: &ListingContext<'_>, heading: &Heading, reporter: &mut Reporter<'_>) {
    let title = heading.title.as_str();
    let projects = Projects::get();
    match context.project(title) {
        Some(project) if project.name == title => {}
        Some(project) => {
            let message = format!("the form calls `{title}` `{}`", project.name);
            let finding = reporter.about_project(title, heading.words, message);
            if heading.words.of(context.text) == title {
                let edit = Edit::replace(heading.words, project.name.as_str());
                finding.fix(Applicability::Unsafe, format!("write `{}`", project.name), vec![edit]);
            }
        }
        None => {
            let message = format!("the form knows no project `{title}`");
            let finding = reporter.about_project(title, heading.words, message);
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
