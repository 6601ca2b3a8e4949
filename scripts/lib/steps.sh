# Steps of scripts/test.sh: each is run, shown, logged and remembered. To be sourced.

step_logs=target/test-logs
step_failed=()
step_passed=()
mkdir -p "$step_logs" && rm -f "$step_logs"/*.log

# step NAME COMMAND…: runs the command in this shell, its output on the screen and in target/test-logs/NAME.log.
step() {
  local name=$1 status started=$SECONDS
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  # Not a pipe: functions such as postgres_start must be able to set variables of this shell.
  "$@" > >(tee "$step_logs/$name.log") 2>&1
  status=$?
  step_wait_for_output "$name"
  if [ $status = 0 ]; then
    step_passed+=("$name")
    printf '== %s: ok (%ss)\n' "$name" $((SECONDS - started))
  else
    step_failed+=("$name")
    printf '== %s: FAILED with exit %s (%ss), see %s\n' "$name" $status $((SECONDS - started)) "$step_logs/$name.log"
  fi
  return $status
}

# tee may still be writing when the command is done; a process that stays behind (a server) must not hold us up.
step_wait_for_output() {
  local tee_pid=$! tenths=0
  while kill -0 "$tee_pid" 2>/dev/null && [ $tenths -lt 20 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
}

# not_run NAME WHY: a step that could not be tried counts as failed.
not_run() {
  printf '\n== %s: NOT RUN, because %s\n' "$1" "$2"
  step_failed+=("$1")
}

passed() {
  local name
  for name in "${step_passed[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

# The number before a word ("12 passed") in the last line of a log that has it, else 0.
step_count() {
  local line
  line=$(grep -aE "$2" "$step_logs/$1.log" 2>/dev/null | tail -1)
  [[ $line =~ ([0-9]+)\ $3 ]] && echo "${BASH_REMATCH[1]}" || echo 0
}

# Adds up the closing lines of nextest (`Summary … 12 tests run: 12 passed`) and of the stories (`stories: 3 passed`).
# Ends the script's work: exit status 0 only where every step passed.
summary() {
  local passed=0 failed=0 skipped=0
  passed=$(($(step_count tests 'Summary \[' passed) + $(step_count stories '^stories: ' passed)))
  failed=$(($(step_count tests 'Summary \[' failed) + $(step_count tests 'Summary \[' 'timed out') + $(step_count stories '^stories: ' failed)))
  skipped=$(($(step_count tests 'Summary \[' skipped) + $(step_count stories '^stories: ' skipped)))
  printf '\n== %s min %s s\n' $((SECONDS / 60)) $((SECONDS % 60))
  if [ ${#step_failed[@]} = 0 ]; then
    echo "== every step passed: ${step_passed[*]}"
  else
    echo "== FAILED: ${step_failed[*]} (passed: ${step_passed[*]:-none}); the output is in $step_logs/"
  fi
  echo "tests: $passed passed, $failed failed, $skipped skipped"
  [ ${#step_failed[@]} = 0 ]
}
