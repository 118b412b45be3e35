//! Text as a terminal shows it: its width in cells, wrapping it, cutting it.
