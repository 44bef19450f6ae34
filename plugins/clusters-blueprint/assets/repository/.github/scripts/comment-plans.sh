#!/usr/bin/env bash
# Shows the plans of a pull request in one comment, which later runs update.
# Needs REPOSITORY, PULL_REQUEST and GH_TOKEN.
set -euo pipefail

if [ $# -ne 1 ]; then
  printf 'Usage: .github/scripts/comment-plans.sh FOLDER\n' >&2
  exit 1
fi
mark='<!-- clusterworks: terraform plan -->'
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
body=$(
  printf '%s\n### Terraform plan\n\n' "$mark"
  "$scripts/plans-report.sh" "$1"
  printf '\nOf commit %s.\n' "${COMMIT:-}"
)
comment=$(gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" \
  --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
if [ -n "$comment" ]; then
  jq -n --arg body "$body" '{body: $body}' |
    gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$comment" --input -
else
  jq -n --arg body "$body" '{body: $body}' |
    gh api --silent --method POST "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --input -
fi
