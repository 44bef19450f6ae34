export {
  type ConditionFacts,
  conditionOf,
  effectiveStatus,
} from './conditions';
export { keptNodeLabels } from './metadata';
export type {
  MetaFacts,
  NameFacts,
  NodeLabels,
  NodeMetaFacts,
  OwnedFacts,
  OwnerFacts,
} from './metadata';
export type { NodeExpressionFacts, NodeSelectorTermFacts } from './nodeTerms';
export type { PodPlacementFacts } from './podPlacement';
export * from './quantity';
export type { RequirementFacts } from './requirements';
export type { TaintFacts } from './taints';
export { tolerates, type TolerationFacts } from './tolerations';
export type { ContainerFacts } from './workload';
