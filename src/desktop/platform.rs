//! The operating system as a value, so that what depends on it is tested for all of them on each.

/// The kinds of systems that differ in how programs are named and found, and command lines quoted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Platform {
    /// Linux, the BSDs and all others.
    #[cfg_attr(not(any(windows, target_os = "macos")), default)]
    Unix,
    /// macOS.
    #[cfg_attr(target_os = "macos", default)]
    MacOs,
    /// Windows.
    #[cfg_attr(windows, default)]
    Windows,
}

impl Platform {
    /// Whether windows open without a display server that a variable names.
    pub(super) fn has_own_windows(self) -> bool {
        self != Self::Unix
    }

    /// The editors to take, best first, where the user chose none.
    pub(super) fn usual_editors(self) -> &'static [&'static str] {
        match self {
            Self::Unix | Self::MacOs => &["vi", "nano"],
            Self::Windows => &["notepad"],
        }
    }

    /// Separates the parts of `PATH` and `BROWSER`.
    pub(super) fn list_separator(self) -> char {
        if self == Self::Windows { ';' } else { ':' }
    }

    /// Whether a character separates the parts of a path.
    pub(super) fn is_separator(self, c: char) -> bool {
        c == '/' || self == Self::Windows && c == '\\'
    }

    /// The name to call a program by: without its folder and, on Windows, without `.exe` and the like.
    pub(super) fn program_name(self, program: &str) -> &str {
        let name = program.rsplit(|c| self.is_separator(c)).find(|part| !part.is_empty()).unwrap_or(program);
        self.without_extension(name).unwrap_or(name)
    }

    /// The names that the file of a program may have: Windows adds an extension where there is none.
    pub(super) fn file_names(self, program: &str) -> Vec<String> {
        if self != Self::Windows || self.without_extension(program).is_some() {
            return vec![program.to_owned()];
        }
        PROGRAM_EXTENSIONS.iter().map(|extension| format!("{program}{extension}")).collect()
    }

    /// Returns `None` where the name has no extension of a program.
    fn without_extension(self, name: &str) -> Option<&str> {
        let stem = |extension: &&str| {
            let end = name.len().checked_sub(extension.len()).filter(|end| *end > 0)?;
            name.get(end..)?.eq_ignore_ascii_case(extension).then(|| &name[..end])
        };
        PROGRAM_EXTENSIONS.iter().filter(|_| self == Self::Windows).find_map(stem)
    }
}

/// The endings of programs on Windows, in the order in which its shell tries them.
const PROGRAM_EXTENSIONS: [&str; 4] = [".com", ".exe", ".bat", ".cmd"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_called_by_its_name() {
        for (platform, program, name) in [
            (Platform::Unix, "/usr/bin/nvim", "nvim"),
            (Platform::Unix, "vi", "vi"),
            (Platform::Unix, r"/opt/odd\name.exe", r"odd\name.exe"),
            (Platform::MacOs, "/Applications/My Editor.app/Contents/MacOS/ed", "ed"),
            (Platform::Windows, r"C:\Program Files\Vim\vim.exe", "vim"),
            (Platform::Windows, "C:/Vim/VIM.EXE", "VIM"),
            (Platform::Windows, r"bin\code.cmd", "code"),
            (Platform::Windows, "notepad", "notepad"),
            (Platform::Windows, ".exe", ".exe"),
            (Platform::Windows, "ĵ.exe", "ĵ"),
        ] {
            assert_eq!(platform.program_name(program), name, "{platform:?}: {program}");
        }
    }

    #[test]
    fn windows_looks_for_a_program_with_its_extensions() {
        assert_eq!(Platform::Unix.file_names("code"), ["code"]);
        assert_eq!(Platform::Windows.file_names("vim.exe"), ["vim.exe"]);
        assert_eq!(Platform::Windows.file_names("code"), ["code.com", "code.exe", "code.bat", "code.cmd"]);
    }
}
