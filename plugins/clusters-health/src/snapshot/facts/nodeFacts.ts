import { Fields } from '../Fields';
import { ConditionFacts, readConditions } from './conditions';
import { MetaFacts, readMeta } from './meta';
import { readTaints, TaintFacts } from './scheduling';

/** What is kept of a Node. Quantities are texts as the API gives them. */
export interface NodeFacts extends MetaFacts {
  providerId?: string;
  unschedulable: boolean;
  taints: TaintFacts[];
  conditions: ConditionFacts[];
  allocatable: Record<string, string>;
  capacity: Record<string, string>;
  internalIps: string[];
  kubeletVersion?: string;
}

/** Reads a Node. */
export function readNode(object: Fields): NodeFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readMeta(object),
    providerId: spec.text('providerID'),
    unschedulable: spec.flag('unschedulable') ?? false,
    taints: readTaints(spec, 'taints'),
    conditions: readConditions(status),
    allocatable: status.textMap('allocatable'),
    capacity: status.textMap('capacity'),
    internalIps: status
      .objects('addresses')
      .filter(address => address.text('type') === 'InternalIP')
      .flatMap(address => address.text('address') ?? []),
    kubeletVersion: status.object('nodeInfo').text('kubeletVersion'),
  };
}
