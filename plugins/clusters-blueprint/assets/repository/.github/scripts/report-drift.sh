#!/usr/bin/env bash
# Keeps one issue about clusters that are not as git says: opens it, updates it,
# and closes it when nothing drifts any more. Needs REPOSITORY and GH_TOKEN.
set -euo pipefail

if [ $# -ne 1 ]; then
  printf 'Usage: .github/scripts/report-drift.sh FOLDER\n' >&2
  exit 1
fi
title='Terraform drift'
label=terraform-drift
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
drifting=$(find "$1" -mindepth 2 -maxdepth 2 -name root.json -exec jq -r 'select(.result != "unchanged") | .name' {} +)
open=$(gh issue list --repo "$REPOSITORY" --label "$label" --state open --json number --jq '.[0].number // empty')
if [ -z "$drifting" ]; then
  if [ -n "$open" ]; then
    gh issue close "$open" --repo "$REPOSITORY" --comment 'All clusters are as git says again.'
  fi
  exit 0
fi
body=$(mktemp)
trap 'rm -f -- "$body"' EXIT
{
  printf 'Plans of clusters that have been applied, as of %s. A change here was made outside of git, or was merged and not applied.\n\n' "$(date -u +%Y-%m-%dT%H:%MZ)"
  "$scripts/plans-report.sh" "$1"
} >"$body"
if [ -n "$open" ]; then
  gh issue edit "$open" --repo "$REPOSITORY" --body-file "$body"
else
  gh label create "$label" --repo "$REPOSITORY" --force --description 'Clusters that are not as git says'
  gh issue create --repo "$REPOSITORY" --title "$title" --label "$label" --body-file "$body"
fi
