#!/usr/bin/env bash
# Initializes the root of one cluster with the state bucket of its account, and
# with the provider versions of its lock file if it has one.
set -euo pipefail

if [ $# -ne 2 ]; then
  printf 'Usage: .github/scripts/init-root.sh ENVIRONMENT CLUSTER\n' >&2
  exit 1
fi
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root="$scripts/../../terraform/environments/$1/$2"
backend=$("$scripts/changed-roots.sh" --root "$1/$2" | jq -r '.[0].backend')
if [ ! -f "$scripts/../../terraform/$backend" ]; then
  printf 'error: terraform/%s is not in git: step 0 of the quickstart of %s writes it\n' "$backend" "$2" >&2
  exit 1
fi
lock=()
if [ -f "$root/.terraform.lock.hcl" ]; then
  lock=(-lockfile=readonly)
fi
terraform -chdir="$root" init -input=false -no-color "${lock[@]}" -backend-config="../../../$backend"
