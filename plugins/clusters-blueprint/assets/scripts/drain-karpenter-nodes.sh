#!/usr/bin/env bash
# Drains the nodes that Karpenter launched in a cluster that is being taken
# down: deletes their NodeClaims and waits until they are gone. It does so only
# while every NodePool has the label clusterworks.dev/phase=draining and a limit
# of 0, which the overlay of such a cluster sets: pods that are evicted get no
# new node. Karpenter drains each node before it ends the instance;
# PodDisruptionBudgets and karpenter.sh/do-not-disrupt hold a node, disruption
# budgets do not. NodePools, NodeClasses, Karpenter and Cilium stay.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: scripts/drain-karpenter-nodes.sh --cluster NAME [options]

  --cluster NAME       cluster to drain
  --context NAME       kubeconfig context to use (default: the current one)
  --timeout SECONDS    how long to wait for the nodes to go (default: 3600)
  --dry-run            say what would be drained, and change nothing
  --help               show this text
USAGE
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

cluster=''
kube=(kubectl)
timeout=3600
dry_run=false
while [ $# -gt 0 ]; do
  case "$1" in
    --context | --cluster | --timeout)
      [ $# -ge 2 ] || fail "$1 needs a value"
      case "$1" in
        --context) kube+=(--context "$2") ;;
        --cluster) cluster=$2 ;;
        --timeout) timeout=$2 ;;
      esac
      shift 2
      ;;
    --dry-run)
      dry_run=true
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
[[ $cluster =~ ^[a-z]([-a-z0-9]*[a-z0-9])?$ ]] || fail "--cluster must be the name of a cluster, it is \"$cluster\""
[[ $timeout =~ ^[0-9]{1,6}$ ]] || fail "--timeout must be a number of seconds, it is \"$timeout\""
command -v kubectl >/dev/null 2>&1 || fail 'kubectl is not installed'

# Cilium has the name of its EKS cluster; a kubeconfig may call it anything.
found=$("${kube[@]}" -n kube-system get configmap cilium-config -o 'jsonpath={.data.cluster-name}' 2>/dev/null) ||
  fail 'cannot read kube-system/cilium-config: is the cluster reachable, and Cilium installed?'
[ "$found" = "$cluster" ] || fail "the context leads to cluster \"$found\", not to \"$cluster\": pass its --context"
replicas=$("${kube[@]}" get deployments -A -l app.kubernetes.io/name=karpenter -o 'jsonpath={.items[*].status.availableReplicas}')
[ -n "$replicas" ] || fail 'Karpenter has no available replica: without it no node is drained'

pools() {
  "${kube[@]}" get nodepools.karpenter.sh \
    -o 'jsonpath={range .items[*]}{.metadata.name} {.metadata.labels.clusterworks\.dev/phase} {.spec.limits.cpu}{"\n"}{end}'
}

# Argo CD may need some minutes to apply what git says. A condition of a loop
# would take a server that does not answer for the last answer; an assignment
# ends the script.
deadline=$((SECONDS + 300))
while true; do
  found=$(pools)
  left=$(grep -Ev ' draining 0$' <<<"$found" | cut -d ' ' -f 1 || true)
  [ -n "$left" ] || break
  if [ "$dry_run" = true ] || [ "$SECONDS" -ge "$deadline" ]; then
    fail "these NodePools are not marked as draining with a limit of 0, and would launch nodes for the pods that are evicted: ${left//$'\n'/, }. Apply the overlay of the cluster first; a NodePool that is not in git: kubectl delete nodepool <name>"
  fi
  sleep 15
done

claims() {
  "${kube[@]}" get nodeclaims.karpenter.sh -o name
}

left=$(claims)
if [ "$dry_run" = true ]; then
  printf 'Dry run, nothing was changed. It would drain:\n%s\n' "${left:-nothing}"
  exit 0
fi
if [ -n "$left" ]; then
  "${kube[@]}" delete nodeclaims.karpenter.sh --all --wait=false
fi

deadline=$((SECONDS + timeout))
while true; do
  left=$(claims)
  [ -n "$left" ] || break
  if [ "$SECONDS" -ge "$deadline" ]; then
    "${kube[@]}" get nodeclaims.karpenter.sh -o wide
    printf 'PodDisruptionBudgets, of which those without an allowed disruption hold pods:\n'
    "${kube[@]}" get poddisruptionbudgets -A
    fail 'these nodes have not gone. Take the workloads on them down (their pods find no other node, so a PodDisruptionBudget never lets the last ones go), and run this again'
  fi
  sleep 15
done

printf 'Karpenter has no node in %s any more. What controllers made in AWS has to go before terraform destroy:\n' "$cluster"
"${kube[@]}" get services -A --field-selector spec.type=LoadBalancer
"${kube[@]}" get ingresses -A
"${kube[@]}" get persistentvolumes
