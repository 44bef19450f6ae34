import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { type KubeObject } from '@clusterworks/kube-fixtures';
import {
  type Cluster,
  World,
  type WorldPlan,
  worldPlan,
} from '@clusterworks/demo';
import { fullSize } from './fullSize';

/** Settings of a small cluster. */
export interface TemplateOptions {
  /** Nodes, those of the system among them. */
  nodes: number;
  /** Pods of a service on each node that Karpenter launched. */
  podsPerNode: number;
  now: number;
}

const AGE_MS = 3 * 24 * 3600_000;

/**
 * A limit above what any measurement needs, so that no pod waits and the
 * cluster is healthy.
 */
const LIMITS = { cpu: '100000', memory: '400000Gi' };

/** Nodes that the pods of one service are on. */
const NODES_PER_SERVICE = 25;

/**
 * The objects of a healthy cluster of some size, to be shared by many stores.
 * No resourceVersion of the objects is above the one that is returned with
 * them.
 */
export function templateObjects(options: TemplateOptions): {
  objects: KubeObject[];
  resourceVersion: number;
} {
  const resolved = resolveClusterSpec(
    parseClusterSpec({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'Cluster',
      metadata: { name: 'benchmark', owner: 'group:default/platform' },
      spec: {
        environment: 'dev',
        region: 'eu-west-1',
        network: { vpcCidr: '10.0.0.0/16' },
        karpenter: {
          nodePools: [{ name: 'general', preset: 'general', limits: LIMITS }],
        },
      },
    }),
  );
  const clock = { now: () => options.now, after: () => () => {} };
  const world = new World({
    plan: withRoom(worldPlan(resolved)),
    bornAt: options.now - AGE_MS,
    scenario: {
      description: 'as many nodes as are asked for, and nothing else',
      begin: cluster => fill(cluster, options),
    },
    clock,
  });
  return {
    objects: world.store
      .resources()
      .flatMap(resource => world.store.collection(resource).list())
      .map(fullSize),
    resourceVersion: world.store.resourceVersion,
  };
}

/**
 * A range of 65,536 addresses for each subnet, which AWS gives to a VPC as
 * secondary ones: each node keeps a dozen, so that 5,000 nodes need as many.
 * Pods without an address would try again for the whole simulated past.
 */
function withRoom(plan: WorldPlan): WorldPlan {
  return {
    ...plan,
    vpcCidr: '10.0.0.0/14',
    subnets: plan.subnets.map((subnet, index) => ({
      ...subnet,
      cidr: `10.${index}.0.0/16`,
    })),
  };
}

/**
 * Launches the missing nodes, each with the pods of one of several services.
 */
function fill(cluster: Cluster, options: TemplateOptions): void {
  const { activity, pods, state } = cluster;
  const pool = activity.generalPool;
  const missing = options.nodes - state.machines.size;
  if (!pool || missing <= 0) {
    return;
  }
  for (let first = 0; first < missing; first += NODES_PER_SERVICE) {
    const nodes = Math.min(NODES_PER_SERVICE, missing - first);
    const service = activity.service(
      `worker-${first / NODES_PER_SERVICE}`,
      'shop',
      nodes * options.podsPerNode,
    );
    for (let index = 0; index < nodes; index += 1) {
      activity.launchFor(pool, pods.createMany(service, options.podsPerNode));
    }
  }
}
