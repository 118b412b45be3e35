//! Standard input that nobody named: it is not read, for it may be a pipe that was inherited and never
//! ends, or belong to the script around; but who pipes a listing in is told.

/// Whether bytes wait in standard input, a pipe or a file.
#[cfg(unix)]
pub(crate) fn waits() -> bool {
    use rustix::fs::{FileType, fstat};

    let input = rustix::stdio::stdin();
    let kind = fstat(input).map(|stat| FileType::from_raw_mode(stat.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::RegularFile))
        && rustix::io::ioctl_fionread(input).is_ok_and(|bytes| bytes > 0)
}

/// Elsewhere that cannot be asked without reading.
#[cfg(not(unix))]
pub(crate) fn waits() -> bool {
    false
}
