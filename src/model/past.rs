//! The past of a proposal: its record and its words, kept to be compared with what it says another time.

use serde::{Deserialize, Serialize};

use super::Record;

/// A field of a proposal, and its words without marks. E-mail addresses are masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The name of the field: one for each meaning, however the listing labels it.
    pub label: String,
    /// Its words, at most 16 KiB of them; empty where they are known by their fingerprint alone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The fingerprint of all of its words. The white space between them does not count.
    pub fingerprint: u64,
}

impl Said {
    /// The same, known by its fingerprint alone.
    pub fn without_text(self) -> Self {
        Self { text: String::new(), ..self }
    }
}

/// A proposal as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    pub record: Record,
    /// Its words, field by field.
    pub said: Vec<Said>,
}

/// The fingerprint of some words: FNV-1a of 64 bits, the same with every version of the program.
pub fn fingerprint<'w>(words: impl Iterator<Item = &'w str>) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = words.flat_map(|word| word.bytes().chain([0]));
    bytes.fold(START, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_kept_in_files_and_stay_the_same() {
        assert_eq!(fingerprint([].into_iter()), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(["a"].into_iter()), 0x089b_e207_b544_f1e4);
        assert_ne!(fingerprint(["ab"].into_iter()), fingerprint(["a", "b"].into_iter()));
    }
}
