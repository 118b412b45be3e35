//! The shell: the terminal session and the loop; it performs what the state asks for.
