//! Rebuilds this crate when a file of words comes or goes: the words are embedded, and the macro
//! that embeds them only notices changed contents.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}
