import { ciliumAgentDown } from '../../rules/cilium/cilium-agent-down/ciliumAgentDown';
import { ciliumAgentsNotReady } from '../../rules/cilium/cilium-agents-not-ready/ciliumAgentsNotReady';
import { ciliumnodeStuck } from '../../rules/cilium/ciliumnode-stuck/ciliumnodeStuck';
import { ipamModeMismatch } from '../../rules/cilium/ipam-mode-mismatch/ipamModeMismatch';
import { ciliumIpamEni } from '../../rules/clusterworks/cilium-ipam-eni/ciliumIpamEni';
import { ciliumPodsRunning } from '../../rules/clusterworks/cilium-pods-running/ciliumPodsRunning';
import { karpenterPodsRunning } from '../../rules/clusterworks/karpenter-pods-running/karpenterPodsRunning';
import { nodeNotReady } from '../../rules/clusterworks/node-not-ready/nodeNotReady';
import { nodeclassesCreated } from '../../rules/clusterworks/nodeclasses-created/nodeclassesCreated';
import { nodepoolsCreated } from '../../rules/clusterworks/nodepools-created/nodepoolsCreated';
import { podsWaiting } from '../../rules/clusterworks/pods-waiting/podsWaiting';
import { nodepoolClassMissing } from '../../rules/karpenter/nodepool-class-missing/nodepoolClassMissing';
import { nothingInstalled } from '../../rules/karpenter/nothing-installed/nothingInstalled';
import type { CauseEdge } from './CauseEdge';
import { controllerFaults } from './karpenterFaults';

/**
 * Rules of the checklist that only repeat what another finding already says.
 */
export const checklistEdges: readonly CauseEdge[] = [
  {
    causes: [
      ciliumAgentsNotReady,
      ciliumAgentDown,
      ciliumnodeStuck,
      nodeNotReady,
    ],
    effects: [ciliumPodsRunning],
    when: 'always',
  },
  {
    causes: [ipamModeMismatch],
    effects: [ciliumIpamEni],
    when: 'always',
  },
  {
    causes: controllerFaults,
    effects: [karpenterPodsRunning],
    when: 'always',
  },
  {
    causes: [nothingInstalled],
    effects: [
      nodeclassesCreated,
      nodepoolsCreated,
      nodepoolClassMissing,
      podsWaiting,
    ],
    when: 'always',
  },
];
