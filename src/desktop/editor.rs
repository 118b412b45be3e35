//! The editor: the one that the user chose, on the line of a file.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use super::{Environment, command_line, programs};

/// The syntax by which an editor takes a line number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// `vi +12 FILE`
    Plus,
    /// `hx FILE:12`
    Colon,
    /// `code --goto FILE:12`
    Goto,
    /// It takes none.
    None,
}

/// The editors whose syntax is known, by the names of their programs.
const SYNTAXES: &[(Syntax, &[&str])] = &[
    (
        Syntax::Plus,
        &[
            "vi",
            "vim",
            "nvim",
            "view",
            "gvim",
            "ex",
            "nvi",
            "elvis",
            "emacs",
            "emacsclient",
            "mg",
            "nano",
            "pico",
            "kak",
            "micro",
            "joe",
            "ne",
        ],
    ),
    (Syntax::Colon, &["hx", "helix", "subl", "zed", "zeditor"]),
    (Syntax::Goto, &["code", "code-insiders", "codium", "vscodium", "cursor"]),
];

/// An editor as it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// As it was chosen.
    program: String,
    arguments: Vec<String>,
    /// Where it is looked for.
    environment: Environment,
}

/// Why there is no editor. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditorError {
    /// None was chosen, and none of these usual ones is installed.
    #[error("no editor: neither VISUAL nor EDITOR names one, and {} is missing", .0.join(" or "))]
    None(&'static [&'static str]),
    /// The command line in this variable cannot be parsed; the name of the variable, and its value.
    #[error("no editor: {0} cannot be read: {1}")]
    Unreadable(&'static str, String),
    /// The program in this variable does not exist; the name of the variable, and that of the program.
    #[error("no editor: {0} names {1}, which is not there")]
    NotThere(&'static str, String),
}

impl Editor {
    /// The editor that the user chose in `VISUAL` or `EDITOR`, with its arguments; else a usual one.
    ///
    /// # Errors
    ///
    /// When there is none, or the choice cannot be followed.
    pub fn of(environment: &Environment) -> Result<Self, EditorError> {
        let platform = environment.platform;
        let (program, arguments) = match &environment.editor {
            None => {
                let usual = platform.usual_editors();
                let there = usual.iter().find(|program| programs::is_there(program, environment));
                ((*there.ok_or(EditorError::None(usual))?).to_owned(), Vec::new())
            }
            Some((variable, value)) => {
                let is_program = |name: &str| programs::is_found(name, environment);
                let mut words = command_line::split(value, platform, is_program)
                    .ok_or_else(|| EditorError::Unreadable(variable, value.clone()))?;
                let program = words.remove(0);
                if !programs::is_there(&program, environment) && !is_program(&program) {
                    return Err(EditorError::NotThere(variable, program));
                }
                (program, words)
            }
        };
        Ok(Self { program, arguments, environment: environment.clone() })
    }

    /// The name to call it by.
    pub fn name(&self) -> &str {
        self.environment.platform.program_name(&self.program)
    }

    /// The program as it was chosen, with its path where it was chosen by that.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// The command that opens a file at a line, from 1. No shell reads it, and whatever the file is
    /// called, it is a file and no option.
    ///
    /// # Errors
    ///
    /// When the program is not there any more.
    pub fn command(&self, file: &Path, line: usize) -> io::Result<Command> {
        let file = plain(file);
        let mut with_line = file.clone().into_os_string();
        with_line.push(format!(":{line}"));
        let mut command = programs::command(&self.program, &self.environment)?;
        command.args(&self.arguments);
        match self.syntax() {
            Syntax::Plus => command.arg(format!("+{line}")).arg(file),
            Syntax::Colon => command.arg(with_line),
            Syntax::Goto => command.arg("--goto").arg(with_line),
            Syntax::None => command.arg(file),
        };
        Ok(command)
    }

    fn syntax(&self) -> Syntax {
        let name = self.name().to_lowercase();
        let known = SYNTAXES.iter().find(|(_, names)| names.contains(&&*name));
        known.map_or(Syntax::None, |(syntax, _)| *syntax)
    }
}

/// A file's name that begins with what no option begins with: `./-x` and `./+x`.
fn plain(file: &Path) -> PathBuf {
    match file.components().next() {
        Some(Component::Normal(first)) if !first.as_encoded_bytes()[0].is_ascii_alphanumeric() => {
            Path::new(".").join(file)
        }
        _ => file.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::Platform;

    /// The arguments that an editor gets, and what it is called.
    fn called(editor: Option<&str>, file: &str) -> Result<Vec<String>, String> {
        let room = programs::tests::folder_with(&["nano", "code", "hx", "ed", "nvim", "emacsclient"]);
        let nvim = room.path().join("nvim").display().to_string();
        let editor = editor.map(|editor| ("EDITOR", editor.replace("/…/nvim", &nvim)));
        let environment = Environment { editor, programs: room.path().into(), ..Environment::default() };
        let editor = Editor::of(&environment).map_err(|error| error.to_string())?;
        let command = editor.command(Path::new(file), 12).unwrap();
        let arguments = command.get_args().map(|argument| argument.to_str().unwrap().to_owned());
        Ok(std::iter::once(editor.name().to_owned()).chain(arguments).collect())
    }

    #[cfg(unix)]
    #[test]
    fn each_is_told_the_line_as_it_knows_it() {
        let cases: &[(Option<&str>, &[&str])] = &[
            (None, &["nano", "+12", "a.md"]),
            (Some("emacsclient -nw -a ''"), &["emacsclient", "-nw", "-a", "", "+12", "a.md"]),
            (Some("code -w"), &["code", "-w", "--goto", "a.md:12"]),
            (
                Some("code --user-data-dir 'My Code' --wait"),
                &["code", "--user-data-dir", "My Code", "--wait", "--goto", "a.md:12"],
            ),
            (Some("hx"), &["hx", "a.md:12"]),
            (Some("ed -s"), &["ed", "-s", "a.md"]),
            (Some("/…/nvim -R"), &["nvim", "-R", "+12", "a.md"]),
        ];
        for (editor, expected) in cases {
            assert_eq!(called(*editor, "a.md").unwrap(), *expected, "{editor:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_never_an_option() {
        for (file, expected) in [
            ("-c quit.md", "./-c quit.md"),
            ("+!rm.md", "./+!rm.md"),
            ("a -b.md", "a -b.md"),
            ("/tmp/-x", "/tmp/-x"),
            ("../-x", "../-x"),
            ("./-x", "./-x"),
        ] {
            assert_eq!(called(None, file).unwrap(), ["nano", "+12", expected]);
        }
        assert_eq!(called(Some("code -w"), "-x").unwrap().last().unwrap(), "./-x:12");
    }

    #[cfg(unix)]
    #[test]
    fn without_one_there_is_a_sentence() {
        let refused = |editor| called(Some(editor), "a.md").unwrap_err();
        assert_eq!(refused("nowhere -x"), "no editor: EDITOR names nowhere, which is not there");
        assert_eq!(refused("vim 'x"), "no editor: EDITOR cannot be read: vim 'x");
        let nothing = Editor::of(&Environment::default()).unwrap_err();
        assert_eq!(
            nothing.to_string(),
            "no editor: neither VISUAL nor EDITOR names one, and vi or nano is missing"
        );
    }

    #[test]
    fn each_system_has_its_own_usual_editor() {
        let room = programs::tests::folder_with(&["vi", "code.cmd"]);
        let on = |platform, editor: Option<&str>| {
            let editor = editor.map(|editor| ("EDITOR", editor.to_owned()));
            let programs = room.path().into();
            Editor::of(&Environment { programs, platform, editor, ..Environment::default() }).unwrap()
        };
        assert_eq!(on(Platform::Unix, None).name(), "vi");
        assert_eq!(on(Platform::MacOs, None).name(), "vi");
        assert_eq!(on(Platform::Windows, None).name(), "notepad");
        let vim = on(Platform::Windows, Some(r"C:\Vim\vim.exe -R"));
        assert_eq!((vim.program(), vim.name()), (r"C:\Vim\vim.exe", "vim"));
        assert_eq!(vim.syntax(), Syntax::Plus);
        let code = on(Platform::Windows, Some("code -w"));
        assert_eq!((code.name(), code.syntax()), ("code", Syntax::Goto));
        assert_eq!(code.command(Path::new("a.md"), 1).unwrap().get_program(), room.path().join("code.cmd"));
    }
}
