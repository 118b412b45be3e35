//! Search: which proposals fit what was typed, and why.
