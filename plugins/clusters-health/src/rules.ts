import { checklistRules, checklistUnseen } from './checklist';
import { ciliumRules, ciliumUnseen } from './cilium';
import { Rule, UnseenCode } from './engine/Rule';
import { karpenterRules, karpenterUnseen } from './karpenter';

/** Every rule, in the order of the tables. */
export const rules: readonly Rule[] = [
  ...karpenterRules,
  ...ciliumRules,
  ...checklistRules,
];

/** Every code that the Kubernetes API cannot show. */
export const unseenCodes: readonly UnseenCode[] = [
  ...karpenterUnseen,
  ...ciliumUnseen,
  ...checklistUnseen,
];
