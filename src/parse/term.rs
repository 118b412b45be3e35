//! The term of a listing: programme, year and season, out of where it comes from and its title.

use crate::model::{Document, Origin, Programme, Season, Term, start_of};

/// Only so many names at the end of a path are looked at: those before them are the user's.
const NAMES: usize = 4;
/// How far into a text its title and its programme are looked for, in bytes.
const HEAD: usize = 16 * 1024;
/// Years that a listing can be of.
const YEARS: std::ops::RangeInclusive<u16> = 2005..=2099;

/// The words that tell a programme, in lower case, and its name.
const PROGRAMMES: &[(&str, &str)] = &[
    ("summer of code", "GSoC"),
    ("summerofcode", "GSoC"),
    ("gsoc", "GSoC"),
    ("outreachy", "Outreachy"),
    ("season of docs", "Season of Docs"),
    ("lfdt", "LFDT"),
    ("lfx", "LFX"),
    // A path, and a title as the programme composes it.
    ("cncf/", "LFX"),
    (COMPOSED, "LFX"),
];
/// The beginning of a title that is composed as `CNCF - Project: Title (2026 Term 3)`.
const COMPOSED: &str = "cncf - ";

/// The months by the beginnings of their names.
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
pub(super) const LONG_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SEASONS: &[(&str, &str)] = &[
    ("spring", "Spring"),
    ("summer", "Summer"),
    ("fall", "Fall"),
    ("autumn", "Autumn"),
    ("winter", "Winter"),
];

/// The term of a document; `None` when no year is said.
pub(super) fn of(document: &Document) -> Option<Term> {
    let is_named = !matches!(document.origin(), Origin::Stdin | Origin::Sample);
    let path =
        if is_named { last_names(&document.origin().to_string().to_lowercase()) } else { String::new() };
    let head = start_of(document.text(), HEAD);
    let titles = titles(head).map(|title| title.unwrap_or_default().to_lowercase());
    // A title without a year leaves it to the other to tell the term.
    let said = titles.each_ref().map(|title| Said::read(title, false));
    let tells = said.iter().position(|said| said.year.is_some());
    let tells = tells.or_else(|| said.iter().position(|said| said.season.is_some())).unwrap_or_default();
    let in_title = &said[tells];
    let in_path = Said::read(&path, true);
    let head = head.to_lowercase();
    let composed = Said::composed(&head);
    let year = in_path.year.or(in_title.year).or(composed.year)?;
    let programme = [&path].into_iter().chain(&titles).find_map(|text| programme(text));
    let programme = programme.or_else(|| self::programme(&head));
    let composed = composed.season.filter(|_| composed.year == Some(year));
    let season = in_path.season.into_iter().chain(in_title.season).chain(composed).min_by_key(certainty);
    // The summer of that programme is its name.
    let season = season.filter(|_| programme != Some(Programme::Gsoc));
    Some(Term { year, season, programme }.normalized())
}

/// Of two seasons the one that says more goes first.
fn certainty(season: &Season) -> u8 {
    match season {
        Season::Months(..) => 0,
        Season::Named(_) => 1,
        Season::Quarter(_) => 2,
        Season::Term(_) => 3,
    }
}

fn programme(text: &str) -> Option<Programme> {
    let (_, name) = PROGRAMMES.iter().find(|(sign, _)| text.contains(sign))?;
    Some(match *name {
        "GSoC" => Programme::Gsoc,
        "LFX" => Programme::Lfx,
        other => Programme::Other(other.to_owned()),
    })
}

/// The last names of a path, joined.
fn last_names(path: &str) -> String {
    let names: Vec<&str> = path.rsplit(['/', '\\']).take(NAMES).collect();
    names.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// The title that front matter gives, and the first heading.
fn titles(head: &str) -> [Option<&str>; 2] {
    let front = head.starts_with("---") || head.starts_with("+++");
    let in_front = front.then(|| head.lines().skip(1).take_while(|line| !matches!(*line, "---" | "+++")));
    let named = in_front.into_iter().flatten().find_map(|line| {
        let rest = line.strip_prefix("title")?.trim_start();
        Some(rest.strip_prefix([':', '='])?.trim().trim_matches(['"', '\'']))
    });
    [named, head.lines().find_map(|line| line.strip_prefix("# ")).map(str::trim)]
}

/// The parts of a term that a text names.
#[derive(Debug, Default)]
struct Said {
    year: Option<u16>,
    season: Option<Season>,
}

impl Said {
    /// Reads words in lower case. In a path a number right after the year is that of a term.
    fn read(text: &str, is_path: bool) -> Self {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let Some(at) = words.iter().rposition(|word| year(word).is_some()) else {
            return Self { year: None, season: season(&words, false) };
        };
        let after = &words[at + 1..];
        let numbered = is_path.then(|| term_number(after)).flatten();
        // In a path only what stands after the year is the year's.
        let season = season(if is_path { after } else { &words }, is_path);
        Self { year: year(words[at]), season: season.or(numbered) }
    }

    /// Reads what the first title says, in lower case, that the programme composed.
    fn composed(text: &str) -> Self {
        let titles = text.lines().filter(|line| line.contains(COMPOSED));
        let mut terms = titles.filter_map(|title| Some(title.rsplit_once(" (")?.1.split_once(')')?.0));
        terms.find(|term| term.contains("term")).map(|term| Self::read(term, false)).unwrap_or_default()
    }
}

/// `2026`, `gsoc2026`, `gsoc26`.
fn year(word: &str) -> Option<u16> {
    let (digits, century) = match word.strip_prefix("gsoc") {
        Some(digits) if digits.len() == 2 => (digits, 2000),
        Some(digits) => (digits, 0),
        None => (word, 0),
    };
    let whole = digits.len() == 4 || century > 0;
    let number =
        digits.parse::<u16>().ok().filter(|_| whole && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(number + century).filter(|year| YEARS.contains(year))
}

/// `02` after a year is the second term, unless it is a month of a date (`2026-02-14`).
fn term_number(after: &[&str]) -> Option<Season> {
    let number = |word: &&str| word.parse::<u8>().ok().filter(|_| word.len() <= 2);
    let first = after.first().and_then(number).filter(|number| (1..=4).contains(number))?;
    after.get(1).and_then(number).is_none().then_some(Season::Term(first))
}

fn season(words: &[&str], lone_months: bool) -> Option<Season> {
    let months = |pair: &[&str]| Some(Season::Months(month(pair[0])?, month(pair[1])?));
    let quarter = |word: &&str| match word.as_bytes() {
        [b'q', digit @ b'1'..=b'4'] => Some(Season::Quarter(digit - b'0')),
        _ => None,
    };
    let numbered = |pair: &[&str]| {
        let number = pair[1].parse().ok().filter(|number| (1..=9).contains(number))?;
        (pair[0] == "term").then_some(Season::Term(number))
    };
    let named =
        |word: &&str| SEASONS.iter().find(|(name, _)| name == word).map(|&(_, shown)| Season::Named(shown));
    let lone = |word: &&str| month(word).filter(|_| lone_months).map(|month| Season::Months(month, month));
    words
        .windows(2)
        .find_map(months)
        .or_else(|| words.iter().take(2).find_map(lone))
        .or_else(|| words.iter().find_map(named))
        .or_else(|| words.iter().find_map(quarter))
        .or_else(|| words.windows(2).find_map(numbered))
}

/// The number of a month, by its whole name or its first three letters (`sept` too).
fn month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().zip(LONG_MONTHS).position(|(short, long)| word == *short || word == *long);
    let at = at.or_else(|| (word == "sept").then_some(8))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(path: &str, text: &str) -> Option<String> {
        of(&Document::new(Origin::File(path.into()), text)).map(|term| term.to_string())
    }

    #[test]
    fn a_path_a_title_and_front_matter_name_a_term() {
        for (path, text, expected) in [
            ("programs/lfx-mentorship/2026/03-Sep-Nov/README.md", "", "LFX 2026 Sep–Nov"),
            ("lfx-mentorship\\2024\\01-Spring\\ideas.md", "", "LFX 2024 Mar–May"),
            ("lfx/2020/q1/ideas.md", "", "LFX 2020 Q1"),
            ("gsoc-2026.md", "", "GSoC 2026"),
            ("gsoc26/ideas.md", "# Ideas", "GSoC 2026"),
            ("summerofcode/2018.md", "", "GSoC 2018"),
            ("2025-02-ideas.md", "", "2025 Term 2"),
            ("2025-02-ideas.md", "# Ideas\n\nApply at LFX.", "LFX 2025 Jun–Aug"),
            ("2025-02-14-ideas.md", "", "2025"),
            ("2024-02-readme.md", "# Term 02 - 2024 June - August\n", "2024 Jun–Aug"),
            ("a.md", "# Term 02 - 2024 June - August\n", "2024 Jun–Aug"),
            ("a.md", "# Term 2, 2024\n", "2024 Term 2"),
            ("a.md", "# Google Summer of Code 2026 Ideas", "GSoC 2026"),
            ("a.md", "# 2026 Programme: accepting until May 8, 2026", "2026"),
            ("a.md", "---\ntitle: \"GSoC 2023\"\n---\n# Other 2020", "GSoC 2023"),
            ("a.md", "+++\ntitle = \"Outreachy 2022\"\n+++\n", "Outreachy 2022"),
            ("a.md", "---\ntitle: Ideas of Kestrel\n---\n# GSoC 2027 ideas", "GSoC 2027"),
            ("a.md", "---\ntitle: Outreachy\n---\n# Term 2, 2027", "Outreachy 2027 Term 2"),
            ("2024/march/ideas.md", "", "2024 Mar"),
            ("cncf/2022-01-ideas.md", "", "LFX 2022 Mar–May"),
            ("cncf/2018-gsoc.md", "", "GSoC 2018"),
            ("a.md", "### A lamp\n\nCNCF - Harbour: A lamp (2031 Term 3)\n", "LFX 2031 Sep–Nov"),
            ("2031-02.md", "CNCF - Harbour: A lamp (2030 Term 3)\n", "LFX 2031 Jun–Aug"),
            ("/home/2019/a/b/c/d/e/gsoc-2026/x.md", "", "GSoC 2026"),
        ] {
            assert_eq!(term(path, text).as_deref(), Some(expected), "{path} {text:?}");
        }
    }

    #[test]
    fn without_a_year_there_is_no_term() {
        for (path, text) in [("ideas.md", "# Ideas"), ("01-spring/a.md", ""), ("rfc-1999.md", ""), ("", "")] {
            assert_eq!(term(path, text), None, "{path} {text:?}");
        }
    }

    #[test]
    fn terms_are_in_order_of_time() {
        let of = |path: &str| of(&Document::new(Origin::File(path.into()), ""));
        assert!(of("2025/03-sep-nov") < of("2026/01-mar-may"));
        assert!(of("2026/01-mar-may") < of("2026/02-jun-aug"));
    }
}
