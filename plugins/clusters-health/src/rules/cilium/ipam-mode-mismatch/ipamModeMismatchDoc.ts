import { RuleDoc } from '../../../rule/Rule';

/** What people read of ipamModeMismatch. */
export const ipamModeMismatchDoc: RuleDoc = {
  title: 'Parts of Cilium disagree on ENI mode',
  means:
    'Only the operator for AWS assigns addresses of interfaces. When the configuration asks for it and the operator or the agents are set up otherwise, no node gets addresses.',
  foundBy:
    'cilium-config ipam is eni, but the operator image is built for another cloud, or a CiliumNode older than 5 minutes has no spec.eni.instance-type; or ipam is something else while the operator is the one for AWS and nodes are in ENI mode.',
  todo: 'Set eni.enabled and ipam.mode together, and restart operator and agents after a change. A live cluster cannot change its IPAM mode.',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
};
