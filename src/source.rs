//! Sources: bytes in, documents out, with a clear sentence when that fails.
