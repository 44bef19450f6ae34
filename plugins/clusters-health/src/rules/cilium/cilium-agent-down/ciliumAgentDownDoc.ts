import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumAgentDown. */
export const ciliumAgentDownDoc: RuleDoc = {
  title: 'Cilium agent of a node is down',
  means:
    'On this node no pod starts or stops cleanly, and policies and Services are not updated. Pods that run keep their connections.',
  foundBy:
    'Agent pod: a container that crashes again and again, also between two crashes (as C2 has it: warning where it is only now and then), or not ready for more than 4 minutes (5 while the node waits for addresses). Nodes whose kubelet is silent are left out.',
  todo: 'Read the log of the last run. "Waiting for IPs" leads to D07; a crash of the init container `config` means that the API server is not reached.',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
