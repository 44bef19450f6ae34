import { type InstanceFacts, instanceFacts } from '@clusterworks/kube-fixtures';
import type { Subnet } from '@clusterworks/kube-fixtures';
import type { PoolPlan } from '../plan/PoolPlan';
import type { ClusterState } from './ClusterState';
import type { ClaimedMachine, Machine } from './Machine';

/** How many pods the kubelets of a pool admit. */
function maxPods({ kubelet }: PoolPlan, facts: InstanceFacts): number {
  const { maxPods: most = facts.maxPods, podsPerCore } = kubelet ?? {};
  return podsPerCore ? Math.min(most, podsPerCore * facts.cpus) : most;
}

/** The facts of what EC2 launches for a pool, or for the managed node group. */
export function launchedFacts(
  { plan }: ClusterState,
  pool?: PoolPlan,
): InstanceFacts {
  const type = pool?.instanceType ?? plan.systemInstanceType;
  const facts = instanceFacts(type, plan.prefixDelegation);
  return pool ? { ...facts, maxPods: maxPods(pool, facts) } : facts;
}

/** A machine that EC2 will start; nothing is written yet. */
export function createMachine(
  state: ClusterState,
  subnet: Subnet,
  pool?: PoolPlan,
): Machine {
  const { random, plan, addresses } = state;
  const ip = addresses.of(subnet).take() ?? '0.0.0.0';
  const domain =
    plan.region === 'us-east-1'
      ? 'ec2.internal'
      : `${plan.region}.compute.internal`;
  const instance = {
    id: `i-0${random.hex(16)}`,
    facts: launchedFacts(state, pool),
    capacityType: pool?.capacityType ?? ('on-demand' as const),
    subnet,
    ip,
    bootId: random.uuid(),
  };
  const common = { cluster: plan, instance, pool: pool ?? null };
  const uid = random.uuid();
  const machine: Machine = {
    name: `ip-${ip.replace(/\./g, '-')}.${domain}`,
    instance,
    node: {
      ...common,
      uid,
      networkReadyAt: null,
      initialized: false,
      gpus: 0,
      taints: [],
    },
    cilium: {
      ...common,
      uid: random.uuid(),
      nodeUid: uid,
      enis: [],
      used: new Map(),
    },
  };
  state.machines.add(machine);
  return machine;
}

/** A machine with the NodeClaim by which Karpenter asks EC2 for it. */
export function createClaimedMachine(
  state: ClusterState,
  subnet: Subnet,
  pool: PoolPlan,
  requests: Record<string, string>,
): ClaimedMachine {
  const { random, stamp, plan } = state;
  const machine = createMachine(state, subnet, pool);
  const claim = {
    name: `${pool.name}-${random.suffix()}`,
    uid: random.uuid(),
    cluster: plan,
    pool,
    poolUid: state.pools.get(pool.name)?.uid,
    instance: machine.instance,
    node: machine.name,
    createdAt: stamp,
    launchedAt: null,
    registeredAt: null,
    initializedAt: null,
    requests,
  };
  machine.node.claim = { name: claim.name, uid: claim.uid };
  return Object.assign(machine, { claim });
}
