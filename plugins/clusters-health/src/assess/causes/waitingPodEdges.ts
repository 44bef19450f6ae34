import { ciliumnodeStuck } from '../../rules/cilium/ciliumnode-stuck/ciliumnodeStuck';
import { nodeNotInitialized } from '../../rules/clusterworks/node-not-initialized/nodeNotInitialized';
import { podsWaiting } from '../../rules/clusterworks/pods-waiting/podsWaiting';
import { insufficientCapacity } from '../../rules/karpenter/insufficient-capacity/insufficientCapacity';
import { nodeclaimChurn } from '../../rules/karpenter/nodeclaim-churn/nodeclaimChurn';
import { nodeclaimLaunchFails } from '../../rules/karpenter/nodeclaim-launch-fails/nodeclaimLaunchFails';
import { nodeclaimNotRegistering } from '../../rules/karpenter/nodeclaim-not-registering/nodeclaimNotRegistering';
import { nodeclaimWaitsForCni } from '../../rules/karpenter/nodeclaim-waits-for-cni/nodeclaimWaitsForCni';
import { nodeclaimWaitsForDevice } from '../../rules/karpenter/nodeclaim-waits-for-device/nodeclaimWaitsForDevice';
import { nodepoolClassMissing } from '../../rules/karpenter/nodepool-class-missing/nodepoolClassMissing';
import { nodepoolLimit } from '../../rules/karpenter/nodepool-limit/nodepoolLimit';
import { nodepoolNoInstanceTypes } from '../../rules/karpenter/nodepool-no-instance-types/nodepoolNoInstanceTypes';
import { nodepoolNotReady } from '../../rules/karpenter/nodepool-not-ready/nodepoolNotReady';
import type { CauseEdge } from './CauseEdge';
import { controllerFaults } from './karpenterFaults';
import { nodeClassFaults } from './karpenterFaults';

/** Causes of pods that wait for a node, the most specific first. */
export const waitingPodEdges: readonly CauseEdge[] = [
  {
    causes: [nodepoolLimit, insufficientCapacity, nodepoolNoInstanceTypes],
    effects: [podsWaiting],
    when: 'shared',
  },
  { causes: controllerFaults, effects: [podsWaiting], when: 'always' },
  {
    causes: [
      ...nodeClassFaults,
      nodepoolNotReady,
      nodepoolClassMissing,
      nodeclaimLaunchFails,
      nodeclaimNotRegistering,
      nodeclaimWaitsForCni,
      nodeclaimWaitsForDevice,
      ciliumnodeStuck,
      nodeNotInitialized,
    ],
    effects: [podsWaiting],
    when: 'shared',
  },
  // Nodes that are launched again and again and take no pod.
  { causes: [nodeclaimChurn], effects: [podsWaiting], when: 'shared' },
];
