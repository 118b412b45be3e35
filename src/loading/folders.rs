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

/// The forms of folders, by their paths or addresses.
#[derive(Debug, Default)]
pub struct Folders(HashMap<PathBuf, Folder>);

impl Folders {
    /// Learns the form of each folder that holds several of these documents.
    pub fn of(origins: &[Origin], settings: &FetchSettings) -> Self {
        let files = origins.iter().filter(|origin| source::can_be_read_again(origin));
        let files = files.filter_map(|origin| Some((origin.path()?.parent()?, origin)));
        Self::learn(files, |origins| {
            let small = origins.into_iter().filter(|origin| is_small(origin)).take(MOST_DOCUMENTS);
            small
                .filter_map(|origin| source::load(origin, settings).ok())
                .flat_map(|it| it.contents.documents)
                .collect()
        })
    }

    /// Learns the form of each folder that holds several of these documents, which have addresses.
    pub fn of_documents(documents: &[Document]) -> Self {
        let files =
            documents.iter().filter_map(|document| Some((document.origin().names()?.parent()?, document)));
        Self::learn(files, |documents| {
            let small = documents.into_iter().filter(|document| document.text().len() as u64 <= LARGEST);
            small.take(MOST_DOCUMENTS).cloned().collect()
        })
    }

    fn learn<'a, T: 'a>(
        all: impl Iterator<Item = (&'a Path, &'a T)>,
        read: impl Fn(Vec<&'a T>) -> Vec<Document>,
    ) -> Self {
        let mut by_folder: HashMap<&Path, Vec<&T>> = HashMap::new();
        for (folder, one) in all {
            by_folder.entry(folder).or_default().push(one);
        }
        let several = by_folder.into_iter().filter(|(_, all)| all.len() > 1);
        let learn = |(folder, all): (&Path, Vec<&'a T>)| {
            let documents = read(all);
            (documents.len() > 1).then(|| (folder.to_owned(), Folder::of(&documents)))
        };
        Self(several.filter_map(learn).collect())
    }

    /// The form of the folder that a document stands in.
    pub fn of_origin(&self, origin: &Origin) -> Option<&Folder> {
        self.0.get(origin.names()?.parent()?)
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
            let listing = read_one(origin, &settings, &folders).unwrap().into_listing().unwrap();
            let [proposal] = &listing.proposals[..] else { panic!("{:?}", listing.proposals) };
            assert_eq!(proposal.size.as_deref(), Some("175 hours"));
            assert_eq!(proposal.mentors.len(), 1);
            let alone = read_one(origin, &settings, &Folders::default()).unwrap().into_listing().unwrap();
            assert!(alone.proposals.is_empty());
        }
    }
}
