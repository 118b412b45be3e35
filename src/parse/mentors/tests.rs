//! People as they are written in fields.

use super::*;

fn people(value: &str) -> Vec<(String, Option<String>, Option<String>, bool)> {
    let mentors = read(value, &Outline::of(value), Span::new(0, value.len()), false);
    mentors.people.into_iter().map(|m| (m.name, m.github, m.email, m.primary)).collect()
}

fn person(name: &str, github: &str, email: &str) -> (String, Option<String>, Option<String>, bool) {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (name.to_owned(), some(github), some(email), false)
}

#[test]
fn every_form_of_an_entry_is_read() {
    for entry in [
        "Ada Byron (@ada, ada@example.org)",
        "Ada Byron(@ada , ada@example.org)",
        "Ada Byron (@ada,ada@example.org )",
        "Ada Byron (ada, ada@example.org)",
        "Ada Byron (@ada ada@example.org)",
        "Ada Byron: (@ada,\u{a0}ada@example.org)",
        "Ada Byron（@ada，ada@example.org）",
        "**Ada Byron** (`@ada`, <ada@example.org>)",
        "[Ada Byron](https://github.com/ada) (ada@example.org)",
        "Ada Byron ([@ada](https://github.com/ada), [mail](mailto:ada@example.org))",
        "Ada Byron, @ada, ada@example.org",
        "Ada Byron @ada <ada@example.org>",
        "Mentor Name: Ada Byron (@ada, ada@example.org)",
        "Ada Byron (@ada, ada@example.org) - the address of her account",
    ] {
        assert_eq!(people(entry), [person("Ada Byron", "ada", "ada@example.org")], "{entry}");
    }
}

#[test]
fn what_is_missing_stays_missing() {
    assert_eq!(people("@ada"), [person("ada", "ada", "")]);
    assert_eq!(people("[@ada](https://github.com/ada)"), [person("ada", "ada", "")]);
    assert_eq!(people("ada@example.org"), [person("ada@example.org", "", "ada@example.org")]);
    assert_eq!(people("Ada (@ada)"), [person("Ada", "ada", "")]);
    assert_eq!(people("Ada (x AT example DOT org)"), [person("Ada", "", "x AT example DOT org")]);
    assert_eq!(people("[Ada](https://example.org/ada)"), [person("Ada", "", "")]);
}

#[test]
fn a_number_is_no_part_of_a_name() {
    for number in [7, 999, 1000, 123_456] {
        let value = format!("Ada Byron (@ada)\nSee [net {number}](https://example.org/{number}).\n");
        assert_eq!(people(&value), [person("Ada Byron", "ada", "")], "{number}");
    }
}

#[test]
fn a_second_name_in_brackets_belongs_to_the_name() {
    let name = "Ada Byron (Lady Lace)";
    assert_eq!(people(&format!("{name} (@ada, ada@example.org)")), [person(name, "ada", "ada@example.org")]);
    assert_eq!(people("Ada Byron (they/them)"), [person("Ada Byron", "", "")]);
    assert_eq!(people("@ada (Ada Byron - Engines)"), [person("Ada Byron", "ada", "")]);
    assert_eq!(people("@ada (mentor)"), [person("ada", "ada", "")]);
}

#[test]
fn several_people_share_a_line() {
    let two = [person("Ada B", "ada", ""), person("Bo C", "bo", "")];
    for line in [
        "Ada B (@ada), Bo C (@bo)",
        "Ada B @ada; Bo C @bo",
        "Ada B (@ada) and Bo C (@bo)",
        "Ada B (@ada) & Bo C (@bo)",
        "Ada B (@ada), and Bo C (@bo)",
        "Ada B (@ada), and\nBo C (@bo)",
        "[Ada B](https://github.com/ada) | [Bo C](https://github.com/bo)",
        "Ada B (@ada)<br>Bo C (@bo)",
        "- Ada B (@ada)\n- Bo C (@bo)",
    ] {
        assert_eq!(people(line), two, "{line}");
    }
}

#[test]
fn nobody_takes_what_another_one_is_called() {
    let two = [person("Ada", "", ""), person("bo", "bo", "")];
    for line in [
        "[Ada](https://example.org/ada) and @bo",
        "Ada & @bo",
        "[Ada](https://example.org/ada), and @bo",
        "Ada or @bo",
    ] {
        assert_eq!(people(line), two, "{line}");
    }
    let one = [person("Byron, Ada", "ada", "")];
    for line in ["\"Byron, Ada\" (@ada)", "“Byron, Ada” (@ada)", "\"Byron, Ada\", @ada"] {
        assert_eq!(people(line), one, "{line}");
    }
    assert_eq!(
        people("Ada \"The Countess\" Byron (@ada)"),
        [person("Ada \"The Countess\" Byron", "ada", "")]
    );
    let pictured = [person("Ada", "ada", "")];
    assert_eq!(people("Ada (@ada)\n![the pier](https://example.org/pier.png)"), pictured);
    assert_eq!(people("![Ada](https://example.org/ada.png) Ada (@ada)"), pictured);
}

#[test]
fn forms_of_the_field() {
    let two = [person("Ada B", "ada", ""), person("Bo C", "bo", "")];
    let plain = [person("Ada Byron", "", ""), person("Bo Chen", "", "")];
    let one = [person("Ada Byron", "ada", "")];
    let site = [person("Ada Byron", "", "")];
    let doctor = [person("Jane Roe, PhD", "jane", "")];
    let bare = [person("Jane Roe, PhD", "", ""), person("Bo Chen", "", "")];
    let handles = [person("ada", "ada", ""), person("bo", "bo", "")];
    let hidden = [person("Ada", "ada", "ada [at] example [dot] org")];
    let mohammed = [person("Ada Byron", "", ""), person("Md Chen", "", "")];
    let cases: &[(&str, &[_])] = &[
        ("Ada B (@ada) or Bo C (@bo)", &two),
        ("Ada B (@ada) / Bo C (@bo)", &two),
        ("Ada B (@ada) Bo C (@bo)", &two),
        ("[Ada B](https://github.com/ada) [Bo C](https://github.com/bo)", &two),
        ("[Ada B](https://github.com/ada)[Bo C](https://github.com/bo)", &two),
        ("[Ada B](https://github.com/ada) or [Bo C](https://github.com/bo)", &two),
        ("[Ada B](github.com/ada), [Bo C](http://www.github.com/bo/)", &two),
        ("Ada B @ada & Bo C @bo", &two),
        ("[@ada](https://github.com/ada) [@bo](https://github.com/bo)", &handles),
        ("@ada, @bo", &handles),
        ("@ada @bo", &handles),
        ("Ada Byron and Bo Chen", &plain),
        ("Ada Byron or Bo Chen", &plain),
        ("Ada Byron; Bo Chen", &plain),
        ("Ada Byron | Bo Chen", &plain),
        ("Ada Byron & Bo Chen", &plain),
        ("Ada Byron<br>Bo Chen", &plain),
        ("Ada Byron ([GitHub](https://github.com/ada), [Zulip](https://example.org/u/1))", &one),
        ("Ada Byron ([Zulip](https://example.org/u/1), [GitHub](https://github.com/ada))", &one),
        ("Ada Byron ([github](https://github.com/ada))", &one),
        ("Ada Byron ([@ada](https://github.com/ada))", &one),
        ("Ada Byron (https://github.com/ada)", &one),
        ("Ada Byron - https://github.com/ada", &one),
        ("Ada Byron (GitHub: @ada)", &one),
        ("Ada Byron (GitHub: ada, Slack: @ada-slack)", &one),
        ("Ada Byron (github.com/ada)", &one),
        ("Ada Byron [@ada]", &one),
        ("@ada (Ada Byron)", &one),
        ("Ada Byron ([Zulip](https://example.org/u/1))", &site),
        ("[Ada Byron](https://gitlab.example.org/ada)", &site),
        ("[Ada Byron](https://www.linkedin.com/in/ada)", &site),
        ("Ada Byron (Example Ltd.)", &site),
        ("Jane Roe, PhD (@jane)", &doctor),
        ("Jane Roe, PhD, Bo Chen", &bare),
        ("Ada Byron, Md Chen", &mohammed),
        ("Ada Byron (engineer at Example Inc.)", &site),
        ("Ada (@ada, ada [at] example [dot] org)", &hidden),
    ];
    for (entry, expected) in cases {
        assert_eq!(&people(entry), expected, "{entry}");
    }
}

#[test]
fn the_primary_one_is_marked() {
    for entry in
        ["Ada (@ada) - Primary", "Primary: Ada (@ada)", "Ada (@ada, primary)", "Ada (@ada) **(primary)**"]
    {
        let people = people(entry);
        assert_eq!((people[0].0.as_str(), people[0].3), ("Ada", true), "{entry}");
    }
}

#[test]
fn what_names_nobody_is_told() {
    for entry in
        ["TBD", "???", "Some ideas:", "Please write to the list that you find on our site for details."]
    {
        let mentors = read(entry, &Outline::of(entry), Span::new(0, entry.len()), false);
        assert_eq!((mentors.people.len(), mentors.unread.len()), (0, 1), "{entry}");
    }
}
