import type {
  WaveChange,
  WavePlan,
} from '@clusterworks/plugin-clusters-common';
import {
  kubernetesLines,
  minorOf,
  valueReaches,
} from '@clusterworks/plugin-clusters-spec';
import type { FleetEntry } from '../fleet/FleetStore';
import { planWaves, type WaveStage } from './machine/planWaves';

/** A cluster that is to be changed. */
export interface WaveMember {
  identity: string;
  cluster: string;
  environment: string;
}

/** What the plan of a wave depends on, besides the clusters. */
export interface PlanOptions {
  change: WaveChange;
  environments?: readonly string[];
  atOnce: number;
  /** Whether the cluster is in a platform repository. */
  isOurs(entry: FleetEntry): boolean;
  /** Names of the clusters that the caller may change so. */
  allowed: ReadonlySet<string>;
  /** Waves that are not over, by the identity of their clusters. */
  others: ReadonlyMap<string, string>;
}

type Exclusion = WavePlan['leftOut'][number];

/** Divides chosen clusters into stages, and says which ones are left out. Pure. */
export function planRequest(
  entries: readonly FleetEntry[],
  options: PlanOptions,
): { stages: WaveStage<WaveMember>[]; leftOut: Exclusion[] } {
  const leftOut: Exclusion[] = [];
  const members: WaveMember[] = [];
  for (const entry of entries) {
    const { identity, name } = entry.cluster;
    const why = exclusionOf(entry, options);
    if (why) {
      leftOut.push({
        ...{ cluster: name, why },
        ...(why === 'inOtherWave' && { wave: options.others.get(identity) }),
      });
    } else {
      const environment = entry.cluster.environment ?? '';
      members.push({ identity, cluster: name, environment });
    }
  }
  return { stages: planWaves(members, options), leftOut };
}

function exclusionOf(
  entry: FleetEntry,
  { change, isOurs, allowed, others }: PlanOptions,
): Exclusion['why'] | undefined {
  const { cluster, row } = entry;
  if (!isOurs(entry)) {
    return 'notOurs';
  }
  if (!allowed.has(cluster.name)) {
    return 'notAllowed';
  }
  if (others.has(cluster.identity)) {
    return 'inOtherWave';
  }
  if (cluster.isLeaving) {
    return 'leaving';
  }
  if (!cluster.provisioned || row.phase === 'building') {
    return 'notBuilt';
  }
  return valueExclusion(
    change.what === 'images'
      ? cluster.wantedImages
      : cluster.desired[change.what],
    change,
  );
}

function valueExclusion(
  wanted: string | undefined,
  change: WaveChange,
): 'hasIt' | 'tooFar' | undefined {
  if (valueReaches(wanted, change)) {
    return 'hasIt';
  }
  const minors = kubernetesLines.map(({ minor }) => minor);
  const from = minors.indexOf(minorOf(wanted) ?? '');
  const to = minors.indexOf(change.to);
  return change.what === 'kubernetes' && from >= 0 && to - from > 1
    ? 'tooFar'
    : undefined;
}
