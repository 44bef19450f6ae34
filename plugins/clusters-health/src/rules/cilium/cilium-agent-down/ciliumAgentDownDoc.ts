import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumAgentDown. */
export const ciliumAgentDownDoc: CataloguedDoc = {
  title: 'Cilium agent of a node is down',
  means:
    'On this node no pod starts or stops cleanly, and policies and Services are not updated. Pods that run keep their connections.',
  foundBy:
    'Agent pod: a container in a crash loop, also one that is seen between two crashes (same thresholds as controller-crash-loop; a warning when it crashes only now and then), or not ready for more than 4 minutes (5 while the node waits for addresses). Nodes whose kubelet is silent are left out.',
  whom: "Pods of Cilium's agent on nodes whose kubelet reports.",
  waits:
    '4 minutes, longer than the start-up probe; 5 while the node waits for addresses.',
  cannotSee: 'An agent that is ready but does not work.',
  lookAlikes:
    'A booting node, a rollout, a node whose kubelet does not report, an agent that waits for addresses (ciliumnode-stuck).',
  todo: [
    'Read the log of the last run.',
    '"Waiting for IPs" leads to ciliumnode-stuck.',
    'A crash of the init container `config` means that the API server is not reached.',
  ],
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
