//! The proxies that environment variables name.

#![expect(clippy::disallowed_methods, reason = "the environment names the proxies")]

use std::env;
use std::fmt;

use ureq::Proxy;

use super::error::Cause;

/// The variables for each scheme, the first that is set wins: capitals and small letters are both
/// in use.
const HTTP: [&str; 4] = ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];
const HTTPS: [&str; 4] = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
const EXCEPTIONS: [&str; 2] = ["no_proxy", "NO_PROXY"];

/// The proxies to go through. The default goes through none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Proxies {
    http: Option<(&'static str, String)>,
    https: Option<(&'static str, String)>,
    /// Hosts to reach without a proxy, separated by commas.
    exceptions: String,
}

impl fmt::Debug for Proxies {
    /// Without the addresses: they may hold passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |proxy: &Option<(&'static str, _)>| proxy.as_ref().map(|(variable, _)| *variable);
        let Self { http, https, exceptions } = self;
        let mut shown = f.debug_struct("Proxies");
        shown.field("http", &name(http)).field("https", &name(https)).field("exceptions", exceptions).finish()
    }
}

impl Proxies {
    /// The proxies in the variables `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, or in those of the same
    /// names in capitals.
    pub fn from_environment() -> Self {
        Self::from_variables(|name| env::var_os(name)?.into_string().ok())
    }

    fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let first = |names: &[&'static str]| {
            let set = |&name: &&'static str| Some((name, variable(name)?));
            names.iter().filter_map(set).find(|(_, value)| !value.trim().is_empty())
        };
        let exceptions = first(&EXCEPTIONS).map(|(_, value)| value).unwrap_or_default();
        Self { http: first(&HTTP), https: first(&HTTPS), exceptions }
    }

    /// The proxy for a scheme.
    pub(super) fn of(&self, scheme: &str) -> Result<Option<Proxy>, Cause> {
        let named = if scheme == "https" { &self.https } else { &self.http };
        let Some((variable, value)) = named else { return Ok(None) };
        self.build(value.trim()).map(Some).map_err(|_| Cause::Proxy(variable))
    }

    fn build(&self, value: &str) -> Result<Proxy, ureq::Error> {
        let plain = Proxy::new(value)?;
        let mut proxy = Proxy::builder(plain.protocol()).host(plain.host()).port(plain.port());
        if let Some(name) = plain.username() {
            proxy = proxy.username(name);
        }
        if let Some(password) = plain.password() {
            proxy = proxy.password(password);
        }
        let exceptions = self.exceptions.split(',').map(str::trim).filter(|host| !host.is_empty());
        exceptions.fold(proxy, ureq::ProxyBuilder::no_proxy).build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(variables: &[(&str, &str)]) -> Proxies {
        Proxies::from_variables(|wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn host(proxies: &Proxies, scheme: &str) -> Option<String> {
        proxies.of(scheme).unwrap().map(|proxy| format!("{}:{}", proxy.host(), proxy.port()))
    }

    #[test]
    fn each_scheme_has_its_variable_and_all_share_one() {
        let set = proxies(&[("HTTPS_PROXY", "http://a.example:8080"), ("ALL_PROXY", "b.example:81")]);
        assert_eq!(host(&set, "https").as_deref(), Some("a.example:8080"));
        assert_eq!(host(&set, "http").as_deref(), Some("b.example:81"));
        assert_eq!(host(&proxies(&[("http_proxy", " ")]), "http"), None);
        assert_eq!(host(&proxies(&[("http_proxy", "http://a.example:1")]), "https"), None);
        assert_eq!(proxies(&[("http_proxy", "what is this")]).of("http"), Err(Cause::Proxy("http_proxy")));
    }

    #[test]
    fn exceptions_and_passwords_are_kept_and_the_latter_never_shown() {
        let set =
            proxies(&[("http_proxy", "http://ada:secret@a.example"), ("NO_PROXY", "127.0.0.1, .local")]);
        let proxy = set.of("http").unwrap().unwrap();
        assert_eq!((proxy.username(), proxy.password()), (Some("ada"), Some("secret")));
        assert!(proxy.is_no_proxy(&"http://127.0.0.1/".parse().unwrap()));
        assert!(proxy.is_no_proxy(&"http://printer.local/".parse().unwrap()));
        assert!(!proxy.is_no_proxy(&"http://example.org/".parse().unwrap()));
        assert!(!format!("{set:?}").contains("secret"));
    }
}
