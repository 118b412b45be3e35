//! One vocabulary: words that are kept off the screen.

use mentor_tui::app::keymap::{BINDINGS, Focus, bindings};

use super::harness::{DESK, LISTING, Stage, WAYS};

/// Words that readers stumbled over.
const UNWANTED: [&str; 8] = ["mend", "mends", "mended", "told", "said", "slip", "unsaid", "holds"];

/// The unwanted words of a text, and sentences that begin like riddles (“What … is”).
fn unwanted(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let plain = words.iter().filter(|word| UNWANTED.contains(&word.as_str())).cloned();
    let sentences = text.split(['.', ':', ';', '·', '\n', '│', '┃']);
    let is_riddle = |sentence: &&str| {
        let sentence = sentence.trim();
        sentence.starts_with("What ") && sentence.contains(" is") && !sentence.ends_with('?')
    };
    plain.chain(sentences.filter(is_riddle).map(str::to_owned)).collect()
}

#[test]
fn the_screen_has_one_vocabulary() {
    for binding in BINDINGS.iter() {
        let words = format!("{}: {}", binding.name, binding.help);
        assert_eq!(unwanted(&words), [""; 0], "{words}");
    }
    for text in [LISTING, DESK] {
        // The words of a listing are its author's.
        let own = unwanted(text);
        for (way, size) in WAYS.iter().flat_map(|way| [(40, 12), (120, 40)].map(|size| (way, size))) {
            let mut stage = Stage::new(text, size);
            stage.press(way);
            let shown = |stage: &Stage| {
                let mut found = unwanted(&stage.text());
                found.extend(unwanted(stage.notice()));
                found.retain(|word| !own.contains(word));
                found
            };
            assert_eq!(shown(&stage), [""; 0], "{way}:\n{}", stage.text());
            for binding in bindings(stage.focus()) {
                let mut stage = stage.clone();
                stage.act(Some(binding.action));
                assert_eq!(shown(&stage), [""; 0], "{way}, then {}:\n{}", binding.name, stage.text());
            }
        }
    }
}

#[test]
fn every_place_has_a_name() {
    for focus in Focus::ALL {
        assert!(!focus.place().is_empty() && unwanted(focus.place()).is_empty());
    }
}
