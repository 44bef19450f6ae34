import type { Rule } from '../../rule/Rule';
import { nodeAddressPressure } from './node-address-pressure/nodeAddressPressure';
import { ciliumAgentDown } from './cilium-agent-down/ciliumAgentDown';
import { ciliumAgentsNotReady } from './cilium-agents-not-ready/ciliumAgentsNotReady';
import { awsNodeConflict } from './aws-node-conflict/awsNodeConflict';
import { ciliumnodeOrphan } from './ciliumnode-orphan/ciliumnodeOrphan';
import { ciliumnodeStuck } from './ciliumnode-stuck/ciliumnodeStuck';
import { clustermeshNotReady } from './clustermesh-not-ready/clustermeshNotReady';
import { ciliumConfigDrift } from './cilium-config-drift/ciliumConfigDrift';
import { podsStuckInContainerCreating } from './pods-stuck-in-container-creating/podsStuckInContainerCreating';
import { doubleLaunch } from './double-launch/doubleLaunch';
import { encryptionNotEverywhere } from './encryption-not-everywhere/encryptionNotEverywhere';
import { ciliumendpointNotReady } from './ciliumendpoint-not-ready/ciliumendpointNotReady';
import { ciliumEnvoyNotReady } from './cilium-envoy-not-ready/ciliumEnvoyNotReady';
import { hubbleNotAvailable } from './hubble-not-available/hubbleNotAvailable';
import { identitiesNearlyUsedUp } from './identities-nearly-used-up/identitiesNearlyUsedUp';
import { ciliumnodeOfOtherInstance } from './ciliumnode-of-other-instance/ciliumnodeOfOtherInstance';
import { ipamModeMismatch } from './ipam-mode-mismatch/ipamModeMismatch';
import { kubeProxyOverlap } from './kube-proxy-overlap/kubeProxyOverlap';
import { networkStatusMissing } from './network-status-missing/networkStatusMissing';
import { nodeWithoutCiliumnode } from './node-without-ciliumnode/nodeWithoutCiliumnode';
import { ciliumOperatorDown } from './cilium-operator-down/ciliumOperatorDown';
import { ciliumnodeOperatorError } from './ciliumnode-operator-error/ciliumnodeOperatorError';
import { operatorDoesNotTolerate } from './operator-does-not-tolerate/operatorDoesNotTolerate';
import { prefixDelegationLost } from './prefix-delegation-lost/prefixDelegationLost';
import { prefixPoolGap } from './prefix-pool-gap/prefixPoolGap';
import { addressReleaseStuck } from './address-release-stuck/addressReleaseStuck';
import { ciliumTaintAgain } from './cilium-taint-again/ciliumTaintAgain';
import { ciliumTaintStuck } from './cilium-taint-stuck/ciliumTaintStuck';
import { podsNotManagedByCilium } from './pods-not-managed-by-cilium/podsNotManagedByCilium';
import { ciliumVersionSkew } from './cilium-version-skew/ciliumVersionSkew';

/** The rules of the Cilium table, D01 to D30. */
export const ciliumRules: readonly Rule[] = [
  ciliumAgentsNotReady,
  ciliumAgentDown,
  ciliumOperatorDown,
  ciliumEnvoyNotReady,
  hubbleNotAvailable,
  ciliumTaintStuck,
  ciliumnodeStuck,
  ciliumnodeOrphan,
  nodeWithoutCiliumnode,
  ciliumnodeOfOtherInstance,
  ciliumnodeOperatorError,
  nodeAddressPressure,
  awsNodeConflict,
  kubeProxyOverlap,
  podsNotManagedByCilium,
  ciliumendpointNotReady,
  identitiesNearlyUsedUp,
  operatorDoesNotTolerate,
  networkStatusMissing,
  podsStuckInContainerCreating,
  prefixPoolGap,
  prefixDelegationLost,
  addressReleaseStuck,
  encryptionNotEverywhere,
  clustermeshNotReady,
  ciliumVersionSkew,
  ipamModeMismatch,
  ciliumConfigDrift,
  doubleLaunch,
  ciliumTaintAgain,
];
