import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields, plainMap } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { NodeMetaFacts, nodeMetaFields, readNodeMeta } from './meta';
import { readTaints, taintFields, TaintFacts } from './scheduling';

/** What is kept of a Node. Quantities are texts as the API gives them. */
export interface NodeFacts extends NodeMetaFacts {
  providerId?: string;
  unschedulable: boolean;
  taints: TaintFacts[];
  conditions: ConditionFacts[];
  allocatable: Record<string, string>;
  capacity: Record<string, string>;
}

/** What `readNode` reads. */
export const nodeFields: WantedFields = {
  ...nodeMetaFields,
  spec: { ...plainFields('providerID', 'unschedulable'), taints: taintFields },
  status: {
    ...conditionFields,
    allocatable: plainMap,
    capacity: plainMap,
  },
};

/** Reads a Node. */
export function readNode(object: Fields): NodeFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readNodeMeta(object),
    providerId: spec.text('providerID'),
    unschedulable: spec.flag('unschedulable') ?? false,
    taints: readTaints(spec, 'taints'),
    conditions: readConditions(status),
    allocatable: status.textMap('allocatable'),
    capacity: status.textMap('capacity'),
  };
}
