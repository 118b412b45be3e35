//! MT601: a project with more proposals than the usual number.

use std::collections::HashMap;

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT601",
    name: "too-many-proposals",
    summary: "a project with more than four proposals (Kubernetes: eight)",
    why: "Places are shared among some thirty projects a term. The number is a guideline that can be discussed; \
          write which proposals matter most. The page of a term that has begun is not checked.",
    example: "### Kepler\n\n(five proposals)",
    instead: "### Kepler\n\n(four proposals)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    if context.template.published {
        return;
    }
    let mut projects: Vec<(&str, usize, usize)> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for section in context.sections() {
        let title = context.headings()[section.heading].title.as_str();
        let name = context.project(title).map_or(title, |project| &project.name);
        let count = section.proposals.len();
        let at = *known.entry(name).or_insert_with(|| {
            projects.push((name, 0, section.heading));
            projects.len() - 1
        });
        projects[at].1 += count;
    }
    for (name, count, heading) in projects {
        let quota = context.project(name).and_then(|project| project.quota);
        let most = quota.unwrap_or(context.settings.limits.proposals_per_project);
        if count > most {
            let heading = &context.headings()[heading];
            let message = format!("`{name}` has {count} proposals, the usual number is {most}");
            reporter.about_project(&heading.title, heading.words, message).help("write which matter most");
        }
    }
}
