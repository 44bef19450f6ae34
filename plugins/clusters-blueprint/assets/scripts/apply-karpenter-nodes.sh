#!/usr/bin/env bash
# Applies the NodeClasses and NodePools of one cluster, and the portal's
# read-only access, from platform/overlays/<environment>/<cluster>.
# It is for clusters that Terraform manages; with Argo CD the overlay is synced.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: scripts/apply-karpenter-nodes.sh [options]

  --context NAME       kubeconfig context to use (default: the current one)
  --cluster NAME       cluster whose overlay is applied (default: the context's)
  --environment NAME   environment, where two have a cluster of this name
  --dry-run            ask the API server to validate, and change nothing
  --release            once Argo CD has synced the overlay: give up the fields
                       that this script set. Those that it still owned would
                       stay in the cluster after they leave git
  --help               show this text
USAGE
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

say() {
  printf '%s\n' "$1"
}

context=''
cluster=''
environment=''
dry_run=false
release=false

while [ $# -gt 0 ]; do
  case "$1" in
    --context | --cluster | --environment)
      [ $# -ge 2 ] || fail "$1 needs a value"
      case "$1" in
        --context) context=$2 ;;
        --cluster) cluster=$2 ;;
        --environment) environment=$2 ;;
      esac
      shift 2
      ;;
    --dry-run)
      dry_run=true
      shift
      ;;
    --release)
      release=true
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "unknown option: $1"
      ;;
  esac
done

command -v kubectl >/dev/null 2>&1 || fail 'kubectl is not installed'

kube=(kubectl)
if [ -n "$context" ]; then
  kube+=(--context "$context")
fi

# The kubeconfig's name of the cluster. `aws eks update-kubeconfig` writes an
# ARN, eksctl writes <name>.<region>.eksctl.io.
if [ -z "$cluster" ]; then
  entry=$("${kube[@]}" config view --minify -o 'jsonpath={.clusters[0].name}' 2>/dev/null) ||
    fail 'kubectl has no current context; pass --context'
  cluster=${entry##*/}
  cluster=${cluster%%.*}
fi
[[ $cluster =~ ^[a-z]([-a-z0-9]*[a-z0-9])?$ ]] ||
  fail "cannot tell the cluster from \"$cluster\"; pass --cluster"

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
overlays=()
for directory in "$root"/platform/overlays/${environment:-*}/"$cluster"; do
  if [ -f "$directory/kustomization.yaml" ]; then
    overlays+=("$directory")
  fi
done
case ${#overlays[@]} in
  0) fail "platform/overlays has no cluster \"$cluster\"${environment:+ in $environment}" ;;
  1) overlay=${overlays[0]} ;;
  *) fail "more than one environment has a cluster \"$cluster\"; pass --environment" ;;
esac
say "Cluster $cluster, overlay ${overlay#"$root"/}"

# Cilium has the name of its EKS cluster, so the cluster itself says which one
# the context leads to. A kubeconfig may call it anything.
found=$("${kube[@]}" -n kube-system get configmap cilium-config -o 'jsonpath={.data.cluster-name}' 2>/dev/null) ||
  fail 'cannot read kube-system/cilium-config: is the cluster reachable, and Cilium installed?'
[ "$found" = "$cluster" ] ||
  fail "the context leads to cluster \"$found\", not to \"$cluster\": pass its --context"

# Each object of the overlay as "apiVersion|kind|name|namespace|managers".
objects() {
  "${kube[@]}" get -k "$overlay" --show-managed-fields \
    -o 'jsonpath={range .items[*]}{.apiVersion}|{.kind}|{.metadata.name}|{.metadata.namespace}|{.metadata.managedFields[*].manager}{"\n"}{end}'
}

# Nothing but the name of an object. Applied, it takes away all fields that the
# script set before, and nobody else.
bare() {
  printf '{"apiVersion": "%s", "kind": "%s", "metadata": {"name": "%s"%s}}' "$1" "$2" "$3" \
    "${4:+, \"namespace\": \"$4\"}"
}
give_up=("${kube[@]}" apply --server-side -f - --field-manager=clusterworks)
# As another manager, who has no fields, it changes nothing.
look=("${kube[@]}" apply --server-side -f - --field-manager=clusterworks-look --dry-run=server -o yaml)

if [ "$release" = true ]; then
  found=$(objects)
  problems=()
  while IFS='|' read -r version kind name namespace managers; do
    object=$(bare "$version" "$kind" "$name" "$namespace")
    if [[ " $managers " != *' argocd-controller '* ]]; then
      problems+=("$kind $name: Argo CD has not applied it with server-side apply")
    elif [ "$("${give_up[@]}" --dry-run=server -o yaml <<<"$object")" != "$("${look[@]}" <<<"$object")" ]; then
      problems+=("$kind $name: has fields that Argo CD does not set, and that would go")
    fi
  done <<<"$found"
  if [ ${#problems[@]} -gt 0 ]; then
    printf '%s\n' "${problems[@]}" >&2
    fail 'nothing was released'
  fi
  if [ "$dry_run" = true ]; then
    say 'Dry run: nothing was changed.'
    exit 0
  fi
  while IFS='|' read -r version kind name namespace _; do
    bare "$version" "$kind" "$name" "$namespace" | "${give_up[@]}"
  done <<<"$found"
  exit 0
fi

# What must be there first: without Karpenter's definitions nothing can be
# stored, without Cilium no node becomes Ready.
for crd in nodepools.karpenter.sh ec2nodeclasses.karpenter.k8s.aws; do
  "${kube[@]}" get customresourcedefinition "$crd" -o name >/dev/null 2>&1 ||
    fail "the cluster has no $crd: install Karpenter first, or check that you may read it"
done

available() {
  "${kube[@]}" get deployments -A -l "$1" -o 'jsonpath={.items[*].status.availableReplicas}' 2>/dev/null
}
[ -n "$(available app.kubernetes.io/name=karpenter)" ] ||
  fail 'Karpenter has no available replica (kubectl get deployments -A -l app.kubernetes.io/name=karpenter)'
[ -n "$(available io.cilium/app=operator)" ] ||
  fail "Cilium's operator has no available replica (kubectl -n kube-system get deployment cilium-operator)"
agents=$("${kube[@]}" -n kube-system get daemonset cilium -o 'jsonpath={.status.numberReady}' 2>/dev/null) ||
  fail 'the cluster has no DaemonSet kube-system/cilium'
[ "${agents:-0}" -gt 0 ] || fail 'no Cilium agent is ready'
say "Karpenter and Cilium run (Cilium agents ready: $agents)"

if [ "$dry_run" = true ]; then
  "${kube[@]}" apply --server-side --field-manager=clusterworks --dry-run=server -k "$overlay"
  say 'Dry run: nothing was changed.'
  exit 0
fi

applied=$("${kube[@]}" apply --server-side --field-manager=clusterworks -k "$overlay" -o name)
printf '%s\n' "$applied"

pools=()
while IFS= read -r line; do
  pools+=("$line")
done < <(printf '%s\n' "$applied" | grep '^nodepool\.karpenter\.sh/' || true)
if [ ${#pools[@]} -gt 0 ]; then
  "${kube[@]}" wait --for=condition=Ready --timeout=120s "${pools[@]}" ||
    fail 'a NodePool is not Ready; see: kubectl describe ec2nodeclasses,nodepools'
fi

# Nothing is deleted here: deleting a NodePool drains its nodes.
for pool in $("${kube[@]}" get nodepools.karpenter.sh -o name); do
  if ! printf '%s\n' "$applied" | grep -qxF "$pool"; then
    say "Not in git: $pool. When it may go: kubectl delete $pool"
  fi
done
