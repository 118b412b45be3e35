//! The record: every byte that the program wrote, taken apart into what a terminal makes of it.

/// The interpretation of bytes by a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// `ESC [ … final`: what stands between, and the final character.
    Control(String, char),
    /// `ESC ] … ESC \`: what stands between.
    Command(String),
    /// Text, line ends, and whatever else.
    Text(String),
}

/// Everything that was written, in order.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pieces: Vec<Piece>,
}

/// The mode of synchronised updates: what stands inside is one frame.
const FRAME: u16 = 2026;
const CURSOR: u16 = 25;
/// The beginning of the command of a link (OSC 8).
const LINK: &str = "8;";
pub(crate) const SCREEN: u16 = 1049;
pub(crate) const PASTE: u16 = 2004;
pub(crate) const MOUSE: [u16; 2] = [1000, 1006];

impl Record {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut rest = &*text;
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            let (piece, length) = piece(rest);
            pieces.push(piece);
            rest = &rest[length..];
        }
        Self { pieces }
    }

    /// Every switching of a mode, in order.
    pub(crate) fn modes(&self) -> Vec<(u16, bool)> {
        self.pieces.iter().filter_map(switch).collect()
    }

    /// How often a mode was switched on.
    pub(crate) fn times_on(&self, mode: u16) -> usize {
        self.modes().iter().filter(|&&switched| switched == (mode, true)).count()
    }

    /// The modes that are on at the end, without the cursor.
    pub(crate) fn left_on(&self) -> Vec<u16> {
        let modes = self.modes();
        let mut on: Vec<u16> = modes.iter().map(|&(mode, _)| mode).filter(|&mode| mode != CURSOR).collect();
        on.sort_unstable();
        on.dedup();
        on.retain(|wanted| modes.iter().rfind(|(mode, _)| mode == wanted).is_some_and(|&(_, on)| on));
        on
    }

    /// Checks that each mode was switched off as often as it was switched on, turn by turn, and
    /// that the cursor is visible.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        let modes = self.modes();
        let mut numbers: Vec<u16> = modes.iter().map(|&(mode, _)| mode).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers.into_iter().filter(|&number| number != CURSOR) {
            let turns: Vec<bool> =
                modes.iter().filter(|(mode, _)| *mode == number).map(|&(_, on)| on).collect();
            let in_turn = turns.iter().enumerate().all(|(at, on)| *on == (at % 2 == 0));
            assert!(in_turn && turns.len().is_multiple_of(2), "mode {number}: {turns:?}");
        }
        let cursor = modes.iter().rfind(|(mode, _)| *mode == CURSOR);
        assert!(cursor.is_none_or(|&(_, visible)| visible), "the cursor is hidden");
    }

    /// Everything outside frames that switches no mode: text, movements, colours, commands.
    pub(crate) fn outside_frames(&self) -> Vec<String> {
        let mut inside = false;
        let mut outside = Vec::new();
        for piece in &self.pieces {
            match (switch(piece), piece) {
                (Some((FRAME, on)), _) => inside = on,
                (None, piece) if !inside => outside.push(format!("{piece:?}")),
                _ => {}
            }
        }
        outside
    }

    /// How many frames were written.
    pub(crate) fn frames(&self) -> usize {
        self.times_on(FRAME)
    }

    /// Every colour that was asked for, as its part of `ESC [ … m`: `35`, `48;5;12`.
    pub(crate) fn colours(&self) -> Vec<String> {
        let styles = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Control(parameters, 'm') => Some(parameters),
            _ => None,
        });
        styles.flat_map(|parameters| colours(parameters)).collect()
    }

    /// The commands (`ESC ] …`) that were sent, without the links.
    pub(crate) fn commands(&self) -> Vec<&str> {
        self.all_commands().filter(|command| !command.starts_with(LINK)).collect()
    }

    /// The links that were opened, as number and address, and closed, as nothing of both.
    pub(crate) fn links(&self) -> Vec<&str> {
        self.all_commands().filter_map(|command| command.strip_prefix(LINK)).collect()
    }

    fn all_commands(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Command(command) => Some(command.as_str()),
            _ => None,
        })
    }

    /// Whether a text was written after the last switching of a mode.
    pub(crate) fn says_at_the_end(&self, text: &str) -> bool {
        let last = self.pieces.iter().rposition(|piece| switch(piece).is_some());
        let after = &self.pieces[last.map_or(0, |at| at + 1)..];
        after.iter().any(|piece| matches!(piece, Piece::Text(said) if said.contains(text)))
    }
}

/// The mode that a piece switches, and whether on.
fn switch(piece: &Piece) -> Option<(u16, bool)> {
    let Piece::Control(parameters, end @ ('h' | 'l')) = piece else { return None };
    let number = parameters.strip_prefix('?')?.parse().ok()?;
    Some((number, *end == 'h'))
}

/// The first piece of a text, and its length.
fn piece(text: &str) -> (Piece, usize) {
    if let Some(rest) = text.strip_prefix("\x1b[")
        && let Some(end) = rest.find(|letter: char| ('\x40'..='\x7e').contains(&letter))
    {
        let last = char::from(rest.as_bytes()[end]);
        return (Piece::Control(rest[..end].to_owned(), last), 2 + end + 1);
    }
    if let Some(rest) = text.strip_prefix("\x1b]")
        && let Some(end) = rest.find("\x1b\\")
    {
        return (Piece::Command(rest[..end].to_owned()), 2 + end + 2);
    }
    let start = usize::from(text.starts_with('\x1b'));
    let end = text[start..].find('\x1b').map_or(text.len(), |at| start + at);
    (Piece::Text(text[..end].to_owned()), end)
}

fn colours(parameters: &str) -> Vec<String> {
    let mut colours = Vec::new();
    let mut numbers = parameters.split(';');
    while let Some(number) = numbers.next() {
        match number.parse::<u16>() {
            // The longer forms name the colour in what follows.
            Ok(38 | 48 | 58) => {
                let more = if numbers.clone().next() == Some("5") { 2 } else { 4 };
                let rest: Vec<&str> = numbers.by_ref().take(more).collect();
                colours.push(format!("{number};{}", rest.join(";")));
            }
            Ok(30..=37 | 40..=47 | 90..=97 | 100..=107) => colours.push(number.to_owned()),
            _ => {}
        }
    }
    colours
}
