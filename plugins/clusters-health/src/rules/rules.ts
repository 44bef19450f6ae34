import {
  clusterworksRules,
  clusterworksUnseen,
} from './clusterworks/clusterworksRules';
import { ciliumRules } from './cilium/ciliumRules';
import type { Rule, UnseenCode } from '../rule/Rule';
import { karpenterRules, karpenterUnseen } from './karpenter/karpenterRules';

/**
 * Every rule, in the order of the tables.
 *
 * @public
 */
export const rules: readonly Rule[] = [
  ...karpenterRules,
  ...ciliumRules,
  ...clusterworksRules,
];

/**
 * Every fault with a code that the Kubernetes API cannot show.
 *
 * @public
 */
export const unseenCodes: readonly UnseenCode[] = [
  ...karpenterUnseen,
  ...clusterworksUnseen,
];
