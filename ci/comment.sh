#!/usr/bin/env bash
# Keeps one comment on a pull request up to date. Where the token may only read, as for a fork, the job summary has the
# report already, and this says so. Usage: GH_TOKEN=… GITHUB_REPOSITORY=a/b NOTICE_PULL=12 ci/comment.sh report.md
set -euo pipefail

report=$1
[[ "${NOTICE_PULL:-}" =~ ^[0-9]+$ ]] || { echo "notice: no pull request, no comment"; exit 0; }
marker=$(head -n 1 -- "$report")
place="repos/$GITHUB_REPOSITORY/issues"
mine=$(gh api --paginate "$place/$NOTICE_PULL/comments" \
  --jq ".[] | select(.user.type == \"Bot\") | select(.body | startswith(\"$marker\")) | .id" 2>/dev/null | head -n 1) || mine=
if [ -n "$mine" ]; then
  request=(--method PATCH "$place/comments/$mine")
else
  request=(--method POST "$place/$NOTICE_PULL/comments")
fi
gh api "${request[@]}" --field "body=@$report" --silent 2>/dev/null ||
  echo "::notice title=notice::The token of this run may not comment, as in a pull request from a fork. The report stands in the summary of the job."
