import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields, plainMap } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { NodeMetaFacts, nodeMetaFields, readNodeMeta } from './meta';

/** What is kept of a NodeClaim. */
export interface NodeClaimFacts extends NodeMetaFacts {
  nodeClass?: string;
  /** API group of the class: tells whose Karpenter the claim belongs to. */
  nodeClassGroup?: string;
  nodeName?: string;
  providerId?: string;
  terminationGracePeriod?: string;
  capacity: Record<string, string>;
  lastPodEventAt?: number;
  conditions: ConditionFacts[];
}

/** What `readNodeClaim` reads. */
export const nodeClaimFields: WantedFields = {
  ...nodeMetaFields,
  spec: {
    ...plainFields('terminationGracePeriod'),
    nodeClassRef: plainFields('group', 'name'),
  },
  status: {
    ...conditionFields,
    ...plainFields('nodeName', 'providerID', 'lastPodEventTime'),
    capacity: plainMap,
  },
};

/** Reads a NodeClaim (karpenter.sh/v1). */
export function readNodeClaim(object: Fields): NodeClaimFacts {
  const spec = object.object('spec');
  const ref = spec.object('nodeClassRef');
  const status = object.object('status');
  return {
    ...readNodeMeta(object),
    nodeClass: ref.text('name'),
    nodeClassGroup: ref.text('group'),
    nodeName: status.text('nodeName'),
    providerId: status.text('providerID'),
    terminationGracePeriod: spec.text('terminationGracePeriod'),
    capacity: status.textMap('capacity'),
    lastPodEventAt: status.time('lastPodEventTime'),
    conditions: readConditions(status),
  };
}
