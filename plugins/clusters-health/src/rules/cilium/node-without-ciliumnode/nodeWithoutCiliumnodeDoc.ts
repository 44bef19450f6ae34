import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeWithoutCiliumnode. */
export const nodeWithoutCiliumnodeDoc: RuleDoc = {
  title: 'Node without a CiliumNode',
  means:
    'The agent could not say that the node exists: the operator gives it no addresses, and no pod starts there.',
  foundBy:
    'A Node older than 5 minutes with an agent pod and without a CiliumNode of its name.',
  todo: "The agent does not reach the instance metadata or the API server, or auto-create-cilium-node-resource is off. Restart the node's agent.",
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/pkg/nodediscovery/nodediscovery.go',
};
