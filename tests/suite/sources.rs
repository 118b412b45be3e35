//! Sources from outside: documents from the web and from directories, by the real program and by
//! the library's own doors.
//!
//! The web is a server on loopback; every run has a room of its own and no proxy.

use std::cell::RefCell;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::support::room::Room;
use crate::support::server::{STAY, Server, answer, redirect};
use mentor_tui::source::remote::{self, Cause, Fetched};
use mentor_tui::source::{self, FetchLimits, FetchSettings, Plan};

const LISTING: &str = "\
# Ideas

## Harbour

### Mend the net

- Description: The net has holes.
- Mentor(s): Ada Example (@ada-example)
";

const LISTED: &str = "1. Mend the net — Harbour\n";

/// A listing with one proposal of this title.
fn listing(title: &str) -> String {
    LISTING.replace("Mend the net", title)
}

fn fine() -> Vec<u8> {
    answer("200 OK", &["Content-Type: text/markdown"], LISTING.as_bytes())
}

/// Reads with a cache in a folder, within little time.
fn settings(cache: &Path) -> FetchSettings {
    let (connect, whole) = (Duration::from_secs(5), Duration::from_secs(5));
    let limits = FetchLimits { connect, whole, bytes: 64 * 1024, archive: 1024 };
    FetchSettings { cache: Some(cache.to_owned()), limits, ..FetchSettings::default() }
}

fn fetch(address: &str, settings: &FetchSettings) -> Result<Fetched, remote::RemoteError> {
    remote::fetch(address, settings, &|_, _| {}, &AtomicBool::new(false))
}

/// The cause for which nothing came of an address.
fn refusal(address: &str, settings: &FetchSettings) -> Cause {
    fetch(address, settings).expect_err("a refusal").cause().clone()
}

#[test]
fn an_address_is_listed_and_named_in_json() {
    let server = Server::saying(fine());
    let room = Room::new();
    let run = room.run(&["list", &server.at("/ideas.md")]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, LISTED, ""));
    let shown = room.run(&["show", &server.at("/ideas.md"), "1"]);
    assert!(shown.out.starts_with("Mend the net\n"), "{shown:?}");
    let json = room.run(&["list", "--format", "json", &server.at("/ideas.md")]).out;
    assert!(json.contains(&format!("\"source\":\"{}\"", server.at("/ideas.md"))), "{json}");
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let server = Server::new(|request| {
        let known = request.header("if-none-match") == Some("\"1\"");
        let headers = ["ETag: \"1\"", "Last-Modified: Mon, 02 Mar 2026 00:00:00 GMT"];
        if known {
            answer("304 Not Modified", &headers, b"")
        } else {
            answer("200 OK", &headers, LISTING.as_bytes())
        }
    });
    let cache = tempfile::tempdir().unwrap();
    let settings = settings(&cache.path().join("cache"));
    let address = server.at("/ideas.md");
    assert_eq!(remote::cached(&address, &settings), None);
    let Ok(Fetched::New(first)) = fetch(&address, &settings) else { panic!() };
    let Ok(Fetched::NotModified(second)) = fetch(&address, &settings) else { panic!() };
    assert_eq!((first.documents[0].text(), &first), (LISTING, &second));
    let cached = remote::cached(&address, &settings).unwrap();
    assert_eq!(cached.contents, first);
    assert!(cached.age < Duration::from_secs(60));
    let requests = server.requests();
    assert_eq!(requests[0].header("if-none-match"), None);
    assert_eq!(requests[1].header("if-modified-since"), Some("Mon, 02 Mar 2026 00:00:00 GMT"));

    // A damaged copy is fetched anew, without validators.
    for file in fs::read_dir(settings.cache.as_ref().unwrap()).unwrap() {
        fs::write(file.unwrap().path(), "{\"address\":").unwrap();
    }
    assert_eq!(remote::cached(&address, &settings), None);
    assert!(matches!(fetch(&address, &settings), Ok(Fetched::New(_))));
}

#[test]
fn without_the_server_the_kept_text_is_shown_with_its_age() {
    let server = Server::saying(fine());
    let room = Room::new();
    let address = server.at("/ideas.md");
    let never = room.run(&["list", "--offline", &address]);
    assert_eq!((never.status, never.out.as_str()), (2, ""));
    assert!(
        never.err.ends_with("it is not in the cache, and --offline forbids fetching it\n"),
        "{}",
        never.err
    );
    assert_eq!(room.run(&["list", &address]).out, LISTED);
    let asked = server.requests().len();
    let offline = room.run(&["--offline", &address]);
    assert_eq!((offline.status, offline.out.as_str()), (0, LISTED));
    assert_eq!(offline.err, format!("mentor-tui: showing {address} as it was less than a minute ago\n"));
    assert_eq!(server.requests().len(), asked, "--offline asks nobody");
    drop(server);
    let gone = room.run(&["list", &address]);
    assert_eq!((gone.status, gone.out.as_str()), (0, LISTED));
    assert!(
        gone.err.contains("as it was less than a minute ago: 127.0.0.1 cannot be reached ("),
        "{}",
        gone.err
    );
}

#[test]
fn redirects_are_followed_but_not_in_circles_or_for_ever() {
    let server = Server::new(|request| match request.path.as_str() {
        "/old/ideas.md" => redirect("../größe/ideas.md?raw=1"),
        "/gr%C3%B6%C3%9Fe/ideas.md?raw=1" => fine(),
        "/circle" => redirect("/elcric"),
        "/elcric" => redirect("/circle"),
        "/file" => redirect("file:///etc/hostname"),
        "/nowhere" => answer("302 Found", &[], b""),
        path => redirect(&format!("{path}x")),
    });
    let room = tempfile::tempdir().unwrap();
    let settings = settings(room.path());
    let fetched = fetch(&server.at("/old/ideas.md"), &settings).unwrap().into_contents().documents.remove(0);
    assert_eq!(fetched.text(), LISTING);
    assert_eq!(fetched.origin().to_string(), server.at("/old/ideas.md"));
    assert_eq!(refusal(&server.at("/circle"), &settings), Cause::RedirectLoop(server.at("/circle")));
    assert_eq!(
        refusal(&server.at("/file"), &settings),
        Cause::RedirectElsewhere("file:///etc/hostname".to_owned())
    );
    assert_eq!(refusal(&server.at("/nowhere"), &settings), Cause::Status(302));
    let before = server.requests().len();
    assert_eq!(refusal(&server.at("/x"), &settings), Cause::TooManyRedirects(10));
    assert_eq!(server.requests().len() - before, 11);
}

#[test]
fn what_is_no_listing_is_refused_with_its_reason() {
    let large = vec![b'a'; 64 * 1024 + 1];
    let endless = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", large.as_slice()].concat();
    let wide = b"\xFF\xFEa".to_vec();
    for (said, cause) in [
        (answer("404 Not Found", &[], b"no"), Cause::Status(404)),
        (answer("500 Internal Server Error", &[], b""), Cause::Status(500)),
        (answer("204 No Content", &[], b""), Cause::Status(204)),
        (answer("200 OK", &[], &large), Cause::TooLarge(64 * 1024)),
        (endless, Cause::TooLarge(64 * 1024)),
        (answer("200 OK", &[], b"\x89PNG\r\n\x1a\n\0\0"), Cause::Binary("a PNG picture")),
        (
            answer("200 OK", &["Content-Encoding: gzip"], b"\x1f\x8b\x08\0\0"),
            Cause::Binary("compressed (gzip)"),
        ),
        (answer("200 OK", &[], b"<!DOCTYPE html><html>"), Cause::WebPage),
        (answer("200 OK", &[], &wide), Cause::BrokenUtf16),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n# Ideas\n".to_vec(), Cause::Truncated(8)),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n# Ideas\n\r\n".to_vec(),
            Cause::Truncated(8),
        ),
        (b"HTTP/1.1 200 OK\r\n".to_vec(), Cause::Truncated(0)),
        (answer("304 Not Modified", &[], b""), Cause::Status(304)),
    ] {
        let server = Server::saying(said);
        let room = tempfile::tempdir().unwrap();
        let settings = settings(room.path());
        assert_eq!(refusal(&server.at("/ideas.md"), &settings), cause);
        assert_eq!(remote::cached(&server.at("/ideas.md"), &settings), None, "nothing of it is kept");
    }
    let server = Server::saying("# Ideas\n\nThis is no HTTP.\n");
    let room = tempfile::tempdir().unwrap();
    let cause = refusal(&server.at("/ideas.md"), &settings(room.path()));
    assert!(matches!(cause, Cause::NotHttp(_)), "{cause:?}");
}

#[test]
fn a_server_that_says_nothing_is_given_up() {
    let room = tempfile::tempdir().unwrap();
    let mut settings = settings(room.path());
    settings.limits.whole = Duration::from_millis(200);
    for start in ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n# Ideas\n"] {
        let server = Server::saying([start.as_bytes(), STAY].concat());
        assert_eq!(refusal(&server.at("/"), &settings), Cause::TooSlow(settings.limits.whole), "{start}");
    }
}

#[test]
fn nobody_at_the_address_is_said() {
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let room = tempfile::tempdir().unwrap();
    let cause = refusal(&format!("http://127.0.0.1:{port}/"), &settings(room.path()));
    assert!(matches!(&cause, Cause::Unreachable(host, _) if host == "127.0.0.1"), "{cause:?}");
}

#[test]
fn fetching_tells_its_progress_and_can_be_stopped() {
    let server = Server::saying(fine());
    let room = tempfile::tempdir().unwrap();
    let settings = settings(room.path());
    let told = RefCell::new(Vec::new());
    let cancel = AtomicBool::new(false);
    let note = |bytes, total| told.borrow_mut().push((bytes, total));
    assert!(remote::fetch(&server.at("/a"), &settings, &note, &cancel).is_ok());
    let length = LISTING.len() as u64;
    assert_eq!(told.borrow().first(), Some(&(0, Some(length))));
    assert_eq!(told.borrow().last(), Some(&(length, Some(length))));

    let stop = |_, _| cancel.store(true, Ordering::Relaxed);
    let stopped = remote::fetch(&server.at("/b"), &settings, &stop, &cancel).unwrap_err();
    assert_eq!(stopped.cause(), &Cause::Cancelled);
    assert_eq!(remote::cached(&server.at("/b"), &settings), None);
}

#[test]
fn what_names_nothing_to_read_is_refused_before_anything_is_asked() {
    for (address, words) in [
        ("https://github.com/example", "it is the page of an owner of repositories; add the name of one"),
        ("gh:example", "it is not an address such as gh:OWNER/REPOSITORY/FOLDER@REF"),
        ("https://ada@example.org/ideas.md", "it has a user name in it"),
        ("http://", "it is not an address such as https://example.org/ideas.md"),
    ] {
        let run = Room::new().run(&["list", "--offline", address]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.starts_with(&format!("mentor-tui: cannot read {address}: {words}")), "{}", run.err);
    }
}

#[test]
fn an_archive_has_a_limit_of_its_own() {
    let server = Server::saying(answer("200 OK", &[], &[0x1F; 1025]));
    let room = tempfile::tempdir().unwrap();
    assert_eq!(refusal(&server.at("/x.tar.gz"), &settings(room.path())), Cause::ArchiveTooLarge(1024));
    assert_eq!(refusal(&server.at("/x.tgz?raw#a"), &settings(room.path())), Cause::ArchiveTooLarge(1024));
}

#[test]
fn the_environment_names_the_proxy() {
    let proxy = Server::new(|_| answer("403 Forbidden", &[], b""));
    let url = proxy.at("/");
    let room = Room::new();
    let through = room.run_with_variables(&["list", "http://ideas.example/a.md"], &[("http_proxy", &url)]);
    assert_eq!(through.status, 2);
    assert_eq!(proxy.requests().len(), 1, "{through:?}");
    let server = Server::saying(fine());
    let past = [("http_proxy", url.as_str()), ("no_proxy", "127.0.0.1")];
    assert_eq!(room.run_with_variables(&["list", &server.at("/a.md")], &past).out, LISTED);
    assert_eq!(proxy.requests().len(), 1);
}

#[test]
fn a_directory_is_searched_as_people_see_it() {
    let room = Room::new()
        .with("term/2025/10-late/ideas.md", listing("Ten"))
        .with("term/2025/02-Summer/ideas.markdown", listing("Two"))
        .with("term/2025/01-Spring/ideas.MD", listing("One"))
        .with("term/notes/minutes.md", "# Minutes\n\nWe met.\n")
        .with("term/package.json", "{\"name\": \"x\"}")
        .with("term/readme.txt", listing("Text"))
        .with("term/.github/ideas.md", listing("Hidden"))
        .with("term/.gitignore", "drafts/\n")
        .with("term/drafts/ideas.md", listing("Draft"));
    let run = room.run(&["list", "term"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "1. One — Harbour\n2. Two — Harbour\n3. Ten — Harbour\n");
    let json = room.run(&["list", "--format", "json", "term"]).out;
    assert!(json.contains("\"source\":\"term/2025/01-Spring/ideas.MD\""), "{json}");
}

#[test]
fn rules_hold_from_the_root_of_a_repository_and_else_from_the_path() {
    let room = Room::new()
        .with(".gitignore", "*\n")
        .with("home/term/ideas.md", LISTING)
        .with("home/repository/.git/HEAD", "")
        .with("home/repository/.gitignore", "drafts/\n")
        .with("home/repository/term/ideas.md", listing("Fine"))
        .with("home/repository/term/drafts/ideas.md", listing("Draft"));
    assert_eq!(room.run(&["list", "home/term"]).out, LISTED);
    assert_eq!(room.run(&["list", "home/repository/term"]).out, "1. Fine — Harbour\n");
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_once_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let room = Room::new().with("term/ideas.md", LISTING).with("other/more.md", listing("More"));
    let at = |path: &str| room.path().join(path);
    symlink("..", at("term/up")).unwrap();
    symlink("ideas.md", at("term/again.md")).unwrap();
    symlink("../other/more.md", at("term/more.md")).unwrap();
    symlink("circle.md", at("term/circle.md")).unwrap();
    symlink("missing.md", at("term/dangling.md")).unwrap();
    let run = room.run(&["list", "term"]);
    assert_eq!((run.status, run.out.as_str()), (0, "1. Mend the net — Harbour\n2. More — Harbour\n"));
    let said: Vec<_> = run.err.lines().collect();
    assert!(said.len() == 2 && said[0].contains("cannot read term/circle.md: "), "{said:?}");
    assert!(said[1].contains("cannot read term/dangling.md: "), "{said:?}");
    symlink("term", at("link")).unwrap();
    assert_eq!(room.run(&["list", "link"]).out, run.out, "the directory that is named may be a link");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_a_directory_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let room = Room::new().with("term/ideas.md", LISTING);
    let pipe = room.path().join("term/pipe.md");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    let run = room.run(&["list", "term"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, LISTED, ""));
}

#[test]
fn a_file_that_vanished_since_it_was_found_has_its_sentence() {
    let room = Room::new().with("term/ideas.md", LISTING);
    let plan = Plan::of(&[room.path().join("term")]);
    fs::remove_file(room.path().join("term/ideas.md")).unwrap();
    let vanished = source::load(&plan.sources[0].origin, &FetchSettings::default()).unwrap_err();
    assert!(vanished.to_string().ends_with("term/ideas.md: there is no such file"), "{vanished}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_in_a_directory_is_told_and_the_rest_shown() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new()
        .with("term/ideas.md", LISTING)
        .with("term/secret.md", LISTING)
        .with("term/closed/more.md", LISTING)
        .with("term/picture.md", b"\x89PNG\r\n\x1a\n\0");
    let close = |path: &str, mode| {
        fs::set_permissions(room.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    close("term/secret.md", 0);
    close("term/closed", 0);
    let all_powerful = fs::File::open(room.path().join("term/secret.md")).is_ok();
    let run = room.run(&["list", "term"]);
    close("term/closed", 0o700);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.err.contains("cannot read term/picture.md: it is a PNG picture"), "{}", run.err);
    if !all_powerful {
        assert_eq!(run.out, LISTED);
        for path in ["term/secret.md", "term/closed"] {
            let sentence = format!("mentor-tui: cannot read {path}: you have no permission to read it\n");
            assert!(run.err.contains(&sentence), "{}", run.err);
        }
    }
}

#[test]
fn several_paths_are_one_catalog() {
    let server = Server::saying(answer("200 OK", &[], listing("Web").as_bytes()));
    let room =
        Room::new().with("a.md", listing("A")).with("term/b.md", listing("B")).with("minutes.md", "# M\n");
    let address = server.at("/ideas.md");
    let paths = ["-", "term", &address, "minutes.md", "a.md", "a.md", "./term/b.md"];
    let run = room.run_with_input(&[&["list"], &paths[..]].concat(), LISTING.as_bytes());
    let barren = "mentor-tui: no proposals in minutes.md: 1 heading, but no fields such as Description or \
                  Mentor(s) below it\n";
    assert_eq!((run.status, run.err.as_str()), (0, barren));
    assert_eq!(run.out, "1. Mend the net — Harbour\n2. B — Harbour\n3. Web — Harbour\n4. A — Harbour\n");
    let shown = room.run(&["show", "a.md", "term", "2"]);
    assert!(shown.out.starts_with("B\n"), "{shown:?}");
    let none = room.run(&["list", "--filter", "zebra", "a.md", "term"]);
    assert_eq!(none.err, "mentor-tui: no proposal in 2 documents matches \"zebra\" (0 of 2)\n");
}

#[test]
fn one_path_that_cannot_be_read_does_not_stop_the_others() {
    let room = Room::new().with("a.md", listing("A")).with("empty/readme.txt", "");
    let run = room.run(&["list", "missing.md", "a.md", "empty"]);
    assert_eq!((run.status, run.out.as_str()), (2, "1. A — Harbour\n"));
    let barren = "cannot read empty: it is a directory without listings (it has no Markdown files)";
    let missing = "cannot read missing.md: there is no such file";
    assert_eq!(run.err, format!("mentor-tui: {barren}\nmentor-tui: {missing}\n"));
    let none = room.run(&["list", "missing.md", "empty"]);
    assert_eq!((none.status, none.out.as_str(), none.err), (2, "", run.err));
}
