//! The beginning and the indentation of the line of an offset.

/// The offset at which the line begins.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..offset]).map_or(0, |at| at + 1)
}

/// The indentation in bytes.
pub(super) fn indent(text: &str, offset: usize) -> usize {
    let line = &text[line_start(text, offset)..offset];
    line.len() - line.trim_start().len()
}
