//! Who may write bytes: text from outside leaves through few files, which filter it or have none of it.

use super::paths;

/// The files, or the folders of files, that may name what writes, and why they do not need the filter. A row that
/// ends with `.rs` is that file alone.
const WRITERS: &[(&str, &str)] = &[
    ("cli.rs", "it hands the streams that benches give it to the door"),
    ("write/output", "it is the door: everything goes through `SafeText`"),
    ("cli/console", "it asks whether standard output is a terminal"),
    ("desktop/pager", "the pager gets text that is safe already"),
    ("desktop/programs", "programs that keep the clipboard get what was copied"),
    ("shell/canvas", "it writes the cells of a frame; `ui::View::draw` has made every cell safe"),
    ("shell/screen", "it begins and ends the frames that the canvas fills"),
    ("shell/keyboard", "it wakes its own thread"),
    ("shell/tty", "it finds the terminal"),
    ("shell/panic_hook", "the last words of a panic are `SafeText`"),
    ("shell/session", "it writes modes and frames; `ui::View::draw` has made every cell safe"),
    ("files/replace", "it replaces files by what their owners write"),
    ("source/remote/cache", "documents are kept as they came"),
    ("store", "files of the program's own, and documents with what was mended in them"),
];

/// Items that write, by the last two names of their paths.
const WRITES: &[[&str; 2]] = &[
    ["io", "Write"],
    ["io", "prelude"],
    ["io", "stdout"],
    ["io", "stderr"],
    ["io", "write"],
    ["stdio", "stdout"],
    ["stdio", "stderr"],
    ["fs", "write"],
    ["File", "create"],
    ["File", "create_new"],
    ["File", "options"],
    ["serde_json", "to_writer"],
    ["serde_json", "to_writer_pretty"],
];

/// Macros that print.
const PRINTS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Where a source writes without being among the [`WRITERS`]; its tests may.
pub(crate) fn offences(file: &str, source: &str) -> Vec<String> {
    let is_writer = WRITERS.iter().any(|(writer, _)| match writer.strip_suffix(".rs") {
        Some(alone) => file == alone,
        None => file.strip_prefix(writer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    });
    if is_writer || file.ends_with("/tests") {
        return Vec::new();
    }
    let why = "text leaves through `write/output`";
    let named = paths::named(source);
    let writes = named.iter().filter(|named| {
        let names: Vec<&str> = named.segments.iter().map(String::as_str).collect();
        let writes = names.windows(2).any(|pair| WRITES.iter().any(|write| pair == write));
        writes && !named.inside.iter().any(|module| module == "tests")
    });
    let mut found: Vec<String> = writes
        .map(|named| format!("{file}.rs:{}: `{}` writes; {why}", named.line, named.segments.join("::")))
        .collect();
    let tokens = paths::tokens(source);
    let prints = tokens.windows(2).filter(|pair| PRINTS.contains(&pair[0].text) && pair[1].text == "!");
    found.extend(prints.map(|pair| format!("{file}.rs:{}: `{}!` prints; {why}", pair[0].line, pair[0].text)));
    found
}

#[test]
fn the_checker_finds_who_writes() {
    for source in [
        "use std::io::{self, Write};",
        "use std::io::Write as _;",
        "use std::io::prelude::*;",
        "fn f() { let out = io::stdout().lock(); }",
        "fn f() { std::io::stderr(); }",
        "fn f(out: &mut impl io::Write) {}",
        "fn f() { std::fs::write(path, text); }",
        "fn f() { fs::File::create(path); }",
        "fn f() { println!(\"a\"); }",
        "fn f() { serde_json::to_writer(file, value); }",
    ] {
        assert_eq!(offences("cli/list", source).len(), 1, "{source}");
    }
    for (file, source) in [
        ("write/output", "use std::io::Write;"),
        ("cli/list", "use std::fmt::Write; fn f() { command.stdout(Stdio::null()); }"),
        ("cli/list", "mod tests { use std::fs; fn f() { fs::write(path, text); } }"),
        ("cli/list", "use std::fs::OpenOptions;"),
        ("cli/args/tests", "use std::io::Write;"),
    ] {
        assert_eq!(offences(file, source), [""; 0], "{file}: {source}");
    }
    assert_eq!(offences("write/outputs", "use std::io::Write;").len(), 1, "a name is not half of another");
}
