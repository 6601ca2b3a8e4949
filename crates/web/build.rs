//! Rebuilds this crate when an asset comes or goes: they are embedded, and the macro that embeds
//! them only notices changed contents.

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=templates");
}
