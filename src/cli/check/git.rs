//! Git: which lines of a file changed since a revision.

#![expect(clippy::disallowed_methods, reason = "git is a program of its own, and looks for its folder")]

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::cli::failure::Failure;

/// The lines of a file (from 1) that changed since a revision.
pub(super) fn changed_lines(path: &Path, revision: &str) -> Result<Vec<RangeInclusive<usize>>, Failure> {
    let failed = |why: String| {
        Failure::could_not_run(format!(
            "cannot tell what changed in {} since {revision}: {why}",
            path.display()
        ))
    };
    let is_in_repository = std::fs::canonicalize(path)
        .is_ok_and(|path| path.ancestors().any(|folder| folder.join(".git").exists()));
    if !is_in_repository {
        return Err(failed("it lies in no repository of git".to_owned()));
    }
    // What begins with a hyphen would be an option of git's.
    if revision.starts_with('-') {
        return Err(failed("that is no revision".to_owned()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| failed("it is no file".to_owned()))?;
    let mut wanted = vec![name.to_owned()];
    if let Some(old) = renamed_from(folder, &name.to_string_lossy(), revision) {
        wanted.push(format!(":(top,literal){old}").into());
    }
    let mut command = git(folder, &["diff", "-M", "--no-color", "--unified=0"]);
    let output = command
        .args(["--no-ext-diff", "--no-textconv", revision, "--"])
        .args(wanted)
        .output()
        .map_err(|error| failed(format!("git could not be run: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("git failed");
        let said =
            ["fatal: ", "error: "].iter().fold(said, |said, sign| said.strip_prefix(sign).unwrap_or(said));
        return Err(failed(said.to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(hunk).collect())
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null());
    command
}

/// What a file of a folder was called at a revision, from the root of the repository, where it was renamed since.
fn renamed_from(folder: &Path, name: &str, revision: &str) -> Option<String> {
    let said = |arguments: &[&str]| {
        let output = git(folder, arguments).output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    };
    let prefix = said(&["rev-parse", "--show-prefix"])?;
    let path = format!("{}{name}", prefix.trim_end_matches('\n'));
    let renames = said(&[
        "diff",
        "-M",
        "-z",
        "--no-relative",
        "--no-ext-diff",
        "--name-status",
        "--diff-filter=R",
        revision,
        "--",
    ])?;
    // A sign, the old name, the new one.
    let fields: Vec<&str> = renames.split('\0').collect();
    fields.chunks_exact(3).find(|rename| rename[2] == path).map(|rename| rename[1].to_owned())
}

/// The new lines of a hunk: `@@ -1,2 +3,4 @@`. Where lines only went away, there is none: those around the gap are
/// as they were.
fn hunk(line: &str) -> Option<RangeInclusive<usize>> {
    let new = line.strip_prefix("@@ -")?.split(' ').nth(1)?.strip_prefix('+')?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..=start + count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_tell_the_new_lines() {
        assert_eq!(hunk("@@ -1,2 +3,4 @@ ### Tide"), Some(3..=6));
        assert_eq!(hunk("@@ -5 +5 @@"), Some(5..=5));
        assert_eq!(hunk("@@ -7,2 +6,0 @@"), None);
        assert_eq!(hunk("+++ b/ideas.md"), None);
    }
}
