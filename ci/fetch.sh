#!/usr/bin/env bash
# Brings the commit to compare with: a checkout in a pipeline has one commit. Usage: NOTICE_BASE=REF ci/fetch.sh
set -euo pipefail

ref=${NOTICE_BASE:-}
ref=${ref%...}
[ -n "$ref" ] || exit 0
git rev-parse --verify --quiet --end-of-options "$ref^{commit}" >/dev/null && exit 0
git check-ref-format --branch "${ref#origin/}" >/dev/null 2>&1 || { echo "notice: no branch or commit: ${ref@Q}" >&2; exit 4; }
git fetch --quiet --depth=1 -- origin "+refs/heads/${ref#origin/}:refs/remotes/origin/${ref#origin/}" 2>/dev/null ||
  git fetch --quiet --depth=1 -- origin "${ref#origin/}" || { echo "notice: origin has no ${ref@Q}" >&2; exit 4; }
