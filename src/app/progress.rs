//! Progress: how much of what was asked for has been read.

/// How much of what was asked for has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Documents read, those without proposals and those that failed included.
    pub documents: usize,
    /// Documents in all.
    pub all_documents: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all, as far as that is known.
    pub all_bytes: u64,
    /// Documents that a server has not answered for yet. How long that takes is unknown.
    pub awaited: usize,
    /// How many turns of the sign that something is waited for are done.
    pub turn: usize,
}

impl Progress {
    /// Whether there is something left to read.
    pub fn is_under_way(self) -> bool {
        self.documents < self.all_documents
    }

    /// How far it is, from 0 to 100: by bytes, or by documents where their size is not known.
    pub fn percent(self) -> u64 {
        let by_bytes = (self.bytes * 100).checked_div(self.all_bytes);
        let by_documents = || (self.documents as u64 * 100).checked_div(self.all_documents as u64);
        by_bytes.or_else(by_documents).unwrap_or(100).min(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_more_than_documents_where_they_are_known() {
        let progress =
            Progress { documents: 1, all_documents: 2, bytes: 90, all_bytes: 100, ..Progress::default() };
        assert!(progress.is_under_way());
        assert_eq!(progress.percent(), 90);
        assert_eq!(Progress { all_bytes: 0, ..progress }.percent(), 50);
        assert_eq!(Progress::default().percent(), 100);
        assert!(!Progress::default().is_under_way());
    }
}
