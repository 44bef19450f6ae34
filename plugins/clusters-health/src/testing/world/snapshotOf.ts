import type { SourceState } from '@clusterworks/plugin-clusters-common';
import type { Snapshot, SourceName } from '../../kinds';
import { allKinds, projectCapture } from '../../kinds';
import { NOW } from './time';

/**
 * Objects by source, or the state of a source. Sources that are not named are
 * empty and `ok`.
 */
export type World = { [S in SourceName]?: readonly unknown[] | SourceState };

/** A snapshot of such a world. */
export function snapshotOf(
  world: World,
  states: { [S in SourceName]?: SourceState } = {},
  serverVersion = 'v1.35.4-eks-1a2b3c4',
): Snapshot {
  return projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'test',
    capturedAt: NOW,
    serverVersion,
    resources: allKinds.map(({ groupResource, resource }) => {
      const given = world[resource] ?? [];
      const own = typeof given === 'string' ? given : 'ok';
      const state = states[resource] ?? own;
      const items =
        state === 'ok' && typeof given !== 'string' ? [...given] : [];
      return { resource: groupResource, state, items };
    }),
  });
}
