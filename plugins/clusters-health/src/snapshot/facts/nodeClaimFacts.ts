import { Fields } from '../Fields';
import { ConditionFacts, readConditions } from './conditions';
import { MetaFacts, readMeta } from './meta';
import {
  readRequirements,
  readTaints,
  RequirementFacts,
  TaintFacts,
} from './scheduling';

/** What is kept of a NodeClaim. */
export interface NodeClaimFacts extends MetaFacts {
  nodeClass?: string;
  nodeName?: string;
  providerId?: string;
  imageId?: string;
  requirements: RequirementFacts[];
  taints: TaintFacts[];
  startupTaints: TaintFacts[];
  requests: Record<string, string>;
  expireAfter?: string;
  terminationGracePeriod?: string;
  capacity: Record<string, string>;
  allocatable: Record<string, string>;
  lastPodEventAt?: number;
  conditions: ConditionFacts[];
}

/** Reads a NodeClaim (karpenter.sh/v1). */
export function readNodeClaim(object: Fields): NodeClaimFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readMeta(object),
    nodeClass: spec.object('nodeClassRef').text('name'),
    nodeName: status.text('nodeName'),
    providerId: status.text('providerID'),
    imageId: status.text('imageID'),
    requirements: readRequirements(spec),
    taints: readTaints(spec, 'taints'),
    startupTaints: readTaints(spec, 'startupTaints'),
    requests: spec.object('resources').textMap('requests'),
    expireAfter: spec.text('expireAfter'),
    terminationGracePeriod: spec.text('terminationGracePeriod'),
    capacity: status.textMap('capacity'),
    allocatable: status.textMap('allocatable'),
    lastPodEventAt: status.time('lastPodEventTime'),
    conditions: readConditions(status),
  };
}
