//! Archives as servers hand them out.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use tar::{Builder, EntryType, Header};

/// A `.tar.gz` of these files: (path, text).
pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let members: Vec<_> = files.iter().map(|(path, text)| (*path, EntryType::Regular, *text)).collect();
    archive_of(&members)
}

/// A `.tar.gz` of members: (path, kind, text; of a link where it leads). Paths are written as they are.
pub(crate) fn archive_of(members: &[(&str, EntryType, &str)]) -> Vec<u8> {
    let mut archive = Builder::new(Vec::new());
    for &(path, kind, text) in members {
        let mut header = Header::new_gnu();
        header.as_gnu_mut().unwrap().name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_entry_type(kind);
        let is_link = kind == EntryType::Symlink;
        if is_link {
            header.set_link_name_literal(text).unwrap();
        }
        let text = if is_link { "" } else { text };
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, text.as_bytes()).unwrap();
    }
    packed(&archive.into_inner().unwrap())
}

/// Bytes as gzip compresses them.
pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}
