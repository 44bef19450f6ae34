import {
  type AddressMode,
  CILIUM_TAINT_KEY,
  type LaunchPool,
  leftOutTypes,
  nodeClassNameOf,
  PHASE_LABEL,
  type ResolvedClusterSpec,
  type TypeChoice,
} from '@clusterworks/plugin-clusters-spec';
import { argocdAnnotations } from './argocdAnnotations';
import type { Manifest } from './Manifest';

/** Labels of GPU nodes, with the names of the reference design. */
export const gpuLabels = {
  'workload-type': 'gpu',
  'nvidia.com/gpu': 'present',
};

/** Taints of GPU nodes. */
export const gpuTaints = [
  { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' },
  { key: 'workload-type', value: 'gpu', effect: 'NoSchedule' },
];

/** Where the device plugin for Elastic Fabric Adapters runs. */
const efaLabels = { 'vpc.amazonaws.com/efa': 'present' };

function isIn(key: string, values: readonly string[]) {
  return { key, operator: 'In', values: [...values] };
}

/**
 * `Gte` and `Lte` exist since Karpenter 1.9; on whole numbers `Gt` and `Lt` say
 * the same in every version.
 */
function exclusive(requirement: LaunchPool['requirements'][number]) {
  const { operator, values = [] } = requirement;
  const shifted = (by: number) => [String(Number(values[0]) + by)];
  switch (operator) {
    case 'Gte':
      return { ...requirement, operator: 'Gt', values: shifted(-1) };
    case 'Lte':
      return { ...requirement, operator: 'Lt', values: shifted(1) };
    default:
      return requirement;
  }
}

/** Excludes types that have room for little more than DaemonSets. */
export function roomRequirements(pool: TypeChoice, mode: AddressMode) {
  const { sizes, types } = leftOutTypes(pool, mode);
  const isNotIn = (key: string, values: string[]) =>
    values.length > 0 ? [{ key, operator: 'NotIn', values }] : [];
  return [
    ...isNotIn('karpenter.k8s.aws/instance-size', sizes),
    ...isNotIn('node.kubernetes.io/instance-type', types),
  ];
}

function requirements(pool: LaunchPool, spec: ResolvedClusterSpec['spec']) {
  return [
    isIn('kubernetes.io/arch', pool.architectures),
    isIn('kubernetes.io/os', ['linux']),
    isIn('karpenter.sh/capacity-type', pool.capacityTypes),
    ...(pool.instanceCategories.length > 0
      ? [isIn('karpenter.k8s.aws/instance-category', pool.instanceCategories)]
      : []),
    ...(pool.instanceFamilies.length > 0
      ? [isIn('karpenter.k8s.aws/instance-family', pool.instanceFamilies)]
      : []),
    ...(pool.minGeneration !== undefined
      ? [
          {
            key: 'karpenter.k8s.aws/instance-generation',
            operator: 'Gt',
            values: [String(pool.minGeneration - 1)],
          },
        ]
      : []),
    // Only Nitro types have prefixes; on other types the maximum of pods would
    // be too high.
    ...(spec.cilium.prefixDelegation
      ? [isIn('karpenter.k8s.aws/instance-hypervisor', ['nitro'])]
      : []),
    ...pool.requirements.map(exclusive),
    ...roomRequirements(pool, spec.cilium),
  ];
}

function budget({
  nodes,
  reasons,
  schedule,
  duration,
}: LaunchPool['budgets'][number]) {
  return {
    nodes,
    ...(reasons ? { reasons } : {}),
    ...(schedule ? { schedule, duration } : {}),
  };
}

/** Karpenter refuses a NodePool with more. */
const MOST_BUDGETS = 50;

/**
 * The budgets of a pool; a freeze adds one of 0, which is the smallest of all,
 * so that a budget that gives way to it changes nothing.
 */
function budgets(pool: LaunchPool, isFrozen: boolean) {
  return [
    ...pool.budgets.map(budget),
    ...(isFrozen ? [{ nodes: '0' }] : []),
  ].slice(-MOST_BUDGETS);
}

/** The NodePool of a pool, for Karpenter 1.1 to 1.15. */
export function nodePool(
  pool: LaunchPool,
  { spec }: ResolvedClusterSpec,
): Manifest {
  const labels = {
    ...(pool.preset === 'gpu' ? gpuLabels : {}),
    ...(pool.efa ? efaLabels : {}),
    ...pool.labels,
  };
  const taints = [...(pool.preset === 'gpu' ? gpuTaints : []), ...pool.taints];
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: {
      name: pool.name,
      ...(spec.decommission
        ? { labels: { [PHASE_LABEL]: spec.decommission.stage } }
        : {}),
      annotations: argocdAnnotations(2),
    },
    spec: {
      ...(pool.weight !== undefined ? { weight: pool.weight } : {}),
      template: {
        ...(Object.keys(labels).length > 0 ? { metadata: { labels } } : {}),
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: nodeClassNameOf(pool),
          },
          requirements: requirements(pool, spec),
          ...(taints.length > 0 ? { taints } : {}),
          startupTaints: [
            { key: CILIUM_TAINT_KEY, value: 'true', effect: 'NoExecute' },
          ],
          expireAfter: pool.expireAfter,
          ...(pool.terminationGracePeriod
            ? { terminationGracePeriod: pool.terminationGracePeriod }
            : {}),
        },
      },
      disruption: {
        consolidationPolicy: pool.consolidation.policy,
        consolidateAfter: pool.consolidation.after,
        budgets: budgets(pool, spec.karpenter.freeze !== undefined),
      },
      // A limit of 0 stops launches and removes no node: it keeps the pods of
      // drained nodes from getting new ones.
      limits: spec.decommission ? { ...pool.limits, cpu: '0' } : pool.limits,
    },
  };
}
