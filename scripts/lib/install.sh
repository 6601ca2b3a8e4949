# Installs what the tests need and this machine lacks, by package name, with the machine's own clients. To be sourced.

# install_missing STORIES: yes for the browser stories too.
install_missing() {
  local stories=$1 packages=()
  if ! command -v cargo >/dev/null; then
    echo "missing: cargo. Install the Rust toolchain (1.95 or newer, with clippy and rustfmt) and run this again."
    return 1
  fi
  install_has python3 || packages+=(python3)
  install_has cc || packages+=(gcc libc6-dev)
  [ -n "$(postgres_binaries)" ] || packages+=(postgresql)
  if [ "$stories" = yes ]; then
    install_has node || packages+=(nodejs)
    install_has npm || packages+=(npm)
    install_has chromium || packages+=(chromium)
    # Without a Japanese font every character is a box, and a screenshot proves nothing.
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] || packages+=(fonts-noto-cjk)
  fi
  install_packages "${packages[@]}" || return 1
  cargo nextest --version >/dev/null 2>&1 || cargo install cargo-nextest --locked || return 1
  [ "$stories" = no ] || { install_newer_node && install_node_modules; }
}

install_has() { command -v "$1" >/dev/null; }

install_packages() {
  [ $# != 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! install_has apt-get; then
    echo "missing: $*"
    echo "This script installs Debian packages only as root. Run: apt-get install --no-install-recommends $*"
    return 1
  fi
  echo "installing $*"
  # Another installation may hold dpkg's lock for a while.
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "$@"
}

# Debian 12 has Node.js 18, the stories need 20. Newer ones come as an npm package, here kept to this work tree.
install_newer_node() {
  local version
  version=$(node --version) && version=${version#v}
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
