//! The sites that are asked, their interfaces, and the tokens for them: from the variables of their own tools.

#![expect(clippy::disallowed_methods, reason = "the environment names the interfaces and holds the tokens")]

use std::env;

use super::address::{IssueAddress, Site};
use super::error::Refusal;
use crate::model::Url;
use crate::source::remote::{Cause, Credential, is_fit};

const GITHUB: &str = "https://github.com";
const GITHUB_API: &str = "https://api.github.com";
const GITLAB: &str = "https://gitlab.com";

/// The names of the variables that hold the tokens.
const GITHUB_TOKEN: &str = "GITHUB_TOKEN";
const GITLAB_TOKEN: &str = "GITLAB_TOKEN";

/// A value and the name of the variable that it comes from.
type Setting = Option<(&'static str, String)>;

/// The person's own sites and tokens. The default has none: then only what is public is told.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Forges {
    github: Setting,
    github_api: Setting,
    github_token: Setting,
    gitlab: Setting,
    gitlab_token: Setting,
}

impl std::fmt::Debug for Forges {
    /// Without the tokens.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { github, github_api, gitlab, .. } = self;
        let mut shown = f.debug_struct("Forges");
        shown.field("github", github).field("github_api", github_api).field("gitlab", gitlab);
        shown.finish_non_exhaustive()
    }
}

/// A site as it is asked about one issue.
#[derive(Debug)]
pub(super) struct Forge {
    /// Where its interface begins, without a slash at the end.
    pub(super) api: String,
    /// The kinds of answer that it is asked for.
    pub(super) accept: &'static str,
    pub(super) credential: Option<Credential>,
    host: String,
    token: &'static str,
}

impl Forges {
    /// The sites and tokens in the variables of GitHub Actions (`GITHUB_SERVER_URL`, `GITHUB_API_URL`, `GITHUB_TOKEN`)
    /// and of glab (`GITLAB_HOST`, `GITLAB_TOKEN`).
    pub fn from_environment() -> Self {
        Self::from_variables(|name| env::var_os(name)?.into_string().ok())
    }

    /// The same out of variables that `variable` knows.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &'static str| {
            let value = variable(name)?.trim().trim_end_matches('/').to_owned();
            (!value.is_empty()).then_some((name, value))
        };
        // A host may stand alone.
        let with_scheme = |(name, value): (&'static str, String)| {
            (name, if value.contains("://") { value } else { format!("https://{value}") })
        };
        Self {
            github: set("GITHUB_SERVER_URL"),
            github_api: set("GITHUB_API_URL"),
            github_token: set(GITHUB_TOKEN),
            gitlab: set("GITLAB_HOST").map(with_scheme),
            gitlab_token: set(GITLAB_TOKEN),
        }
    }

    /// Which site a server (`https://github.com`) is: those that everybody has, and the person's own ones.
    pub(super) fn site(&self, server: &str) -> Option<Site> {
        let is_own = |own: &Setting| own.as_ref().is_some_and(|(_, own)| is_same(own, server));
        if is_same(server, GITHUB) || is_own(&self.github) {
            Some(Site::GitHub)
        } else {
            (is_same(server, GITLAB) || is_own(&self.gitlab)).then_some(Site::GitLab)
        }
    }

    /// How to ask about an issue.
    pub(super) fn of(&self, address: &IssueAddress) -> Result<Forge, Refusal> {
        match address.site {
            Site::GitHub => self.github(&address.server),
            Site::GitLab => self.gitlab(&address.server),
        }
    }

    /// The token and the interface belong to the site of the environment: issues on another one are asked about at the
    /// interface of everybody, without a token.
    fn github(&self, server: &str) -> Result<Forge, Refusal> {
        let own = self.github.as_ref().map_or(GITHUB, |(_, value)| value);
        if !is_same(server, own) {
            return Forge::new(GITHUB_API, "GITHUB_API_URL", GITHUB_TOKEN, None);
        }
        let api = match (&self.github_api, &self.github) {
            (Some((_, api)), _) => api.clone(),
            // As GitHub Enterprise Server documents it.
            (None, Some((_, own))) if !is_same(own, GITHUB) => format!("{own}/api/v3"),
            (None, _) => GITHUB_API.to_owned(),
        };
        let name = if self.github_api.is_some() { "GITHUB_API_URL" } else { "GITHUB_SERVER_URL" };
        Forge::new(&api, name, GITHUB_TOKEN, self.github_token.as_ref())
    }

    fn gitlab(&self, server: &str) -> Result<Forge, Refusal> {
        let own = self.gitlab.as_ref().map_or(GITLAB, |(_, value)| value);
        let token = self.gitlab_token.as_ref().filter(|_| is_same(server, own));
        // The listing may write http for a site that has https.
        let server = if is_same(server, own) { own } else { server };
        Forge::new(&format!("{server}/api/v4"), "GITLAB_HOST", GITLAB_TOKEN, token)
    }
}

impl Forge {
    /// A site with this interface, which the variable `name` may have named.
    fn new(
        api: &str,
        name: &'static str,
        token: &'static str,
        value: Option<&(&'static str, String)>,
    ) -> Result<Self, Refusal> {
        let url = Url::split(api);
        if crate::model::url::check(api).is_err() || url.query.is_some() || url.fragment.is_some() {
            return Err(Refusal::Setting(name));
        }
        if value.is_some_and(|(_, value)| !is_fit(value)) {
            return Err(Refusal::Token(token));
        }
        let credential = value.and_then(|(_, value)| Credential::new(api, value));
        let accept = if token == GITHUB_TOKEN { "application/vnd.github+json" } else { "application/json" };
        Ok(Self { api: api.to_owned(), accept, credential, host: url.site(), token })
    }

    /// Why the site did not answer, in the words of issues.
    pub(super) fn refusal(&self, cause: Cause) -> Refusal {
        let to_set = self.credential.is_none().then_some(self.token);
        match cause {
            Cause::Offline => Refusal::Offline,
            Cause::TooLarge(_) => Refusal::TooLarge,
            Cause::Status(401) if self.credential.is_some() => {
                Refusal::TokenRefused(self.token, self.host.clone())
            }
            Cause::Status(401 | 403) => Refusal::Forbidden(to_set),
            Cause::Status(404 | 410) => Refusal::NotFound(to_set),
            Cause::RateLimited(limit) => Refusal::Limited(self.host.clone(), limit, to_set),
            cause => Refusal::Cause(cause),
        }
    }
}

/// Whether two addresses are of one host, with the same port: `http` leads to `https` on every site.
fn is_same(one: &str, other: &str) -> bool {
    let server = |text: &str| Url::split(text).site();
    server(one) == server(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forges(variables: &[(&str, &str)]) -> Forges {
        Forges::from_variables(|wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    /// Where an issue is asked about, and whether with a token.
    fn asked(variables: &[(&str, &str)], url: &str) -> Result<(String, bool), Refusal> {
        let forges = forges(variables);
        let forge = forges.of(&IssueAddress::parse(url, |server| forges.site(server))?)?;
        Ok((forge.api, forge.credential.is_some()))
    }

    const ON_GITHUB: &str = "https://github.com/o/r/issues/1";
    const OWN_GITHUB: &str = "https://git.example.org/o/r/issues/1";
    const ON_GITLAB: &str = "https://gitlab.com/g/p/-/issues/1";
    const OWN_GITLAB: &str = "https://lab.example.org/g/p/-/issues/1";
    const TOKENS: [(&str, &str); 2] = [("GITHUB_TOKEN", "a"), ("GITLAB_TOKEN", "b")];

    #[test]
    fn a_token_goes_to_the_site_that_it_belongs_to() {
        let at = |api: &str, token| Ok((api.to_owned(), token));
        assert_eq!(asked(&[], ON_GITHUB), at("https://api.github.com", false));
        assert_eq!(asked(&TOKENS, ON_GITHUB), at("https://api.github.com", true));
        assert_eq!(asked(&TOKENS, ON_GITLAB), at("https://gitlab.com/api/v4", true));
        assert_eq!(asked(&TOKENS, "http://gitlab.com/g/p/-/issues/1"), at("https://gitlab.com/api/v4", true));
        assert_eq!(asked(&TOKENS, OWN_GITLAB), at("https://lab.example.org/api/v4", false));
        assert!(matches!(asked(&TOKENS, OWN_GITHUB), Err(Refusal::OtherSite(_))));
        let own = [TOKENS[0], TOKENS[1], ("GITLAB_HOST", "lab.example.org")];
        assert_eq!(asked(&own, OWN_GITLAB), at("https://lab.example.org/api/v4", true));
        assert_eq!(asked(&own, ON_GITLAB), at("https://gitlab.com/api/v4", false));
        let own = [TOKENS[0], ("GITHUB_SERVER_URL", "https://git.example.org/")];
        assert_eq!(asked(&own, OWN_GITHUB), at("https://git.example.org/api/v3", true));
        assert_eq!(asked(&own, ON_GITHUB), at("https://api.github.com", false));
        let own = [own[0], own[1], ("GITHUB_API_URL", "https://api.git.example.org/")];
        assert_eq!(asked(&own, OWN_GITHUB), at("https://api.git.example.org", true));
        assert_eq!(
            asked(&own, ON_GITHUB),
            at("https://api.github.com", false),
            "the interface is its own, too"
        );
    }

    #[test]
    fn a_setting_that_cannot_be_used_is_named() {
        assert_eq!(asked(&[("GITHUB_API_URL", "api")], ON_GITHUB), Err(Refusal::Setting("GITHUB_API_URL")));
        assert_eq!(asked(&[("GITHUB_TOKEN", "a b")], ON_GITHUB), Err(Refusal::Token("GITHUB_TOKEN")));
        let plain = [TOKENS[0], ("GITHUB_API_URL", "http://api.example.org")];
        assert_eq!(asked(&plain, ON_GITHUB).map(|(_, token)| token), Ok(false), "anybody could read it");
        assert!(!format!("{:?}", forges(&[("GITHUB_TOKEN", "s3cret")])).contains("s3cret"));
    }
}
