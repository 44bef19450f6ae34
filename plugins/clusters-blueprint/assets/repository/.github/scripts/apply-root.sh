#!/usr/bin/env bash
# Applies the root of one cluster, if its plan is still the one that was
# approved: the same addresses with the same actions.
set -euo pipefail

if [ $# -ne 3 ]; then
  printf 'Usage: .github/scripts/apply-root.sh ENVIRONMENT CLUSTER APPROVED_CHANGES\n' >&2
  exit 1
fi
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root="$scripts/../../terraform/environments/$1/$2"
approved=$3
if [ ! -f "$approved" ]; then
  printf 'error: %s does not exist: there is no approved plan\n' "$approved" >&2
  exit 1
fi

"$scripts/lock-providers.sh" "$1" "$2"
"$scripts/init-root.sh" "$1" "$2"
terraform -chdir="$root" plan -input=false -no-color -lock-timeout=10m -out=tfplan
changes=$(terraform -chdir="$root" show -json tfplan | jq -S -f "$scripts/changes.jq")
if [ "$changes" != "$(jq -S . "$approved")" ]; then
  printf 'error: the plan is no longer the one that was approved. Run the workflow again, and approve the new plan. Approved, then planned now:\n' >&2
  diff <(jq -S . "$approved") <(printf '%s\n' "$changes") >&2 || true
  exit 1
fi
terraform -chdir="$root" apply -input=false -no-color -lock-timeout=10m tfplan
