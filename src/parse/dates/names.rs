//! The names of months, weekdays and time zones, as data.

use super::offset::Zone;

/// The names of the months, folded, by their number: English, German, French, Spanish, Portuguese, Italian, Dutch.
const MONTHS: &[(i8, &[&str])] = &[
    (
        1,
        &[
            "january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene", "janeiro", "gennaio",
            "januari",
        ],
    ),
    (
        2,
        &[
            "february",
            "feb",
            "febr",
            "februar",
            "fevrier",
            "fevr",
            "fev",
            "febrero",
            "fevereiro",
            "febbraio",
            "februari",
        ],
    ),
    (3, &["march", "mar", "marz", "mrz", "maerz", "mars", "marzo", "marco", "maart"]),
    (4, &["april", "apr", "avril", "avr", "abril", "abr", "aprile"]),
    (5, &["may", "mai", "mayo", "maio", "maggio", "mei"]),
    (6, &["june", "jun", "juni", "juin", "junio", "junho", "giugno"]),
    (7, &["july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio"]),
    (8, &["august", "aug", "aout", "agosto", "ago", "augustus"]),
    (
        9,
        &["september", "sep", "sept", "septembre", "septiembre", "setiembre", "setembro", "set", "settembre"],
    ),
    (10, &["october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre"]),
    (11, &["november", "nov", "novembre", "noviembre", "novembro"]),
    (12, &["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dezembro", "dicembre"]),
];

/// Names of months that are words of their language as well: they count with a capital letter only.
const COMMON_WORDS: &[&str] = &["may", "mar", "march", "set", "out", "ago", "dic"];

/// The names of the weekdays, folded, by their beginnings where the rest varies.
const WEEKDAYS: &[&str] = &[
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "weds",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
    "montag",
    "mo",
    "dienstag",
    "di",
    "mittwoch",
    "mi",
    "donnerstag",
    "do",
    "freitag",
    "fr",
    "samstag",
    "sonnabend",
    "sa",
    "sonntag",
    "so",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "segunda",
    "terca",
    "quarta",
    "quinta",
    "sexta",
    "feira",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
];

/// The signs that end a numeral of order: `1st`, `1er`, `1ª`.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "ere", "e", "o", "a", "º", "ª"];

/// The number of a month; `None` for any other word.
pub(super) fn month(folded: &str, is_capital: bool) -> Option<i8> {
    // The longest name has ten letters: any other word is none of them.
    if !(3..=10).contains(&folded.len()) || !is_capital && COMMON_WORDS.contains(&folded) {
        return None;
    }
    MONTHS.iter().find(|(_, names)| names.contains(&folded)).map(|&(number, _)| number)
}

pub(super) fn is_weekday(folded: &str) -> bool {
    WEEKDAYS.contains(&folded)
}

pub(super) fn is_ordinal(folded: &str) -> bool {
    ORDINALS.contains(&folded)
}

/// The words between a day and its month or year: `31 de marzo de 2026`, `31st of March`.
pub(super) fn is_of(folded: &str) -> bool {
    matches!(folded, "of" | "de" | "del" | "di" | "d")
}

/// The name of a time zone by the letters that stand for it, in lower case, and what it means.
const ZONES: &[(&str, Zone)] = &[
    ("utc", Zone::Fixed(0)),
    ("gmt", Zone::Fixed(0)),
    ("z", Zone::Fixed(0)),
    ("aoe", Zone::Fixed(-12 * 60)),
    ("pst", Zone::Fixed(-8 * 60)),
    ("pdt", Zone::Fixed(-7 * 60)),
    ("pt", Zone::Pacific),
    ("mst", Zone::Fixed(-7 * 60)),
    ("mdt", Zone::Fixed(-6 * 60)),
    ("mt", Zone::Mountain),
    ("cst", Zone::Fixed(-6 * 60)),
    ("cdt", Zone::Fixed(-5 * 60)),
    ("est", Zone::Fixed(-5 * 60)),
    ("edt", Zone::Fixed(-4 * 60)),
    ("et", Zone::Eastern),
    ("brt", Zone::Fixed(-3 * 60)),
    ("wet", Zone::Fixed(0)),
    ("west", Zone::Fixed(60)),
    ("bst", Zone::Fixed(60)),
    ("cet", Zone::Fixed(60)),
    ("cest", Zone::Fixed(2 * 60)),
    ("mez", Zone::Fixed(60)),
    ("mesz", Zone::Fixed(2 * 60)),
    ("eet", Zone::Fixed(2 * 60)),
    ("eest", Zone::Fixed(3 * 60)),
    ("msk", Zone::Fixed(3 * 60)),
    ("pkt", Zone::Fixed(5 * 60)),
    ("ist", Zone::Fixed(5 * 60 + 30)),
    ("sgt", Zone::Fixed(8 * 60)),
    ("hkt", Zone::Fixed(8 * 60)),
    ("jst", Zone::Fixed(9 * 60)),
    ("kst", Zone::Fixed(9 * 60)),
    ("aest", Zone::Fixed(10 * 60)),
    ("aedt", Zone::Fixed(11 * 60)),
];

/// The zones that a word names before `Time`: `Pacific Time`, `Eastern Standard Time`.
const NAMED_ZONES: &[(&str, Zone, i32)] = &[
    ("pacific", Zone::Pacific, -8 * 60),
    ("mountain", Zone::Mountain, -7 * 60),
    ("central", Zone::Central, -6 * 60),
    ("eastern", Zone::Eastern, -5 * 60),
    ("beijing", Zone::Fixed(8 * 60), 8 * 60),
];

/// The zone of an abbreviation.
pub(super) fn zone(folded: &str) -> Option<Zone> {
    ZONES.iter().find(|(name, _)| *name == folded).map(|&(_, zone)| zone)
}

/// The zone that is named before `Time`, and its standard time in minutes east of UTC.
pub(super) fn named_zone(folded: &str) -> Option<(Zone, i32)> {
    NAMED_ZONES.iter().find(|(name, ..)| *name == folded).map(|&(_, zone, standard)| (zone, standard))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_several_languages() {
        let known = ["march", "marz", "mars", "marzo", "marco", "mrz"].map(|name| month(name, true));
        assert_eq!(known, [Some(3); 6]);
        assert_eq!(["may", "march"].map(|name| month(name, false)), [None; 2], "words of their own");
        assert_eq!(month("aout", false), Some(8));
        assert_eq!(month("marching", true), None);
    }

    #[test]
    fn no_name_stands_for_two_months() {
        let mut names: Vec<&str> = MONTHS.iter().flat_map(|(_, names)| *names).copied().collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
