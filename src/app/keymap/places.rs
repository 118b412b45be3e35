//! The places of letters on keyboards whose layout is not Latin: a key is found by its place where its letter has no
//! action.
//!
//! A letter that stands in different places on two of the layouts (some of the Arabic and the Persian) means neither.

/// The letters of a layout row by row, each under the character that the same key types on a US keyboard.
type Layout = [(&'static str, &'static str); 3];

/// The common layouts: Russian (with the letters of Ukrainian and Belarusian), Greek, Hebrew, Arabic, Persian. A dot
/// stands for a key that types no letter of its own.
const LAYOUTS: [Layout; 7] = [
    [("`qwertyuiop[]", "ёйцукенгшщзхъ"), ("asdfghjkl;'", "фывапролджэ"), ("zxcvbnm,.", "ячсмитьбю")],
    [("~QWERTYUIOP{}", "ЁЙЦУКЕНГШЩЗХЪ"), ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"), ("ZXCVBNM<>", "ЯЧСМИТЬБЮ")],
    [("so]", "іўї"), ("SO}", "ІЎЇ"), ("'\"", "єЄ")],
    [("wertyuiop", "ςερτυθιοπ"), ("asdfghjkl", "ασδφγηξκλ"), ("zxcvbnm", "ζχψωβνμ")],
    [("ERTYUIOP", "ΕΡΤΥΘΙΟΠ"), ("ASDFGHJKL", "ΑΣΔΦΓΗΞΚΛ"), ("ZXCVBNM", "ΖΧΨΩΒΝΜ")],
    [("ertyuiop", "קראטוןםפ"), ("asdfghjkl;", "שדגכעיחלךף"), ("zxcvbnm,.", "זסבהנמצתץ")],
    [("qwertyuiop[]", "ضصثقفغعهخحجد"), ("asdfghjkl;'", "شسيبلاتنمكط"), ("zxcv.nm,./", "ئءؤر.ىةوزظ")],
];

/// The layout that shares letters with the Arabic one.
const PERSIAN: Layout =
    [("qwertyuiop[]", "ضصثقفغعهخحجچ"), ("asdfghjkl;'", "شسیبلاتنمکگ"), ("zxcvbnm,", "ظطزرذدپو")];

/// The character that the key of a letter types on a US keyboard. `None` for a Latin letter, and where the place is
/// not known for sure.
pub(super) fn latin(letter: char) -> Option<char> {
    let rows = LAYOUTS.iter().chain([&PERSIAN]).flatten();
    let mut places = rows.filter_map(|(latin, letters)| {
        let at = letters.chars().position(|known| known == letter && known != '.')?;
        latin.chars().nth(at)
    });
    let place = places.next()?;
    places.all(|other| other == place).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_key_for_each_letter() {
        for (latin, letters) in LAYOUTS.iter().chain([&PERSIAN]).flatten() {
            assert_eq!(latin.chars().count(), letters.chars().count(), "{letters}");
            assert!(latin.is_ascii() && letters.chars().all(|letter| letter == '.' || !letter.is_ascii()));
        }
    }

    #[test]
    fn a_letter_is_found_by_its_place() {
        for (letters, keys) in [
            ("йукенф", "qertya"),
            ("Ж", ":"),
            ("ξκ", "jk"),
            ("חל", "jk"),
            ("تن", "jk"),
            ("ی", "d"),
            ("і", "s"),
        ] {
            assert_eq!(letters.chars().map(latin).collect::<Option<String>>().as_deref(), Some(keys));
        }
        for letter in ['q', '/', 'é', '語', '.', ' '] {
            assert_eq!(latin(letter), None, "{letter}");
        }
        assert_eq!(latin('د'), None, "] on the Arabic layout, n on the Persian one");
    }
}
