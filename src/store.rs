//! The store: what the program keeps on disk, and where.
