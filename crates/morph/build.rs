//! Unpacks the dictionary of `ipadic/` and compiles it into what the program reads in place. No download; the same
//! files give the same bytes.
//!
//! A build script reads files and speaks to cargo through its output.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=ipadic");
    #[cfg(feature = "ipadic")]
    ipadic::build();
}

#[cfg(feature = "ipadic")]
mod ipadic {
    use std::{
        fs::{self, File},
        io::{BufReader, Read},
        path::PathBuf,
    };

    use lindera_dictionary::{builder::DictionaryBuilder, dictionary::metadata::Metadata};
    use ruzstd::decoding::StreamingDecoder;

    const PACKED: [&str; 4] = ["lex.csv", "char.def", "unk.def", "matrix.def"];

    pub fn build() {
        let from = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where")).join("ipadic");
        let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where to"));
        let unpacked = out.join("unpacked");
        fs::create_dir_all(&unpacked).expect("the folder of the build can be written");
        for name in PACKED {
            let file = from.join(format!("{name}.zst"));
            let file = File::open(&file).unwrap_or_else(|e| panic!("expected `{}`: {e}", file.display()));
            let mut bytes = Vec::new();
            let mut decoder = StreamingDecoder::new(BufReader::new(file)).expect("a zstd file");
            decoder.read_to_end(&mut bytes).expect("a whole zstd file");
            fs::write(unpacked.join(name), bytes).expect("the folder of the build can be written");
        }
        let metadata = fs::read(from.join("metadata.json")).expect("ipadic/metadata.json");
        let metadata = Metadata::load(&metadata).expect("metadata that lindera knows");
        let builder = DictionaryBuilder::new(metadata);
        builder.build_dictionary(&unpacked, &out.join("ipadic")).expect("a dictionary that lindera can compile");
        fs::remove_dir_all(&unpacked).expect("the folder of the build can be written");
        println!("cargo::rustc-env=LINDERA_WORKDIR={}", out.display());
    }
}
