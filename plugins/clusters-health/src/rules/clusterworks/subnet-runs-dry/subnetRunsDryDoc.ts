import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule subnetRunsDry. */
export const subnetRunsDryDoc: CataloguedDoc = {
  title: 'A subnet runs dry within two days',
  means:
    'If nodes go on taking addresses as in the last days, the subnet has none left within 48 hours. New nodes in it then get no network. Other users of the subnet are not seen: it may be sooner.',
  foundBy:
    'The block of the subnet less the addresses that the interfaces of CiliumNodes hold, over the points of the last week: a warning when every subnet that an EC2NodeClass has found runs dry, otherwise a note, since nodes can start in the others.',
  whom: 'Subnets in which the nodes of a cluster in ENI mode have interfaces.',
  waits:
    'Until samples of a whole day exist: the number of nodes follows the time of day.',
  cannotSee:
    'What else takes addresses from the subnet, and whether the growth continues. The command line sees one look only, and no trend.',
  lookAlikes:
    'A small subnet with the same usage every day; a subnet without free addresses, which is reported for its nodes.',
  todo: [
    'See how many addresses the subnet has left: EC2 knows exactly.',
    'Give the EC2NodeClass another subnet, or the VPC another block, before it is empty.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
};
