//! The listing that the export writes has as many proposals as it was written from, and written again
//! it stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mentor_tui::write::markdown;
use mentor_tui_fuzz::{catalog, decoded};

fuzz_target!(|data: &[u8]| {
    let Some(text) = decoded(data) else { return };
    let before = catalog(text);
    let written = markdown::document(before.iter());
    let after = catalog(&written);
    assert_eq!(before.len(), after.len(), "{written}");
    for (before, after) in before.iter().zip(after.iter()) {
        assert_eq!(before.proposal.mentors.len(), after.proposal.mentors.len(), "{written}");
        assert_eq!(before.proposal.upstream.len(), after.proposal.upstream.len(), "{written}");
    }
});
