//! The desktop: the browser and the clipboard of the person in front of the terminal.
