//! Pictures: the state as a screen. Draws by `&`, keeps nothing of the state.

pub mod prose;
pub mod row;
pub mod text;
