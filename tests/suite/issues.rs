//! Upstream issues, asked about by `status` and by the library's own door.
//!
//! The sites are servers on loopback that answer as the public interfaces of GitHub and GitLab do.

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::room::{Room, Run};
use crate::support::server::{Request, STAY, Server, answer, redirect};
use mentor_tui::source::issue::{self, Forges, Refusal};
use mentor_tui::source::{FetchLimits, FetchSettings};

/// A listing whose first proposal has its issue on GitHub.
fn listing(upstream: &str) -> String {
    format!(
        "# LFX Mentorship 2026 Term 3\n\n## Harbour\n\n### Mend the net\n\n- Description: The net has holes.\n\
         - Upstream Issue: {upstream}\n\n### Turn the lamp\n\n- Description: It stands still.\n- Skills: Go\n"
    )
}

const ON_GITHUB: &str = "https://github.com/example/net/issues/7";

/// An issue as GitHub tells it: open, and nobody works on it.
fn open() -> Value {
    json!({
        "html_url": ON_GITHUB, "number": 7, "title": "Holes in the net", "state": "open", "state_reason": null,
        "assignees": [], "comments": 12, "updated_at": "2020-02-03T04:05:06Z", "locked": false,
    })
}

/// An issue with other members.
fn with(mut issue: Value, members: &Value) -> Value {
    issue.as_object_mut().unwrap().append(&mut members.as_object().unwrap().clone());
    issue
}

/// A pull request that an event refers to.
fn referred(number: u32, state: &str, merged: Option<&str>) -> Value {
    let url = format!("https://github.com/example/net/pull/{number}");
    let issue = json!({
        "html_url": url, "title": "Mend it", "state": state, "updated_at": "2020-01-01T00:00:00Z",
        "pull_request": { "merged_at": merged },
    });
    json!({ "event": "cross-referenced", "source": { "type": "issue", "issue": issue } })
}

fn fine(body: &Value) -> Vec<u8> {
    answer("200 OK", &["Content-Type: application/json; charset=utf-8"], body.to_string().as_bytes())
}

/// GitHub's interface with one issue and what refers to it.
fn github(issue: Value, events: Value) -> Server {
    Server::new(move |request| match request.path.as_str() {
        "/repos/example/net/issues/7" => fine(&issue),
        "/repos/example/net/issues/7/timeline?per_page=100&page=1" => fine(&events),
        _ => answer("404 Not Found", &[], b"{\"message\":\"Not Found\"}"),
    })
}

/// Asks about the first proposal at this interface of GitHub, with more variables.
fn status(room: &Room, api: &Server, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let url = api.at("");
    let variables = [&[("GITHUB_API_URL", url.as_str())], variables].concat();
    room.run_with_variables(&[&["status"], arguments, &["ideas.md", "1"]].concat(), &variables)
}

fn room() -> Room {
    Room::new().with("ideas.md", listing(ON_GITHUB))
}

#[test]
fn a_free_issue_is_told_in_a_line() {
    let server = github(open(), json!([{ "event": "labeled" }, { "event": "commented" }]));
    let run = status(&room(), &server, &[], &[]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(lines[..2], ["Mend the net", ON_GITHUB]);
    let parts = "open · nobody assigned · no linked pull request · 12 comments · active ";
    assert!(lines[2].starts_with(parts) && lines[2].ends_with(" years ago"), "{}", lines[2]);
    assert_eq!(lines[3..], ["Comment on the issue; do not write to mentors."]);
    let request = &server.requests()[0];
    assert_eq!(request.header("accept"), Some("application/vnd.github+json"));
    assert_eq!(request.header("authorization"), None);
}

#[test]
fn whoever_works_on_it_is_told() {
    let taken = json!({
        "state": "closed", "state_reason": "completed", "assignees": [{ "login": "ada" }, { "login": "bo" }],
    });
    let odd = json!({ "event": "cross-referenced", "source": { "issue": { "html_url": 3 } } });
    let mentioned = json!({
        "event": "cross-referenced",
        "source": { "issue": { "html_url": "https://github.com/example/net/issues/9", "state": "open" } },
    });
    let events = [
        referred(8, "open", None),
        odd,
        mentioned,
        referred(9, "closed", Some("2020-01-02T00:00:00Z")),
        referred(8, "open", None),
    ];
    let server = github(with(open(), &taken), json!(events));
    let lines = status(&room(), &server, &[], &[]).out;
    let line = "closed · assigned to @ada, @bo · 2 linked pull requests (1 open, 1 merged) · 12 comments";
    assert!(lines.contains(line), "{lines}");
    assert!(lines.contains("\n  open · Mend it · https://github.com/example/net/pull/8\n"), "{lines}");
    let not_planned =
        github(with(open(), &json!({ "state": "closed", "state_reason": "not_planned" })), json!([]));
    assert!(status(&room(), &not_planned, &[], &[]).out.contains("closed as not planned · "));
}

#[test]
fn programs_get_what_the_schema_says() {
    let server = github(
        with(open(), &json!({ "assignees": [{ "login": "ada" }] })),
        json!([referred(8, "open", None)]),
    );
    let run = status(&room(), &server, &["--format", "json"], &[]);
    crate::schemas::assert_fits("status", "", &run.out);
    let out: Value = serde_json::from_str(&run.out).unwrap();
    let issue = &out["issues"][0]["status"];
    assert_eq!(issue["active"], "2020-02-03T04:05:06Z", "{out}");
    assert!(issue["linked"][0]["state"] == "open" && issue["assignees"] == json!(["ada"]), "{out}");
}

#[test]
fn an_issue_with_many_events_is_asked_about_in_pages() {
    let server = Server::new(|request| match request.path.rsplit_once("page=") {
        None => fine(&open()),
        Some((_, "1" | "2")) => fine(&Value::Array(vec![json!({ "event": "commented" }); 100])),
        Some((_, "3")) => fine(&json!([referred(8, "open", None)])),
        Some(_) => answer("500 Internal Server Error", &[], b""),
    });
    let run = status(&room(), &server, &[], &[]);
    assert!(run.out.contains("1 linked pull request (open)"), "{run:?}");
    assert_eq!(server.requests().len(), 4);
}

#[test]
fn a_moved_issue_is_followed_and_said_to_be_moved() {
    let moved = with(open(), &json!({ "html_url": "https://github.com/example/nets/issues/1" }));
    let server = Server::new(move |request| match request.path.as_str() {
        "/repos/example/net/issues/7" => redirect("/repositories/5/issues/1"),
        "/repositories/5/issues/1" => fine(&moved),
        _ => fine(&json!([])),
    });
    let run = status(&room(), &server, &[], &[("GITHUB_TOKEN", "s3cret")]);
    assert!(run.out.contains("\nnow https://github.com/example/nets/issues/1\nopen · "), "{run:?}");
    let tokens: Vec<_> =
        server.requests().iter().map(|it| it.header("authorization").map(str::to_owned)).collect();
    assert_eq!(tokens, vec![Some("Bearer s3cret".to_owned()); 3]);
}

#[test]
fn a_token_never_follows_a_redirect_to_another_server() {
    let other = Server::new(|request| fine(&if request.path == "/issue" { open() } else { json!([]) }));
    let target = other.at("/issue");
    let server =
        Server::new(
            move |request| {
                if request.path.contains("timeline") { fine(&json!([])) } else { redirect(&target) }
            },
        );
    let run = status(&room(), &server, &[], &[("GITHUB_TOKEN", "s3cret")]);
    assert_eq!(run.status, 0, "{run:?}");
    assert_eq!(other.requests()[0].header("authorization"), None);
    assert_eq!(server.requests()[0].header("authorization"), Some("Bearer s3cret"));
}

#[test]
fn a_token_is_for_its_own_site_and_is_never_printed() {
    let refuse = || Server::new(|_| answer("401 Unauthorized", &[], b"{\"message\":\"Bad credentials\"}"));
    let server = refuse();
    let run = status(&room(), &server, &[], &[("GITHUB_TOKEN", "s3cret"), ("GITLAB_TOKEN", "0ther")]);
    let sentence = format!(
        "mentor-tui: cannot ask about {ON_GITHUB}: 127.0.0.1 does not accept the token in GITHUB_TOKEN; \
         correct or unset it\n"
    );
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with(sentence.split("127").next().unwrap()), "{}", run.err);
    assert!(
        run.err.contains("does not accept the token in GITHUB_TOKEN; correct or unset it"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("s3cret"), "{}", run.err);

    // A site that only the listing names gets no token.
    let server = gitlab(lab_issue(&json!({})), json!([]));
    let room = Room::new().with("ideas.md", listing(&server.at("/harbour/sub/net/-/issues/3")));
    let tokens = [("GITLAB_TOKEN", "s3cret"), ("GITHUB_TOKEN", "0ther")];
    assert_eq!(room.run_with_variables(&["status", "ideas.md", "1"], &tokens).status, 0);
    let sent = |request: &Request| request.header("authorization").map(str::to_owned);
    assert!(server.requests().iter().all(|request| sent(request).is_none()));
    let host = server.at("");
    let own = [tokens[0], tokens[1], ("GITLAB_HOST", host.as_str())];
    assert_eq!(room.run_with_variables(&["status", "ideas.md", "1"], &own).status, 0);
    assert_eq!(server.requests().last().and_then(sent).as_deref(), Some("Bearer s3cret"));
}

/// An issue as GitLab tells it, with other members.
fn lab_issue(members: &Value) -> Value {
    let issue = json!({
        "web_url": "http://127.0.0.1/harbour/sub/net/-/issues/3", "title": "Holes", "state": "opened",
        "assignees": [{ "username": "cy", "name": "Cy" }], "user_notes_count": 1, "moved_to_id": null,
        "updated_at": "2020-02-03T04:05:06.789Z",
    });
    with(issue, members)
}

/// GitLab's interface with one issue and the merge requests that refer to it.
fn gitlab(issue: Value, changes: Value) -> Server {
    Server::new(move |request| match request.path.as_str() {
        "/api/v4/projects/harbour%2Fsub%2Fnet/issues/3" => fine(&issue),
        "/api/v4/projects/harbour%2Fsub%2Fnet/issues/3/related_merge_requests?per_page=100" => fine(&changes),
        _ => answer("404 Not Found", &[], b"{\"message\":\"404 Project Not Found\"}"),
    })
}

#[test]
fn gitlab_is_asked_in_its_own_way() {
    let change = json!({
        "web_url": "http://127.0.0.1/harbour/sub/net/-/merge_requests/4", "title": "Mend", "state": "merged",
        "updated_at": "2020-02-03T04:05:06Z",
    });
    let server = gitlab(lab_issue(&json!({})), json!([change]));
    let room = Room::new().with("ideas.md", listing(&server.at("/harbour/sub/net/-/issues/3")));
    let run = room.run(&["status", "ideas.md", "1"]);
    let line = "open · assigned to @cy · 1 linked merge request (merged) · 1 comment · active ";
    assert!(run.out.contains(line), "{run:?}");

    let moved = gitlab(lab_issue(&json!({ "state": "closed", "moved_to_id": 5 })), json!("no"));
    let room = Room::new().with("ideas.md", listing(&moved.at("/harbour/sub/net/-/issues/3")));
    let run = room.run(&["status", "ideas.md", "1"]);
    let line = "moved to another project · assigned to @cy · linked merge requests not known";
    assert!(run.out.contains(line), "{run:?}");
    assert!(run.err.ends_with("the site answered in a way that is not understood\n"), "{run:?}");
    assert_eq!(run.status, 0, "what there is was said");
}

#[test]
fn an_answer_is_kept_and_stands_in_with_its_age() {
    let server = Server::new(|request| {
        let headers = ["ETag: \"1\""];
        match request.header("if-none-match") {
            Some("\"1\"") => answer("304 Not Modified", &headers, b""),
            _ if request.path.contains("timeline") => answer("200 OK", &headers, b"[]"),
            _ => answer("200 OK", &headers, open().to_string().as_bytes()),
        }
    });
    let room = room();
    let never = status(&room, &server, &["--offline"], &[]);
    assert_eq!((never.status, never.out.as_str()), (2, ""));
    assert!(
        never.err.ends_with("it was not asked about before, and --offline forbids asking\n"),
        "{never:?}"
    );
    assert!(server.requests().is_empty(), "--offline asks nobody");
    let first = status(&room, &server, &[], &[]);
    assert_eq!(status(&room, &server, &[], &[]), first);
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    assert!(requests[2..].iter().all(|request| request.header("if-none-match") == Some("\"1\"")));
    let kept = status(&room, &server, &["--offline"], &[]);
    assert_eq!(kept.status, 0);
    assert!(kept.out.contains(" ago · asked just now\n"), "{kept:?}");
    assert_eq!(server.requests().len(), 4);
}

#[test]
fn a_limit_on_requests_is_said_with_its_end() {
    let limited = |headers: &'static [&'static str]| {
        Server::new(move |_| answer("403 Forbidden", headers, b"{\"message\":\"API rate limit exceeded\"}"))
    };
    let server = limited(&["x-ratelimit-remaining: 0", "retry-after: 120"]);
    let run = status(&room(), &server, &[], &[]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains(" takes no more requests for 2 minutes (until "), "{}", run.err);
    assert!(run.err.ends_with(" UTC); with GITHUB_TOKEN set it takes more\n"), "{}", run.err);
    let run = status(&room(), &server, &[], &[("GITHUB_TOKEN", "s3cret")]);
    assert!(run.err.ends_with(" UTC)\n"), "{}", run.err);
    // What was kept stands in.
    let (room, fine) = (room(), github(open(), json!([])));
    let port = fine.at("");
    assert_eq!(status(&room, &fine, &[], &[]).status, 0);
    drop(fine);
    let gone = room.run_with_variables(&["status", "ideas.md", "1"], &[("GITHUB_API_URL", &port)]);
    assert_eq!(gone.status, 0, "{gone:?}");
    assert!(gone.err.contains("127.0.0.1 cannot be reached ("), "{gone:?}");
    assert!(gone.out.contains("asked just now"), "{gone:?}");
}

#[test]
fn every_other_refusal_is_a_sentence() {
    let room = room();
    let said = |answer: Vec<u8>| {
        let run = status(&room, &Server::saying(answer), &[], &[]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
        run.err.rsplit_once(&format!("{ON_GITHUB}: ")).unwrap().1.trim_end().to_owned()
    };
    let hidden = "there is none, or it is not public; with GITHUB_TOKEN set, private ones are asked about";
    assert_eq!(said(answer("404 Not Found", &[], b"{}")), hidden);
    assert_eq!(said(answer("410 Gone", &[], b"{}")), hidden);
    let forbidden = "the site does not show it to everybody; set GITHUB_TOKEN to a token that may read it";
    assert_eq!(said(answer("403 Forbidden", &[], b"{}")), forbidden);
    assert_eq!(
        said(answer("502 Bad Gateway", &[], b"")),
        "the server answered 502: it failed; try again later"
    );
    let odd = "the site answered in a way that is not understood";
    let wrong = |members: Value| fine(&with(open(), &members));
    for body in [
        fine(&json!([])),
        fine(&json!({ "state": "open" })),
        answer("200 OK", &[], b"<html>"),
        answer("200 OK", &[], b""),
        wrong(json!({ "state": "ajar" })),
        wrong(json!({ "updated_at": "yesterday" })),
        wrong(json!({ "comments": -1 })),
    ] {
        assert_eq!(said(body), odd);
    }
}

#[test]
fn only_issues_that_can_be_asked_about_are() {
    for (upstream, words) in [
        ("https://github.com/example/net", "it is not the address of an issue; open it in the browser"),
        (
            "https://github.com/example/net/discussions/4",
            "GitHub tells nothing about discussions without an account; open it in the browser",
        ),
        (
            "https://bugs.example.org/browse/NET-7",
            "only issues on GitHub and GitLab can be asked about, not on bugs.example.org; open it in the browser",
        ),
    ] {
        let room = Room::new().with("ideas.md", listing(upstream));
        let run = room.run(&["status", "ideas.md", "1"]);
        let sentence = format!("mentor-tui: cannot ask about {upstream}: {words}\n");
        assert_eq!((run.status, run.out.as_str(), run.err), (2, "", sentence));
    }
    let run = room().run(&["status", "ideas.md", "2"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.starts_with("mentor-tui: “Turn the lamp” names no upstream issue\n"), "{}", run.err);
}

#[test]
fn a_site_that_says_nothing_is_given_up() {
    let server = Server::saying(STAY);
    let whole = Duration::from_millis(200);
    let limits = FetchLimits { whole, ..FetchLimits::default() };
    let settings = FetchSettings { limits, ..FetchSettings::default() };
    let forges = Forges::from_variables(|name| (name == "GITHUB_API_URL").then(|| server.at("")));
    let error = issue::ask(ON_GITHUB, &settings, &forges, &AtomicBool::new(false)).unwrap_err();
    assert!(matches!(error.refusal(), Refusal::Cause(_)), "{error}");
    assert!(error.to_string().ends_with(": it took longer than 0.2 seconds"), "{error}");
}
