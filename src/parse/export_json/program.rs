//! A program of an export, and the proposal that it is.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::page::{Page, on_one_line};
use crate::markdown::outline::Outline;
use crate::model::{Field, FieldKind, Mentor, Proposal, Remark, RemarkKind, Skill, SkillLevel, Span};
use crate::parse::identity::Identities;
use crate::parse::{dedup, links, skills};

/// A program. What has no field of its own here is kept under its key.
#[derive(Debug, Deserialize)]
pub(super) struct Program {
    cncf_project: Option<String>,
    #[serde(rename = "program_name_short")]
    short_name: Option<String>,
    #[serde(rename = "program_name_full")]
    full_name: Option<String>,
    description: Option<String>,
    skills: Option<String>,
    technologies: Option<String>,
    #[serde(default)]
    mentors: Vec<Person>,
    upstream_issue_url: Option<String>,
    lfx_url: Option<String>,
    prerequisites: Option<Value>,
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
struct Person {
    name: Option<String>,
    github_handle: Option<String>,
    email: Option<String>,
    lfid: Option<String>,
    role: Option<String>,
}

impl Program {
    /// Writes it as a section of the page; the proposal points into that.
    pub(super) fn write(
        &self,
        page: &mut Page,
        identities: &mut Identities,
        remarks: &mut Vec<Remark>,
    ) -> Proposal {
        let project = filled(self.cncf_project.as_ref()).map(on_one_line);
        page.project(project.as_deref().unwrap_or_default());
        let names = [&self.short_name, &self.full_name];
        let title = names.into_iter().find_map(|name| filled(name.as_ref())).map(on_one_line);
        let title = title.unwrap_or_else(|| "Untitled".to_owned());
        let heading = page.title(&title);
        let path = project.iter().map(String::as_str).chain([title.as_str()]);
        let mut proposal = Proposal::new(identities.give(path), title.clone(), heading, heading);
        proposal.project = project;
        self.write_fields(page, &mut proposal, remarks);
        proposal.section = Span::new(heading.start, page.len()).trim(page.text());
        page.gap();
        proposal
    }

    fn write_fields(&self, page: &mut Page, proposal: &mut Proposal, remarks: &mut Vec<Remark>) {
        if let Some(description) = filled(self.description.as_ref()) {
            proposal.fields.push(page.quote(FieldKind::Description, "Description", description));
        }
        for (label, value) in [("Recommended Skills", &self.skills), ("Technologies", &self.technologies)] {
            if let Some(value) = filled(value.as_ref()) {
                let field = page.line(FieldKind::Skills, label, value);
                read_skills(page.text(), &field, &mut proposal.skills);
                proposal.fields.push(field);
            }
        }
        dedup::keep_first(&mut proposal.skills, |skill| &skill.text);
        self.write_mentors(page, proposal);
        if let Some(value) = filled(self.upstream_issue_url.as_ref()) {
            let field = page.line(FieldKind::Upstream, "Upstream Issue", value);
            proposal.upstream = links::in_span(page.text(), &Outline::default(), field.value);
            if proposal.upstream.is_empty() {
                remarks.push(Remark { kind: RemarkKind::UpstreamWithoutAddress, span: field.value });
            }
            proposal.fields.push(field);
        }
        if let Some(value) = filled(self.lfx_url.as_ref()) {
            let field = page.line(FieldKind::Apply, "LFX URL", value);
            proposal.apply = links::in_span(page.text(), &Outline::default(), field.value).into_iter().next();
            proposal.fields.push(field);
        }
        let prerequisites = self.prerequisites.iter().map(|value| ("prerequisites", value));
        let others = self.others.iter().map(|(key, value)| (key.as_str(), value));
        for (key, value) in prerequisites.chain(others) {
            proposal.fields.extend(page.value(key, value));
        }
        if let Some(name) = filled(self.full_name.as_ref()).filter(|name| *name != proposal.title) {
            proposal.fields.push(page.line(FieldKind::Other, "Program Name Full", name));
        }
    }

    fn write_mentors(&self, page: &mut Page, proposal: &mut Proposal) {
        let people: Vec<&Person> = self.mentors.iter().filter(|person| !person.shown().is_empty()).collect();
        if people.is_empty() {
            return;
        }
        let items: Vec<String> = people.iter().map(|person| person.entry()).collect();
        let (field, spans) = page.list(FieldKind::Mentors, "Mentor(s)", &items);
        proposal.mentors = people.iter().zip(spans).map(|(person, span)| person.mentor(span)).collect();
        proposal.fields.push(field);
    }
}

impl Person {
    /// The name; the handle or the address where only that was given.
    fn shown(&self) -> String {
        let name = filled(self.name.as_ref()).map(on_one_line);
        let email = || filled(self.email.as_ref()).map(on_one_line);
        name.or_else(|| self.handle()).or_else(email).unwrap_or_default()
    }

    fn handle(&self) -> Option<String> {
        let handle = filled(self.github_handle.as_ref())?.trim_start_matches('@');
        (!handle.is_empty()).then(|| on_one_line(handle))
    }

    /// As term pages write it, followed by what those leave out.
    fn entry(&self) -> String {
        let handle = self.handle().map(|handle| format!("@{handle}"));
        let email = filled(self.email.as_ref()).map(on_one_line);
        let contact: Vec<String> = handle.into_iter().chain(email).collect();
        let lfid = filled(self.lfid.as_ref()).map(|lfid| format!("LFID {}", on_one_line(lfid)));
        let more: Vec<String> = filled(self.role.as_ref()).map(on_one_line).into_iter().chain(lfid).collect();
        let mut entry = self.shown();
        if !contact.is_empty() {
            entry.push_str(&format!(" ({})", contact.join(", ")));
        }
        if !more.is_empty() {
            entry.push_str(&format!(" - {}", more.join(", ")));
        }
        entry
    }

    fn mentor(&self, span: Span) -> Mentor {
        Mentor {
            name: self.shown(),
            github: self.handle(),
            email: filled(self.email.as_ref()).map(on_one_line),
            primary: self.role.as_deref().is_some_and(|role| role.trim().eq_ignore_ascii_case("primary")),
            span,
        }
    }
}

fn read_skills(text: &str, field: &Field, skills: &mut Vec<Skill>) {
    skills::read(text, &Outline::default(), field.value, SkillLevel::Unsaid, skills);
}

/// A text that says something, without the white space around it.
fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
