//! MT501: a link that leads to a page beside the listing.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT501",
    name: "link-without-scheme",
    fix: Some(Applicability::Unsafe),
    rulesets: EVERYBODY,
    summary: "a link to a site without `https://`, or in quotes",
    why: "Without `https://` the address is that of a file beside the listing, which does not exist. Only an \
          address that begins like the name of a site is reported: `guide.md` is a file.",
    example: "- Description: A page for [the tides](tides.org/about).",
    instead: "- Description: A page for [the tides](https://tides.org/about).",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// Ends of names of sites that are no ends of names of files.
const DOMAINS: &[&str] = &[
    "io",
    "com",
    "org",
    "net",
    "dev",
    "edu",
    "gov",
    "app",
    "cloud",
    "tech",
    "ai",
    "de",
    "uk",
    "eu",
    "in",
    "co",
    "info",
    "site",
    "page",
    "foundation",
    "community",
    "network",
    "tools",
];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (span, url) in case.context.links_in(case.proposal.section) {
        let quoted = url.trim_matches(['"', '\'', '“', '”']);
        let in_quotes = quoted.len() < url.len() && quoted.contains("://");
        if !in_quotes && !is_site(url) {
            continue;
        }
        let meant = if in_quotes { quoted.to_owned() } else { format!("https://{url}") };
        let at = span.of(case.text()).rfind(url.as_str()).map(|at| span.start + at);
        let target = at.map_or(*span, |at| Span::new(at, at + url.len()));
        let finding = reporter.add(target, format!("the link to `{url}` leads to a file, not to a site"));
        if at.is_some() {
            let edit = Edit::change(case.text(), target, &meant);
            finding.fix(Applicability::Unsafe, format!("write `{meant}`"), vec![edit]);
        }
    }
}

/// Whether an address begins like the name of a site.
fn is_site(url: &str) -> bool {
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    let name = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.rsplit_once('.').is_some_and(|(rest, end)| DOMAINS.contains(&end) && rest.split('.').all(name))
}
