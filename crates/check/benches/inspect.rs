//! How long one reading takes.
fn main() {}
