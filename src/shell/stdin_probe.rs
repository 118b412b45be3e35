//! Standard input that was not named: it is not read, for it may be a pipe that was inherited and never
//! ends, or belong to the script around. A user who pipes a listing in gets a note about it.

/// Whether bytes wait in standard input, a pipe or a file.
#[cfg(unix)]
pub(crate) fn waits() -> bool {
    is_given() && rustix::io::ioctl_fionread(rustix::stdio::stdin()).is_ok_and(|bytes| bytes > 0)
}

/// Whether standard input is a pipe or a file. The writer of the pipe may not have begun.
#[cfg(unix)]
pub(crate) fn is_given() -> bool {
    use rustix::fs::{FileType, fstat};

    let kind = fstat(rustix::stdio::stdin()).map(|stat| FileType::from_raw_mode(stat.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::RegularFile))
}

/// Other systems cannot be asked without reading.
#[cfg(not(unix))]
pub(crate) fn waits() -> bool {
    false
}

/// Other systems do not say.
#[cfg(not(unix))]
pub(crate) fn is_given() -> bool {
    false
}
