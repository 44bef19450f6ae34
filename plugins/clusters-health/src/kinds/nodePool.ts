import { defineKind } from './defineKind';
import {
  count,
  type Field,
  ifPresent,
  object,
  objects,
  text,
  textMap,
  texts,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { conditions } from './parts/conditions';
import { labelledFields } from './parts/metadata';
import { requirements } from './parts/requirements';
import { taints } from './parts/taints';

/** A disruption budget, unparsed. */
export interface BudgetFacts {
  nodes: string;
  schedule?: string;
  duration?: string;
  /** Absent means that the budget applies to every reason. */
  reasons?: string[];
}

const budgets: Field<BudgetFacts[]> = objects('spec.disruption.budgets', {
  nodes: withDefault(text('nodes'), '10%'),
  schedule: text('schedule'),
  duration: text('duration'),
  reasons: ifPresent('reasons', texts('reasons')),
});

/** NodePools of Karpenter. */
export const nodePool = defineKind({
  group: 'karpenter.sh',
  version: 'v1',
  resource: 'nodepools',
  kind: 'NodePool',
  namespaced: false,
  required: true,
  fields: {
    ...labelledFields,
    weight: count('spec.weight'),
    /** Only static pools have replicas (since 1.8). */
    replicas: count('spec.replicas'),
    limits: textMap('spec.limits'),
    nodeClass: object('spec.template.spec.nodeClassRef', {
      group: text('group'),
      kind: text('kind'),
      name: text('name'),
    }),
    requirements: requirements('spec.template.spec.requirements'),
    taints: taints('spec.template.spec.taints'),
    startupTaints: taints('spec.template.spec.startupTaints'),
    templateLabels: textMap('spec.template.metadata.labels'),
    expireAfter: text('spec.template.spec.expireAfter'),
    terminationGracePeriod: text('spec.template.spec.terminationGracePeriod'),
    consolidateAfter: text('spec.disruption.consolidateAfter'),
    consolidationPolicy: text('spec.disruption.consolidationPolicy'),
    /** Absent means the default, one budget of 10 %. */
    budgets: ifPresent('spec.disruption.budgets', budgets),
    resources: textMap('status.resources'),
    nodes: count('status.nodes'),
    conditions,
  },
});

/** The facts that are kept of a NodePool. */
export type NodePoolFacts = FactsOf<typeof nodePool>;
