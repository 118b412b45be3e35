//! Any text that begins as the export in JSON does is read, whatever follows.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(text) = mentor_tui_fuzz::decoded(data) else { return };
    mentor_tui_fuzz::read(text);
    // Most inputs are no JSON: as a value of it they reach what reads programmes.
    let value = text.replace('\\', "\\\\").replace('"', "\\\"");
    let value: String = value.chars().filter(|letter| !letter.is_control()).collect();
    mentor_tui_fuzz::read(&format!(
        "{{\"data\":[{{\"id\":\"1\",\"name\":\"{value}\",\"description\":\"{value}\",\"status\":\"open\",\
         \"programTerms\":{{\"name\":\"{value}\"}},\"mentors\":[{{\"name\":\"{value}\"}}]}}]}}"
    ));
});
