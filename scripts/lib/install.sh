# Installs what the tests need and this machine lacks, by package name, with the machine's own clients. To be sourced.

# install_missing STORIES: yes for the browser stories too. What cannot be installed is named, and all else is installed
# nevertheless: the steps that do not need it still tell something.
install_missing() {
  local stories=$1 packages=() failed=0
  if ! install_has cargo; then
    echo "missing: cargo. Install the Rust toolchain (1.95 or newer, with clippy and rustfmt) and run this again."
    return 1
  fi
  install_has python3 || packages+=(python3)
  install_has cc || packages+=(gcc libc6-dev)
  [ -n "$(postgres_binaries)" ] || packages+=(postgresql)
  if [ "$stories" = yes ]; then
    install_has node || packages+=(nodejs)
    install_has npm || packages+=(npm)
    # The stories start the program that CHROMIUM names, else this one.
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || packages+=(chromium)
    # Without a Japanese font every character is a box, and a screenshot proves nothing.
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] || packages+=(fonts-noto-cjk)
  fi
  install_packages "${packages[@]}" || failed=1
  install_cargo_parts || failed=1
  if [ "$stories" = yes ]; then { install_newer_node && install_node_modules; } || failed=1; fi
  return $failed
}

install_has() { command -v "$1" >/dev/null; }

# Runs a command as root: directly, or by a sudo that asks for no password.
install_as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600)
  [ $# != 0 ] || return 0
  if ! install_has apt-get || ! install_as_root true 2>/dev/null; then
    echo "missing: $*"
    echo "This script installs Debian packages only as root or by sudo. Run: apt-get install --no-install-recommends $*"
    return 1
  fi
  echo "installing $*"
  # Another installation may hold dpkg's lock for a while.
  install_as_root "${apt[@]}" update || echo "the package lists could not be renewed; trying with those that are here"
  # One package that cannot be had must not keep the others away.
  install_as_root "${apt[@]}" install --no-install-recommends "$@" || {
    local package failed=()
    for package in "$@"; do
      install_as_root "${apt[@]}" install --no-install-recommends "$package" || failed+=("$package")
    done
    [ ${#failed[@]} = 0 ] || { echo "missing: ${failed[*]} could not be installed"; return 1; }
  }
}

install_cargo_parts() {
  local component
  for component in clippy fmt; do
    cargo "$component" --version >/dev/null 2>&1 && continue
    rustup component add "${component/fmt/rustfmt}" || {
      echo "missing: cargo $component. Install this part of the Rust toolchain."
      return 1
    }
  done
  cargo nextest --version >/dev/null 2>&1 || cargo install cargo-nextest --locked
}

# Debian 12 has Node.js 18, the stories need 20. Newer ones come as an npm package, here kept to this work tree.
install_newer_node() {
  local version
  version=$(node --version) && version=${version#v} || return 1
  [ "${version%%.*}" -lt 20 ] || return 0
  [ -x target/node/node_modules/.bin/node ] ||
    { mkdir -p target/node && npm install --no-audit --no-fund --prefix target/node node@22; } || return 1
  export PATH="$PWD/target/node/node_modules/.bin:$PATH"
  echo "using Node.js $(node --version) instead of $version"
}

# `npm ci` deletes and lays everything anew; it is worth it only where the lock file changed.
install_node_modules() {
  local lock=e2e/package-lock.json stamp=e2e/node_modules/.shingi-lock
  if [ -f "$stamp" ] && cmp -s "$lock" "$stamp"; then return 0; fi
  (cd e2e && npm ci --ignore-scripts --no-audit --no-fund) && cp "$lock" "$stamp"
}
