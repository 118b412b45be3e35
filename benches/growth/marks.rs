//! Listings in which one mark of Markdown, or one character, is repeated.

use crate::listings::{PROPOSAL, proposal, times};
use crate::subject::{Make, Repetition};

/// So many repetitions of a piece of text in one line of a proposal.
fn line(piece: &str, count: usize) -> Vec<String> {
    proposal(&format!("- Outcome: {}\n", piece.repeat(count)))
}

/// An address of this many bytes.
fn address(bytes: usize) -> String {
    format!("https://example.org/{}", "a".repeat(bytes))
}

const REPETITIONS: &[(&str, usize, Make)] = &[
    ("links", 1000, |n| proposal(&times(n, |at| format!("See [net {at}](https://example.org/{at}).\n")))),
    ("links in a line", 1000, |n| proposal(&times(n, |at| format!("[net {at}](https://example.org/{at}) ")))),
    ("bare addresses in a line", 1000, |n| proposal(&times(n, |at| format!("https://example.org/{at} ")))),
    ("addresses in angle brackets", 1000, |n| {
        proposal(&times(n, |at| format!("<https://example.org/{at}> ")))
    }),
    ("e-mail addresses", 1000, |n| proposal(&times(n, |at| format!("ada{at}@example.org ")))),
    ("images", 1000, |n| line("![net](a.png) ", n)),
    ("references", 600, |n| {
        let uses = times(n, |at| format!("[net {at}][{at}]\n"));
        proposal(&format!("{uses}\n{}", times(n, |at| format!("[{at}]: https://example.org/{at}\n"))))
    }),
    ("references of another proposal", 600, |n| {
        let uses =
            times(n, |at| format!("#### Mend {at}\n\n- Description: See [net][{at}].\n- Mentors: Ada\n\n"));
        vec![format!(
            "### Harbour\n\n{uses}\n### Links\n\n{}",
            times(n, |at| format!("[{at}]: https://example.org/{at}\n"))
        )]
    }),
    ("unused references", 2000, |n| proposal(&times(n, |at| format!("[{at}]: https://example.org/{at}\n")))),
    ("references without a definition", 3000, |n| proposal(&times(n, |at| format!("[net {at}][x{at}]\n")))),
    ("one long reference in a proposal", 500, |n| {
        proposal(&format!("{}\n[x]: {}\n", "[net][x]\n".repeat(n), address(n * 9)))
    }),
    ("one long reference in many proposals", 200, |n| {
        let uses =
            times(n, |at| format!("#### Mend {at}\n\n- Description: See [net][x].\n- Mentors: Ada\n\n"));
        vec![format!("### Harbour\n\n{uses}\n### Links\n\n[x]: {}\n", address(n * 50))]
    }),
    ("one long reference as upstream", 200, |n| {
        let uses = times(n, |at| {
            format!("#### Mend {at}\n\n- Description: A.\n- Upstream: [net][x]\n- Mentors: Ada\n\n")
        });
        vec![format!("### Harbour\n\n{uses}\n### Links\n\n[x]: {}\n", address(n * 50))]
    }),
    ("footnotes", 600, |n| {
        let uses = times(n, |at| format!("Words[^{at}].\n"));
        proposal(&format!("{uses}\n{}", times(n, |at| format!("[^{at}]: A note.\n\n"))))
    }),
    ("uses of a footnote", 2000, |n| proposal(&format!("{}\n[^1]: A note.\n", "Words[^1] ".repeat(n)))),
    ("one long footnote of many proposals", 200, |n| {
        let uses = times(n, |at| format!("#### Mend {at}\n\n- Description: See[^1].\n- Mentors: Ada\n\n"));
        vec![format!("### Harbour\n\n{uses}\n### Notes\n\n[^1]: {}\n", "note ".repeat(n * 10))]
    }),
    ("footnotes of many proposals", 300, |n| {
        let uses = times(n, |at| format!("#### Mend {at}\n\n- Description: See[^{at}].\n- Mentors: Ada\n\n"));
        vec![format!(
            "### Harbour\n\n{uses}\n### Notes\n\n{}",
            times(n, |at| format!("[^{at}]: A note.\n\n"))
        )]
    }),
    ("rows of a table", 1000, |n| {
        proposal(&format!("\n| a | b |\n|---|---|\n{}", "| net | mend |\n".repeat(n)))
    }),
    ("columns of a table", 1000, |n| {
        proposal(&format!("\n|{}\n|{}\n|{}\n", "a|".repeat(n), "---|".repeat(n), "b|".repeat(n)))
    }),
    ("cells of a table", 1500, |n| {
        let n = n.isqrt();
        let row = format!("|{}\n", "b|".repeat(n));
        proposal(&format!("\n|{}\n|{}\n{}", "a|".repeat(n), "---|".repeat(n), row.repeat(n)))
    }),
    ("short rows of a wide table", 600, |n| {
        proposal(&format!("\n|{}\n|{}\n{}", "a|".repeat(n), "---|".repeat(n), "| b |\n".repeat(n)))
    }),
    ("rows below a long head", 800, |n| {
        let head = format!("| {} | b |\n|---|---|\n", "net ".repeat(n));
        proposal(&format!(
            "\n{head}{}\n\n|{}\n|{}\n",
            "| c | d |\n".repeat(n),
            "a|".repeat(99),
            "---|".repeat(99)
        ))
    }),
    ("rows below a long stacked head", 800, |n| {
        let head = format!("| {} |{}\n|{}\n", "net ".repeat(n), "a|".repeat(99), "---|".repeat(100));
        proposal(&format!("\n{head}{}\n", "| c | d |\n".repeat(n)))
    }),
    ("a long cell", 4000, |n| proposal(&format!("\n| a | b |\n|---|---|\n| {} | c |\n", "net ".repeat(n)))),
    ("tables", 800, |n| proposal(&"\n| a | b |\n|---|---|\n| c | d |\n".repeat(n))),
    ("comments", 1500, |n| proposal(&times(n, |at| format!("<!-- note {at} -->\n")))),
    ("comments in a line", 1500, |n| line("<!-- note --> ", n)),
    ("comments without an end", 3000, |n| line("<!-- ", n)),
    ("comments to the check", 500, |n| proposal(&"<!-- mentor-disable MT401 -->\n\n".repeat(n))),
    ("comments to the next line", 500, |n| {
        proposal(&"<!-- mentor-disable-next-line MT303 -- why -->\n- Description: v\n\n".repeat(n))
    }),
    ("comments of many rules", 1500, |n| {
        proposal(&format!("<!-- mentor-disable {} -->\n\n", "MT401, ".repeat(n)))
    }),
    ("comments of many proposals", 300, |n| {
        vec![times(n, |at| {
            format!(
                "## Mend {at}\n\n<!-- mentor-disable-program MT401 -->\n- Description: A\n- Mentors: Ada\n\n"
            )
        })]
    }),
    ("HTML blocks", 800, |n| {
        proposal(&"\n<details><summary>More</summary>\n\nWords.\n\n</details>\n".repeat(n))
    }),
    ("nested HTML blocks", 1500, |n| proposal(&format!("\n{}Words.\n", "<details>\n\n".repeat(n)))),
    ("HTML tags", 2000, |n| line("<b>net</b> ", n)),
    ("open HTML tags", 4000, |n| line("<b>", n)),
    ("line breaks in HTML", 3000, |n| line("a<br>", n)),
    ("HTML attributes", 2000, |n| line("<a href=\"x\" ", n)),
    ("HTML paragraphs", 800, |n| proposal(&"\n<p>net</p>\n".repeat(n))),
    ("HTML tables", 800, |n| proposal(&format!("\n<table>{}</table>\n", "<tr><td>a</td></tr>\n".repeat(n)))),
    ("angle brackets", 8000, |n| line("<", n)),
    ("entities", 4000, |n| line("&amp;", n)),
    ("escapes", 8000, |n| line("\\*", n)),
    ("U+00A0", 8000, |n| line("\u{a0}", n)),
    ("U+00A0 between words", 4000, |n| line("a\u{a0}", n)),
    ("U+202E", 4000, |n| line("\u{202e}", n)),
    ("U+202E in lines", 1000, |n| proposal(&"a\u{202e}b\n".repeat(n))),
    ("U+200B", 4000, |n| line("a\u{200b}", n)),
    ("NUL", 8000, |n| line("\0", n)),
    ("ESC", 8000, |n| line("\u{1b}[1m", n / 4)),
    ("tabs", 8000, |n| line("\t", n)),
    ("spaces", 16000, |n| line(" ", n)),
    ("spaces at the end of lines", 2000, |n| proposal(&"a  \n".repeat(n))),
    ("combining marks", 8000, |n| line("\u{301}", n)),
    ("letters with combining marks", 4000, |n| line("e\u{301}", n)),
    ("joined emoji", 1000, |n| line("👩\u{200d}🚀 ", n)),
    ("endlessly joined emoji", 1000, |n| line("🚀\u{200d}", n)),
    ("flags", 2000, |n| line("🇩", n)),
    ("wide letters", 4000, |n| line("漢", n)),
    ("accents", 4000, |n| line("Łódź ", n)),
    ("one word", 30000, |n| line("a", n)),
    ("words", 6000, |n| line("net ", n)),
    ("one number", 30000, |n| line("1", n)),
    ("full stops", 16000, |n| line(".", n)),
    ("colons", 8000, |n| line("a: ", n)),
    ("slashes", 16000, |n| line("/", n)),
    ("hyphens", 16000, |n| line("-", n)),
    ("at signs", 8000, |n| line("@a", n)),
    ("addresses without blanks", 1000, |n| line("https://example.org/", n)),
    ("commas", 16000, |n| line(",", n)),
    ("parentheses", 16000, |n| line("(", n)),
    ("emphasis", 4000, |n| line("*_", n)),
    ("words in emphasis", 3000, |n| line("*a* ", n)),
    ("open emphasis", 4000, |n| line("**a ", n)),
    ("strikes", 4000, |n| line("~~a ", n)),
    ("brackets", 8000, |n| line("[", n)),
    ("nested brackets", 4000, |n| line(&format!("{}{}", "[".repeat(n), "]".repeat(n)), 1)),
    ("open links", 4000, |n| line("[a](", n)),
    ("open images", 4000, |n| line("![", n)),
    ("backticks", 16000, |n| line("`", n)),
    ("code", 4000, |n| line("`a` ", n)),
    ("backticks of growing length", 3000, |n| {
        line(&times(n.isqrt() * 2, |at| format!("{} ", "`".repeat(at))), 1)
    }),
    ("fences", 1500, |n| proposal(&"\n```sh\nmend\n```\n".repeat(n))),
    ("lines of code", 3000, |n| proposal(&format!("\n```\n{}```\n", "mend\tnet\n".repeat(n)))),
    ("lines of indented code", 3000, |n| proposal(&format!("\nWords\n\n{}", "        mend\n".repeat(n)))),
    ("one line of code", 20000, |n| proposal(&format!("\n```\n{}\n```\n", "mend ".repeat(n / 5)))),
    ("nested quotes", 8000, |n| proposal(&format!("\n{} a\n", "> ".repeat(n)))),
    ("quotes", 1500, |n| proposal(&"\n> words\n".repeat(n))),
    ("alerts", 800, |n| proposal(&"\n> [!NOTE]\n> words\n".repeat(n))),
    ("nested items", 8000, |n| proposal(&format!("\n{}a\n", "- ".repeat(n)))),
    ("deeper items", 6000, |n| proposal(&times(n.isqrt(), |at| format!("{}- a\n", "  ".repeat(at))))),
    ("numbered items", 2000, |n| proposal(&times(n, |at| format!("{at}. a\n")))),
    ("tasks", 2000, |n| proposal(&"- [ ] a\n".repeat(n))),
    ("rules", 3000, |n| proposal(&"\n---\n".repeat(n))),
    ("blank lines", 16000, |n| proposal(&"\n".repeat(n))),
    ("line ends of Windows", 2000, |n| vec![PROPOSAL.replace('\n', "\r\n") + &"a net\r\n\r\n".repeat(n)]),
    ("line ends of old", 2000, |n| vec![PROPOSAL.replace('\n', "\r") + &"a net\r\r".repeat(n)]),
    ("marks of a merge", 1000, |n| proposal(&"\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n".repeat(n))),
    ("open marks of a merge", 2000, |n| proposal(&"\n<<<<<<< ours\n".repeat(n))),
];

pub(crate) fn all() -> impl Iterator<Item = Repetition> {
    REPETITIONS.iter().map(|&(name, count, make)| Repetition::new(name, count, make))
}
