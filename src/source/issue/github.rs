//! Issues as the REST interface of GitHub tells them.

use serde::Deserialize;
use serde_json::Value;

use super::address::IssueAddress;
use super::answers::{Answers, json, now, time};
use super::error::Refusal;
use super::forges::Forge;
use crate::model::issue::{IssueKind, IssueState, IssueStatus, LinkedChange};

/// So many events are asked for at once: GitHub gives no more.
const EVENTS: usize = 100;
/// So many times events are asked for: an issue with more of them has been talked about enough.
const PAGES: usize = 5;

#[derive(Deserialize)]
struct Issue {
    html_url: String,
    #[serde(default)]
    title: String,
    state: String,
    state_reason: Option<String>,
    #[serde(default)]
    assignees: Vec<User>,
    #[serde(default)]
    comments: u64,
    updated_at: Option<String>,
    pull_request: Option<PullRequest>,
}

#[derive(Deserialize)]
struct User {
    login: String,
}

#[derive(Deserialize)]
struct PullRequest {
    merged_at: Option<String>,
}

impl Issue {
    fn state(&self) -> Result<IssueState, Refusal> {
        let is_merged = self.pull_request.as_ref().is_some_and(|it| it.merged_at.is_some());
        match (self.state.as_str(), self.state_reason.as_deref()) {
            ("open", _) => Ok(IssueState::Open),
            ("closed", _) if is_merged => Ok(IssueState::Merged),
            ("closed", Some("not_planned" | "duplicate")) => Ok(IssueState::NotPlanned),
            ("closed", _) => Ok(IssueState::Closed),
            _ => Err(Refusal::Unexpected),
        }
    }
}

/// The address of an issue in the interface, which has one number for issues and pull requests.
fn place(address: &IssueAddress, forge: &Forge) -> String {
    format!("{}/repos/{}/issues/{}", forge.api, address.project, address.number)
}

pub(super) fn issue(
    address: &IssueAddress,
    url: &str,
    forge: &Forge,
    answers: &mut impl Answers,
) -> Result<IssueStatus, Refusal> {
    let issue: Issue = json(&answers.get(&place(address, forge))?)?;
    let kind = if issue.pull_request.is_some() { IssueKind::PullRequest } else { IssueKind::Issue };
    Ok(IssueStatus {
        asked_for: url.to_owned(),
        state: issue.state()?,
        url: issue.html_url,
        title: issue.title,
        kind,
        assignees: issue.assignees.into_iter().map(|user| user.login).collect(),
        changes: None,
        change_kind: IssueKind::PullRequest,
        comments: issue.comments,
        active: time(&issue.updated_at.ok_or(Refusal::Unexpected)?)?,
        asked: now(),
    })
}

/// The pull requests that refer to an issue, each once.
pub(super) fn changes(
    address: &IssueAddress,
    forge: &Forge,
    answers: &mut impl Answers,
) -> Result<Vec<LinkedChange>, Refusal> {
    let mut changes: Vec<LinkedChange> = Vec::new();
    for page in 1..=PAGES {
        let place = format!("{}/timeline?per_page={EVENTS}&page={page}", place(address, forge));
        let events: Vec<Value> = json(&answers.get(&place)?)?;
        for event in &events {
            let is_reference = event["event"] == "cross-referenced";
            let issue = Some(&event["source"]["issue"]).filter(|_| is_reference);
            // An event that is told in another way is no reference that is known.
            let Some(issue) = issue.and_then(|issue| Issue::deserialize(issue).ok()) else { continue };
            if issue.pull_request.is_some() && changes.iter().all(|change| change.url != issue.html_url) {
                let Ok(state) = issue.state() else { continue };
                changes.push(LinkedChange { state, url: issue.html_url, title: issue.title });
            }
        }
        if events.len() < EVENTS {
            break;
        }
    }
    Ok(changes)
}
