//! State: what the program knows while it runs, and how an action changes it.
