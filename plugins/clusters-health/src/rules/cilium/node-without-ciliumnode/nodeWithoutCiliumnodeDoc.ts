import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeWithoutCiliumnode. */
export const nodeWithoutCiliumnodeDoc: CataloguedDoc = {
  title: 'Node without a CiliumNode',
  means:
    'The agent could not create the CiliumNode: the operator gives the node no addresses, and no pod starts there.',
  foundBy:
    'A Node older than 5 minutes with an agent pod and without a CiliumNode of its name.',
  whom: 'Nodes with an agent of Cilium.',
  waits: '5 minutes: the agent makes it within seconds of its start.',
  cannotSee: 'Why the agent does not make it: its log tells.',
  lookAlikes:
    'Nodes that the agent does not belong on; an agent that crashes (cilium-agent-down).',
  todo: [
    "Read the agent's log: it does not reach the instance metadata or the API server, or auto-create-cilium-node-resource is off.",
    "Restart the node's agent.",
  ],
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/pkg/nodediscovery/nodediscovery.go',
};
