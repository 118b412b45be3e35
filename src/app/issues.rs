//! Upstream issues: asked about on request alone; what their sites said stands on the pages while the program runs.

mod commands;

use std::collections::{HashMap, HashSet};
use std::time::SystemTime;

use crate::markdown::glyphs::DOT;
use crate::model::Entry;
use crate::model::issue::IssueStatus;

pub(super) use commands::ask;

/// An answer about an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueAnswer {
    pub status: IssueStatus,
    /// A sentence without a full stop: why it is an older answer, or not a whole one.
    pub remark: Option<String>,
}

/// The answers so far, by the addresses of the issues.
#[derive(Debug, Clone)]
pub struct Issues {
    answers: HashMap<String, IssueAnswer>,
    asking: HashSet<String>,
    now: SystemTime,
    /// Bumped whenever a page may say something else.
    version: u64,
}

impl Default for Issues {
    fn default() -> Self {
        Self { answers: HashMap::new(), asking: HashSet::new(), now: SystemTime::UNIX_EPOCH, version: 0 }
    }
}

impl Issues {
    /// The version of what is known of a proposal's issues; 0 where that is nothing.
    pub fn version_for(&self, entry: Entry<'_>) -> u64 {
        let is_known = |url: &String| self.answers.contains_key(url) || self.asking.contains(url);
        if entry.proposal.upstream.iter().any(|link| is_known(&link.url)) { self.version } else { 0 }
    }

    /// All that is known of a proposal's issues: the address of each, and a line about it.
    pub fn lines<'a>(&self, entry: Entry<'a>) -> Vec<(&'a str, String)> {
        let line = |url: &str| match self.answers.get(url) {
            _ if self.asking.contains(url) => Some("being asked about".to_owned()),
            Some(answer) => Some(self.words(answer)),
            None => None,
        };
        let links = entry.proposal.upstream.iter().map(|link| link.url.as_str());
        links.filter_map(|url| Some((url, line(url)?))).collect()
    }

    fn words(&self, answer: &IssueAnswer) -> String {
        let mut parts = self.parts(answer);
        parts.push(answer.status.age(self.now));
        parts.join(DOT.as_str())
    }

    fn parts(&self, answer: &IssueAnswer) -> Vec<String> {
        let status = &answer.status;
        let moved = status.is_moved().then(|| format!("now {}", status.url));
        status.parts(self.now).into_iter().chain(moved).collect()
    }
}
