import { ciliumAgentDown } from '../../rules/cilium/cilium-agent-down/ciliumAgentDown';
import { ciliumOperatorDown } from '../../rules/cilium/cilium-operator-down/ciliumOperatorDown';
import { buildingOverdue } from '../../rules/clusterworks/building-overdue/buildingOverdue';
import { nodeNotReady } from '../../rules/clusterworks/node-not-ready/nodeNotReady';
import { nothingInstalled } from '../../rules/karpenter/nothing-installed/nothingInstalled';
import type { CauseEdge } from './CauseEdge';
import { controllerFaults } from './karpenterFaults';

/** Causes that keep a new cluster from being complete in time. */
export const buildingEdges: readonly CauseEdge[] = [
  {
    causes: [
      nodeNotReady,
      ciliumOperatorDown,
      ciliumAgentDown,
      ...controllerFaults,
      nothingInstalled,
    ],
    effects: [buildingOverdue],
    when: 'always',
  },
];
