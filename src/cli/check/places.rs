//! Places: what documents are called where GitHub reads the report, which knows them by their path in the
//! repository, wherever the check was run.

#![expect(clippy::disallowed_methods, reason = "which repository a file is in only the disk knows")]

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::model::{Catalog, Origin};

/// The names of the documents of a catalog: those of files below the workspace, or else below the root of
/// their repository, begin there; others stay as they are.
pub(super) fn in_repository(catalog: &Catalog) -> Vec<String> {
    let workspace = env::var_os("GITHUB_WORKSPACE").filter(|path| !path.is_empty()).map(PathBuf::from);
    let documents = catalog.listings().iter().map(|listing| listing.document.origin());
    documents.map(|origin| name(origin, workspace.as_deref())).collect()
}

fn name(origin: &Origin, workspace: Option<&Path>) -> String {
    let below = origin.path().and_then(|path| {
        let path = fs::canonicalize(path).ok()?;
        let workspace = workspace.and_then(|root| fs::canonicalize(root).ok());
        let repository = || path.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
        let root = workspace.filter(|root| path.starts_with(root)).or_else(repository)?;
        // Written with `/` on every system.
        let parts = path.strip_prefix(root).ok()?.iter().map(OsStr::to_string_lossy);
        Some(parts.collect::<Vec<_>>().join("/"))
    });
    below.unwrap_or_else(|| origin.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_path_in_the_workspace_or_in_its_repository() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("work/repository/programs");
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir(room.path().join("work/repository/.git")).unwrap();
        let path = folder.join("ideas.md");
        fs::write(&path, "").unwrap();
        let called = |origin: &Origin, workspace: &str| {
            let workspace = (!workspace.is_empty()).then(|| room.path().join(workspace));
            name(origin, workspace.as_deref())
        };
        let file = Origin::File(path.clone());
        assert_eq!(called(&file, ""), "programs/ideas.md");
        assert_eq!(called(&file, "work"), "repository/programs/ideas.md");
        assert_eq!(called(&file, "elsewhere"), "programs/ideas.md");
        let outside = Origin::File(room.path().join("work/gone.md"));
        assert_eq!(called(&outside, "work"), outside.to_string(), "what is not there keeps its name");
        assert_eq!(called(&Origin::Stdin, "work"), Origin::Stdin.to_string());
    }
}
