//! The frames as a terminal shows them: an emulator gets the same frames with hyperlinks and
//! without.

#![expect(clippy::disallowed_methods, reason = "the published listings are read where they are")]

use std::num::NonZero;
use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use super::*;
use crate::app::App;
use crate::app::action::{Action, Step};
use crate::model::{Catalog, Document, Origin};
use crate::parse;
use crate::shell::screen::Frames;
use crate::ui::theme::Theme;
use crate::ui::{Caption, View};

/// Links of all kinds of letters: wide ones, emoji, joined emoji, combining marks, half-width sound
/// marks, syllables, several styles, at the end of rows, side by side.
const LINKS: &str = "### Dampfer\n\n#### Alle Buchstaben\n\n\
- Description: [💬 Slack](https://example.org/s) | [📖 Docs](https://example.org/d) | \
[日本語のリンク](https://example.org/j) [漢](https://example.org/a)[字](https://example.org/b)\n\n  \
[☺️ face ⌨️](https://example.org/v) [👩‍🚀 crew 👨‍👩‍👧](https://example.org/z)👩‍🚀[x](https://example.org/x)\n\n  \
[cafe\u{301} no\u{308}el](https://example.org/c) e\u{301}[e\u{301}](https://example.org/e) \
[ｶﾞｷﾞ](https://example.org/h) [சி தமிழ்](https://example.org/t) [🇩🇪🇫🇷](https://example.org/f)\n\n  \
[plain **bold 漢字** `code 💬`](https://example.org/m) https://example.org/パス/💬\n\n  \
[한글 링크 한글 링크 한글 링크 한글 링크 한글 링크 한글 링크 한글 링크 한글 링크](https://example.org/k)\n\
- Skills: Go\n- Mentor: [💬 Ada](https://example.org/ada)\n- Upstream Issue: https://example.org/💬/1\n";

/// The state, and an emulator for its frames with hyperlinks and one without.
struct Pair {
    app: App,
    view: View,
    screen: Rect,
    /// Whether styles are compared, too.
    styles: bool,
    sides: [(Frames<Frame>, Frame, vt100::Parser); 2],
}

/// A cell as somebody sees it: one that was never written is blank, too.
fn shown(screen: &vt100::Screen, x: u16, y: u16) -> (&str, bool, [vt100::Color; 2], [bool; 4]) {
    let cell = screen.cell(y, x).unwrap();
    let text = if cell.has_contents() { cell.contents() } else { " " };
    let modes = [cell.bold(), cell.dim(), cell.underline(), cell.inverse()];
    (text, cell.is_wide_continuation(), [cell.fgcolor(), cell.bgcolor()], modes)
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The bytes of a frame.
#[derive(Clone, Default)]
struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Pair {
    fn new(text: &str, (width, height): (u16, u16)) -> Self {
        let document = Document::new(Origin::File(PathBuf::from("ideas.md")), text);
        let screen = Rect::new(0, 0, width, height);
        let sides = [true, false].map(|hyperlinks| {
            let frame = Frame::default();
            let frames = Frames::new(frame.clone(), screen, hyperlinks).unwrap();
            (frames, frame, vt100::Parser::new(cells(height), cells(width), 0))
        });
        let caption = Caption { source: "ideas.md".to_owned(), why_empty: String::new() };
        Self {
            app: App::new(Catalog::new(vec![parse::listing(document)]), "", true),
            view: View::new(Theme::TERMINAL, caption),
            screen,
            styles: true,
            sides,
        }
    }

    /// Draws the next frame on both sides, and compares all cells.
    #[track_caller]
    fn draw(&mut self, what: &str) {
        if self.app.fit(self.view.measure(self.screen, &self.app)) {
            self.app.fit(self.view.measure(self.screen, &self.app));
        }
        for (frames, frame, emulator) in &mut self.sides {
            frames.draw(&self.app, &mut self.view).unwrap();
            emulator.process(&frame.0.take());
        }
        let [with, without] = [&self.sides[0].2, &self.sides[1].2].map(vt100::Parser::screen);
        if with.contents() == without.contents() && !self.styles {
            return;
        }
        for y in 0..self.screen.height {
            for x in 0..self.screen.width {
                assert_eq!(
                    shown(with, x, y),
                    shown(without, x, y),
                    "{what}: {x}, {y} of\n{}\n{}",
                    with.contents(),
                    without.contents()
                );
            }
        }
    }

    #[track_caller]
    fn act(&mut self, action: Action) {
        let what = format!("{action:?}");
        self.app.update(action);
        self.draw(&what);
    }

    fn text(&self) -> String {
        self.sides[0].2.screen().contents()
    }

    /// Reads every proposal of the list.
    #[track_caller]
    fn tour(&mut self, steps: &[Step]) {
        self.draw("the first frame");
        for _ in 0..self.app.catalog().len() {
            for &step in steps {
                self.act(Action::ScrollDetail(step));
            }
            self.act(Action::MoveList(Step::Down));
        }
        self.act(Action::MoveList(Step::First));
    }
}

const SIZES: [(u16, u16); 4] = [(40, 12), (64, 24), (100, 30), (140, 40)];

#[test]
fn every_letter_of_a_link_is_on_the_screen() {
    let mut pair = Pair::new(LINKS, (140, 40));
    pair.draw("the first frame");
    for text in
        ["💬 Slack | 📖 Docs | 日本語のリンク 漢字", "plain bold 漢字 code 💬", "https://example.org/パス/💬"]
    {
        assert!(pair.text().contains(text), "{text} in\n{}", pair.text());
    }
    let narrow = LINKS.replace("한글 링크", "abc");
    for (text, size) in [LINKS, &narrow].into_iter().flat_map(|text| SIZES.map(|size| (text, size))) {
        let mut pair = Pair::new(text, size);
        pair.tour(&[Step::Down, Step::PageDown, Step::HalfDown, Step::Up, Step::First, Step::Last]);
        // Panels over wide letters, and away again.
        for action in [
            Action::ShowLinks,
            Action::Close,
            Action::ShowHelp,
            Action::Close,
            Action::ToggleZoom,
            Action::ToggleZoom,
        ] {
            pair.act(action);
        }
    }
}

#[test]
fn links_of_the_published_listings_hide_nothing() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let files = ["cncf", "other"].map(|folder| std::fs::read_dir(corpus.join(folder)));
    let files = files.into_iter().flatten().flatten().map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    files.sort();
    for (file, size) in files.iter().zip([(46, 20), (72, 20), (104, 16)].into_iter().cycle()) {
        let text = std::fs::read_to_string(file).unwrap();
        let mut pair = Pair { styles: false, ..Pair::new(&text, size) };
        pair.tour(&[Step::PageDown]);
    }
}

/// The bytes that a row of cells is written with, with a link over some of them.
fn written(text: &str, linked: std::ops::Range<u16>) -> String {
    let mut buffer = Buffer::with_lines([text]);
    Uneven::default().replace(&mut buffer, &mut Rewrites::default());
    let links = SharedLinks::default();
    let cells = Rect::new(linked.start, 0, linked.end - linked.start, 1);
    let link = crate::ui::Linked { cells, number: 7, url: "https://example.org/".to_owned() };
    links.borrow_mut().replace(vec![link], buffer.area, &mut Rewrites::default());
    let frame = Frame::default();
    let mut canvas = Canvas::new(frame.clone(), links);
    let cells = buffer.content().iter().enumerate();
    // Even a caller that passes the second cells of wide letters loses nothing.
    canvas.draw(cells.map(|(x, cell)| (u16::try_from(x).unwrap(), 0, cell))).unwrap();
    let bytes = String::from_utf8(frame.0.take()).unwrap();
    bytes.replace("\x1b[39m\x1b[49m\x1b[59m\x1b[0m", "")
}

#[test]
fn a_link_is_opened_before_its_first_letter_and_closed_behind_its_last() {
    let open = "\x1b]8;id=7;https://example.org/\x1b\\";
    let close = "\x1b]8;;\x1b\\";
    let expected = format!("\x1b[1;1Ha{open}\x1b[1;2Hb漢\x1b[1;5Hc{close}\x1b[1;6Hd");
    assert_eq!(written("ab漢cd", 1..5), expected);
    let pinned = " \x1b[1;2He\u{301}\x1b[1;3H";
    assert_eq!(written("ae\u{301}b", 1..2), format!("\x1b[1;1Ha{open}\x1b[1;2H{pinned}{close}\x1b[1;3Hb"));
}

#[test]
fn a_row_is_written_as_a_whole_when_a_wide_letter_or_a_cluster_in_it_changed() {
    let mut last = Uneven::default();
    let mut rewritten = |lines: [&str; 2]| {
        let mut buffer = Buffer::with_lines(lines);
        let mut rewrites = Rewrites::default();
        last.replace(&mut buffer, &mut rewrites);
        [0, 1].map(|y| rewrites.has(y))
    };
    assert_eq!(rewritten(["ae\u{301}b ", "a漢b"]), [true, true]);
    assert_eq!(rewritten(["xe\u{301}b ", "a漢c"]), [false, false]);
    assert_eq!(rewritten(["abcd", "漢bc"]), [true, true]);
    assert_eq!(rewritten(["abcd", "漢bc"]), [false, false]);
}

#[test]
fn a_wide_letter_gives_way_to_what_is_drawn_over_half_of_it() {
    let mut buffer = Buffer::with_lines(["a漢漢"]);
    buffer[(2, 0)].set_symbol("│");
    Uneven::default().replace(&mut buffer, &mut Rewrites::default());
    let symbols: Vec<&str> = buffer.content().iter().map(Cell::symbol).collect();
    assert_eq!(symbols, ["a", " ", "│", "漢", " "]);
}

/// How many cells ratatui writes of the second frame and of those after it.
#[test]
fn a_row_that_is_asked_for_is_written_once() {
    let mut rewrites = Rewrites::default();
    let mut before = Buffer::with_lines(["a漢b", "abcd"]);
    let mut written = |asked: &[u16]| {
        for &y in asked {
            rewrites.row(y);
        }
        let mut next = Buffer::with_lines(["a漢b", "abcd"]);
        rewrites.apply(&mut next);
        let rows: Vec<u16> = before.diff(&next).into_iter().map(|(_, y, _)| y).collect();
        before = next;
        rows
    };
    assert_eq!(written(&[]), [0_u16; 0]);
    assert_eq!(written(&[0]), [0, 0, 0]);
    assert_eq!(written(&[]), [0_u16; 0]);
    assert_eq!(written(&[0, 1]), [0, 0, 0, 1, 1, 1, 1]);
    assert_eq!(written(&[1]), [1, 1, 1, 1]);
    assert_eq!(written(&[]), [0_u16; 0]);
}
