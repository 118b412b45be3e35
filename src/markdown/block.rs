//! Prose as data: what a renderer needs to know of one field's Markdown.
