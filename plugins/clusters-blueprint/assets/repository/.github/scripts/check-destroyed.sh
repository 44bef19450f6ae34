#!/usr/bin/env bash
# Fails while Terraform still has something of a cluster: without its root, no
# workflow could destroy that any more.
set -euo pipefail

if [ $# -ne 2 ]; then
  printf 'Usage: .github/scripts/check-destroyed.sh ENVIRONMENT CLUSTER\n' >&2
  exit 1
fi
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root="$scripts/../../terraform/environments/$1/$2"
"$scripts/init-root.sh" "$1" "$2" >&2
# A cluster that was never applied has no state at all.
state=$(terraform -chdir="$root" state pull)
left=$(jq -n '[inputs | .resources // [] | .[] | select(.mode == "managed")] | length' <<<"$state")
if [ "$left" != 0 ]; then
  printf '::error::Terraform still has %s resources of %s/%s. Start the workflow "Terraform destroy" for this root, and run this check again when it has ended.\n' "$left" "$1" "$2"
  exit 1
fi
printf 'Terraform has nothing of %s/%s.\n' "$1" "$2"
