//! The problems on the screen: listed, narrowed down, gone to, fixed; the marks, and the mentor view.

use std::path::PathBuf;

use mentor_tui::app::Layer;
use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;
use mentor_tui::app::mentor_view;
use mentor_tui::app::problems::panel::ProblemPanel;
use mentor_tui::app::third::Third;
use mentor_tui::check::Severity;
use mentor_tui::model::Origin;
use mentor_tui::ui::theme::Theme;

use super::harness::{DESK, LISTING, SIZES, Stage, catalog};
use super::pictures::keep;

/// The scene at each of the three sizes, after the keys.
fn picture(scene: &str, keys: &str) {
    for size in SIZES {
        keep(scene, Stage::new(DESK, size).press(keys));
    }
}

/// A stage with the desk of a mentor.
fn desk_of(mentor: &str, text: &str, size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(text, size);
    stage.app.set_mentor_view(true);
    stage.press("/").paste(&mentor_view::filter(mentor, "")).press("<Enter>");
    stage
}

fn panel(stage: &Stage) -> &ProblemPanel {
    match stage.app.layer() {
        Some(Layer::Problems(panel)) => panel,
        other => panic!("no problems but {other:?}"),
    }
}

/// Where the document of most stages came from.
fn file() -> Origin {
    Origin::File(PathBuf::from("ideas.md"))
}

/// The message of the selected problem.
fn message(stage: &Stage) -> &str {
    panel(stage).selected().map_or("", |(_, problem)| &problem.found.message)
}

#[test]
fn pictures_of_problems() {
    picture("problems_marked", "");
    picture("problems", "! j");
    picture("problems_by_rule", "! <Tab> G");
    picture("problems_narrowed", "! / handle");
    picture("problems_gone_to", "! j <Enter>");
    picture("problems_mending", "! j a");
}

#[test]
fn the_third_pane_has_the_problems_of_the_selected_proposal_first() {
    let mut stage = Stage::new(DESK, (180, 40));
    stage.press("P P");
    for _ in 0..3 {
        let (_, entry) = stage.app.selected().unwrap();
        let title = entry.proposal.title.clone();
        let Some(Third::Problems(panel)) = stage.app.third() else { panic!("no problems") };
        let groups = (0..).map_while(|number| panel.group(number));
        let titles: Vec<String> = groups.map(|group| group.title.clone()).collect();
        let has_some = titles.contains(&title);
        assert_eq!(titles[0] == title, has_some, "{title}: {titles:?}");
        let text = stage.text();
        assert!(text.contains("Problems ") && text.contains(" warnings"), "{text}");
        stage.press("j");
    }
}

#[test]
fn pictures_of_a_desk() {
    for size in SIZES {
        let mut stage = desk_of("@ada-byron", DESK, size);
        keep("desk", stage.press("<Enter>"));
        let mut stage = desk_of("@ada-byron", DESK, size);
        keep("desk_problems", stage.press("!"));
    }
}

/// A problem of a project as a whole is at its heading, which belongs to none of its proposals.
#[test]
fn a_problem_beside_the_proposals_leads_to_the_one_below_it() {
    let text = DESK.replace("### Linkerd", "### Linkerdy");
    let mut stage = Stage::new(&text, (120, 40));
    stage.press("! / knows");
    let line = panel(&stage).selected().map(|(_, problem)| problem.line).unwrap();
    stage.press("<Enter> <Enter>");
    assert!(stage.app.layer().is_none());
    let (_, entry) = stage.app.selected().unwrap();
    assert_eq!(entry.proposal.project.as_deref(), Some("Linkerdy"));
    let said = &stage.app.notice().unwrap().text;
    assert!(said.contains(&format!("line {line} belongs to no proposal; this is the nearest")), "{said}");
}

#[test]
fn pictures_without_colour() {
    let mut stage = Stage::of(catalog(DESK, file()), (80, 24), Theme::MONO, "ideas.md");
    keep("plain_problems", stage.press("! j"));
    assert!(!stage.dump().contains("magenta") && !stage.dump().contains("red"));
    for word in ["✗ error", "! warning"] {
        assert!(stage.text().contains(word), "{word}");
    }
}

#[test]
fn those_of_the_selected_proposal_come_first() {
    let mut stage = Stage::new(DESK, (120, 40));
    stage.press("j j !");
    assert_eq!(message(&stage), "the proposal has no `Expected Outcome`");
    assert_eq!(panel(&stage).counts(), (6, 6));
    stage.press("<Tab> <Tab>");
    assert_eq!(message(&stage), "the proposal has no `Expected Outcome`", "the selection stays");
    stage.press("<Esc>");
    assert_eq!(stage.focus(), Focus::List);
}

#[test]
fn narrowing_is_kept_by_enter_and_undone_by_escape() {
    let mut stage = Stage::new(DESK, (80, 24));
    stage.press("! / warning").paste(" fog");
    assert_eq!((panel(&stage).counts(), message(&stage)), ((1, 6), "Ada Byron is the only mentor"));
    stage.press("<Enter>");
    assert_eq!((stage.focus(), panel(&stage).counts().0), (Focus::Problems, 1), "it is kept");
    stage.press("<Esc>");
    assert_eq!((stage.focus(), panel(&stage).counts().0), (Focus::Problems, 6));
    stage.press("/ q <Esc>");
    assert_eq!((stage.focus(), panel(&stage).counts().0), (Focus::Problems, 6), "typing ends and is undone");
    stage.press("<Esc>");
    assert_eq!(stage.focus(), Focus::List);
    stage.press("! / xyzzy");
    assert!(stage.text().contains("No match."));
    stage.press("<Enter> <Enter>");
    assert_eq!(stage.notice(), "No problem selected.");
}

#[test]
fn enter_leads_to_the_line_in_the_source_and_the_editor_follows() {
    for size in SIZES {
        let mut stage = Stage::new(DESK, size);
        stage.press("! G e");
        assert_eq!(stage.effects.pop(), Some(Effect::Edit(file(), 32)));
        stage.press("<Enter>");
        assert_eq!((stage.focus(), stage.selected()), (Focus::Detail, "Count the ships that pass at night"));
        assert_eq!(stage.notice(), "! warning MT204: the handle `bo-chen` has no `@`");
        assert!(stage.text().contains("32!"), "{}", stage.text());
        stage.press("e");
        assert_eq!(stage.effects.pop(), Some(Effect::Edit(file(), 32)));
        stage.press("v e");
        let heading = Effect::Edit(file(), 26);
        assert_eq!(stage.effects.pop(), Some(heading), "on the page there are no lines");
    }
}

#[test]
fn a_filter_that_hides_the_proposal_is_cleared() {
    let mut stage = Stage::new(DESK, (80, 24));
    stage.press("/ fog <Enter> ! G <Enter>");
    assert_eq!(stage.selected(), "Count the ships that pass at night");
    assert!(stage.notice().ends_with("(filter cleared: it hid this proposal)"), "{}", stage.notice());
}

#[test]
fn a_fix_is_looked_at_before_it_is_made() {
    let mut stage = Stage::new(DESK, (80, 24));
    stage.press("! j a");
    assert_eq!(stage.focus(), Focus::Fix);
    stage.press("<Esc>");
    assert_eq!((stage.focus(), stage.effects.len()), (Focus::Problems, 1), "nothing was made");
    for key in ["a", "<Enter>"] {
        stage.press("a").press(key);
        let Some(Effect::ApplyFix(preview)) = stage.effects.pop() else { panic!("{:?}", stage.effects) };
        assert_eq!(preview.new, DESK.replacen("(ada-byron,", "(@ada-byron,", 1));
        assert_eq!(stage.focus(), Focus::Problems);
    }
}

#[test]
fn what_is_not_fixed_here_says_why() {
    let refusal = |origin: Origin, keys: &str| {
        let mut stage = Stage::of(catalog(DESK, origin), (80, 24), Theme::TERMINAL, "ideas.md");
        stage.press("!").press(keys).press("a");
        assert!(stage.effects.is_empty(), "{:?}", stage.effects);
        stage.notice().to_owned()
    };
    assert_eq!(refusal(file(), ""), "Fix this by hand: press e to open the editor there.");
    assert_eq!(refusal(Origin::Stdin, "j"), "standard input is read-only. Only files can be fixed.");
    assert_eq!(
        refusal(file(), "/ outcome <Enter>"),
        "The fix has a blank that only you can fill. Press e to open the editor there."
    );
    let mut stage = Stage::new(DESK, (80, 24));
    stage.press("! j");
    stage.reread_unchecked(&DESK.replace("Cleo Diaz", "Cleo Dias"));
    stage.press("a");
    assert_eq!(stage.notice(), "ideas.md changed and is being checked. Try again in a moment.");
}

#[test]
fn the_problems_follow_what_is_read_again_and_the_eye_stays_where_it_is() {
    let mut stage = Stage::new(DESK, (120, 40));
    stage.press("! j");
    let before = stage.text();
    stage.reread_unchecked(&DESK.replacen("(ada-byron,", "(@ada-byron,", 1));
    let row = |text: &str| text.lines().position(|line| line.contains('▌'));
    assert_eq!(panel(&stage).counts().0, 6, "until the check has looked, what was found stays");
    stage.check();
    stage.draw();
    assert_eq!(panel(&stage).counts().0, 5);
    assert_eq!(row(&stage.text()), row(&before));
    assert_eq!(message(&stage), "the upstream address leads to a list of all issues");
    assert!(stage.rows()[0].ends_with("! 5"), "{}", stage.rows()[0]);
    stage.reread(&format!("# CNCF ideas\n\nSome words.\n{}", DESK.split_once('\n').unwrap().1));
    assert_eq!(message(&stage), "the upstream address leads to a list of all issues");
}

#[test]
fn where_nothing_is_wrong_that_is_said() {
    let good = DESK.split_once("#### A log book").unwrap().1;
    let mut stage = Stage::new(&format!("# CNCF ideas\n\n### Linkerd\n\n#### A log book{good}"), (80, 24));
    stage.press("!");
    assert_eq!((stage.notice(), stage.focus()), ("No problems found.", Focus::List));
    let mut stage = desk_of("@cleo-diaz", &DESK.replace("bo-chen, bo@", "@bo-chen, bo@"), (80, 24));
    stage.press("!");
    assert_eq!(panel(&stage).counts(), (1, 1), "only those of the desk");
}

/// Filtering by a mentor is what mentees do: it brings none of the mentor's tools, nor the signs of problems.
#[test]
fn what_mentors_need_is_off_until_it_is_asked_for() {
    for size in SIZES {
        let mut stage = Stage::new(DESK, size);
        let signs = |stage: &Stage| stage.rows().iter().any(|row| row.contains('✗') || row.contains(" ! "));
        stage.press("/").paste(&mentor_view::filter("@ada-byron", "")).press("<Enter> <Enter>");
        let text = stage.text();
        assert!(!text.contains("Readiness") && stage.app.mentor().is_none() && !signs(&stage), "{text}");
        stage.press("<Esc> R");
        assert!(stage.app.shows_problems() && stage.app.mentor() == Some("ada-byron"), "{size:?}");
        assert!(stage.notice().contains("Press R to turn it off"), "{}", stage.notice());
        stage.press("R");
        assert!(!stage.app.shows_problems() && stage.app.mentor().is_none(), "{size:?}");
        stage.press("! <Esc>");
        assert!(stage.app.shows_problems() && stage.app.mentor().is_none(), "{size:?}: the problems only");
        assert_eq!(signs(&stage), !stage.app.list().is_empty(), "{size:?}: {}", stage.text());
    }
}

/// What narrows the proposals of the mentor goes first, the mentor at the second `Esc`.
#[test]
fn esc_keeps_the_mentor_of_the_view_before_it_drops_the_filter() {
    let mut stage = desk_of("@ada-byron", DESK, (80, 24));
    let all = stage.app.list().len();
    stage.press("/").paste(" zzz").press("<Enter>");
    assert!(stage.app.list().is_empty());
    stage.press("<Esc>");
    assert_eq!(stage.app.list().len(), all);
    assert!(stage.notice().contains("All proposals of the mentor"), "{}", stage.notice());
    stage.press("<Esc>");
    assert!(stage.notice().contains("Filter cleared"), "{}", stage.notice());
}

#[test]
fn marks_are_for_listings_of_a_known_programme() {
    let marked = |text: &str| {
        let stage = Stage::new(text, (80, 24));
        let listings = stage.app.catalog().iter();
        let marks: Vec<Option<Severity>> = listings.map(|entry| stage.app.problems().mark(entry)).collect();
        (marks, stage.app.problem_count())
    };
    let (error, warning) = (Some(Severity::Error), Some(Severity::Warning));
    assert_eq!(marked(DESK), (vec![error, warning, warning, None], 6));
    let (marks, count) = marked(LISTING);
    assert!(marks.iter().all(Option::is_none) && count == 0);
    assert!(
        Stage::new(LISTING, (80, 24)).press("!").focus() == Focus::Problems,
        "they are listed all the same"
    );
}

#[test]
fn a_desk_follows_what_is_being_edited() {
    let mut stage = desk_of("@ada-byron", DESK, (120, 40));
    stage.press("j");
    assert!(stage.text().contains("61/100"), "{}", stage.text());
    let shorter = DESK.replace("Ring the bell when the fog comes", "Ring the bell");
    stage.reread(&shorter);
    assert_eq!(stage.selected(), "Ring the bell", "another title is another identity, and the same work");
    assert!(stage.text().contains("42/100"), "{}", stage.text());
    stage.reread(&shorter.replace("Two books that agree", "Three books that agree"));
    assert_eq!(stage.selected(), "A log book that cannot be lost", "what changed alone is what is written");
    stage.press("g");
    stage.reread(&shorter);
    assert_eq!(stage.selected(), "A log book that cannot be lost");
}
