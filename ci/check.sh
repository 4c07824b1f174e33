#!/usr/bin/env bash
# The check of a pipeline: `notice check` with every report it was asked for. All settings come in through NOTICE_*.
# Usage: NOTICE_BASE=REF NOTICE_PATHS=$'a.md\nb.md' NOTICE_FORMATS="github sarif=notice.sarif" ci/check.sh
set -efu -o pipefail

arguments=(check)
[ -n "${NOTICE_FAIL_ON:-}" ] && arguments+=("--fail-on=$NOTICE_FAIL_ON")
[ -n "${NOTICE_CONFIG:-}" ] && arguments+=("--config=$NOTICE_CONFIG")
base=${NOTICE_BASE:-}
known() { git rev-parse --verify --quiet --end-of-options "${1%...}^{commit}" >/dev/null; }
if [ -n "$base" ] && ! known "$base" && known "origin/$base"; then base=origin/$base; fi # a branch that was fetched
[ -n "$base" ] && arguments+=("--base=$base")
for format in ${NOTICE_FORMATS:-text}; do
  arguments+=("--format=$format")
done
paths=()
while IFS= read -r path; do
  [ -n "$path" ] && paths+=("$path")
done <<<"${NOTICE_PATHS:-}"

exec notice "${arguments[@]}" -- "${paths[@]+"${paths[@]}"}"
