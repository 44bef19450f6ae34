import { Rule, UnseenCode } from '../engine/Rule';
import { addressPressure } from './addressPressure';
import { agentPodDown } from './agentPodDown';
import { agentRollout } from './agentRollout';
import { awsNodeConflict } from './awsNodeConflict';
import { ciliumNodeOrphan } from './ciliumNodeOrphan';
import { ciliumNodeStuck } from './ciliumNodeStuck';
import { clusterMeshState } from './clusterMeshState';
import { configDrift } from './configDrift';
import { containerCreating } from './containerCreating';
import { doubleNodes } from './doubleNodes';
import { encryptionMixed } from './encryptionMixed';
import { endpointState } from './endpointState';
import { envoyRollout } from './envoyRollout';
import { hubbleDown } from './hubbleDown';
import { identitiesExhausted } from './identitiesExhausted';
import { identityMismatch } from './identityMismatch';
import { ipamMode } from './ipamMode';
import { kubeProxyOverlap } from './kubeProxyOverlap';
import { networkUnavailable } from './networkUnavailable';
import { nodeWithoutCiliumNode } from './nodeWithoutCiliumNode';
import { operatorDown } from './operatorDown';
import { operatorStatusError } from './operatorStatusError';
import { operatorTolerations } from './operatorTolerations';
import { prefixesLost } from './prefixesLost';
import { prefixPoolGap } from './prefixPoolGap';
import { releaseStuck } from './releaseStuck';
import { taintFlap } from './taintFlap';
import { taintStuck } from './taintStuck';
import { unmanagedPods } from './unmanagedPods';
import { versionSkew } from './versionSkew';

/** Rules of the Cilium table, D01 to D30. */
export const ciliumRules: readonly Rule[] = [
  agentRollout,
  agentPodDown,
  operatorDown,
  envoyRollout,
  hubbleDown,
  taintStuck,
  ciliumNodeStuck,
  ciliumNodeOrphan,
  nodeWithoutCiliumNode,
  identityMismatch,
  operatorStatusError,
  addressPressure,
  awsNodeConflict,
  kubeProxyOverlap,
  unmanagedPods,
  endpointState,
  identitiesExhausted,
  operatorTolerations,
  networkUnavailable,
  containerCreating,
  prefixPoolGap,
  prefixesLost,
  releaseStuck,
  encryptionMixed,
  clusterMeshState,
  versionSkew,
  ipamMode,
  configDrift,
  doubleNodes,
  taintFlap,
];

/** Codes of the Cilium table that the Kubernetes API cannot show: none. */
export const ciliumUnseen: readonly UnseenCode[] = [];
