#!/usr/bin/env bash
# Runs every test of the project, on a fresh Debian machine too: what is missing is installed first (as root or by sudo;
# otherwise the script says what to install, and runs what it can). The output of each step is kept under target/test-logs/.
#
#   bash scripts/test.sh            everything
#   bash scripts/test.sh --quick    without the browser stories
#   bash scripts/test.sh --long     with the long runs (SHINGI_TEST_LONG=1: more crashes, more random cases)
#
# A step that fails does not stop the steps that do not need it; the last lines name what failed. Exit 0: all passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

stories=yes
nextest_profile=default
for argument in "$@"; do
  case $argument in
    --quick) stories=no ;;
    --long) nextest_profile=long; export SHINGI_TEST_LONG=1 ;;
    -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
    *) echo "test.sh: expected --quick, --long or --help, got \`$argument\`" >&2; exit 2 ;;
  esac
done

source scripts/lib/steps.sh
source scripts/lib/install.sh
source scripts/lib/postgres.sh

trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The binary is built with the tests' own features, so that nothing is compiled twice.
build_binary() { cargo build --workspace --bins --tests --examples; }

# `cargo test --doc` compiles every example by itself: it runs for the crates that have one.
doc_tests() {
  local crate arguments=()
  for crate in crates/*; do
    if grep -rqE '^ *//[/!] ```(rust|should_panic|no_run|compile_fail)?$' "$crate/src" --include='*.rs' &&
      [ -f "$crate/src/lib.rs" ]; then
      arguments+=(-p "shingi-$(basename "$crate")")
    fi
  done
  if [ ${#arguments[@]} = 0 ]; then
    echo "no documentation example in any crate"
  else
    cargo test --doc "${arguments[@]}"
  fi
}

# kill -9 at named places, of a program that has them. Before the build, which puts the ordinary program in its place.
crashes() { cargo nextest run -p shingi-cli --features failpoints --test crash --profile "$nextest_profile"; }

browser_stories() { SHINGI_BIN="$(realpath "${CARGO_TARGET_DIR:-target}")/debug/shingi" node e2e/run.mjs; }

step install install_missing "$stories"
step format cargo fmt --all --check
step browser-module bash scripts/wasm.sh --check
step clippy cargo clippy --workspace --all-targets -- -D warnings
if step postgres postgres_start; then
  step tests cargo nextest run --workspace --profile "$nextest_profile"
  step stop-postgres postgres_stop
else
  # Without the database its tests fail, each saying why; the others still tell something.
  step tests cargo nextest run --workspace --profile "$nextest_profile"
fi
step doc-tests doc_tests
step crashes crashes
step build build_binary
if [ "$stories" = yes ]; then
  if passed build; then step stories browser_stories; else not_run stories "the build failed"; fi
fi
summary
