//! Addresses of issues: which of them can be asked about, and what they name.

use super::error::Refusal;
use crate::model::issue::IssueKind;
use crate::model::url::{self, Url};

/// The kind of site, each with its interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    GitHub,
    GitLab,
}

/// An issue, a pull request or a merge request on a site that can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IssueAddress {
    pub(super) site: Site,
    /// The scheme, host and port of the site: `https://gitlab.com`.
    pub(super) server: String,
    /// The owner and the repository, or the groups and the project, with slashes between them.
    pub(super) project: String,
    pub(super) number: u64,
    pub(super) kind: IssueKind,
}

impl IssueAddress {
    /// Reads an address as browsers have it. `known` tells which site a server (`https://github.com`) is.
    pub(super) fn parse(text: &str, known: impl Fn(&str) -> Option<Site>) -> Result<Self, Refusal> {
        let text = text.trim();
        url::check(text).map_err(Refusal::Address)?;
        let url = Url::split(text);
        let names: Vec<&str> = url.segments().collect();
        let scheme = url.scheme.unwrap_or_default().to_ascii_lowercase();
        let server = format!("{scheme}://{}", url.site());
        let known = known(&server);
        // No other site has this sign in its addresses.
        let sign = names.iter().position(|name| *name == "-");
        match (known, sign) {
            (Some(Site::GitHub), _) => Self::on_github(&server, &names),
            (_, Some(at)) => Self::on_gitlab(&server, &names[..at], &names[at + 1..]),
            (Some(Site::GitLab), None) if names.len() > 3 => {
                let (project, rest) = names.split_at(names.len() - 2);
                Self::on_gitlab(&server, project, rest)
            }
            (Some(Site::GitLab), None) => Err(Refusal::NoIssue),
            (None, None) => Err(Refusal::OtherSite(url.site())),
        }
    }

    fn on_github(server: &str, names: &[&str]) -> Result<Self, Refusal> {
        let [owner, repository, kind, number, ..] = names else { return Err(Refusal::NoIssue) };
        let kind = match *kind {
            "issues" => IssueKind::Issue,
            "pull" => IssueKind::PullRequest,
            "discussions" => return Err(Refusal::Discussion),
            _ => return Err(Refusal::NoIssue),
        };
        Self::of(Site::GitHub, server, &[owner, repository], number, kind)
    }

    fn on_gitlab(server: &str, project: &[&str], rest: &[&str]) -> Result<Self, Refusal> {
        let [kind, number, ..] = rest else { return Err(Refusal::NoIssue) };
        let kind = match *kind {
            "issues" | "work_items" => IssueKind::Issue,
            "merge_requests" => IssueKind::MergeRequest,
            _ => return Err(Refusal::NoIssue),
        };
        if project.len() < 2 {
            return Err(Refusal::NoIssue);
        }
        Self::of(Site::GitLab, server, project, number, kind)
    }

    fn of(
        site: Site,
        server: &str,
        project: &[&str],
        number: &str,
        kind: IssueKind,
    ) -> Result<Self, Refusal> {
        let number = number.parse().map_err(|_| Refusal::NoIssue)?;
        if !project.iter().all(|name| is_name(name)) {
            return Err(Refusal::NoIssue);
        }
        Ok(Self { site, server: server.to_owned(), project: project.join("/"), number, kind })
    }
}

/// Whether it can name an owner, a group or a project: such a name stands in an address as it is.
fn is_name(name: &str) -> bool {
    let fits = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    fits && name.bytes().any(|byte| byte != b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The site, the project and the number of an address.
    fn parsed(text: &str) -> Result<String, Refusal> {
        let known = |server: &str| match server.split_once("://")?.1 {
            "github.com" => Some(Site::GitHub),
            "gitlab.com" => Some(Site::GitLab),
            _ => None,
        };
        let address = IssueAddress::parse(text, known)?;
        let IssueAddress { server, project, number, kind, .. } = address;
        Ok(format!("{server} {project} {} {number}", kind.name()))
    }

    #[test]
    fn issues_of_both_sites_are_known_by_their_addresses() {
        for (text, read) in [
            ("https://github.com/o/r.js/issues/12#issuecomment-3", "https://github.com o/r.js issue 12"),
            ("http://www.GitHub.com/o/r/pull/7/files?w=1", "http://github.com o/r pull-request 7"),
            ("https://gitlab.com/g/sub/p/-/issues/5", "https://gitlab.com g/sub/p issue 5"),
            ("https://gitlab.com/g/p/issues/5/", "https://gitlab.com g/p issue 5"),
            ("https://gitlab.com/g/p/-/work_items/5", "https://gitlab.com g/p issue 5"),
            (
                "https://git.example.org:8443/g/p/-/merge_requests/9/diffs",
                "https://git.example.org:8443 g/p merge-request 9",
            ),
        ] {
            assert_eq!(parsed(text).as_deref(), Ok(read));
        }
    }

    #[test]
    fn other_addresses_are_refused_with_a_reason() {
        for text in [
            "https://github.com/o/r",
            "https://github.com/o/r/issues",
            "https://github.com/o/r/issues/new",
            "https://github.com/o/r/issues/99999999999999999999999",
            "https://github.com/../r/issues/1",
            "https://github.com/o%2F..%2F../r/issues/1",
            "https://gitlab.com/g/p/-/tree/main",
            "https://gitlab.com/p/-/issues/1",
            "https://gitlab.com/g/p",
        ] {
            assert_eq!(parsed(text), Err(Refusal::NoIssue), "{text}");
        }
        assert_eq!(parsed("https://github.com/o/r/discussions/1"), Err(Refusal::Discussion));
        let other = Err(Refusal::OtherSite("bugs.example.org".to_owned()));
        assert_eq!(parsed("https://bugs.example.org/browse/X-1"), other);
        let forged = "https://github.com@example.org/o/r/issues/1";
        assert!(matches!(parsed(forged), Err(Refusal::Address(_))));
        assert!(matches!(parsed("github.com/o/r/issues/1"), Err(Refusal::Address(_))));
    }
}
