#!/usr/bin/env bash
# Writes the lock file of a root, with the hashes of its providers for the
# machines of CI and of people. Does nothing when there is one: Renovate moves
# the versions in it.
set -euo pipefail

if [ $# -ne 2 ]; then
  printf 'Usage: .github/scripts/lock-providers.sh ENVIRONMENT CLUSTER\n' >&2
  exit 1
fi
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)/terraform/environments/$1/$2
if [ -f "$root/.terraform.lock.hcl" ]; then
  exit 0
fi
terraform -chdir="$root" get -no-color
terraform -chdir="$root" providers lock -no-color \
  -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_amd64 -platform=darwin_arm64
