//! Single cases: what one cause looks like, and what is no problem at all.

use mentor_tui::check::{Applicability, Severity};

/// A listing without a problem.
fn good() -> String {
    super::fixture("label-typo.good")
}

/// The findings in a listing: severity, code and message of each.
fn said(text: &str) -> Vec<String> {
    let catalog = super::catalog("", text);
    let found = super::found(&catalog);
    found.iter().map(|found| format!("{} {}", found.rule.code, found.message)).collect()
}

#[test]
fn an_address_with_two_signs_is_an_invalid_one_not_a_missing_one() {
    let text = good().replace("bo@example.org", "bo@tide@example.org");
    assert_eq!(said(&text), ["MT202 `bo@tide@example.org` is not an e-mail address"]);
}

#[test]
fn fields_that_stand_a_second_time_are_one_problem_the_lost_heading() {
    let text = good();
    let fields = &text[text.find("- Description").unwrap()..];
    let again = fields.replace("Ada Byron (@ada-byron, ada@", "Cy Dow (@cy-dow, cy@").replace("/12", "/13");
    let twice = format!("{text}\n{again}");
    let catalog = super::catalog("", &twice);
    let found = super::found(&catalog);
    assert_eq!(
        said(&twice),
        ["MT103 5 labels appear a second time, as if the heading of another proposal were missing here"]
    );
    assert_eq!((found[0].severity, found[0].related.len()), (Severity::Warning, 1));
    assert_eq!(found[0].span.of(&twice), "Description");
}

#[test]
fn marks_before_the_colon_are_told_as_such() {
    for marks in ["**", r"\*\*"] {
        let text = good().replace("Recommended Skills:", &format!("Recommended Skills{marks}:"));
        assert_eq!(
            said(&text),
            ["MT107 the label `Recommended Skills` is written with stray marks"],
            "{marks}"
        );
    }
}

#[test]
fn a_label_in_the_style_of_yaml_is_one_problem() {
    let text = super::fixture("label-shape.bad");
    let yaml = text.replace("- Description: ", "description: |\n  ");
    let found: Vec<String> = said(&yaml).into_iter().filter(|said| !said.contains("MT107")).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn of_addresses_upstream_only_issues_are_counted() {
    let issue = "https://github.com/goharbor/tides/issues/12";
    let with = |more: &str| said(&good().replace("https://example.org/tides/12", &format!("{issue} {more}")));
    assert_eq!(with("https://example.org/proposals/tides.md"), [""; 0]);
    assert_eq!(with("https://github.com/goharbor/tides/tree/main/docs"), [""; 0]);
    let several = ["MT303 2 upstream issues, one is allowed"];
    assert_eq!(with("https://github.com/goharbor/tides/issues/13"), several);
    assert_eq!(with("https://gitlab.com/example/tides/-/issues/13"), several);
}

#[test]
fn several_issues_are_told_at_their_label() {
    let text = good().replace(
        "https://example.org/tides/12",
        "https://github.com/goharbor/tides/issues/12 https://github.com/goharbor/tides/issues/13",
    );
    let found = super::found(&super::catalog("", &text));
    assert_eq!(found[0].span.of(&text), "Upstream Issue");
    assert_eq!(found[0].related.len(), 2);
}

#[test]
fn the_names_on_the_form_are_asked_of_documents_of_its_time() {
    let text = super::fixture("unknown-project.bad");
    assert_eq!(super::codes(&super::found(&super::catalog("", &text))), ["MT602"]);
    let old = text.replace("2026 Term 3", "2022 Term 1");
    assert_eq!(super::codes(&super::found(&super::catalog("", &old))), [""; 0]);
}

#[test]
fn blanks_and_tabs_are_counted_in_words_that_fit() {
    let text = good().replace("Outcome: The page", "Outcome:  \n\tThe page");
    let text = text.replace("cartography\n", "cartography \n").replace("- Mentor(s):", "- Mentor(s): ");
    assert_eq!(
        said(&text),
        ["MT503 1 line begins with a tab", "MT503 2 lines end with spaces"],
        "two blanks that break a line stay"
    );
}

#[test]
fn of_two_proposals_the_one_beside_the_projects_stands_wrong() {
    let (text, title) = (good(), "#### Read tides in the browser");
    let second = &text[text.find(title).unwrap()..];
    let other = second.replace(title, "# Count the gulls").replace("/12", "/13");
    let two = format!("{text}\n{other}");
    assert_eq!(said(&two), ["MT104 the heading of a proposal has level 1, the others have level 4"]);
}

/// A title that LFX would cut.
const LONG: &str =
    "Read the tides of every harbour of the bay and of the sea beyond it in the browser, by the hour";

#[test]
fn a_title_that_is_written_as_lfx_shall_have_it_is_the_one_that_counts() {
    let long = good().replace("Read tides in the browser", LONG);
    assert_eq!(said(&long), ["MT401 the LFX title has 124 characters, 24 too many"]);
    let written = |line: &str| said(&long.replace("\n- Description", &format!("\n{line}\n\n- Description")));
    assert_eq!(written("CNCF - Harbor: Read tides in the browser (2026 Term 3)"), [""; 0]);
    let too_long = format!("CNCF - Harbor: {} (2026 Term 3)", "tides ".repeat(14));
    assert_eq!(written(&too_long), ["MT401 the LFX title has 113 characters, 13 too many"]);
}

#[test]
fn a_term_at_the_end_of_a_title_is_not_counted_twice() {
    let title = format!("{} (2026 Term 3)", &LONG[..70]);
    assert_eq!(said(&good().replace("Read tides in the browser", &title)), [""; 0]);
}

#[test]
fn a_space_that_nobody_sees_is_named() {
    let text = good().replace("(@bo-chen, bo@", "(@bo-chen,\u{a0}bo@");
    assert_eq!(said(&text), ["MT502 a no-break space is here"]);
}

#[test]
fn a_name_within_a_word_is_not_left_out() {
    let fixes = |title: &str| {
        let text = good().replace("Read tides", title);
        super::found(&super::catalog("", &text)).into_iter().filter(|found| found.fix.is_some()).count()
    };
    assert_eq!(
        (fixes("Harbor: read tides"), fixes("Harbor - read tides"), fixes("Harbor-V2 tides")),
        (1, 1, 0)
    );
}

/// The good listing, and its proposal a second time below a line that shall be its heading.
fn followed_by(heading: &str) -> String {
    let (text, title) = (good(), "#### Read tides in the browser");
    let second = &text[text.find(title).unwrap()..];
    format!("{text}\n{}", second.replace(title, heading).replace("/12", "/13"))
}

#[test]
fn a_heading_without_a_blank_is_one_error() {
    let message = "MT104 no space follows `####`, so this is not a heading";
    for above in ["", "\n##### Notes\n\nThe sea is wide.\n"] {
        for between in ["", "\n"] {
            let text = followed_by("####Count the gulls");
            let text = text.replace("\n####Count", &format!("{above}{between}####Count"));
            // That the template has no heading of notes is another matter.
            let mut found = super::found(&super::catalog("", &text));
            found.retain(|found| found.rule.code != "MT110");
            let [one] = &found[..] else { panic!("{found:?}\n{text}") };
            assert_eq!(format!("{} {}", one.rule.code, one.message), message);
            let fix = found[0].fix.as_ref().unwrap();
            assert_eq!((found[0].severity, fix.applicability), (Severity::Error, Applicability::Unsafe));
        }
    }
    let prose =
        good().replace("- Mentor(s)", "  See #tides and\n  #harbour.\n\n#bay is wide.\n\n- Mentor(s)");
    let touched = super::found(&super::catalog("", &prose)).into_iter().filter_map(|found| found.fix);
    let bay = prose.find("#bay").unwrap();
    assert!(touched.flat_map(|fix| fix.edits).all(|edit| edit.span.start != bay), "no fix moves it");
}

#[test]
fn what_makes_a_text_unreadable_is_one_problem() {
    for below in ["<<<<<<< ours\n### Kepler\n=======\n### Kyverno\n>>>>>>> theirs\n", "```yaml\ntide: high\n"]
    {
        for above in ["https://example.org/tides/12", "A page\n  with tides"] {
            let text = good();
            let at = text.find("- Upstream").unwrap();
            let text = format!("{}- Upstream Issue: {above}\n\n{below}", &text[..at]);
            let said: Vec<String> = said(&text).into_iter().filter(|said| !said.starts_with("MT3")).collect();
            assert!(matches!(&said[..], [one] if one.starts_with("MT901")), "{said:?}\n{text}");
        }
    }
}

#[test]
fn a_heading_among_proposals_without_fields_is_told() {
    let said_of = |more: &str| said(&format!("{}\n{more}", good()));
    for below in ["", "\nA box that counts gulls.\n", "\nAsk Ada, who counts them.\n"] {
        let more = format!("#### Count the gulls\n{below}");
        assert_eq!(
            said_of(&more),
            ["MT101 `Count the gulls` has no fields, so it is not read as a proposal"],
            "{below}"
        );
    }
    for none in
        ["#### Notes\n\nWrite to us.\n", "#### Sample\n\nText.\n", "## Contact\n\n#### By mail\n\nText.\n"]
    {
        assert_eq!(said_of(none), [""; 0], "{none}");
    }
}

#[test]
fn a_proposal_has_a_title() {
    let text = followed_by("####");
    assert_eq!(said(&text), ["MT101 the proposal has no title"]);
}

#[test]
fn the_last_project_can_be_empty_and_what_closes_a_listing_is_none() {
    let said_of = |more: &str| said(&format!("{}\n{more}", good()));
    let empty = ["MT603 `Volcano` has no proposals"];
    for more in ["### Volcano\n", "## Tools\n\n### Volcano\n", "### Volcano\n\n## Contact\n\nWrite to us.\n"]
    {
        assert_eq!(said_of(more), empty, "{more}");
    }
    for closing in ["### Contact\n", "### Notes\n\nText.\n", "## How to apply\n\n### Timeline\n"] {
        assert_eq!(said_of(closing), [""; 0], "{closing}");
    }
}

#[test]
fn a_title_that_stands_twice_in_its_project_is_told() {
    let again = followed_by("#### Read Tides in the browser");
    assert_eq!(said(&again), ["MT701 the proposal on line 5 has this title already"]);
    let found = super::found(&super::catalog("", &again));
    assert_eq!(found[0].severity, Severity::Warning);
    let other = followed_by("### Volcano\n\n#### Read tides in the browser");
    assert_eq!(said(&other), [""; 0]);
}

#[test]
fn the_title_of_the_document_is_no_project() {
    let text = format!("{}\n# Notes\n\nText.\n", good());
    assert_eq!(said(&text), [""; 0]);
}

#[test]
fn other_marks_in_an_entry_of_a_mentor_are_mended() {
    let written = "Bo Chen (@bo-chen, bo@example.org)";
    for entry in [
        "Bo Chen (@bo-chen; bo@example.org)",
        "Bo Chen (@bo-chen / bo@example.org)",
        "Bo Chen (@bo-chen, bo@example.org),",
        "Bo Chen (@bo-chen， [bo@example.org](mailto:bo@example.org))",
        "Bo Chen （@bo-chen，bo@example.org）",
    ] {
        let text = good().replace(written, entry);
        let catalog = super::catalog("", &text);
        let found = super::found(&catalog);
        assert_eq!(super::codes(&found), ["MT207"], "{entry}");
        assert_eq!(super::fixing::mended(&text), good(), "{entry}");
    }
}

#[test]
fn labels_without_a_bullet_can_be_mended() {
    let one_line = good().replace("- Description", "Description");
    let below = good().replace("- Mentor(s)", "Mentor(s)");
    for (text, has_help) in [(one_line, false), (below, true)] {
        let found = super::found(&super::catalog("", &text));
        let found = found.iter().find(|found| found.rule.code == "MT107").unwrap();
        assert_eq!(found.fix.as_ref().unwrap().applicability, Applicability::Safe);
        assert_eq!(found.help.is_some(), has_help);
        assert_eq!(super::fixing::mended(&text), good());
    }
}

#[test]
fn in_a_form_one_cause_is_one_finding() {
    let form = super::fixture("form-section.good");
    let text = form.replace("### Upstream Issue URL", "### Upstream");
    assert_eq!(said(&text), ["MT951 the form has no `### Upstream Issue URL`"]);
    let title = form.split("### Program Name").nth(1).unwrap().trim().lines().next().unwrap();
    let long = form.replace(title, LONG);
    let found = super::found(&super::catalog("", &long));
    let [too_long] = &found[..] else { panic!("{found:?}") };
    assert_eq!(too_long.rule.code, "MT401");
    assert!(LONG.ends_with(too_long.span.of(&long)) && !too_long.span.is_empty());
}
