//! Folding: text as it is compared wherever something is searched, so that names are found by their
//! plain letters.
//!
//! Every letter is decomposed and loses its accents; a letter that does not decompose (`ł`, `ø`, `ß`)
//! becomes the letters of a table. One letter may become several or none. [`letters`] says where
//! each came from, so that a place in the folded text is one of the original.

use std::borrow::Cow;
use std::str::CharIndices;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};

/// The most characters that Unicode decomposes one into.
const MOST: usize = 18;

/// The folded letters of one letter.
#[derive(Debug, Clone, Copy)]
pub struct Folded {
    letters: [char; MOST],
    count: usize,
}

impl Folded {
    const NONE: Self = Self { letters: ['\0'; MOST], count: 0 };

    fn push(&mut self, letter: char) {
        if let Some(slot) = self.letters.get_mut(self.count) {
            *slot = letter;
            self.count += 1;
        }
    }

    /// The letters.
    pub fn as_slice(&self) -> &[char] {
        &self.letters[..self.count]
    }
}

/// The folded letters of a text; see [`letters`].
#[derive(Debug, Clone)]
pub struct Letters<'t> {
    rest: CharIndices<'t>,
    /// Where the letter begins whose folded letters come next, those letters, and how many of them
    /// have come.
    start: usize,
    folded: Folded,
    taken: usize,
}

impl Iterator for Letters<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(&letter) = self.folded.as_slice().get(self.taken) {
                self.taken += 1;
                return Some((self.start, letter));
            }
            let (start, next) = self.rest.next()?;
            if next.is_ascii() {
                return Some((start, next));
            }
            (self.start, self.folded, self.taken) = (start, letter(next), 0);
        }
    }
}

/// A letter in lower case. Of a folded letter, that is always one.
pub fn lower(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

/// The folded letters of a text in their case, each with the byte of the text at which the letter
/// begins that it came from.
pub fn letters(text: &str) -> Letters<'_> {
    Letters { rest: text.char_indices(), start: 0, folded: Folded::NONE, taken: 0 }
}

/// The folded letters of one letter, in its case: mostly one, none of an accent.
pub fn letter(letter: char) -> Folded {
    let mut folded = Folded::NONE;
    if letter.is_ascii() {
        folded.push(letter);
        return folded;
    }
    let mut add = |part: char| {
        if is_mark(part) {
            return;
        }
        match undivided(part) {
            Some(plain) => plain.chars().for_each(|plain| folded.push(plain)),
            None if part.is_whitespace() => folded.push(' '),
            None => folded.push(part),
        }
    };
    // Of signs, such as `…` and `™`, only the full-width forms stand for those of a keyboard.
    if letter.is_alphanumeric() || letter.is_whitespace() || matches!(letter, '\u{ff01}'..='\u{ff5e}') {
        decompose_compatible(letter, &mut add);
    } else {
        decompose_canonical(letter, &mut add);
    }
    folded
}

/// The letters that people type for one that Unicode does not decompose, or for a sign that is no key.
fn undivided(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ẞ' => "SS",
        'Æ' => "Ae",
        'æ' => "ae",
        'Œ' => "Oe",
        'œ' => "oe",
        'Ø' | 'Ɔ' | 'Ɵ' => "O",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'Đ' | 'Ð' | 'Ɖ' | 'Ɗ' => "D",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'Þ' => "Th",
        'þ' => "th",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' | 'ɨ' | 'ɩ' => "i",
        'ĸ' => "q",
        'Ł' | 'Ƚ' => "L",
        'ł' | 'ƚ' => "l",
        'Ŋ' | 'Ɲ' | 'Ƞ' => "N",
        'ŋ' | 'ɲ' | 'ƞ' => "n",
        'Ŧ' | 'Ƭ' | 'Ʈ' | 'Ⱦ' => "T",
        'ŧ' | 'ƭ' | 'ʈ' | 'ⱦ' => "t",
        'ƀ' | 'ɓ' => "b",
        'Ƀ' | 'Ɓ' => "B",
        'Ƈ' | 'Ȼ' => "C",
        'ƈ' | 'ȼ' => "c",
        'Ǝ' | 'Ə' | 'Ɛ' | 'Ɇ' => "E",
        'ǝ' | 'ə' | 'ɛ' | 'ɇ' => "e",
        'Ƒ' => "F",
        'ƒ' => "f",
        'Ɠ' | 'Ǥ' => "G",
        'ɠ' | 'ǥ' => "g",
        'Ɨ' | 'Ɩ' => "I",
        'Ɉ' => "J",
        'ɉ' | 'ȷ' => "j",
        'Ƙ' => "K",
        'ƙ' => "k",
        'Ƥ' => "P",
        'ƥ' => "p",
        'Ɍ' => "R",
        'ɍ' => "r",
        'Ʉ' => "U",
        'ʉ' => "u",
        'Ʋ' => "V",
        'ʋ' => "v",
        'Ƴ' | 'Ɏ' => "Y",
        'ƴ' | 'ɏ' => "y",
        'Ƶ' => "Z",
        'ƶ' => "z",
        'Ⱥ' => "A",
        'ⱥ' => "a",
        'ς' => "σ",
        'Ґ' => "Г",
        'ґ' => "г",
        '‘' | '’' | 'ʼ' => "'",
        '‐' | '‑' | '–' | '—' => "-",
        _ => return None,
    })
}

/// Whether a character changes a letter and is none itself: an accent, a point, a tone, by their
/// combining classes, or a character without a form. What has a letter's weight stays, such as the
/// vowel signs of Indic scripts.
fn is_mark(character: char) -> bool {
    const NUKTA: u8 = 7;
    const VOICING: u8 = 8;
    const TONES: [u8; 2] = [107, 122];
    let formless = matches!(character,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    let class = canonical_combining_class(character);
    formless || matches!(class, NUKTA | VOICING | 10..=36 | 200..) || TONES.contains(&class)
}

/// A text as it is compared where case does not matter.
pub fn text(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let is_lower = !text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) };
    }
    Cow::Owned(letters(text).map(|(_, letter)| lower(letter)).collect())
}

/// A name as it is compared: without case, white space as single spaces.
pub fn name(name: &str) -> String {
    text(&name.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cased(text: &str) -> String {
        letters(text).map(|(_, letter)| letter).collect()
    }

    #[test]
    fn names_are_found_by_their_plain_letters() {
        for (written, plain) in [
            ("Łukasz", "lukasz"),
            ("Đorđe", "dorde"),
            ("Đức", "duc"),
            ("Ștefan Țepeș", "stefan tepes"),
            ("Čeněk", "cenek"),
            ("Nguyễn Thị Hồng", "nguyen thi hong"),
            ("Søren", "soren"),
            ("Þór Guðmundsson", "thor gudmundsson"),
            ("Straße STRAẞE", "strasse strasse"),
            ("œuvre Ærø", "oeuvre aero"),
            ("İstanbul ıssız", "istanbul issiz"),
            ("Ξένιος Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "ξενιοσ οδυσσευσ οδυσσευσ"),
            ("Андрей Артём Ґанна Київ", "андреи артем ганна киів"),
            ("ＣＮＣＦ　２０２６ Ｃ＋＋", "cncf 2026 c++"),
            ("O’Brien no\u{a0}break so\u{ad}ft", "o'brien no break soft"),
            ("ガ ﾊﾟ", "カ ハ"),
            ("ﬁ ĳ ǆ", "fi ij dz"),
            ("plain ASCII", "plain ascii"),
            ("Sep–Nov …™", "sep-nov …™"),
        ] {
            assert_eq!(text(written), plain, "{written}");
        }
        assert_eq!(cased("Łódź Ærø Ça"), "Lodz Aero Ca");
        assert_eq!(name("  Łódź \n  Ærø "), "lodz aero");
    }

    #[test]
    fn composed_and_decomposed_letters_are_one() {
        for (composed, decomposed) in [
            ("Nguyễn", "Nguye\u{302}\u{303}n"),
            ("Čeněk", "C\u{30c}ene\u{30c}k"),
            ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
            ("й", "и\u{306}"),
        ] {
            assert_eq!(text(composed), text(decomposed), "{composed}");
        }
    }

    #[test]
    fn every_letter_keeps_its_place() {
        let places: Vec<_> = letters("aße\u{301}ñ\u{301}").collect();
        assert_eq!(places, [(0, 'a'), (1, 's'), (1, 's'), (3, 'e'), (6, 'n')]);
        assert_eq!(letters("\u{301}").count(), 0);
    }

    /// Folded text stays as it is, and has one letter in lower case for each in its own case: so one
    /// count of letters is good for both.
    #[test]
    fn folding_every_letter_twice_is_folding_it_once() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let folded = letter(c);
            assert!(folded.count < MOST || c == '\u{fdfa}', "{c:?}");
            for &part in folded.as_slice() {
                assert_eq!(letter(part).as_slice(), [part], "{c:?}");
                let small = lower(part);
                assert_eq!(letter(small).as_slice(), [small], "{c:?} in lower case");
                assert_eq!(lower(small), small, "{c:?}");
            }
        }
    }
}
