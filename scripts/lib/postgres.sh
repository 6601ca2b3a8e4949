#!/usr/bin/env bash
# A throw-away PostgreSQL on loopback for the tests, its address in SHINGI_TEST_POSTGRES. Sourced by scripts/test.sh;
# run by itself it starts a server, runs a command with it, and ends it:
#
#   bash scripts/lib/postgres.sh cargo nextest run -p shingi-store
#
# Nothing is synced to disk: never for tests that crash the database.

postgres_folder=
postgres_password=pw-test

# The folder of the newest installed server, or nothing.
postgres_binaries() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -1; }

# The server refuses to run as root.
postgres_as_nobody() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=nobody --regid="$(id -gn nobody)" --clear-groups env HOME=/tmp "$@"
  else
    "$@"
  fi
}

postgres_start() {
  local binaries user=nobody try port
  if [ -n "${SHINGI_TEST_POSTGRES:-}" ]; then
    echo "using the PostgreSQL that SHINGI_TEST_POSTGRES names"
    return 0
  fi
  binaries=$(postgres_binaries)
  if [ -z "$binaries" ]; then
    echo "missing: a PostgreSQL server (Debian package postgresql)"
    return 1
  fi
  [ "$(id -u)" = 0 ] || user=$(id -un)
  # In /tmp and with a short name: `nobody` must reach it, and the path of the socket has at most 107 bytes.
  postgres_folder=$(mktemp -d /tmp/shingi-pg.XXXXXX) && chmod 755 "$postgres_folder" || return 1
  install -d -m 700 -o "$user" "$postgres_folder/data" || return 1
  printf %s "$postgres_password" >"$postgres_folder/password" && chown "$user" "$postgres_folder/password" || return 1
  (cd / && postgres_as_nobody "$binaries/initdb" -D "$postgres_folder/data" -U shingi --auth-host=scram-sha-256 \
    --auth-local=trust --pwfile="$postgres_folder/password" --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null) || return 1
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    if postgres_listen "$binaries" "$port"; then
      export SHINGI_TEST_POSTGRES="postgres://shingi:$postgres_password@127.0.0.1:$port/postgres"
      echo "PostgreSQL listens on 127.0.0.1:$port"
      return 0
    fi
    echo "PostgreSQL did not start on port $port (try $try of 5)"
  done
  tail -5 "$postgres_folder/data/log"
  return 1
}

postgres_listen() {
  (cd / && postgres_as_nobody "$1/pg_ctl" -D "$postgres_folder/data" -w -t 30 -l "$postgres_folder/data/log" -o "-p $2 \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder/data -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start </dev/null >/dev/null 2>&1)
}

postgres_stop() {
  [ -n "$postgres_folder" ] || return 0
  (cd / && postgres_as_nobody "$(postgres_binaries)/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1)
  rm -rf "$postgres_folder"
  postgres_folder=
  unset SHINGI_TEST_POSTGRES
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  if [ $# = 0 ]; then
    echo "postgres.sh: expected a command to run with a throw-away PostgreSQL" >&2
    exit 2
  fi
  trap postgres_stop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  postgres_start >&2 || exit 1
  "$@"
fi
