//! The checker of layers and files finds what it is there for, and nothing else.

use super::{MOST_LINES, assert_none, blemishes, offences};

#[test]
fn the_checker_finds_what_it_is_there_for() {
    for (file, source, why) in [
        ("model/span", "use crate::ui::row::Row;", "may not be imported by `model`"),
        ("parse/fields", "use crate::source;", "may not be imported by `parse`"),
        ("ui/list", "use crate::{\n    model::Span,\n    shell::{self},\n};", "may not be imported by `ui`"),
        ("app/browse", "fn f() { let x: crate::ui::row::Row; }", "may not be imported by `app`"),
        ("app/browse", "use super::super::ui;", "may not be imported by `app`"),
        ("app", "mod tests { use super::super::ui::row::*; }", "may not be imported by `app`"),
        ("search", "pub(crate) use super::store;", "may not be imported by `search`"),
        ("ui/list", "use super::super::super::x;", "crate root"),
        ("ui/list", "use crate as all;", "crate root"),
        ("ui/list", "use crate::*;", "crate root"),
        ("model", "use crate::colour::Red;", "names `colour`, which stands in no layer"),
        ("colour", "", "the module `colour` stands in no layer"),
        ("app/browse", "use ratatui::layout::Rect;", "belongs to"),
        ("app/browse", "fn f(key: crossterm::event::KeyEvent) {}", "belongs to"),
        ("app/keymaps", "use crossterm::event::KeyEvent;", "belongs to"),
        ("app/browse", "use ratatui::crossterm::event::{KeyEvent};", "belongs to"),
        ("ui/list", "use nucleo_matcher::{Matcher};", "belongs to"),
        ("ui/list", "fn draw(app: &'a mut App) {}", "never by `&mut`"),
        ("main", "fn main() { mentor_tui::shell::run() }", "may not be imported by `main`"),
    ] {
        let found = offences(file, source);
        assert!(found.len() == 1 && found[0].contains(why), "{file}: {source}\n{found:?}");
    }
}

#[test]
fn the_checker_allows_what_the_tables_allow() {
    for (file, source) in [
        ("model/span", "use super::{Document, Span};\nmod tests { use super::*; }"),
        ("parse/fields", "use crate::{markdown::outline::{self, Outline}, model::Span as S};"),
        ("ui/list", "use crate::app::App;\nuse ratatui::{Frame, layout::Rect};\nfn f(app: &App) {}"),
        ("app/keymap", "use crossterm::event::KeyEvent;"),
        ("app/keymap", "use ratatui::crossterm::event::KeyEvent;"),
        ("shell", "use crate::{app, ui, desktop};"),
        ("app", "// use crate::ui;\n/* crate::ui /* crate::shell */ */\n//! [`crate::ui`]"),
        ("app", "const A: &str = \"crate::ui\"; const B: &str = r#\"\"crate::shell\"#; const C: u8 = b'\"';"),
        ("app", "fn f<'a>(x: &'a str) -> char { '\\'' } // crate::ui"),
        ("app", "pub(in crate::app) struct X; pub(crate) struct Y;"),
    ] {
        assert_none(&offences(file, source));
    }
}

#[test]
fn the_checker_sees_an_import_after_an_inline_module_and_its_line() {
    let source = "mod inner {\n    fn f() {}\n}\nuse super::ui;\n";
    assert_eq!(offences("app", source), ["app.rs:4: `super::ui` may not be imported by `app`"]);
}

#[test]
fn what_a_type_captures_is_no_import() {
    let source =
        "fn f<'a>(x: &'a T) -> impl Iterator<Item = u8> + use<'a> {\n    g(); h::i()\n}\nuse super::ui;\n";
    assert_eq!(offences("app", source), ["app.rs:4: `super::ui` may not be imported by `app`"]);
    assert_eq!(offences("app", "use a::{b; c};"), [""; 0], "what is no Rust ends, too");
}

#[test]
fn the_checker_knows_how_a_file_looks() {
    let long = format!("//! Long.\n{}", "\n".repeat(MOST_LINES));
    for (file, source) in [("ui", "use std::fmt;"), ("ui/mod", "//! A room.\n"), ("ui", long.as_str())] {
        assert_eq!(blemishes(file, source).len(), 1, "{file}");
    }
    assert_none(&blemishes("ui/model", "//! A room.\n"));
}
