import type {
  NodeExpressionFacts,
  NodeSelectorTermFacts,
  TaintFacts,
  TolerationFacts,
} from '../kinds';
import { tolerates } from '../kinds';

/**
 * Whether a DaemonSet puts a pod on a node; `unknown` when a needed label is
 * not known.
 */
export type Selected = 'yes' | 'no' | 'unknown';

/**
 * The value of a label on a node, or that the label is absent, or that it is
 * not known.
 */
export type LabelValue =
  | { value: string }
  | { absent: true }
  | { unknown: true };

/** A node that exists, or a node that a NodePool would launch. */
export interface CandidateNode {
  name?: string;
  label(key: string): LabelValue;
  taints: readonly TaintFacts[];
}

/** The fields of a DaemonSet or a pod that decide on which nodes it runs. */
export interface Placement {
  nodeSelector: Readonly<Record<string, string>>;
  nodeTerms?: readonly NodeSelectorTermFacts[];
  tolerations: readonly TolerationFacts[];
}

/**
 * Taints that every pod of a DaemonSet tolerates, because the DaemonSet
 * controller adds the tolerations.
 */
const alwaysTolerated: ReadonlySet<string> = new Set([
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
  'node.kubernetes.io/disk-pressure',
  'node.kubernetes.io/memory-pressure',
  'node.kubernetes.io/pid-pressure',
  'node.kubernetes.io/unschedulable',
  'node.kubernetes.io/network-unavailable',
]);

/**
 * Whether a DaemonSet puts a pod on the node, according to its node selector,
 * required node affinity and tolerations, as the DaemonSet controller decides.
 */
export function daemonSetSelects(
  daemonSet: Placement,
  node: CandidateNode,
): Selected {
  return placementSelects(daemonSet, node, alwaysTolerated);
}

/**
 * Whether pods with a node selector, required node affinity and tolerations may
 * run on the node.
 *
 * @param tolerated - keys of taints that do not matter
 */
export function placementSelects(
  placement: Placement,
  node: CandidateNode,
  tolerated: ReadonlySet<string> = new Set(),
): Selected {
  const bySelector = Object.entries(placement.nodeSelector).map(
    ([key, value]) =>
      matches({ key, operator: 'In', values: [value] }, node.label(key)),
  );
  const byTerms = placement.nodeTerms
    ? [anyOf(placement.nodeTerms.map(term => matchesTerm(term, node)))]
    : [];
  const byTaints = node.taints
    .filter(({ key, effect }) => keepsAway(effect) && !tolerated.has(key))
    .map(taint => yesNo(tolerates(placement.tolerations, taint)));
  return allOf([...bySelector, ...byTerms, ...byTaints]);
}

function keepsAway(effect: string): boolean {
  return effect === 'NoSchedule' || effect === 'NoExecute';
}

function matchesTerm(
  { labels, fields }: NodeSelectorTermFacts,
  node: CandidateNode,
): Selected {
  // A term without expressions matches no node.
  if (labels.length + fields.length === 0) {
    return 'no';
  }
  const name: LabelValue =
    node.name === undefined ? { unknown: true } : { value: node.name };
  return allOf([
    ...labels.map(expression =>
      matches(expression, node.label(expression.key)),
    ),
    ...fields.map(expression => matches(expression, name)),
  ]);
}

function matches(
  { operator, values }: NodeExpressionFacts,
  label: LabelValue,
): Selected {
  if ('unknown' in label) {
    return 'unknown';
  }
  const value = 'value' in label ? label.value : undefined;
  switch (operator) {
    case 'In':
      return yesNo(value !== undefined && values.includes(value));
    case 'NotIn':
      return yesNo(value === undefined || !values.includes(value));
    case 'Exists':
      return yesNo(value !== undefined);
    case 'DoesNotExist':
      return yesNo(value === undefined);
    case 'Gt':
      return yesNo(Number(value) > Number(values[0]));
    case 'Lt':
      return yesNo(Number(value) < Number(values[0]));
    default:
      return 'unknown';
  }
}

function yesNo(is: boolean): Selected {
  return is ? 'yes' : 'no';
}

function allOf(parts: readonly Selected[]): Selected {
  if (parts.includes('no')) {
    return 'no';
  }
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function anyOf(parts: readonly Selected[]): Selected {
  if (parts.includes('yes')) {
    return 'yes';
  }
  return parts.includes('unknown') ? 'unknown' : 'no';
}
