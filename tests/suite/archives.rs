//! Archives by address: repositories as servers hand them out, read by the real program from a server on loopback.

use tar::EntryType;

use crate::support::archive::{archive, archive_of, packed};
use crate::support::room::Room;
use crate::support::server::{Server, answer};

/// A listing of a term with one proposal of this title.
fn listing(title: &str) -> String {
    format!(
        "# Ideas\n\n## Harbour\n\n### {title}\n\n- Description: It has holes.\n- Mentor(s): Ada Example\n"
    )
}

/// The answer of a server that hands out an archive.
fn said(archive: &[u8]) -> Vec<u8> {
    answer("200 OK", &["Content-Type: application/gzip", "ETag: \"1\""], archive)
}

/// The archive of a repository with two terms, and what belongs to no listing.
fn terms() -> Vec<u8> {
    archive_of(&[
        (".gitignore", EntryType::Regular, "drafts\n"),
        ("README.md", EntryType::Regular, "# About\n"),
        ("drafts/a.md", EntryType::Regular, &listing("Draft")),
        ("programs/lfx/2025/01-Mar-May/README.md", EntryType::Regular, &listing("Mend the net")),
        ("programs/lfx/2026/01-Mar-May/README.md", EntryType::Regular, &listing("Paint the boat")),
        ("programs/lfx/2026/link.md", EntryType::Symlink, "/else/where"),
        ("programs/lfx/picture.png", EntryType::Regular, "\u{89}PNG"),
    ])
}

#[test]
fn an_archive_is_read_as_a_directory_is_with_the_newest_term_first() {
    let server = Server::saying(said(&terms()));
    let room = Room::new();
    let address = server.at("/x.tar.gz");
    let run = room.run(&["list", &address]);
    assert_eq!(
        (run.status, run.out.as_str(), run.err.as_str()),
        (0, "1. Paint the boat — Harbour\n2. Mend the net — Harbour\n", "")
    );
    let part = room.run(&["list", &format!("{address}#programs/lfx/2025")]);
    assert_eq!(part.out, "1. Mend the net — Harbour\n");
    let json = room.run(&["list", "--format", "json", &address]).out;
    let source = format!("\"source\":\"{address}#programs/lfx/2026/01-Mar-May/README.md\"");
    assert!(json.contains(&source), "{json}");
    let explained = room.run(&["list", "--explain", &address]).out;
    assert!(
        explained.contains("Left out: 1 without proposals, 1 hidden, 1 ignored, 1 linked from elsewhere."),
        "{explained}"
    );
    let missing = room.run(&["list", &format!("{address}#gsoc")]);
    let sentence = format!(
        "mentor-tui: cannot read {address}#gsoc: there is no gsoc in it; check the name of the folder\n"
    );
    assert_eq!((missing.status, missing.err), (2, sentence));
}

#[test]
fn the_files_of_a_folder_tell_their_form_together() {
    let text = |title: &str, keeper: &str| {
        format!(
            "# {title}\n\nThe loom is loud.\n\n## Heft\n\n175 hours\n\n## Keepers\n\n- [{keeper}](https://github.com/{keeper})\n"
        )
    };
    let [a, b, c] =
        [("Quieter looms", "nell"), ("A dye map", "otis"), ("Spools", "petra")].map(|(a, b)| text(a, b));
    let server =
        Server::saying(said(&archive(&[("ideas/a.md", &a), ("ideas/b.md", &b), ("ideas/c.md", &c)])));
    let run = Room::new().run(&["list", &server.at("/x.tgz")]);
    assert_eq!(run.out, "1. Quieter looms\n2. A dye map\n3. Spools\n");
}

#[test]
fn an_archive_is_fetched_once_and_read_without_the_server() {
    let bytes = terms();
    let server = Server::new(move |request| match request.header("if-none-match") {
        Some("\"1\"") => answer("304 Not Modified", &["ETag: \"1\""], b""),
        _ => said(&bytes),
    });
    let room = Room::new();
    let address = server.at("/x.tar.gz");
    let listed = "1. Paint the boat — Harbour\n2. Mend the net — Harbour\n";
    assert_eq!(room.run(&["list", &address]).out, listed);
    let part = format!("{address}#programs/lfx/2025");
    assert_eq!(room.run(&["list", &part]).out, "1. Mend the net — Harbour\n");
    let requests = server.requests();
    assert_eq!(requests[0].header("if-none-match"), None);
    assert_eq!(requests[1].header("if-none-match"), Some("\"1\""), "parts of an archive share the copy");
    let offline = room.run(&["list", "--offline", &address]);
    assert_eq!((offline.status, offline.out.as_str()), (0, listed));
    assert_eq!(offline.err, format!("mentor-tui: showing {address} as it was less than a minute ago\n"));
    assert_eq!(server.requests().len(), 2, "--offline asks nobody");
    let never = room.run(&["list", "--offline", "gh:example/ideas/programs"]);
    let sentence = "mentor-tui: cannot read gh:example/ideas/programs: it is not in the cache, and --offline forbids fetching it\n";
    assert_eq!((never.status, never.err.as_str()), (2, sentence));
}

#[test]
fn an_archive_that_is_hostile_damaged_or_none_is_refused_with_one_sentence() {
    let regular = EntryType::Regular;
    let whole = archive(&[("ideas.md", &listing("Mend the net"))]);
    let out = format!("{0}{0}/ideas.md", ".");
    let empty = vec![("a", regular, ""); 20_001];
    let blanks = " ".repeat(33 << 20);
    let large = archive(&[("ideas.md", &blanks)]);
    let cases: [(Vec<u8>, &str); 10] = [
        (archive_of(&[(&out, regular, "")]), "its archive has a path that leads out of it: \".."),
        (
            archive_of(&[("/ideas.md", regular, "")]),
            "its archive has a path that leads out of it: \"/ideas.md\"",
        ),
        (
            archive_of(&[("a/link.md", EntryType::Symlink, "/else/where")]),
            "it has no listings (it has no Markdown files)",
        ),
        (archive_of(&[("a/pipe.md", EntryType::Fifo, "")]), "it has no listings (it has no Markdown files)"),
        (
            archive_of(&empty),
            "its archive has more than 20000 files; clone the repository and open a folder of it",
        ),
        (
            packed(&vec![0; 257 << 20]),
            "its archive unpacks to more than 256 MiB; clone the repository and open a folder of it",
        ),
        (large, "it has no listings (it has no Markdown files)"),
        (whole[..whole.len() - 9].to_vec(), "its archive is damaged ("),
        (packed(b"# Ideas\n"), "its archive is damaged ("),
        (b"# Ideas\n".to_vec(), "it is not a .tar.gz archive"),
    ];
    for (bytes, sentence) in cases {
        let server = Server::saying(said(&bytes));
        let run = Room::new().run(&["list", &server.at("/x.tar.gz")]);
        let start = format!("mentor-tui: cannot read {}: {sentence}", server.at("/x.tar.gz"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{sentence}");
        let last = run.err.lines().last().unwrap_or_default();
        assert!(last.starts_with(&start), "{} instead of {sentence}", run.err);
    }
    let page = Server::saying(answer("200 OK", &[], b"<!DOCTYPE html><html>"));
    let run = Room::new().run(&["list", &page.at("/x.tar.gz")]);
    assert!(run.err.contains("it is a page for a browser"), "{}", run.err);
}
