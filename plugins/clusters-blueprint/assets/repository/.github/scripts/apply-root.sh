#!/usr/bin/env bash
# Applies the root of one cluster, if its plan is still the one that was
# approved: the same addresses with the same actions. With destroy it applies
# the plan that destroys the cluster, and never one that creates parts of a
# cluster that is being taken down.
set -euo pipefail

if [ $# -lt 3 ] || [ $# -gt 4 ] || [ "${4:-destroy}" != destroy ]; then
  printf 'Usage: .github/scripts/apply-root.sh ENVIRONMENT CLUSTER APPROVED_CHANGES [destroy]\n' >&2
  exit 1
fi
mode=()
if [ $# -eq 4 ]; then mode=(-destroy); fi
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root="$scripts/../../terraform/environments/$1/$2"
approved=$3
if [ ! -f "$approved" ]; then
  printf 'error: %s does not exist: there is no approved plan\n' "$approved" >&2
  exit 1
fi

"$scripts/lock-providers.sh" "$1" "$2"
"$scripts/init-root.sh" "$1" "$2"
terraform -chdir="$root" plan "${mode[@]}" -input=false -no-color -lock-timeout=10m -out=tfplan
changes=$(terraform -chdir="$root" show -json tfplan | jq -S -f "$scripts/changes.jq")
if [ "$changes" != "$(jq -S . "$approved")" ]; then
  printf 'error: the plan is no longer the one that was approved. Run the workflow again, and approve the new plan. Approved, then planned now:\n' >&2
  diff <(jq -S . "$approved") <(printf '%s\n' "$changes") >&2 || true
  exit 1
fi
if [ "$("$scripts/changed-roots.sh" --root "$1/$2" | jq '.[0].draining')" = true ] &&
  [ "$(jq 'any(.[]; .actions | index("create"))' <<<"$changes")" = true ]; then
  printf 'error: %s/%s is being taken down, and this plan would create parts of it. If the cluster is to stay, take "decommission" out of its cluster.yaml\n' "$1" "$2" >&2
  exit 1
fi
terraform -chdir="$root" apply -input=false -no-color -lock-timeout=10m tfplan
