//! A token for one server, and how it is kept from all others.

use std::fmt;

use super::address::Address;

/// A token, and the one server that it is for.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::source) struct Credential {
    server: Address,
    token: String,
}

impl fmt::Debug for Credential {
    /// Without the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("server", &self.server.origin()).finish_non_exhaustive()
    }
}

impl Credential {
    /// A token for the server of an address. `None` where the address is none, the token holds what no token has, or
    /// anybody on the way to the server could read it: it goes over https, or to this machine.
    pub(in crate::source) fn new(server: &str, token: &str) -> Option<Self> {
        let server = Address::parse(server).ok()?;
        let is_private = server.scheme() == "https" || is_here(server.host());
        (is_private && is_fit(token)).then(|| Self { server, token: token.to_owned() })
    }

    /// The value of the header that says who asks, for the server of the token alone.
    pub(super) fn header_for(&self, address: &Address) -> Option<String> {
        (self.server.origin() == address.origin()).then(|| format!("Bearer {}", self.token))
    }
}

/// Whether a token can stand in a header.
pub(in crate::source) fn is_fit(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_for_one_server() {
        let credential = Credential::new("https://api.example.org/v3", "t0k3n").unwrap();
        let header = |address: &str| credential.header_for(&Address::parse(address).unwrap());
        assert_eq!(header("https://API.example.org/repos").as_deref(), Some("Bearer t0k3n"));
        for other in [
            "http://api.example.org/repos",
            "https://api.example.org:8443/repos",
            "https://example.org/repos",
            "https://api.example.org.example.com/repos",
        ] {
            assert_eq!(header(other), None, "{other}");
        }
        assert!(!format!("{credential:?}").contains("t0k3n"));
    }

    #[test]
    fn nobody_on_the_way_reads_a_token() {
        assert!(Credential::new("http://api.example.org", "t").is_none());
        assert!(Credential::new("http://127.0.0.1.example.org", "t").is_none());
        for here in ["http://127.0.0.1:8080", "http://[::1]:80", "http://localhost"] {
            assert!(Credential::new(here, "t").is_some(), "{here}");
        }
        for unfit in ["", "a b", "a\r\nb", "ü"] {
            assert!(Credential::new("https://api.example.org", unfit).is_none(), "{unfit:?}");
        }
    }
}
