//! Why nothing is known about an issue, as one sentence: which issue, why, what to do.

use crate::source::remote::Cause;

/// Why nothing, or nothing new, is known about an issue. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot ask about {url}: {refusal}")]
pub struct IssueError {
    url: String,
    refusal: Refusal,
}

impl IssueError {
    pub(super) fn new(url: &str, refusal: Refusal) -> Self {
        Self { url: url.to_owned(), refusal }
    }

    /// The reason alone, as a clause.
    pub fn refusal(&self) -> &Refusal {
        &self.refusal
    }
}

/// A clause that follows "cannot ask about ADDRESS: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// It is no address that is followed; why.
    #[error("{0}")]
    Address(&'static str),
    /// Another page of such a site.
    #[error("it is not the address of an issue; open it in the browser")]
    NoIssue,
    /// A discussion on GitHub.
    #[error("GitHub tells nothing about discussions without an account; open it in the browser")]
    Discussion,
    /// The host.
    #[error("only issues on GitHub and GitLab can be asked about, not on {0}; open it in the browser")]
    OtherSite(String),
    /// The variable with this name.
    #[error("{0} in the environment is not the address of a site; correct or unset it")]
    Setting(&'static str),
    /// The variable with this name.
    #[error("{0} in the environment holds what no token has; correct or unset it")]
    Token(&'static str),
    /// The variable with this name, and the host that does not take it.
    #[error("{1} does not accept the token in {0}; correct or unset it")]
    TokenRefused(&'static str, String),
    /// There is no such issue; the variable to set, where none is.
    #[error("there is none, or it is not public{}", .0.map(|name| format!("; with {name} set, private ones are asked about")).unwrap_or_default())]
    NotFound(Option<&'static str>),
    #[error("the site does not show it to everybody{}", .0.map(|name| format!("; set {name} to a token that may read it")).unwrap_or_default())]
    Forbidden(Option<&'static str>),
    /// A limit on requests; the host, when it ends, and the variable to set, where none is.
    #[error("{0} takes no more requests{1}{more}", more = .2.map(|name| format!("; with {name} set it takes more")).unwrap_or_default())]
    Limited(String, crate::source::remote::RateLimit, Option<&'static str>),
    #[error("it was not asked about before, and --offline forbids asking")]
    Offline,
    /// The interface is not documented to say that.
    #[error("the site answered in a way that is not understood")]
    Unexpected,
    #[error("the answer is larger than any about an issue")]
    TooLarge,
    #[error("{0}")]
    Cause(Cause),
}

impl Refusal {
    /// Whether an older answer may stand in.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::Limited(..) | Self::Offline => true,
            Self::Cause(cause) => cause.is_passing(),
            _ => false,
        }
    }
}
