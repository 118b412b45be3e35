//! Standard input as a source: `cat proposals.md | mentor-tui -`.

use std::io::{self, IsTerminal};

use super::SourceError;
use super::bounded::read_text;
use crate::model::Origin;

/// Everything that is piped in. A terminal is refused: waiting for a listing to be typed looks
/// like a program that hangs.
pub(super) fn read() -> Result<Vec<u8>, SourceError> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        return Err(SourceError::Terminal(Origin::Stdin));
    }
    read_text(input, &Origin::Stdin)
}
