//! Reading an input of unknown length within the limits for listings.

use std::io::{self, Read};

use super::SourceError;
use super::settings::LIMIT;
use super::sniff;
use crate::model::Origin;

/// Reads an input to its end. One that is no text is refused after its first bytes, so that a device without an
/// end (`/dev/zero`) cannot fill the memory.
pub(super) fn read_text(input: impl Read, origin: &Origin) -> Result<Vec<u8>, SourceError> {
    read_within(LIMIT, input, origin)
}

fn read_within(limit: u64, mut input: impl Read, origin: &Origin) -> Result<Vec<u8>, SourceError> {
    let failed = |source: io::Error| SourceError::Unreadable { origin: origin.clone(), source };
    let mut bytes = Vec::new();
    input.by_ref().take(sniff::SAMPLE as u64).read_to_end(&mut bytes).map_err(failed)?;
    if let Some(kind) = sniff::binary(&bytes) {
        return Err(SourceError::Binary { origin: origin.clone(), kind });
    }
    let rest = (limit + 1).saturating_sub(bytes.len() as u64);
    input.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit {
        return Err(SourceError::TooLarge(origin.clone()));
    }
    // It grew by doubling, and it is kept as long as the document.
    bytes.shrink_to_fit();
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_source_is_refused_after_its_first_bytes() {
        let binary = read_text(io::repeat(0), &Origin::Stdin).unwrap_err();
        assert!(matches!(binary, SourceError::Binary { .. }), "{binary}");
    }

    #[test]
    fn a_text_without_end_meets_the_limit() {
        let large = read_within(1 << 20, io::repeat(b'a'), &Origin::Stdin).unwrap_err();
        assert_eq!(large.to_string(), "cannot read standard input: it is larger than 256 MiB; no listing is");
    }

    #[test]
    fn an_empty_source_is_an_empty_text() {
        assert!(read_text(io::empty(), &Origin::Stdin).unwrap().is_empty());
    }
}
