//! An issue upstream as its site tells it: whether it is open, who works on it, when something last happened.

use std::time::SystemTime;

use super::{ago, counted};

/// So many people are named; of more, the number is.
const NAMED: usize = 3;

/// How far an issue, a pull request or a merge request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueState {
    Open,
    /// Closed as done, or without a reason.
    Closed,
    /// Closed, because nobody is going to do it.
    NotPlanned,
    /// Closed, because it goes on in another project.
    Moved,
    /// A pull request or merge request that was taken.
    Merged,
}

impl IssueState {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::NotPlanned => "not-planned",
            Self::Moved => "moved",
            Self::Merged => "merged",
        }
    }

    /// Its name in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotPlanned => "closed as not planned",
            Self::Moved => "moved to another project",
            _ => self.name(),
        }
    }
}

/// The kind of page that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueKind {
    Issue,
    /// A pull request on GitHub.
    PullRequest,
    /// A merge request on GitLab.
    MergeRequest,
}

impl IssueKind {
    /// Its name in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::PullRequest => "pull request",
            Self::MergeRequest => "merge request",
        }
    }

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::PullRequest => "pull-request",
            Self::MergeRequest => "merge-request",
        }
    }
}

/// A pull request or merge request that refers to an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedChange {
    pub url: String,
    pub title: String,
    pub state: IssueState,
}

/// An issue as its site told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueStatus {
    /// The address that was asked about, as the listing has it.
    pub asked_for: String,
    /// Its address now.
    pub url: String,
    pub title: String,
    pub kind: IssueKind,
    pub state: IssueState,
    /// The handles of those who are to do it.
    pub assignees: Vec<String>,
    /// The pull requests (on GitLab merge requests) that refer to it, oldest first. `None` where that could not be
    /// asked, and for those themselves.
    pub changes: Option<Vec<LinkedChange>>,
    /// The kind of those.
    pub change_kind: IssueKind,
    pub comments: u64,
    /// When anything of it last changed.
    pub active: SystemTime,
    /// When its site said all this.
    pub asked: SystemTime,
}

impl IssueStatus {
    /// Whether it stands at another address now.
    pub fn is_moved(&self) -> bool {
        let place = |url: &str| {
            let url = super::Url::split(url);
            let names = url.segments().filter(|name| *name != "-").map(str::to_lowercase);
            // GitHub has one number for both kinds, and GitLab two names for issues.
            let names =
                names.map(|name| if name == "work_items" || name == "pull" { "issues".into() } else { name });
            (url.site(), names.take(MOST_NAMES).collect::<Vec<_>>())
        };
        let (asked_for, now) = (place(&self.asked_for), place(&self.url));
        asked_for.0 != now.0 || !asked_for.1.starts_with(&now.1)
    }

    /// All that there is to know, part by part: `open`, `nobody assigned`, `no linked pull request`, `12 comments`,
    /// `active 3 days ago`.
    pub fn parts(&self, now: SystemTime) -> Vec<String> {
        let state = match self.kind {
            IssueKind::Issue => self.state.words().to_owned(),
            kind => format!("{} {}", kind.words(), self.state.words()),
        };
        let mut parts = vec![state, self.people()];
        if self.kind == IssueKind::Issue {
            parts.push(self.linked());
        }
        let comments = usize::try_from(self.comments).unwrap_or(usize::MAX);
        parts.push(if comments == 0 { "no comments".to_owned() } else { counted(comments, "comment") });
        parts.push(format!("active {}", ago(now.duration_since(self.active).unwrap_or_default())));
        parts
    }

    /// How old the answer is: `asked 5 minutes ago`.
    pub fn age(&self, now: SystemTime) -> String {
        let age = now.duration_since(self.asked).unwrap_or_default();
        if age.as_secs() < 60 { "asked just now".to_owned() } else { format!("asked {}", ago(age)) }
    }

    fn people(&self) -> String {
        match self.assignees.as_slice() {
            [] => "nobody assigned".to_owned(),
            few if few.len() <= NAMED => {
                let names: Vec<String> = few.iter().map(|name| format!("@{name}")).collect();
                format!("assigned to {}", names.join(", "))
            }
            [first, rest @ ..] => format!("assigned to @{first} and {} others", rest.len()),
        }
    }

    /// The changes that refer to it: `no linked pull request`, `2 linked pull requests (1 open, 1 merged)`.
    fn linked(&self) -> String {
        let noun = format!("linked {}", self.change_kind.words());
        let Some(changes) = &self.changes else { return format!("{noun}s not known") };
        if changes.is_empty() {
            return format!("no {noun}");
        }
        let count = |state| changes.iter().filter(|change| change.state == state).count();
        let states =
            [IssueState::Open, IssueState::Merged, IssueState::Closed].map(|state| (state, count(state)));
        let states = states.into_iter().filter(|(_, count)| *count > 0);
        let states: Vec<String> = match changes.len() {
            1 => states.map(|(state, _)| state.name().to_owned()).collect(),
            _ => states.map(|(state, count)| format!("{count} {}", state.name())).collect(),
        };
        format!("{} ({})", counted(changes.len(), &noun), states.join(", "))
    }
}

/// The host, owner, repository, kind and number, and on GitLab the groups between them: no address has more.
const MOST_NAMES: usize = 32;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    fn status() -> IssueStatus {
        IssueStatus {
            asked_for: "https://github.com/o/r/issues/1".to_owned(),
            url: "https://github.com/O/r/issues/1".to_owned(),
            title: String::new(),
            kind: IssueKind::Issue,
            state: IssueState::Open,
            assignees: Vec::new(),
            changes: Some(Vec::new()),
            change_kind: IssueKind::PullRequest,
            comments: 12,
            active: SystemTime::UNIX_EPOCH,
            asked: SystemTime::UNIX_EPOCH + DAY,
        }
    }

    fn change(state: IssueState) -> LinkedChange {
        LinkedChange { url: String::new(), title: String::new(), state }
    }

    fn said(status: &IssueStatus) -> String {
        status.parts(SystemTime::UNIX_EPOCH + 3 * DAY).join(" · ")
    }

    #[test]
    fn a_free_issue_says_so() {
        let status = status();
        assert_eq!(
            said(&status),
            "open · nobody assigned · no linked pull request · 12 comments · active 3 days ago"
        );
        assert_eq!(status.age(SystemTime::UNIX_EPOCH + DAY * 2), "asked 1 day ago");
        let before = SystemTime::UNIX_EPOCH;
        assert_eq!(status.age(before), "asked just now", "the clock was set back");
    }

    #[test]
    fn whoever_works_on_it_is_named() {
        let taken = IssueStatus {
            state: IssueState::NotPlanned,
            assignees: vec!["ada".to_owned(), "bo".to_owned()],
            changes: Some(vec![change(IssueState::Merged)]),
            comments: 1,
            ..status()
        };
        let words =
            "closed as not planned · assigned to @ada, @bo · 1 linked pull request (merged) · 1 comment · ";
        assert!(said(&taken).starts_with(words), "{}", said(&taken));
        let busy = IssueStatus {
            assignees: ["a", "b", "c", "d"].map(str::to_owned).into(),
            changes: Some([IssueState::Open, IssueState::Closed, IssueState::Open].map(change).into()),
            comments: 0,
            ..status()
        };
        let words =
            "open · assigned to @a and 3 others · 3 linked pull requests (2 open, 1 closed) · no comments";
        assert!(said(&busy).starts_with(words), "{}", said(&busy));
        let change = IssueStatus { kind: IssueKind::MergeRequest, changes: None, ..status() };
        assert!(said(&change).starts_with("merge request open · nobody assigned · 12 comments"));
        let unknown = IssueStatus { changes: None, ..status() };
        assert!(said(&unknown).contains(" · linked pull requests not known · "));
    }

    #[test]
    fn an_address_that_only_looks_different_is_not_moved() {
        let moved = |asked_for: &str, url: &str| {
            IssueStatus { asked_for: asked_for.to_owned(), url: url.to_owned(), ..status() }.is_moved()
        };
        let github = "https://github.com/o/r/issues/1";
        assert!(!moved("http://www.github.com/O/R/issues/1/#issuecomment-2", github));
        assert!(!moved("https://github.com/o/r/pull/1/files", "https://github.com/o/r/pull/1"));
        assert!(!moved("https://gitlab.com/g/p/issues/1", "https://gitlab.com/g/p/-/work_items/1"));
        assert!(moved(github, "https://github.com/o/other/issues/1"));
        assert!(moved(github, "https://github.com/o/r/issues/2"));
    }
}
