//! Makes a rebuild notice when a file of the embedded policy pack is added, changed or removed.

fn main() {
    println!("cargo:rerun-if-changed=../../policy/standard");
    println!("cargo:rerun-if-changed=build.rs");
}
