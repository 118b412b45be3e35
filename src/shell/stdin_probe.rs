//! Standard input that nobody named: it is not read, for it may be a pipe that was inherited and never
//! ends, or belong to the script around; but who pipes a listing in is told.

/// Whether bytes wait in standard input, a pipe or a file.
#[cfg(unix)]
pub(crate) fn waits() -> bool {
    is_given() && rustix::io::ioctl_fionread(rustix::stdio::stdin()).is_ok_and(|bytes| bytes > 0)
}

/// Whether standard input is a pipe or a file. Who writes into the pipe may not have begun.
#[cfg(unix)]
pub(crate) fn is_given() -> bool {
    use rustix::fs::{FileType, fstat};

    let kind = fstat(rustix::stdio::stdin()).map(|stat| FileType::from_raw_mode(stat.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::RegularFile))
}

/// Elsewhere that cannot be asked without reading.
#[cfg(not(unix))]
pub(crate) fn waits() -> bool {
    false
}

/// Elsewhere that is not known.
#[cfg(not(unix))]
pub(crate) fn is_given() -> bool {
    false
}
