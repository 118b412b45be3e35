//! Finds the commit that the program is built from, for `--version`.
//!
//! A published package says it in a file; a checkout is asked with git. Where neither is there, the version stands
//! alone. A debug build is of whatever stands in the folder, and would be compiled anew for every commit, so it says
//! nothing.

#![expect(clippy::disallowed_methods, reason = "a build script reads its folder and asks git")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The file that `cargo package` writes.
const PACKAGED: &str = ".cargo_vcs_info.json";

/// So many digits of a commit are shown.
const DIGITS: usize = 9;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let is_release = env::var_os("PROFILE").is_some_and(|profile| profile == "release");
    let commit = packaged(&folder).or_else(|| is_release.then(|| checked_out(&folder)).flatten());
    let commit = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=MENTOR_TUI_COMMIT={commit}");
}

/// The commit of a published package.
fn packaged(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folder.join(PACKAGED)).ok()?;
    let (_, rest) = text.split_once("\"sha1\"")?;
    let digits = rest.trim_start_matches([':', ' ', '"']);
    let is_digit = |c: &char| c.is_ascii_hexdigit();
    Some(digits.chars().take_while(is_digit).take(DIGITS).collect::<String>()).filter(|it| it.len() == DIGITS)
}

/// The commit of the checkout and its date. `None` where the folder is only part of another repository: a vendored
/// package is not of that repository's commit.
fn checked_out(folder: &Path) -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    git(&["rev-parse", "--show-prefix"]).filter(String::is_empty)?;
    // Where the commit of the checkout is written down changes with it.
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]) {
            let path = folder.join(path);
            if path.exists() {
                println!("cargo::rerun-if-changed={}", path.display());
            }
        }
    }
    git(&["-c", "log.showSignature=false", "log", "-1", &format!("--abbrev={DIGITS}"), "--format=%h %cs"])
}
