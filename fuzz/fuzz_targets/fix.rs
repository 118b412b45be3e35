//! Any listing is checked, and fixing it comes to an end: a second run changes nothing, no fix brings a new
//! problem, and safe ones keep the reading.
#![no_main]

use std::convert::Infallible;

use libfuzzer_sys::fuzz_target;
use mentor_tui::check::{self, Applicability, Settings, fix};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui_fuzz::{decoded, listing};

fn document(text: &str) -> Document {
    Document::new(Origin::File("ideas.md".into()), text)
}

fn problems(text: &str, settings: &Settings) -> usize {
    check::run(&Catalog::new(vec![listing(text)]), settings).len()
}

fuzz_target!(|data: &[u8]| {
    let Some(text) = decoded(data) else { return };
    let mut settings = Settings::default();
    settings.pedantic = true;
    for most in [Applicability::Safe, Applicability::Unsafe] {
        let settle = |text: &str| {
            let all = |_: &Catalog, found| Ok::<_, Infallible>(found);
            let Ok(fixed) = fix::apply_all(&document(text), &settings, most, all);
            fixed
        };
        let once = settle(text);
        let twice = settle(&once.text);
        assert_eq!((twice.count, &twice.text), (0, &once.text), "{most:?}");
        assert!(problems(&once.text, &settings) + once.count <= problems(text, &settings), "{most:?}");
        if most == Applicability::Safe {
            let (before, after) = (listing(text).proposals, listing(&once.text).proposals);
            assert!(fix::same_reading(text, &before, &once.text, &after));
        }
    }
});
