import { instanceFacts } from '../model/instanceFacts';
import { Machine } from '../model/Machine';
import { PoolPlan, Subnet, WorldPlan } from '../model/WorldPlan';
import { WorldState } from './WorldState';

/** What EC2 is asked for. */
export interface MachineRequest {
  instanceType: string;
  subnet: Subnet;
  capacityType: 'spot' | 'on-demand';
  pool?: PoolPlan;
}

/** The maximum of pods that a NodeClass's kubelet settings leave. */
function maxPods(pool: PoolPlan, plan: WorldPlan, cpus: number, own: number) {
  const spec = plan.nodeClasses.find(({ name }) => name === pool.nodeClass)
    ?.spec as { kubelet?: { maxPods?: number; podsPerCore?: number } };
  const { maxPods: most = own, podsPerCore } = spec?.kubelet ?? {};
  return podsPerCore ? Math.min(most, podsPerCore * cpus) : most;
}

/** A machine that EC2 will start; nothing is written yet. */
export function createMachine(
  state: WorldState,
  request: MachineRequest,
): Machine {
  const { random, plan, addresses } = state;
  const { pool, subnet } = request;
  const ip = addresses.book(subnet).take() ?? '0.0.0.0';
  const facts = instanceFacts(request.instanceType, plan.prefixDelegation);
  const domain =
    plan.region === 'us-east-1'
      ? 'ec2.internal'
      : `${plan.region}.compute.internal`;
  const machine: Machine = {
    instanceId: `i-0${random.hex(16)}`,
    instance: pool
      ? { ...facts, maxPods: maxPods(pool, plan, facts.cpus, facts.maxPods) }
      : facts,
    capacityType: request.capacityType,
    subnet,
    ip,
    nodeName: `ip-${ip.replace(/\./g, '-')}.${domain}`,
    bootId: random.uuid(),
    uids: { node: random.uuid(), cilium: random.uuid() },
    nodeConditions: [],
    taints: [],
    initialized: false,
    gpusRegistered: false,
    cilium: { stage: 'absent', enis: [], used: new Map() },
  };
  state.machines.add(machine);
  return machine;
}
