//! The `shingi` command.
fn main() {}
