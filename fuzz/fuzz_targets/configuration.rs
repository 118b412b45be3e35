//! Any configuration is taken as far as it is understood; each complaint is one line with its place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mentor_tui::store::config;
use mentor_tui_fuzz::decoded;

fuzz_target!(|data: &[u8]| {
    let Some(text) = decoded(data) else { return };
    for complaint in config::parse(text, "config.toml").complaints {
        assert!(complaint.starts_with("config.toml:"), "{complaint}");
    }
});
