//! The folders that the operating system has for the files of programs.

use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// The directory for what the program remembers by itself (`$XDG_STATE_HOME/mentor-tui` on Linux;
/// the local application data where a system knows no such place). It need not exist yet. `None`
/// where there is no home directory.
pub fn state() -> Option<PathBuf> {
    absolute(|project| project.state_dir().unwrap_or_else(|| project.data_local_dir()).to_owned())
}

/// The directory for what a person keeps in the program (`$XDG_DATA_HOME/mentor-tui` on Linux). It need not exist
/// yet. `None` where there is no home directory.
pub fn data() -> Option<PathBuf> {
    absolute(|project| project.data_dir().to_owned())
}

/// The directory for copies of what can be fetched again (`$XDG_CACHE_HOME/mentor-tui` on Linux). It
/// need not exist yet. `None` where there is no home directory.
pub fn cache() -> Option<PathBuf> {
    absolute(|project| project.cache_dir().to_owned())
}

/// The variable that names another file for what a person wrote down for every run.
pub const CONFIG_VARIABLE: &str = "MENTOR_TUI_CONFIG";

/// The file of what a person wrote down for every run: that of [`CONFIG_VARIABLE`], else
/// `~/.config/mentor-tui/config.toml` on Linux. `None` where there is no home directory.
pub fn config() -> Option<PathBuf> {
    named_config().or_else(usual_config)
}

/// The file that the environment names.
#[expect(clippy::disallowed_methods, reason = "the environment may name the file")]
pub fn named_config() -> Option<PathBuf> {
    std::env::var_os(CONFIG_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn usual_config() -> Option<PathBuf> {
    absolute(|project| project.config_dir().join("config.toml"))
}

/// A path of the program's own. `None` where it is relative, as with `HOME=.`: the current folder is
/// another user's, and a different one the next time.
fn absolute(path: impl FnOnce(&ProjectDirs) -> PathBuf) -> Option<PathBuf> {
    let path = path(&ProjectDirs::from("", "", "mentor-tui")?);
    path.is_absolute().then_some(path)
}

/// A path to show: the home directory is written `~`.
pub fn tilde(path: &Path) -> String {
    let home = BaseDirs::new().map(|directories| directories.home_dir().to_owned());
    home.and_then(|home| abbreviate(path, &home)).unwrap_or_else(|| path.display().to_string())
}

/// The path that is meant by what somebody wrote down: with the home directory for `~`, and absolute.
pub fn expanded(written: &str) -> PathBuf {
    let home = || BaseDirs::new().map(|directories| directories.home_dir().to_owned());
    let path = match written.strip_prefix("~/").or((written == "~").then_some("")) {
        Some(rest) => home().map_or_else(|| PathBuf::from(written), |home| home.join(rest)),
        None => PathBuf::from(written),
    };
    // The mark of a folder at its end says nothing more.
    let path = path.components().collect::<PathBuf>();
    std::path::absolute(&path).unwrap_or(path)
}

fn abbreviate(path: &Path, home: &Path) -> Option<String> {
    // A home of `/` (some containers have it) would abbreviate everything to nothing.
    home.parent()?;
    let below = path.strip_prefix(home).ok()?;
    // Joining nothing would leave a separator at the end.
    let shown = if below.as_os_str().is_empty() { PathBuf::from("~") } else { Path::new("~").join(below) };
    Some(shown.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_is_abbreviated_where_it_is_a_whole_name() {
        let shown = |path: &str| abbreviate(Path::new(path), Path::new("/home/ada"));
        assert_eq!(
            shown("/home/ada/ideas.md").as_deref(),
            Some(&*Path::new("~").join("ideas.md").display().to_string())
        );
        assert_eq!(shown("/home/ada").as_deref(), Some("~"));
        assert_eq!(shown("/home/adam/ideas.md"), None);
        assert_eq!(shown("ideas.md"), None);
        assert_eq!(abbreviate(Path::new("/ideas.md"), Path::new("/")), None);
    }
}
