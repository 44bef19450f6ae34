import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields, plainMap } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { MetaFacts, metaFields, readMeta } from './meta';
import {
  readRequirements,
  readTaints,
  requirementFields,
  RequirementFacts,
  taintFields,
  TaintFacts,
} from './scheduling';

/** A disruption budget as written. */
export interface BudgetFacts {
  nodes: string;
  schedule?: string;
  duration?: string;
  /** Absent means every reason. */
  reasons?: string[];
}

/** What is kept of a NodePool. */
export interface NodePoolFacts extends MetaFacts {
  weight?: number;
  /** Set on static pools only (since 1.8). */
  replicas?: number;
  limits: Record<string, string>;
  nodeClass: { group?: string; kind?: string; name?: string };
  requirements: RequirementFacts[];
  taints: TaintFacts[];
  startupTaints: TaintFacts[];
  templateLabels: Record<string, string>;
  expireAfter?: string;
  terminationGracePeriod?: string;
  consolidateAfter?: string;
  consolidationPolicy?: string;
  /** Absent means the default, one budget of 10 %. */
  budgets?: BudgetFacts[];
  resources: Record<string, string>;
  nodes?: number;
  conditions: ConditionFacts[];
}

/** What `readNodePool` reads. */
export const nodePoolFields: WantedFields = {
  ...metaFields,
  spec: {
    ...plainFields('weight', 'replicas'),
    limits: plainMap,
    template: {
      metadata: { labels: plainMap },
      spec: {
        ...plainFields('expireAfter', 'terminationGracePeriod'),
        nodeClassRef: plainFields('group', 'kind', 'name'),
        requirements: requirementFields,
        taints: taintFields,
        startupTaints: taintFields,
      },
    },
    disruption: {
      ...plainFields('consolidateAfter', 'consolidationPolicy'),
      budgets: plainFields('nodes', 'schedule', 'duration', 'reasons'),
    },
  },
  status: { ...conditionFields, ...plainFields('nodes'), resources: plainMap },
};

/** Reads a NodePool (karpenter.sh/v1). */
export function readNodePool(object: Fields): NodePoolFacts {
  const spec = object.object('spec');
  const template = spec.object('template');
  const node = template.object('spec');
  const ref = node.object('nodeClassRef');
  const disruption = spec.object('disruption');
  const status = object.object('status');
  return {
    ...readMeta(object),
    weight: spec.count('weight'),
    replicas: spec.count('replicas'),
    limits: spec.textMap('limits'),
    nodeClass: {
      group: ref.text('group'),
      kind: ref.text('kind'),
      name: ref.text('name'),
    },
    requirements: readRequirements(node),
    taints: readTaints(node, 'taints'),
    startupTaints: readTaints(node, 'startupTaints'),
    templateLabels: template.object('metadata').textMap('labels'),
    expireAfter: node.text('expireAfter'),
    terminationGracePeriod: node.text('terminationGracePeriod'),
    consolidateAfter: disruption.text('consolidateAfter'),
    consolidationPolicy: disruption.text('consolidationPolicy'),
    budgets: disruption.has('budgets') ? readBudgets(disruption) : undefined,
    resources: status.textMap('resources'),
    nodes: status.count('nodes'),
    conditions: readConditions(status),
  };
}

function readBudgets(disruption: Fields): BudgetFacts[] {
  return disruption.objects('budgets').map(budget => ({
    nodes: budget.text('nodes') ?? '10%',
    schedule: budget.text('schedule'),
    duration: budget.text('duration'),
    reasons: budget.has('reasons') ? budget.texts('reasons') : undefined,
  }));
}
