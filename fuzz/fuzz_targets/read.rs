//! Any text is read, and every proposal of it is laid out.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(text) = mentor_tui_fuzz::decoded(data) {
        mentor_tui_fuzz::read(text);
    }
});
