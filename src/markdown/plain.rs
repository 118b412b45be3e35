//! Plain text: Markdown without its marks, and text without what a terminal would obey.
