import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ipamModeMismatch. */
export const ipamModeMismatchDoc: CataloguedDoc = {
  title: 'Parts of Cilium disagree on ENI mode',
  means:
    'Only the operator for AWS assigns addresses of interfaces. When the configuration asks for it and the operator or the agents are set up otherwise, no node gets addresses.',
  foundBy:
    'cilium-config ipam is eni, but the operator image is built for another cloud, or a CiliumNode older than 5 minutes has no spec.eni.instance-type; or ipam is something else while the operator is the one for AWS and nodes are in ENI mode.',
  whom: "cilium-config, the operator's image and CiliumNodes.",
  waits:
    '5 minutes for a CiliumNode without an instance type; nothing for the image.',
  cannotSee:
    'Images with custom names; the plain image `operator` supports all modes.',
  lookAlikes: 'A node that boots; a cluster in another mode on purpose.',
  todo: [
    'Set eni.enabled and ipam.mode together in the values of Cilium.',
    'Roll out operator and agents.',
    'A live cluster cannot change its IPAM mode: build another one.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
};
