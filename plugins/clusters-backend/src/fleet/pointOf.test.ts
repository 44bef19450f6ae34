import { healthyCluster, NOW } from '@clusterworks/kube-fixtures';
import {
  allKinds,
  projectCapture,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';
import { fleetRow } from '../__testUtils__/fleetRow';
import { pointOf } from './pointOf';

const objects = healthyCluster();
const viewWith = (events: 'ok' | 'forbidden') =>
  viewCluster(
    projectCapture({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: 'one',
      capturedAt: NOW,
      serverVersion: 'v1.35.4-eks-1a2b3c4',
      resources: allKinds.map(({ groupResource, resource }) => ({
        resource: groupResource,
        ...(resource === 'events' && events === 'forbidden'
          ? { state: events, items: [] }
          : { state: 'ok' as const, items: objects[resource] }),
      })),
    }),
    NOW,
  );

describe('pointOf', () => {
  it('keeps what the signs of a day need', () => {
    expect(
      pointOf({ row: fleetRow('one'), view: viewWith('ok') }),
    ).toMatchObject({
      ...{ draining: 0, interrupted: 0 },
      versions: { kubernetes: expect.stringMatching(/^1\.35/) },
    });
  });

  it('does not take an unread source for zero', () => {
    const { interrupted } = pointOf({
      row: fleetRow('one'),
      view: viewWith('forbidden'),
    });
    expect(interrupted).toBeUndefined();
    const unread = pointOf({ row: fleetRow('one'), view: undefined });
    expect(unread.draining).toBeUndefined();
    expect(unread.versions).toBeUndefined();
  });
});
