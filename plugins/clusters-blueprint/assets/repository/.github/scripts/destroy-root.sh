#!/usr/bin/env bash
# Destroys a cluster that is being taken down, if the plan is still the one that
# was approved. Before that, Karpenter removes what it made for its NodeClasses,
# and network interfaces that Cilium left behind are deleted: both would keep
# Terraform from finishing. It can be run again after it stopped halfway.
set -euo pipefail

if [ $# -ne 3 ]; then
  printf 'Usage: .github/scripts/destroy-root.sh ENVIRONMENT CLUSTER APPROVED_CHANGES\n' >&2
  exit 1
fi
scripts=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
name=$2

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

described=$("$scripts/changed-roots.sh" --root "$1/$name")
[ "$(jq '.[0].draining' <<<"$described")" = true ] ||
  fail "$1/$name is not being taken down: decommission it on its page in the portal first, or with cluster.yaml"
region=$(jq -r '.[0].region' <<<"$described")

# Only the answer that there is no such cluster says that there is none.
if found=$(aws eks describe-cluster --region "$region" --name "$name" --query cluster.status --output text 2>&1); then
  aws eks update-kubeconfig --name "$name" --region "$region" --alias "$name"
  kube=(kubectl --context "$name")
  left=$("${kube[@]}" get nodeclaims.karpenter.sh -o name)
  [ -z "$left" ] || fail "nodes of Karpenter still run; scripts/drain-karpenter-nodes.sh drains them: ${left//$'\n'/, }"
  # Karpenter holds NodeClasses by a finalizer, and removes their instance
  # profiles, without which the role of the nodes could not be deleted.
  "${kube[@]}" delete nodepools.karpenter.sh --all --timeout=5m
  "${kube[@]}" delete ec2nodeclasses.karpenter.k8s.aws --all --timeout=5m
  sleep 20
  left=$("${kube[@]}" get nodepools.karpenter.sh,ec2nodeclasses.karpenter.k8s.aws -o name)
  [ -z "$left" ] || fail "something makes these anew, let Argo CD go first as the guide of the cluster says: ${left//$'\n'/, }"
elif ! grep -q ResourceNotFoundException <<<"$found"; then
  fail "cannot tell whether the cluster $name exists: $found"
fi

interfaces=$(aws ec2 describe-network-interfaces --region "$region" \
  --filters "Name=tag:io.cilium/cluster-name,Values=$name" Name=status,Values=available \
  --query 'NetworkInterfaces[].NetworkInterfaceId' --output text)
for interface in $interfaces; do
  aws ec2 delete-network-interface --region "$region" --network-interface-id "$interface"
done

"$scripts/apply-root.sh" "$1" "$name" "$3" destroy
