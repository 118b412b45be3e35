//! A screen of cells as SVG. Colours are classes, so that the picture is light or dark as its reader is.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

/// The size of a cell and of the margin, in the picture's units. A cell is as high as its letters, so that
/// the lines of boxes meet.
const WIDTH: f32 = 8.7;
const HEIGHT: f32 = 17.0;
const MARGIN: f32 = 12.0;

/// Foreground, background and the sixteen colours: on light, on dark.
const PALETTE: [(&str, &str, &str); 18] = [
    ("fg", "#1f2328", "#e6edf3"),
    ("bg", "#ffffff", "#0d1117"),
    ("c0", "#1f2328", "#30363d"),
    ("c1", "#b3261e", "#ff7b72"),
    ("c2", "#116329", "#56d364"),
    ("c3", "#7d4e00", "#e3b341"),
    ("c4", "#0550ae", "#79c0ff"),
    ("c5", "#7b2fbe", "#d2a8ff"),
    ("c6", "#0b6a75", "#76e3ea"),
    ("c7", "#8c959f", "#c9d1d9"),
    ("c8", "#656d76", "#8b949e"),
    ("c9", "#cf222e", "#ffa198"),
    ("c10", "#1a7f37", "#7ee787"),
    ("c11", "#9a6700", "#f2cc60"),
    ("c12", "#0969da", "#a5d6ff"),
    ("c13", "#8250df", "#e2c5ff"),
    ("c14", "#1b7c83", "#b3f0ff"),
    ("c15", "#ffffff", "#ffffff"),
];

/// Cells side by side that look the same.
struct Run {
    column: u16,
    cells: u16,
    text: String,
    look: Look,
}

/// How a cell looks: two fills, and the classes of its letters.
#[derive(PartialEq, Eq)]
struct Look {
    letters: String,
    ground: Option<String>,
    classes: String,
}

/// The whole picture.
pub(crate) fn draw(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let width = f32::from(columns.get()) * WIDTH + 2.0 * MARGIN;
    let height = f32::from(rows.get()) * HEIGHT + 2.0 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         width=\"{width:.1}\" height=\"{height:.1}\" role=\"img\" xml:space=\"preserve\">\n<title>mentor-tui in a terminal</title>\n{}\
         <rect class=\"bg edge\" x=\"0.5\" y=\"0.5\" width=\"{:.1}\" height=\"{:.1}\" rx=\"8\"/>\n",
        style(),
        width - 1.0,
        height - 1.0,
    );
    for row in 0..rows.get() {
        for run in runs(screen, row, columns.get()) {
            out.push_str(&element(&run, row));
        }
    }
    out.push_str("</svg>\n");
    out
}

fn style() -> String {
    let rules = |of: fn(&(&str, &str, &str)) -> String| PALETTE.iter().map(of).collect::<String>();
    let light = rules(|(class, light, _)| format!(".{class}{{fill:{light}}}"));
    let dark = rules(|(class, _, dark)| format!(".{class}{{fill:{dark}}}"));
    format!(
        "<style>text{{font:14.5px ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}}\
         .b{{font-weight:bold}}.d{{opacity:.65}}.i{{font-style:italic}}.u{{text-decoration:underline}}\
         .edge{{stroke:#8b949e}}\n{light}\n@media(prefers-color-scheme:dark){{{dark}}}</style>\n"
    )
}

fn runs(screen: &Screen, row: u16, columns: u16) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut before = None;
    for column in 0..columns {
        let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation()) else {
            continue;
        };
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let look = look(cell);
        // Only letters whose width every font agrees on may share a run; lines stand by themselves.
        let kind = match text.chars().next() {
            _ if text.is_ascii() => Some("letters"),
            Some('\u{2500}'..='\u{259f}') => Some("lines"),
            _ => None,
        };
        match found.last_mut() {
            Some(run) if kind.is_some() && kind == before && run.look == look => {
                run.text.push_str(text);
                run.cells += 1;
            }
            _ => {
                found.push(Run { column, cells: 1 + u16::from(cell.is_wide()), text: text.to_owned(), look });
            }
        }
        before = kind;
    }
    found
}

fn look(cell: &Cell) -> Look {
    let (front, back) = (fill(cell.fgcolor(), "fg"), fill(cell.bgcolor(), "bg"));
    let (letters, ground) = if cell.inverse() { (back, front) } else { (front, back) };
    let classes = [(cell.bold(), "b "), (cell.dim(), "d "), (cell.italic(), "i "), (cell.underline(), "u ")];
    Look {
        letters,
        ground: (ground != class("bg")).then_some(ground),
        classes: classes.iter().filter(|(on, _)| *on).map(|(_, class)| *class).collect(),
    }
}

/// A colour as the end of a `class` attribute and what follows it.
fn fill(color: Color, default: &str) -> String {
    match color {
        Color::Default => class(default),
        Color::Idx(index @ 0..16) => class(&format!("c{index}")),
        Color::Idx(index @ 232..) => {
            let grey = 8 + 10 * (index - 232);
            rgb(grey, grey, grey)
        }
        Color::Idx(index) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let cube = index - 16;
            rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        Color::Rgb(red, green, blue) => rgb(red, green, blue),
    }
}

fn class(name: &str) -> String {
    format!("{name}\"")
}

fn rgb(red: u8, green: u8, blue: u8) -> String {
    format!("\" fill=\"#{red:02x}{green:02x}{blue:02x}\"")
}

fn element(run: &Run, row: u16) -> String {
    let y = MARGIN + f32::from(row) * HEIGHT;
    let mut out = String::new();
    if let Some(ground) = &run.look.ground {
        let (x, width) = across(run.column, run.cells);
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{HEIGHT:.1}\" class=\"{ground}/>"
        );
    }
    let text = run.text.trim_matches(' ');
    if !text.is_empty() {
        // Spaces at the ends are left out: not every viewer keeps them.
        let (before, around) = (cells(&run.text, run.text.trim_start_matches(' ')), cells(&run.text, text));
        let (x, width) = across(run.column + before, run.cells - around);
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let (baseline, Look { letters, classes, .. }) = (y + 13.2, &run.look);
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{baseline:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
             class=\"{classes}{letters}>{text}</text>"
        );
    }
    out
}

/// Where some cells of a row begin, and how wide they are.
fn across(column: u16, cells: u16) -> (f32, f32) {
    (MARGIN + f32::from(column) * WIDTH, f32::from(cells) * WIDTH)
}

/// How many spaces, a cell each, a text lost.
fn cells(text: &str, trimmed: &str) -> u16 {
    u16::try_from(text.len() - trimmed.len()).unwrap_or(u16::MAX)
}
