//! Prose on a page: blocks laid out as rows of a given width.
