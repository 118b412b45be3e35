//! The arguments of `completions`, and the shells that it knows.

use std::ffi::OsString;

use super::choices::one_explained;

const INSTALL: &str = "\
Put the script where your shell looks for it:
  bash        mentor-tui completions bash > ~/.local/share/bash-completion/completions/mentor-tui
  zsh         mentor-tui completions zsh > ~/.zfunc/_mentor-tui
              and in ~/.zshrc, above compinit: fpath+=~/.zfunc
  fish        mentor-tui completions fish > ~/.config/fish/completions/mentor-tui.fish
  elvish      mentor-tui completions elvish >> ~/.config/elvish/rc.elv
  powershell  mentor-tui completions powershell >> $PROFILE";

/// Print the completion script for a shell
///
/// The script asks this program which words may follow, so it does not change with the version and completes
/// proposals, mentors and projects of the listing on the command line, too.
#[derive(Debug, clap::Args)]
#[command(after_help = INSTALL, override_usage = "mentor-tui completions <SHELL>")]
pub(crate) struct CompletionsArgs {
    /// The shell that reads the script
    #[arg(value_name = "SHELL")]
    #[arg(value_parser = one_explained(Shell::ALL.iter().copied(), Shell::name, Shell::title))]
    pub(crate) shell: Shell,
    /// The words on the command line, the program first and the one under the cursor last: the scripts pass them,
    /// and get what may stand there.
    #[arg(last = true, hide = true)]
    pub(crate) words: Vec<OsString>,
}

/// A shell with a completion script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    Pwsh,
}

impl Shell {
    pub(crate) const ALL: &'static [Self] = &[Self::Bash, Self::Zsh, Self::Fish, Self::Elvish, Self::Pwsh];

    /// The name to type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Elvish => "elvish",
            Self::Pwsh => "powershell",
        }
    }

    /// The name as its makers write it.
    fn title(self) -> &'static str {
        match self {
            Self::Bash => "GNU Bash 3.2 or newer",
            Self::Zsh => "Z shell",
            Self::Fish => "fish 3 or newer",
            Self::Elvish => "Elvish",
            Self::Pwsh => "PowerShell 5 or newer",
        }
    }
}
