import {
  derived,
  each,
  exists,
  type Field,
  ifPresent,
  shared,
  text,
  textMap,
} from '../fields';
import { type NodeSelectorTermFacts, nodeTerms } from './nodeTerms';

/** Which nodes the scheduler may choose for a pod, besides taints and size. */
export interface PodPlacementFacts {
  nodeSelector: Record<string, string>;
  /** Required node affinity; absent when there is none. */
  nodeTerms?: NodeSelectorTermFacts[];
  /**
   * Whether the nodes of other pods matter: required affinity or anti-affinity
   * to pods, or a spread that must be kept.
   */
  byOtherPods: boolean;
  /** Whether a volume that may exist in one zone only has to be attached. */
  volumes: boolean;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Most pods have none, and are read faster when it is looked for first. */
const affinity = ifPresent(
  'spec.affinity',
  derived(
    {
      terms: nodeTerms('spec'),
      near: exists(`spec.affinity.podAffinity.${REQUIRED}`),
      apart: exists(`spec.affinity.podAntiAffinity.${REQUIRED}`),
    },
    facts => facts,
  ),
);

/** Whether a volume of a pod is one that has to be attached. */
const attached = derived(
  {
    claim: exists('persistentVolumeClaim'),
    ephemeral: exists('ephemeral'),
  },
  ({ claim, ephemeral }) => claim || ephemeral,
);

/** Where a pod may run; equal ones are kept once. */
export const podPlacement: Field<PodPlacementFacts> = shared(
  derived(
    {
      nodeSelector: textMap('spec.nodeSelector'),
      affinity,
      spread: each('spec.topologySpreadConstraints', text('whenUnsatisfiable')),
      volumes: each('spec.volumes', attached),
    },
    ({ nodeSelector, affinity: near, spread, volumes }) => ({
      nodeSelector,
      ...(near?.terms ? { nodeTerms: near.terms } : {}),
      byOtherPods:
        near?.near === true ||
        near?.apart === true ||
        spread.includes('DoNotSchedule'),
      volumes: volumes.includes(true),
    }),
  ),
);
