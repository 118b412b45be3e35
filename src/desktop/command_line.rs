//! Command lines: taking apart those that a variable holds, and writing one that can be typed.

use super::platform::Platform;

/// Takes the value of `EDITOR`, or a part of `BROWSER`, apart into a program and its arguments.
///
/// The value as a whole, or its beginning up to a blank, is the program where `is_program` knows a file of that name:
/// paths with blanks stand in these variables without quotes, too. Otherwise the words are those of a shell; on
/// Windows a backslash is a separator of paths and escapes nothing.
///
/// Returns `None` where a quote is not closed, or nothing is there.
pub(super) fn split(
    line: &str,
    platform: Platform,
    is_program: impl Fn(&str) -> bool,
) -> Option<Vec<String>> {
    let line = line.trim();
    if is_program(line) {
        return Some(vec![line.to_owned()]);
    }
    let words = words(line, platform);
    if words.as_ref().and_then(|words| words.first()).is_some_and(|program| is_program(program)) {
        return words;
    }
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    let Some(end) = ends.map(|at| line[..at].trim_end()).find(|start| is_program(start)).map(str::len) else {
        return words;
    };
    let mut all = vec![line[..end].to_owned()];
    all.extend(self::words(&line[end..], platform)?);
    Some(all)
}

/// The words of a line, as the shell of the system takes them apart; `None` where there are none.
fn words(line: &str, platform: Platform) -> Option<Vec<String>> {
    let words = match platform {
        Platform::Unix | Platform::MacOs => shell_words::split(line).ok()?,
        Platform::Windows => windows_words(line)?,
    };
    Some(words).filter(|words| !words.is_empty())
}

/// Words between blanks. Double quotes hold blanks anywhere; single quotes, as `git` for Windows wants them, at the
/// beginning of a word, since a folder may be called `O'Brien`.
fn windows_words(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' && word.is_none() => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// Writes a command line that the shell of the system takes apart into these words again.
///
/// On Windows that is `PowerShell`; `cmd` understands the same where no word holds `$`, a backtick, a typographic quote
/// or `%`.
pub fn join(words: &[String], platform: Platform) -> String {
    match platform {
        Platform::Unix | Platform::MacOs => shell_words::join(words),
        Platform::Windows => words.iter().map(|word| windows_quoted(word)).collect::<Vec<_>>().join(" "),
    }
}

fn windows_quoted(word: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '\\' | '=' | '+' | '.' | ':');
    // An option with one of these is two words to PowerShell.
    let is_option_in_two = word.starts_with('-') && word.contains(['.', ':']);
    if !word.is_empty() && word.chars().all(is_plain) && !is_option_in_two {
        return word.to_owned();
    }
    if word.contains(['$', '`', '“', '”', '„']) {
        // Nothing is replaced between single quotes, of which PowerShell knows five.
        let doubled = |c: char| std::iter::repeat_n(c, if "'‘’‚‛".contains(c) { 2 } else { 1 });
        return format!("'{}'", word.chars().flat_map(doubled).collect::<String>());
    }
    // The program would take a backslash in front of the closing quote for one that escapes it.
    let backslashes = word.len() - word.trim_end_matches('\\').len();
    format!("\"{}{}\"", word.replace('"', "\"\""), "\\".repeat(backslashes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 5] = [
        r"C:\Program Files\Vim\vim.exe",
        "C:/Program Files/Notepad++/notepad++.exe",
        "/opt/My Browser/browse",
        "vim",
        "code",
    ];

    #[track_caller]
    fn is_split(platform: Platform, line: &str, expected: Option<&[&str]>) {
        let found = split(line, platform, |name| FILES.contains(&name));
        assert_eq!(
            found.as_deref(),
            expected.map(|words| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).as_deref(),
            "{line}"
        );
    }

    #[test]
    fn windows_keeps_its_backslashes() {
        let split = |line, expected: &[&str]| is_split(Platform::Windows, line, Some(expected));
        split(r"C:\Vim\vim.exe", &[r"C:\Vim\vim.exe"]);
        split(r"C:\Vim\vim.exe -R -c 'set nu'", &[r"C:\Vim\vim.exe", "-R", "-c", "set nu"]);
        split(r#""C:\Program Files\Vim\vim.exe" -R"#, &[r"C:\Program Files\Vim\vim.exe", "-R"]);
        split(r"C:\Program Files\Vim\vim.exe", &[r"C:\Program Files\Vim\vim.exe"]);
        split(r"C:\Program Files\Vim\vim.exe -R", &[r"C:\Program Files\Vim\vim.exe", "-R"]);
        split(
            "'C:/Program Files/Notepad++/notepad++.exe' -multiInst",
            &["C:/Program Files/Notepad++/notepad++.exe", "-multiInst"],
        );
        split(r"C:\Users\O'Brien\ed.exe -x", &[r"C:\Users\O'Brien\ed.exe", "-x"]);
        split(r#"code --user-data-dir "" -w"#, &["code", "--user-data-dir", "", "-w"]);
        is_split(Platform::Windows, r#""C:\Vim\vim.exe"#, None);
        is_split(Platform::Windows, "  ", None);
    }

    #[test]
    fn others_take_words_apart_as_a_shell_does() {
        for platform in [Platform::Unix, Platform::MacOs] {
            let split = |line, expected: &[&str]| is_split(platform, line, Some(expected));
            split(r"emacsclient -a '' my\ file", &["emacsclient", "-a", "", "my file"]);
            split("/opt/My Browser/browse", &["/opt/My Browser/browse"]);
            split("/opt/My Browser/browse --new-tab %s", &["/opt/My Browser/browse", "--new-tab", "%s"]);
            split("'/opt/My Browser/browse' -x", &["/opt/My Browser/browse", "-x"]);
            split(" nowhere  -x ", &["nowhere", "-x"]);
            is_split(platform, "vim 'x", None);
            is_split(platform, "", None);
        }
    }

    #[test]
    fn a_command_line_can_be_typed_on_windows() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let joined = |line: &[&str]| join(&words(line), Platform::Windows);
        assert_eq!(joined(&["mentor-tui", r"C:\a\b.md", "--sample"]), r"mentor-tui C:\a\b.md --sample");
        assert_eq!(joined(&[r"C:\a b\it's.md"]), r#""C:\a b\it's.md""#);
        assert_eq!(
            joined(&["--filter", r#""sea ice" -go"#]),
            r#"--filter """sea ice"" -go""#.replace('\\', "")
        );
        assert_eq!(joined(&["--filter=-go", "-x.y", "go,rust", ""]), r#"--filter=-go "-x.y" "go,rust" """#);
        assert_eq!(joined(&[r"C:\a b\"]), r#""C:\a b\\""#);
        assert_eq!(joined(&["it’s $(x) or it's"]), "'it’’s $(x) or it''s'");
        assert_eq!(join(&words(&["a b", "it's"]), Platform::Unix), r"'a b' 'it'\''s'");
    }
}
