//! Which addresses are handed to another program.

/// Whether `url` is an absolute http or https address that no program can take for anything else.
/// The error is the reason, in words for "not opened: …".
pub(super) fn check(url: &str) -> Result<(), &'static str> {
    let rest = strip_scheme(url).ok_or("it is no http or https address")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    if !host.starts_with(|first: char| first.is_alphanumeric() || first == '[') {
        return Err("its address names no host");
    }
    // Shell and PowerShell quotes are the business of the launchers; white space and controls are in
    // no address, and whoever wrote them wants it to be read as more than one.
    if url.chars().any(|c| c.is_whitespace() || c.is_control() || is_invisible(c)) {
        return Err("its address holds white space or invisible characters");
    }
    Ok(())
}

fn strip_scheme(url: &str) -> Option<&str> {
    ["http://", "https://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    })
}

/// Zero-width characters, and the marks that make text run the other way.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_pass() {
        for url in [
            "https://example.org",
            "http://example.org:8080/a/b?c=d&e#f",
            "HTTPS://EXAMPLE.ORG/",
            "https://user@example.org/",
            "https://例え.example/パス",
            "http://[::1]/",
        ] {
            assert_eq!(check(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn everything_else_does_not() {
        for url in [
            "",
            "example.org",
            "-https://example.org",
            "--help",
            " https://example.org",
            "https://",
            "https:///path",
            "https://?q",
            "https://-option",
            "https://user@/",
            "https:example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://example.org",
            "https://example.org/a b",
            "https://example.org/\u{1b}[31m",
            "https://example.org/\n--option",
            "https://example.org/\u{202e}gpj",
            "https\u{200b}://example.org",
            "é",
        ] {
            assert!(check(url).is_err(), "{url:?}");
        }
    }
}
