import {
  type ClusterSpec,
  nodePoolSchema,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';
import { roomRequirements } from '../../karpenter/nodePool';
import type { BlockDevice } from '../../karpenter/nodeVolumes';
import type { ClassFacts, PoolFacts } from '../ImportFacts';
import { nodeSettings } from './nodeSettings';
import { ownLabels, ownTaints, presetOf } from './poolPresets';
import { type PoolSelection, poolSelection } from './poolSelection';

type PoolSpec = NonNullable<
  NonNullable<ClusterSpec['spec']['karpenter']>['nodePools']
>[number];

/** What a pool is read from, besides its own facts. */
export type PoolContext = {
  nodeClass?: ClassFacts;
  prefixDelegation: boolean;
  /** The disks of the blueprint's NodeClasses. */
  baseVolumes: Record<'default' | 'gpu', readonly BlockDevice[]>;
};

/** A pool of the spec, and what of the NodePool the spec cannot say. */
export type ImportedPool = {
  pool?: PoolSpec;
  notExpressed: { field: string; message: string }[];
};

/** How many requirements the blueprint adds at the end at most. */
const MOST_ADDED = 2;

/**
 * The requirements without those that exclude types with too little room for
 * pods, which the blueprint adds by itself.
 */
function withoutRoomRequirements(
  selection: PoolSelection,
  amiFamily: 'al2023' | 'bottlerocket',
  prefixDelegation: boolean,
): PoolSelection['requirements'] {
  const all = selection.requirements;
  for (let added = Math.min(MOST_ADDED, all.length); added > 0; added -= 1) {
    const own = all.slice(0, all.length - added);
    const choice = {
      architectures: [],
      instanceCategories: [],
      instanceFamilies: [],
      ...selection,
      amiFamily,
      requirements: own,
    } as Parameters<typeof roomRequirements>[0];
    if (
      isDeepStrictEqual(
        roomRequirements(choice, { prefixDelegation }),
        all
          .slice(all.length - added)
          .map(({ key, operator, values }) => ({ key, operator, values })),
      )
    ) {
      return own;
    }
  }
  return all;
}

function requirement({
  key,
  operator,
  values,
  minValues,
}: PoolSelection['requirements'][number]) {
  return {
    key,
    operator,
    ...(values.length > 0 ? { values } : {}),
    ...(minValues === undefined ? {} : { minValues }),
  };
}

function withoutAbsent(object: object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  );
}

/** The fields of a pool, as far as the facts have them, unchecked. */
function fieldsOf(
  facts: PoolFacts,
  context: PoolContext,
): Record<string, unknown> {
  const selection = poolSelection(facts, context.prefixDelegation);
  const preset = presetOf(facts, selection);
  const base = context.baseVolumes[preset === 'gpu' ? 'gpu' : 'default'];
  const settings = context.nodeClass
    ? nodeSettings(context.nodeClass, base)
    : {};
  const requirements = withoutRoomRequirements(
    selection,
    settings.amiFamily ?? 'al2023',
    context.prefixDelegation,
  );
  const labels = ownLabels(facts, preset);
  const taints = ownTaints(facts, preset);
  return withoutAbsent({
    name: facts.name,
    preset,
    // Without a requirement Karpenter may launch either.
    architectures: selection.architectures ?? ['amd64', 'arm64'],
    instanceCategories: selection.instanceCategories,
    instanceFamilies: selection.instanceFamilies,
    minGeneration: selection.minGeneration,
    capacityTypes: selection.capacityTypes ?? ['spot', 'on-demand'],
    preferOnDemand: preset === 'gpu' ? false : undefined,
    limits: facts.limits,
    consolidation: withoutAbsent({
      policy: facts.consolidationPolicy ?? 'WhenEmptyOrUnderutilized',
      after: facts.consolidateAfter ?? '0s',
    }),
    budgets: facts.budgets?.map(withoutAbsent),
    requirements:
      requirements.length > 0 ? requirements.map(requirement) : undefined,
    taints: taints.length > 0 ? taints : undefined,
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    weight: facts.weight,
    expireAfter: facts.expireAfter,
    terminationGracePeriod: facts.terminationGracePeriod,
    ...settings,
  });
}

/** A NodePool as a pool of the spec. */
export function poolFromFacts(
  facts: PoolFacts,
  context: PoolContext,
): ImportedPool {
  const notExpressed: ImportedPool['notExpressed'] = [];
  const kept = Object.entries(fieldsOf(facts, context)).filter(
    ([field, value]) => {
      const schema =
        nodePoolSchema.shape[field as keyof typeof nodePoolSchema.shape];
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = [field, ...issue.path].map(String).join('.');
        notExpressed.push({ field: where, message: issue.message });
      }
      return parsed.success;
    },
  );
  const pool = nodePoolSchema.safeParse(Object.fromEntries(kept));
  return { pool: pool.data, notExpressed };
}
