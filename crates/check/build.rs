//! Makes a rebuild notice when a file of the embedded policy pack is added, changed or removed.
//!
//! A build script speaks to cargo through its output.
#![allow(clippy::disallowed_macros)]

fn main() {
    println!("cargo:rerun-if-changed=../../policy/standard");
    println!("cargo:rerun-if-changed=build.rs");
}
