import type { PoolFacts } from '@clusterworks/kube-fixtures';
import {
  instanceTypes,
  type ResolvedClusterSpec,
  type ResolvedNodePool,
} from '@clusterworks/plugin-clusters-spec';
import type { Manifest } from './manifestsOf';

/** A NodePool as the world keeps it. */
export interface PoolPlan extends PoolFacts {
  /** Labels of the NodePool itself. */
  labels: Record<string, string>;
  /** The instance type that the world launches for it. */
  instanceType: string;
  capacityType: 'spot' | 'on-demand';
  gpu: boolean;
  consolidateAfterMs: number;
  /** Pods that the kubelets of its nodes admit; absent: as many as fit. */
  kubelet?: { maxPods?: number; podsPerCore?: number };
}

/** Mid-sized types that Karpenter would likely take, first choice first. */
const GENERAL = ['m6i.xlarge', 'm7i.xlarge', 'm6g.xlarge', 'm7g.xlarge'];

function preferredInstanceType(pool: ResolvedNodePool): string {
  const isAmong = (allowed: string[], value: string) =>
    allowed.length === 0 || allowed.includes(value);
  const fits = instanceTypes.filter(
    type =>
      pool.architectures.includes(type.architecture) &&
      isAmong(pool.instanceCategories, type.category) &&
      isAmong(pool.instanceFamilies, type.family) &&
      type.generation >= (pool.minGeneration ?? 0) &&
      type.nitro,
  );
  const chosen =
    GENERAL.find(name => fits.some(type => type.name === name)) ??
    fits.find(type => type.size === 'xlarge')?.name ??
    fits[0]?.name;
  return chosen ?? 'm6i.xlarge';
}

/** Milliseconds of a Go duration as Karpenter takes it; Never is infinite. */
function durationMs(text: string): number {
  if (text === 'Never') {
    return Number.POSITIVE_INFINITY;
  }
  const units: Record<string, number> = { h: 3600_000, m: 60_000, s: 1000 };
  return [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * units[unit],
    0,
  );
}

interface PoolSpecFields {
  disruption?: { consolidateAfter?: string };
  template?: {
    spec?: {
      nodeClassRef?: { name?: string };
      requirements?: { key: string; values?: string[] }[];
    };
  };
}

/** The pool of the spec that a manifest was rendered from; some give two. */
function ownerOf(name: string, { spec }: ResolvedClusterSpec) {
  const { nodePools } = spec.karpenter;
  return (
    nodePools.find(pool => pool.name === name) ??
    nodePools.find(pool => `${pool.name}-spot` === name) ??
    nodePools[0]
  );
}

/** The facts about a NodePool that the world needs. */
export function poolPlan(
  manifest: Manifest,
  nodeClasses: Manifest[],
  resolved: ResolvedClusterSpec,
): PoolPlan {
  const { disruption, template }: PoolSpecFields = manifest.spec;
  const owner = ownerOf(manifest.name, resolved);
  const nodeClass = template?.spec?.nodeClassRef?.name ?? 'default';
  const capacityTypes = template?.spec?.requirements?.find(
    ({ key }) => key === 'karpenter.sh/capacity-type',
  )?.values;
  const { kubelet } = (nodeClasses.find(({ name }) => name === nodeClass)
    ?.spec ?? {}) as Pick<PoolPlan, 'kubelet'>;
  return {
    name: manifest.name,
    nodeClass,
    labels: manifest.labels,
    spec: manifest.spec,
    instanceType: preferredInstanceType(owner),
    capacityType: capacityTypes?.includes('spot') ? 'spot' : 'on-demand',
    gpu: owner.preset === 'gpu',
    consolidateAfterMs: durationMs(disruption?.consolidateAfter ?? '0s'),
    ...(kubelet && { kubelet }),
  };
}
