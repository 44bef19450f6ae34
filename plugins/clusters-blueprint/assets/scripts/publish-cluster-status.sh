#!/usr/bin/env bash
# Publishes what Terraform made: writes clusters/<environment>/<cluster>/status.yaml
# from the outputs of the cluster's root, commits it and pushes the branch.
# The portal shows a cluster as provisioned once this file is there.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: scripts/publish-cluster-status.sh [options] ENVIRONMENT CLUSTER

  --no-push    commit, but do not push
  --dry-run    print the file, and write nothing
  --help       show this text
USAGE
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

push=true
dry_run=false
names=()
while [ $# -gt 0 ]; do
  case "$1" in
    --no-push) push=false ;;
    --dry-run) dry_run=true ;;
    --help | -h)
      usage
      exit 0
      ;;
    -*)
      usage >&2
      fail "unknown option: $1"
      ;;
    *) names+=("$1") ;;
  esac
  shift
done
if [ ${#names[@]} -ne 2 ]; then
  usage >&2
  fail 'an environment and a cluster are needed'
fi
environment=${names[0]}
cluster=${names[1]}
for name in "$environment" "$cluster"; do
  [[ $name =~ ^[a-z]([-a-z0-9]*[a-z0-9])?$ ]] || fail "\"$name\" is not a name"
done

for tool in terraform git; do
  command -v "$tool" >/dev/null 2>&1 || fail "$tool is not installed"
done

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
folder="clusters/$environment/$cluster"
[ -f "$root/$folder/cluster.yaml" ] || fail "$folder/cluster.yaml does not exist"

outputs=$(terraform -chdir="$root/terraform/environments/$environment/$cluster" output -json cluster_status | tr -d '\n') ||
  fail "Terraform has no output cluster_status for $environment/$cluster: has it been applied?"

# The output is one object of plain strings. Each value is held against what it
# may look like, so that nothing else gets into the file.
value() {
  local found
  found=$(printf '%s' "$outputs" | sed -n "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"\([^\"]*\)\".*/\1/p")
  [[ $found =~ $2 ]] || fail "the output cluster_status has no valid $1"
  printf '%s' "$found"
}
eks_name=$(value eksName '^[0-9A-Za-z][0-9A-Za-z_-]*$')
account_id=$(value accountId '^[0-9]{12}$')
endpoint=$(value endpoint '^https://[0-9A-Za-z.-]+$')
certificate_authority=$(value certificateAuthority '^[A-Za-z0-9+/]+=*$')
interruption_queue=$(value interruptionQueue '^[0-9A-Za-z_-]+$')

status() {
  cat <<STATUS
apiVersion: clusterworks.dev/v1alpha1
kind: ClusterStatus
metadata:
  name: $cluster
status:
  eksName: $eks_name
  accountId: "$account_id"
  endpoint: $endpoint
  certificateAuthority: $certificate_authority
  interruptionQueue: $interruption_queue
  appliedAt: "$1"
STATUS
}
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)

if [ "$dry_run" = true ]; then
  status "$now"
  exit 0
fi

# Nothing new but the time: no commit.
file="$root/$folder/status.yaml"
if [ -f "$file" ] && [ "$(status x | grep -v appliedAt)" = "$(grep -v appliedAt "$file")" ]; then
  printf '%s is up to date\n' "$folder/status.yaml"
else
  status "$now" >"$file.new"
  mv "$file.new" "$file"
  git -C "$root" add -- "$folder/status.yaml"
  git -C "$root" commit --quiet --message "Publish the status of $cluster" -- "$folder/status.yaml"
  printf 'committed %s\n' "$folder/status.yaml"
fi
if [ "$push" = true ]; then
  git -C "$root" push --quiet
  printf 'pushed\n'
fi
