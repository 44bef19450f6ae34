import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule subnetRunsDry. */
export const subnetRunsDryDoc: CataloguedDoc = {
  title: 'A subnet has no addresses left, or none within two days',
  means:
    'The nodes of the cluster hold every address of the subnet; or if they go on taking addresses as in the last days, none is left within 48 hours. New nodes in it then get no network, and pods whose volume is in its zone cannot move to a new node. Other users of the subnet are not seen: it may be sooner.',
  foundBy:
    'The block of the subnet less the addresses that the interfaces of CiliumNodes hold, and the points of the last week. An empty subnet is a warning when a NodePool wants its zone and has no other subnet there with addresses. One that runs dry is a warning when every subnet that an EC2NodeClass has found runs dry or is empty. Otherwise it is a note.',
  whom: 'Subnets in which the nodes of a cluster in ENI mode have interfaces.',
  waits:
    'For an empty subnet: not at all. For the trend: until samples of a whole day exist, because the number of nodes follows the time of day.',
  cannotSee:
    'What else takes addresses from the subnet, and whether the growth continues. The command line sees one look only, and no trend.',
  lookAlikes:
    'A small subnet with the same usage every day; a full subnet whose nodes get no addresses, which is reported for these nodes.',
  todo: [
    'See how many addresses the subnet has left: EC2 knows exactly.',
    'Give the EC2NodeClass another subnet, or the VPC another block, before it is empty.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
};
