import type { ClusterCapture } from '@clusterworks/plugin-clusters-health';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { worldPlan } from '../world/plan/WorldPlan';
import { type ScenarioName, scenarios } from '../world/scenarios';
import { World } from '../world/World';
import { FakeClock } from './FakeClock';

/** The time that tests begin at. */
export const testNow = Date.parse('2026-11-22T12:00:00Z');

/** A world of one cluster with a general and a GPU pool. */
export function testWorld(options: {
  scenario: ScenarioName;
  ageMs?: number;
  seed?: string;
  spec?: Record<string, unknown>;
  clock?: FakeClock;
}) {
  const clock = options.clock ?? new FakeClock(testNow);
  const resolved = resolveClusterSpec(
    parseClusterSpec({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'Cluster',
      metadata: { name: 'payments-prod', owner: 'group:default/payments' },
      spec: {
        environment: 'prod',
        region: 'eu-west-1',
        network: { vpcCidr: '10.40.0.0/16' },
        karpenter: {
          nodePools: [
            { name: 'general', preset: 'general' },
            { name: 'gpu', preset: 'gpu', instanceFamilies: ['g5'] },
          ],
        },
        ...options.spec,
      },
    }),
  );
  const world = new World({
    plan: worldPlan(resolved),
    bornAt: clock.now() - (options.ageMs ?? 9 * 24 * 3600_000),
    scenario: scenarios[options.scenario],
    clock,
    seed: options.seed,
  });
  return { world, clock };
}

/** A snapshot of all objects in a world, as the reader would get it. */
export function captureOf(world: World, now: number): ClusterCapture {
  return {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: world.plan.name,
    capturedAt: new Date(now).toISOString(),
    serverVersion: `v${
      world.plan.serverVersion ?? world.plan.versions.kubernetes
    }.4`,
    resources: allKinds.map(({ groupResource, apiVersion, kind }) => ({
      resource: groupResource,
      state: 'ok',
      items: world.store.list(apiVersion, kind),
    })),
  };
}
