//! `theme`: the themes that there are, one of them as TOML to be changed, and whether a file is a theme.
//!
//! A theme of one's own is a file `themes/NAME.toml` beside the configuration file.

#![expect(clippy::disallowed_methods, reason = "the folder of themes is looked through")]

use std::fs;
use std::path::{Path, PathBuf};

use strum::VariantArray;

use super::args::{ThemeArgs, ThemeCommand};
use super::error::CliError;
use super::status::Status;
use crate::files;
use crate::store::paths;
use crate::store::theme_file::{self, ThemeFile};
use crate::ui::theme::{self, Role, THEMES, Theme, contrast, read_style, write_style};
use crate::write::output::{Out, plain, quiet, strong};

/// The end of the name of a theme file.
const ENDING: &str = "toml";
/// The most letters by which an unknown name may differ from a known one that is suggested in its place.
const MAX_DISTANCE: usize = 2;
/// The least contrast of text, and of what is dim.
const CONTRAST: (f64, f64) = (4.5, 3.0);

/// A theme file with what is wrong in it.
struct Checked {
    theme: Theme,
    /// A sentence each, with the place.
    mistakes: Vec<String>,
}

/// Lists themes, writes one, or checks a file.
pub(super) fn run(arguments: &ThemeArgs, out: &mut Out<'_>) -> Result<Status, CliError> {
    let folder = folder();
    match &arguments.command {
        ThemeCommand::List => list(folder.as_deref(), out)?,
        ThemeCommand::Show { theme } => show(theme, find(theme, folder.as_deref())?, out)?,
        ThemeCommand::Check { file } => return check(file, folder.as_deref(), out),
    }
    Ok(Status::Success)
}

/// The folder of one's own themes; `None` without a home directory.
pub(super) fn folder() -> Option<PathBuf> {
    Some(paths::config()?.parent()?.join("themes"))
}

/// All themes in all their colours, by name: the built-in ones, and one's own that are without a mistake.
pub(super) fn all() -> Vec<(String, Theme)> {
    let folder = folder();
    let own = own_names(folder.as_deref());
    let built_in = THEMES.iter().filter(|(name, ..)| !own.iter().any(|own| own == name));
    let built_in = built_in.map(|&(name, theme, _)| (name.to_owned(), theme));
    let read = |name: &String| Some((name.clone(), find(name, folder.as_deref()).ok()?));
    built_in.chain(own.iter().filter_map(read)).collect()
}

/// The theme with a name: one's own, else a built-in one.
pub(super) fn find(name: &str, folder: Option<&Path>) -> Result<Theme, CliError> {
    find_before(name, folder, &mut Vec::new())
}

/// The same, for a theme from which those in `above` come.
fn find_before(name: &str, folder: Option<&Path>, above: &mut Vec<String>) -> Result<Theme, CliError> {
    // A theme may have the name of the one that it builds on.
    let is_above = above.iter().any(|known| known == name);
    let file = folder.filter(|_| is_name(name) && !is_above).map(|folder| file_of(folder, name));
    if let Some(path) = file.filter(|path| path.exists()) {
        above.push(name.to_owned());
        let Checked { theme, mistakes } = read(&path, folder, above)?;
        return match mistakes.first() {
            None => Ok(theme),
            Some(first) => Err(CliError::could_not_run(first.clone())),
        };
    }
    if let Some(theme) = theme::named(name) {
        return Ok(theme);
    }
    if is_above {
        return Err(CliError::could_not_run(format!("the theme {name} inherits from itself")));
    }
    let own = own_names(folder);
    let names = || THEMES.iter().map(|(name, ..)| *name).chain(own.iter().map(String::as_str));
    let error = CliError::could_not_run(format!("there is no theme {name:?}"));
    Err(match near(name, names()) {
        Some(near) => error.with_hint(format!("did you mean {near}?")),
        None => error.with_hint("`mentor-tui theme list` names all"),
    })
}

/// Whether a name is that of a file in the folder, and not of one elsewhere.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.{ENDING}"))
}

/// The names of the files in the folder, in order.
fn own_names(folder: Option<&Path>) -> Vec<String> {
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let is_theme = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING);
    let paths = entries.map(|entry| entry.path()).filter(is_theme);
    let mut names: Vec<String> = paths
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| is_name(name))
        .collect();
    names.sort();
    names
}

/// The nearest of some names.
fn near<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.map(|known| (strsim::osa_distance(known, name), known)).min()?;
    (near.0 <= MAX_DISTANCE).then_some(near.1)
}

/// Reads a theme file. What is wrong in it counts for nothing.
fn read(path: &Path, folder: Option<&Path>, above: &mut Vec<String>) -> Result<Checked, CliError> {
    let name = paths::tilde(path);
    let text = files::read_text(path, theme_file::MOST_BYTES)
        .map_err(|error| CliError::could_not_run(format!("cannot read the theme {name}")).caused_by(error))?;
    let ThemeFile { inherits, styles, complaints: mut mistakes } = theme_file::parse(&text, &name);
    let base = match inherits {
        Some(inherits) if !is_name(&inherits.text) => {
            mistakes.push(format!("{}: {:?} is no name of a theme", inherits.place, inherits.text));
            Theme::TERMINAL
        }
        Some(inherits) => find_before(&inherits.text, folder, above)?,
        None => Theme::TERMINAL,
    };
    let mut changes = Vec::new();
    for (role, style) in styles {
        let Some(known) = Role::named(&role.text) else {
            let names = Role::VARIANTS.iter().map(|role| role.name());
            let hint = match near(&role.text, names) {
                Some(near) => format!("did you mean {near}?"),
                None => "`mentor-tui theme show terminal` names all".to_owned(),
            };
            mistakes.push(format!("{}: there is no role {:?}; {hint}", role.place, role.text));
            continue;
        };
        match read_style(&style.text) {
            Ok(style) => changes.push((known, style)),
            Err(error) => mistakes.push(format!("{}: {}: {error}", style.place, role.text)),
        }
    }
    Ok(Checked { theme: base.with(changes), mistakes })
}

fn list(folder: Option<&Path>, out: &mut Out<'_>) -> Result<(), CliError> {
    let width = THEMES.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    for (name, about) in described(folder) {
        out.marked_line(&[strong(&format!("{name:width$}")), plain("  "), quiet(&about)])?;
    }
    Ok(())
}

/// The names of all themes, the built-in ones first, each with its background or its file.
pub(super) fn described(folder: Option<&Path>) -> Vec<(String, String)> {
    let built_in =
        THEMES.iter().map(|(name, _, background)| ((*name).to_owned(), background.about().to_owned()));
    let own = own_names(folder).into_iter().map(|name| {
        let path = folder.map(|folder| paths::tilde(&file_of(folder, &name))).unwrap_or_default();
        (name, path)
    });
    built_in.chain(own).collect()
}

/// Writes a theme as TOML that can be saved and changed.
fn show(name: &str, theme: Theme, out: &mut Out<'_>) -> Result<(), CliError> {
    out.line(format_args!(
        "# {name}: save it as themes/NAME.toml beside your configuration file, and change it."
    ))?;
    for role in Role::VARIANTS {
        out.line(format_args!("{} = \"{}\"", role.name(), write_style(theme.style(*role))))?;
    }
    Ok(())
}

/// Says what is wrong in a theme file, and which of its colours are hard to read.
fn check(file: &Path, folder: Option<&Path>, out: &mut Out<'_>) -> Result<Status, CliError> {
    // The file may have the name of the theme that it inherits from.
    let own = file.file_stem().and_then(|name| name.to_str()).map(str::to_owned);
    let Checked { theme, mut mistakes } = read(file, folder, &mut own.into_iter().collect())?;
    mistakes.extend(unreadable(theme));
    for mistake in &mistakes {
        out.line(format_args!("{mistake}"))?;
    }
    if !mistakes.is_empty() {
        return Ok(Status::NothingFound);
    }
    out.line(format_args!("{}: no mistakes", paths::tilde(file)))?;
    Ok(Status::Success)
}

/// A sentence for each role whose colour is hard to read on the background that the theme brings.
fn unreadable(theme: Theme) -> Vec<String> {
    let mut sentences = Vec::new();
    let ground = theme.ground();
    for &role in Role::VARIANTS.iter().filter(|role| !role.is_line()) {
        let style = theme.style(role);
        let row = theme.style(Role::Selection).bg.filter(|_| role == Role::SelectionDim);
        let (Some(front), Some(back)) = (style.fg.or(ground.fg), style.bg.or(row).or(ground.bg)) else {
            continue;
        };
        let least = if role.is_dim() { CONTRAST.1 } else { CONTRAST.0 };
        if let Some(ratio) = contrast(front, back).filter(|ratio| *ratio < least) {
            let words = format!("contrast of {ratio:.1}, less than {least}, between text and background");
            sentences.push(format!("{}: {words}", role.name()));
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_built_in_theme_is_hard_to_read() {
        for &(name, theme, _) in THEMES {
            assert_eq!(unreadable(theme), [] as [&str; 0], "{name}");
        }
    }

    #[test]
    fn a_theme_of_ones_own_is_found_and_inherits() {
        let room = tempfile::tempdir().unwrap();
        let folder = Some(room.path());
        fs::write(room.path().join("mine.toml"), "inherits = \"nord\"\naccent = \"bold #ff8800\"\n").unwrap();
        fs::write(room.path().join("nord.toml"), "inherits = \"nord\"\nlink = \"underline 15\"\n").unwrap();
        fs::write(room.path().join("round.toml"), "inherits = \"circle\"\n").unwrap();
        fs::write(room.path().join("circle.toml"), "inherits = \"round\"\n").unwrap();
        let mine = find("mine", folder).unwrap();
        assert_eq!(write_style(mine.style(Role::Accent)), "#ff8800 bold");
        assert_eq!(write_style(mine.style(Role::Link)), "15 underline", "the file of that name comes first");
        assert_eq!(find("tokyo-night", folder).unwrap(), theme::named("tokyo-night").unwrap());
        assert!(find("round", folder).is_err() && find("../mine", folder).is_err());
        assert_eq!(own_names(folder), ["circle", "mine", "nord", "round"]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let room = tempfile::tempdir().unwrap();
        for &(name, theme, _) in THEMES {
            let lines = Role::VARIANTS
                .iter()
                .map(|role| format!("{} = \"{}\"\n", role.name(), write_style(theme.style(*role))));
            let path = room.path().join("again.toml");
            fs::write(&path, lines.collect::<String>()).unwrap();
            let Checked { theme: again, mistakes } = read(&path, None, &mut Vec::new()).unwrap();
            assert_eq!(mistakes, [] as [&str; 0], "{name}");
            for &role in Role::VARIANTS {
                assert_eq!(write_style(again.style(role)), write_style(theme.style(role)), "{name}");
            }
        }
    }
}
