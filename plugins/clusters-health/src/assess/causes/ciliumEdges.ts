import { awsNodeConflict } from '../../rules/cilium/aws-node-conflict/awsNodeConflict';
import { ciliumAgentDown } from '../../rules/cilium/cilium-agent-down/ciliumAgentDown';
import { ciliumAgentsNotReady } from '../../rules/cilium/cilium-agents-not-ready/ciliumAgentsNotReady';
import { ciliumEnvoyNotReady } from '../../rules/cilium/cilium-envoy-not-ready/ciliumEnvoyNotReady';
import { ciliumOperatorDown } from '../../rules/cilium/cilium-operator-down/ciliumOperatorDown';
import { ciliumTaintStuck } from '../../rules/cilium/cilium-taint-stuck/ciliumTaintStuck';
import { ciliumVersionSkew } from '../../rules/cilium/cilium-version-skew/ciliumVersionSkew';
import { ciliumendpointNotReady } from '../../rules/cilium/ciliumendpoint-not-ready/ciliumendpointNotReady';
import { ciliumnodeOfOtherInstance } from '../../rules/cilium/ciliumnode-of-other-instance/ciliumnodeOfOtherInstance';
import { ciliumnodeOperatorError } from '../../rules/cilium/ciliumnode-operator-error/ciliumnodeOperatorError';
import { ciliumnodeStuck } from '../../rules/cilium/ciliumnode-stuck/ciliumnodeStuck';
import { clustermeshNotReady } from '../../rules/cilium/clustermesh-not-ready/clustermeshNotReady';
import { hubbleNotAvailable } from '../../rules/cilium/hubble-not-available/hubbleNotAvailable';
import { ipamModeMismatch } from '../../rules/cilium/ipam-mode-mismatch/ipamModeMismatch';
import { kubeProxyOverlap } from '../../rules/cilium/kube-proxy-overlap/kubeProxyOverlap';
import { networkStatusMissing } from '../../rules/cilium/network-status-missing/networkStatusMissing';
import { nodeAddressPressure } from '../../rules/cilium/node-address-pressure/nodeAddressPressure';
import { nodeWithoutCiliumnode } from '../../rules/cilium/node-without-ciliumnode/nodeWithoutCiliumnode';
import { operatorDoesNotTolerate } from '../../rules/cilium/operator-does-not-tolerate/operatorDoesNotTolerate';
import { podsNotManagedByCilium } from '../../rules/cilium/pods-not-managed-by-cilium/podsNotManagedByCilium';
import { podsStuckInContainerCreating } from '../../rules/cilium/pods-stuck-in-container-creating/podsStuckInContainerCreating';
import { prefixPoolGap } from '../../rules/cilium/prefix-pool-gap/prefixPoolGap';
import { nodeNotInitialized } from '../../rules/clusterworks/node-not-initialized/nodeNotInitialized';
import { nodeNotReady } from '../../rules/clusterworks/node-not-ready/nodeNotReady';
import { subnetRunsDry } from '../../rules/clusterworks/subnet-runs-dry/subnetRunsDry';
import { controllerCrashLoop } from '../../rules/karpenter/controller-crash-loop/controllerCrashLoop';
import { controllerDown } from '../../rules/karpenter/controller-down/controllerDown';
import { leaderLost } from '../../rules/karpenter/leader-lost/leaderLost';
import { maxPodsTooHigh } from '../../rules/karpenter/max-pods-too-high/maxPodsTooHigh';
import { nodeclaimStuckDeleting } from '../../rules/karpenter/nodeclaim-stuck-deleting/nodeclaimStuckDeleting';
import { nodeclaimWaitsForCni } from '../../rules/karpenter/nodeclaim-waits-for-cni/nodeclaimWaitsForCni';
import type { CauseEdge } from './CauseEdge';

/** Faults with which Cilium's operator assigns no addresses to any node. */
const operatorFaults = [ciliumOperatorDown, operatorDoesNotTolerate];
/** Findings about a node whose CiliumNode has no addresses. */
const ciliumNodeEffects = [
  ciliumAgentsNotReady,
  ciliumAgentDown,
  ciliumTaintStuck,
  nodeWithoutCiliumnode,
  nodeAddressPressure,
  networkStatusMissing,
  podsStuckInContainerCreating,
  nodeclaimWaitsForCni,
  nodeNotInitialized,
  nodeNotReady,
];

/**
 * Effects of faults of Cilium, of its objects, and of nodes without a network.
 */
export const ciliumEdges: readonly CauseEdge[] = [
  // The pods of a node that is not ready are not ready either.
  {
    causes: [nodeNotReady],
    effects: [
      ciliumAgentsNotReady,
      ciliumAgentDown,
      ciliumEnvoyNotReady,
      podsNotManagedByCilium,
      ciliumendpointNotReady,
      nodeclaimStuckDeleting,
    ],
    when: 'shared',
  },
  // Without its operator, Cilium assigns no addresses and removes no taints.
  {
    causes: operatorFaults,
    effects: [ciliumnodeStuck, ...ciliumNodeEffects],
    when: 'always',
  },
  {
    causes: [operatorDoesNotTolerate],
    effects: [ciliumOperatorDown],
    when: 'always',
  },
  // The operator runs in another IPAM mode, or its version cannot start.
  {
    causes: [ipamModeMismatch, ciliumVersionSkew],
    effects: operatorFaults,
    when: 'shared',
  },
  { causes: [ipamModeMismatch], effects: [ciliumnodeStuck], when: 'always' },
  // Neither Cilium nor kube-proxy serves Services: a client that uses the
  // Service of the API server gets no answer.
  {
    causes: [kubeProxyOverlap],
    effects: [
      ciliumOperatorDown,
      controllerCrashLoop,
      controllerDown,
      leaderLost,
      hubbleNotAvailable,
    ],
    when: 'shared',
  },
  {
    causes: [kubeProxyOverlap],
    effects: [
      ciliumAgentDown,
      ciliumAgentsNotReady,
      nodeWithoutCiliumnode,
      ciliumnodeStuck,
    ],
    when: 'always',
  },
  // On a node without addresses, the agent waits and the taint stays.
  {
    causes: [ciliumnodeOfOtherInstance, ciliumnodeStuck],
    effects: ciliumNodeEffects,
    when: 'shared',
  },
  {
    causes: [ciliumnodeOfOtherInstance],
    effects: [ciliumnodeStuck],
    when: 'shared',
  },
  // Pods that cannot start on nodes without a network. These findings touch the
  // nodes of their pods.
  {
    causes: [
      ciliumnodeOfOtherInstance,
      ciliumnodeStuck,
      nodeWithoutCiliumnode,
      ciliumAgentDown,
      ciliumTaintStuck,
      nodeNotReady,
      podsStuckInContainerCreating,
    ],
    effects: [controllerDown, hubbleNotAvailable, clustermeshNotReady],
    when: 'shared',
  },
  // The operator reports why it assigns no addresses.
  {
    causes: [ciliumnodeOperatorError],
    effects: [ciliumnodeStuck, ...ciliumNodeEffects],
    when: 'shared',
  },
  // The agent creates the CiliumNode of its node when it starts.
  {
    causes: [ciliumAgentDown],
    effects: [nodeWithoutCiliumnode],
    when: 'shared',
  },
  // The taint of a node stays while the agent of that node does not run.
  {
    causes: [ciliumAgentDown, ciliumAgentsNotReady, nodeWithoutCiliumnode],
    effects: [
      ciliumTaintStuck,
      networkStatusMissing,
      podsStuckInContainerCreating,
      nodeclaimWaitsForCni,
      ciliumendpointNotReady,
    ],
    when: 'shared',
  },
  {
    causes: [ciliumAgentDown],
    effects: [ciliumAgentsNotReady],
    when: 'shared',
  },
  {
    causes: [ciliumTaintStuck],
    effects: [nodeclaimWaitsForCni],
    when: 'shared',
  },
  // The nodes of a subnet without addresses get no more of them.
  {
    causes: [subnetRunsDry],
    effects: [nodeAddressPressure],
    when: 'shared',
  },
  // A node that may run more pods than it has addresses runs out of addresses.
  {
    causes: [maxPodsTooHigh],
    effects: [nodeAddressPressure],
    when: 'shared',
  },
  {
    causes: [nodeAddressPressure, prefixPoolGap, awsNodeConflict],
    effects: [podsStuckInContainerCreating],
    when: 'shared',
  },
];
