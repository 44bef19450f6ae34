import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import type { WaveStep } from './machine/WaveState';

/**
 * The cluster of a wave's step, as the fleet has it. The rights to change it
 * were checked for its name: when the key leads to another name by now, that is
 * not the cluster that the wave may change.
 */
export function entryOf(
  fleet: Pick<FleetStore, 'find'>,
  { identity, cluster }: Pick<WaveStep, 'identity' | 'cluster'>,
): FleetEntry | undefined {
  const entry = fleet.find(identity);
  return entry?.cluster.name === cluster ? entry : undefined;
}
