//! Following: the screen shows what a file holds now, however it was saved, and where the reader was
//! stays where they were.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use vt100::Screen;

use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// How a file is lost.
type Spoil = fn(&Path);

/// How a program saves a file.
type Save = fn(&Path, &str);

fn in_place(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

fn aside_and_renamed(path: &Path, text: &str) {
    let aside = path.with_extension("new");
    fs::write(&aside, text).unwrap();
    fs::rename(aside, path).unwrap();
}

/// As vim does with `backupcopy=no`.
fn with_a_backup(path: &Path, text: &str) {
    let backup = path.with_extension("md~");
    fs::rename(path, &backup).unwrap();
    fs::write(path, text).unwrap();
    fs::remove_file(backup).unwrap();
}

fn removed_and_made_again(path: &Path, text: &str) {
    fs::remove_file(path).unwrap();
    fs::write(path, text).unwrap();
}

/// The listing with other words in the proposal about the queue, and a proposal before the first.
fn revised(listing: &str) -> String {
    let first = "#### A lamp that knows the moon\n";
    let inserted = format!(
        "#### A lamp for the moth\n\n- **Description:** It flies towards it.\n- **Mentor(s):** Ines Vale\n\n{first}"
    );
    let revised = listing.replacen(first, &inserted, 1).replace("Its queue wakes", "Its clock wakes");
    assert_ne!(revised, listing.replacen(first, &inserted, 1));
    revised
}

fn started(room: &Room, arguments: &[&str]) -> Terminal {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// Whether a row of the list has this mark before this title.
fn is_marked(screen: &Screen, mark: &str, title: &str) -> bool {
    // The cursor, the sign of a change and the title stand in columns of their own.
    let lead: &[&str] = match mark {
        "▌" => &["▌  ", "▌● ", "▌◐ "],
        "●" => &[" ● ", "▌● "],
        "◐" => &[" ◐ ", "▌◐ "],
        _ => &["   "],
    };
    lead.iter().any(|lead| screen.contents().contains(&format!("{lead}{title}")))
}

#[track_caller]
fn select(terminal: &mut Terminal, title: &str, keys: &str) {
    terminal.press(keys);
    terminal.wait_for(title, |screen| is_marked(screen, "▌", title));
}

fn leave(mut terminal: Terminal) {
    terminal.press("\x03");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    ended.assert_given_back();
}

#[test]
fn whatever_way_a_file_is_saved_it_is_shown_and_the_reader_stays_where_they_were() {
    let saves: [Save; 4] = [in_place, aside_and_renamed, with_a_backup, removed_and_made_again];
    for save in saves {
        let room = Room::new();
        let mut terminal = started(&room, &["ideas.md"]);
        select(&mut terminal, "Lichen on the sensor", "j");
        terminal.press("JJJJJJJJJ");
        terminal.wait_for("a scrolled page", |screen| !screen.contents().contains("grow lichen"));
        let page = detail(terminal.screen());
        save(&room.path("ideas.md"), &revised(&room.read("ideas.md")));
        terminal.wait_text("A lamp for the moth");
        terminal.wait_text("Reloaded ideas.md: 1 proposal changed, 1 new");
        for (mark, title) in [
            ("●", "A lamp for the moth"),
            (" ", "A lamp that knows the moon"),
            ("▌", "Lichen on the sensor"),
            ("◐", "A quieter queue"),
        ] {
            assert!(is_marked(terminal.screen(), mark, title), "{mark} {title}:\n{}", terminal.text());
        }
        assert_eq!(detail(terminal.screen()), page, "the page is where it was");
        leave(terminal);
    }
}

/// The rows of the page on the right, without its frame and its scrollbar.
fn detail(screen: &Screen) -> Vec<String> {
    let (rows, columns) = screen.size();
    let half = columns.get() / 2;
    screen.rows(half, half - 6).take(usize::from(rows.get()) - 3).skip(2).collect()
}

#[test]
fn a_changed_proposal_is_marked_until_it_is_looked_at() {
    let room = Room::new();
    let mut terminal = started(&room, &["ideas.md"]);
    in_place(&room.path("ideas.md"), &room.read("ideas.md").replace("Make it a diary", "Make it a novel"));
    terminal.wait_text("1 proposal changed");
    assert!(is_marked(terminal.screen(), "◐", "The tractor's diary"));
    select(&mut terminal, "The tractor's diary", "G");
    terminal.wait_text("novel.");
    select(&mut terminal, "A lamp that knows the moon", "g");
    assert!(!terminal.text().contains('◐'), "{}", terminal.text());
    leave(terminal);
}

#[test]
fn the_last_good_reading_stays_and_it_is_said_why() {
    let spoilt: [(&str, Spoil); 4] = [
        ("ideas.md has no proposals any more. Showing its last version.", |path| in_place(path, "Soon.\n")),
        ("ideas.md is gone; its last reading stays", |path| fs::remove_file(path).unwrap()),
        ("not a Markdown listing; the last reading stays", |path| fs::write(path, b"\x7fELF\0\0").unwrap()),
        ("it is a directory; the last reading stays", |path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        }),
    ];
    for (sentence, spoil) in spoilt {
        let room = Room::new();
        let (listing, path) = (room.read("ideas.md"), room.path("ideas.md"));
        let mut terminal = started(&room, &["ideas.md"]);
        select(&mut terminal, "A quieter queue", "]]");
        spoil(&path);
        terminal.wait_text(sentence);
        assert!(is_marked(terminal.screen(), "▌", "A quieter queue"), "{}", terminal.text());
        // It comes back as it was, then something new comes.
        if path.is_dir() {
            fs::remove_dir(&path).unwrap();
        }
        aside_and_renamed(&path, &listing);
        terminal.wait_text("ideas.md is back, unchanged.");
        aside_and_renamed(&path, &revised(&listing));
        terminal.wait_text("A lamp for the moth");
        assert!(is_marked(terminal.screen(), "▌", "A quieter queue"), "{}", terminal.text());
        leave(terminal);
    }
}

#[test]
fn without_the_watch_a_file_is_read_when_asked_for() {
    let room = Room::new();
    let mut terminal = started(&room, &["--no-watch", "ideas.md"]);
    let threads = fs::read_dir(format!("/proc/{}/task", terminal.process()));
    let names =
        threads.into_iter().flatten().map(|thread| fs::read_to_string(thread.unwrap().path().join("comm")));
    assert!(!names.flatten().any(|name| name.trim() == "watch"), "nobody watches");
    in_place(&room.path("ideas.md"), &revised(&room.read("ideas.md")));
    terminal.press("j");
    terminal.wait_for("an answer to a key", |screen| is_marked(screen, "▌", "Lichen on the sensor"));
    assert!(!terminal.text().contains("A lamp for the moth"));
    terminal.press("r");
    terminal.wait_text("A lamp for the moth");
    terminal.press("r");
    terminal.wait_text("Reloaded: no changes.");
    leave(terminal);
}

#[test]
fn a_thousand_saves_end_with_the_last_text() {
    let room = Room::new();
    let (listing, path) = (room.read("ideas.md"), room.path("ideas.md"));
    let mut terminal = started(&room, &["ideas.md"]);
    for number in 1..=1000 {
        let save = if number % 2 == 0 { in_place } else { aside_and_renamed };
        save(&path, &listing.replace("A quieter queue", &format!("A queue of {number}")));
    }
    terminal.wait_text("A queue of 1000");
    // All notices of the earlier saves are over: the screen still shows the last text.
    in_place(&path, &revised(&listing));
    terminal.wait_text("A lamp for the moth");
    terminal.wait_text("A quieter queue");
    leave(terminal);
}

#[test]
fn a_directory_that_goes_away_and_comes_back_is_followed() {
    let room = Room::new();
    let directory = room.path("term");
    fs::create_dir(&directory).unwrap();
    fs::rename(room.path("ideas.md"), directory.join("ideas.md")).unwrap();
    let listing = room.read("term/ideas.md");
    let mut terminal = started(&room, &["term"]);
    fs::remove_dir_all(&directory).unwrap();
    terminal.wait_text("term/ideas.md is gone; its last reading stays until r");
    assert!(is_marked(terminal.screen(), "▌", "A lamp that knows the moon"));
    fs::create_dir(&directory).unwrap();
    fs::write(directory.join("ideas.md"), revised(&listing)).unwrap();
    terminal.wait_text("A lamp for the moth");
    leave(terminal);
}

#[test]
fn a_file_that_may_not_be_read_any_more_stays_shown() {
    let room = Room::new();
    let path = room.path("ideas.md");
    let mut terminal = started(&room, &["ideas.md"]);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything reads it still: then nothing has changed.
    let sentence = match fs::read(&path) {
        Ok(_) => "Reloaded: no changes.",
        Err(_) => "you have no permission to read it; the last reading stays",
    };
    terminal.press("r");
    terminal.wait_text(sentence);
    leave(terminal);
}
