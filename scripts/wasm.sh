#!/usr/bin/env bash
# Builds the checking engine for browsers (crates/browser) and puts it where the server's files are, compressed, beside
# the hash of what it was built from. It is committed, so that the product can be built where only Rust is installed.
#
#   bash scripts/wasm.sh           build and put in place (two to three minutes)
#   bash scripts/wasm.sh --check   fail where its sources changed since it was built; builds nothing
#
# Either `rustup target add wasm32-unknown-unknown` works here, or Debian's rustc-web and rust-web-src are installed: then
# the standard library is built from them once and kept in $WASM_SYSROOT (~/.cache/shingi-wasm). Node.js compresses.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=wasm32-unknown-unknown
module=crates/web/assets/check/engine.wasm
stamp=crates/web/assets/check/engine.sources

# One hash over the sources of every crate of ours that is in it, the versions of all others, and how it is compiled.
# Not over the module itself: two compilers make two modules of the same sources.
sources_hash() {
  local ours=(crates/browser crates/check crates/domain crates/morph)
  {
    find "${ours[@]/%//src}" "${ours[@]/%//Cargo.toml}" crates/morph/ipadic/pos.txt -type f \
      ! -name tests.rs ! -path '*/tests/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    cargo tree --locked --package shingi-browser --target "$target" --edges normal,build --prefix none --no-dedupe |
      sed 's/ (.*//' | LC_ALL=C sort -u
    sed -n '/^\[profile.browser\]/,/^$/p' Cargo.toml
  } | sha256sum | cut -d' ' -f1
}

if [ "${1:-}" = --check ]; then
  now=$(sources_hash)
  [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && exit 0
  echo "$module was built from other sources than those that are here ($now): run \`bash scripts/wasm.sh\` and commit what it makes"
  exit 1
elif [ $# != 0 ]; then
  echo "wasm.sh: expected --check or nothing, got \`$1\`" >&2
  exit 2
fi

has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }

# Debian's compiler with a standard library made of Debian's source: compiler and source must be one version.
debian_sysroot() {
  local host work version sysroot
  if ! [ -x /usr/bin/rustc ] || ! [ -d /usr/lib/rustlib/src/rust/library ]; then
    [ "$(id -u)" = 0 ] && apt-get install -y -q --no-install-recommends rustc-web rust-web-src >&2 || {
      echo "wasm.sh: expected the target $target (rustup target add $target), or Debian's rustc-web and rust-web-src" >&2
      return 1
    }
  fi
  version=$(/usr/bin/rustc --version | cut -d' ' -f2)
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  sysroot=${WASM_SYSROOT:-$HOME/.cache/shingi-wasm}/$version
  if ! [ -e "$sysroot/complete" ]; then
    work=$(mktemp -d)
    mkdir "$work/src" && echo '#![no_std]' >"$work/src/lib.rs"
    printf '[package]\nname="stdbuild"\nversion="0.0.0"\nedition="2024"\n[profile.release]\npanic="abort"\nlto=true\n' >"$work/Cargo.toml"
    # With bitcode inside, or the module could not be optimised as a whole.
    (cd "$work" && RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Cembed-bitcode=yes \
      cargo build --release --target "$target" -Z build-std=std,panic_abort --target-dir "$work/target" >&2)
    rm -rf "$sysroot" && mkdir -p "$sysroot/lib/rustlib/$target/lib" "$sysroot/lib/rustlib/$host/bin"
    ln -s "/usr/lib/rustlib/$host/lib" "$sysroot/lib/rustlib/$host/lib"
    ln -s "$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld" "$sysroot/lib/rustlib/$host/bin/rust-lld"
    find "$work/target/$target/release/deps" -name 'lib*.rlib' ! -name 'libstdbuild*' -exec cp -t "$sysroot/lib/rustlib/$target/lib" {} +
    rm -rf "$work"
    touch "$sysroot/complete"
  fi
  echo "$sysroot"
}

if ! has_target && command -v rustup >/dev/null; then
  rustup target add "$target" >/dev/null 2>&1 || echo "rustup has no $target here; using Debian's compiler"
fi
# A folder of its own: other features than the server's, and maybe another compiler.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/browser
if ! has_target; then
  sysroot=$(debian_sysroot)
  export RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot $sysroot"
fi
cargo build --locked --lib --package shingi-browser --profile browser --target "$target"
mkdir -p "$(dirname "$module")"
built=$CARGO_TARGET_DIR/$target/browser/shingi_browser.wasm
# For every browser, and a quarter smaller for those that take Brotli (all of today's, over TLS or from this machine).
gzip -9nc "$built" >"$module.gz"
node -e 'const { constants: c, brotliCompressSync } = require("zlib"), fs = require("fs")
fs.writeFileSync(process.argv[2], brotliCompressSync(fs.readFileSync(process.argv[1]), {
  params: { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24 } }))' "$built" "$module.br"
unset RUSTC
sources_hash >"$stamp"
stat -c "%n: %s bytes" "$module.gz" "$module.br"
