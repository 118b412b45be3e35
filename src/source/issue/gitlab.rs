//! Issues as the REST interface of GitLab tells them.

use serde::Deserialize;

use super::address::IssueAddress;
use super::answers::{Answers, json, now, time};
use super::error::Refusal;
use super::forges::Forge;
use crate::model::issue::{IssueKind, IssueState, IssueStatus, LinkedChange};

/// So many merge requests are asked for: GitLab gives no more at once.
const CHANGES: usize = 100;

/// An issue or a merge request.
#[derive(Deserialize)]
struct Issue {
    web_url: String,
    #[serde(default)]
    title: String,
    state: String,
    moved_to_id: Option<u64>,
    #[serde(default)]
    assignees: Vec<User>,
    #[serde(default)]
    user_notes_count: u64,
    updated_at: String,
}

#[derive(Deserialize)]
struct User {
    username: String,
}

impl Issue {
    fn state(&self) -> Result<IssueState, Refusal> {
        match self.state.as_str() {
            "opened" | "locked" => Ok(IssueState::Open),
            "merged" => Ok(IssueState::Merged),
            "closed" if self.moved_to_id.is_some() => Ok(IssueState::Moved),
            "closed" => Ok(IssueState::Closed),
            _ => Err(Refusal::Unexpected),
        }
    }
}

/// The address of an issue or a merge request in the interface.
fn place(address: &IssueAddress, forge: &Forge) -> String {
    let project = address.project.replace('/', "%2F");
    let kind = if address.kind == IssueKind::Issue { "issues" } else { "merge_requests" };
    format!("{}/projects/{project}/{kind}/{}", forge.api, address.number)
}

pub(super) fn issue(
    address: &IssueAddress,
    url: &str,
    forge: &Forge,
    answers: &mut impl Answers,
) -> Result<IssueStatus, Refusal> {
    let issue: Issue = json(&answers.get(&place(address, forge))?)?;
    Ok(IssueStatus {
        asked_for: url.to_owned(),
        state: issue.state()?,
        url: issue.web_url,
        title: issue.title,
        kind: address.kind,
        assignees: issue.assignees.into_iter().map(|user| user.username).collect(),
        changes: None,
        change_kind: IssueKind::MergeRequest,
        comments: issue.user_notes_count,
        active: time(&issue.updated_at)?,
        asked: now(),
    })
}

/// The merge requests that refer to an issue.
pub(super) fn changes(
    address: &IssueAddress,
    forge: &Forge,
    answers: &mut impl Answers,
) -> Result<Vec<LinkedChange>, Refusal> {
    let place = format!("{}/related_merge_requests?per_page={CHANGES}", place(address, forge));
    let changes: Vec<Issue> = json(&answers.get(&place)?)?;
    let change = |it: Issue| Some(LinkedChange { state: it.state().ok()?, url: it.web_url, title: it.title });
    Ok(changes.into_iter().filter_map(change).collect())
}
