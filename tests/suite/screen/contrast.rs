//! Every pair of colours that a theme puts on the screen can be read: WCAG's contrast of 4.5 to 1, and 3 to 1 for what
//! is dim.

use std::collections::HashSet;

use mentor_tui::app::notice::Notice;
use mentor_tui::ui::theme::{Background, Role, THEMES, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::harness::{DESK, LISTING, SIZES, Stage};

/// Red, green and blue.
type Rgb = [u8; 3];

/// A text and a background that a terminal may have: of those themes that many people use.
struct Ground {
    text: Rgb,
    back: Rgb,
}

const fn ground(text: Rgb, back: Rgb) -> Ground {
    Ground { text, back }
}

const LIGHT: [Ground; 4] = [
    ground([0x00, 0x00, 0x00], [0xff, 0xff, 0xff]),
    ground([0x58, 0x6e, 0x75], [0xfd, 0xf6, 0xe3]),
    ground([0x4c, 0x4f, 0x69], [0xef, 0xf1, 0xf5]),
    ground([0x3c, 0x38, 0x36], [0xee, 0xe8, 0xd5]),
];
const DARK: [Ground; 7] = [
    ground([0xbf, 0xbf, 0xbf], [0x00, 0x00, 0x00]),
    ground([0x93, 0xa1, 0xa1], [0x00, 0x2b, 0x36]),
    ground([0xeb, 0xdb, 0xb2], [0x28, 0x28, 0x28]),
    ground([0xab, 0xb2, 0xbf], [0x28, 0x2c, 0x34]),
    ground([0xd8, 0xde, 0xe9], [0x2e, 0x34, 0x40]),
    ground([0xff, 0xff, 0xff], [0x30, 0x0a, 0x24]),
    ground([0xc6, 0xd0, 0xf5], [0x30, 0x34, 0x46]),
];
/// Brings its own, on any.
const ANY: [Ground; 2] =
    [ground([0x00, 0x00, 0x00], [0xff, 0xff, 0xff]), ground([0xff, 0xff, 0xff], [0x00, 0x00, 0x00])];

const STATES: [&str; 13] = [
    "",
    "<Enter>",
    "<Enter> G",
    "<Enter> v",
    "/ plugin",
    "/ rust <Enter>",
    "<Enter> / plugin <Enter> n",
    "?",
    "O",
    "!",
    "! j <Enter>",
    "! j a",
    "/ mentor:ada-byron <Enter>",
];

/// All that Markdown can look like.
const PROSE: &str = "## P\n\n### T\n\n- Skills: a\n- Mentor: B (@b)\n- Description:\n\n  # One `a`\n\n  ## Two\n\n  ### Three\n\n  #### Four\n\n  \
    ##### Five\n\n  ###### Six [a](https://example.org)\n\n  **a** *b* ~~c~~ `d` [**e**](https://example.org)\n\n  > `q`\n\n  ```rust\n  f\n  ```\n\n  \
    | g | h |\n  |---|---|\n  | i | j |\n";

#[test]
fn every_pair_of_colours_can_be_read() {
    let stages = stages();
    for &(name, theme, background) in THEMES {
        match background {
            Background::Light => check(&stages, theme, &LIGHT, 4.5, 4.5),
            Background::Dark => check(&stages, theme, &DARK, 4.5, 4.5),
            Background::Own if name == "high-contrast" => check(&stages, theme, &ANY, 7.0, 7.0),
            Background::Own => check(&stages, theme, &ANY, 4.5, 3.0),
            Background::Unknown | Background::Any => {}
        }
    }
    // Without colours of its own a theme is as readable as the terminal: nothing is hidden on it.
    each_cell(&stages, Theme::MONO, |cell| assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset)));
}

#[track_caller]
fn check(stages: &[Stage], theme: Theme, grounds: &[Ground], text: f64, dim: f64) {
    let mut seen = HashSet::new();
    each_cell(stages, theme, |cell| {
        // Lines and bars show nothing that has to be read.
        if cell.symbol().chars().all(|c| matches!(c, '\u{2500}'..='\u{259f}' | ' '))
            || !seen.insert(cell.style())
        {
            return;
        }
        assert!(!cell.modifier.contains(Modifier::DIM), "nobody knows how dim: {cell:?}");
        let is_dim = Some(cell.fg) == theme.style(Role::Dim).fg;
        let least = if is_dim { dim } else { text };
        for ground in grounds {
            let ratio = contrast(rgb(cell.fg, ground.text), rgb(cell.bg, ground.back));
            assert!(ratio >= least, "{ratio:.1} for {cell:?} on {:02x?}", ground.back);
        }
    });
}

/// Many states, on the smallest screen also with a notice.
fn stages() -> Vec<Stage> {
    let mut stages = Vec::new();
    for text in [LISTING, PROSE, DESK] {
        let stage = Stage::new(text, SIZES[0]);
        for (size, keys) in SIZES.iter().flat_map(|size| STATES.map(|keys| (size, keys))) {
            let mut stage = stage.clone();
            stage.resize(*size).press(keys);
            stages.push(stage.clone());
            if *size != SIZES[0] {
                continue;
            }
            stage.app.notify(Notice::error("not opened".to_owned()));
            stage.draw();
            stages.push(stage);
        }
    }
    stages
}

/// Visits every cell of many screens.
fn each_cell(stages: &[Stage], theme: Theme, mut visit: impl FnMut(&Cell)) {
    for stage in stages {
        stage.in_theme(theme).buffer().content().iter().for_each(&mut visit);
    }
}

/// A colour of the part of the palette that no terminal changes, or the terminal's own.
fn rgb(color: Color, own: Rgb) -> Rgb {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match color {
        Color::Reset => own,
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(gray @ 232..) => [8 + 10 * (gray - 232); 3],
        Color::Indexed(cube @ 16..) => {
            [(cube - 16) / 36, (cube - 16) / 6 % 6, (cube - 16) % 6].map(|step| STEPS[usize::from(step)])
        }
        other => panic!("{other:?} may be any colour"),
    }
}

/// From 1 (none) to 21, as WCAG 2.2 defines it.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: Rgb) -> f64 {
    let linear = rgb.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
