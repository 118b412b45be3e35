//! The forms that the documents of a folder share, learned from some of them before any is reported.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::files;
use crate::model::{Document, Origin};
use crate::parse::Folder;
use crate::source::{self, FetchSettings};

/// A folder is learned from so many of its documents, and from none that is larger, in bytes: a large one
/// repeats its form itself.
const MOST_DOCUMENTS: usize = 32;
const LARGEST: u64 = 64 * 1024;

/// The forms of folders, by their paths.
#[derive(Debug, Default)]
pub struct Folders(HashMap<PathBuf, Folder>);

impl Folders {
    /// Learns the form of each folder that holds several of these documents.
    pub fn of(origins: &[Origin], settings: &FetchSettings) -> Self {
        let mut by_folder: HashMap<&Path, Vec<&Origin>> = HashMap::new();
        for origin in origins {
            if let Some(folder) = origin.path().and_then(Path::parent)
                && source::can_be_read_again(origin)
            {
                by_folder.entry(folder).or_default().push(origin);
            }
        }
        let learn = |(folder, origins): (&Path, Vec<&Origin>)| {
            let small = origins.into_iter().filter(|origin| is_small(origin)).take(MOST_DOCUMENTS);
            let documents: Vec<Document> =
                small.filter_map(|origin| Some(source::load(origin, settings).ok()?.document)).collect();
            (documents.len() > 1).then(|| (folder.to_owned(), Folder::of(&documents)))
        };
        let several = by_folder.into_iter().filter(|(_, origins)| origins.len() > 1);
        Self(several.filter_map(learn).collect())
    }

    /// Learns the form of each folder that holds several of these documents, which are not on the disk.
    pub fn of_documents(documents: &[Document]) -> Self {
        let mut by_folder: HashMap<&Path, Vec<Document>> = HashMap::new();
        for document in documents.iter().filter(|document| document.text().len() as u64 <= LARGEST) {
            if let Some(folder) = document.origin().path().and_then(Path::parent) {
                let known = by_folder.entry(folder).or_default();
                known.extend((known.len() < MOST_DOCUMENTS).then(|| document.clone()));
            }
        }
        let several = by_folder.into_iter().filter(|(_, documents)| documents.len() > 1);
        Self(several.map(|(folder, documents)| (folder.to_owned(), Folder::of(&documents))).collect())
    }

    /// The form of the folder that a document stands in.
    pub fn of_origin(&self, origin: &Origin) -> Option<&Folder> {
        self.0.get(origin.path()?.parent()?)
    }
}

fn is_small(origin: &Origin) -> bool {
    let file = origin.path().and_then(|path| files::open(path).ok());
    file.and_then(|file| file.metadata().ok()).is_some_and(|data| data.len() <= LARGEST)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::loading::read_one;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "makes the documents of a folder")]
    fn what_no_document_tells_alone_the_folder_does() {
        let room = tempfile::tempdir().unwrap();
        let text = |title: &str, keeper: &str| {
            format!(
                "# {title}\n\nThe loom is loud.\n\n## Heft\n\n175 hours\n\n## Keepers\n\n- [{keeper}](https://github.com/{keeper})\n"
            )
        };
        let origins: Vec<Origin> = [("Quieter looms", "nell"), ("A dye map", "otis"), ("Spools", "petra")]
            .into_iter()
            .map(|(title, keeper)| {
                let path = room.path().join(format!("{keeper}.md"));
                fs::write(&path, text(title, keeper)).unwrap();
                Origin::File(path)
            })
            .collect();
        let settings = FetchSettings::default();
        let folders = Folders::of(&origins, &settings);
        for origin in &origins {
            let (listing, _) = read_one(origin, &settings, &folders).unwrap();
            let [proposal] = &listing.proposals[..] else { panic!("{:?}", listing.proposals) };
            assert_eq!(proposal.size.as_deref(), Some("175 hours"));
            assert_eq!(proposal.mentors.len(), 1);
            assert!(read_one(origin, &settings, &Folders::default()).unwrap().0.proposals.is_empty());
        }
    }
}
