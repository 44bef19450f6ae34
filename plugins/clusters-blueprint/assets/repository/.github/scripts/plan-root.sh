#!/usr/bin/env bash
# Plans the root of one cluster without taking the lock of its state, and writes
# into a folder (with destroy: what destroying the cluster would do):
#   root.json     environment, name, and whether there are changes or an error
#   plan.txt      what Terraform prints
#   changes.json  address and actions of each change, which an apply must equal
set -euo pipefail

if [ $# -lt 3 ] || [ $# -gt 4 ] || [ "${4:-destroy}" != destroy ]; then
  printf 'Usage: .github/scripts/plan-root.sh ENVIRONMENT CLUSTER FOLDER [destroy]\n' >&2
  exit 1
fi
environment=$1
name=$2
mode=()
if [ $# -eq 4 ]; then mode=(-destroy); fi
mkdir -p -- "$3"
out=$(cd -- "$3" && pwd)
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root="$scripts/../../terraform/environments/$environment/$name"

write_result() {
  jq -n --arg environment "$environment" --arg name "$name" --arg result "$1" \
    '{environment: $environment, name: $name, result: $result}' >"$out/root.json"
}

write_result error
printf '[]\n' >"$out/changes.json"
"$scripts/init-root.sh" "$environment" "$name" >"$out/plan.txt" 2>&1 || {
  cat "$out/plan.txt"
  exit 1
}
code=0
terraform -chdir="$root" plan "${mode[@]}" -input=false -no-color -lock=false -detailed-exitcode -out=tfplan \
  >"$out/plan.txt" 2>&1 || code=$?
cat "$out/plan.txt"
case "$code" in
  0) write_result unchanged ;;
  2)
    terraform -chdir="$root" show -json tfplan | jq -f "$scripts/changes.jq" >"$out/changes.json"
    write_result changed
    ;;
  *) exit 1 ;;
esac
