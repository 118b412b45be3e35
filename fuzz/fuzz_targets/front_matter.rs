//! Any front matter, in YAML and in TOML, above a body is read.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(text) = mentor_tui_fuzz::decoded(data) else { return };
    for fence in ["---", "+++"] {
        mentor_tui_fuzz::read(&format!("{fence}\n{text}\n{fence}\n\n## Description\n\nRead the tides.\n"));
    }
});
